import { type LegalDate, legalDate } from '../../reference/legal-date.ts'
import type { PeriodKind } from './declared-tables.ts'

export interface Period {
  readonly id: string
  readonly kind: PeriodKind
  readonly from: LegalDate
  readonly to: LegalDate
  /**
   * The first day on which it can be published: the last day of the province's report is the day before (Decree
   * 39/2016, Art. 24.4.b: before 15 July and before 25 January).
   */
  readonly closesOn: LegalDate
}

/** A year `2025` or a half-year `2025-H1`; null for anything else. */
export function readPeriod(text: string): Period | null {
  const [, digits, half] = /^((?:19|20)\d{2})(?:-H([12]))?$/.exec(text) ?? []
  if (digits === undefined) return null
  const year = Number(digits)
  if (half === '1') return firstHalf(year)
  return half === '2'
    ? { ...wholeYear(year), id: text, kind: 'half', from: legalDate(`${year}-07-01`) }
    : wholeYear(year)
}

export function wholeYear(year: number): Period {
  return {
    id: String(year),
    kind: 'year',
    from: legalDate(`${year}-01-01`),
    to: legalDate(`${year}-12-31`),
    closesOn: legalDate(`${year + 1}-01-25`),
  }
}

export function firstHalf(year: number): Period {
  return {
    id: `${year}-H1`,
    kind: 'half',
    from: legalDate(`${year}-01-01`),
    to: legalDate(`${year}-06-30`),
    closesOn: legalDate(`${year}-07-15`),
  }
}
