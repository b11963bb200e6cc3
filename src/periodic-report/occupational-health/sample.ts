import type { DeclaredHealth } from './declared-health.ts'
import type { OccupationalHealth } from './schema.ts'

/**
 * The first half of 2026 of a quarry: silica dust and noise, both measured beyond their limits, 150 of 240 workers
 * exposed, one case of silicosis and one of hearing loss.
 */
export const sampleOccupationalHealth: OccupationalHealth = {
  reportNumber: '12/BC-YT',
  product: 'Đá xây dựng',
  direct: { total: 190, women: 22 },
  hazardous: { total: 150, women: 15 },
  hygieneFile: true,
  medical: {
    staffed: true,
    staff: [{ name: 'Lê Thị Trạm', phone: '0912000222', qualification: 'assistant-doctor', certified: true }],
    ownFacility: { exists: true, form: 'Trạm y tế' },
    contract: { exists: false },
  },
  firstAiders: { total: 8, women: 2 },
  inspections: [{ on: '2026-04-14', by: 'Sở Y tế tỉnh Thái Nguyên', content: 'Vệ sinh lao động' }],
  factors: [
    { factor: 'HZ-DUST-SILICA', samples: 6, failed: 3, exposed: { total: 120, women: 12 } },
    { factor: 'HZ-PHY-NOISE', samples: 8, failed: 2, exposed: { total: 80, women: 6 } },
  ],
  absences: [
    { month: 1, sick: { persons: 5, days: 12 }, accident: { persons: 0, days: 0 }, disease: { persons: 0, days: 0 } },
    { month: 5, sick: { persons: 4, days: 9 }, accident: { persons: 1, days: 1 }, disease: { persons: 1, days: 14 } },
  ],
  diseases: [
    {
      disease: 'OD-01',
      examined: { total: 120, women: 12 },
      suspected: { total: 2, women: 0 },
      diagnosed: { total: 1, women: 0 },
      assessed: { total: 1, women: 0 },
      bands: { under5: { total: 0, women: 0 }, from5to30: { total: 1, women: 0 }, from31: { total: 0, women: 0 } },
    },
    {
      disease: 'OD-18',
      examined: { total: 80, women: 6 },
      suspected: { total: 3, women: 0 },
      diagnosed: { total: 1, women: 0 },
      assessed: { total: 0, women: 0 },
      bands: { under5: { total: 0, women: 0 }, from5to30: { total: 0, women: 0 }, from31: { total: 0, women: 0 } },
    },
  ],
  distinct: { examined: { total: 150, women: 15 }, diagnosed: { total: 2, women: 0 } },
  cases: [
    {
      name: 'Nguyễn Văn Đá',
      sex: 'male',
      age: 52,
      occupation: { code: '81', name: 'Vận hành máy nghiền đá' },
      yearsInOccupation: 18,
      detectedOn: '2026-04-20',
      disease: 'OD-01',
      percent: 15,
      currentJob: 'Thủ kho',
    },
    {
      name: 'Hoàng Văn Ồn',
      sex: 'male',
      age: 45,
      occupation: { code: '81', name: 'Vận hành máy khoan' },
      yearsInOccupation: 14,
      detectedOn: '2026-04-20',
      disease: 'OD-18',
      currentJob: 'Vận hành máy khoan',
    },
  ],
  commonDiseases: [{ group: 'Hô hấp', quarters: { q1: 14, q2: 9 } }],
  diseasesByQuarter: [
    { disease: 'OD-01', quarters: { q1: 0, q2: 1 } },
    { disease: 'OD-18', quarters: { q1: 0, q2: 1 } },
  ],
  accidentsByQuarter: { victims: { q1: 0, q2: 1 }, deaths: { q1: 0, q2: 1 } },
  healthClasses: [
    { class: 'I', men: 17, women: 3 },
    { class: 'II', men: 81, women: 9 },
    { class: 'III', men: 35, women: 3 },
    { class: 'IV', men: 2, women: 0 },
  ],
  training: [{ content: 'Sơ cứu, cấp cứu tại nơi làm việc', trained: { total: 8, women: 2 } }],
  costs: [{ activity: 'Khám phát hiện bệnh nghề nghiệp', amount: 75_000 }],
  recommendations: 'Lắp thêm phun sương tại hàm nghiền trong quý III.',
}

const none = { total: 0, women: 0 }

/** What the quarry declared of the period. */
export const sampleHealth: DeclaredHealth = {
  rounds: [
    {
      id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a11',
      quarter: 2,
      examined: { total: 150, women: 15 },
      hazards: [
        { factor: 'HZ-DUST-SILICA', exposed: { total: 120, women: 12 } },
        { factor: 'HZ-PHY-NOISE', exposed: { total: 80, women: 6 } },
      ],
      results: [
        {
          disease: 'OD-01',
          examined: { total: 120, women: 12 },
          suspected: { total: 2, women: 0 },
          diagnosed: { total: 1, women: 0 },
          assessed: { total: 1, women: 0 },
          under5: none,
          from5to30: { total: 1, women: 0 },
          from31: none,
        },
        {
          disease: 'OD-18',
          examined: { total: 80, women: 6 },
          suspected: { total: 3, women: 0 },
          diagnosed: { total: 1, women: 0 },
          assessed: none,
          under5: none,
          from5to30: none,
          from31: none,
        },
      ],
      healthClasses: [
        { class: 'I', men: 17, women: 3 },
        { class: 'II', men: 81, women: 9 },
        { class: 'III', men: 35, women: 3 },
        { class: 'IV', men: 2, women: 0 },
      ],
    },
  ],
  campaigns: [
    {
      id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a12',
      results: [
        { hazards: ['HZ-DUST-SILICA'], samples: 6, failed: 3 },
        { hazards: ['HZ-PHY-NOISE'], samples: 8, failed: 2 },
      ],
    },
  ],
  accidents: [{ id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01', quarter: 2, victims: 1, deaths: 1 }],
}
