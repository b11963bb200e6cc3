/** Pieces of SQL that the checks are made of. */

const LATER = {
  accident_fact: 'accident_fact_later',
  disease_fact: 'disease_fact_later',
  environment_fact: 'environment_fact_later',
  periodic_report_fact: 'report_fact_later',
} as const

/** Whether a fact row counts and is the last of its declaration. */
export function stands(table: keyof typeof LATER, alias: string): string {
  return `(${alias}.counted and not exists (
    select from ${LATER[table]} later
     where later.tenant_id = ${alias}.tenant_id and later.declaration_id = ${alias}.declaration_id
       and later.seq > ${alias}.seq))`
}

/** Rows of a part, beside the row of the whole. */
export function partOf(whole: string, part: string): string {
  return `(${part}.tenant_id, ${part}.declaration_id, ${part}.seq) = (${whole}.tenant_id, ${whole}.declaration_id, ${whole}.seq)`
}

interface Side {
  readonly id: string
  readonly field: string
  readonly value: string
}

/** The select list of a check; every part is an expression of SQL. */
export function told(row: {
  /** Alias of the fact row whose tenant and establishment are told. */
  readonly of: string
  readonly subject?: string
  readonly left: Side
  readonly right: Side
  readonly otherTenant?: string
  readonly legalDate: string
  readonly since: string
  /** Aliases of the rows whose offices it is for. */
  readonly offices: readonly string[]
}): string {
  const reach = row.offices.map((alias) => `${alias}.reach || ${alias}.office_reach`).join(' || ')
  return `select ${row.of}.tenant_id, ${row.of}.establishment, ${row.subject ?? 'null'}::text as subject,
    ${row.left.id} as left_id, ${row.left.field}::text as left_field, to_jsonb(${row.left.value}) as left_value,
    ${row.otherTenant ?? `${row.of}.tenant_id`} as other_tenant_id,
    ${row.right.id}::uuid as right_id, ${row.right.field}::text as right_field,
    to_jsonb(${row.right.value}) as right_value,
    (${row.legalDate})::date::text as legal_date, (${row.since})::date::text as since,
    array(select distinct unnest(${reach})) as reach`
}

/** The sum of the cells of a report whose names match a pattern; nought where it has none. */
export function sumOfCells(figures: string, pattern: string): string {
  return `(select coalesce(sum(cell.value::numeric), 0)::bigint
             from jsonb_each_text(${figures}) cell where cell.key ~ '${pattern}')`
}
