import type { Bilingual } from '../reference/code-list.ts'
import { type LegalDate, legalDate, legalDateOf, yearOf } from '../reference/legal-date.ts'
import {
  declarationAbroadWorkingDays,
  type InvestigationCase,
  type InvestigationLimit,
  investigationLimits,
  type PeriodicReporter,
  periodicReportCutoffs,
  sceneVisitHours,
} from './accident-constants.ts'
import {
  type AccidentSetting,
  type Casualties,
  investigationAuthority,
  investigationCase,
  isDeclarable,
} from './accident-duties.ts'
import { addCalendarDays, addWorkingDays, type CountedDay, lastDayBefore } from './calendar.ts'
import { type Citation, citeInForce } from './citation.ts'
import { type DatedValue, valueOn } from './dated-constant.ts'
import { IMMEDIATELY, immediatelyAfter } from './immediately.ts'

export type AccidentDuty =
  | 'declaration'
  | 'commune-notice'
  | 'scene-visit'
  | 'investigation'
  | 'commune-record'
  | 'periodic-report'
  | 'supplementary-declaration'
  | 'police-notice'
  | 'hand-over'
  | 'minutes'
  | 'compensation-decision'
  | 'compensation-payment'
  | 'compensation-file'

export interface DueDate {
  readonly duty: AccidentDuty
  readonly owedBy: 'employer' | 'family' | 'commune' | 'province'
  /** The last timely day; null where the law sets none. */
  readonly due: LegalDate | null
  /** Where the limit is counted in hours. */
  readonly dueInstant?: Date
  /** False when a holiday on the way is not known yet. */
  readonly certain: boolean
  /** The day the law names with "before": already late. */
  readonly strictlyBefore?: LegalDate
  readonly citations: readonly Citation[]
  readonly text: Bilingual
}

/** An accident as far as due dates depend on it. */
export interface AccidentTimeline extends AccidentSetting {
  readonly casualties: Casualties
  readonly occurredOn: LegalDate
  /** When the declarant had the news. */
  readonly knownAt: Date
  /** When the authority had it. */
  readonly receivedAt: Date
}

/** With the day of the news, whose law governs. */
type Known = AccidentTimeline & { readonly knownOn: LegalDate }

/** What an accident obliges to, and by when, as the casualties stand. */
export function dueDates(timeline: AccidentTimeline): readonly DueDate[] {
  const accident = { ...timeline, knownOn: legalDateOf(timeline.knownAt) }
  return [
    ...declaration(accident),
    ...communeNotice(accident),
    ...policeNotice(accident),
    ...sceneVisit(accident),
    ...investigation(accident),
    ...communeRecord(accident),
    ...periodicReport(accident),
  ]
}

/**
 * The day by which the minutes of an investigation must be announced: calendar days from the news or declaration
 * (Law 84/2015 art. 35.6). Undefined before that law.
 */
export function investigationDue(
  from: LegalDate,
  limitOf: InvestigationCase | 'EXPERTISE',
  options?: { rollOver?: boolean },
): (CountedDay & { readonly limit: DatedValue<InvestigationLimit> }) | undefined {
  const limit = valueOn(investigationLimits[limitOf], from)
  return limit && { ...addCalendarDays(from, limit.value.days, options), limit }
}

/** The last day for the first periodic report that covers the day; undefined before Decree 39/2016. */
export function periodicReportDue(covered: LegalDate, reporter: PeriodicReporter) {
  const cutoffs = valueOn(periodicReportCutoffs[reporter], covered)
  if (cutoffs === undefined) return undefined
  const firstHalf = covered.slice(5) < '07-01'
  const strictlyBefore = firstHalf
    ? legalDate(`${yearOf(covered)}-${cutoffs.value.firstHalf}`)
    : legalDate(`${yearOf(covered) + 1}-${cutoffs.value.year}`)
  return { due: lastDayBefore(strictlyBefore), strictlyBefore, citation: cutoffs.citation }
}

function declaration({ casualties, abroad, informal, specialField, knownAt, knownOn }: Known): readonly DueDate[] {
  const declarable = isDeclarable(casualties, knownOn)
  const immediately = { duty: 'declaration', ...immediatelyAfter(knownAt) } as const
  if (abroad) {
    const limit = valueOn(declarationAbroadWorkingDays, knownOn)
    if (!declarable || limit === undefined) return []
    const { date: due, certain } = addWorkingDays(knownOn, limit.value)
    const text = {
      vi: `Khai báo tai nạn ở nước ngoài trong ${limit.value} ngày làm việc kể từ khi nhận được tin báo`,
      en: `Declare the accident abroad within ${limit.value} working days of the news`,
    }
    return [{ duty: 'declaration', owedBy: 'employer', due, certain, citations: [limit.citation], text }]
  }
  if (informal) {
    if (!declarable && casualties.serious === 0) return []
    const text = {
      vi: 'Báo ngay cho Ủy ban nhân dân cấp xã nơi xảy ra tai nạn',
      en: "Tell the commune's People's Committee where the accident happened immediately",
    }
    const citations = [...citeInForce(['L84-2015 34.1.d', 'ND39-2016 10.3.a'], knownOn), IMMEDIATELY]
    return [{ ...immediately, owedBy: 'family', citations, text }]
  }
  if (!declarable) return []
  const basis = specialField ? ['L84-2015 34.1.c', 'ND39-2016 10.2.a'] : ['L84-2015 34.1.b', 'ND39-2016 10.1.a']
  const text = {
    vi: 'Khai báo ngay bằng cách nhanh nhất khi biết tin',
    en: 'Declare immediately on the news, by the fastest means',
  }
  return [{ ...immediately, owedBy: 'employer', citations: [...citeInForce(basis, knownOn), IMMEDIATELY], text }]
}

