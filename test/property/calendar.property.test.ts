import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '../../src/law/accident-duties.ts'
import {
  addCalendarDays,
  addWorkingDays,
  isWorkingDay,
  lastDayBefore,
  nextWorkingDayOnOrAfter,
} from '../../src/law/calendar.ts'
import { addDays, daysBetween, legalDate } from '../../src/reference/legal-date.ts'

/** Also reaches the years around those whose holidays are known. */
const anyDay = fc.integer({ min: 0, max: 5 * 365 }).map((n) => addDays(legalDate('2024-01-01'), n))
/** Three weeks either side of the Lunar New Years that the data holds. */
const aroundTet = fc
  .tuple(fc.constantFrom('2025-01-29', '2026-02-17', '2027-02-06'), fc.integer({ min: -21, max: 21 }))
  .map(([newYear, n]) => addDays(legalDate(newYear), n))
const day = fc.oneof(anyDay, aroundTet)
const count = fc.integer({ min: 0, max: 40 })

describe('working days', () => {
  it('end on a working day unless none was counted', () => {
    fc.assert(fc.property(day, count, (from, n) => n === 0 || isWorkingDay(addWorkingDays(from, n).date)))
  })

  it('are as many as were asked for', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const length = daysBetween(from, addWorkingDays(from, n).date)
        const passed = Array.from({ length }, (_, i) => addDays(from, i + 1))
        expect(passed.filter((date) => isWorkingDay(date))).toHaveLength(n)
      }),
    )
  })

  it('add up', () => {
    fc.assert(
      fc.property(day, count, count, (from, a, b) => {
        expect(addWorkingDays(addWorkingDays(from, a).date, b).date).toBe(addWorkingDays(from, a + b).date)
      }),
    )
  })

  it('more of them end later; a later start never ends earlier', () => {
    fc.assert(
      fc.property(day, count, fc.integer({ min: 0, max: 30 }), (from, n, later) => {
        const { date } = addWorkingDays(from, n)
        expect(addWorkingDays(from, n + 1).date > date).toBe(true)
        expect(addWorkingDays(addDays(from, later), n).date >= date).toBe(true)
      }),
    )
  })

  it('once uncertain stay uncertain as the count grows', () => {
    fc.assert(
      fc.property(
        day,
        count,
        count,
        (from, a, b) => addWorkingDays(from, a).certain || !addWorkingDays(from, a + b).certain,
      ),
    )
  })

  it('next on or after a day: the first there is', () => {
    fc.assert(
      fc.property(day, (from) => {
        const { date } = nextWorkingDayOnOrAfter(from)
        expect(isWorkingDay(date)).toBe(true)
        expect(date).toBe(addWorkingDays(lastDayBefore(from), 1).date)
      }),
    )
  })
})

describe('calendar days', () => {
  it('roll over forwards only, to a working day', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const rolled = addCalendarDays(from, n, { rollOver: true }).date
        expect(rolled >= addCalendarDays(from, n).date).toBe(true)
        expect(isWorkingDay(rolled)).toBe(true)
      }),
    )
  })

  it('"before" a day is the day before it', () => {
    fc.assert(fc.property(anyDay, (date) => daysBetween(lastDayBefore(date), date) === 1))
  })
})

describe('class of an accident', () => {
  const rank = ['light', 'serious', 'undetermined', 'fatal']
  const casualties = fc.record({
    dead: fc.nat(3),
    serious: fc.nat(3),
    light: fc.nat(3),
    missing: fc.nat(3),
    unknown: fc.nat(3),
  })

  it('is that of the worst victim: one more never makes it lighter', () => {
    const kinds = fc.constantFrom('dead', 'serious', 'light', 'missing', 'unknown')
    fc.assert(
      fc.property(casualties, kinds, (before, kind) => {
        fc.pre(Object.values(before).some((n) => n > 0))
        const after = classify({ ...before, [kind]: before[kind] + 1 })
        expect(rank.indexOf(after)).toBeGreaterThanOrEqual(rank.indexOf(classify(before)))
      }),
    )
  })

  it('does not depend on how many share the worst condition', () => {
    fc.assert(
      fc.property(casualties, fc.integer({ min: 2, max: 5 }), (counts, times) => {
        const { dead, serious, light, missing, unknown } = counts
        const more = {
          dead: dead * times,
          serious: serious * times,
          light: light * times,
          missing: missing * times,
          unknown: unknown * times,
        }
        expect(classify(more)).toBe(classify(counts))
      }),
    )
  })
})
