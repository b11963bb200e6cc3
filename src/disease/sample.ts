import type { FilingContext } from '../declaration/filing-context.ts'
import { legalDate as day } from '../reference/legal-date.ts'
import type { DiseaseKnown } from './known.ts'
import type { DiseaseScreening } from './schema.ts'

/**
 * One complete, faultless round: the example of the OpenAPI document, and what examples of the rules change. A quarry
 * with silica dust and noise, where monitoring found too much of both; two cases found.
 */
export const sampleScreening = {
  establishment: {
    name: 'Mỏ đá Núi Voi - Công ty Cổ phần Xây dựng Bắc Sơn',
    address: 'Núi Voi, tỉnh Thái Nguyên',
    taxCode: '4600123459',
    phone: '02083855124',
    email: 'yte@bacson.example',
    type: '3',
    industry: { version: '2025', code: '41' },
  },
  site: { unit: { scheme: 'VN-2025', code: '01849' }, address: 'Khu khai thác và nghiền sàng Núi Voi' },
  examination: {
    kind: 'detection',
    from: '2026-09-07',
    to: '2026-09-11',
    requestedBy: 'employer',
    mobile: true,
    mobileDossier: true,
    resultsReturnedOn: '2026-09-25',
  },
  facility: {
    taxCode: '0101218690',
    name: 'Trung tâm Sức khỏe nghề nghiệp Sông Cầu',
    licenceNumber: '215/TNG-GPHĐ',
  },
  workforce: { total: 240, women: 35, heavy: 0 },
  persons: { exposed: { total: 150, women: 15 }, examined: { total: 150, women: 15 } },
  formerWorkers: { examined: { total: 0, women: 0 } },
  gynaecologyExamined: 15,
  hazards: [
    {
      factor: 'HZ-DUST-SILICA',
      exposed: { total: 120, women: 12 },
      examined: { total: 120, women: 12 },
      monitoringOn: '2026-06-18',
      monitoringResult: 'exceeding',
    },
    {
      factor: 'HZ-PHY-NOISE',
      exposed: { total: 80, women: 6 },
      examined: { total: 80, women: 6 },
      monitoringOn: '2026-06-18',
      monitoringResult: 'exceeding',
    },
  ],
  diseases: [
    {
      disease: 'OD-01',
      examined: { total: 120, women: 12 },
      suspected: { total: 2, women: 0 },
      diagnosed: { total: 1, women: 0 },
      diagnosedEarlier: { total: 0, women: 0 },
      assessed: { total: 0, women: 0 },
      bands: { under5: { total: 0, women: 0 }, from5to30: { total: 0, women: 0 }, from31: { total: 0, women: 0 } },
    },
    {
      disease: 'OD-18',
      examined: { total: 80, women: 6 },
      suspected: { total: 3, women: 0 },
      diagnosed: { total: 1, women: 0 },
      diagnosedEarlier: { total: 0, women: 0 },
      assessed: { total: 0, women: 0 },
      bands: { under5: { total: 0, women: 0 }, from5to30: { total: 0, women: 0 }, from31: { total: 0, women: 0 } },
    },
  ],
  files: { forms: 'TT56', certificates: 2, caseReports: 2, missing: [], investigationMinutes: false },
  consultation: { held: true, on: '2026-09-16' },
  healthClasses: [
    { class: 'I', persons: { total: 20, women: 3 } },
    { class: 'II', persons: { total: 90, women: 9 } },
    { class: 'III', persons: { total: 38, women: 3 } },
    { class: 'IV', persons: { total: 2, women: 0 } },
  ],
  employerMeasures: 'Lắp phun sương tại hàm nghiền, bọc cách âm ca bin máy nghiền, cấp khẩu trang lọc bụi và nút tai.',
  cases: [
    {
      caseId: 'c1',
      person: { fullName: 'Nguyễn Văn Đá', birthDate: '1974-04-02', identityNumber: '019074000321' },
      sex: 'male',
      disease: 'OD-01',
      icd10: 'J62.8',
      form: 'chronic',
      occupation: { code: '81', name: 'Thủ kho' },
      occupationWhenArose: { code: '81', name: 'Vận hành máy nghiền đá' },
      factor: 'HZ-DUST-SILICA',
      prePlacementOn: '2008-02-25',
      exposureStart: '2008-03-10',
      exposureEnd: '2026-09-20',
      level: { value: 0.32, unit: 'mg/m³', limit: 0.1, limitText: 'QCVN 02:2019/BYT' },
      examinedOn: '2026-09-08',
      diagnosedOn: '2026-09-18',
      fromEarlierRound: false,
      certificate: { number: 'GK-2026-0117', on: '2026-09-21' },
      referredOn: '2026-09-26',
      currentJob: { sameFactor: false },
    },
    {
      caseId: 'c2',
      person: { fullName: 'Hoàng Văn Ồn', birthDate: '1980-11-23', identityNumber: '019080000654' },
      sex: 'male',
      disease: 'OD-18',
      icd10: 'H83.3',
      form: 'chronic',
      occupation: { code: '81', name: 'Vận hành máy khoan' },
      occupationWhenArose: { code: '81', name: 'Vận hành máy khoan' },
      factor: 'HZ-PHY-NOISE',
      prePlacementOn: '2012-04-20',
      exposureStart: '2012-05-02',
      level: { value: 92, unit: 'dBA', limit: 85, limitText: 'QCVN 24/2016/BYT' },
      examinedOn: '2026-09-09',
      diagnosedOn: '2026-09-18',
      fromEarlierRound: false,
      certificate: { number: 'GK-2026-0118', on: '2026-09-21' },
      referredOn: '2026-09-26',
      currentJob: { sameFactor: true, controlMeasure: 'Ca bin cách âm, nút tai, luân phiên 4 giờ mỗi ca.' },
    },
  ],
  note: 'Khám tại trạm y tế mỏ.',
} as const satisfies DeepReadonly<DiseaseScreening>

