import { describe, expect, it } from 'vitest'
import type { Held } from '../../../src/indicator/count.ts'
import { indicatorOf } from '../../../src/indicator/indicators.ts'
import { besideOf, tellerOf } from '../../../src/indicator/tell.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

/** Numbers by count and year, first years by source. */
function holding(numbers: Record<string, Record<number, number>>, since: Record<string, number>, on = '2026-11-21') {
  const held: Held = {
    number: ({ id }, year) => numbers[id]?.[year] ?? 0,
    since: ({ id }) => since[id] ?? null,
    units: [],
  }
  return { held, unit: '', today: legalDate(on) }
}

function told(id: string, where: ReturnType<typeof holding>, year: number) {
  const { numerator, denominator, value, standing } = tellerOf(indicatorOf(id), where, year)(year)
  return { numerator, denominator, value, standing }
}

describe('the rate of fatal accidents', () => {
  const numbers = {
    'fatal-of-reporting': { 2024: 1, 2025: 2 },
    'workers-reported': { 2024: 400, 2025: 500, 2026: 100 },
    'fatal-of-register': { 2024: 9, 2025: 3, 2026: 4 },
    'workers-registered': { 2023: 800, 2024: 800, 2025: 800, 2026: 800 },
  }
  const where = holding(numbers, { register: 2025, 'reports-accident-summary': 2024, accident_fact: 2019 })
  const rate = (year: number) => told('fatal-accident-rate', where, year)

  it('is of those that reported, once the reports are due', () => {
    expect(rate(2025)).toEqual({ numerator: 2, denominator: 500, value: 400, standing: 'whole' })
  })

  it('is of the register before that, whoever reported early', () => {
    expect(rate(2026)).toEqual({ numerator: 4, denominator: 800, value: 500, standing: 'to-date' })
  })

  it('is known by reports before the register knew an enterprise, and by no accident alone', () => {
    expect(rate(2024)).toEqual({ numerator: 1, denominator: 400, value: 250, standing: 'whole' })
    expect(rate(2023)).toEqual({ numerator: null, denominator: null, value: null, standing: 'unknown' })
  })

  it('is compared with the year before on the same basis', () => {
    const tell = tellerOf(indicatorOf('fatal-accident-rate'), where, 2026)
    expect(tell(2025)).toMatchObject({ numerator: 3, denominator: 800 })
  })
})

describe('an indicator', () => {
  const known = { register: 2025 }

  it('of monitoring is none of a year before anything was held', () => {
    const where = holding({ 'enterprises-of-high-risk': { 2023: 5, 2025: 5 } }, known)
    const unknown = { numerator: null, denominator: null, value: null, standing: 'unknown' }
    expect(told('monitored-of-high-risk', where, 2023)).toEqual(unknown)
    expect(told('monitored-of-high-risk', where, 2025)).toMatchObject({ numerator: 0, denominator: 5, value: 0 })
    expect(besideOf(indicatorOf('monitored-of-high-risk'), where, 2023)).toBeNull()
    expect(besideOf(indicatorOf('monitored-of-high-risk'), where, 2025)).toBe(0)
  })

  it('that is a number is none either', () => {
    expect(told('fatal-accidents-in-named-industries', holding({}, known), 2024).value).toBeNull()
    expect(told('fatal-accidents-in-named-industries', holding({}, known), 2025).value).toBe(0)
  })

  it('told by reports is none before their last day has passed, though some came', () => {
    const numbers = { 'reported-in-time-osh-annual': { 2025: 2 }, enterprises: { 2025: 8 } }
    const on = (day: string) => told('reports-in-time-osh-annual', holding(numbers, known, day), 2025)
    expect(on('2026-01-09')).toEqual({ numerator: 2, denominator: 8, value: null, standing: 'not-due' })
    expect(on('2026-01-10')).toEqual({ numerator: 2, denominator: 8, value: 25, standing: 'whole' })
  })

  it('of growth needs the year before', () => {
    const where = holding({ 'persons-examined': { 2024: 7, 2025: 40, 2026: 70 } }, known)
    expect(told('examined-growth', where, 2026)).toMatchObject({ value: 75, standing: 'to-date' })
    const first = { numerator: 40, denominator: null, value: null, standing: 'unknown' }
    expect(told('examined-growth', where, 2025)).toEqual(first)
  })

  it('is none of a year to come', () => {
    expect(told('fatal-accidents-in-named-industries', holding({}, known), 2027)).toMatchObject({
      value: null,
      standing: 'not-begun',
    })
  })
})
