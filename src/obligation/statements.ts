import { statement } from '../platform/statements.ts'

/** The fact row that no later act follows, of a declaration that still stands for itself. */
const standing = (fact: string, later: string) => `${fact}.status not in ('withdrawn', 'merged') and not exists (
  select from ${later} later
   where later.tenant_id = ${fact}.tenant_id and later.declaration_id = ${fact}.declaration_id and later.seq > ${fact}.seq)`

/** What was filed as the revision that the row is about. */
const filedBody = (fact: string) => `join declaration_act filed on filed.tenant_id = ${fact}.tenant_id
  and filed.declaration_id = ${fact}.declaration_id and filed.revision = ${fact}.revision and filed.body is not null`

const WHERE_IT_LIES =
  'f.tenant_id, f.declaration_id as id, f.establishment, f.current_province, f.reach, f.office_reach'

/**
 * Parties about whom something changed. $1: the first transaction not read yet, $2: an instant before the last reading;
 * null: never read.
 */
export const selectChangedParties = statement(
  'obligation-changed-parties',
  `select distinct id from (
     select tenant_id as id from declaration_act where xid >= $1::xid8
     union all select tenant_id from enterprise where $2::timestamptz is null or updated_at >= $2
     union all select id from tenant where kind = 'commune' and ($2::timestamptz is null or created_at >= $2)
     union all select p.id from provider p
                where p.register = 'monitoring-organisation' and ($2::timestamptz is null or p.updated_at >= $2)
     union all select e.tenant_id from provider p join enterprise e using (tax_code)
                where p.register = 'monitoring-organisation' and ($2::timestamptz is null or p.updated_at >= $2)
     union all select p.id from provider p join enterprise e using (tax_code)
                where p.register = 'monitoring-organisation' and e.updated_at >= $2
     union all select md5(c.role || '|' || (u.unit->>'scheme') || ':' || (u.unit->>'code'))::uuid
                 from client c cross join jsonb_array_elements(c.jurisdiction->'units') u(unit)
                where c.role in ('labour-office', 'health-office')
                  and ($2::timestamptz is null or c.created_at >= $2 or c.revoked_at >= $2)) changed
   where id is not null order by id`,
)

export const keepObligations = statement('obligation-keep', 'select keep_obligations($1, $2)')

/** With its earlier states, where it has any: what it was in a past year stays as it was. */
export const selectEnterprises = statement(
  'obligation-enterprises',
  `select e.tenant_id, e.name as establishment, e.reach, e.workers, cardinality(e.hazard_factors) as hazards,
          e.provisional or e.defence as exempt, e.created_at, e.head_office_scheme as scheme, e.head_office_unit as unit,
          e.tax_code,
          case when e.version = 1 then '[]' else (
            select json_agg(json_build_object('on', (v.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date,
                                              'workers', v.content->'workers',
                                              'hazards', coalesce(jsonb_array_length(v.content->'hazardFactors'), 0)) order by v.version)
              from enterprise_version v where v.tenant_id = e.tenant_id) end as states
     from enterprise e where e.tenant_id = any($1)`,
)

