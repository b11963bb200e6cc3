import { z } from 'zod'
import { addDays, type LegalDate, legalDate, weekday, yearOf } from '../reference/legal-date.ts'
import { dateCell, optionalTextCell, readTable } from './table.ts'

/**
 * - `statutory`: a paid holiday of Labour Code 2019 art. 112 or of a later resolution.
 * - `compensatory`: the working day after a holiday that fell on a weekend (art. 111.3).
 * - `swap-off`, `swap-work`: a day exchanged by the yearly notice; binds the civil service, not every employer.
 */
export type HolidayKind = 'statutory' | 'compensatory' | 'swap-off' | 'swap-work'

/**
 * How the day is known: `fixed` by the law, `lunar` by the lunar calendar, by `rule` from another day, `announced` in the
 * yearly notice, `recalled`: from memory of that notice, `undecided`: the choice of that year is computed, not yet made.
 */
export type HolidayCertainty = 'fixed' | 'lunar' | 'rule' | 'announced' | 'recalled' | 'undecided'

export interface Holiday {
  readonly date: LegalDate
  readonly kind: HolidayKind
  readonly vi: string
  /** The short writing of a citation; null where only the yearly notice gives the day. */
  readonly basis: string | null
  readonly certainty: HolidayCertainty
}

/** Whose calendar: Saturday and Sunday are off in both. */
export type Sector = 'general' | 'civil-service'

/** The end of a count, and whether every holiday on the way to it is known. */
export interface CountedDay {
  readonly date: LegalDate
  readonly certain: boolean
}

export const holidays: readonly Holiday[] = readTable(
  'public-holidays.csv',
  z.strictObject({
    date: dateCell,
    kind: z.enum(['statutory', 'compensatory', 'swap-off', 'swap-work']),
    vi: z.string().min(1),
    basis: optionalTextCell,
    certainty: z.enum(['fixed', 'lunar', 'rule', 'announced', 'recalled', 'undecided']),
  }),
)

const kindOf: ReadonlyMap<LegalDate, HolidayKind> = new Map(holidays.map(({ date, kind }) => [date, kind]))

/** A year is known when it has holidays and none of them still waits for the yearly decision. */
const knownYears: ReadonlySet<number> = (() => {
  const years = new Set(holidays.map(({ date }) => yearOf(date)))
  for (const { date, certainty } of holidays) if (certainty === 'undecided') years.delete(yearOf(date))
  return years
})()

/** A day off by law, compensatory days included; false on any day of a year without data. */
export function isPublicHoliday(date: LegalDate): boolean {
  const kind = kindOf.get(date)
  return kind === 'statutory' || kind === 'compensatory'
}

/** Swapped days count for the civil service only. */
export function isWorkingDay(date: LegalDate, { sector = 'general' }: { sector?: Sector } = {}): boolean {
  if (isPublicHoliday(date)) return false
  const swapped = sector === 'civil-service' ? kindOf.get(date) : undefined
  if (swapped === 'swap-work') return true
  return swapped !== 'swap-off' && weekday(date) <= 5
}

export function nextWorkingDayOnOrAfter(date: LegalDate): CountedDay {
  let day = date
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return { date: day, certain: yearsKnown(date, day) }
}

/**
 * The last of `days` calendar days after `date`, itself not counted. Civil Code 2015 art. 148.5 moves a last day that is
 * not a working day to the next one; whether it governs the limits of Law 84/2015 is not settled, so it must be asked for.
 */
export function addCalendarDays(
  date: LegalDate,
  days: number,
  { rollOver = false }: { rollOver?: boolean } = {},
): CountedDay {
  const last = addDays(date, days)
  return rollOver ? nextWorkingDayOnOrAfter(last) : { date: last, certain: true }
}

/**
 * The last of `days` working days after `date`, itself not counted (Civil Code 2015 art. 147.2).
 * @throws RangeError when `days` is negative or not whole.
 */
export function addWorkingDays(date: LegalDate, days: number): CountedDay {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`)
  let day = date
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return { date: day, certain: yearsKnown(date, day) }
}

/**
 * The corresponding day so many months later, or the last day of that month where it has no such day (Civil Code 2015
 * art. 148.3).
 */
export function addMonths(date: LegalDate, months: number): LegalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0))
  const yearAndMonth = lastOfMonth.toISOString().slice(0, 8)
  return legalDate(`${yearAndMonth}${String(Math.min(day, lastOfMonth.getUTCDate())).padStart(2, '0')}`)
}

/** "Trước ngày" excludes the day named: before 5 July, the last timely day is 4 July. */
export function lastDayBefore(date: LegalDate): LegalDate {
  return addDays(date, -1)
}

function yearsKnown(from: LegalDate, to: LegalDate): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!knownYears.has(year)) return false
  return true
}
