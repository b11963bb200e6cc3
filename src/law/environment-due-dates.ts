import { addDays, type LegalDate, legalDate, yearOf } from '../reference/legal-date.ts'
import { lastDayBefore } from './calendar.ts'
import { type Citation, citeInForce } from './citation.ts'
import type { DueDateOf } from './due-date.ts'

export type MonitoringDuty =
  | 'publication'
  | 'corrective-measures'
  | 'early-examination'
  | 'employer-report'
  | 'organisation-report'
  | 'next-monitoring'

export type MonitoringDueDate = DueDateOf<MonitoringDuty, 'employer' | 'monitoring-organisation'>

/** A monitoring campaign as far as due dates depend on it. */
export interface MonitoringCampaign {
  /** Last day of sampling. */
  readonly sampledOn: LegalDate
  /** The day of the report; null while there are no results. */
  readonly reportedOn: LegalDate | null
  /** Some result lies over a limit that was read in its text. */
  readonly exceeding: boolean
  /** The employer measured himself: no other organisation owes a report. */
  readonly ownMonitoring?: boolean
}

/** Not law, which says "immediately": what this service takes for late unless its operator says otherwise. */
export const monitoringPolicy = {
  /** From the report to its publication at the workplace. */
  publicationDays: 7,
} as const

/** Days of the year, `MM-DD`, before which the yearly reports are sent; they themselves are too late. */
const EMPLOYER_REPORT_BEFORE = '12-31'
const ORGANISATION_REPORT_BEFORE = '12-15'

/** What a campaign obliges to, and by when; what lies before Law 84/2015 and Decree 44/2016 to nothing. */
export function monitoringDueDates(campaign: MonitoringCampaign): readonly MonitoringDueDate[] {
  return [
    ...publication(campaign),
    ...afterExceeding(campaign),
    ...yearlyReports(campaign),
    ...nextMonitoring(campaign),
  ]
}

/**
 * The last day to publish results at the workplace: the law says immediately (Law 84/2015 art. 18.4), the number of
 * days is our policy.
 */
export function publicationDue(reportedOn: LegalDate): LegalDate {
  return addDays(reportedOn, monitoringPolicy.publicationDays)
}

/**
 * The first day of the year, from the fact on, before which a yearly report is sent that can tell of it: what is
 * sampled on the day itself or later comes into the report of the next year.
 */
export function yearlyReportDue(sampledOn: LegalDate, by: 'employer' | 'monitoring-organisation') {
  const day = by === 'employer' ? EMPLOYER_REPORT_BEFORE : ORGANISATION_REPORT_BEFORE
  const thisYear = legalDate(`${yearOf(sampledOn)}-${day}`)
  const strictlyBefore = sampledOn < thisYear ? thisYear : legalDate(`${yearOf(sampledOn) + 1}-${day}`)
  return { due: lastDayBefore(strictlyBefore), strictlyBefore }
}

/** The last day for the next campaign: at least once in each calendar year (Law 84/2015 art. 18.2). */
export function nextMonitoringDue(sampledOn: LegalDate): LegalDate {
  return legalDate(`${yearOf(sampledOn) + 1}-12-31`)
}

function publication({ reportedOn }: MonitoringCampaign): readonly MonitoringDueDate[] {
  if (reportedOn === null) return []
  const days = monitoringPolicy.publicationDays
  const text = {
    vi: `Công khai kết quả tại nơi quan trắc ngay khi có kết quả (hệ thống coi quá ${days} ngày là muộn)`,
    en: `Publish the results at the workplace at once (more than ${days} days are taken for late)`,
  }
  return owed('publication', 'employer', { due: publicationDue(reportedOn) }, ['L84-2015 18.4'], reportedOn, text)
}

function afterExceeding({ exceeding, sampledOn }: MonitoringCampaign): readonly MonitoringDueDate[] {
  if (!exceeding) return []
  const measures = {
    vi: 'Cải thiện điều kiện lao động, giảm yếu tố có hại tại các vị trí vượt giới hạn',
    en: 'Improve conditions and reduce the hazard factors at the positions above the limit',
  }
  const examination = {
    vi: 'Khám phát hiện sớm bệnh nghề nghiệp cho người lao động tại các vị trí vượt giới hạn',
    en: 'Examine the workers at the positions above the limit for early signs of occupational disease',
  }
  const undated = { due: null }
  return [
    ...owed('corrective-measures', 'employer', undated, ['ND44-2016 37.4.a'], sampledOn, measures),
    ...owed('early-examination', 'employer', undated, ['ND44-2016 37.4.b'], sampledOn, examination),
  ]
}

function yearlyReports({ sampledOn, ownMonitoring }: MonitoringCampaign): readonly MonitoringDueDate[] {
  const employer = {
    vi: 'Báo cáo Sở Y tế về quan trắc môi trường lao động',
    en: 'Report the monitoring to the provincial Department of Health',
  }
  const organisation = {
    vi: 'Báo cáo hoạt động quan trắc trong năm cho cơ quan y tế',
    en: 'Report the monitoring of the year to the health authority',
  }
  const before = (by: MonitoringDueDate['owedBy']) => yearlyReportDue(sampledOn, by)
  const own = owed('employer-report', 'employer', before('employer'), ['ND44-2016 45.3.b'], sampledOn, employer)
  if (ownMonitoring) return own
  const monitor = 'monitoring-organisation'
  return [...own, ...owed('organisation-report', monitor, before(monitor), ['ND44-2016 44.4'], sampledOn, organisation)]
}

function nextMonitoring({ sampledOn }: MonitoringCampaign): readonly MonitoringDueDate[] {
  const text = {
    vi: `Quan trắc ít nhất một lần trong năm ${yearOf(sampledOn) + 1}`,
    en: `Monitor at least once in ${yearOf(sampledOn) + 1}`,
  }
  return owed('next-monitoring', 'employer', { due: nextMonitoringDue(sampledOn) }, ['L84-2015 18.2'], sampledOn, text)
}

function owed(
  duty: MonitoringDuty,
  owedBy: MonitoringDueDate['owedBy'],
  when: Pick<MonitoringDueDate, 'due' | 'strictlyBefore'>,
  basis: readonly string[],
  on: LegalDate,
  text: MonitoringDueDate['text'],
): readonly MonitoringDueDate[] {
  const citations: readonly Citation[] = citeInForce(basis, on)
  return citations.length === 0 ? [] : [{ duty, owedBy, ...when, certain: true, verified: true, citations, text }]
}
