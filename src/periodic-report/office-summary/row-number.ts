/** Parts of part II: accidents at work with their three breakdowns, of Article 39.2 of Law 84/2015, and both together. */
const SECTIONS = ['1', '1.1', '1.2', '1.3', '2', '3'] as const
export type RowSection = (typeof SECTIONS)[number]

/** A row by its number on the form: `1`, `1.1.7`, `1.2.injury-factors-kb:KB-01`. */
export interface RowNumber {
  readonly section: RowSection
  /** Of a breakdown. */
  readonly code: string | null
  /** Of 1.2, whose codes are from several lists. */
  readonly list: string | null
}

const BREAKDOWN = /^(1\.1|1\.3)\.([^:]+)$|^(1\.2)\.([^:]+):(.+)$/

/** Null for what is no row of the form. */
export function readRowNumber(row: string): RowNumber | null {
  const section = SECTIONS.find((known) => known === row)
  if (section === '1' || section === '2' || section === '3') return { section, code: null, list: null }
  const [, coded, code, listed, list, codeOfList] = BREAKDOWN.exec(row) ?? []
  if (code !== undefined) return { section: coded as RowSection, code, list: null }
  if (list !== undefined && codeOfList !== undefined) return { section: listed as RowSection, code: codeOfList, list }
  return null
}

/** In the order of the form. */
export function byRowNumber(a: string, b: string): number {
  const order = (row: string) => SECTIONS.indexOf(readRowNumber(row)?.section ?? '3')
  return order(a) - order(b) || byCode(a, b)
}

/** By code, what has none last. */
export function byCode(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : Number(a > b)
}
