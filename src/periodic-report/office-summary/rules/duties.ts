import { cite } from '../../../law/citation.ts'
import { periodicReportDuties } from '../../../law/periodic-report-duties.ts'
import type { LegalDate } from '../../../reference/legal-date.ts'
import type { ReportFacts } from '../../facts.ts'
import { BY_ARITHMETIC, FROM_TEXT, type ReportRule, reportRule, violationAt } from '../../rules/define.ts'
import { amending } from '../../rules/knowing.ts'
import { BASE } from '../figures.ts'
import { KIND, officeRule, summary } from './define.ts'

const PERIOD = ['/period/year', '/period/half'] as const
const PUBLISHED_ON = `${BASE}/publishedOn`
const PUBLICATION = [cite('TT13-2020-BLDTBXH 4.3.a')] as const

const publication = periodicReportDuties.find(({ report }) => report === 'province-accident-publication')

/** The last day on which the public is told in time; null before Circular 13/2020. */
function publicationDue({ period }: ReportFacts): LegalDate | null {
  return (period && publication?.limit(period)?.due) ?? null
}

const OF_OFFICE = { '/kind': KIND }
const IN_JULY = { receivedAt: new Date('2026-07-22T09:00:00+07:00') }

/** By when the summary goes to the ministry, and the public is told. Missed duties are true reports. */
export const dutyRules: readonly ReportRule[] = [
  reportRule({
    id: 'ACC-G31',
    kind: 'breach',
    citations: [cite('ND39-2016 24.4.b')],
    provenance: FROM_TEXT,
    inputs: ['/kind', ...PERIOD, '/sentAs/on'],
    at: '/period',
    violated: ({ form, due, receivedOn }) =>
      form?.kind === KIND && due !== null && receivedOn > due.due && { before: due.strictlyBefore, receivedOn },
    message: {
      vi: 'Báo cáo tổng hợp gửi ngày {receivedOn} là muộn: phải gửi Bộ và cơ quan thống kê TRƯỚC ngày {before}.',
      en: 'The summary was sent on {receivedOn}, which is late: it is due at the ministry and the statistics office BEFORE {before}.',
    },
    fix: {
      vi: 'Nếu đã gửi bằng văn bản trước đó thì ghi số và ngày văn bản vào sentAs.',
      en: 'If it was sent as a document before, give the number and day of that in sentAs.',
    },
    examples: {
      holds: [
        { change: OF_OFFICE, context: { receivedAt: new Date('2026-07-14T23:59:00+07:00') } },
        { change: { ...OF_OFFICE, '/sentAs': { on: '2026-07-14' } }, context: IN_JULY },
        { change: OF_OFFICE, context: { ...IN_JULY, ...amending({ kind: KIND }) } },
      ],
      fails: [{ change: OF_OFFICE, context: { receivedAt: new Date('2026-07-15T00:00:00+07:00') } }],
    },
  }),

  officeRule({
    id: 'KB-OS-24',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, PUBLISHED_ON],
    guards: [PUBLISHED_ON],
    judged: ({ publishedOn }, { dates: { ends, received } }) =>
      violationAt(
        PUBLISHED_ON,
        publishedOn !== undefined &&
          ((received !== null && publishedOn > received) || (ends !== null && publishedOn < ends)) && { publishedOn },
      ),
    message: {
      vi: 'Ngày công bố không phải là một ngày ở trong khoảng từ khi hết kỳ báo cáo đến hôm nay.',
      en: 'The day of publication is none between the end of the period and today.',
    },
    examples: {
      holds: [summary(), summary({ [PUBLISHED_ON]: '2026-07-02' })],
      fails: [
        summary({ [PUBLISHED_ON]: '2026-07-03' }),
        summary({ [PUBLISHED_ON]: '2026-06-29' }),
        summary({ [PUBLISHED_ON]: 'hôm nay' }),
      ],
    },
  }),

  officeRule({
    id: 'KB-OS-25',
    kind: 'breach',
    citations: PUBLICATION,
    provenance: FROM_TEXT,
    inputs: [...PERIOD, PUBLISHED_ON],
    judged: ({ publishedOn }, facts) => {
      const due = publicationDue(facts)
      return violationAt(PUBLISHED_ON, publishedOn !== undefined && due !== null && publishedOn > due && { due })
    },
    message: {
      vi: 'Công bố tình hình tai nạn lao động trên địa bàn muộn: hạn cuối là ngày {due}.',
      en: 'The accidents of the area were published late: the last timely day was {due}.',
    },
    examples: {
      holds: [summary({}, IN_JULY), summary({ [PUBLISHED_ON]: '2026-07-19' }, IN_JULY)],
      fails: [summary({ [PUBLISHED_ON]: '2026-07-20' }, IN_JULY)],
    },
  }),

  officeRule({
    id: 'KB-OS-26',
    kind: 'info',
    citations: PUBLICATION,
    provenance: FROM_TEXT,
    inputs: [...PERIOD, PUBLISHED_ON],
    judged: ({ publishedOn }, facts) => {
      const due = publicationDue(facts)
      return violationAt(PUBLISHED_ON, publishedOn === undefined && due !== null && { due })
    },
    message: {
      vi: 'Chưa ghi ngày công bố tình hình tai nạn lao động trên địa bàn: chậm nhất ngày {due}.',
      en: 'The day on which the accidents of the area were published is not stated: {due} is the last timely one.',
    },
    fix: {
      vi: 'Sau khi công bố, sửa đổi báo cáo và ghi publishedOn, publishedAt.',
      en: 'When they are published, amend the report with publishedOn and publishedAt.',
    },
    examples: {
      holds: [summary({ [PUBLISHED_ON]: '2026-07-02' })],
      fails: [summary()],
    },
  }),
]
