import { EMPTY_ROW } from './accident-summary/columns.ts'
import { sampleMonitorAnnual } from './monitor-annual/sample.ts'
import { sampleOccupationalHealth } from './occupational-health/sample.ts'
import { sampleOfficeSummary } from './office-summary/sample.ts'
import { sampleOshAnnual } from './osh-annual/sample.ts'
import { sampleProgrammeAnnual } from './programme-annual/sample.ts'
import { sampleReceived } from './received-reports/sample.ts'
import { sampleReport } from './sample.ts'
import type { PeriodicReport } from './schema.ts'
import type { ReportKind } from './vocabulary.ts'

/** A farmer of the commune, killed in his field. */
const IN_THE_FIELD = { ...EMPTY_ROW, accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1 }

const FIRST_HALF = { year: 2026, half: 1 } as const
const LAST_YEAR = { year: 2025 } as const
const SENT = { number: '125/BC-SNV', on: '2026-07-01' } as const
const OFFICER = { name: 'Phạm Thị Sở', position: 'Phó Giám đốc Sở' } as const

/** One report of each kind: the examples of the OpenAPI document. */
export const sampleReports: Readonly<Record<ReportKind, PeriodicReport>> = {
  'accident-summary': sampleReport,
  'commune-accident-summary': {
    kind: 'commune-accident-summary',
    period: FIRST_HALF,
    accidentSummary: {
      atWork: { total: IN_THE_FIELD },
      total: IN_THE_FIELD,
      losses: { daysOff: 0, costs: { medical: 3_000 } },
    },
    declarant: { name: 'Hà Văn Xã', position: 'Phó Chủ tịch Ủy ban nhân dân xã' },
  },
  'osh-annual': {
    kind: 'osh-annual',
    period: LAST_YEAR,
    workforce: { total: 240, women: 35 },
    oshAnnual: { ...sampleOshAnnual, riskAssessedIn: '2025-03' },
    declarant: { name: 'Trần Thị Khai', position: 'Giám đốc' },
  },
  'occupational-health': {
    kind: 'occupational-health',
    period: FIRST_HALF,
    workforce: { total: 240, women: 35 },
    occupationalHealth: sampleOccupationalHealth,
    declarant: { name: 'Trần Thị Khai', position: 'Giám đốc' },
  },
  'environment-annual': {
    kind: 'environment-annual',
    period: LAST_YEAR,
    workforce: { total: 240, women: 35 },
    environmentAnnual: {
      campaigns: 1,
      factors: [
        { factor: 'HZ-DUST-SILICA', samples: 6, failed: 3 },
        { factor: 'HZ-PHY-NOISE', samples: 8, failed: 2 },
      ],
      measures: 'Lắp thêm phun sương tại hàm nghiền, cấp nút tai chống ồn.',
    },
    declarant: { name: 'Trần Thị Khai', position: 'Giám đốc' },
  },
  'monitor-annual': {
    kind: 'monitor-annual',
    period: LAST_YEAR,
    monitorAnnual: sampleMonitorAnnual,
    declarant: { name: 'Vũ Thị Đo', position: 'Giám đốc' },
  },
  'programme-annual': {
    kind: 'programme-annual',
    period: LAST_YEAR,
    programmeAnnual: sampleProgrammeAnnual,
    declarant: OFFICER,
  },
  'office-summary': {
    kind: 'office-summary',
    period: FIRST_HALF,
    sentAs: SENT,
    officeSummary: { ...sampleOfficeSummary, publishedOn: '2026-07-01' },
    declarant: OFFICER,
  },
  'office-osh-summary': {
    kind: 'office-osh-summary',
    period: LAST_YEAR,
    receivedReports: sampleReceived,
    declarant: OFFICER,
  },
  'office-health-summary': {
    kind: 'office-health-summary',
    period: FIRST_HALF,
    receivedReports: {
      establishments: 3,
      reporting: 2,
      workers: 300,
      cells: [
        { line: 'II.HZ-PHY-NOISE.samples', value: 8 },
        { line: 'II.HZ-PHY-NOISE.failed', value: 2 },
      ],
    },
    declarant: { name: 'Đỗ Văn Tế', position: 'Phó Giám đốc Sở' },
  },
}
