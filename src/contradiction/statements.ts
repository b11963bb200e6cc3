import { statement } from '../platform/statements.ts'

/** Tenants with acts from a transaction on, or whose record in the register changed since a moment before. */
export const selectChangedTenants = statement(
  'contradiction-changed',
  `select distinct tenant_id as id from declaration_act where xid >= $1::xid8
   union
   select tenant_id from enterprise
    -- The register has no place in the log; no transaction of ours lasts a minute.
    where $2::timestamptz is null or updated_at >= $2::timestamptz - interval '1 minute'`,
)

export const keepContradictions = statement('contradiction-keep', 'select keep_contradictions($1, $2)')

const decided = `left join lateral (
    select * from contradiction_decision d where d.contradiction_id = c.id order by d.id desc limit 1) d on true`
/**
 * Of a contradiction `c` with the last decision `d` about it. A decision is about the values it saw, and about the time in
 * which it was taken: others open it again, and so does agreement that did not last. What agrees by now, and nobody
 * explained, is settled.
 */
export const STATE = `case
    when d.state <> 'open' and d.left_value is not distinct from c.left_value
     and d.right_value is not distinct from c.right_value
     and (not c.holds or c.settled_at is null or d.decided_at >= c.settled_at) then d.state
    when c.holds then 'open' else 'settled' end`
const COLUMNS = `c.tenant_id, c.id, c.check_id, c.legal_date::text, c.since::text, c.establishment, c.subject,
  c.left_kind, c.left_id, c.left_field, c.left_value, c.right_kind, c.right_id, c.right_field, c.right_value,
  c.other_tenant_id, c.holds, c.audience, c.reach, ${STATE} as state,
  case when not c.holds then (c.settled_at at time zone 'Asia/Ho_Chi_Minh')::date::text end as settled_on,
  d.state as decided_state, d.explanation, d.client_id, d.actor, d.decided_at`

/**
 * Newest first. $1: today; $2: check, $3: state, $4: a unit key, $5: an enterprise, $6 and $7: legal dates, $8 and $9:
 * after this day and id.
 */
export const selectContradictions = statement(
  'contradictions',
  `select ${COLUMNS} from contradiction c ${decided}
    where c.since <= $1 and ($2::text is null or c.check_id = $2)
      and ($3::text is null or ${STATE} = $3)
      and ($4::text is null or c.reach @> array[$4])
      and ($5::uuid is null or $5 in (c.tenant_id, c.other_tenant_id))
      and ($6::date is null or c.legal_date between $6 and $7)
      and ($8::date is null or (c.since, c.id) < ($8, $9))
    order by c.since desc, c.id desc limit $10`,
)

export const selectContradiction = statement(
  'contradiction',
  `select ${COLUMNS} from contradiction c ${decided} where c.id = $1 and c.since <= $2`,
)

export const insertContradictionDecision = statement(
  'contradiction-decide',
  `insert into contradiction_decision (tenant_id, id, contradiction_id, state, explanation, left_value, right_value,
     client_id, actor, decided_at, audience, reach)
   values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9, $10, $11, $12)`,
)
