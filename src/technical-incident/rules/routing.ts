import {
  bodyOf,
  isInProvinceOf,
  isProvincialLabour,
  isTold,
  RECIPIENT_INPUTS,
  toldOnlyElsewhere,
  unitOf,
} from '../../declaration/recipients.ts'
import { cite } from '../../law/citation.ts'
import { isLocalCommitteeTold } from '../../law/incident-recipients.ts'
import { unitName } from '../../reference/administrative-units.ts'
import { recipients } from '../../reference/catalogue.ts'
import {
  BY_POLICY,
  DECLARABLE,
  FROM_QUOTATION,
  FROM_TEXT,
  type IncidentRule,
  incidentRule,
  recipientRule,
  SEVERAL,
  shapeRule,
  UNDER_SPECIALISED_LAW,
} from './define.ts'

const OFFICES: ReadonlySet<string> = new Set(['labour-office', 'commune'])
const HANOI = { scheme: 'VN-2025', code: '01' }
const ON_BEHALF = {
  enterpriseId: '0198f000-0000-7000-8000-000000000001',
  channel: 'PHONE',
  source: 'Giám đốc công ty gọi điện',
} as const
const AN_EARLIER_REVISION = { declarationId: '0198f000-0000-7000-8000-000000000002', revision: 1 } as const
const BEFORE_TWO_LEVELS = {
  '/incident/occurredAt': '2025-06-12T07:20:00+07:00',
  '/incident/knownAt': '2025-06-12T07:25:00+07:00',
} as const

