import { lastDayBefore } from '../law/calendar.ts'
import { type PeriodicReport, periodicReportDuties, type Reporter } from '../law/periodic-report-duties.ts'
import { type Programme, programmes } from '../law/programmes.ts'
import { covers, type LegalDate, legalDate } from '../reference/legal-date.ts'
import { periodicObligation, periodText, type ReportOnRecord } from './duties-of-register.ts'
import { type Obligation, PLAIN, type Reason } from './obligation.ts'

/** A party that owes reports by the calendar because of what it is. */
export interface StandingReporter {
  readonly id: string
  readonly kind: 'office' | 'commune' | 'monitor'
  readonly reporter: Exclude<Reporter, 'enterprise'>
  /** In charge of a province or a commune: by programmes an area is compared with these units. */
  readonly reach: readonly string[]
  /** The reports of a whole province are owed by its own offices only. */
  readonly wholeProvince: boolean
  readonly knownSince: number
  /** Whether it stood in its function in a year. */
  actsIn(year: number): boolean
  readonly reports: readonly ReportOnRecord[]
}

/** What offices, communes and monitoring organisations owe by the calendar, in every year up to `year`. */
export function dutiesOfStandingReporter(reporter: StandingReporter, year: number): readonly Obligation[] {
  const first = Math.min(reporter.knownSince, year)
  const years = Array.from({ length: year - first + 1 }, (_, index) => first + index)
  return years
    .filter((of) => reporter.actsIn(of))
    .flatMap((of) => [...reportsOf(reporter, of), ...programmes.flatMap((one) => programmeReport(reporter, one, of))])
}

const REASON: Readonly<Record<StandingReporter['kind'], Reason>> = {
  office: { code: 'keeps-the-province', params: {} },
  commune: { code: 'keeps-the-commune', params: {} },
  monitor: { code: 'may-monitor', params: {} },
}

function reportsOf(reporter: StandingReporter, year: number): readonly Obligation[] {
  if (reporter.kind === 'office' && !reporter.wholeProvince) return []
  const { id, kind, reports } = reporter
  const of = (report: PeriodicReport, half: 1 | null) => {
    const period = { year, half }
    const sent = reports.find((one) => one.report === report && one.period === periodText(period))
    return periodicObligation({ report, period, reason: REASON[kind], sent, source: { kind, id } })
  }
  return periodicReportDuties
    .filter(({ owedBy }) => owedBy === reporter.reporter)
    .flatMap(({ report, lengths }) => lengths.flatMap((half) => of(report, half)))
}

/** A plan without area is the plan of whoever runs the service. */
function programmeReport(reporter: StandingReporter, programme: Programme, year: number): readonly Obligation[] {
  const { units, labourOffice } = programme.yearlyReportBefore
  const before = reporter.kind === 'commune' ? units : reporter.reporter === 'labour-office' ? labourOffice : null
  if (before === null || !concerns(programme, reporter.reach) || !runsIn(programme, year)) return []
  const strictlyBefore: LegalDate = legalDate(`${year}-${before}`)
  return [
    {
      ...PLAIN,
      duty: 'programme-report',
      source: { kind: reporter.kind, id: reporter.id },
      subject: `${programme.id}/${year}`,
      period: String(year),
      owedBy: reporter.reporter,
      owedTo: reporter.kind === 'commune' ? 'labour-office' : 'provincial-committee',
      since: legalDate(`${year}-01-01`),
      due: lastDayBefore(strictlyBefore),
      before: strictlyBefore,
      citations: [],
      reason: { code: 'programme', params: { programme: programme.id } },
    },
  ]
}

function concerns({ area, overlappingSince2025 }: Programme, reach: readonly string[]): boolean {
  const units = [area, overlappingSince2025].flatMap((part) =>
    part === null ? [] : part.codes.map((code) => `${part.scheme}:${code}`),
  )
  return units.length === 0 || units.some((unit) => reach.includes(unit))
}

function runsIn(programme: Programme, year: number): boolean {
  return covers(programme, legalDate(`${year}-12-31`))
}