/** The sample as its filer amends it once the measures have been carried out. */
export const amendedSample = {
  ...sampleScreening,
  employerMeasures: `${sampleScreening.employerMeasures} Đã chuyển người mắc bệnh bụi phổi sang kho vật tư.`,
  reason: 'Bổ sung biện pháp đã thực hiện sau khi có kết quả khám.',
} as const satisfies DeepReadonly<DiseaseScreening>

type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T

/** The context in which the sample is faultless: filed by the enterprise itself, three weeks after the round. */
export const sampleContext: FilingContext<DiseaseKnown> = {
  receivedAt: new Date('2026-10-02T09:00:00+07:00'),
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
    hazardFactors: ['HZ-DUST-SILICA', 'HZ-PHY-NOISE'],
    highRisk: ['HR-01'],
    provisional: false,
  },
  sameContentAs: null,
  amends: null,
  known: {
    facility: {
      id: '0198f000-0000-7000-8000-00000000000f',
      version: 1,
      taxCode: '0101218690',
      name: 'Trung tâm Sức khỏe nghề nghiệp Sông Cầu',
      address: 'Số 8, đường Lương Ngọc Quyến, tỉnh Thái Nguyên',
      unit: { scheme: 'VN-2025', code: '19' },
      phone: '0208 3000 111',
      licences: [
        {
          number: '215/TNG-GPHĐ',
          issuedOn: day('2024-02-20'),
          issuedBy: 'Sở Y tế tỉnh Thái Nguyên',
          validFrom: day('2024-02-20'),
          validTo: day('2029-02-19'),
          revokedOn: null,
          coversOccupationalDiseases: true,
        },
      ],
      mobileExamination: { declaredOn: day('2024-04-10'), validTo: null },
    },
    history: {
      screenings: [
        {
          id: '0198f000-0000-7000-8000-0000000000a1',
          from: day('2025-09-15'),
          to: day('2025-09-19'),
          kind: 'detection',
          examined: 146,
          hazards: [
            { factor: 'HZ-DUST-SILICA', exposed: 118, examined: 118 },
            { factor: 'HZ-PHY-NOISE', exposed: 78, examined: 78 },
          ],
        },
      ],
      diagnosed: [],
      cumulative: [],
      monitoring: [
        { factor: 'HZ-DUST-SILICA', sampledOn: day('2026-06-18'), samples: 6, exceeding: 3 },
        { factor: 'HZ-PHY-NOISE', sampledOn: day('2026-06-18'), samples: 8, exceeding: 2 },
      ],
      measuredInYear: ['HZ-DUST-SILICA', 'HZ-PHY-NOISE'],
      reports: [],
    },
  },
}
