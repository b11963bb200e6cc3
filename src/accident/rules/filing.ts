import { NOT_STATED } from '../../declaration/code-name.ts'
import { cite } from '../../law/citation.ts'
import { type AccidentRule, BY_POLICY, declarationRule, FROM_TEXT } from './define.ts'

const OFFICES: ReadonlySet<string> = new Set(['labour-office', 'commune'])
const ON_BEHALF = {
  enterpriseId: '0198f000-0000-7000-8000-000000000001',
  channel: 'PHONE',
  source: 'Giám đốc công ty gọi điện',
} as const

const AN_EARLIER_REVISION = { declarationId: '0198f000-0000-7000-8000-000000000002', revision: 1 } as const

/** Who files, and where the one who declares is not the one who answers for the place. */
export const filingRules: readonly AccidentRule[] = [
  declarationRule({
    id: 'KB-ACC-22',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/onBehalf/enterpriseId', '/onBehalf/channel', '/onBehalf/source'],
    at: '/onBehalf',
    // Somebody who validates without a token has not said who would file; the owner of a record keeps how it began.
    violated: ({ declaration, context: { filedAs, amends } }) =>
      declaration.onBehalf !== undefined && amends === null && filedAs !== 'anonymous' && !OFFICES.has(filedAs),
    message: {
      vi: 'Chỉ cơ quan lao động hoặc Ủy ban nhân dân cấp xã mới ghi nhận thay cho cơ sở khác.',
      en: 'Only a labour office or a commune records an accident on behalf of an establishment.',
    },
    fix: { vi: 'Bỏ phần onBehalf.', en: 'Leave onBehalf out.' },
    examples: {
      holds: [
        {},
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'labour-office' } },
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'commune' } },
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'anonymous', register: null } },
        { change: { '/onBehalf': ON_BEHALF }, context: { amends: AN_EARLIER_REVISION } },
      ],
      fails: [{ change: { '/onBehalf': ON_BEHALF } }],
    },
  }),

  declarationRule({
    id: 'KB-ACC-27',
    kind: 'info',
    citations: [cite('ND39-2016 10.1'), cite('ND39-2016 11.1.b')],
    provenance: FROM_TEXT,
    inputs: ['/accident/place/premises', '/accident/place/premisesOwner/name'],
    at: '/accident/place/premises',
    violated: ({ accident: { place } }) =>
      place?.premises === 'other-employer' && { owner: place.premisesOwner?.name ?? NOT_STATED },
    message: {
      vi: 'Tai nạn xảy ra tại nơi do người sử dụng lao động khác quản lý ({owner}): họ phải khai báo và lập Đoàn điều tra, mời người sử dụng lao động của nạn nhân tham gia.',
      en: 'The accident happened at premises of another employer ({owner}), who declares it, forms the team and invites the employer of the victim.',
    },
    fix: {
      vi: 'Ghi tên và mã số thuế của họ vào premisesOwner.',
      en: 'State their name and tax code in premisesOwner.',
    },
    examples: {
      holds: [{}, { change: { '/accident/place/premises': 'public' } }],
      fails: [
        { change: { '/accident/place/premises': 'other-employer' } },
        {
          change: {
            '/accident/place/premises': 'other-employer',
            '/accident/place/premisesOwner': { name: 'Nhà máy Xi măng Núi Voi' },
          },
        },
      ],
    },
  }),
]
