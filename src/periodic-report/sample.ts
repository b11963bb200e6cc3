import type { FilingContext } from '../declaration/filing-context.ts'
import { sampleAccidentSummary, sampleAccidents } from './accident-summary/sample.ts'
import type { ReportKnown } from './known.ts'
import type { PeriodicReport } from './schema.ts'

/**
 * One complete, faultless report: the example of the OpenAPI document, and what the examples of the rules change. The
 * summary of the first half of 2026 of a builder in Thái Nguyên, with the fatal fall of May.
 */
export const sampleReport: PeriodicReport = {
  kind: 'accident-summary',
  period: { year: 2026, half: 1 },
  establishment: { type: '3', industry: { version: '2025', code: '41' } },
  workforce: { total: 240, women: 35 },
  recipient: { name: 'Sở Nội vụ tỉnh Thái Nguyên', unit: { scheme: 'VN-2025', code: '19' } },
  accidentSummary: sampleAccidentSummary,
  declarant: { name: 'Trần Thị Khai', position: 'Giám đốc', phone: '0912000111', email: 'giamdoc@bacson.example' },
}

/** The sample as its filer amends it when the compensation is paid. */
export const amendedReport: PeriodicReport & { reason: string } = {
  ...sampleReport,
  accidentSummary: {
    ...sampleAccidentSummary,
    losses: {
      ...sampleAccidentSummary.losses,
      costs: { total: 746_500, medical: 3_000, wages: 1_500, compensation: 742_000 },
    },
  },
  reason: 'Bổ sung tiền bồi thường đã chi trả.',
}

export const sampleKnown: ReportKnown = {
  own: null,
  history: { reports: [], withdrawn: 0 },
  commune: null,
  accidents: sampleAccidents,
}

/** The context in which the sample is faultless: filed by the enterprise itself, two days before it is due. */
export const sampleContext: FilingContext<ReportKnown> = {
  receivedAt: new Date('2026-07-02T09:00:00+07:00'),
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
  known: sampleKnown,
}
