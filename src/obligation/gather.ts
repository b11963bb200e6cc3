import type { TenantKeys } from '../declaration/deps.ts'
import { WHOLE_LOG } from '../declaration/log-reader.ts'
import { openBody } from '../declaration/reveal.ts'
import type { Database, Session } from '../platform/database.ts'
import type { Statement } from '../platform/statements.ts'
import { currentUnit, levelOf, reachOf, type UnitRef, unitName, unitOfKey } from '../reference/administrative-units.ts'
import { groupBy } from '../reference/group-by.ts'
import { type LegalDate, legalDateOf, yearOf } from '../reference/legal-date.ts'
import { type AccidentRow, accidentOnRecord } from './accident-on-record.ts'
import type { AccidentOnRecord } from './duties-of-accident.ts'
import type { IncidentOnRecord } from './duties-of-incident.ts'
import type { CampaignOnRecord } from './duties-of-monitoring.ts'
import type { StandingReporter } from './duties-of-office.ts'
import type { EnterpriseOnRecord, RegisteredState, ReportOnRecord } from './duties-of-register.ts'
import type { CaseOnRecord, RoundOnRecord } from './duties-of-screening.ts'
import { type IncidentRow, incidentOnRecord } from './incident-on-record.ts'
import {
  selectAccidents,
  selectCampaigns,
  selectCommunes,
  selectEnterprises,
  selectIncidents,
  selectMonitors,
  selectOffices,
  selectReports,
  selectRounds,
} from './statements.ts'

export interface GatherDeps {
  readonly database: Database
  readonly tenantKeys: TenantKeys
}

/** Under whom, and before which offices, what follows from something is listed. */
export interface Placed {
  readonly name: string
  readonly province: string | null
  readonly reach: readonly string[]
  readonly officeReach: readonly string[]
}

/** A declaration, and where it lies. */
export interface Located<T> {
  readonly on: T
  readonly placed: Placed
}

/** Everything on record of one party. */
export interface PartyOnRecord {
  readonly id: string
  readonly accidents: readonly Located<AccidentOnRecord>[]
  readonly incidents: readonly Located<IncidentOnRecord>[]
  readonly rounds: readonly Located<RoundOnRecord>[]
  readonly campaigns: readonly Located<CampaignOnRecord>[]
  readonly enterprise: Located<EnterpriseOnRecord> | null
  readonly standing: readonly Located<StandingReporter>[]
}

/** What is on record of the parties, as of a day. */
export async function gather(
  { database, tenantKeys }: GatherDeps,
  ids: readonly string[],
  today: LegalDate,
): Promise<readonly PartyOnRecord[]> {
  const rows = await database.within(WHOLE_LOG, async (session) => ({
    enterprises: await read<EnterpriseRow>(session, selectEnterprises, ids),
    accidents: await read<AccidentRow & PlacedRow>(session, selectAccidents, ids),
    incidents: await read<IncidentRow & PlacedRow>(session, selectIncidents, ids),
    rounds: await read<RoundRow>(session, selectRounds, ids),
    campaigns: await read<CampaignRow>(session, selectCampaigns, ids),
    reports: await read<ReportOnRecord & { tenant_id: string }>(session, selectReports, ids),
    communes: await read<CommuneRow>(session, selectCommunes, ids),
    monitors: await read<MonitorRow>(session, selectMonitors, ids, yearOf(today)),
    offices: await read<OfficeRow>(session, selectOffices, ids),
  }))
  const rounds = await Promise.all(rows.rounds.map((row) => locatedRound(tenantKeys, row)))
  const accidents = byTenant(rows.accidents, accidentOnRecord)
  const of = {
    accidents,
    incidents: byTenant(rows.incidents, (row) => incidentOnRecord(row, onRecord(accidents.get(row.tenant_id)))),
    rounds: groupBy(rounds, ({ tenant }) => tenant),
    campaigns: byTenant(rows.campaigns, campaignOf),
    reports: groupBy(rows.reports, ({ tenant_id }) => tenant_id),
    enterprises: new Map(rows.enterprises.map((row) => [row.tenant_id, row])),
    standing: groupBy(
      [
        ...rows.communes.map((row) => communeOf(row, rows.reports, today)),
        ...rows.monitors.map((row) => monitorOf(row, rows.reports, today)),
        ...rows.offices.map((row) => officeOf(row, rows.reports, today)),
      ],
      ({ party }) => party,
    ),
  }
  return ids.map((id) => {
    const row = of.enterprises.get(id)
    const filed: Filed = {
      accidents: of.accidents.get(id) ?? [],
      rounds: of.rounds.get(id) ?? [],
      campaigns: of.campaigns.get(id) ?? [],
      reports: of.reports.get(id) ?? [],
    }
    return {
      id,
      ...filed,
      incidents: of.incidents.get(id) ?? [],
      enterprise: row === undefined ? null : enterpriseOf(row, filed, today),
      standing: of.standing.get(id) ?? [],
    }
  })
}

