import {
  firstDayOf,
  lastDayOf,
  type PeriodicReport,
  periodicReportDuties,
  type ReportPeriod,
} from '../law/periodic-report-duties.ts'
import { type LegalDate, yearOf } from '../reference/legal-date.ts'
import { type CampaignOnRecord, monitoringOf } from './duties-of-monitoring.ts'
import { detectionOf, type RoundOnRecord } from './duties-of-screening.ts'
import type { Obligation, Reason } from './obligation.ts'

/** An enterprise of the register, and what it filed. */
export interface EnterpriseOnRecord {
  readonly id: string
  /** The first year of which this register knows it. */
  readonly knownSince: number
  /** What the register says of a year. */
  stateIn(year: number): RegisteredState
  /** Of the ministry of defence, whose units report within the army; or not confirmed by an office yet. */
  readonly exempt: boolean
  /** Days of its accidents on record. */
  readonly accidents: readonly LegalDate[]
  readonly campaigns: readonly Pick<CampaignOnRecord, 'sampledOn'>[]
  readonly rounds: readonly RoundOnRecord[]
  readonly reports: readonly ReportOnRecord[]
}

export interface RegisteredState {
  /** Null: not told. */
  readonly workers: number | null
  readonly hazards: number
}

export interface ReportOnRecord {
  readonly report: string
  /** `2026` or `2026-H1`. */
  readonly period: string
  /** The first receipt, on paper or here. */
  readonly receivedOn: LegalDate
  /** Of the summary of an office: when it was made public. */
  readonly publishedOn?: LegalDate | null
  /** Of the yearly report on programmes: on which. */
  readonly programmes?: readonly string[] | null
}

/**
 * What an enterprise owes by the calendar, in every year up to `year` of which it was known here. The law asks every
 * employer, registered here or not: the year of the registration counts whole.
 */
export function dutiesOfEnterprise(enterprise: EnterpriseOnRecord, year: number): readonly Obligation[] {
  return yearsOf(enterprise, year).flatMap((of) => [
    ...periodicReportDuties
      .filter(({ owedBy }) => owedBy === 'enterprise')
      .flatMap(({ report, lengths }) => lengths.flatMap((half) => reportOf(enterprise, report, { year: of, half }))),
    ...yearlyMonitoring(enterprise, of),
    ...yearlyDetection(enterprise, of),
  ])
}

function yearsOf({ knownSince, accidents, reports }: EnterpriseOnRecord, last: number): readonly number[] {
  const evidence = [...accidents.map(yearOf), ...reports.map(({ period }) => Number(period.slice(0, 4)))]
  const first = Math.min(knownSince, last, ...evidence)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

export function periodText({ year, half }: ReportPeriod): string {
  return half === null ? String(year) : `${year}-H${half}`
}

function reportOf(enterprise: EnterpriseOnRecord, report: PeriodicReport, period: ReportPeriod): Obligation[] {
  const sent = enterprise.reports.find((one) => one.report === report && one.period === periodText(period))
  const reason = expectation(enterprise, report, period) ?? (sent ? { code: 'reported' as const, params: {} } : null)
  return reason === null
    ? []
    : periodicObligation({ report, period, reason, sent, source: { kind: 'enterprise', id: enterprise.id } })
}

const DUTY_OF = new Map(periodicReportDuties.map((duty) => [duty.report, duty]))

/** The obligation of one report of one period; none before the law that asks for it. */
export function periodicObligation({
  report,
  period,
  reason,
  sent,
  source,
}: {
  readonly report: PeriodicReport
  readonly period: ReportPeriod
  readonly reason: Reason
  readonly sent: ReportOnRecord | undefined
  readonly source: Obligation['source']
}): Obligation[] {
  const duty = DUTY_OF.get(report)
  const limit = duty?.limit(period)
  if (!duty || !limit) return []
  // One literal: spreading one object into another took most of the time that all periodic obligations take.
  return [
    {
      duty: report,
      source,
      subject: periodText(period),
      period: periodText(period),
      owedBy: duty.owedBy,
      owedTo: duty.owedTo,
      since: limit.begins,
      due: limit.due,
      dueAt: null,
      before: limit.strictlyBefore,
      certain: true,
      done: sent?.receivedOn ?? null,
      doneAt: null,
      citations: limit.citations,
      reason,
      what: null,
    },
  ]
}

/** Why the report is expected; null: it is not. */
function expectation(enterprise: EnterpriseOnRecord, report: PeriodicReport, period: ReportPeriod): Reason | null {
  if (report === 'accident-summary') {
    const covered = enterprise.accidents.filter((day) => firstDayOf(period) <= day && day <= lastDayOf(period))
    if (covered.length > 0) return { code: 'accidents-in-period', params: { accidents: covered.length } }
  }
  if (enterprise.exempt || period.year < enterprise.knownSince) return null
  const { workers, hazards } = enterprise.stateIn(period.year)
  if (report === 'environment-annual') return hazardReason(enterprise, period.year)
  if (report === 'occupational-health' && hazards > 0) return { code: 'declared-hazards', params: { hazards } }
  if (workers === 0) return null
  return workers === null ? { code: 'registered', params: {} } : { code: 'employs-workers', params: { workers } }
}

/** Hazard factors are declared to the register, or shown by a campaign of the year or the one before. */
function hazardReason({ stateIn, campaigns }: EnterpriseOnRecord, year: number): Reason | null {
  const { hazards } = stateIn(year)
  if (hazards > 0) return { code: 'declared-hazards', params: { hazards } }
  const measured = campaigns.map(({ sampledOn }) => sampledOn).filter((day) => [year, year - 1].includes(yearOf(day)))
  const on = measured.toSorted()[0]
  return on === undefined ? null : { code: 'monitored-before', params: { on } }
}

function yearlyMonitoring(enterprise: EnterpriseOnRecord, year: number): readonly Obligation[] {
  const owed = monitoringOf(year, enterprise.campaigns)
  const expected = !enterprise.exempt && year >= enterprise.knownSince
  const reason = expected ? hazardReason(enterprise, year) : null
  return owed && reason ? [yearly(enterprise, 'monitoring', year, { ...owed, reason })] : []
}

function yearlyDetection(enterprise: EnterpriseOnRecord, year: number): readonly Obligation[] {
  const { hazards } = enterprise.stateIn(year)
  if (enterprise.exempt || hazards === 0 || year < enterprise.knownSince) return []
  const owed = detectionOf(year, enterprise.rounds)
  const reason: Reason = { code: 'declared-hazards', params: { hazards } }
  return owed ? [yearly(enterprise, 'detection-examination', year, { ...owed, reason })] : []
}

function yearly(
  { id }: EnterpriseOnRecord,
  duty: 'monitoring' | 'detection-examination',
  year: number,
  told: Pick<Obligation, 'due' | 'done' | 'citations' | 'reason'>,
): Obligation {
  return {
    duty,
    source: { kind: 'enterprise', id },
    subject: String(year),
    period: String(year),
    owedBy: 'enterprise',
    owedTo: 'worker',
    since: firstDayOf({ year, half: null }),
    due: told.due,
    dueAt: null,
    before: null,
    certain: true,
    done: told.done,
    doneAt: null,
    citations: told.citations,
    reason: told.reason,
    what: null,
  }
}