/** Of workers without contract the commune passes the news on (Decree 39/2016 art. 10.3.b). */
function communeNotice({ casualties, abroad, informal, knownAt, knownOn }: Known): readonly DueDate[] {
  if (!informal || abroad || !isDeclarable(casualties, knownOn)) return []
  const basis = ['L84-2015 34.1.d', 'ND39-2016 10.3.b', 'ND129-2025 45.1']
  return [
    {
      duty: 'commune-notice',
      owedBy: 'commune',
      ...immediatelyAfter(knownAt),
      citations: [...citeInForce(basis, knownOn), IMMEDIATELY],
      text: {
        vi: 'Báo ngay cho cơ quan lao động cấp tỉnh bằng cách nhanh nhất khi nhận được tin',
        en: 'Tell the provincial labour authority immediately on the news, by the fastest means',
      },
    },
  ]
}

/** Of a death, beside the declaration; Vietnamese police is told of what happens in Viet Nam. */
export function policeNotice({
  casualties,
  abroad,
  informal,
  specialField,
  knownAt,
}: Pick<AccidentTimeline, 'casualties' | 'knownAt' | keyof AccidentSetting>): readonly DueDate[] {
  const knownOn = legalDateOf(knownAt)
  if (abroad || casualties.dead === 0 || !isDeclarable(casualties, knownOn)) return []
  const basis = informal
    ? ['L84-2015 34.1.d', 'ND39-2016 10.3.b', 'ND129-2025 42.2']
    : specialField
      ? ['L84-2015 34.1.c', 'ND39-2016 10.2.a', 'ND129-2025 45.1']
      : ['L84-2015 34.1.b', 'ND39-2016 10.1.a', 'ND129-2025 45.1']
  return [
    {
      duty: 'police-notice',
      owedBy: informal ? 'commune' : 'employer',
      ...immediatelyAfter(knownAt),
      citations: [...citeInForce(basis, knownOn), IMMEDIATELY],
      text: { vi: 'Báo ngay cho cơ quan Công an về người chết', en: 'Tell the police of the death immediately' },
    },
  ]
}

function sceneVisit({ casualties, receivedAt, ...setting }: Known): readonly DueDate[] {
  const receivedOn = legalDateOf(receivedAt)
  const limit = valueOn(sceneVisitHours, receivedOn)
  const investigator = investigationAuthority(casualties, setting, receivedOn)
  if (limit === undefined || setting.abroad || investigator?.authority !== 'provincial') return []
  const dueInstant = new Date(receivedAt.getTime() + limit.value * 3_600_000)
  const text = {
    vi: `Cử người đến hiện trường trong ${limit.value} giờ kể từ khi nhận được tin báo`,
    en: `Send someone to the scene within ${limit.value} hours of the report`,
  }
  const due = legalDateOf(dueInstant)
  return [
    { duty: 'scene-visit', owedBy: 'province', due, dueInstant, certain: true, citations: [limit.citation], text },
  ]
}

/**
 * A team of the employer counts from the news, which is its report; a provincial team from the declaration it received.
 * Art. 35.6 sets no limit for special fields (art. 35.4) nor for verifying a foreign investigation (Decree 39/2016 art. 19).
 */
function investigation({ casualties, knownOn, receivedAt, ...setting }: Known): readonly DueDate[] {
  const investigator = investigationAuthority(casualties, setting, knownOn)
  const kind = investigationCase(casualties)
  const byEmployer = investigator?.authority === 'base'
  const byProvince = investigator?.authority === 'provincial' && !setting.abroad
  if (kind === null || (!byEmployer && !byProvince)) return []
  const counted = investigationDue(byEmployer ? knownOn : legalDateOf(receivedAt), kind)
  if (counted === undefined) return []
  const { date: due, certain, limit } = counted
  const text = {
    vi: `Công bố biên bản điều tra trong ${limit.value.days} ngày`,
    en: `Announce the minutes of the investigation within ${limit.value.days} days`,
  }
  const owedBy = byEmployer ? 'employer' : 'province'
  return [{ duty: 'investigation', owedBy, due, certain, citations: [limit.citation], text }]
}

function communeRecord({ casualties, knownOn, ...setting }: Known): readonly DueDate[] {
  const investigator = investigationAuthority(casualties, setting, knownOn)
  if (investigator?.authority !== 'commune-record') return []
  const text = { vi: 'Lập biên bản ghi nhận sự việc', en: 'Write a record of the event' }
  const { citations } = investigator
  return [{ duty: 'commune-record', owedBy: 'commune', due: null, certain: true, citations, text }]
}

function periodicReport({ occurredOn, informal }: Known): readonly DueDate[] {
  const owedBy = informal ? 'commune' : 'employer'
  const report = periodicReportDue(occurredOn, owedBy)
  if (report === undefined) return []
  const { due, strictlyBefore, citation } = report
  const text = {
    vi: 'Đưa vào báo cáo tổng hợp tình hình tai nạn lao động của kỳ',
    en: 'Include it in the summary report of work accidents of the period',
  }
  return [{ duty: 'periodic-report', owedBy, due, certain: true, strictlyBefore, citations: [citation], text }]
}
