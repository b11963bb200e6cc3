import { describe, expect, it } from 'vitest'
import { knownSince, noteOf, standingOf } from '../../../src/indicator/standing.ts'
import { type LegalDate, legalDate } from '../../../src/reference/legal-date.ts'

const day = (text: string) => legalDate(text)
const DUE = day('2026-01-09')

describe('a figure of a year', () => {
  it.each<[string, number, number | null, LegalDate | null, string, string]>([
    ['is whole on the first day after it', 2025, 2024, null, '2026-01-01', 'whole'],
    ['stands to date on its last day', 2025, 2024, null, '2025-12-31', 'to-date'],
    ['stands to date on its first day', 2025, 2024, null, '2025-01-01', 'to-date'],
    ['has not begun on the day before', 2025, 2024, null, '2024-12-31', 'not-begun'],
    ['is known of the first year held', 2024, 2024, null, '2026-01-01', 'whole'],
    ['is unknown of the year before that', 2023, 2024, null, '2026-01-01', 'unknown'],
    ['is unknown where nothing is held', 2025, null, null, '2026-01-01', 'unknown'],
    ['is not due on the last day for its reports', 2025, 2024, DUE, '2026-01-09', 'not-due'],
    ['is whole on the day after, though the year was over before', 2025, 2024, DUE, '2026-01-10', 'whole'],
    ['told by reports is not due while the year runs', 2025, 2024, DUE, '2025-06-01', 'not-due'],
    ['told by reports of a year before anything was held is unknown', 2025, 2026, DUE, '2026-06-01', 'unknown'],
  ])('%s', (_, year, since, due, today, expected) => {
    expect(standingOf(year, { knownSince: since, due }, day(today))).toBe(expected)
  })

  it('is known since the first year of anything that shows it', () => {
    expect(knownSince([2026, null, 2024])).toBe(2024)
    expect(knownSince([null, 2026])).toBe(2026)
    expect(knownSince([null, null])).toBeNull()
    expect(knownSince([])).toBeNull()
  })

  it('says why it is not told, and nothing of a whole year', () => {
    const ground = { knownSince: 2024, due: DUE }
    expect(noteOf('whole', ground)).toBeNull()
    expect(noteOf('unknown', ground)?.en).toContain('since 2024')
    expect(noteOf('unknown', { ...ground, knownSince: null })?.en).toContain('holds nothing')
    expect(noteOf('not-due', ground)?.vi).toContain(DUE)
    expect(noteOf('to-date', ground)?.en).toContain('not over')
    expect(noteOf('not-begun', ground)?.en).toContain('not begun')
  })
})
