import { lastDayBefore } from '../law/calendar.ts'
import { type PeriodicReport, periodicReportDuties, type Reporter } from '../law/periodic-report-duties.ts'
import { concerns, type Programme, programmes, reportedBefore, runsIn } from '../law/programmes.ts'
import { legalDate } from '../reference/legal-date.ts'
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
    const sent = sentOf(report, periodText(period), reports)
    return periodicObligation({ report, period, reason: REASON[kind], sent, source: { kind, id } })
  }
  return periodicReportDuties
    .filter(({ owedBy }) => owedBy === reporter.reporter)
    .flatMap(({ report, lengths }) => lengths.flatMap((half) => of(report, half)))
}

/** By which report of an office its own duties are done; the other reports are called as their duty. */
const REPORT_OF: Readonly<Partial<Record<PeriodicReport, string>>> = {
  'province-accident-summary': 'office-summary',
  'province-accident-publication': 'office-summary',
  'province-osh-summary': 'office-osh-summary',
  'province-health-summary': 'office-health-summary',
}

/** What was published was sent on the day it became public. */
function sentOf(duty: PeriodicReport, period: string, reports: readonly ReportOnRecord[]): ReportOnRecord | undefined {
  const sent = reports.find((one) => one.report === (REPORT_OF[duty] ?? duty) && one.period === period)
  if (duty !== 'province-accident-publication') return sent
  return sent?.publishedOn ? { ...sent, receivedOn: sent.publishedOn } : undefined
}

function programmeReport(reporter: StandingReporter, programme: Programme, year: number): readonly Obligation[] {
  const by = reporter.reporter
  const strictlyBefore = by === 'commune' || by === 'labour-office' ? reportedBefore(programme, by, year) : null
  if (strictlyBefore === null || !concerns(programme, reporter.reach) || !runsIn(programme, year)) return []
  const sent = reporter.reports.find(
    ({ report, period, programmes: on }) =>
      report === 'programme-annual' && period === String(year) && on?.includes(programme.id),
  )
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
      done: sent?.receivedOn ?? null,
      citations: [],
      reason: { code: 'programme', params: { programme: programme.id } },
    },
  ]
}
