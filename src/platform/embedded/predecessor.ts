import { constants } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedPostgresError, errorCode } from './embedded-postgres-error.ts'
import { commandLine } from './process-identity.ts'
import { CLUSTER_NAME, type Endpoint } from './server-settings.ts'

const POLL_MS = 20
/** A fast shutdown writes back at most the shared buffers (64 MB); a disk that needs longer is in trouble. */
const SHUTDOWN_LIMIT_MS = 60_000
/** No system hands out this pid, so PostgreSQL finds it dead whatever runs. */
const PID_OF_NOBODY = 2_147_483_647

export interface PostmasterFile {
  readonly pid: number
  readonly endpoint: Endpoint | undefined
}

/** Reads `postmaster.pid`: pid, data directory, start time, port, socket directory, address, one a line. */
export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const [pid, , , port, socketDirectory, address] = text.split('\n').map((line) => line.trim())
  if (!pid || !/^\d+$/.test(pid)) return undefined
  const host = socketDirectory || address
  return { pid: Number(pid), endpoint: host && port ? { host, port: Number(port) } : undefined }
}

/**
 * Refuses to go on when a server runs on the data that is no process here, as when another container has the same
 * volume: pids, and with them the ownership lock and PostgreSQL's own, mean nothing across the two, but its socket
 * answers. To be called before the lock is taken from its holder, who would look dead.
 * @throws EmbeddedPostgresError `in-use`
 */
export async function refuseServerElsewhere(
  dataDirectory: string,
  answers: (endpoint: Endpoint) => Promise<boolean>,
): Promise<void> {
  const text = await readIfPresent(postmasterFile(dataDirectory))
  const server = text === undefined ? undefined : parsePostmasterFile(text)
  if (server?.endpoint === undefined || commandLine(server.pid)?.includes(dataDirectory)) return
  if (await answers(server.endpoint)) throw inUse(dataDirectory, 'in another container')
}

/**
 * Makes way for a new server on the data: waits for one that outlives its killed service, and shuts it down should its
 * guard have been killed as well. Adopting it instead would leave it without a guard, under settings and possibly
 * programs that are no longer ours.
 * Called with the ownership lock held, so whatever still runs belongs to nobody.
 * @throws EmbeddedPostgresError `in-use` when the server is not one of ours
 */
export async function settlePredecessor(dataDirectory: string): Promise<void> {
  const path = postmasterFile(dataDirectory)
  const text = await readIfPresent(path)
  const server = text === undefined ? undefined : parsePostmasterFile(text)
  if (text === undefined || server === undefined) return
  const command = commandLine(server.pid)
  if (!command?.includes(dataDirectory)) return disownFile(path, text, server.pid)
  if (!command.includes(`cluster_name=${CLUSTER_NAME}`)) throw inUse(dataDirectory, `with pid ${server.pid}`)
  await shutDown(server.pid, dataDirectory)
}

function postmasterFile(dataDirectory: string): string {
  return join(dataDirectory, 'postmaster.pid')
}

async function shutDown(pid: number, dataDirectory: string): Promise<void> {
  const deadline = Date.now() + SHUTDOWN_LIMIT_MS
  for (let signalled = false; commandLine(pid)?.includes(dataDirectory); signalled = true) {
    if (Date.now() > deadline) throw inUse(dataDirectory, `with pid ${pid}, which does not end`)
    if (!signalled) signal(pid)
    await sleep(POLL_MS)
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

/**
 * PostgreSQL takes a dead server's file for a living one's when the pid has gone to another process of the same user,
 * which is the rule rather than the exception when a container is started again. The rest of the file stays: by it
 * PostgreSQL finds processes of the dead server that still hold its shared memory. Overwritten in place, because a full
 * disk has no room for a new file; the new text is never the shorter one.
 */
async function disownFile(path: string, text: string, pid: number): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_NOFOLLOW)
  try {
    await file.write(text.replace(String(pid), String(PID_OF_NOBODY)), 0)
  } finally {
    await file.close()
  }
}

function inUse(dataDirectory: string, which: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'in-use',
    `A PostgreSQL ${which} that this service did not start runs on ${dataDirectory}.`,
    'Stop it, or set KHAIBAO_DATA_DIR to another directory.',
  )
}

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
