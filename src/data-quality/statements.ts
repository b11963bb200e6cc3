import { statement } from '../platform/statements.ts'

/** Declarations with acts from a transaction on. */
export const selectChangedDeclarations = statement(
  'data-quality-changed',
  'select distinct declaration_id as id from declaration_act where xid >= $1::xid8',
)

export const keepFindings = statement('data-quality-keep', 'select keep_findings($1)')

/**
 * $1: the role of the caller; $2 and $3: legal dates; $4: a unit key, $5: a rule, $6: an enterprise, or null; $7: rules
 * that would tell what is withheld.
 */
const FILTERS = `f.whole_for @> array[$1::text] and f.legal_date between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
  and ($4::text is null or f.reach @> array[$4]) and ($5::text is null or f.rule = $5)
  and ($6::uuid is null or f.tenant_id = $6) and f.rule <> all($7)`

/** Those with the most findings first. $8: what is grouped by; $9 and $10: after this number and key. */
export const selectQuality = statement(
  'data-quality',
  `select * from (
     select key, max(f.establishment) as establishment, min(f.kind) as kind, count(distinct f.declaration_id) as declarations,
            sum(f.places)::bigint as findings,
            coalesce(sum(f.places) filter (where f.finding = 'breach'), 0)::bigint as breaches,
            coalesce(sum(f.places) filter (where f.finding = 'warning'), 0)::bigint as warnings,
            sum(f.confirmed)::bigint as confirmed,
            coalesce(sum(f.places) filter (where f.finding = 'info'), 0)::bigint as infos
       from declaration_finding f
      cross join lateral (select coalesce(case $8::text when 'rule' then f.rule when 'enterprise' then f.tenant_id::text
                                          when 'province' then f.province else f.commune end, '') as key) grouped
      where ${FILTERS} group by key) found
    where $9::bigint is null or (findings, key) < ($9, $10)
    order by findings desc, key desc limit $11`,
)

/**
 * Warnings that were confirmed, with the sealed reasons; newest legal date first. $8: parts of a body beside which no
 * running text is shown; $9 to $12: after this one.
 */
export const selectConfirmations = statement(
  'data-quality-confirmations',
  `select f.tenant_id, f.declaration_id, f.kind, f.rule, f.legal_date, f.filed_seq, f.establishment, filed.revision, filed.recorded_at,
          filed.filed_as, filed.confirmations::text as confirmations
     from declaration_finding f
     join declaration_act filed on (filed.tenant_id, filed.declaration_id, filed.seq) = (f.tenant_id, f.declaration_id, f.filed_seq)
    where f.finding = 'warning' and f.confirmed > 0 and ${FILTERS}
      and not exists (select from unnest($8::text[]) part where filed.body->part is not null)
      and ($9::date is null
           or (f.legal_date, f.declaration_id, f.rule, f.filed_seq) < ($9::date, $10::uuid, $11::text, $12::int))
    order by f.legal_date desc, f.declaration_id desc, f.rule desc, f.filed_seq desc limit $13`,
)
