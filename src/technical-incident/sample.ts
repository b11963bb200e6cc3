import type { FilingContext } from '../declaration/filing-context.ts'
import type { IncidentKnown } from './known.ts'
import type { IncidentDeclaration } from './schema.ts'

/**
 * One complete, faultless declaration: the example of the OpenAPI document, and what the examples of the rules
 * change. A tower crane of a construction site in Thái Nguyên falls on the market beside it.
 */
export const sampleIncident = {
  establishment: {
    name: 'Công ty Cổ phần Xây dựng Bắc Sơn',
    address: 'Số 12, đường Hoàng Văn Thụ, tỉnh Thái Nguyên',
    taxCode: '4600123459',
    phone: '02083855123',
    email: 'atvsld@bacson.example',
  },
  incident: {
    occurredAt: '2026-05-12T07:20:00+07:00',
    knownAt: '2026-05-12T07:25:00+07:00',
    declaredAt: '2026-05-12T08:30:00+07:00',
    place: {
      unit: { scheme: 'VN-2025', code: '01849' },
      address: 'Công trường nhà ở xã hội, lô B2',
      description: 'Cẩu tháp số 2, phía giáp chợ',
    },
    kind: 'lifting-equipment',
    equipment: 'Cẩu tháp 6 tấn',
    serious: true,
    beyondOwnCapacity: true,
    severalEstablishments: true,
    severalLocalities: false,
    otherEstablishments: [{ name: 'Hợp tác xã Chợ Đồng Tâm', taxCode: '4600777885' }],
    homeAffairsInformed: true,
    underSpecialisedLaw: false,
    course: 'Cần cẩu tháp gãy khi đang nâng thép và đổ xuống mái chợ bên cạnh công trường.',
    causes: 'Bu lông liên kết đốt cần bị đứt; đang giám định.',
    response: 'Dừng thi công, sơ tán chợ, gọi lực lượng cứu hộ của tỉnh.',
    propertyDamage: 3_500_000,
  },
  casualties: {
    unknown: false,
    workers: { dead: 0, serious: 0, light: 1, missing: 0 },
    others: { dead: 0, serious: 2, light: 3, missing: 0 },
  },
  channel: 'PORTAL',
  recipients: [
    {
      authority: 'PROV_HOME_AFFAIRS',
      unit: { scheme: 'VN-2025', code: '19' },
      notifiedAt: '2026-05-12T08:30:00+07:00',
    },
    {
      authority: 'COMMUNE_PC',
      unit: { scheme: 'VN-2025', code: '01849' },
      notifiedAt: '2026-05-12T07:40:00+07:00',
    },
  ],
  declarant: { name: 'Trần Thị Khai', position: 'Giám đốc', phone: '0912000111', email: 'giamdoc@bacson.example' },
} as const satisfies DeepReadonly<IncidentDeclaration>

/** The sample as its filer amends it when the damage is known. */
export const amendedIncident = {
  ...sampleIncident,
  incident: { ...sampleIncident.incident, propertyDamage: 4_200_000 },
  reason: 'Cập nhật thiệt hại tài sản theo biên bản giám định.',
} as const satisfies DeepReadonly<IncidentDeclaration>

type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T

/** The context in which the sample is faultless: filed by the enterprise itself in the same morning. */
export const sampleContext: FilingContext<IncidentKnown> = {
  receivedAt: new Date('2026-05-12T11:45:00+07:00'),
  filedAs: 'enterprise',
  register: {
    id: '0198f000-0000-7000-8000-000000000001',
    taxCode: '4600123459',
    name: 'Công ty Cổ phần Xây dựng Bắc Sơn',
    address: 'Số 12, đường Hoàng Văn Thụ, tỉnh Thái Nguyên',
    ownership: '3',
    industry: { version: '2025', code: '41' },
    headOffice: { scheme: 'VN-2025', code: '01849' },
    workers: 240,
    women: 35,
    provisional: false,
  },
  sameContentAs: null,
  amends: null,
  known: { accidents: [] },
}
