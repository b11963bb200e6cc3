import type { LookUp } from '../declaration/kind.ts'
import { addMonths } from '../law/calendar.ts'
import type { Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import { findFacility } from '../provider/snapshot.ts'
import { addDays, type LegalDate, yearOf } from '../reference/legal-date.ts'
import { turns } from '../rules/slices.ts'
import { asDate } from './facts.ts'
import {
  type DiseaseHistory,
  type DiseaseKnown,
  type EarlierDiagnosis,
  type EarlierMonitoring,
  type EarlierScreening,
  MONTHS_OF_MONITORING,
} from './known.ts'
import { selectMonitoringOfHazards } from './monitoring-of-hazards.ts'
import { reportsOfRound } from './reports-of-round.ts'
import type { DiseaseScreening } from './schema.ts'

/** The latest acts of counted rounds of one enterprise, without the one that is amended. */
const EARLIER = `f.tenant_id = $1 and f.counted and f.declaration_id is distinct from $2::uuid
  and not exists (select from disease_fact_later later
                   where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                     and later.seq > f.seq)`

const selectEarlierScreenings = statement(
  'select-earlier-screenings',
  `select f.declaration_id as id, f.examined_from as "from", f.examined_on as "to", f.exam_kind as kind, f.examined,
          coalesce((select json_agg(json_build_object('factor', h.factor, 'exposed', h.exposed, 'examined', h.examined)
                                    order by h.ordinal)
                      from disease_hazard_fact h
                     where (h.tenant_id, h.declaration_id, h.seq) = (f.tenant_id, f.declaration_id, f.seq)), '[]')
            as hazards
     from disease_fact f
    where ${EARLIER} and f.examined_on < $3 and f.examined_on >= $4
    order by f.examined_on desc, f.declaration_id limit 50`,
)

const selectCumulativeDiagnoses = statement(
  'select-cumulative-diagnoses',
  `select r.disease, sum(r.diagnosed_new) as diagnosed
     from disease_result_fact r
     join disease_fact f on (f.tenant_id, f.declaration_id, f.seq) = (r.tenant_id, r.declaration_id, r.seq)
    where ${EARLIER} and f.examined_on < $3
    group by r.disease having sum(r.diagnosed_new) > 0 order by r.disease`,
)

const selectEarlierDiagnoses = statement(
  'select-earlier-diagnoses',
  `select encode(c.person_key, 'hex') as person, c.disease, c.diagnosed_on as "on", c.declaration_id as declaration
     from disease_case_fact c
     join disease_fact f on (f.tenant_id, f.declaration_id, f.seq) = (c.tenant_id, c.declaration_id, c.seq)
    where ${EARLIER} and c.tenant_id = $1 and f.examined_on < $3 and c.person_key = any ($4) and c.disease is not null
    order by c.diagnosed_on, c.declaration_id`,
)

/** Rounds older than this say nothing about the interval of a year. */
const DAYS_OF_ROUNDS = 3 * 366

/** The facility, and what the same enterprise filed before the round; nothing of any other enterprise. */
export async function lookUpScreening(about: LookUp<DiseaseScreening>): Promise<DiseaseKnown> {
  const { database, body, tenantId } = about
  const { id, taxCode } = body.facility ?? {}
  return {
    facility: await findFacility(database, { id, taxCode }),
    history:
      tenantId === null
        ? null
        : await database.within({ tenant: tenantId }, (session) => historyOf(session, about, tenantId)),
  }
}

async function historyOf(
  session: Session,
  { body, self, pseudonym }: LookUp<DiseaseScreening>,
  tenantId: string,
): Promise<DiseaseHistory> {
  const start = asDate(body.examination?.from ?? body.examination?.to)
  const end = asDate(body.examination?.to) ?? start
  // Without its days a round is refused, whatever was before it.
  if (start === null || end === null) return NOTHING
  const before = [tenantId, self, start] as const
  return {
    screenings: await session.run<EarlierScreening & Row>(selectEarlierScreenings, [
      ...before,
      addDays(start, -DAYS_OF_ROUNDS),
    ]),
    diagnosed: await diagnosesOf(session, body, pseudonym, before),
    cumulative: await session.run<DiseaseHistory['cumulative'][number] & Row>(selectCumulativeDiagnoses, before),
    ...(await monitoringOf(session, tenantId, end)),
    reports: await reportsOfRound(session, { tenantId, self, on: end }, diseasesIn(body)),
  }
}

const NOTHING: DiseaseHistory = {
  screenings: [],
  diagnosed: [],
  cumulative: [],
  monitoring: [],
  measuredInYear: [],
  reports: [],
}

async function monitoringOf(
  session: Session,
  tenantId: string,
  end: LegalDate,
): Promise<Pick<DiseaseHistory, 'monitoring' | 'measuredInYear'>> {
  const year = yearOf(end)
  const measured = await session.run<EarlierMonitoring & { sampledFrom: LegalDate } & Row>(selectMonitoringOfHazards, [
    tenantId,
    addMonths(end, -MONTHS_OF_MONITORING),
    `${year}-12-31`,
  ])
  return {
    monitoring: measured
      .filter(({ sampledOn }) => sampledOn <= end)
      .map(({ factor, sampledOn, samples, exceeding }) => ({ factor, sampledOn, samples, exceeding })),
    measuredInYear: [
      ...new Set(measured.flatMap(({ factor, sampledFrom }) => (yearOf(sampledFrom) === year ? factor : []))),
    ],
  }
}

function diseasesIn({ diseases = [] }: DiseaseScreening): ReadonlySet<string> {
  return new Set(diseases.flatMap(({ disease }) => disease ?? []))
}

type Row = Record<string, unknown>

async function diagnosesOf(
  session: Session,
  { cases = [] }: DiseaseScreening,
  pseudonym: (value: string) => Buffer,
  earlier: readonly unknown[],
): Promise<EarlierDiagnosis[]> {
  const casesOf = new Map<string, number[]>()
  const pause = turns()
  for (const [index, { person }] of cases.entries()) {
    if (person?.identityNumber === undefined) continue
    const key = pseudonym(person.identityNumber).toString('hex')
    casesOf.set(key, [...(casesOf.get(key) ?? []), index])
    if (index % 64 === 63) await pause()
  }
  if (casesOf.size === 0) return []
  const rows = await session.run<Omit<EarlierDiagnosis, 'case'> & { person: string }>(selectEarlierDiagnoses, [
    ...earlier,
    [...casesOf.keys()].map((key) => Buffer.from(key, 'hex')),
  ])
  return rows.flatMap(({ person, ...diagnosis }) =>
    (casesOf.get(person) ?? []).map((index) => ({ case: index, ...diagnosis })),
  )
}
