import { cite } from '../../law/citation.ts'
import type { ReportRule } from '../rules/define.ts'
import { BY_COMMUNE } from '../rules/knowing.ts'
import { lateRule } from '../rules/late.ts'

const KIND = 'commune-accident-summary'
const IN_AUGUST = { receivedAt: new Date('2026-08-01T09:00:00+07:00') }

/** What only the report of a commune is judged by; its figures are judged as those of Annex XII. */
export const communeAccidentSummaryRules: readonly ReportRule[] = [
  lateRule({
    id: 'ACC-G30',
    citations: [cite('ND39-2016 24.2'), cite('ND129-2025 44'), cite('ND129-2025 47')],
    of: KIND,
    paper: '/onBehalf/receivedOn',
    message: {
      vi: 'Báo cáo của Ủy ban nhân dân cấp xã nhận ngày {receivedOn} là muộn: phải gửi cơ quan nội vụ cấp tỉnh TRƯỚC ngày {before}.',
      en: 'The report of the commune came on {receivedOn}, which is late: it is due at the provincial department of home affairs BEFORE {before}.',
    },
    examples: {
      holds: [
        { change: { '/kind': KIND }, context: BY_COMMUNE },
        { context: IN_AUGUST },
        // Filed by an enterprise, whose report it is not.
        { change: { '/kind': KIND }, context: IN_AUGUST },
      ],
      fails: [{ change: { '/kind': KIND }, context: { ...BY_COMMUNE, ...IN_AUGUST } }],
    },
  }),
]
