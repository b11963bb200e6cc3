import { describe, expect, it } from 'vitest'
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  holidays,
  isPublicHoliday,
  isWorkingDay,
  lastDayBefore,
  nextWorkingDayOnOrAfter,
} from '../../../src/law/calendar.ts'
import { cite } from '../../../src/law/citation.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const day = legalDate

describe('public holidays', () => {
  it('are statutory and compensatory days, not swapped ones', () => {
    expect(isPublicHoliday(day('2026-02-17'))).toBe(true)
    expect(isPublicHoliday(day('2026-04-27'))).toBe(true)
    expect(isPublicHoliday(day('2026-08-31'))).toBe(false)
    expect(isPublicHoliday(day('2026-08-22'))).toBe(false)
  })

  it('include 24 November since Resolution 28/2026/QH16, not before', () => {
    expect(isPublicHoliday(day('2025-11-24'))).toBe(false)
    expect(isPublicHoliday(day('2026-11-24'))).toBe(true)
  })

  it('stand in the order of the calendar, once each, with a basis that can be read', () => {
    const dates = holidays.map(({ date }) => date)
    expect(dates).toEqual([...new Set(dates)].toSorted())
    for (const { basis } of holidays) if (basis !== null) expect(cite(basis).kind).toBe('law')
  })
})

describe('working days', () => {
  it('are Monday to Friday without holidays', () => {
    expect(isWorkingDay(day('2026-03-02'))).toBe(true)
    expect(isWorkingDay(day('2026-03-07'))).toBe(false)
    expect(isWorkingDay(day('2026-03-08'))).toBe(false)
    expect(isWorkingDay(day('2026-04-30'))).toBe(false)
  })

  it('follow swapped days in the civil service only', () => {
    expect(isWorkingDay(day('2026-08-31'))).toBe(true)
    expect(isWorkingDay(day('2026-08-31'), { sector: 'civil-service' })).toBe(false)
    expect(isWorkingDay(day('2026-08-22'))).toBe(false)
    expect(isWorkingDay(day('2026-08-22'), { sector: 'civil-service' })).toBe(true)
  })

  it('counted from the announcement meeting of 29 April 2026, the third is 6 May', () => {
    expect(addWorkingDays(day('2026-04-29'), 3)).toEqual({ date: '2026-05-06', certain: true })
  })

  it('skip the Lunar New Year of 2026', () => {
    expect(addWorkingDays(day('2026-02-13'), 1)).toEqual({ date: '2026-02-23', certain: true })
  })

  it('do not count the first day, so none leaves it where it is', () => {
    expect(addWorkingDays(day('2026-03-07'), 0).date).toBe('2026-03-07')
    expect(addWorkingDays(day('2026-03-07'), 1).date).toBe('2026-03-09')
  })

  it.each([
    ['a year without data', '2024-12-23', 2],
    ['the way out of the known years', '2026-12-30', 2],
    ['a year whose New Year is not decided', '2027-02-01', 5],
    ['a year after the data', '2028-03-01', 5],
  ])('are not certain in %s', (_, from, days) => {
    expect(addWorkingDays(day(from), days).certain).toBe(false)
  })

  it('cannot be counted backwards or in parts', () => {
    expect(() => addWorkingDays(day('2026-03-02'), -1)).toThrow(RangeError)
    expect(() => addWorkingDays(day('2026-03-02'), 1.5)).toThrow(RangeError)
  })

  it('come next after a weekend or holiday, or are the day itself', () => {
    expect(nextWorkingDayOnOrAfter(day('2026-05-01'))).toEqual({ date: '2026-05-04', certain: true })
    expect(nextWorkingDayOnOrAfter(day('2026-05-04')).date).toBe('2026-05-04')
  })
})

describe('calendar days', () => {
  it.each([
    [4, '2026-03-06', '2026-03-06'],
    [7, '2026-03-09', '2026-03-09'],
    [20, '2026-03-22', '2026-03-23'],
    [30, '2026-04-01', '2026-04-01'],
    [60, '2026-05-01', '2026-05-04'],
  ])('%i after 2 March 2026 end on %s, with roll-over on %s', (days, due, rolled) => {
    expect(addCalendarDays(day('2026-03-02'), days)).toEqual({ date: due, certain: true })
    expect(addCalendarDays(day('2026-03-02'), days, { rollOver: true })).toEqual({ date: rolled, certain: true })
  })

  it('need no holidays, so they are certain in any year, but not where they roll over', () => {
    expect(addCalendarDays(day('2031-01-01'), 4).certain).toBe(true)
    expect(addCalendarDays(day('2031-01-01'), 4, { rollOver: true }).certain).toBe(false)
  })

  it('"before" a day end the day before', () => {
    expect(lastDayBefore(day('2026-07-05'))).toBe('2026-07-04')
    expect(lastDayBefore(day('2026-03-01'))).toBe('2026-02-28')
  })
})

describe('months later', () => {
  it.each([
    ['2026-01-15', 6, '2026-07-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-11-30', 24, '2028-11-30'],
  ])('%s and %i months: %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected)
  })
})
