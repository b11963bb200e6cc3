/**
 * A calendar day in Viet Nam, `YYYY-MM-DD`. Legal effect attaches to days of Asia/Ho_Chi_Minh, never to instants,
 * so the two are different types and are converted in this file only.
 */
export type LegalDate = string & { readonly __legalDate: unique symbol }

/** Viet Nam has kept UTC+07:00 without daylight saving since 13 June 1975. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

export function isLegalDate(text: string): text is LegalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

/** @throws RangeError when the text is not a day of the calendar. */
export function legalDate(text: string): LegalDate {
  if (!isLegalDate(text)) throw new RangeError(`not a calendar date: ${text}`)
  return text
}

/** The day in Viet Nam on which an instant falls. */
export function legalDateOf(instant: Date): LegalDate {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10) as LegalDate
}

export function addDays(date: LegalDate, days: number): LegalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as LegalDate
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS
}

/** Monday is 1, Sunday is 7. */
export function weekday(date: LegalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

export function yearOf(date: LegalDate): number {
  return Number(date.slice(0, 4))
}

/** Both ends inclusive; `null` is open. */
export interface Interval {
  readonly validFrom: LegalDate | null
  readonly validTo: LegalDate | null
}

export function covers(interval: Interval, date: LegalDate): boolean {
  return (
    (interval.validFrom === null || interval.validFrom <= date) &&
    (interval.validTo === null || date <= interval.validTo)
  )
}
