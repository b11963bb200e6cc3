import type { SelfReporter } from '../known.ts'
import type { ProgrammeAnnual } from './schema.ts'

export const sampleLabourOffice: SelfReporter = {
  kind: 'labour-office',
  unit: { scheme: 'VN-2025', code: '19' },
  name: null,
}

/** The year 2026 of a province under its plan: few deaths, more examined, more monitored. */
export const sampleProgrammeAnnual: ProgrammeAnnual = {
  programmes: [
    {
      programme: 'directive-31-district-plan',
      targets: [
        {
          target: 'fatality-rate',
          value: 0.004,
          numerator: 4,
          denominator: 100_000,
          change: -20,
          reading: 'below',
        },
        { target: 'disease-exam-growth', value: 6.5, numerator: 2_130, denominator: 2_000 },
        {
          target: 'environment-monitoring-growth',
          value: 2.5,
          numerator: 205,
          denominator: 200,
          note: 'Một số cơ sở tạm ngừng sản xuất.',
        },
      ],
      groups: [
        'women',
        'minors',
        'disabled',
        'elderly',
        'domestic',
        'apprentices-and-trainees',
        'probation',
        'leased',
        'sent-abroad',
        'without-contract',
      ].map((group, index) => ({ group, workers: 40_000 >> index })),
      done: 'Đã tổ chức 12 lớp tập huấn, 1 đợt kiểm tra liên ngành.',
      difficulties: 'Số liệu về người làm việc không theo hợp đồng còn thiếu.',
      proposals: 'Đề nghị bổ sung kinh phí tuyên truyền tại cấp xã.',
    },
  ],
}
