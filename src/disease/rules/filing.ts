import { cite } from '../../law/citation.ts'
import { BY_POLICY, type DiseaseRule, screeningRule } from './define.ts'

const FILES_FOR_OTHERS: ReadonlySet<string> = new Set(['examiner', 'health-office'])
const BY_A_FACILITY = { enterpriseId: '0198f000-0000-7000-8000-000000000001' } as const
const BY_AN_OFFICE = { ...BY_A_FACILITY, channel: 'POST', source: 'Công ty gửi công văn' } as const
const AN_EARLIER_REVISION = { declarationId: '0198f000-0000-7000-8000-000000000002', revision: 1 } as const

/** Who files, and how it became known. */
export const filingRules: readonly DiseaseRule[] = [
  screeningRule({
    id: 'KB-DIS-14',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/onBehalf/enterpriseId'],
    at: '/onBehalf',
    // Somebody who validates without a token has not said who would file; the owner of a record keeps how it began.
    violated: ({ declaration, context: { filedAs, amends } }) =>
      declaration.onBehalf !== undefined &&
      amends === null &&
      filedAs !== 'anonymous' &&
      !FILES_FOR_OTHERS.has(filedAs),
    message: {
      vi: 'Chỉ cơ sở khám được ủy quyền hoặc cơ quan y tế mới khai thay cho cơ sở lao động.',
      en: 'Only a facility with a delegation or a health office files in the name of an establishment.',
    },
    fix: { vi: 'Bỏ phần onBehalf.', en: 'Leave onBehalf out.' },
    examples: {
      holds: [
        {},
        { change: { '/onBehalf': BY_A_FACILITY }, context: { filedAs: 'examiner' } },
        { change: { '/onBehalf': BY_AN_OFFICE }, context: { filedAs: 'health-office' } },
        { change: { '/onBehalf': BY_A_FACILITY }, context: { filedAs: 'anonymous', register: null } },
        { change: { '/onBehalf': BY_A_FACILITY }, context: { amends: AN_EARLIER_REVISION } },
      ],
      fails: [{ change: { '/onBehalf': BY_A_FACILITY } }],
    },
  }),

  screeningRule({
    id: 'KB-DIS-15',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/onBehalf/enterpriseId', '/onBehalf/channel', '/onBehalf/source'],
    at: '/onBehalf/source',
    violated: ({ declaration: { onBehalf }, context: { filedAs } }) =>
      filedAs === 'health-office' &&
      onBehalf !== undefined &&
      (onBehalf.channel === undefined || onBehalf.source === undefined),
    message: {
      vi: 'Cơ quan y tế ghi nhận thay phải nêu thông tin đến bằng cách nào, từ đâu.',
      en: 'A health office that records on behalf says how and from where it was told.',
    },
    fix: { vi: 'Ghi onBehalf.channel và onBehalf.source.', en: 'State onBehalf.channel and onBehalf.source.' },
    examples: {
      holds: [{ change: { '/onBehalf': BY_AN_OFFICE }, context: { filedAs: 'health-office' } }],
      fails: [{ change: { '/onBehalf': BY_A_FACILITY }, context: { filedAs: 'health-office' } }],
    },
  }),

  screeningRule({
    id: 'KB-DIS-16',
    kind: 'info',
    citations: [cite('TT56-2025-BYT 7.2')],
    provenance: BY_POLICY,
    inputs: ['/examination/kind', '/examination/requestedBy'],
    at: '/examination/requestedBy',
    violated: ({ examination: { kind, requestedBy } }) => kind === 'acute-suspicion' && requestedBy === undefined,
    message: {
      vi: 'Khám khi nghi mắc bệnh cấp tính là theo yêu cầu của cơ quan, người sử dụng lao động hoặc người lao động; chưa ghi ai yêu cầu.',
      en: 'On suspicion of an acute disease the authority, the employer or the worker asks for the examination; it is not said who did.',
    },
    fix: { vi: 'Ghi examination.requestedBy.', en: 'State examination.requestedBy.' },
    examples: {
      holds: [{}, { change: { '/examination/kind': 'acute-suspicion' } }],
      fails: [{ change: { '/examination/kind': 'acute-suspicion', '/examination/requestedBy': undefined } }],
    },
  }),
]
