import type { LookUp } from '../declaration/kind.ts'
import type { Scope, Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import { type UnitRef, unitOfKey } from '../reference/administrative-units.ts'
import { formOf } from './forms.ts'
import { type EarlierReport, type OwnReport, type ReportHistory, type ReportKnown, reporterOf } from './known.ts'
import { type Period, periodText } from './period.ts'
import type { PeriodicReport } from './schema.ts'

/** Of the fact rows of a report the last one. */
const LAST = `not exists (select from report_fact_later later
                           where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                             and later.seq > f.seq)`

const selectOwnReport = statement(
  'select-own-report',
  `select f.report_kind as kind, f.period, f.received_on as "receivedOn", f.attempt
     from periodic_report_fact f where (f.tenant_id, f.declaration_id, f.seq) = ($1, $2, 1)`,
)

const selectEarlierReports = statement(
  'select-earlier-reports',
  `select f.declaration_id as id, f.report_kind as kind, f.period, f.received_on as "receivedOn", f.workers, f.workers_women as women,
          f.figures
     from periodic_report_fact f
    where f.tenant_id = $1 and f.declaration_id is distinct from $2::uuid and f.year between $3 - 1 and $3
      and f.status <> 'withdrawn' and ${LAST}
    order by f.period desc, f.report_kind, f.declaration_id`,
)

const selectWithdrawn = statement(
  'count-withdrawn-reports',
  `select count(*) as withdrawn from periodic_report_fact f
    where f.tenant_id = $1 and f.declaration_id is distinct from $2::uuid and f.report_kind = $3 and f.period = $4
      and f.status = 'withdrawn' and ${LAST}`,
)

/** What a tenant is that is no enterprise. */
const selectReporter = statement(
  'select-reporter',
  `select t.kind, t.unit, p.facts->>'name' as name, p.facts->'unit' as seat
     from tenant t left join provider p on p.id = t.id and t.kind = 'monitoring-organisation'
    where t.id = $1 and t.kind <> 'enterprise'`,
)

interface ReporterRow {
  readonly kind: 'commune' | 'labour-office' | 'health-office' | 'monitoring-organisation'
  /** `scheme:code`; null for an organisation. */
  readonly unit: string | null
  readonly name: string | null
  readonly seat: UnitRef | null
}

const UNKNOWN: ReportKnown = { own: null, history: null, commune: null, accidents: null }

/** What the same filer reported, declared or filed before, and what lies before an office; nothing of any other. */
export async function lookUpReport({ database, body, tenantId, self }: LookUp<PeriodicReport>): Promise<ReportKnown> {
  if (tenantId === null) return UNKNOWN
  const [reporter] = await database.run<ReporterRow & Record<string, unknown>>(selectReporter, [tenantId])
  return database.within({ tenant: tenantId, ...reachOfReporter(reporter) }, (session) =>
    knownTo(session, tenantId, self, body, reporter ?? null),
  )
}

/** What lies before an office; of an organisation, which works anywhere, its form asks for what it filed and nothing else. */
function reachOfReporter({ kind, unit }: Partial<ReporterRow> = {}): Pick<Scope, 'reach'> {
  if (kind === 'monitoring-organisation') return { reach: '*' }
  return kind !== 'commune' && unit ? { reach: [unit] } : {}
}

async function knownTo(
  session: Session,
  tenantId: string,
  self: string | null,
  { kind, period }: PeriodicReport,
  reporter: ReporterRow | null,
): Promise<ReportKnown> {
  const told: ReportKnown = {
    ...UNKNOWN,
    ...(reporter && reporterKnown(reporter)),
    own: self === null ? null : await ownReport(session, tenantId, self),
  }
  if (period?.year === undefined) return told
  const covered: Period = { year: period.year, half: period.half ?? null }
  const form = formOf(kind)
  const isOwed = form?.filedBy.includes(reporterOf(told))
  return {
    ...told,
    history: await historyOf(session, tenantId, self, kind, covered),
    // For a report that another owes nothing is looked up: a labour office would be told of diagnoses.
    ...(isOwed && (await form?.lookUp(session, tenantId, covered, told.self))),
  }
}

function reporterKnown({ kind, unit, name, seat }: ReporterRow): Pick<ReportKnown, 'commune' | 'self'> {
  const at = unit === null ? seat : unitOfKey(unit)
  if (kind === 'commune' || at === null) return { commune: at }
  return { commune: null, self: { kind: kind === 'monitoring-organisation' ? 'monitor' : kind, unit: at, name } }
}

async function ownReport(session: Session, tenantId: string, self: string): Promise<OwnReport | null> {
  const [own] = await session.run<OwnReport & Record<string, unknown>>(selectOwnReport, [tenantId, self])
  return own ?? null
}

async function historyOf(
  session: Session,
  tenantId: string,
  self: string | null,
  kind: PeriodicReport['kind'],
  covered: Period,
): Promise<ReportHistory> {
  const reports = await session.run<EarlierReport & Record<string, unknown>>(selectEarlierReports, [
    tenantId,
    self,
    covered.year,
  ])
  const [row] = await session.run<{ withdrawn: number }>(selectWithdrawn, [
    tenantId,
    self,
    kind ?? null,
    periodText(covered),
  ])
  return { reports, withdrawn: row?.withdrawn ?? 0 }
}
