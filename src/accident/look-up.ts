import type { LookUp } from '../declaration/kind.ts'
import type { Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import { type LegalDate, legalDateOf, yearOf } from '../reference/legal-date.ts'
import type { AccidentKnown, AccidentTotals, NamedIncident, ReportOfAccidents, VictimElsewhere } from './known.ts'
import type { AccidentDeclaration } from './schema.ts'
import { REVISION_ON_RECORD, type RevisionOnRecord } from './tellings.ts'

/** Whether a fact row counts and is the last of its declaration. */
const stands = (alias: string, later: string) => `${alias}.counted and not exists (
  select from ${later} later
   where later.tenant_id = ${alias}.tenant_id and later.declaration_id = ${alias}.declaration_id
     and later.seq > ${alias}.seq)`

const otherAccident = `a.tenant_id = $1 and a.declaration_id <> $2::uuid
  and ${stands('a', 'accident_fact_later')}`

/**
 * What every accident asks. It is planned once, so it looks the same to the planner whatever it asks for: no parameter is
 * null but the day, and the persons stand in a subquery, where nobody counts them. $1 tenant, $2 the declaration itself,
 * $3 keys of its victims, $4 the day of the accident.
 */
const selectOwnFilings = statement(
  'select-own-filings-of-accident',
  `with same_person as materialized (
     -- By the person alone, never through all victims of a large enterprise.
     select * from accident_victim_fact where person_key = any ((select $3::bytea[])::bytea[]))
   select
     (select coalesce(json_agg(json_build_object('key', encode(same.person_key, 'hex'), 'declaration', same.declaration_id,
                                                 'on', same.occurred_on, 'died', same.died)
                               order by same.occurred_on, same.declaration_id), '[]')
        from (select v.person_key, a.declaration_id, a.occurred_on,
                     case when v.condition = 'dead' then coalesce(v.died_on, a.occurred_on) end as died
                from same_person v
               -- With an offset the planner cannot begin with all accidents of the tenant.
               cross join lateral (select * from accident_fact a
                                    where (a.tenant_id, a.declaration_id, a.seq) = (v.tenant_id, v.declaration_id, v.seq)
                                      and ${otherAccident} offset 0) a
               limit 50) same) as victims,
     (select coalesce(json_agg(json_build_object(
               'id', r.declaration_id, 'period', r.period, 'to', r.period_end,
               'reported', json_build_object('accidents', coalesce(r.accidents, 0), 'victims', coalesce(r.victims, 0),
                                             'fatalAccidents', coalesce(r.fatal_accidents, 0),
                                             'deaths', coalesce(r.deaths, 0), 'serious', r.serious))
                               order by r.report_kind, r.period), '[]')
        from periodic_report_fact r
       where r.tenant_id = $1 and r.year = extract(year from $4::date) and r.period_end >= $4::date
         and r.report_kind in ('accident-summary', 'commune-accident-summary', 'osh-annual')
         and ${stands('r', 'report_fact_later')}) as reports`,
)

/** Of the other accidents of a period. $1 tenant, $2 the declaration itself, $3 and $4 its first and last day. */
const selectTotals = statement(
  'select-totals-of-other-accidents',
  `select count(*) as accidents, coalesce(sum(a.victims), 0) as victims, count(*) filter (where a.deaths > 0) as "fatalAccidents",
          coalesce(sum(a.deaths), 0) as deaths, coalesce(sum(a.serious), 0) as serious
     from accident_fact a
    where ${otherAccident} and a.occurred_on between $3 and $4
      -- What the index holds.
      and a.occurred_at >= $3::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and a.occurred_at < ($4::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
)

/** $1 tenant, $2 the technical incident named. */
const selectNamedIncident = statement(
  'select-named-incident',
  `select f.declaration_id as id from technical_incident_fact f
    where f.tenant_id = $1 and f.declaration_id = $2 and ${stands('f', 'technical_incident_fact_later')}`,
)

/** $1 tenant, $2 the declaration itself. */
const selectEarlierRevisions = statement(
  'select-earlier-revisions-of-accident',
  `select json_agg(${REVISION_ON_RECORD} order by a.seq) as earlier from declaration_act a
    where a.tenant_id = $1 and a.declaration_id = $2 and a.body is not null`,
)

/** No id of anything. */
const NOTHING = '00000000-0000-0000-0000-000000000000'

type Row = Record<string, unknown>

interface OwnFilingsRow extends Row {
  readonly victims: readonly (Omit<VictimElsewhere, 'victim'> & { readonly key: string })[]
  readonly reports: readonly (Omit<ReportOfAccidents, 'elsewhere'> & { readonly to: LegalDate })[]
}

/** What the same filer declared and reported besides, and before; nothing of any other. */
export async function lookUpAccident(about: LookUp<AccidentDeclaration>): Promise<AccidentKnown> {
  const { database, tenantId } = about
  return tenantId === null
    ? null
    : database.within({ tenant: tenantId }, (session) => knownTo(session, about, tenantId))
}

async function knownTo(
  session: Session,
  about: LookUp<AccidentDeclaration>,
  tenantId: string,
): Promise<NonNullable<AccidentKnown>> {
  const { technicalIncident, occurredAt } = about.body.accident ?? {}
  const self = about.self ?? NOTHING
  const victimsOf = victimsByKey(about)
  const [own] = await session.run<OwnFilingsRow>(selectOwnFilings, [
    tenantId,
    self,
    [...victimsOf.keys()].map((key) => Buffer.from(key, 'hex')),
    occurredAt === undefined ? null : legalDateOf(new Date(occurredAt)),
  ])
  const reports: ReportOfAccidents[] = []
  for (const { to, ...report } of own?.reports ?? []) {
    const [elsewhere] = await session.run<AccidentTotals & Row>(selectTotals, [
      tenantId,
      self,
      `${yearOf(to)}-01-01`,
      to,
    ])
    if (elsewhere !== undefined) reports.push({ ...report, elsewhere })
  }
  return {
    incident: technicalIncident?.id === undefined ? null : await namedIncident(session, tenantId, technicalIncident.id),
    victims: (own?.victims ?? []).flatMap(({ key, ...elsewhere }) =>
      (victimsOf.get(key) ?? []).map((victim) => ({ victim, ...elsewhere })),
    ),
    reports,
    ...(about.self !== null && (await earlierRevisions(session, tenantId, about.self))),
  }
}

async function namedIncident(session: Session, tenantId: string, id: string): Promise<NamedIncident | null> {
  const [incident] = await session.run<NamedIncident & Row>(selectNamedIncident, [tenantId, id])
  return incident ?? null
}

async function earlierRevisions(
  session: Session,
  tenantId: string,
  self: string,
): Promise<{ readonly earlier?: readonly RevisionOnRecord[] }> {
  const [row] = await session.run<{ earlier: readonly RevisionOnRecord[] | null }>(selectEarlierRevisions, [
    tenantId,
    self,
  ])
  return row?.earlier ? { earlier: row.earlier } : {}
}

function victimsByKey({ body, pseudonym }: LookUp<AccidentDeclaration>): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, number[]>()
  for (const [index, { person }] of (body.victims ?? []).entries()) {
    if (person?.idNumber === undefined) continue
    const key = pseudonym(person.idNumber).toString('hex')
    byKey.set(key, [...(byKey.get(key) ?? []), index])
  }
  return byKey
}
