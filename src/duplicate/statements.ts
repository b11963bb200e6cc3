import { statement } from '../platform/statements.ts'

/** The row of an accident that no later act follows. */
const latest = (fact: string) => `not exists (
  select from accident_fact_later later
   where later.tenant_id = ${fact}.tenant_id and later.declaration_id = ${fact}.declaration_id and later.seq > ${fact}.seq)`

/** Accidents with acts from a transaction on. */
export const selectChangedAccidents = statement(
  'duplicate-changed',
  `select distinct tenant_id as "tenantId", declaration_id as id
     from declaration_act where xid >= $1::xid8 and kind = 'accident'`,
)

/**
 * Pairs worth comparing: a day apart at most, and of one enterprise, of enterprises that name each other or the same
 * third, or in one commune. $1, $2: tenants and ids of the accidents that changed.
 */
export const selectCandidates = statement(
  'duplicate-candidates',
  `select distinct least(a.declaration_id, b.declaration_id) as one, greatest(a.declaration_id, b.declaration_id) as other
     from unnest($1::uuid[], $2::uuid[]) as changed (tenant_id, declaration_id)
     join accident_fact a using (tenant_id, declaration_id)
     join accident_fact b on b.declaration_id <> a.declaration_id
      and b.occurred_at between a.occurred_at - interval '2 days' and a.occurred_at + interval '2 days'
      and b.occurred_on between a.occurred_on - 1 and a.occurred_on + 1
      and (b.tenant_id = a.tenant_id or b.current_commune = a.current_commune
           or b.related_tenants @> array[a.tenant_id] or a.related_tenants @> array[b.tenant_id]
           or a.related_tenants && b.related_tenants)
    where a.counted and b.counted and ${latest('a')} and ${latest('b')}`,
)

/** What is compared, as it stands now; what is sealed of it still sealed. */
export const selectCompared = statement(
  'duplicate-compared',
  `select f.tenant_id, f.declaration_id, f.revision, f.filed_at, f.occurred_at, f.occurred_on, f.current_province,
          f.current_commune, f.related_tenants, f.deaths, f.serious, f.light, f.victims, f.reach,
          filed.body::text as body, filed.sealed,
          (select coalesce(json_agg(json_build_object('ordinal', v.ordinal, 'sex', v.sex, 'age', v.age,
                                                      'key', encode(v.person_key, 'hex')) order by v.ordinal), '[]')
             from accident_victim_fact v
            where (v.tenant_id, v.declaration_id, v.seq) = (f.tenant_id, f.declaration_id, f.seq)) as persons
     from accident_fact f
     join declaration_act filed on filed.declaration_id = f.declaration_id and filed.tenant_id = f.tenant_id
      and filed.revision = f.revision and filed.body is not null
    where f.declaration_id = any($1) and ${latest('f')}`,
)

export const keepDuplicates = statement('duplicate-keep', 'select keep_duplicates($1, $2)')

const decided = `left join lateral (
    select * from duplicate_decision d where d.pair_id = p.id order by d.id desc limit 1) d on true`
const COLUMNS = `p.tenant_id, p.id, p.declaration_id, p.other_tenant_id, p.other_declaration_id, p.occurred_on::text,
  p.score::float8 as score, p.reasons, d.decision, d.keep, d.reason, d.client_id, d.actor, d.decided_at, p.reach`
const STATE = `case d.decision when 'merge' then 'merged' when 'distinct' then 'distinct' else 'open' end`

/**
 * Newest accident first. $1: state, $2 and $3: days, $4: a unit key, $5: an enterprise, $6: least score, $7 and $8: after
 * this day and id.
 */
export const selectPairs = statement(
  'duplicate-pairs',
  `select ${COLUMNS}, ${STATE} as state from duplicate_pair p ${decided}
    where (p.stands or d.decision is not null)
      and ($1::text is null or ${STATE} = $1)
      and ($2::date is null or p.occurred_on >= $2) and ($3::date is null or p.occurred_on <= $3)
      and ($4::text is null or p.reach @> array[$4])
      and ($5::uuid is null or $5 in (p.tenant_id, p.other_tenant_id))
      and ($6::float8 is null or p.score >= $6)
      and ($7::date is null or (p.occurred_on, p.id) < ($7, $8))
    order by p.occurred_on desc, p.id desc limit $9`,
)

export const selectPair = statement(
  'duplicate-pair',
  `select ${COLUMNS}, ${STATE} as state from duplicate_pair p ${decided}
    where p.id = $1 and (p.stands or d.decision is not null)`,
)

/** The two declarations of each pair, as they stand now; read for the whole country, since a pair may cross its borders. */
export const selectSides = statement(
  'duplicate-sides',
  `select f.declaration_id, f.tenant_id, f.establishment, f.occurred_at, f.filed_at, f.status, f.deaths, f.victims,
          f.unit_scheme, coalesce(f.commune, f.district, f.province) as unit
     from accident_fact f where f.declaration_id = any($1) and ${latest('f')}`,
)

export const insertDuplicateDecision = statement(
  'duplicate-decide',
  `insert into duplicate_decision (tenant_id, id, pair_id, decision, keep, reason, client_id, actor, decided_at, reach)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)
