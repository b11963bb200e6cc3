import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

interface ActColumns {
  readonly tenant_id: SQLWrapper
  readonly declaration_id: SQLWrapper
  readonly seq: SQLWrapper
  readonly recorded_at: SQLWrapper
}

/**
 * Of the fact rows that the acts of a declaration left, the last one up to an instant; of all, for null. `later` is
 * the view of all acts after the first, whoever asks: an office that cannot see an accident's amendment to another
 * province would else take the row before it for the present.
 */
export function latestAct(fact: ActColumns, later: string, asOf: Date | null): SQL {
  const upTo = (column: SQLWrapper) =>
    asOf === null ? sql`` : sql` and ${column} <= ${asOf.toISOString()}::timestamptz`
  return sql`not exists (
    select from ${sql.identifier(later)} later
     where later.tenant_id = ${fact.tenant_id} and later.declaration_id = ${fact.declaration_id}
       and later.seq > ${fact.seq}${upTo(sql`later.recorded_at`)})${upTo(fact.recorded_at)}`
}
