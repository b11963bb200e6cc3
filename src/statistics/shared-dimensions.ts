import { type SQLWrapper, sql } from 'drizzle-orm'
import { establishmentTypes, industries2018, industries2025 } from '../reference/catalogue.ts'
import type { CodeList } from '../reference/code-list.ts'
import type { Text } from '../rules/rule.ts'
import { currentUnitCodes, fixedCodes, listedCodes, patternCodes, prefixedCodes, unitCodesAtEvent } from './codes.ts'
import { type Dimension, dimension } from './cube.ts'

/** Dimensions that cubes have in common; each is made from the columns that carry it. */

export function periodDimensions(date: SQLWrapper): Record<'year' | 'half' | 'quarter' | 'month', Dimension> {
  const period = (title: Text, key: SQLWrapper, codes: ReturnType<typeof patternCodes>) =>
    dimension(title, 'base', key, codes)
  return {
    year: period(
      { vi: 'Năm', en: 'Year' },
      sql`to_char(${date}, 'YYYY')`,
      patternCodes(/^(\d{4})$/, '2026', ([, year]) => ({ vi: `Năm ${year}`, en: `${year}` })),
    ),
    half: period(
      { vi: 'Nửa năm', en: 'Half-year' },
      sql`to_char(${date}, 'YYYY') || case when extract(month from ${date}) <= 6 then '-H1' else '-H2' end`,
      patternCodes(/^(\d{4})-H([12])$/, '2026-H1', ([, year, half]) => ({
        vi: `6 tháng ${half === '1' ? 'đầu' : 'cuối'} năm ${year}`,
        en: `${half === '1' ? 'First' : 'Second'} half of ${year}`,
      })),
    ),
    quarter: period(
      { vi: 'Quý', en: 'Quarter' },
      sql`to_char(${date}, 'YYYY"-Q"Q')`,
      patternCodes(/^(\d{4})-Q([1-4])$/, '2026-Q1', ([, year, quarter]) => ({
        vi: `Quý ${quarter} năm ${year}`,
        en: `Quarter ${quarter} of ${year}`,
      })),
    ),
    month: period(
      { vi: 'Tháng', en: 'Month' },
      sql`to_char(${date}, 'YYYY-MM')`,
      patternCodes(/^(\d{4})-(0[1-9]|1[0-2])$/, '2026-05', ([, year, month]) => ({
        vi: `Tháng ${Number(month)} năm ${year}`,
        en: `${year}-${month}`,
      })),
    ),
  }
}

export interface UnitColumns {
  readonly scheme: SQLWrapper
  readonly province: SQLWrapper
  readonly district: SQLWrapper
  readonly commune: SQLWrapper
  readonly currentProvince: SQLWrapper
  readonly currentCommune: SQLWrapper
}

/** The commune of today is not known where an old commune went to several. */
const UNDETERMINED = {
  undetermined: { vi: 'Chưa xác định xã, phường', en: 'Commune undetermined' },
} satisfies Record<string, Text>

/**
 * Where an event took place. Of today, the province is exact and the commune may be undetermined; as it was then,
 * every level is exact.
 */
export function unitDimensions(columns: UnitColumns): Record<'province' | 'district' | 'commune', Dimension> {
  const atEvent = (column: SQLWrapper, level: 'province' | 'district' | 'commune') => ({
    key: sql`${columns.scheme} || ':' || ${column}`,
    codes: unitCodesAtEvent(level),
  })
  return {
    province: {
      title: { vi: 'Tỉnh, thành phố', en: 'Province' },
      grain: 'base',
      view: (units) =>
        units === 'current'
          ? { key: columns.currentProvince, codes: currentUnitCodes('province') }
          : atEvent(columns.province, 'province'),
    },
    district: {
      title: { vi: 'Huyện, quận (đến 30/6/2025)', en: 'District (until 30 June 2025)' },
      grain: 'base',
      within: 'province',
      view: (units) => (units === 'current' ? null : atEvent(columns.district, 'district')),
    },
    commune: {
      title: { vi: 'Xã, phường, đặc khu', en: 'Commune' },
      grain: 'base',
      within: 'province',
      view: (units) =>
        units === 'current'
          ? {
              key: sql`case when ${columns.currentProvince} is not null
                then coalesce(${columns.currentCommune}, 'undetermined') end`,
              codes: currentUnitCodes('commune', UNDETERMINED),
            }
          : atEvent(columns.commune, 'commune'),
    },
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Something of a register that is not of the statistics: its id, and the name that stood in the filing. */
export function namedDimension(title: Text, key: SQLWrapper, name: SQLWrapper): Dimension {
  const codes = patternCodes(UUID, '0190a5c0-7b1e-7c3d-9e4f-1a2b3c4d5e6f', ([id]) => ({ vi: id, en: id }))
  const nameOfKey = sql`case when ${key} is not null then ${name} end`
  return { title, grain: 'base', view: () => ({ key, codes, name: nameOfKey }) }
}

export interface EstablishmentColumns {
  readonly ownership: SQLWrapper
  readonly industryVersion: SQLWrapper
  readonly industry: SQLWrapper
  readonly sizeClass: SQLWrapper
}

const INDUSTRIES: Readonly<Record<string, CodeList>> = { 2018: industries2018, 2025: industries2025 }

/** What the establishment is. Codes of the two versions of VSIC are different codes, even where letters agree. */
export function establishmentDimensions(
  columns: EstablishmentColumns,
  sizeClasses: readonly string[],
): Record<'industrySection' | 'industry' | 'ownership' | 'sizeClass', Dimension> {
  const division = sql`${columns.industryVersion} || ':' || left(${columns.industry}, 2)`
  return {
    industrySection: dimension(
      { vi: 'Ngành kinh tế cấp 1', en: 'Industry, section' },
      'base',
      sql`${JSON.stringify(sectionsByDivision())}::jsonb ->> (${division})`,
      prefixedCodes(INDUSTRIES, '1'),
    ),
    industry: dimension(
      { vi: 'Ngành kinh tế cấp 2', en: 'Industry, division' },
      'base',
      division,
      prefixedCodes(INDUSTRIES, '2'),
    ),
    ownership: dimension(
      { vi: 'Loại hình cơ sở', en: 'Type of establishment' },
      'base',
      columns.ownership,
      listedCodes(establishmentTypes),
    ),
    sizeClass: dimension(
      { vi: 'Quy mô lao động', en: 'Size class by workers' },
      'base',
      columns.sizeClass,
      fixedCodes(
        Object.fromEntries(sizeClasses.map((size) => [size, { vi: `${size} lao động`, en: `${size} workers` }])),
      ),
    ),
  }
}

/** Section of every division, and of every section itself, each named with its version. */
function sectionsByDivision(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(INDUSTRIES).flatMap(([version, list]) =>
      list
        .entriesOn()
        .filter(({ code }) => code.length <= 2)
        .map(({ code, parent }) => [`${version}:${code}`, `${version}:${parent ?? code}`]),
    ),
  )
}
