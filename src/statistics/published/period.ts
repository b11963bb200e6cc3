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
  const [, year, half] = /^((?:19|20)\d{2})(?:-H([12]))?$/.exec(text) ?? []
  if (year === undefined) return null
  const endsInJune = half === '1'
  return {
    id: text,
    kind: half === undefined ? 'year' : 'half',
    from: legalDate(half === '2' ? `${year}-07-01` : `${year}-01-01`),
    to: endsInJune ? legalDate(`${year}-06-30`) : legalDate(`${year}-12-31`),
    closesOn: legalDate(endsInJune ? `${year}-07-15` : `${Number(year) + 1}-01-25`),
  }
}
