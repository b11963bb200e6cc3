import { type LegalDate, legalDate } from '../reference/legal-date.ts'
import type { Text } from '../rules/rule.ts'

/** What a report covers: a calendar year or its first half, the two periods the law knows. */
export interface Period {
  readonly year: number
  readonly half: 1 | null
}
export type PeriodLength = 'half' | 'year'

export const PERIOD_TEXT = /^(20\d{2})(-H1)?$/

/** `2026` or `2026-H1`, as periods are written in addresses and stored. */
export function periodText({ year, half }: Period): string {
  return half === null ? String(year) : `${year}-H${half}`
}

/** In words: a half-year is told as Vietnamese offices tell it. */
export function periodName({ year, half }: Period): Text {
  return half === null
    ? { vi: `năm ${year}`, en: `the year ${year}` }
    : { vi: `6 tháng đầu năm ${year}`, en: `the first half of ${year}` }
}

/** @throws RangeError when the text names no period. */
export function readPeriod(text: string): Period {
  const [, year, half] = PERIOD_TEXT.exec(text) ?? []
  if (year === undefined) throw new RangeError(`not a period: ${text}`)
  return { year: Number(year), half: half === undefined ? null : 1 }
}

export function lengthOf({ half }: Period): PeriodLength {
  return half === null ? 'year' : 'half'
}

/** After the first half the whole year; after that the next of either length, of reports that have both. */
export function periodAfter({ year, half }: Period, lengths: readonly PeriodLength[]): Period {
  if (half === 1) return { year, half: null }
  return { year: year + 1, half: lengths.includes('half') ? 1 : null }
}

export function firstDayOf({ year }: Period): LegalDate {
  return legalDate(`${year}-01-01`)
}

export function lastDayOf({ year, half }: Period): LegalDate {
  return legalDate(half === null ? `${year}-12-31` : `${year}-06-30`)
}