/** Who files, who is told, and by what channel. */
export const routingRules: readonly IncidentRule[] = [
  incidentRule({
    id: 'KB-INC-06',
    kind: 'breach',
    datedBy: 'known',
    citations: [cite('ND39-2016 26.3.a'), cite('ND128-2025 9'), cite('L84-2015 19.2.a')],
    provenance: FROM_TEXT,
    inputs: [
      '/incident/serious',
      ...UNDER_SPECIALISED_LAW,
      '/recipients/*/authority',
      '/preliminary',
      '/incident/occurredAt',
      '/incident/knownAt',
    ],
    at: '/recipients',
    violated: (facts) => {
      const { setting, dates, legalDate, preliminary } = facts
      return !preliminary && isLocalCommitteeTold(setting, dates.known ?? legalDate) && !isTold(facts, 'committee')
    },
    message: {
      vi: 'Sự cố nghiêm trọng nhưng chưa báo Ủy ban nhân dân nơi xảy ra.',
      en: "A serious incident of which the People's Committee of the place was not told.",
    },
    fix: {
      vi: 'Báo ngay Ủy ban nhân dân cấp xã (COMMUNE_PC; trước 01/7/2025 là cấp huyện, DISTRICT_PC), rồi ghi vào danh sách nơi nhận.',
      en: "Tell the commune's People's Committee (COMMUNE_PC; before 1 July 2025 the district's, DISTRICT_PC) at once, then name it among the recipients.",
    },
    examples: {
      holds: [
        {},
        { change: { '/recipients/1': undefined, '/preliminary': true } },
        { change: { '/recipients/1': undefined, '/incident/serious': false } },
        { change: { '/recipients/1': undefined, '/incident/underSpecialisedLaw': true, ...BEFORE_TWO_LEVELS } },
      ],
      fails: [
        { change: { '/recipients/1': undefined } },
        { change: { '/recipients': undefined, '/incident/underSpecialisedLaw': true } },
        { change: { '/recipients/1': undefined, ...BEFORE_TWO_LEVELS } },
      ],
    },
  }),

  incidentRule({
    id: 'KB-INC-07',
    kind: 'breach',
    datedBy: 'known',
    citations: [cite('ND128-2025 9')],
    provenance: FROM_QUOTATION,
    inputs: ['/incident/serious', ...SEVERAL, '/incident/homeAffairsInformed', '/preliminary', '/incident/knownAt'],
    at: '/incident/homeAffairsInformed',
    violated: ({ setting, incident: { homeAffairsInformed }, preliminary }) =>
      setting.serious &&
      setting.several &&
      (preliminary ? homeAffairsInformed === false : homeAffairsInformed !== true),
    message: {
      vi: 'Sự cố liên quan nhiều cơ sở, địa phương nhưng Ủy ban nhân dân cấp xã chưa báo cáo Sở Nội vụ.',
      en: 'The incident involves several establishments or localities, but the commune has not reported it to the Department of Home Affairs.',
    },
    fix: {
      vi: 'Đề nghị xã báo cáo Sở Nội vụ, rồi đặt homeAffairsInformed = true.',
      en: 'Ask the commune to report it, then set homeAffairsInformed to true.',
    },
    examples: {
      holds: [
        {},
        { change: { '/incident/homeAffairsInformed': undefined, '/preliminary': true } },
        { change: { '/incident/homeAffairsInformed': false, '/incident/severalEstablishments': false } },
        {
          change: {
            '/incident/homeAffairsInformed': false,
            '/incident/knownAt': BEFORE_TWO_LEVELS['/incident/knownAt'],
          },
        },
      ],
      fails: [
        { change: { '/incident/homeAffairsInformed': undefined } },
        { change: { '/incident/homeAffairsInformed': false, '/preliminary': true } },
      ],
    },
  }),

  incidentRule({
    id: 'KB-INC-08',
    kind: 'breach',
    citations: [cite('ND39-2016 26.1'), cite('ND129-2025 42.1')],
    provenance: FROM_TEXT,
    inputs: ['/casualties/others/dead', '/recipients/*/authority', '/preliminary'],
    at: '/recipients',
    violated: (facts) => {
      const { dead } = facts.setting.others
      return dead > 0 && !facts.preliminary && !isTold(facts, 'police') && { dead }
    },
    message: {
      vi: 'Sự cố làm chết {dead} người không thuộc cơ sở nhưng danh sách nơi nhận chưa có cơ quan Công an.',
      en: 'The incident killed {dead} who are not workers of the establishment, but the police are not among those told.',
    },
    fix: {
      vi: 'Báo ngay cho Công an nơi xảy ra sự cố, rồi ghi vào danh sách nơi nhận.',
      en: 'Tell the police where the incident happened at once, then name them among the recipients.',
    },
    examples: {
      holds: [
        {},
        { change: { '/casualties/others/dead': 1, '/recipients/-': { authority: 'COMMUNE_POLICE' } } },
        { change: { '/casualties/others/dead': 1, '/preliminary': true } },
      ],
      fails: [{ change: { '/casualties/others/dead': 1 } }],
    },
  }),

  {
    id: 'KB-INC-09',
    kind: 'breach',
    citations: [cite('ND39-2016 26.1')],
    provenance: FROM_TEXT,
    inputs: [...RECIPIENT_INPUTS, '/incident/place/unit/scheme', '/incident/place/unit/code', ...DECLARABLE],
    judge: (facts) => {
      const { place, declaration } = facts
      if (!place || !facts.declarable || !toldOnlyElsewhere(facts, place.unit)) return []
      return (declaration.recipients ?? []).flatMap((recipient, index) => {
        const unit = unitOf(recipient, facts)
        if (!unit || !isProvincialLabour(recipient) || isInProvinceOf(recipient, place.unit, facts) !== false) return []
        const params = { told: unitName(unit) ?? unit.code, place: unitName(place.unit) ?? place.unit.code }
        return [{ pointer: `/recipients/${index}/unit`, params }]
      })
    },
    message: {
      vi: 'Đã khai báo với cơ quan lao động của {told}, nhưng nơi xảy ra sự cố ({place}) thuộc tỉnh khác.',
      en: 'Declared to the labour authority of {told}, but the place of the incident ({place}) lies in another province.',
    },
    fix: {
      vi: 'Khai báo với cơ quan lao động cấp tỉnh nơi xảy ra sự cố.',
      en: 'Declare to the labour authority of the province where the incident happened.',
    },
    examples: {
      holds: [
        {},
        { change: { '/recipients/0/unit': { scheme: 'VN-2004', code: '06' } } },
        { change: { '/recipients/0/unit': HANOI, '/casualties/others/serious': 1 } },
      ],
      fails: [{ change: { '/recipients/0/unit': HANOI } }],
    },
  },

  recipientRule({
    id: 'KB-INC-10',
    kind: 'breach',
    datedBy: 'known',
    citations: [cite('ND128-2025 9'), cite('ND129-2025 42.1'), cite('CV4787-2025-BNV')],
    provenance: FROM_TEXT,
    inputs: ['/recipients/*/authority', '/incident/knownAt'],
    at: '/authority',
    violated: (recipient, { dates, legalDate }) => {
      const body = bodyOf(recipient)
      if (body === undefined || recipients.find(recipient.authority, dates.known ?? legalDate) !== undefined)
        return false
      return { body: body.vi, ended: body.validTo ?? '' }
    },
    message: {
      vi: '{body} không còn nhận tin báo sự cố sau ngày {ended}.',
      en: '{body} has not received news of incidents since {ended}.',
    },
    fix: {
      vi: 'Báo Sở Nội vụ (PROV_HOME_AFFAIRS) và Ủy ban nhân dân cấp xã (COMMUNE_PC); nếu có người chết, báo thêm Công an cấp xã (COMMUNE_POLICE).',
      en: "Tell the Department of Home Affairs (PROV_HOME_AFFAIRS) and the commune's People's Committee (COMMUNE_PC) and, if somebody died, the commune police (COMMUNE_POLICE).",
    },
    examples: {
      holds: [
        {},
        { change: { '/recipients/1/authority': 'DISTRICT_PC', '/incident/knownAt': '2025-06-30T09:50:00+07:00' } },
      ],
      fails: [
        { change: { '/recipients/1/authority': 'DISTRICT_PC' } },
        { change: { '/recipients/0/authority': 'PROV_LABOUR_DOLISA' } },
      ],
    },
  }),

  incidentRule({
    id: 'KB-INC-11',
    kind: 'breach',
    citations: [cite('L84-2015 34.1.c'), cite('ND39-2016 26.2')],
    provenance: FROM_TEXT,
    inputs: [...UNDER_SPECIALISED_LAW, '/incident/specialisedAuthority', '/preliminary'],
    at: '/incident/specialisedAuthority',
    violated: ({ setting, incident, preliminary }) =>
      setting.underSpecialisedLaw && !preliminary && incident.specialisedAuthority === undefined,
    message: {
      vi: 'Luật chuyên ngành quy định việc khai báo sự cố này, nhưng chưa ghi đã báo cơ quan chuyên ngành nào.',
      en: 'A specialised law says how this incident is declared, but no specialised authority is stated as told.',
    },
    fix: {
      vi: 'Khai báo theo luật chuyên ngành, rồi ghi specialisedAuthority; nếu luật chuyên ngành không quy định, đặt underSpecialisedLaw = false.',
      en: 'Declare it as that law says, then state specialisedAuthority; where that law is silent, set underSpecialisedLaw to false.',
    },
    examples: {
      holds: [
        {},
        { change: { '/incident/specialField': 'rail' } },
        { change: { '/incident/specialField': 'maritime', '/incident/underSpecialisedLaw': undefined } },
        {
          change: {
            '/incident/underSpecialisedLaw': true,
            '/incident/specialisedAuthority': 'Cục An toàn bức xạ và hạt nhân',
          },
        },
        { change: { '/incident/underSpecialisedLaw': true, '/preliminary': true } },
      ],
      fails: [
        { change: { '/incident/underSpecialisedLaw': true } },
        { change: { '/incident/specialField': 'radiation', '/incident/underSpecialisedLaw': undefined } },
      ],
    },
  }),

  shapeRule({
    id: 'KB-INC-12',
    kind: 'error',
    citations: [cite('ND39-2016 10.1.a'), cite('ND39-2016 26.1')],
    provenance: FROM_TEXT,
    inputs: ['/channel'],
    guards: ['/channel'],
    message: {
      vi: 'Không có hình thức khai báo này. Có thể khai báo trực tiếp, qua điện thoại, fax, công điện, thư điện tử hoặc cổng này.',
      en: 'There is no such channel. One declares in person, by telephone, fax, telegram, e-mail or through this portal.',
    },
    fix: {
      vi: 'Chọn DIRECT, PHONE, FAX, TELEGRAM, EMAIL hoặc PORTAL.',
      en: 'Choose DIRECT, PHONE, FAX, TELEGRAM, EMAIL or PORTAL.',
    },
    examples: {
      holds: [{}, { change: { '/channel': 'TELEGRAM' } }],
      fails: [{ change: { '/channel': 'PIGEON' } }],
    },
  }),

  incidentRule({
    id: 'KB-INC-13',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/onBehalf/enterpriseId', '/onBehalf/channel', '/onBehalf/source'],
    at: '/onBehalf',
    // Somebody who validates without a token has not said who would file; the owner of a record keeps how it began.
    violated: ({ declaration, context: { filedAs, amends } }) =>
      declaration.onBehalf !== undefined && amends === null && filedAs !== 'anonymous' && !OFFICES.has(filedAs),
    message: {
      vi: 'Chỉ cơ quan lao động hoặc Ủy ban nhân dân cấp xã mới ghi nhận sự cố thay cho cơ sở khác.',
      en: 'Only a labour office or a commune records an incident on behalf of an establishment.',
    },
    fix: { vi: 'Bỏ phần onBehalf.', en: 'Leave onBehalf out.' },
    examples: {
      holds: [
        {},
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'labour-office' } },
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'anonymous', register: null } },
        { change: { '/onBehalf': ON_BEHALF }, context: { amends: AN_EARLIER_REVISION } },
      ],
      fails: [{ change: { '/onBehalf': ON_BEHALF } }],
    },
  }),
]
