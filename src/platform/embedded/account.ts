import { stat } from 'node:fs/promises'
import { EmbeddedPostgresError, errorCode } from './embedded-postgres-error.ts'
import { runProgram } from './run-program.ts'
import type { Account } from './system-account.ts'

/**
 * PostgreSQL refuses to run as root. Started as root, it runs as the owner of the data it finds, else as `postgres`
 * where the system has that user, else as `nobody`. Undefined when the service is not root: it runs as the service does.
 */
export async function chooseAccount(dataDirectory: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const account =
    (await ownerOf(dataDirectory)) ?? (await accountNamed('postgres')) ?? (await accountNamed('nobody')) ?? undefined
  if (account !== undefined && account.uid !== 0) return account
  throw new EmbeddedPostgresError(
    'permission',
    `PostgreSQL does not run as root, and ${account ? `${dataDirectory} belongs to root` : 'there is no user postgres or nobody'}.`,
    account
      ? `Give ${dataDirectory} to the user postgres (chown -R), or run the service as an ordinary user.`
      : 'Run the service as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether the account can enter the directory; asked of the system, because modes alone do not decide (ACLs). */
export async function canEnter(account: Account, directory: string): Promise<boolean> {
  const { succeeded } = await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], account)
  return succeeded
}

async function ownerOf(path: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(path)
    return { uid, gid }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

async function accountNamed(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', name]), runProgram('id', ['-g', name])])
  return uid.succeeded && gid.succeeded ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined
}