export const selectAccidents = statement(
  'obligation-accidents',
  `select ${WHERE_IT_LIES}, f.occurred_on::text, f.filed_at, f.special_field, f.deaths, f.serious, f.light, f.missing,
          f.victims, f.worsened_on::text, f.investigation_authority, f.investigation_started_on::text,
          f.investigation_due::text, f.announced_on::text, f.minutes_sent_on::text,
          filed.body->'accident'->>'knownAt' as known_at, filed.body->'accident'->>'declaredAt' as declared_at,
          coalesce((filed.body->'accident'->>'abroad')::boolean, false) as abroad,
          filed.body->'onBehalf'->>'channel' as channel,
          declared.deaths as declared_deaths, declared.serious as declared_serious, declared.light as declared_light,
          declared.missing as declared_missing, declared.victims as declared_victims,
          first.preliminary as first_notice, completed.at as completed_at, own.at as own_filing_at, acts.annexes,
          persons.rows as persons
     from accident_fact f
     ${filedBody('f')}
     join accident_fact first on (first.tenant_id, first.declaration_id, first.seq) = (f.tenant_id, f.declaration_id, 1)
     left join lateral (
       select d.deaths, d.serious, d.light, d.missing, d.victims from accident_fact d
        where d.tenant_id = f.tenant_id and d.declaration_id = f.declaration_id and d.worsened_on is null
        order by d.seq desc limit 1) declared on true
    cross join lateral (
       select min(d.recorded_at) filter (where not d.preliminary) as at from accident_fact d
        where d.tenant_id = f.tenant_id and d.declaration_id = f.declaration_id) completed
    cross join lateral (
       select min(a.recorded_at) as at from declaration_act a
        where a.tenant_id = f.tenant_id and a.declaration_id = f.declaration_id and a.body is not null
          and a.filed_as in ('enterprise', 'commune')) own
    cross join lateral (
       select json_agg(json_build_object('act', a.act, 'seq', a.seq, 'recordedAt', a.recorded_at, 'filedAs', a.filed_as,
                                         'content', a.annex) order by a.seq) as annexes
         from declaration_act a
        where a.tenant_id = f.tenant_id and a.declaration_id = f.declaration_id and a.annex is not null
          and a.act in ('investigate', 'outcome')) acts
    cross join lateral (
       select json_agg(json_build_object('victimId', v.victim_id, 'condition', v.condition,
                                         'relation', v.employment_relation, 'assessedOn', v.assessed_on,
                                         'decidedOn', v.compensation_decided_on, 'paidOn', v.compensation_paid_on)
                       order by v.ordinal) as rows
         from accident_victim_fact v
        where (v.tenant_id, v.declaration_id, v.seq) = (f.tenant_id, f.declaration_id, f.seq)) persons
    where f.tenant_id = any($1) and ${standing('f', 'accident_fact_later')}`,
)

/** With the whole of what is sealed: whose referral is due is told by the cases. */
export const selectRounds = statement(
  'obligation-rounds',
  `select ${WHERE_IT_LIES}, f.examined_on::text, f.exam_kind, f.cases, f.revision, filed.body::text as body, filed.sealed
     from disease_fact f ${filedBody('f')}
    where f.tenant_id = any($1) and ${standing('f', 'disease_fact_later')}`,
)

export const selectCampaigns = statement(
  'obligation-campaigns',
  `select ${WHERE_IT_LIES}, f.sampled_to::text, f.counted,
          case when f.exceeding > 0 then greatest(f.positions_exceeding, 1) else 0 end as exceeding,
          coalesce(filed.body->'report'->>'receivedOn', filed.body->'report'->>'date') as reported_on,
          filed.body->'publication'->>'publishedOn' as published_on,
          filed.body->'earlyExamination'->>'doneOn' as early_examination_on,
          (select coalesce(json_agg(m->>'doneOn'), '[]') from json_array_elements(filed.body->'measures') m) as measures
     from environment_fact f ${filedBody('f')}
    where f.tenant_id = any($1) and ${standing('f', 'environment_fact_later')}`,
)

export const selectReports = statement(
  'obligation-reports',
  `select f.tenant_id, f.report_kind as report, f.period, f.received_on::text as "receivedOn"
     from periodic_report_fact f where f.tenant_id = any($1) and ${standing('f', 'report_fact_later')}`,
)

export const selectCommunes = statement(
  'obligation-communes',
  `select id, unit, reach, created_at from tenant where kind = 'commune' and id = any($1)`,
)

/** Under the enterprise of the same tax code where there is one, with the years up to $2 in which it might work. */
export const selectMonitors = statement(
  'obligation-monitors',
  `select p.id, coalesce(e.tenant_id, p.id) as party, p.facts->>'name' as name, p.reach, p.created_at,
          array(select y from generate_series(2016, $2::integer) y
                 where p.eligible && datemultirange(daterange(make_date(y, 1, 1), make_date(y + 1, 1, 1)))) as years
     from provider p left join enterprise e using (tax_code)
    where p.register = 'monitoring-organisation' and coalesce(e.tenant_id, p.id) = any($1)`,
)

export const selectOffices = statement(
  'obligation-offices',
  `select * from (
     select md5(c.role || '|' || (u.unit->>'scheme') || ':' || (u.unit->>'code'))::uuid as id, c.role,
            u.unit->>'scheme' as scheme, u.unit->>'code' as code, min(c.created_at) as created_at
       from client c cross join jsonb_array_elements(c.jurisdiction->'units') u(unit)
      where c.role in ('labour-office', 'health-office') and c.revoked_at is null
      group by 1, 2, 3, 4) offices
    where id = any($1)`,
)

/** The party's own tenant must be in scope. */
export const insertWaiver = statement(
  'obligation-waive',
  `insert into obligation_waiver (tenant_id, id, obligation_id, lifted, reason, client_id, actor, decided_at, reach)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
