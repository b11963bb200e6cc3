import { formsOf, kindsNamed } from '../forms.ts'
import { REPORTER_NAMES, reporterOf } from '../known.ts'
import { text } from '../names.ts'
import { BY_ARITHMETIC, BY_POLICY, type ReportRule, reportRule } from './define.ts'
import { amending, BY_COMMUNE, BY_PROVINCE } from './knowing.ts'

const POLICY = { kind: 'policy' } as const
const OFFICES: ReadonlySet<string> = new Set(['labour-office', 'health-office'])
const ON_BEHALF = {
  enterpriseId: '0198f000-0000-7000-8000-000000000001',
  channel: 'POST',
  receivedOn: '2026-07-01',
} as const
const SENT = { number: '125/BC-SNV', on: '2026-07-01' } as const

/** Whose report it is, and how it came before it was filed here. */
export const reporterRules: readonly ReportRule[] = [
  reportRule({
    id: 'KB-REP-09',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/onBehalf/enterpriseId', '/onBehalf/channel'],
    at: '/onBehalf',
    // Somebody who validates without a token has not said who would file; the owner of a record keeps how it began.
    violated: ({ declaration, context: { filedAs, amends } }) =>
      declaration.onBehalf !== undefined && amends === null && filedAs !== 'anonymous' && !OFFICES.has(filedAs),
    message: {
      vi: 'Chỉ cơ quan tiếp nhận báo cáo mới ghi nhận thay cho cơ sở.',
      en: 'Only an office that receives reports records one on behalf of an establishment.',
    },
    fix: { vi: 'Bỏ phần onBehalf.', en: 'Leave onBehalf out.' },
    examples: {
      holds: [
        {},
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'labour-office' } },
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'anonymous', register: null } },
        { change: { '/onBehalf': ON_BEHALF }, context: amending() },
      ],
      fails: [{ change: { '/onBehalf': ON_BEHALF } }],
    },
  }),

  reportRule({
    id: 'KB-REP-10',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/kind'],
    needs: ['history'],
    at: '/kind',
    violated: ({ form, context: { known } }) => {
      const filer = reporterOf(known)
      return (
        form !== null &&
        known.history !== null &&
        !form.filedBy.includes(filer) && {
          report: form.name,
          owedBy: text((language) => form.filedBy.map((reporter) => REPORTER_NAMES[reporter][language]).join(', ')),
          filer: REPORTER_NAMES[filer],
          own: kindsNamed(formsOf(filer)),
        }
      )
    },
    message: {
      vi: '"{report}" là báo cáo do {owedBy} lập, không phải do {filer}.',
      en: '"{report}" is a report of {owedBy}, not of {filer}.',
    },
    fix: {
      vi: 'Báo cáo do {filer} lập: {own}. Cơ quan ghi nhận thay báo cáo của một cơ sở thì nêu onBehalf.enterpriseId.',
      en: 'Reports of {filer}: {own}. An office that records the report of an enterprise gives onBehalf.enterpriseId.',
    },
    examples: {
      holds: [{}],
      fails: [
        { context: { ...BY_COMMUNE, filedAs: 'commune' } },
        { context: { ...BY_PROVINCE, filedAs: 'labour-office' } },
      ],
    },
  }),

  reportRule({
    id: 'KB-REP-11',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/onBehalf/receivedOn'],
    at: '/onBehalf/receivedOn',
    violated: ({ declaration, dates: { received } }) =>
      received !== null && (declaration.onBehalf?.receivedOn ?? received) > received,
    message: { vi: 'Ngày nhận báo cáo ở sau hôm nay.', en: 'The report is said to have come on a day after today.' },
    fix: {
      vi: 'Ghi ngày bản giấy đến cơ quan; đến hôm nay thì bỏ receivedOn.',
      en: 'State the day on which the paper came; leave receivedOn out if that is today.',
    },
    examples: {
      holds: [{}, { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'labour-office' } }],
      fails: [
        {
          change: { '/onBehalf': { ...ON_BEHALF, receivedOn: '2026-07-03' } },
          context: { filedAs: 'labour-office' },
        },
      ],
    },
  }),

  reportRule({
    id: 'KB-REP-15',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/sentAs/number', '/sentAs/on'],
    needs: ['history'],
    at: '/sentAs',
    violated: ({ declaration: { sentAs }, context: { known }, dates: { received } }) =>
      sentAs !== undefined && (!OFFICES.has(reporterOf(known)) || (received !== null && sentAs.on > received)),
    message: {
      vi: 'Chỉ cơ quan ghi ngày đã gửi báo cáo của chính mình, và ngày ấy không thể ở sau hôm nay; báo cáo khác tính theo ngày nhận tại đây.',
      en: 'Only an office states the day on which it sent its own report, which is not after today; other reports go by their receipt here.',
    },
    fix: { vi: 'Bỏ phần sentAs, hoặc sửa ngày.', en: 'Leave sentAs out, or correct its day.' },
    examples: {
      holds: [{}, { change: { '/sentAs': SENT }, context: BY_PROVINCE }],
      fails: [
        { change: { '/sentAs': SENT } },
        { change: { '/sentAs': { ...SENT, on: '2026-07-03' } }, context: BY_PROVINCE },
      ],
    },
  }),
]
