import { cite } from '../../law/citation.ts'
import { BY_ARITHMETIC, FROM_QUOTATION, type IncidentRule, incidentRule, SEVERAL } from './define.ts'

const CRITERIA = ['/incident/serious', '/incident/beyondOwnCapacity', ...SEVERAL] as const
const WITHOUT_CRITERION = {
  '/incident/beyondOwnCapacity': undefined,
  '/incident/severalEstablishments': undefined,
  '/incident/severalLocalities': undefined,
} as const

/** Whether the incident is a serious one as the law defines it (Law 84/2015, Art. 3.7). */
export const seriousnessRules: readonly IncidentRule[] = [
  incidentRule({
    id: 'KB-INC-01',
    kind: 'error',
    citations: [cite('L84-2015 3.7')],
    provenance: FROM_QUOTATION,
    inputs: [...CRITERIA, '/preliminary'],
    at: '/incident/serious',
    violated: ({ setting, incident, preliminary }) => {
      if (!setting.serious || setting.several || incident.beyondOwnCapacity === true) return false
      // In a first notice silence means "not known yet".
      const { beyondOwnCapacity, severalEstablishments, severalLocalities } = incident
      return !preliminary || [beyondOwnCapacity, severalEstablishments, severalLocalities].every((is) => is === false)
    },
    message: {
      vi: 'Sự cố được ghi là nghiêm trọng nhưng không vượt khả năng ứng phó và cũng không liên quan nhiều cơ sở, địa phương.',
      en: 'The incident is stated as serious, but it is neither beyond the capacity to cope nor involves several establishments or localities.',
    },
    fix: {
      vi: 'Đánh dấu tiêu chí đúng với sự cố, hoặc đặt serious = false.',
      en: 'Mark the criterion that applies, or set serious to false.',
    },
    examples: {
      holds: [
        {},
        { change: { ...WITHOUT_CRITERION, '/incident/beyondOwnCapacity': true } },
        { change: { ...WITHOUT_CRITERION, '/incident/severalLocalities': true } },
        { change: { ...WITHOUT_CRITERION, '/preliminary': true } },
        { change: { ...WITHOUT_CRITERION, '/incident/serious': false } },
      ],
      fails: [
        { change: WITHOUT_CRITERION },
        {
          change: {
            '/incident/beyondOwnCapacity': false,
            '/incident/severalEstablishments': false,
            '/incident/severalLocalities': false,
            '/preliminary': true,
          },
        },
      ],
    },
  }),

  incidentRule({
    id: 'KB-INC-02',
    kind: 'error',
    citations: [cite('L84-2015 3.7')],
    provenance: FROM_QUOTATION,
    inputs: CRITERIA,
    at: '/incident/serious',
    violated: ({ setting, incident }) => !setting.serious && (setting.several || incident.beyondOwnCapacity === true),
    message: {
      vi: 'Sự cố vượt khả năng ứng phó hoặc liên quan nhiều cơ sở, địa phương là sự cố nghiêm trọng, nhưng chưa được ghi như vậy.',
      en: 'An incident beyond the capacity to cope, or that involves several establishments or localities, is a serious one; it is not stated as such.',
    },
    fix: {
      vi: 'Đặt serious = true, hoặc bỏ tiêu chí nếu đánh dấu nhầm.',
      en: 'Set serious to true, or remove the criterion if it was a mistake.',
    },
    examples: {
      holds: [{}, { change: { ...WITHOUT_CRITERION, '/incident/serious': false } }],
      fails: [
        { change: { '/incident/serious': false } },
        { change: { ...WITHOUT_CRITERION, '/incident/serious': undefined, '/incident/severalLocalities': true } },
      ],
    },
  }),

  {
    id: 'KB-INC-03',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      '/incident/severalEstablishments',
      '/incident/otherEstablishments/*/name',
      '/incident/otherEstablishments/*/taxCode',
    ],
    judge: ({ incident: { severalEstablishments, otherEstablishments = [] } }) =>
      otherEstablishments.length > 0 && severalEstablishments !== true
        ? [{ pointer: '/incident/severalEstablishments', params: { number: otherEstablishments.length } }]
        : [],
    message: {
      vi: 'Đã nêu {number} cơ sở khác có liên quan nhưng chưa ghi sự cố liên quan nhiều cơ sở.',
      en: '{number} other establishments are named as involved, but the incident is not stated to involve several.',
    },
    fix: {
      vi: 'Đặt severalEstablishments = true, hoặc bỏ otherEstablishments.',
      en: 'Set severalEstablishments to true, or leave otherEstablishments out.',
    },
    examples: {
      holds: [{}, { change: { '/incident/severalEstablishments': false, '/incident/otherEstablishments': undefined } }],
      fails: [
        { change: { '/incident/severalEstablishments': false } },
        { change: { '/incident/severalEstablishments': undefined } },
      ],
    },
  },
]
