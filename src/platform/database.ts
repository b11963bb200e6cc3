import pg from 'pg'
import type { Statement } from './statements.ts'

// Legal dates stay text: a Date would put them at some hour of some zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
// Counts and sums of this project stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Whose rows a transaction may see: the second line behind the application's own checks. */
export interface Scope {
  readonly tenant?: string
  readonly client?: string
  /** Keys `scheme:code` of a jurisdiction, or `*` for the whole country. */
  readonly reach?: '*' | readonly string[]
  /** Of the caller, where rows are for some roles only. */
  readonly role?: string
}

/** What runs statements inside a scope. */
export interface Session {
  run<Row extends pg.QueryResultRow>(statement: Statement, params?: readonly unknown[]): Promise<Row[]>
}

export interface Database {
  /** One statement that needs no scope, or sets its own. */
  run<Row extends pg.QueryResultRow>(statement: Statement, params?: readonly unknown[]): Promise<Row[]>
  /** Statements that see what the scope may see, in one transaction. */
  within<T>(scope: Scope, work: (session: Session) => Promise<T>): Promise<T>
  ping(): Promise<void>
  stats(): { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

/** The queue before the pool is full, or the database is away: try again later. */
export class DatabaseUnavailable extends Error {}

export interface DatabaseOptions {
  readonly url: string
  readonly connections: number
  /** Requests that may wait for a connection before more are turned away. */
  readonly maxWaiting: number
  /** Milliseconds; the server cancels a statement before the client gives up on it. */
  readonly statementTimeout: number
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    connectionTimeoutMillis: options.statementTimeout,
    query_timeout: options.statementTimeout + 1_000,
    application_name: 'khai-bao',
    options: [
      '-c role=khaibao_app',
      `-c statement_timeout=${options.statementTimeout}`,
      `-c lock_timeout=${Math.ceil(options.statementTimeout / 2)}`,
      `-c idle_in_transaction_session_timeout=${options.statementTimeout * 2}`,
      '-c timezone=UTC',
    ].join(' '),
  })
  // A connection that breaks fails the query it runs, and is replaced at its next use; without listeners the same news
  // would end the process: of an idle one on the pool, of one inside a transaction on the connection.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))

  const admitted = async <T>(work: () => Promise<T>): Promise<T> => {
    if (pool.waitingCount >= options.maxWaiting)
      throw new DatabaseUnavailable('too many requests wait for a connection')
    try {
      return await work()
    } catch (error) {
      throw isUnavailable(error) ? new DatabaseUnavailable('the database is away', { cause: error }) : error
    }
  }

  return {
    run: (statement, params = []) =>
      admitted(async () => (await pool.query({ ...statement, values: [...params] })).rows),
    within: (scope, work) =>
      admitted(async () => {
        const client = await pool.connect()
        let broken = false
        try {
          await client.query('begin')
          await client.query(SET_SCOPE, [
            scope.tenant ?? '',
            scope.client ?? '',
            reachText(scope.reach),
            scope.role ?? '',
          ])
          const result = await work({
            run: async (statement, params = []) => (await client.query({ ...statement, values: [...params] })).rows,
          })
          await client.query('commit')
          return result
        } catch (error) {
          await client.query('rollback').catch(() => {
            broken = true
          })
          throw error
        } finally {
          client.release(broken)
        }
      }),
    ping: () =>
      admitted(async () => {
        await pool.query('select 1')
      }),
    stats: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  }
}

const SET_SCOPE = `select set_config('app.tenant', $1, true), set_config('app.client', $2, true),
  set_config('app.reach', $3, true), set_config('app.role', $4, true)`

function reachText(reach: Scope['reach']): string {
  return reach === undefined ? '' : reach === '*' ? '*' : reach.join(',')
}

/**
 * SQLSTATEs that say "not now": connection, resources, operator intervention and cancelled statements; a lock that was
 * not to be had in time.
 */
const AWAY = /^(08|53|57|55P03)/
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string') return AWAY.test(code) || NETWORK.has(code)
  return /timeout|terminated/i.test(error.message)
}
