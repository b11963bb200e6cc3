import { cite } from '../../law/citation.ts'
import { type LegalDate, legalDateOf } from '../../reference/legal-date.ts'
import type { Violation } from '../../rules/rule.ts'
import { BY_ARITHMETIC, BY_POLICY, campaignRule, type EnvironmentRule, FROM_TEXT, measurementRule } from './define.ts'

/** Who may file in the name of another; an office records what reached it on paper. */
const FILE_FOR_OTHERS: ReadonlySet<string> = new Set(['monitor', 'health-office'])
const ON_BEHALF = { enterpriseId: '0198f000-0000-7000-8000-000000000001' } as const
const AN_EARLIER_REVISION = { declarationId: '0198f000-0000-7000-8000-000000000002', revision: 1 } as const

/** Who files, and days that cannot be yet. */
export const filingRules: readonly EnvironmentRule[] = [
  campaignRule({
    id: 'KB-ENV-18',
    kind: 'error',
    citations: [cite('ND44-2016 45.3.b')],
    provenance: FROM_TEXT,
    inputs: ['/onBehalf/enterpriseId'],
    at: '/onBehalf',
    // Somebody who validates without a token has not said who would file; the owner of a record keeps how it began.
    violated: ({ declaration, context: { filedAs, amends } }) =>
      declaration.onBehalf !== undefined && amends === null && filedAs !== 'anonymous' && !FILE_FOR_OTHERS.has(filedAs),
    message: {
      vi: 'Chỉ tổ chức quan trắc được ủy quyền hoặc Sở Y tế mới gửi thay cho cơ sở khác.',
      en: 'Only a monitoring organisation that was delegated, or a health office, files for another establishment.',
    },
    fix: { vi: 'Bỏ phần onBehalf.', en: 'Leave onBehalf out.' },
    examples: {
      holds: [
        {},
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'monitor' } },
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'health-office' } },
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'anonymous', register: null } },
        { change: { '/onBehalf': ON_BEHALF }, context: { amends: AN_EARLIER_REVISION } },
      ],
      fails: [{ change: { '/onBehalf': ON_BEHALF } }],
    },
  }),

  {
    id: 'KB-ENV-19',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      '/contract/date',
      '/dossier/updatedOn',
      '/dossier/technologyChangedOn',
      '/campaign/reportedOn',
      '/measures/*/doneOn',
      '/publication/publishedOn',
      '/earlyExamination/doneOn',
      '/newFactorNotice/notifiedOn',
    ],
    judge: ({ declaration, context }) => {
      const { contract, dossier, campaign, measures = [], publication, earlyExamination, newFactorNotice } = declaration
      const received = legalDateOf(context.receivedAt)
      return [
        ...afterwards(contract?.date, '/contract/date', received),
        ...afterwards(dossier?.updatedOn, '/dossier/updatedOn', received),
        ...afterwards(dossier?.technologyChangedOn, '/dossier/technologyChangedOn', received),
        ...afterwards(campaign?.reportedOn, '/campaign/reportedOn', received),
        ...measures.flatMap(({ doneOn }, index) => afterwards(doneOn, `/measures/${index}/doneOn`, received)),
        ...afterwards(publication?.publishedOn, '/publication/publishedOn', received),
        ...afterwards(earlyExamination?.doneOn, '/earlyExamination/doneOn', received),
        ...afterwards(newFactorNotice?.notifiedOn, '/newFactorNotice/notifiedOn', received),
      ]
    },
    message: {
      vi: 'Ngày {day} ở sau ngày gửi hồ sơ ({received}), trong khi việc ấy được ghi là đã xảy ra.',
      en: '{day} is after the day of filing ({received}), though it is said to have happened.',
    },
    fix: { vi: 'Sửa ngày, hoặc bỏ trống nếu chưa làm.', en: 'Correct the day, or leave it out if it is not done yet.' },
    examples: {
      holds: [{}, { change: { '/publication/publishedOn': '2026-03-30' } }],
      fails: [
        { change: { '/contract/date': '2026-12-31' } },
        { change: { '/publication/publishedOn': '2026-03-31' } },
        { change: { '/campaign/reportedOn': '2026-04-30' } },
        { change: { '/measures': [{ doneOn: '2026-05-01' }] } },
        { change: { '/earlyExamination': { doneOn: '2026-05-01' } } },
        { change: { '/newFactorNotice': { notifiedOn: '2026-05-01' } } },
        { change: { '/dossier/updatedOn': '2027-01-15' } },
      ],
    },
  },

  campaignRule({
    id: 'KB-ENV-20',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/publication/publishedOn', '/campaign/sampledTo', '/campaign/reportedOn'],
    at: '/publication/publishedOn',
    violated: ({ declaration: { publication, campaign } }) => {
      const sampled = campaign?.sampledTo
      const first = [publication?.publishedOn, campaign?.reportedOn].filter((day) => day !== undefined).toSorted()[0]
      return sampled !== undefined && first !== undefined && first < sampled && { day: first, sampled }
    },
    message: {
      vi: 'Công bố hoặc báo cáo ngày {day}, trước khi lấy mẫu xong ({sampled}).',
      en: 'Published or reported on {day}, before sampling was over ({sampled}).',
    },
    fix: {
      vi: 'Sửa ngày công bố, ngày báo cáo hoặc ngày kết thúc lấy mẫu.',
      en: 'Correct the day of publishing or reporting, or the last day of sampling.',
    },
    examples: {
      holds: [{}, { change: { '/publication': undefined } }],
      fails: [
        { change: { '/publication/publishedOn': '2026-03-01' } },
        { change: { '/campaign/reportedOn': '2026-03-01' } },
      ],
    },
  }),

  measurementRule({
    id: 'KB-ENV-21',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/measurements/*/sampledAt', '/campaign/sampledFrom', '/campaign/sampledTo'],
    at: '/sampledAt',
    violated: ({ on }, { dates: { sampled, sampledTo } }) =>
      sampled !== null &&
      sampledTo !== null &&
      (on < sampled || on > sampledTo) && { on, from: sampled, to: sampledTo },
    message: {
      vi: 'Kết quả thứ {ordinal} lấy mẫu ngày {on}, ngoài đợt quan trắc ({from} đến {to}).',
      en: 'Result {ordinal} was sampled on {on}, outside the campaign ({from} to {to}).',
    },
    fix: {
      vi: 'Sửa ngày lấy mẫu của kết quả, hoặc ngày của đợt.',
      en: 'Correct the day of the sample, or the days of the campaign.',
    },
    examples: {
      holds: [{}, { change: { '/measurements/0/sampledAt': undefined } }],
      fails: [
        { change: { '/measurements/0/sampledAt': '2026-03-09' } },
        { change: { '/measurements/3/sampledAt': '2026-03-12T00:10:00+07:00' } },
      ],
    },
  }),

  campaignRule({
    id: 'KB-ENV-22',
    kind: 'info',
    citations: [cite('ND44-2016 35.2')],
    provenance: BY_POLICY,
    inputs: ['/contract/date', '/campaign/sampledFrom'],
    at: '/contract/date',
    violated: ({ declaration: { contract }, dates: { sampled } }) =>
      contract?.date !== undefined && sampled !== null && contract.date > sampled && { date: contract.date, sampled },
    message: {
      vi: 'Hợp đồng ký ngày {date}, sau khi bắt đầu lấy mẫu ({sampled}).',
      en: 'The contract is of {date}, after sampling began ({sampled}).',
    },
    examples: {
      holds: [{}, { change: { '/contract': undefined } }],
      fails: [{ change: { '/contract/date': '2026-03-15' } }],
    },
  }),
]

function afterwards(day: string | undefined, pointer: string, received: LegalDate): readonly Violation[] {
  return day !== undefined && day > received ? [{ pointer, params: { day, received } }] : []
}
