import type { FilingContext } from '../declaration/filing-context.ts'
import type { AccidentKnown } from './known.ts'
import type { AccidentDeclaration } from './schema.ts'

/**
 * One complete, faultless declaration: the example of the OpenAPI document, and what the examples of the rules
 * change. A fatal fall on a construction site in Thái Nguyên.
 */
export const sampleAccident = {
  establishment: {
    name: 'Công ty Cổ phần Xây dựng Bắc Sơn',
    address: 'Số 12, đường Hoàng Văn Thụ, tỉnh Thái Nguyên',
    taxCode: '4600123459',
    phone: '02083855123',
    email: 'atvsld@bacson.example',
    type: '3',
    industry: { version: '2025', code: '41' },
  },
  accident: {
    occurredAt: '2026-05-12T09:40:00+07:00',
    knownAt: '2026-05-12T09:50:00+07:00',
    declaredAt: '2026-05-12T11:15:00+07:00',
    place: {
      unit: { scheme: 'VN-2025', code: '01849' },
      address: 'Công trường nhà ở xã hội, lô B2',
      description: 'Tầng 5, khu vực lắp dựng cốp pha mép sàn',
      premises: 'own',
    },
    context: 'at-work',
    reportSection: 1,
    traffic: false,
    declaredClass: 'fatal',
    narrative: {
      workInProgress: 'Tổ cốp pha đang lắp dựng ván khuôn mép sàn tầng 5.',
      course: 'Công nhân bước lùi qua mép sàn chưa lắp lan can và rơi xuống đất từ độ cao 15 m.',
      consequences: 'Một người chết tại chỗ.',
      response: 'Dừng thi công, sơ cứu, gọi cấp cứu 115, giữ nguyên hiện trường.',
    },
    cause: '1',
    injuryFactor: { list: 'injury-factors-kb', code: 'fall-from-height' },
    losses: { medicalCost: 0, wagesDuringTreatment: 0, compensation: 0, otherCosts: 15000, propertyDamage: 0 },
    measuresTaken: 'Lắp lan can toàn bộ mép sàn, huấn luyện lại cho tổ cốp pha.',
  },
  victims: [
    {
      victimId: 'v1',
      person: {
        name: 'Nguyễn Văn Mẫu',
        birthYear: 1991,
        sex: 'male',
        idNumber: '019091000123',
        nationality: 'VN',
      },
      employmentRelation: 'fixed-term-contract',
      occupation: { code: '71', name: 'Thợ cốp pha' },
      yearsInJob: 4,
      training: { trained: true, lastOn: '2026-01-15' },
      protectiveEquipment: { provided: true, used: false },
      condition: 'dead',
      death: { mode: 'A', at: '2026-05-12T09:45:00+07:00' },
      injuries: ['011'],
      daysLost: 0,
    },
  ],
  channel: 'PORTAL',
  recipients: [
    {
      authority: 'PROV_HOME_AFFAIRS',
      unit: { scheme: 'VN-2025', code: '19' },
      notifiedAt: '2026-05-12T11:15:00+07:00',
    },
    {
      authority: 'COMMUNE_POLICE',
      unit: { scheme: 'VN-2025', code: '01849' },
      notifiedAt: '2026-05-12T11:00:00+07:00',
    },
  ],
  declarant: { name: 'Trần Thị Khai', position: 'Giám đốc', phone: '0912000111', email: 'giamdoc@bacson.example' },
} as const satisfies DeepReadonly<AccidentDeclaration>

/** The sample as its filer amends it when the costs are known. */
export const amendedSample = {
  ...sampleAccident,
  accident: { ...sampleAccident.accident, losses: { ...sampleAccident.accident.losses, compensation: 702_000 } },
  reason: 'Bổ sung tiền bồi thường đã chi trả cho gia đình người bị nạn.',
} as const satisfies DeepReadonly<AccidentDeclaration>

type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T

/** The context in which the sample is faultless: filed by the enterprise itself, half an hour after declaring by phone. */
export const sampleContext: FilingContext<AccidentKnown> = {
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
  known: null,
}
