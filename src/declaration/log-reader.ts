import type { Database } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'

/** What a reader of the log has before it: acts it has not read yet. */
export interface Unread {
  readonly version: number
  /** Transactions from here on were not read; PostgreSQL's counter, as text. */
  readonly from: string
  /** Where the reader stands once it has read: everything of earlier transactions is visible now. */
  readonly to: string
  /** When it last read, by the clock of the database; null: never. */
  readonly readAt: Date | null
}

/** The statement's own snapshot gives the horizon, so that nothing committed late is skipped. */
const selectReader = statement(
  'log-reader',
  `select coalesce(r.version, 0) as version, coalesce(r.position, '0'::xid8)::text as from, r.read_at as "readAt",
          pg_snapshot_xmin(pg_current_snapshot())::text as to
     from (select $1::text as name) asked left join log_reader r using (name)`,
)

const moveReader = statement('log-reader-move', 'select move_log_reader($1, $2, $3::xid8) as moved')

/** Every reader sees the whole country, and what is for the health office. */
export const WHOLE_LOG = { reach: '*', role: 'health-office' } as const

/**
 * Lets a reader of the log work through what it has not read. `work` may see some acts twice, and must then come to the
 * same; it sees every act that was acknowledged before, and tells whether there were any. Of two servers at once, the
 * second works again.
 */
export async function readLog(
  database: Database,
  name: string,
  work: (unread: Unread) => Promise<boolean>,
): Promise<void> {
  for (let first: Unread | null = null; ; ) {
    const [reader] = await database.run<Unread & Record<string, unknown>>(selectReader, [name])
    if (reader === undefined) throw new Error('a reader of the log has no position')
    first ??= reader
    // What another server has read meanwhile is read again: this one may have written over it.
    if (!(await work({ ...reader, from: first.from, readAt: first.readAt }))) return
    const [moved] = await database.run<{ moved: boolean }>(moveReader, [name, reader.version, reader.to])
    if (moved?.moved) return
  }
}

/** One after the other within this server: whoever comes while another reads waits and then finds little to read. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    const next = last.catch(() => undefined).then(work)
    last = next
    return next
  }
}
