import type { EarlierReport, OwnReport, ReportKnown, SelfReporter } from '../known.ts'
import { sampleKnown } from '../sample.ts'
import type { ReportContext } from './define.ts'

/** The context of the sample with something else known; for examples. */
export function knowing(known: Partial<ReportKnown>): Partial<ReportContext> {
  return { known: { ...sampleKnown, ...known } }
}

/** The report of a provincial labour office on itself. */
export const BY_PROVINCE = reporting('labour-office')
/** The report of a commune. */
export const BY_COMMUNE = knowing({ commune: { scheme: 'VN-2025', code: '01849' } })

/** An office or organisation of Thái Nguyên that reports on itself. */
export function reporting(kind: SelfReporter['kind']): Partial<ReportContext> {
  return knowing({ self: { kind, unit: { scheme: 'VN-2025', code: '19' }, name: null } })
}

const ID = '0198f000-0000-7000-8000-000000000003'

/** A report filed before this one; of the same period unless changed. */
export function reported(report: Partial<EarlierReport> = {}): Partial<ReportContext> {
  const earlier = {
    id: ID,
    kind: 'accident-summary',
    period: '2026-H1',
    receivedOn: '2026-07-01',
    workers: 240,
    women: 35,
    figures: {},
    ...report,
  } as EarlierReport
  return knowing({ history: { reports: [earlier], withdrawn: 0 } })
}

/** As an amendment of this report. */
export function amending(own: Partial<OwnReport> = {}): Partial<ReportContext> {
  const first = {
    kind: 'accident-summary',
    period: '2026-H1',
    receivedOn: '2026-07-01',
    attempt: 0,
    ...own,
  } as OwnReport
  return { ...knowing({ own: first }), amends: { declarationId: ID, revision: 1 } }
}
