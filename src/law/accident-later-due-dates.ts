import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import {
  type CountedLimit,
  compensationDecisionDue,
  compensationFileDue,
  compensationPaymentDue,
} from './accident-compensation.ts'
import { type DueDate, policeNotice } from './accident-due-dates.ts'
import { type AccidentSetting, type Casualties, investigationAuthority, isDeclarable } from './accident-duties.ts'
import { type InvestigationLimitCounted, type Investigator, minutesDue } from './accident-investigation.ts'
import { citeInForce } from './citation.ts'
import { IMMEDIATELY, immediatelyAfter } from './immediately.ts'

/** An accident that turned out graver than it was declared. */
export interface Worsening extends AccidentSetting {
  readonly before: Casualties
  readonly after: Casualties
  /** When the declarant had the news of it. */
  readonly knownAt: Date
}

/**
 * What a graver turn obliges to at once: the further declaration, the police after a death (Decree 39/2016
 * art. 10.1.a), and the file of the employer's team going to the provincial one (art. 22.1, which sets no day).
 */
export function dueAfterWorsening({ before, after, knownAt, ...setting }: Worsening): readonly DueDate[] {
  const knownOn = legalDateOf(knownAt)
  const basis = setting.informal ? ['L84-2015 34.1.d', 'ND39-2016 10.3.b'] : ['L84-2015 34.1.b', 'ND39-2016 10.1.a']
  const declaration: DueDate = {
    duty: 'supplementary-declaration',
    owedBy: setting.informal ? 'commune' : 'employer',
    ...immediatelyAfter(knownAt),
    citations: [...citeInForce([...basis, 'ND129-2025 45.1'], knownOn), IMMEDIATELY],
    text: {
      vi: 'Khai báo bổ sung ngay khi biết tình trạng nạn nhân nặng hơn',
      en: 'Declare the graver condition of the victim immediately',
    },
  }
  const handOver: DueDate = {
    duty: 'hand-over',
    owedBy: 'employer',
    due: null,
    certain: true,
    citations: citeInForce(['ND39-2016 22.1'], knownOn),
    text: {
      vi: 'Bàn giao hồ sơ điều tra cấp cơ sở cho Đoàn điều tra cấp tỉnh',
      en: "Hand the file of the employer's team over to the provincial team",
    },
  }
  const authorityOf = (casualties: Casualties) => investigationAuthority(casualties, setting, knownOn)?.authority
  const passesOn = authorityOf(before) === 'base' && authorityOf(after) !== 'base'
  return [
    ...(isDeclarable(after, knownOn) ? [declaration] : []),
    // Of an accident that had killed before, the police were to be told with the declaration.
    ...(before.dead === 0 ? policeNotice({ ...setting, casualties: after, knownAt }) : []),
    ...(passesOn && after.dead > 0 ? [handOver] : []),
  ]
}

/** The announcement of the minutes as the file of the investigation makes it due. */
export function dueOfInvestigation(
  { date: due, certain, days, extendedBy, citation }: InvestigationLimitCounted,
  authority: Investigator,
): DueDate {
  const total = days + extendedBy
  return {
    duty: 'investigation',
    owedBy: authority === 'base' ? 'employer' : 'province',
    due,
    certain,
    citations: [citation],
    text:
      extendedBy === 0
        ? {
            vi: `Công bố biên bản điều tra trong ${total} ngày`,
            en: `Announce the minutes of the investigation within ${total} days`,
          }
        : {
            vi: `Công bố biên bản điều tra trong ${total} ngày, kể cả ${extendedBy} ngày gia hạn`,
            en: `Announce the minutes of the investigation within ${total} days, ${extendedBy} of them an extension`,
          },
  }
}

/** The sending of both minutes after the announcement meeting; none where the law known here sets no limit. */
export function dueAfterAnnouncement(meetingOn: LegalDate, authority: Investigator): readonly DueDate[] {
  const limit = authority === 'commune' ? undefined : minutesDue(meetingOn, authority)
  if (limit === undefined) return []
  return [
    {
      duty: 'minutes',
      owedBy: authority === 'base' ? 'employer' : 'province',
      due: limit.date,
      certain: limit.certain,
      citations: [limit.citation],
      text: {
        vi: 'Gửi biên bản điều tra và biên bản cuộc họp công bố',
        en: 'Send the minutes of the investigation and of the announcement meeting',
      },
    },
  ]
}

export interface BenefitTimeline {
  /** Of the medical board's record or, after a death, of the announcement; null while there is neither. */
  readonly from: LegalDate | null
  readonly decidedOn: LegalDate | null
}

/** Decision, payment and file of the compensation or allowance of one victim (Circular 28/2021 arts. 6.3.c and 7). */
export function dueOfBenefit({ from, decidedOn }: BenefitTimeline): readonly DueDate[] {
  const item = (duty: DueDate['duty'], limit: CountedLimit | undefined, text: DueDate['text']): readonly DueDate[] =>
    limit === undefined
      ? []
      : [{ duty, owedBy: 'employer', due: limit.date, certain: limit.certain, citations: [limit.citation], text }]
  return [
    ...item('compensation-decision', from === null ? undefined : compensationDecisionDue(from), {
      vi: 'Ra quyết định bồi thường hoặc trợ cấp',
      en: 'Decide on the compensation or allowance',
    }),
    ...item('compensation-payment', decidedOn === null ? undefined : compensationPaymentDue(decidedOn), {
      vi: 'Chi trả một lần tiền bồi thường hoặc trợ cấp',
      en: 'Pay the compensation or allowance in one sum',
    }),
    ...item('compensation-file', decidedOn === null ? undefined : compensationFileDue(decidedOn), {
      vi: 'Gửi một bộ hồ sơ bồi thường, trợ cấp cho Sở nơi đặt trụ sở chính',
      en: 'Send one file of the compensation or allowance to the department of the head office',
    }),
  ]
}
