import type { LookUp } from '../declaration/kind.ts'
import { statement } from '../platform/statements.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import type { AccidentKnown, NamedIncident, ReportOfAccidents, VictimElsewhere } from './known.ts'
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
 * All in one, because every accident asks it. It is planned once, so it looks the same to the planner whatever it asks
 * for: no parameter is null but the day, and the persons stand in a subquery, where nobody counts them. $1 tenant, $2 the
 * declaration itself, $3 the technical incident it names, $4 keys of its victims, $5 the day of the accident.
 */
const selectKnown = statement(
  'select-known-of-accident',
  `with same_person as materialized (
     -- By the person alone, never through all victims of a large enterprise.
     select * from accident_victim_fact where person_key = any ((select $4::bytea[])::bytea[]))
   select
     (select json_build_object('id', f.declaration_id) from technical_incident_fact f
       where f.tenant_id = $1 and f.declaration_id = $3 and ${stands('f', 'technical_incident_fact_later')}) as incident,
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
               'id', r.declaration_id, 'period', r.period,
               'reported', json_build_object('accidents', coalesce(r.accidents, 0), 'victims', coalesce(r.victims, 0),
                                             'fatalAccidents', coalesce(r.fatal_accidents, 0),
                                             'deaths', coalesce(r.deaths, 0), 'serious', r.serious),
               'elsewhere', elsewhere.totals) order by r.report_kind, r.period), '[]')
        from periodic_report_fact r
       cross join lateral (
         select json_build_object('accidents', count(*), 'victims', coalesce(sum(a.victims), 0),
                                  'fatalAccidents', count(*) filter (where a.deaths > 0),
                                  'deaths', coalesce(sum(a.deaths), 0), 'serious', coalesce(sum(a.serious), 0))
           from accident_fact a
          where ${otherAccident} and a.occurred_on between make_date(r.year, 1, 1) and r.period_end
            -- What the index holds.
            and a.occurred_at >= make_timestamptz(r.year, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')
            and a.occurred_at < make_timestamptz(r.year + 1, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')) elsewhere (totals)
       where r.tenant_id = $1 and r.year = extract(year from $5::date) and r.period_end >= $5::date
         and r.report_kind in ('accident-summary', 'commune-accident-summary', 'osh-annual')
         and ${stands('r', 'report_fact_later')}) as reports,
     (select json_agg(${REVISION_ON_RECORD} order by a.seq) from declaration_act a
       where a.tenant_id = $1 and a.declaration_id = $2 and a.body is not null) as earlier`,
)

/** No id of anything. */
const NOTHING = '00000000-0000-0000-0000-000000000000'

interface KnownRow extends Record<string, unknown> {
  readonly incident: NamedIncident | null
  readonly victims: readonly (Omit<VictimElsewhere, 'victim'> & { readonly key: string })[]
  readonly reports: readonly ReportOfAccidents[]
  readonly earlier: readonly RevisionOnRecord[] | null
}

/** What the same filer declared and reported besides, and before; nothing of any other. */
export async function lookUpAccident(about: LookUp<AccidentDeclaration>): Promise<AccidentKnown> {
  const { database, body, tenantId, self } = about
  if (tenantId === null) return null
  const { technicalIncident, occurredAt } = body.accident ?? {}
  const victimsOf = victimsByKey(about)
  const [row] = await database.within({ tenant: tenantId }, (session) =>
    session.run<KnownRow>(selectKnown, [
      tenantId,
      self ?? NOTHING,
      technicalIncident?.id ?? NOTHING,
      [...victimsOf.keys()].map((key) => Buffer.from(key, 'hex')),
      occurredAt === undefined ? null : legalDateOf(new Date(occurredAt)),
    ]),
  )
  return {
    incident: row?.incident ?? null,
    victims: (row?.victims ?? []).flatMap(({ key, ...elsewhere }) =>
      (victimsOf.get(key) ?? []).map((victim) => ({ victim, ...elsewhere })),
    ),
    reports: row?.reports ?? [],
    ...(row?.earlier && { earlier: row.earlier }),
  }
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
