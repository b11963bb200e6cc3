import type { SelfReporter } from '../known.ts'
import type { FiledCampaign } from './campaigns-filed.ts'
import type { MonitorAnnual } from './schema.ts'

/** A year of an organisation in Thái Nguyên: a quarry monitored twice, a foundry once. */
export const sampleMonitorAnnual: MonitorAnnual = {
  establishments: 2,
  campaigns: 3,
  positions: 11,
  factors: [
    { factor: 'HZ-DUST-SILICA', samples: 14, failed: 5 },
    { factor: 'HZ-PHY-NOISE', samples: 12, failed: 2 },
  ],
  newFactors: [{ name: 'Sợi nano carbon', establishments: 1 }],
  staff: { total: 9, certified: 9 },
  instruments: { used: 12, calibrated: 12 },
  remarks: 'Đề nghị Sở Y tế hướng dẫn đánh giá yếu tố chưa có giới hạn cho phép.',
}

export const sampleOrganisation: SelfReporter = {
  kind: 'monitor',
  unit: { scheme: 'VN-2025', code: '19' },
  name: 'Trung tâm Quan trắc môi trường lao động Sông Cầu',
}

/** What the organisation filed itself in that year; the foundry filed its campaign on its own. */
export const sampleFiledCampaigns: readonly FiledCampaign[] = [
  {
    id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a21',
    enterprise: '0198f000-0000-7000-8000-000000000001',
    positions: 4,
    results: [
      { hazards: ['HZ-DUST-SILICA'], samples: 6, failed: 3 },
      { hazards: ['HZ-PHY-NOISE'], samples: 4, failed: 1 },
    ],
  },
  {
    id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a22',
    enterprise: '0198f000-0000-7000-8000-000000000001',
    positions: 4,
    results: [
      { hazards: ['HZ-DUST-SILICA'], samples: 6, failed: 2 },
      { hazards: ['HZ-PHY-NOISE'], samples: 4, failed: 1 },
    ],
  },
]
