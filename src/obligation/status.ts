import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { addDays, legalDateOf } from '../reference/legal-date.ts'

/** Not law: what this service calls soon unless its operator says otherwise. */
export const obligationPolicy = {
  /** Before the last timely day. */
  dueSoonDays: 7,
} as const

interface Clocked {
  readonly due_on: PgColumn
  readonly due_at: PgColumn
  readonly done_on: PgColumn
  readonly done_at: PgColumn
}

/**
 * How an obligation stands at an instant. A limit in hours is kept to the minute where the minute of the doing is known,
 * else to the day; what the law sets no day for is due until it is done.
 */
export function statusAt({ due_on, due_at, done_on, done_at }: Clocked, waived: SQL, now: Date): SQL {
  const today = legalDateOf(now)
  const soon = addDays(today, obligationPolicy.dueSoonDays)
  return sql`case
    when ${waived} then 'waived'
    when ${done_on} is not null then
      case when ${due_on} is null
             or (case when ${done_at} is null or ${due_at} is null then ${done_on} <= ${due_on} else ${done_at} <= ${due_at} end)
        then 'done-on-time' else 'done-late' end
    when ${due_on} is null then 'due'
    when (case when ${due_at} is null then ${due_on} < ${today}::date else ${due_at} < ${now.toISOString()}::timestamptz end)
      then 'overdue'
    when ${due_on} <= ${soon}::date then 'due-soon'
    else 'due' end`
}
