import { REVISION_ON_RECORD } from '../accident/tellings.ts'
import { statement } from '../platform/statements.ts'

/** The fact row that no later act follows, of a declaration that still stands for itself. */
const standing = (fact: string, later: string) => `${fact}.status not in ('withdrawn', 'merged') and not exists (
  select from ${later} later
   where later.tenant_id = ${fact}.tenant_id and later.declaration_id = ${fact}.declaration_id and later.seq > ${fact}.seq)`

/** What was filed as the revision that the row is about. */
const bodyOf = (fact: string) => `filed.tenant_id = ${fact}.tenant_id
  and filed.declaration_id = ${fact}.declaration_id and filed.revision = ${fact}.revision and filed.body is not null`
const filedBody = (fact: string) => `join declaration_act filed on ${bodyOf(fact)}`

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
     union all select office_id(c.role, (u.unit->>'scheme') || ':' || (u.unit->>'code'))
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

/** The first filing, when the record was complete first, and when whoever owes the declaration filed first. */
const firstFilings = (fact: string) => `
    join ${fact} first on (first.tenant_id, first.declaration_id, first.seq) = (f.tenant_id, f.declaration_id, 1)
    join declaration_act begun on (begun.tenant_id, begun.declaration_id, begun.seq) = (f.tenant_id, f.declaration_id, 1)
    cross join lateral (
       select min(d.recorded_at) filter (where not d.preliminary) as at from ${fact} d
        where d.tenant_id = f.tenant_id and d.declaration_id = f.declaration_id) completed
    cross join lateral (
       select min(a.recorded_at) as at from declaration_act a
        where a.tenant_id = f.tenant_id and a.declaration_id = f.declaration_id and a.body is not null
          and a.filed_as in ('enterprise', 'commune')) own`

/** With what was filed and added in order, where anything followed the first filing. */
export const selectAccidents = statement(
  'obligation-accidents',
  `select ${WHERE_IT_LIES}, f.occurred_on::text, f.occurred_at, f.filed_at, f.special_field, f.deaths, f.serious,
          f.light, f.missing, f.victims, f.conclusion, begun.filed_as as first_filed_as,
          filed.body->'recipients' as recipients, filed.body->'accident'->>'knownAt' as known_at, filed.body->'accident'->>'declaredAt' as declared_at,
          coalesce((filed.body->'accident'->>'abroad')::boolean, false) as abroad,
          filed.body->'accident'->'technicalIncident'->>'id' as incident,
          filed.body->>'channel' as channel, begun.body->'onBehalf'->>'channel' as on_behalf_channel,
          first.preliminary as first_notice, completed.at as completed_at, own.at as own_filing_at, told.revisions,
          acts.annexes, persons.rows as persons
     from accident_fact f
     ${filedBody('f')}
    ${firstFilings('accident_fact')}
    cross join lateral (
       select json_agg(${REVISION_ON_RECORD} order by a.seq) as revisions
         from declaration_act a
        where f.seq > 1 and a.tenant_id = f.tenant_id and a.declaration_id = f.declaration_id and a.body is not null
          and a.revision <= f.revision) told
    cross join lateral (
       select json_agg(json_build_object('act', a.act, 'seq', a.seq, 'recordedAt', a.recorded_at, 'filedAs', a.filed_as,
                                         'content', a.annex) order by a.seq) as annexes
         from declaration_act a
        where a.tenant_id = f.tenant_id and a.declaration_id = f.declaration_id and a.annex is not null
          and a.act in ('investigate', 'outcome')) acts
    cross join lateral (
       select json_agg(json_build_object('victimId', v.victim_id, 'condition', v.condition,
                                         'relation', v.employment_relation, 'assessedOn', v.assessed_on,
                                         'decidedOn', v.compensation_decided_on, 'decided', v.compensation_decided,
                                         'paidOn', v.compensation_paid_on, 'paid', v.compensation_paid)
                       order by v.ordinal) as rows
         from accident_victim_fact v
        where (v.tenant_id, v.declaration_id, v.seq) = (f.tenant_id, f.declaration_id, f.seq)) persons
    where f.tenant_id = any($1) and ${standing('f', 'accident_fact_later')}`,
)

/** With what each revision up to the one in force says of who was told. */
export const selectIncidents = statement(
  'obligation-incidents',
  `select ${WHERE_IT_LIES}, f.occurred_on::text, f.occurred_at, f.filed_at, f.accidents,
          coalesce(filed.body->'incident', '{}') as incident, coalesce(filed.body->'casualties', '{}') as casualties,
          filed.body->'incident'->>'knownAt' as known_at, filed.body->'incident'->>'declaredAt' as declared_at,
          filed.body->>'channel' as channel, begun.body->'onBehalf'->>'channel' as on_behalf_channel,
          first.preliminary as first_notice, completed.at as completed_at, own.at as own_filing_at, told.revisions
     from technical_incident_fact f
     ${filedBody('f')}
    ${firstFilings('technical_incident_fact')}
    cross join lateral (
       select json_agg(json_strip_nulls(json_build_object(
                'recordedAt', a.recorded_at, 'recipients', a.body->'recipients',
                'homeAffairsInformed', a.body->'incident'->'homeAffairsInformed',
                'specialisedAuthority', a.body->'incident'->'specialisedAuthority')) order by a.seq) as revisions
         from declaration_act a
        where a.tenant_id = f.tenant_id and a.declaration_id = f.declaration_id and a.body is not null
          and a.revision <= f.revision) told
    where f.tenant_id = any($1) and ${standing('f', 'technical_incident_fact_later')}`,
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

/** With what the reports of offices say beside their figures. */
export const selectReports = statement(
  'obligation-reports',
  `select f.tenant_id, f.report_kind as report, f.period, f.received_on::text as "receivedOn",
          case f.report_kind when 'office-summary' then (
            select filed.body->'officeSummary'->>'publishedOn' from declaration_act filed where ${bodyOf('f')})
          end as "publishedOn",
          case f.report_kind when 'programme-annual' then (
            select array(select one->>'programme' from json_array_elements(filed.body->'programmeAnnual'->'programmes') one)
              from declaration_act filed where ${bodyOf('f')})
          end as programmes
     from periodic_report_fact f where f.tenant_id = any($1) and ${standing('f', 'report_fact_later')}`,
)

export const selectCommunes = statement(
  'obligation-communes',
  `select id, unit, reach, created_at from tenant where kind = 'commune' and id = any($1)`,
)

/** With the years up to $2 in which it might work. */
export const selectMonitors = statement(
  'obligation-monitors',
  `select p.id, p.facts->>'name' as name, p.reach, p.created_at,
          array(select y from generate_series(2016, $2::integer) y
                 where p.eligible && datemultirange(daterange(make_date(y, 1, 1), make_date(y + 1, 1, 1)))) as years
     from provider p where p.register = 'monitoring-organisation' and p.id = any($1)`,
)

export const selectOffices = statement(
  'obligation-offices',
  `select * from (
     select office_id(c.role, key.unit) as id, c.role, key.unit, min(c.created_at) as created_at
       from client c cross join jsonb_array_elements(c.jurisdiction->'units') u(unit)
      cross join lateral (select (u.unit->>'scheme') || ':' || (u.unit->>'code')) as key (unit)
      where c.role in ('labour-office', 'health-office') and c.revoked_at is null
      group by 1, 2, 3) offices
    where id = any($1)`,
)

/** The party's own tenant must be in scope. */
export const insertWaiver = statement(
  'obligation-waive',
  `insert into obligation_waiver (tenant_id, id, obligation_id, lifted, reason, client_id, actor, decided_at, reach)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
