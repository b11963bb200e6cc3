import { establishmentTypes } from '../../reference/catalogue.ts'
import type { Text } from '../../rules/rule.ts'
import { COLUMN_NAMES, LOSS_NAMES, numberedRow } from '../accident-summary/cell-names.ts'
import { text } from '../names.ts'
import { PART_I_COLUMNS, type PartIColumn } from './filed-schema.ts'

/** What Annex XIV of Decree 39/2016 calls its columns and rows. */
export const PART_I_NAMES = {
  establishments: { vi: 'Cơ sở: tổng số', en: 'Establishments' },
  reporting: { vi: 'Số cơ sở tham gia báo cáo', en: 'Establishments that reported' },
  workers: { vi: 'Tổng số lao động', en: 'Workers' },
  workersReporting: { vi: 'Số lao động của cơ sở tham gia báo cáo', en: 'Workers of those that reported' },
  women: { vi: 'Số lao động nữ', en: 'Women' },
  victims: { vi: 'Số người bị nạn: tổng số', en: 'Victims' },
  deaths: { vi: 'Số người bị chết', en: 'Deaths' },
  serious: { vi: 'Số người bị thương nặng', en: 'Seriously injured' },
} as const satisfies Readonly<Record<PartIColumn, Text>>

const { accidents, fatalAccidents, multiVictimAccidents, victims, women, deaths, serious } = COLUMN_NAMES
export const PART_II_NAMES = {
  accidents,
  fatalAccidents,
  multiVictimAccidents,
  victims,
  women,
  deaths,
  serious,
  ...LOSS_NAMES,
} as const

export const TOTAL: Text = { vi: 'Tổng số', en: 'Total' }
export const TYPE_NOT_STATED: Text = { vi: 'Chưa rõ loại hình', en: 'Type not stated' }

/** By the name of a row, `total`, `unstated` or a code of `establishment-types`. */
export function nameOfTypeRow(row: string): Text {
  if (row === 'total') return TOTAL
  if (row === 'unstated') return TYPE_NOT_STATED
  const type = establishmentTypes.findEver(row)
  return type === undefined ? { vi: row, en: row } : text((language) => `${row} (${type[language] ?? type.vi})`)
}

/** `3 (Số cơ sở…)`: a column of part I or II as the form numbers it. */
export function numberedCell<Column extends string>(
  columns: readonly Column[],
  names: Readonly<Record<Column, Text>>,
  column: Column,
): Text {
  return text((language) => `${columns.indexOf(column) + 3} (${names[column][language]})`)
}

export function numberedTypeColumn(column: PartIColumn): Text {
  return numberedCell(PART_I_COLUMNS, PART_I_NAMES, column)
}

/** By the name of a row, `I.total`, `II.1.1.7`: with its part. */
export function nameOfOfficeRow(row: string): Text {
  const [part, ...rest] = row.split('.')
  const name = part === 'I' ? nameOfTypeRow(rest.join('.')) : numberedRow(rest.join('.'))
  return { vi: `${name.vi}, phần ${part}`, en: `${name.en} of part ${part}` }
}
