import type { LookUp } from '../declaration/kind.ts'
import type { Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import type { UnitRef } from '../reference/administrative-units.ts'
import { formOf } from './forms.ts'
import type { EarlierReport, OwnReport, ReportHistory, ReportKnown } from './known.ts'
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

const selectCommune = statement(
  'select-commune-of-tenant',
  `select unit from tenant where id = $1 and kind = 'commune'`,
)

const UNKNOWN: ReportKnown = { own: null, history: null, commune: null, accidents: null }

/** What the same filer reported and declared before; nothing of any other. */
export async function lookUpReport({ database, body, tenantId, self }: LookUp<PeriodicReport>): Promise<ReportKnown> {
  if (tenantId === null) return UNKNOWN
  return database.within({ tenant: tenantId }, (session) => knownTo(session, tenantId, self, body))
}

async function knownTo(
  session: Session,
  tenantId: string,
  self: string | null,
  { kind, period }: PeriodicReport,
): Promise<ReportKnown> {
  const commune = await communeOf(session, tenantId)
  const own = self === null ? null : await ownReport(session, tenantId, self)
  if (period?.year === undefined) return { ...UNKNOWN, own, commune }
  const covered: Period = { year: period.year, half: period.half ?? null }
  return {
    ...UNKNOWN,
    own,
    commune,
    history: await historyOf(session, tenantId, self, kind, covered),
    ...(await formOf(kind)?.lookUp(session, tenantId, covered)),
  }
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

async function communeOf(session: Session, tenantId: string): Promise<UnitRef | null> {
  const [row] = await session.run<{ unit: `${UnitRef['scheme']}:${string}` }>(selectCommune, [tenantId])
  if (row === undefined) return null
  const [scheme, code = ''] = row.unit.split(':')
  return { scheme: scheme as UnitRef['scheme'], code }
}
