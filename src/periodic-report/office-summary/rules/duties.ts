import { cite } from '../../../law/citation.ts'
import { periodicReportDuties } from '../../../law/periodic-report-duties.ts'
import type { LegalDate } from '../../../reference/legal-date.ts'
import type { Example } from '../../../rules/rule.ts'
import { type Period, periodAfter } from '../../period.ts'
import { BY_ARITHMETIC, FROM_TEXT, type ReportContext, type ReportRule, violationAt } from '../../rules/define.ts'
import { amending, BY_PROVINCE } from '../../rules/knowing.ts'
import { lateRule, publishBy } from '../../rules/late.ts'
import { BASE } from '../figures.ts'
import { KIND, officeRule, summary } from './define.ts'

const PERIOD = ['/period/year', '/period/half'] as const
const PUBLISHED_ON = `${BASE}/publishedOn`
const PUBLICATION = [cite('TT13-2020-BLDTBXH 4.3.a')] as const

const publication = periodicReportDuties.find(({ report }) => report === 'province-accident-publication')

/** The last day on which the public is told in time; null before Circular 13/2020. */
function publicationDue(period: Period | null): LegalDate | null {
  return (period && publication?.limit(period)?.due) ?? null
}

const OF_OFFICE = { '/kind': KIND }
const LATE = new Date('2026-07-22T09:00:00+07:00')
const IN_JULY = { receivedAt: LATE }

function ofProvince(receivedAt: Date, change: Readonly<Record<string, unknown>> = {}): Example<ReportContext> {
  return { change: { ...OF_OFFICE, ...change }, context: { ...BY_PROVINCE, receivedAt } }
}

/** By when the summary goes to the ministry, and the public is told. Missed duties are true reports. */
export const dutyRules: readonly ReportRule[] = [
  lateRule({
    id: 'ACC-G31',
    citations: [cite('ND39-2016 24.4.b')],
    of: KIND,
    paper: '/sentAs/on',
    message: {
      vi: 'Báo cáo tổng hợp gửi ngày {receivedOn} là muộn: phải gửi Bộ và cơ quan thống kê TRƯỚC ngày {before}.',
      en: 'The summary was sent on {receivedOn}, which is late: it is due at the ministry and the statistics office BEFORE {before}.',
    },
    examples: {
      holds: [
        ofProvince(new Date('2026-07-14T23:59:00+07:00')),
        ofProvince(LATE, { '/sentAs': { on: '2026-07-14' } }),
        { change: OF_OFFICE, context: { ...amending({ kind: KIND }), receivedAt: LATE } },
        // Of whom it is no report.
        { change: OF_OFFICE, context: { receivedAt: LATE } },
      ],
      fails: [ofProvince(new Date('2026-07-15T00:00:00+07:00'))],
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
    fix: {
      vi: 'Ghi ngày đã công bố, dạng 2026-07-18; chưa công bố thì bỏ publishedOn.',
      en: 'State the day on which it was published, as in 2026-07-18; leave publishedOn out until then.',
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
    judged: ({ publishedOn }, { form, period }) => {
      const due = publicationDue(period)
      if (form === null || period === null || publishedOn === undefined || due === null || publishedOn <= due) return []
      const next = publicationDue(periodAfter(period, form.periods))
      return [{ pointer: PUBLISHED_ON, params: { due }, ...(next !== null && { fix: publishBy(next) }) }]
    },
    message: {
      vi: 'Công bố tình hình tai nạn lao động trên địa bàn muộn: hạn cuối là ngày {due}.',
      en: 'The accidents of the area were published late: the last timely day was {due}.',
    },
    fix: {
      vi: 'Kiểm tra ngày công bố; nếu đúng thì giữ nguyên, kỳ sau công bố đúng hạn.',
      en: 'Check the day; if it is right, leave it, and publish in time from now on.',
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
    judged: ({ publishedOn }, { period }) => {
      const due = publicationDue(period)
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
