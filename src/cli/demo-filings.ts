import { sampleAccident } from '../accident/sample.ts'
import { sampleEnterprise } from '../enterprise/schema.ts'

/** Invented enterprises; the tax codes have right check digits and belong to nobody. */
export const demoEnterprises = [
  sampleEnterprise,
  {
    taxCode: '4600771234',
    name: 'Công ty TNHH Khai thác đá Phú Thông',
    address: 'Xóm Nà Hái, xã Phủ Thông, tỉnh Thái Nguyên',
    ownership: '2',
    industry: { version: '2025', code: '08' },
    headOffice: { scheme: 'VN-2025', code: '01969' },
    workers: 85,
    women: 9,
    hazardFactors: ['HZ-DUST-SILICA', 'HZ-PHY-NOISE', 'HZ-ERG-LOAD'],
  },
  {
    taxCode: '4700111224',
    name: 'Công ty TNHH May Cẩm Giàng',
    address: 'Cụm công nghiệp Cẩm Giàng, tỉnh Thái Nguyên',
    ownership: '2',
    industry: { version: '2025', code: '14' },
    headOffice: { scheme: 'VN-2025', code: '02008' },
    workers: 620,
    women: 540,
  },
] as const

const home = { scheme: 'VN-2025', code: '19' } as const

export const quarryAccident = {
  accident: {
    occurredAt: '2026-08-19T14:20:00+07:00',
    knownAt: '2026-08-19T14:25:00+07:00',
    declaredAt: '2026-08-19T16:00:00+07:00',
    place: {
      unit: { scheme: 'VN-2025', code: '01969' },
      address: 'Khai trường số 2, mỏ đá Nà Hái',
      description: 'Chân tầng khai thác',
      premises: 'own',
    },
    context: 'at-work',
    narrative: {
      workInProgress: 'Cậy đá om trên mặt tầng sau nổ mìn.',
      course: 'Khối đá trượt khỏi mặt tầng, rơi trúng hai công nhân đứng phía dưới.',
      consequences: 'Hai người bị thương nặng, một máy khoan hỏng.',
      response: 'Sơ cứu, chuyển bệnh viện tỉnh, dừng khai thác tầng trên.',
    },
    cause: '3',
    injuryFactor: { list: 'injury-factors-kb', code: 'ground-collapse' },
    losses: { medicalCost: 42000, wagesDuringTreatment: 18000, propertyDamage: 90000 },
    measuresTaken: 'Lập lại hộ chiếu cậy bẩy đá, cấm đứng dưới chân tầng khi cậy đá.',
  },
  victims: [
    {
      victimId: 'v1',
      person: { name: 'Hoàng Văn Đá', birthYear: 1988, sex: 'male', idNumber: '006088000111', nationality: 'VN' },
      employmentRelation: 'indefinite-contract',
      occupation: { code: '81', name: 'Thợ vận hành máy khai thác đá' },
      training: { trained: true, lastOn: '2026-02-10' },
      protectiveEquipment: { provided: true, used: true },
      condition: 'serious',
      injuries: ['024', '028'],
      daysLost: 45,
    },
    {
      victimId: 'v2',
      person: { name: 'Nông Thị Hà', birthYear: 1995, sex: 'female', idNumber: '006195000222', nationality: 'VN' },
      employmentRelation: 'fixed-term-contract',
      occupation: { code: '93', name: 'Lao động giản đơn trong khai khoáng' },
      training: { trained: false },
      protectiveEquipment: { provided: true, used: false },
      condition: 'serious',
      injuries: ['011'],
      daysLost: 30,
    },
  ],
  channel: 'PORTAL',
  recipients: [{ authority: 'PROV_HOME_AFFAIRS', unit: home, notifiedAt: '2026-08-19T16:00:00+07:00' }],
  declarant: { name: 'Lý Văn Sơn', position: 'Giám đốc điều hành mỏ', phone: '0912000222' },
} as const

export const commutingAccident = {
  accident: {
    occurredAt: '2026-09-03T06:35:00+07:00',
    knownAt: '2026-09-03T07:30:00+07:00',
    declaredAt: '2026-09-03T10:00:00+07:00',
    place: {
      unit: { scheme: 'VN-2025', code: '02008' },
      address: 'Quốc lộ 3, km 142',
      premises: 'on-the-way',
    },
    context: 'commuting',
    reportSection: 2,
    traffic: true,
    trafficPapers: ['traffic-police-file'],
    commute: { fault: 'other-person', reasonableRoute: true, reasonableTime: true },
    narrative: {
      workInProgress: 'Công nhân đi xe máy từ nhà đến xưởng may.',
      course: 'Bị xe tải vượt ẩu va vào phía sau.',
      consequences: 'Một người bị thương nhẹ.',
      response: 'Đưa vào trạm y tế, báo cảnh sát giao thông.',
    },
    cause: '9',
    injuryFactor: { list: 'injury-factors-kb', code: 'road-traffic' },
    losses: { medicalCost: 3500, wagesDuringTreatment: 2400 },
  },
  victims: [
    {
      victimId: 'v1',
      person: { name: 'Đàm Thị May', birthYear: 1999, sex: 'female', idNumber: '006199000333', nationality: 'VN' },
      employmentRelation: 'indefinite-contract',
      occupation: { code: '81', name: 'Thợ may công nghiệp' },
      training: { trained: true, lastOn: '2026-03-02' },
      condition: 'light',
      daysLost: 7,
    },
  ],
  channel: 'PORTAL',
  recipients: [{ authority: 'PROV_HOME_AFFAIRS', unit: home, notifiedAt: '2026-09-03T10:00:00+07:00' }],
  declarant: { name: 'Vi Thị Lan', position: 'Trưởng phòng nhân sự', phone: '0912000333' },
} as const

/** As it comes from a spreadsheet: an unknown injury code, a serious victim without injury, a death before the accident. */
export const withMistakes = {
  ...quarryAccident,
  accident: { ...quarryAccident.accident, occurredAt: '2026-10-02', cause: '12' },
  victims: [
    { ...quarryAccident.victims[0], injuries: ['110'] },
    { ...quarryAccident.victims[1], injuries: [], person: { ...quarryAccident.victims[1].person, sex: 'Nữ' } },
    { ...sampleAccident.victims[0], victimId: 'v3', death: { mode: 'A', at: '2026-05-12T09:00:00+07:00' } },
  ],
} as const
