import {
  isInProvinceOf,
  isProvincialLabour,
  isTold,
  RECIPIENT_INPUTS,
  toldOnlyElsewhere,
  unitOf,
} from '../../declaration/recipients.ts'
import { cite } from '../../law/citation.ts'
import { unitName } from '../../reference/administrative-units.ts'
import { recipients } from '../../reference/catalogue.ts'
import { parseTaxCode } from '../../reference/tax-code.ts'
import { type AccidentRule, COUNTED, declarationRule, FROM_TEXT, recipientRule, shapeRule } from './define.ts'

const PLACE = ['/accident/place/unit/scheme', '/accident/place/unit/code'] as const
const HANOI = { scheme: 'VN-2025', code: '01' }

/** The ten digits that a head office and its dependent units share; a person's number as it is. */
function mainPart(taxCode: string | null | undefined): string | null {
  if (!taxCode) return null
  const parsed = parseTaxCode(taxCode)
  return parsed.kind === 'invalid' ? null : (parsed.canonical.split('-')[0] ?? null)
}

/** Who declares, to whom, and by what channel. */
export const routingRules: readonly AccidentRule[] = [
  {
    id: 'ACC-A03',
    kind: 'breach',
    citations: [cite('L84-2015 34.1.b'), cite('ND39-2016 10.1.a')],
    provenance: FROM_TEXT,
    inputs: [...RECIPIENT_INPUTS, ...PLACE, ...COUNTED, '/accident/abroad', '/accident/knownAt'],
    judge: (facts) => {
      const { place, declaration } = facts
      if (!place || !facts.declarable || facts.setting.abroad || !toldOnlyElsewhere(facts, place.unit)) return []
      return (declaration.recipients ?? []).flatMap((recipient, index) => {
        const unit = unitOf(recipient, facts)
        if (!unit || !isProvincialLabour(recipient) || isInProvinceOf(recipient, place.unit, facts) !== false) return []
        const params = { told: unitName(unit) ?? unit.code, place: unitName(place.unit) ?? place.unit.code }
        return [{ pointer: `/recipients/${index}/unit`, params }]
      })
    },
    message: {
      vi: 'Đã khai báo với cơ quan lao động của {told}, nhưng nơi xảy ra tai nạn ({place}) thuộc tỉnh khác.',
      en: 'Declared to the labour authority of {told}, but the place of the accident ({place}) lies in another province.',
    },
    fix: {
      vi: 'Khai báo với cơ quan lao động cấp tỉnh nơi xảy ra tai nạn, không phải nơi đặt trụ sở.',
      en: 'Declare to the labour authority of the province where the accident happened, not of the head office.',
    },
    examples: {
      holds: [
        {},
        { change: { '/recipients/0/unit': { scheme: 'VN-2004', code: '06' } } },
        { change: { '/recipients/0/unit': HANOI, '/victims/0/condition': 'light' } },
        { change: { '/recipients/0/unit': HANOI, '/accident/abroad': true } },
      ],
      fails: [
        { change: { '/recipients/0/unit': HANOI } },
        { change: { '/recipients/0/unit': { scheme: 'VN-2004', code: '01' } } },
      ],
    },
  },

  declarationRule({
    id: 'ACC-A04',
    kind: 'breach',
    citations: [cite('L84-2015 34.1.b'), cite('ND39-2016 10.1.a'), cite('ND129-2025 42.1')],
    provenance: FROM_TEXT,
    inputs: [
      ...COUNTED,
      '/recipients/*/authority',
      '/accident/abroad',
      '/victims/*/employmentRelation',
      '/preliminary',
      '/accident/knownAt',
    ],
    at: '/recipients',
    violated: (facts) => {
      const { counts, preliminary, informal, setting } = facts
      if (counts.dead === 0 || preliminary || informal || setting.abroad || isTold(facts, 'police')) return false
      return { dead: counts.dead }
    },
    message: {
      vi: 'Có {dead} người chết nhưng danh sách nơi nhận chưa có cơ quan Công an.',
      en: '{dead} died, but the police are not among those told.',
    },
    fix: {
      vi: 'Báo ngay cho Công an nơi xảy ra tai nạn, rồi ghi vào danh sách nơi nhận.',
      en: 'Tell the police where the accident happened at once, then name them among the recipients.',
    },
    examples: {
      holds: [
        {},
        { change: { '/recipients/1': undefined, '/victims/0/condition': 'serious' } },
        { change: { '/recipients/1': undefined, '/accident/abroad': true } },
        { change: { '/recipients': undefined, '/preliminary': true } },
      ],
      fails: [{ change: { '/recipients/1': undefined } }, { change: { '/recipients': undefined } }],
    },
  }),

  recipientRule({
    id: 'ACC-A05',
    kind: 'breach',
    datedBy: 'known',
    citations: [cite('ND129-2025 42'), cite('ND129-2025 45.1'), cite('CV4787-2025-BNV')],
    provenance: FROM_TEXT,
    inputs: ['/recipients/*/authority', '/accident/knownAt'],
    at: '/authority',
    violated: ({ authority }, { dates, legalDate }) => {
      const body = recipients.findEver(authority)
      if (body === undefined || recipients.find(authority, dates.known ?? legalDate) !== undefined) return false
      return { body: body.vi, ended: body.validTo ?? '' }
    },
    message: {
      vi: '{body} không còn nhận khai báo tai nạn lao động sau ngày {ended}.',
      en: '{body} has not received declarations of work accidents since {ended}.',
    },
    fix: {
      vi: 'Gửi Sở Nội vụ (PROV_HOME_AFFAIRS); nếu có người chết, báo thêm Công an cấp xã (COMMUNE_POLICE).',
      en: 'Send it to the Department of Home Affairs (PROV_HOME_AFFAIRS) and, if somebody died, the commune police (COMMUNE_POLICE).',
    },
    examples: {
      holds: [
        {},
        { change: { '/recipients/1/authority': 'DISTRICT_POLICE', '/accident/knownAt': '2025-06-30T09:50:00+07:00' } },
        { change: { '/recipients/1/authority': 'COMMUNE_PC' } },
      ],
      fails: [
        { change: { '/recipients/1/authority': 'DISTRICT_POLICE' } },
        { change: { '/recipients/0/authority': 'PROV_LABOUR_DOLISA' } },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-A06',
    kind: 'breach',
    citations: [cite('ND39-2016 10.1')],
    provenance: FROM_TEXT,
    inputs: ['/declarant/employerTaxCode', '/establishment/taxCode', '/onBehalf/enterpriseId'],
    needs: ['register'],
    at: '/declarant/employerTaxCode',
    violated: ({ declaration, context }) => {
      if (context.filedAs !== 'enterprise' || declaration.onBehalf !== undefined) return false
      const own = mainPart(declaration.declarant?.employerTaxCode ?? context.register?.taxCode)
      const site = mainPart(declaration.establishment?.taxCode ?? context.register?.taxCode)
      return own !== null && site !== null && own !== site
    },
    message: {
      vi: 'Mã số thuế của đơn vị người khai báo khác mã số thuế của cơ sở xảy ra tai nạn.',
      en: "The tax code of the declarant's employer is not that of the establishment where the accident happened.",
    },
    fix: {
      vi: 'Người sử dụng lao động của cơ sở xảy ra tai nạn phải khai báo; hãy báo cho họ.',
      en: 'The employer of the establishment where the accident happened must declare it; tell them.',
    },
    examples: {
      holds: [
        {},
        { change: { '/declarant/employerTaxCode': '4600123459-001' } },
        { change: { '/establishment/taxCode': '0100109106' }, context: { filedAs: 'commune' } },
      ],
      fails: [
        { change: { '/declarant/employerTaxCode': '0100109106' } },
        { change: { '/establishment/taxCode': '0100109106' } },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-A08',
    kind: 'breach',
    citations: [cite('L84-2015 34.1.c'), cite('ND39-2016 10.2'), cite('ND39-2016 21.2')],
    provenance: FROM_TEXT,
    inputs: [
      ...COUNTED,
      '/accident/specialField',
      '/accident/specialisedAuthority',
      '/recipients/*/authority',
      '/preliminary',
      '/accident/knownAt',
    ],
    at: '/accident/specialField',
    violated: (facts) => {
      const { accident, declarable, setting, preliminary } = facts
      if (!setting.specialField || !declarable || preliminary) return false
      if (accident.specialisedAuthority !== undefined && isTold(facts, 'special-field')) return false
      return { field: accident.specialField ?? '' }
    },
    message: {
      vi: 'Lĩnh vực đặc thù ({field}): chưa ghi đã báo cơ quan chuyên ngành và Bộ quản lý ngành.',
      en: 'Special field ({field}): it is not stated that the specialised authority and the competent ministry were told.',
    },
    fix: {
      vi: 'Ghi specialisedAuthority và thêm COMPETENT_MINISTRY vào nơi nhận, trừ khi luật chuyên ngành quy định khác.',
      en: 'State specialisedAuthority and add COMPETENT_MINISTRY to the recipients, unless the specialised law says otherwise.',
    },
    examples: {
      holds: [
        {},
        { change: { '/accident/specialField': 'maritime' } },
        {
          change: {
            '/accident/specialField': 'radiation',
            '/accident/specialisedAuthority': 'Cục An toàn bức xạ và hạt nhân',
            '/recipients/-': { authority: 'COMPETENT_MINISTRY' },
          },
        },
        { change: { '/accident/specialField': 'radiation', '/victims/0/condition': 'light' } },
      ],
      fails: [
        { change: { '/accident/specialField': 'radiation' } },
        { change: { '/accident/specialField': 'petroleum', '/accident/specialisedAuthority': 'Bộ Công Thương' } },
        { change: { '/accident/specialField': 'rail', '/recipients/-': { authority: 'COMPETENT_MINISTRY' } } },
      ],
    },
  }),

  declarationRule({
    id: 'ACC-A09',
    kind: 'info',
    citations: [cite('TT37-2018-BLDTBXH')],
    provenance: FROM_TEXT,
    inputs: ['/accident/specialField'],
    at: '/accident/specialField',
    violated: ({ accident }) => accident.specialField === 'maritime',
    message: {
      vi: 'Tai nạn lao động hàng hải có mẫu khai báo và báo cáo riêng theo Thông tư 37/2018/TT-BLĐTBXH.',
      en: 'Maritime work accidents have forms of their own, those of Circular 37/2018/TT-BLĐTBXH.',
    },
    examples: {
      holds: [{}, { change: { '/accident/specialField': 'waterway' } }],
      fails: [{ change: { '/accident/specialField': 'maritime' } }],
    },
  }),

  shapeRule({
    id: 'ACC-A15',
    kind: 'error',
    citations: [cite('ND39-2016 10.1.a')],
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
      holds: [{}, { change: { '/channel': 'TELEGRAM' } }, { change: { '/channel': undefined } }],
      fails: [{ change: { '/channel': 'PIGEON' } }],
    },
  }),

  declarationRule({
    id: 'KB-ACC-03',
    kind: 'breach',
    citations: [cite('ND39-2016 19.2.b')],
    provenance: FROM_TEXT,
    inputs: [...RECIPIENT_INPUTS, ...COUNTED, '/accident/abroad', '/accident/knownAt'],
    needs: ['register'],
    at: '/recipients',
    violated: (facts) => {
      const office = facts.context.register?.headOffice
      if (!office || !facts.setting.abroad || !facts.declarable || !toldOnlyElsewhere(facts, office)) return false
      return { office: unitName(office) ?? office.code }
    },
    message: {
      vi: 'Tai nạn xảy ra ở nước ngoài nhưng không khai báo với cơ quan lao động của tỉnh nơi đặt trụ sở chính ({office}).',
      en: 'The accident happened abroad, but was not declared to the labour authority of the province of the head office ({office}).',
    },
    fix: {
      vi: 'Khai báo với cơ quan lao động cấp tỉnh nơi đặt trụ sở chính của người sử dụng lao động.',
      en: 'Declare to the labour authority of the province where the employer has its head office.',
    },
    examples: {
      holds: [
        { change: { '/accident/abroad': true } },
        { change: { '/recipients/0/unit': HANOI } },
        { change: { '/accident/abroad': true, '/recipients/0/unit': HANOI, '/victims/0/condition': 'light' } },
      ],
      fails: [{ change: { '/accident/abroad': true, '/recipients/0/unit': HANOI } }],
    },
  }),
]
