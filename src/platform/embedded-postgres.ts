import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { chooseAccount } from './embedded/account.ts'
import { type Binaries, binaryDirectories, chooseBinaries } from './embedded/binaries.ts'
import { dataMajor, makeCluster, OWNER, ownerPassword } from './embedded/cluster.ts'
import { asEmbeddedPostgresError, EmbeddedPostgresError, errorFromOutput } from './embedded/embedded-postgres-error.ts'
import { type GuardedProcess, spawnGuarded } from './embedded/guarded-process.ts'
import { prepareHome } from './embedded/home.ts'
import { acquireOwnershipLock } from './embedded/ownership-lock.ts'
import { refuseServerElsewhere, settlePredecessor } from './embedded/predecessor.ts'
import { ServerLog } from './embedded/server-log.ts'
import { connectionString, type Endpoint, serverArguments } from './embedded/server-settings.ts'
import type { Account } from './embedded/system-account.ts'

export { EmbeddedPostgresError, type EmbeddedPostgresFault } from './embedded/embedded-postgres-error.ts'

const DATABASE = 'khaibao'
const PORT = 5432
/** The address of a Unix socket holds 104 bytes on macOS, 108 on Linux; `/.s.PGSQL.5432` takes 14 of them. */
const SOCKET_DIRECTORY_MAX_BYTES = 86
const POLL_MS = 15
/** Recovery replays at most `max_wal_size` (1 GB); what takes longer than this is not going to end. */
const READY_LIMIT_MS = 600_000
/** Processes of a server that was killed end at their next statement; a port that was free may be taken meanwhile. */
const RETRY_LIMIT_MS = 10_000
const UNKNOWN_DATABASE = '3D000'
/** Starting up, recovering or shutting down. */
const NOT_NOW = '57P03'
const WORTH_RETRYING = /pre-existing shared memory block|Address already in use/

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, its password, lock and log; made when missing. */
  readonly directory: string
  /** Settings of postgresql.conf that win over ours, such as `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** Receives progress and the server's log, a line at a time; no personal data is in it. */
  readonly log?: (line: string) => void
  /** Called once if the server ends without `stop()`; connections are dead by then. */
  readonly onUnexpectedExit?: (detail: string) => void
}

export interface EmbeddedPostgres {
  /** Connects as the superuser who owns the database. */
  readonly url: string
  readonly dataDirectory: string
  /** Fast shutdown: cuts connections off, leaves the data consistent. A second call waits for the first. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on the directory, making a cluster there first if it has none, and resolves once it answers.
 * It ends with this process, however this process ends.
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    const account = await chooseAccount(join(options.directory, 'data'))
    const home = await prepareHome(options.directory, account)
    await refuseServerElsewhere(join(home, 'data'), answers)
    const lock = await acquireOwnershipLock(join(home, 'lock'))
    if (lock.kind === 'held') throw inUse(home, lock.pid)
    try {
      return await startOwned(home, account, lock.release, options)
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw asEmbeddedPostgresError(error, options.directory)
  }
}

async function startOwned(
  home: string,
  account: Account | undefined,
  releaseLock: () => void,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const dataDirectory = join(home, 'data')
  await settlePredecessor(dataDirectory)
  const major = await dataMajor(dataDirectory)
  const binaries = await chooseBinaries(await binaryDirectories(home, account), account, major)
  if (major === undefined) {
    options.log?.(`making a PostgreSQL ${binaries.major} cluster in ${home}`)
    await makeCluster(home, binaries, account)
  }

  const password = await ownerPassword(home)
  const { server, url, log } = await serve({ home, dataDirectory, binaries, account, password, options })

  let stopping: Promise<void> | undefined
  const ended = server.exited.then((how) => {
    releaseLock()
    if (stopping === undefined) options.onUnexpectedExit?.(`PostgreSQL ended (${how}): ${log.tail()}`)
  })
  return {
    url,
    dataDirectory,
    stop: () => {
      stopping ??= ended
      server.release()
      return stopping
    },
  }
}

interface Service {
  readonly home: string
  readonly dataDirectory: string
  readonly binaries: Binaries
  readonly account: Account | undefined
  readonly password: string
  readonly options: EmbeddedPostgresOptions
}

interface Served {
  readonly server: GuardedProcess
  readonly url: string
  readonly log: ServerLog
}

async function serve({ home, dataDirectory, binaries, account, password, options }: Service): Promise<Served> {
  const retryUntil = Date.now() + RETRY_LIMIT_MS
  for (;;) {
    const endpoint = await chooseEndpoint(dataDirectory)
    const args = serverArguments(dataDirectory, endpoint, options.settings ?? {})
    const log = new ServerLog(join(home, 'postgres.log'))
    const server = spawnGuarded(join(binaries.directory, 'postgres'), args, account)
    createInterface({ input: server.output }).on('line', (line) => {
      log.append(line)
      options.log?.(line)
    })
    const connect = (database: string) => connectionString(endpoint, OWNER, password, database)
    try {
      if (await becomesReady(connect, server)) return { server, url: connect(DATABASE), log }
    } catch (error) {
      server.release()
      await server.exited
      throw error
    }
    await server.closed
    if (!WORTH_RETRYING.test(log.tail()) || Date.now() > retryUntil) {
      throw errorFromOutput('postgres', log.tail(), home)
    }
    await sleep(POLL_MS)
  }
}

/** A Unix socket inside the data, which initdb closed to all others (0700); a loopback port where its path is too long. */
async function chooseEndpoint(dataDirectory: string): Promise<Endpoint> {
  if (Buffer.byteLength(dataDirectory) <= SOCKET_DIRECTORY_MAX_BYTES) return { host: dataDirectory, port: PORT }
  return { host: '127.0.0.1', port: await freePort() }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** False when the server ended instead. */
async function becomesReady(connect: (database: string) => string, server: GuardedProcess): Promise<boolean> {
  let ended = false
  server.exited.then(() => {
    ended = true
  })
  const deadline = Date.now() + READY_LIMIT_MS
  while (!ended) {
    const answer = await connectOnce(connect(DATABASE))
    if (answer.kind === 'connected') return true
    if (answer.kind === 'refused' && answer.sqlState === UNKNOWN_DATABASE) await createDatabase(connect('postgres'))
    else if ((answer.kind === 'refused' && answer.sqlState !== NOT_NOW) || Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        'start-failed',
        `PostgreSQL runs but does not let the service in (${answer.reason}).`,
        'Restore the password file beside the data from the backup of the directory, or set DATABASE_URL.',
      )
    }
    await sleep(POLL_MS)
  }
  return false
}

type Answer =
  | { readonly kind: 'connected' }
  | { readonly kind: 'refused'; readonly sqlState: string | undefined; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }

async function connectOnce(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // A server that ends just after answering is found out by the next attempt.
  client.on('error', () => {})
  try {
    await client.connect()
    return { kind: 'connected' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return error instanceof pg.DatabaseError
      ? { kind: 'refused', sqlState: error.code, reason }
      : { kind: 'unreachable', reason }
  } finally {
    await client.end()
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Whether any PostgreSQL is there; it need not let us in, so any password does (pg sends none that is empty). */
async function answers(endpoint: Endpoint): Promise<boolean> {
  const answer = await connectOnce(connectionString(endpoint, OWNER, 'any', DATABASE))
  return answer.kind !== 'unreachable'
}

function inUse(home: string, pid: number | undefined): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'in-use',
    `Another service (pid ${pid ?? 'unknown'}) uses the database in ${home}.`,
    'Stop that service, or set KHAIBAO_DATA_DIR to another directory.',
  )
}
