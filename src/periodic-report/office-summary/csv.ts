import { toCsv } from '../../http/csv.ts'
import type { Language } from '../../rules/rule.ts'
import type { OfficeSummary } from './schema.ts'

/** The columns of the form in its order: property, then what the form calls it. */
const PART_I = {
  name: { vi: 'Loại hình cơ sở', en: 'Type of establishment' },
  code: { vi: 'Mã số', en: 'Code' },
  establishments: { vi: 'Cơ sở: tổng số', en: 'Establishments' },
  reporting: { vi: 'Số cơ sở tham gia báo cáo', en: 'Establishments that reported' },
  workers: { vi: 'Tổng số lao động', en: 'Workers' },
  workersReporting: { vi: 'Số lao động của cơ sở tham gia báo cáo', en: 'Workers of those that reported' },
  women: { vi: 'Số lao động nữ', en: 'Women' },
  victims: { vi: 'Số người bị nạn: tổng số', en: 'Victims' },
  deaths: { vi: 'Số người bị chết', en: 'Deaths' },
  serious: { vi: 'Số người bị thương nặng', en: 'Seriously injured' },
  k: { vi: 'K TNLĐ (trên 1.000 lao động)', en: 'K of accidents (per 1,000 workers)' },
  kDeaths: { vi: 'K chết (trên 1.000 lao động)', en: 'K of deaths (per 1,000 workers)' },
} as const

const PART_II = {
  name: { vi: 'Tên chỉ tiêu thống kê', en: 'Indicator' },
  row: { vi: 'Mã số', en: 'Code' },
  accidents: { vi: 'Số vụ: tổng số', en: 'Accidents' },
  fatalAccidents: { vi: 'Số vụ có người chết', en: 'Accidents with deaths' },
  multiVictimAccidents: { vi: 'Số vụ có từ 2 người bị nạn trở lên', en: 'Accidents with 2 or more victims' },
  victims: { vi: 'Số người bị nạn: tổng số', en: 'Victims' },
  women: { vi: 'Số lao động nữ', en: 'Women among them' },
  deaths: { vi: 'Số người chết', en: 'Deaths' },
  serious: { vi: 'Số người bị thương nặng', en: 'Seriously injured' },
  daysOff: { vi: 'Tổng số ngày nghỉ vì TNLĐ', en: 'Days off' },
  costs: { vi: 'Chi phí (1.000 đ): tổng số', en: 'Costs (thousand VND)' },
  medical: { vi: 'Y tế (1.000 đ)', en: 'Medical (thousand VND)' },
  wages: { vi: 'Trả lương trong thời gian điều trị (1.000 đ)', en: 'Wages during treatment (thousand VND)' },
  compensation: { vi: 'Bồi thường/Trợ cấp (1.000 đ)', en: 'Compensation and allowances (thousand VND)' },
  propertyDamage: { vi: 'Thiệt hại tài sản (1.000 đ)', en: 'Property damage (thousand VND)' },
} as const

/** One part of the form as a table. */
export function officeSummaryCsv({ partI, partII }: OfficeSummary, part: 'I' | 'II', language: Language): string {
  return part === 'I' ? table(PART_I, partI, language) : table(PART_II, partII, language)
}

function table<C extends string>(
  columns: Readonly<Record<C, Readonly<Record<Language, string>>>>,
  rows: readonly Readonly<Record<C, string | number | null>>[],
  language: Language,
): string {
  const keys = Object.keys(columns) as C[]
  return toCsv(
    keys.map((key) => columns[key][language]),
    rows.map((row) => keys.map((key) => row[key])),
  )
}