function read<Row>(session: Session, statement: Statement, ...params: readonly unknown[]): Promise<Row[]> {
  return session.run<Row & Record<string, unknown>>(statement, params)
}

interface PlacedRow {
  readonly tenant_id: string
  readonly id: string
  readonly establishment: string
  readonly current_province: string | null
  readonly reach: readonly string[]
  readonly office_reach: readonly string[]
}

function byTenant<Row extends PlacedRow, T>(
  rows: readonly Row[],
  recordOf: (row: Row) => T,
): ReadonlyMap<string, Located<T>[]> {
  const located = rows.map((row) => ({ tenant: row.tenant_id, on: recordOf(row), placed: placedOf(row) }))
  return groupBy(located, ({ tenant }) => tenant)
}

function onRecord<T>(located: readonly Located<T>[] = []): readonly T[] {
  return located.map(({ on }) => on)
}

function placedOf({ establishment, current_province, reach, office_reach }: PlacedRow): Placed {
  return { name: establishment, province: current_province, reach, officeReach: office_reach }
}

interface RoundRow extends PlacedRow {
  readonly examined_on: LegalDate
  readonly exam_kind: string | null
  readonly cases: number
  readonly revision: number
  readonly body: string
  readonly sealed: Buffer
}

/** As much of the body as is asked here. */
interface ToldOfRound {
  readonly examination?: { readonly resultsReturnedOn?: LegalDate }
  readonly workforce?: { readonly heavy?: number }
  readonly cases?: readonly {
    readonly disease?: string
    readonly examinedOn?: LegalDate
    readonly treatmentEndedOn?: LegalDate
    readonly referredOn?: LegalDate
    readonly assessment?: { readonly on?: LegalDate }
  }[]
}

async function locatedRound(tenantKeys: TenantKeys, row: RoundRow) {
  return { tenant: row.tenant_id, on: await roundOf(tenantKeys, row), placed: placedOf(row) }
}

async function roundOf(tenantKeys: TenantKeys, row: RoundRow): Promise<RoundOnRecord> {
  const record = { id: row.id, tenantId: row.tenant_id }
  const told = (
    row.cases === 0 ? JSON.parse(row.body) : await openBody(tenantKeys, record, row.revision, row)
  ) as ToldOfRound
  return {
    id: row.id,
    kind: row.exam_kind ?? '',
    endedOn: row.examined_on,
    resultsReturnedOn: told.examination?.resultsReturnedOn ?? null,
    heavy: (told.workforce?.heavy ?? 0) > 0,
    cases: (told.cases ?? []).flatMap(({ disease, examinedOn, treatmentEndedOn, referredOn, assessment }) => {
      if (disease === undefined || examinedOn === undefined) return []
      const one: CaseOnRecord = {
        disease,
        examinedOn,
        treatmentEndedOn: treatmentEndedOn ?? null,
        referredOn: referredOn ?? null,
        assessedOn: assessment?.on ?? null,
      }
      return [one]
    }),
  }
}

interface CampaignRow extends PlacedRow {
  readonly sampled_to: LegalDate
  readonly counted: boolean
  readonly exceeding: number
  readonly reported_on: LegalDate | null
  readonly published_on: LegalDate | null
  readonly early_examination_on: LegalDate | null
  readonly measures: readonly (LegalDate | null)[]
}

function campaignOf(row: CampaignRow): CampaignOnRecord & { readonly counted: boolean } {
  return {
    id: row.id,
    counted: row.counted,
    sampledOn: row.sampled_to,
    reportedOn: row.reported_on,
    exceeding: row.exceeding,
    publishedOn: row.published_on,
    measures: row.measures,
    earlyExaminationOn: row.early_examination_on,
  }
}

interface EnterpriseRow {
  readonly tenant_id: string
  readonly establishment: string
  readonly reach: readonly string[]
  readonly workers: number | null
  readonly hazards: number
  readonly exempt: boolean
  readonly created_at: Date
  readonly scheme: UnitRef['scheme'] | null
  readonly unit: string | null
  readonly states: readonly (RegisteredState & { readonly on: LegalDate })[]
}

