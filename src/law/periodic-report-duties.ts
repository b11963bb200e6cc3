import { type LegalDate, legalDate } from '../reference/legal-date.ts'
import { type HalfYearlyCutoffs, periodicReportCutoffs, publicationCutoffs } from './accident-constants.ts'
import { lastDayBefore } from './calendar.ts'
import { type Citation, citeInForce } from './citation.ts'
import { type DatedConstant, since, valueOn } from './dated-constant.ts'
import { yearlyReportDue } from './environment-due-dates.ts'

/** What a periodic report covers: a calendar year, or its first half. */
export interface ReportPeriod {
  readonly year: number
  readonly half: 1 | null
}

export const PERIODIC_REPORTS = [
  'accident-summary',
  'occupational-health',
  'osh-annual',
  'environment-annual',
  'monitor-annual',
  'commune-accident-summary',
  'province-accident-summary',
  'province-accident-publication',
  'province-osh-summary',
  'province-health-summary',
] as const
export type PeriodicReport = (typeof PERIODIC_REPORTS)[number]

export type Reporter = 'enterprise' | 'commune' | 'labour-office' | 'health-office' | 'monitoring-organisation'
export type ReportReader =
  | 'labour-office'
  | 'health-office'
  /** Each of the two has it (Circular 07/2016 art. 10.2). */
  | 'labour-and-health-office'
  | 'ministry'
  | 'ministry-of-health'
  | 'public'

/** By when a report is sent. */
export interface ReportLimit {
  /** The first day of the period. */
  readonly begins: LegalDate
  /** The last timely day. */
  readonly due: LegalDate
  /** The day the law names with "before": already late. */
  readonly strictlyBefore: LegalDate
  readonly citations: readonly Citation[]
}

export interface PeriodicReportDuty {
  readonly report: PeriodicReport
  readonly owedBy: Reporter
  readonly owedTo: ReportReader
  readonly lengths: readonly ReportPeriod['half'][]
  /** Null before the law that asks for it. */
  limit(period: ReportPeriod): ReportLimit | null
}

const BOTH = [1, null] as const
const YEAR = [null] as const

/** Circular 19/2016 arts. 10 and 12. */
const occupationalHealthCutoffs = since('2016-08-15', { firstHalf: '07-05', year: '01-10' }, 'TT19-2016-BYT 10')
const provinceHealthCutoffs = since('2016-08-15', { firstHalf: '07-15', year: '01-25' }, 'TT19-2016-BYT 12')
/** Circular 07/2016 arts. 10.2 and 10.3: of whole years only. */
const oshCutoff = since('2016-07-01', '01-10', 'TT07-2016-BLDTBXH 10.2')
const provinceOshCutoff = since('2016-07-01', '01-25', 'TT07-2016-BLDTBXH 10.3')

/** Who sends which periodic report to whom, and by when. */
export const periodicReportDuties: readonly PeriodicReportDuty[] = [
  {
    report: 'accident-summary',
    owedBy: 'enterprise',
    owedTo: 'labour-office',
    lengths: BOTH,
    limit: halfYearly(periodicReportCutoffs.employer),
  },
  {
    report: 'occupational-health',
    owedBy: 'enterprise',
    owedTo: 'health-office',
    lengths: BOTH,
    limit: halfYearly([occupationalHealthCutoffs]),
  },
  {
    report: 'osh-annual',
    owedBy: 'enterprise',
    owedTo: 'labour-and-health-office',
    lengths: YEAR,
    limit: yearly([oshCutoff]),
  },
  {
    report: 'environment-annual',
    owedBy: 'enterprise',
    owedTo: 'health-office',
    lengths: YEAR,
    limit: withinTheYear('employer', 'ND44-2016 45.3.b'),
  },
  {
    report: 'monitor-annual',
    owedBy: 'monitoring-organisation',
    owedTo: 'health-office',
    lengths: YEAR,
    limit: withinTheYear('monitoring-organisation', 'ND44-2016 44.4'),
  },
  {
    report: 'commune-accident-summary',
    owedBy: 'commune',
    owedTo: 'labour-office',
    lengths: BOTH,
    limit: halfYearly(periodicReportCutoffs.commune),
  },
  {
    report: 'province-accident-summary',
    owedBy: 'labour-office',
    owedTo: 'ministry',
    lengths: BOTH,
    limit: halfYearly(periodicReportCutoffs.province),
  },
  {
    report: 'province-accident-publication',
    owedBy: 'labour-office',
    owedTo: 'public',
    lengths: BOTH,
    limit: halfYearly(publicationCutoffs.province),
  },
  {
    report: 'province-osh-summary',
    owedBy: 'labour-office',
    owedTo: 'ministry',
    lengths: YEAR,
    limit: yearly([provinceOshCutoff]),
  },
  {
    report: 'province-health-summary',
    owedBy: 'health-office',
    owedTo: 'ministry-of-health',
    lengths: BOTH,
    limit: halfYearly([provinceHealthCutoffs]),
  },
]

export function firstDayOf({ year }: ReportPeriod): LegalDate {
  return legalDate(`${year}-01-01`)
}

/** The day whose law governs the report. */
export function lastDayOf({ year, half }: ReportPeriod): LegalDate {
  return legalDate(half === null ? `${year}-12-31` : `${year}-06-30`)
}

function halfYearly(cutoffs: DatedConstant<HalfYearlyCutoffs>): PeriodicReportDuty['limit'] {
  return eachOnce((period) => {
    const dated = valueOn(cutoffs, lastDayOf(period))
    if (dated === undefined) return null
    const { firstHalf, year } = dated.value
    const before = period.half === 1 ? `${period.year}-${firstHalf}` : `${period.year + 1}-${year}`
    return limitBefore(period, legalDate(before), dated.citation)
  })
}

/** In the year after. */
function yearly(cutoff: DatedConstant<string>): PeriodicReportDuty['limit'] {
  return eachOnce((period) => {
    const dated = valueOn(cutoff, lastDayOf(period))
    return dated === undefined
      ? null
      : limitBefore(period, legalDate(`${period.year + 1}-${dated.value}`), dated.citation)
  })
}

function withinTheYear(by: 'employer' | 'monitoring-organisation', basis: string): PeriodicReportDuty['limit'] {
  return eachOnce((period) => {
    const citations = citeInForce([basis], lastDayOf(period))
    return citations.length === 0
      ? null
      : { begins: firstDayOf(period), ...yearlyReportDue(firstDayOf(period), by), citations }
  })
}

/** There are few periods, and each is asked for every enterprise of the register. */
function eachOnce(limitOf: PeriodicReportDuty['limit']): PeriodicReportDuty['limit'] {
  const known = new Map<number, ReportLimit | null>()
  return (period) => {
    const key = period.year * 2 + (period.half ?? 0)
    const found = known.get(key)
    if (found !== undefined) return found
    const limit = limitOf(period)
    known.set(key, limit)
    return limit
  }
}

function limitBefore(period: ReportPeriod, strictlyBefore: LegalDate, citation: Citation): ReportLimit {
  return { begins: firstDayOf(period), due: lastDayBefore(strictlyBefore), strictlyBefore, citations: [citation] }
}
