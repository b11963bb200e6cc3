import { type LegalDate, legalDate } from '../reference/legal-date.ts'
import type { Text } from '../rules/rule.ts'

/**
 * Whether a figure of a year can be told. A number that nobody could have recorded is not nought, and a target is not
 * missed before its year is over.
 * - `unknown`: of the year nothing was held.
 * - `not-begun`: the year is yet to come.
 * - `not-due`: the reports that tell it may still be sent.
 * - `to-date`: the year is not over.
 */
export type Standing = 'whole' | 'to-date' | 'not-due' | 'not-begun' | 'unknown'

export interface Ground {
  /** The first year of which something was held; null: none. */
  readonly knownSince: number | null
  /** The last day for the reports that tell the figure; null: no report does. */
  readonly due: LegalDate | null
}

export function standingOf(year: number, { knownSince, due }: Ground, today: LegalDate): Standing {
  if (today < legalDate(`${year}-01-01`)) return 'not-begun'
  if (knownSince === null || year < knownSince) return 'unknown'
  if (due !== null) return today <= due ? 'not-due' : 'whole'
  return today <= legalDate(`${year}-12-31`) ? 'to-date' : 'whole'
}

/** The first year of which the register held something: an enterprise, or a record of what is counted. */
export function knownSince(years: readonly (number | null)[]): number | null {
  return years.reduce((first, year) => (first === null || (year !== null && year < first) ? year : first), null)
}

/** Why a figure is not told, or not of the whole year; null: it is. */
export function noteOf(standing: Standing, { knownSince: since, due }: Ground): Text | null {
  switch (standing) {
    case 'whole':
      return null
    case 'to-date':
      return {
        vi: 'Năm chưa hết: số liệu đến ngày hỏi.',
        en: 'The year is not over: as it stands on the day of asking.',
      }
    case 'not-due':
      return {
        vi: `Báo cáo của năm này còn được gửi đến hết ngày ${due}: chưa thể tính.`,
        en: `Reports on this year may be sent until ${due}: it cannot be told yet.`,
      }
    case 'not-begun':
      return { vi: 'Năm này chưa bắt đầu.', en: 'The year has not begun.' }
    case 'unknown':
      return since === null
        ? {
            vi: 'Sổ đăng ký chưa có dữ liệu trong phạm vi được hỏi.',
            en: 'The register holds nothing within what is asked.',
          }
        : {
            vi: `Sổ đăng ký chỉ có dữ liệu từ năm ${since}, chưa đủ để tính.`,
            en: `The register holds data since ${since} only, which is not enough to tell it.`,
          }
  }
}
