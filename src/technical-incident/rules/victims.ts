import { codeName } from '../../declaration/code-name.ts'
import { isDeclarable } from '../../law/accident-duties.ts'
import { cite } from '../../law/citation.ts'
import { channels } from '../../reference/catalogue.ts'
import type { LegalDate } from '../../reference/legal-date.ts'
import type { LinkedAccident } from '../known.ts'
import { BY_ARITHMETIC, BY_POLICY, DECLARABLE, FROM_TEXT, type IncidentRule, incidentRule } from './define.ts'

/** News that reached the office from others than the employer. */
const NOT_FROM_THE_EMPLOYER: ReadonlySet<string> = new Set(['POLICE', 'PRESS', 'HOSPITAL'])
const FROM_THE_PRESS = {
  enterpriseId: '0198f000-0000-7000-8000-000000000001',
  channel: 'PRESS',
  source: 'Báo Thái Nguyên ngày 12/5/2026',
} as const

const WORKERS = ['/casualties/workers/dead', '/casualties/workers/serious'] as const
const AN_ACCIDENT = '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01'
const DECLARED = { id: AN_ACCIDENT, occurredOn: '2026-05-12' as LegalDate, inForce: true } as const
const LINKED = { '/accidents': [AN_ACCIDENT] } as const

/** For examples: what the enterprise declared of the accidents that are named. */
function known(...accidents: readonly LinkedAccident[]) {
  return { known: { accidents } }
}

/** People hurt by the incident, and the accident declarations of own workers. */
export const victimRules: readonly IncidentRule[] = [
  incidentRule({
    id: 'ACC-A17',
    kind: 'breach',
    citations: [cite('ND39-2016 26.1')],
    provenance: FROM_TEXT,
    inputs: [...DECLARABLE, '/onBehalf/channel'],
    at: '/onBehalf/channel',
    violated: ({ declaration, declarable }) => {
      const channel = declaration.onBehalf?.channel
      return (
        channel !== undefined &&
        declarable &&
        NOT_FROM_THE_EMPLOYER.has(channel) && { channel: codeName(channels, channel) }
      )
    },
    message: {
      vi: 'Sự cố làm chết người, làm bị thương nặng nhiều người không thuộc cơ sở, hoặc chưa rõ thương vong, nhưng cơ quan biết qua nguồn khác ({channel}), người sử dụng lao động chưa khai báo.',
      en: 'An incident that killed or seriously injured several who are not workers of the establishment, or whose casualties are unknown, came to the office from elsewhere ({channel}); the employer has not declared it.',
    },
    fix: {
      vi: 'Yêu cầu người sử dụng lao động khai báo; hồ sơ này sẽ được chuyển cho họ bổ sung.',
      en: 'Ask the employer to declare it; this record is theirs to complete.',
    },
    examples: {
      holds: [
        {},
        { change: { '/onBehalf': { ...FROM_THE_PRESS, channel: 'PHONE' } }, context: { filedAs: 'labour-office' } },
        {
          change: { '/onBehalf': FROM_THE_PRESS, '/casualties/others/serious': 1 },
          context: { filedAs: 'labour-office' },
        },
      ],
      fails: [
        { change: { '/onBehalf': FROM_THE_PRESS }, context: { filedAs: 'labour-office' } },
        {
          change: { '/onBehalf': FROM_THE_PRESS, '/casualties': { unknown: true } },
          context: { filedAs: 'labour-office' },
        },
        {
          change: { '/onBehalf': FROM_THE_PRESS, '/casualties': { others: { dead: 1 } } },
          context: { filedAs: 'commune' },
        },
      ],
    },
  }),

  incidentRule({
    id: 'ACC-K04',
    kind: 'breach',
    citations: [cite('L84-2015 34.1.b'), cite('ND39-2016 10.1')],
    provenance: FROM_TEXT,
    inputs: [...WORKERS, '/accidents', '/preliminary', '/incident/occurredAt', '/incident/knownAt'],
    at: '/accidents',
    violated: ({ setting: { workers }, declaration: { accidents = [] }, dates, legalDate, preliminary }) => {
      if (preliminary || accidents.length > 0 || !isDeclarable(workers, dates.known ?? legalDate)) return false
      return { dead: workers.dead, serious: workers.serious }
    },
    message: {
      vi: 'Sự cố làm {dead} người lao động của cơ sở chết, {serious} người bị thương nặng nhưng không gắn với bản khai báo tai nạn nào.',
      en: "The incident killed {dead} of the establishment's workers and seriously injured {serious}, but no accident declaration belongs to it.",
    },
    fix: {
      vi: 'Khai báo tai nạn lao động, rồi ghi mã hồ sơ đó vào accidents.',
      en: 'Declare the accident, then name the id of that declaration in accidents.',
    },
    examples: {
      holds: [
        {},
        { change: { '/casualties/workers/serious': 1 } },
        { change: { '/casualties/workers/dead': 1, '/preliminary': true } },
        { change: { '/casualties/workers/dead': 1, ...LINKED }, context: known(DECLARED) },
      ],
      fails: [{ change: { '/casualties/workers/dead': 1 } }, { change: { '/casualties/workers/serious': 2 } }],
    },
  }),

  {
    id: 'KB-INC-04',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/accidents'],
    needs: ['history'],
    judge: ({ declaration: { accidents = [] }, context }) =>
      accidents.flatMap((id, index) => {
        const declared = context.known.accidents?.some((accident) => accident.id === id && accident.inForce)
        return declared ? [] : [{ pointer: `/accidents/${index}`, params: { id } }]
      }),
    message: {
      vi: 'Cơ sở này không có bản khai báo tai nạn {id} còn hiệu lực.',
      en: 'The establishment has no accident declaration {id} in force.',
    },
    fix: {
      vi: 'Ghi mã hồ sơ khai báo tai nạn của chính cơ sở, chưa rút.',
      en: 'Name the id of an accident declaration of the same establishment that was not withdrawn.',
    },
    examples: {
      holds: [{}, { change: LINKED, context: known(DECLARED) }],
      fails: [
        { change: LINKED, context: known() },
        { change: LINKED, context: known({ ...DECLARED, inForce: false }) },
      ],
    },
  },

  {
    id: 'KB-INC-05',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/accidents', '/incident/occurredAt'],
    needs: ['history'],
    judge: ({ declaration: { accidents = [] }, dates: { occurred }, context }) =>
      accidents.flatMap((id, index) => {
        const accident = context.known.accidents?.find((linked) => linked.id === id)
        if (accident === undefined || occurred === null || accident.occurredOn >= occurred) return []
        return [{ pointer: `/accidents/${index}`, params: { accident: accident.occurredOn, incident: occurred } }]
      }),
    message: {
      vi: 'Tai nạn xảy ra ngày {accident}, trước sự cố ngày {incident}.',
      en: 'The accident happened on {accident}, before the incident of {incident}.',
    },
    fix: {
      vi: 'Kiểm tra mã hồ sơ và ngày xảy ra; nếu đúng thì xác nhận.',
      en: 'Check the id and the days; confirm them if they are right.',
    },
    examples: {
      holds: [
        {},
        { change: LINKED, context: known(DECLARED) },
        { change: LINKED, context: known({ ...DECLARED, occurredOn: '2026-05-13' as LegalDate }) },
      ],
      fails: [{ change: LINKED, context: known({ ...DECLARED, occurredOn: '2026-05-11' as LegalDate }) }],
    },
  },
]