interface Filed {
  readonly accidents: readonly Located<AccidentOnRecord>[]
  readonly rounds: readonly Located<RoundOnRecord>[]
  readonly campaigns: readonly Located<CampaignOnRecord & { readonly counted: boolean }>[]
  readonly reports: readonly ReportOnRecord[]
}

function enterpriseOf(row: EnterpriseRow, filed: Filed, today: LegalDate): Located<EnterpriseOnRecord> {
  const now = { workers: row.workers, hazards: row.hazards }
  const { scheme, unit } = row
  return {
    on: {
      id: row.tenant_id,
      knownSince: yearOf(legalDateOf(row.created_at)),
      stateIn: (year) => (year >= yearOf(today) ? now : (stateAt(row, year) ?? now)),
      exempt: row.exempt,
      accidents: filed.accidents.map(({ on }) => on.occurredOn),
      // One by an organisation that might not monitor is no monitoring.
      campaigns: filed.campaigns.map(({ on }) => on).filter(({ counted }) => counted),
      rounds: filed.rounds.map(({ on }) => on),
      reports: filed.reports,
    },
    placed: {
      name: row.establishment,
      province: scheme && unit ? currentUnit({ scheme, code: unit }).province : null,
      reach: row.reach,
      officeReach: row.reach,
    },
  }
}

/** At the end of the year; the first one known, for a year before. */
function stateAt({ states }: EnterpriseRow, year: number): RegisteredState | undefined {
  return states.findLast(({ on }) => yearOf(on) <= year) ?? states[0]
}

interface CommuneRow {
  readonly id: string
  readonly unit: string
  readonly reach: readonly string[]
  readonly created_at: Date
}
type ReportRows = readonly (ReportOnRecord & { readonly tenant_id: string })[]
type Standing = Located<StandingReporter> & { readonly party: string }

function communeOf({ id, unit, reach, created_at }: CommuneRow, reports: ReportRows, today: LegalDate): Standing {
  const ref = unitOfKey(unit)
  return {
    party: id,
    on: {
      id,
      kind: 'commune',
      reporter: 'commune',
      reach,
      wholeProvince: false,
      knownSince: sinceYear(created_at, today),
      actsIn: () => true,
      reports: reports.filter(({ tenant_id }) => tenant_id === id),
    },
    placed: placedAt(ref, unitName(ref) ?? unit),
  }
}

interface MonitorRow {
  readonly id: string
  readonly name: string
  readonly reach: readonly string[]
  readonly created_at: Date
  readonly years: readonly number[]
}

function monitorOf(row: MonitorRow, reports: ReportRows, today: LegalDate): Standing {
  const { id, name, reach, created_at, years } = row
  const province = reach.find((key) => /^VN-2025:\d{2}$/.test(key))
  return {
    party: id,
    on: {
      id,
      kind: 'monitor',
      reporter: 'monitoring-organisation',
      reach,
      wholeProvince: false,
      knownSince: sinceYear(created_at, today),
      actsIn: (year) => years.includes(year),
      reports: reports.filter(({ tenant_id }) => tenant_id === id),
    },
    placed: { name, province: province?.split(':')[1] ?? null, reach, officeReach: reach },
  }
}

interface OfficeRow {
  readonly id: string
  readonly role: 'labour-office' | 'health-office'
  /** `scheme:code`. */
  readonly unit: string
  readonly created_at: Date
}

function officeOf({ id, role, unit, created_at }: OfficeRow, reports: ReportRows, today: LegalDate): Standing {
  const ref = unitOfKey(unit)
  const reach = reachOf(ref)
  return {
    party: id,
    on: {
      id,
      kind: 'office',
      reporter: role,
      reach,
      // Units of the map of before 1 July 2025 have no office of their own any more.
      wholeProvince: ref.scheme === 'VN-2025' && levelOf(ref) === 'province',
      knownSince: sinceYear(created_at, today),
      actsIn: () => true,
      reports: reports.filter(({ tenant_id }) => tenant_id === id),
    },
    placed: placedAt(ref, unitName(ref) ?? unit),
  }
}

function sinceYear(createdAt: Date, today: LegalDate): number {
  return Math.min(yearOf(legalDateOf(createdAt)), yearOf(today))
}

function placedAt(ref: UnitRef, name: string): Placed {
  const reach = reachOf(ref)
  return { name, province: currentUnit(ref).province, reach, officeReach: reach }
}
