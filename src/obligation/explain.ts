import type { Citation } from '../law/citation.ts'
import { describeCitation } from '../law/citation.ts'
import { programmes } from '../law/programmes.ts'
import type { Bilingual } from '../reference/code-list.ts'
import { fill, written } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import type { Reason } from './obligation.ts'
import {
  CHANNEL_NAMES,
  DUTY_NAMES,
  type Duty,
  type ObligationStatus,
  PARTY_NAMES,
  type Party,
  REASONS,
} from './vocabulary.ts'

/** What of an obligation its sentence tells. */
export interface Explained {
  readonly status: ObligationStatus
  readonly duty: Duty
  readonly owedBy: Party
  readonly owedTo: Party
  readonly period: string | null
  readonly dueOn: string | null
  readonly before: string | null
  readonly certain: boolean
  readonly doneOn: string | null
  readonly citations: readonly Citation[]
  readonly reason: Reason
  readonly what: Bilingual | null
}

/** Why the party is expected to do it. */
export function explainReason({ code, params }: Reason, language: Language): string {
  const programme = programmes.find(({ id }) => id === params.programme)
  const channel = CHANNEL_NAMES[String(params.channel)]
  const named = {
    ...params,
    ...(programme && { programme: `${programme[language]} (${programme.basis})` }),
    ...(channel && { channel: channel[language] }),
  }
  return fill(REASONS[code][language], named, language)
}

/** Who must do what for whom, by when, by which article, and why: one sentence. */
export function explain(obligation: Explained, language: Language): string {
  return language === 'vi' ? vietnamese(obligation) : english(obligation)
}

function vietnamese(obligation: Explained): string {
  const { owedBy, owedTo, duty, period, dueOn, before, certain, citations, reason, what } = obligation
  const does = what === null ? DUTY_NAMES[duty].vi : lowerFirst(what.vi)
  const by =
    dueOn === null
      ? 'pháp luật không ấn định ngày cụ thể'
      : before === null
        ? `chậm nhất ngày ${written(dueOn, 'vi')}`
        : `trước ngày ${written(before, 'vi')} (chậm nhất ${written(dueOn, 'vi')})`
  return [
    `${PARTY_NAMES[owedBy].vi} phải ${does}${period === null ? '' : `, kỳ ${inVietnamese(period)}`}`,
    `nơi nhận: ${PARTY_NAMES[owedTo].vi}`,
    `${by}${certain ? '' : ' (lịch nghỉ chưa chốt)'}`,
    ...(citations.length === 0 ? [] : [`căn cứ ${citations.map((one) => describeCitation(one, 'vi')).join('; ')}`]),
    `vì ${explainReason(reason, 'vi')}`,
  ]
    .join('; ')
    .concat(`. ${STANDING[obligation.status].vi}`)
    .concat(obligation.doneOn === null ? '.' : ` ngày ${written(obligation.doneOn, 'vi')}.`)
}

function english(obligation: Explained): string {
  const { owedBy, owedTo, duty, period, dueOn, before, certain, citations, reason, what } = obligation
  const does = what === null ? DUTY_NAMES[duty].en : lowerFirst(what.en)
  const by =
    before !== null
      ? `before ${before} (the last timely day is ${dueOn})`
      : dueOn !== null
        ? `by ${dueOn}`
        : 'the law sets no day'
  return [
    `${PARTY_NAMES[owedBy].en} must ${does}${period === null ? '' : ` of ${inEnglish(period)}`}`,
    `received by: ${PARTY_NAMES[owedTo].en}`,
    `${by}${certain ? '' : ' (a holiday on the way is not fixed yet)'}`,
    ...(citations.length === 0 ? [] : [`under ${citations.map((one) => describeCitation(one, 'en')).join('; ')}`]),
    `because ${explainReason(reason, 'en')}`,
  ]
    .join('; ')
    .concat(`. ${STANDING[obligation.status].en}`)
    .concat(obligation.doneOn === null ? '.' : ` on ${obligation.doneOn}.`)
}

const STANDING: Readonly<Record<ObligationStatus, Bilingual>> = {
  due: { vi: 'Chưa đến hạn', en: 'Not due yet' },
  'due-soon': { vi: 'Sắp đến hạn', en: 'Due soon' },
  overdue: { vi: 'Đã quá hạn', en: 'Overdue' },
  'done-on-time': { vi: 'Đã thực hiện đúng hạn', en: 'Done on time' },
  'done-late': { vi: 'Đã thực hiện nhưng trễ hạn', en: 'Done late' },
  waived: { vi: 'Được miễn', en: 'Waived' },
}

function inVietnamese(period: string): string {
  const [year, half] = period.split('-')
  return half === undefined ? `năm ${year}` : `6 tháng đầu năm ${year}`
}

function inEnglish(period: string): string {
  const [year, half] = period.split('-')
  return half === undefined ? `${year}` : `the first half of ${year}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
