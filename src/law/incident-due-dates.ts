import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { periodicReportDue } from './accident-due-dates.ts'
import { isDeclarable } from './accident-duties.ts'
import { type Citation, citeInForce } from './citation.ts'
import type { DueDateOf } from './due-date.ts'
import { IMMEDIATELY, immediatelyAfter } from './immediately.ts'
import { type IncidentSetting, isIncidentDeclarable } from './incident-duties.ts'
import { isLocalCommitteeTold } from './incident-recipients.ts'

export type IncidentDuty =
  | 'declaration'
  | 'accident-declaration'
  | 'notice-to-local-committee'
  | 'notice-to-province'
  | 'specialised-declaration'
  | 'commune-report'
  | 'quick-report'
  | 'investigation-result'
  | 'periodic-report'

export type IncidentDueDate = DueDateOf<IncidentDuty, 'employer' | 'commune' | 'province' | 'specialised-authority'>

/** A technical incident as far as due dates depend on it. */
export interface IncidentTimeline extends IncidentSetting {
  readonly occurredOn: LegalDate
  /** When the employer had the news. */
  readonly knownAt: Date
}

/** What a technical incident obliges to, and by when; nothing before Law 84/2015. */
export function incidentDueDates(incident: IncidentTimeline): readonly IncidentDueDate[] {
  const { knownAt, serious, several, underSpecialisedLaw, workers } = incident
  const knownOn = legalDateOf(knownAt)
  const atOnce = immediatelyAfter(knownAt)
  const undated = { due: null, certain: true } as const
  return [
    ...owed(isIncidentDeclarable(incident, knownOn), 'declaration', 'employer', atOnce, ['ND39-2016 26.1'], knownOn, {
      vi: 'Khai báo sự cố ngay bằng cách nhanh nhất',
      en: 'Declare the incident immediately, by the fastest means',
    }),
    ...owed(
      isDeclarable(workers, knownOn),
      'accident-declaration',
      'employer',
      atOnce,
      ['L84-2015 34.1.b', 'ND39-2016 10.1.a'],
      knownOn,
      {
        vi: 'Khai báo ngay tai nạn lao động của người lao động thuộc cơ sở',
        en: "Declare at once the accident of the establishment's own workers",
      },
    ),
    ...owed(
      isLocalCommitteeTold(incident, knownOn),
      'notice-to-local-committee',
      'employer',
      atOnce,
      ['L84-2015 19.2.a', 'ND39-2016 26.3.a', 'ND128-2025 9'],
      knownOn,
      {
        vi: 'Báo ngay Ủy ban nhân dân nơi xảy ra sự cố',
        en: "Tell the People's Committee where the incident happened at once",
      },
    ),
    ...owed(
      serious && several && !underSpecialisedLaw,
      'notice-to-province',
      'employer',
      atOnce,
      ['ND39-2016 26.3.b'],
      knownOn,
      {
        vi: 'Báo ngay Ủy ban nhân dân cấp tỉnh vì sự cố liên quan nhiều cơ sở, địa phương',
        en: "Tell the provincial People's Committee at once, as several establishments or localities are involved",
      },
    ),
    ...owed(
      underSpecialisedLaw,
      'specialised-declaration',
      'employer',
      undated,
      ['L84-2015 34.1.c', 'ND39-2016 26.2'],
      knownOn,
      {
        vi: 'Khai báo theo quy định của pháp luật chuyên ngành',
        en: 'Declare it as the specialised law says',
      },
    ),
    ...owed(serious && several, 'commune-report', 'commune', undated, ['ND128-2025 9'], knownOn, {
      vi: 'Ủy ban nhân dân cấp xã kịp thời báo cáo Sở Nội vụ',
      en: 'The commune reports it in time to the Department of Home Affairs',
    }),
    ...owed(serious, 'quick-report', 'province', undated, ['L84-2015 36.3.a'], knownOn, {
      vi: 'Báo cáo nhanh sự cố nghiêm trọng về Bộ quản lý nhà nước về lao động',
      en: 'Send a quick report of the serious incident to the ministry in charge of labour',
    }),
    ...owed(serious, 'investigation-result', 'specialised-authority', undated, ['ND39-2016 26.4'], knownOn, {
      vi: 'Gửi kết quả điều tra sự cố cho cơ quan lao động cấp tỉnh và Bộ',
      en: 'Send the result of the investigation to the provincial labour authority and the ministry',
    }),
    ...periodicReport(incident),
  ]
}

/** With the summary report of accidents (Law 84/2015 art. 36.1): the decree sets no other date. */
function periodicReport({ serious, occurredOn }: IncidentTimeline): readonly IncidentDueDate[] {
  const report = serious ? periodicReportDue(occurredOn, 'employer') : undefined
  if (report === undefined) return []
  const { due, strictlyBefore, citation } = report
  const citations: readonly Citation[] = [...citeInForce(['L84-2015 36.1'], occurredOn), citation]
  const text = {
    vi: 'Thống kê, đưa sự cố nghiêm trọng vào báo cáo định kỳ của kỳ',
    en: 'Include the serious incident in the periodic report of the period',
  }
  return [
    {
      duty: 'periodic-report',
      owedBy: 'employer',
      due,
      strictlyBefore,
      certain: true,
      verified: true,
      citations,
      text,
    },
  ]
}

function owed(
  when: boolean,
  duty: IncidentDuty,
  owedBy: IncidentDueDate['owedBy'],
  by: Pick<IncidentDueDate, 'due' | 'dueInstant' | 'certain'>,
  basis: readonly string[],
  on: LegalDate,
  text: IncidentDueDate['text'],
): readonly IncidentDueDate[] {
  const citations = citeInForce(basis, on)
  if (!when || citations.length === 0) return []
  const policy = by.dueInstant === undefined ? [] : [IMMEDIATELY]
  return [{ duty, owedBy, ...by, verified: true, citations: [...citations, ...policy], text }]
}
