import { accidentCauses, codeLists, occupations } from '../../reference/catalogue.ts'
import type { Text } from '../../rules/rule.ts'
import { text } from '../names.ts'
import { readRowNumber } from '../office-summary/row-number.ts'
import { COLUMNS, type Column } from './columns.ts'

/** What Annex XII of Decree 39/2016 calls its columns and rows. */
export const COLUMN_NAMES: Readonly<Record<Column, Text>> = {
  accidents: { vi: 'Số vụ: tổng số', en: 'Accidents' },
  fatalAccidents: { vi: 'Số vụ có người chết', en: 'Accidents with deaths' },
  multiVictimAccidents: { vi: 'Số vụ có từ 2 người bị nạn trở lên', en: 'Accidents with 2 or more victims' },
  victims: { vi: 'Số người bị nạn: tổng số', en: 'Victims' },
  victimsOutside: { vi: 'Số người bị nạn không thuộc quyền quản lý', en: 'Victims not under management' },
  women: { vi: 'Số lao động nữ', en: 'Women among them' },
  womenOutside: { vi: 'Số lao động nữ không thuộc quyền quản lý', en: 'Women not under management' },
  deaths: { vi: 'Số người chết', en: 'Deaths' },
  deathsOutside: { vi: 'Số người chết không thuộc quyền quản lý', en: 'Deaths not under management' },
  serious: { vi: 'Số người bị thương nặng', en: 'Seriously injured' },
  seriousOutside: {
    vi: 'Số người bị thương nặng không thuộc quyền quản lý',
    en: 'Seriously injured not under management',
  },
}

export const LOSS_NAMES = {
  daysOff: { vi: 'Tổng số ngày nghỉ vì TNLĐ', en: 'Days off' },
  costs: { vi: 'Chi phí (1.000 đ): tổng số', en: 'Costs (thousand VND)' },
  medical: { vi: 'Y tế (1.000 đ)', en: 'Medical (thousand VND)' },
  wages: { vi: 'Trả lương trong thời gian điều trị (1.000 đ)', en: 'Wages during treatment (thousand VND)' },
  compensation: { vi: 'Bồi thường/Trợ cấp (1.000 đ)', en: 'Compensation and allowances (thousand VND)' },
  propertyDamage: { vi: 'Thiệt hại tài sản (1.000 đ)', en: 'Property damage (thousand VND)' },
} as const satisfies Readonly<Record<string, Text>>

const PAYROLL: Text = { vi: 'Tổng quỹ lương (triệu đồng)', en: 'Payroll (million VND)' }

const SECTION_NAMES: Readonly<Record<string, Text>> = {
  '1': { vi: 'Tai nạn lao động', en: 'Work accidents' },
  '2': {
    vi: 'Tai nạn được hưởng trợ cấp theo khoản 2 Điều 39 Luật 84/2015',
    en: 'Accidents of Article 39.2 of Law 84/2015',
  },
  '3': { vi: 'Tổng số', en: 'Total' },
}

/** What a row of part I is about; a code that no list has is its own name. */
export function nameOfRow(row: string): Text {
  const { section, code, list } = readRowNumber(row) ?? {}
  if (code) {
    const entry = listOf(section, list)?.findEver(code)
    return text((language) => entry?.[language] ?? entry?.vi ?? code)
  }
  return SECTION_NAMES[row] ?? { vi: row, en: row }
}

function listOf(section: string | undefined, list: string | null | undefined) {
  if (section === '1.1') return accidentCauses
  return section === '1.3' ? occupations : codeLists.get(list ?? '')
}

/** `3 (Tổng số)`. */
export function numberedRow(row: string): Text {
  return text((language) => {
    const { section, code } = readRowNumber(row) ?? {}
    return `${code ? `${section}.${code}` : row} (${nameOfRow(row)[language]})`
  })
}

/** `10 (Số người chết)`. */
export function numberedColumn(column: Column): Text {
  return text((language) => `${COLUMNS.indexOf(column) + 3} (${COLUMN_NAMES[column][language]})`)
}

/** By the name of its cell, `1.1.7.deaths`: `dòng 1.1.7 (…), cột 10 (Số người chết)`. */
export function nameOfSummaryCell(line: string): Text {
  if (line === 'payroll') return PAYROLL
  const dot = line.lastIndexOf('.')
  const [row, column] = [line.slice(0, dot), line.slice(dot + 1)]
  if (row === 'II') {
    const name = LOSS_NAMES[column as keyof typeof LOSS_NAMES]
    return { vi: `phần II, ${name.vi}`, en: `part II, ${name.en}` }
  }
  const [ofRow, ofColumn] = [numberedRow(row), numberedColumn(column as Column)]
  return { vi: `dòng ${ofRow.vi}, cột ${ofColumn.vi}`, en: `row ${ofRow.en}, column ${ofColumn.en}` }
}
