import { cite } from '../../law/citation.ts'
import { type AccidentRule, BY_POLICY, declarationRule, denies, FROM_QUOTATION, intervalOf } from './define.ts'
import { knowing } from './knowing.ts'

const SERIOUS = {
  '/accident/technicalIncident': { serious: true, beyondOwnCapacity: true, communeNotified: true },
} as const
const SEVERAL = { serious: true, severalEstablishments: true, communeNotified: true } as const

const AN_INCIDENT = '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a02'
const NAMED = { '/accident/technicalIncident': { id: AN_INCIDENT } } as const

/** The technical incident that caused the accident (Law 84/2015, Arts. 3.7 and 19). */
export const technicalIncidentRules: readonly AccidentRule[] = [
  declarationRule({
    id: 'ACC-K01',
    kind: 'error',
    citations: [cite('L84-2015 3.7')],
    provenance: FROM_QUOTATION,
    inputs: [
      '/accident/technicalIncident/serious',
      '/accident/technicalIncident/beyondOwnCapacity',
      '/accident/technicalIncident/severalEstablishments',
      '/preliminary',
    ],
    at: '/accident/technicalIncident/serious',
    violated: (facts) => {
      const { serious, beyondOwnCapacity, severalEstablishments } = facts.accident.technicalIncident ?? {}
      return serious === true && denies(facts, beyondOwnCapacity) && denies(facts, severalEstablishments)
    },
    message: {
      vi: 'Sự cố được ghi là nghiêm trọng nhưng không vượt khả năng ứng phó của cơ sở và cũng không liên quan nhiều cơ sở.',
      en: "The incident is stated as serious, but neither beyond the establishment's capacity nor involving several establishments.",
    },
    fix: {
      vi: 'Đánh dấu tiêu chí đúng với sự cố, hoặc đặt serious = false.',
      en: 'Mark the criterion that applies, or set serious to false.',
    },
    examples: {
      holds: [
        { change: SERIOUS },
        { change: { '/accident/technicalIncident': SEVERAL } },
        { change: { '/accident/technicalIncident': { serious: true }, '/preliminary': true } },
      ],
      fails: [
        { change: { '/accident/technicalIncident': { serious: true } } },
        {
          change: {
            '/accident/technicalIncident': { serious: true, beyondOwnCapacity: false, severalEstablishments: false },
            '/preliminary': true,
          },
        },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-K02',
    kind: 'breach',
    citations: [cite('ND128-2025 9'), cite('L84-2015 19.2.a')],
    interval: intervalOf('ND128-2025'),
    provenance: FROM_QUOTATION,
    inputs: ['/accident/technicalIncident/serious', '/accident/technicalIncident/communeNotified', '/preliminary'],
    at: '/accident/technicalIncident/communeNotified',
    violated: (facts) => {
      const incident = facts.accident.technicalIncident
      return incident?.serious === true && denies(facts, incident.communeNotified)
    },
    message: {
      vi: 'Sự cố nghiêm trọng nhưng chưa thông báo Ủy ban nhân dân cấp xã nơi xảy ra.',
      en: "A serious incident of which the commune's People's Committee was not told.",
    },
    fix: {
      vi: 'Thông báo ngay cho xã, rồi đặt communeNotified = true.',
      en: 'Tell the commune at once, then set communeNotified to true.',
    },
    examples: {
      holds: [{ change: SERIOUS }, { change: { '/accident/technicalIncident': { serious: false } } }],
      fails: [
        { change: { '/accident/technicalIncident': { serious: true, beyondOwnCapacity: true } } },
        { change: { '/accident/technicalIncident': { serious: true, communeNotified: false }, '/preliminary': true } },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-K03',
    kind: 'breach',
    citations: [cite('ND128-2025 9')],
    provenance: FROM_QUOTATION,
    inputs: [
      '/accident/technicalIncident/severalEstablishments',
      '/accident/technicalIncident/homeAffairsInformed',
      '/preliminary',
    ],
    at: '/accident/technicalIncident/homeAffairsInformed',
    violated: (facts) => {
      const incident = facts.accident.technicalIncident
      return incident?.severalEstablishments === true && denies(facts, incident.homeAffairsInformed)
    },
    message: {
      vi: 'Sự cố liên quan nhiều cơ sở nhưng Ủy ban nhân dân cấp xã chưa báo cáo Sở Nội vụ.',
      en: 'The incident involves several establishments, but the commune has not reported it to the Department of Home Affairs.',
    },
    fix: {
      vi: 'Đề nghị xã báo cáo Sở Nội vụ, rồi đặt homeAffairsInformed = true.',
      en: 'Ask the commune to report it, then set homeAffairsInformed to true.',
    },
    examples: {
      holds: [
        { change: SERIOUS },
        { change: { '/accident/technicalIncident': { ...SEVERAL, homeAffairsInformed: true } } },
      ],
      fails: [{ change: { '/accident/technicalIncident': SEVERAL } }],
    },
  }),

  declarationRule({
    id: 'KB-ACC-31',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/accident/technicalIncident/id'],
    needs: ['history'],
    at: '/accident/technicalIncident/id',
    violated: ({ accident: { technicalIncident }, context: { known } }) => {
      const id = technicalIncident?.id
      return id !== undefined && known?.incident?.id !== id && { id }
    },
    message: {
      vi: 'Cơ sở này không có bản khai báo sự cố kỹ thuật {id} còn hiệu lực.',
      en: 'The establishment has no declaration of a technical incident {id} in force.',
    },
    fix: {
      vi: 'Ghi mã hồ sơ khai báo sự cố của chính cơ sở, chưa rút; nếu chưa khai báo sự cố thì bỏ id.',
      en: 'Name the id of a declared incident of the same establishment that was not withdrawn; without one leave id out.',
    },
    examples: {
      holds: [{}, { change: NAMED, context: knowing({ incident: { id: AN_INCIDENT } }) }],
      fails: [{ change: NAMED, context: knowing({}) }],
    },
  }),
]
