import { cite } from '../../law/citation.ts'
import { FROM_TEXT, type ReportRule, reportRule } from '../rules/define.ts'

const KIND = 'commune-accident-summary'

/** What only the report of a commune is judged by; its figures are judged as those of Annex XII. */
export const communeAccidentSummaryRules: readonly ReportRule[] = [
  reportRule({
    id: 'ACC-G30',
    kind: 'breach',
    citations: [cite('ND39-2016 24.2'), cite('ND129-2025 44'), cite('ND129-2025 47')],
    provenance: FROM_TEXT,
    inputs: ['/kind', '/period/year', '/period/half', '/onBehalf/receivedOn'],
    at: '/period',
    violated: ({ form, due, receivedOn }) =>
      form?.kind === KIND && due !== null && receivedOn > due.due && { before: due.strictlyBefore, receivedOn },
    message: {
      vi: 'Báo cáo của Ủy ban nhân dân cấp xã nhận ngày {receivedOn} là muộn: phải gửi cơ quan nội vụ cấp tỉnh TRƯỚC ngày {before}.',
      en: 'The report of the commune came on {receivedOn}, which is late: it is due at the provincial department of home affairs BEFORE {before}.',
    },
    examples: {
      holds: [{ change: { '/kind': KIND } }, { context: { receivedAt: new Date('2026-08-01T09:00:00+07:00') } }],
      fails: [{ change: { '/kind': KIND }, context: { receivedAt: new Date('2026-08-01T09:00:00+07:00') } }],
    },
  }),
]
