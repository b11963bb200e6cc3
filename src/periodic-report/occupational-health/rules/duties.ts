import { cite } from '../../../law/citation.ts'
import { BY_POLICY, type ReportRule, reportRule } from '../../rules/define.ts'
import { amending } from '../../rules/knowing.ts'
import { lateRule } from '../../rules/late.ts'
import { KIND } from './define.ts'

const OF_YEAR = { '/period/half': undefined } as const
const at = (receivedAt: string) => ({ receivedAt: new Date(receivedAt) })

/** By when the report is sent, and who records it. A late report is a true report. */
export const dutyRules: readonly ReportRule[] = [
  lateRule({
    id: 'OD-R090',
    citations: [cite('TT19-2016-BYT 10.3.a')],
    of: KIND,
    half: 1,
    paper: '/onBehalf/receivedOn',
    message: {
      vi: 'Báo cáo y tế lao động 6 tháng nhận ngày {receivedOn} là muộn: phải gửi TRƯỚC ngày {before}.',
      en: 'The half-yearly report on occupational health came on {receivedOn}, which is late: it is due BEFORE {before}.',
    },
    examples: {
      holds: [
        { change: { '/kind': KIND }, context: at('2026-07-04T23:59:00+07:00') },
        { change: { '/kind': KIND }, context: { ...amending({ kind: KIND }), ...at('2026-08-01T09:00:00+07:00') } },
      ],
      fails: [{ change: { '/kind': KIND }, context: at('2026-07-05T00:00:00+07:00') }],
    },
  }),

  lateRule({
    id: 'OD-R091',
    citations: [cite('TT19-2016-BYT 10.3.b')],
    of: KIND,
    half: null,
    paper: '/onBehalf/receivedOn',
    message: {
      vi: 'Báo cáo y tế lao động năm nhận ngày {receivedOn} là muộn: phải gửi TRƯỚC ngày {before}.',
      en: 'The yearly report on occupational health came on {receivedOn}, which is late: it is due BEFORE {before}.',
    },
    examples: {
      holds: [{ change: { '/kind': KIND, ...OF_YEAR }, context: at('2027-01-09T23:59:00+07:00') }],
      fails: [{ change: { '/kind': KIND, ...OF_YEAR }, context: at('2027-01-10T00:00:00+07:00') }],
    },
  }),

  reportRule({
    id: 'KB-OH-40',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/kind', '/onBehalf/enterpriseId', '/onBehalf/channel'],
    at: '/onBehalf',
    violated: ({ form, context: { filedAs } }) => form?.kind === KIND && filedAs === 'labour-office',
    message: {
      vi: 'Báo cáo y tế lao động có thông tin về bệnh của người lao động: chỉ cơ quan y tế ghi nhận thay cho cơ sở.',
      en: 'This report tells of the health of workers: only a health office records it on behalf of an establishment.',
    },
    fix: { vi: 'Chuyển báo cáo cho cơ quan y tế.', en: 'Pass the report on to the health office.' },
    examples: {
      holds: [
        { change: { '/kind': KIND }, context: { filedAs: 'health-office' } },
        { context: { filedAs: 'labour-office' } },
      ],
      fails: [{ change: { '/kind': KIND }, context: { filedAs: 'labour-office' } }],
    },
  }),
]
