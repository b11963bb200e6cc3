import { toCsv } from '../../http/csv.ts'
import type { Language } from '../../rules/rule.ts'
import { PART_I_NAMES, PART_II_NAMES } from './cell-names.ts'
import type { OfficeSummary } from './schema.ts'

/** The columns of the form in its order: property, then what the form calls it. */
const PART_I = {
  name: { vi: 'Loại hình cơ sở', en: 'Type of establishment' },
  code: { vi: 'Mã số', en: 'Code' },
  ...PART_I_NAMES,
  k: { vi: 'K TNLĐ (trên 1.000 lao động)', en: 'K of accidents (per 1,000 workers)' },
  kDeaths: { vi: 'K chết (trên 1.000 lao động)', en: 'K of deaths (per 1,000 workers)' },
} as const

const PART_II = {
  name: { vi: 'Tên chỉ tiêu thống kê', en: 'Indicator' },
  row: { vi: 'Mã số', en: 'Code' },
  ...PART_II_NAMES,
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
