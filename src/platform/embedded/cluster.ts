import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { EmbeddedPostgresError, errorCode, errorFromOutput } from './embedded-postgres-error.ts'
import { spawnGuarded } from './guarded-process.ts'
import { syncDirectory } from './home.ts'
import type { Account } from './system-account.ts'

/** Bootstrap superuser, who owns what the migrations make. */
export const OWNER = 'khaibao'

/** PostgreSQL 17 brought a collation of its own for C.UTF-8; before, the operating system's must do. */
const BUILTIN_LOCALE_MAJOR = 17

/**
 * The major version of the PostgreSQL that made the data; undefined when there is none yet.
 * @throws EmbeddedPostgresError `start-failed` when the directory holds something else
 */
export async function dataMajor(dataDirectory: string): Promise<number | undefined> {
  const version = await readIfPresent(join(dataDirectory, 'PG_VERSION'))
  if (version !== undefined) return Number.parseInt(version, 10)
  if ((await listIfPresent(dataDirectory)).length === 0) return undefined
  throw new EmbeddedPostgresError(
    'start-failed',
    `${dataDirectory} holds files but is not a PostgreSQL data directory.`,
    'Move them away, or restore the whole directory from a backup.',
  )
}

/** The password of the owner, kept beside the data and readable to the service alone. */
export async function ownerPassword(home: string): Promise<string> {
  const password = await readIfPresent(join(home, 'password'))
  if (password) return password
  throw new EmbeddedPostgresError(
    'start-failed',
    `${join(home, 'password')} is missing, and without it the data in ${home} cannot be opened.`,
    'Restore that file from the backup of the directory.',
  )
}

/**
 * Makes an empty cluster at `<home>/data`. It grows in a directory of its own and is moved into place when complete and
 * on disk, so that one cut short at any moment is simply made again.
 */
export async function makeCluster(home: string, binaries: Binaries, account: Account | undefined): Promise<void> {
  await removeUnfinished(home)
  const nursery = await mkdtemp(join(home, 'init-'))
  try {
    const password = randomBytes(24).toString('base64url')
    const passwordFile = join(nursery, 'password')
    await writeDurably(passwordFile, password)
    await writeDurably(join(nursery, 'password-for-service'), password)
    if (account !== undefined) {
      await chown(passwordFile, account.uid, account.gid)
      await chown(nursery, account.uid, account.gid)
    }
    await chmod(nursery, 0o700)
    const output = await runInitdb(binaries, account, join(nursery, 'data'), passwordFile)
    if (output !== undefined) throw errorFromOutput('initdb', output, home)
    await rename(join(nursery, 'password-for-service'), join(home, 'password'))
    await rename(join(nursery, 'data'), join(home, 'data'))
    await syncDirectory(home)
  } finally {
    await rm(nursery, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    // The one that was making it may be ending only now, and add files meanwhile.
    if (name.startsWith('init-')) await rm(join(home, name), { recursive: true, force: true, maxRetries: 10 })
  }
}

/** What initdb complained of; undefined when it succeeded. */
async function runInitdb(
  binaries: Binaries,
  account: Account | undefined,
  directory: string,
  passwordFile: string,
): Promise<string | undefined> {
  const locale =
    binaries.major >= BUILTIN_LOCALE_MAJOR
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8']
  const initdb = spawnGuarded(
    join(binaries.directory, 'initdb'),
    [
      ...['-D', directory, `--username=${OWNER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--data-checksums', '--no-instructions', ...locale],
    ],
    account,
  )
  let output = ''
  initdb.output.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  await initdb.closed
  return (await initdb.exited) === 'exit status 0' ? undefined : output
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

async function listIfPresent(path: string): Promise<string[]> {
  try {
    return await readdir(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
