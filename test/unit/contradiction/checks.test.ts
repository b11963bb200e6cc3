import { describe, expect, it } from 'vitest'
import { CHECKS, checkOf } from '../../../src/contradiction/checks.ts'
import { appliesOn } from '../../../src/law/citation.ts'
import type { LegalDate } from '../../../src/reference/legal-date.ts'

const placesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

describe('the checks', () => {
  it('have ids that are theirs alone, by which they are found', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length)
    for (const check of CHECKS) expect(checkOf(check.id)).toBe(check)
    expect(checkOf('of-an-earlier-release')).toBeNull()
  })

  it('make good every rule across reports that was asked of them', () => {
    const made = new Set(CHECKS.flatMap(({ rules }) => rules))
    for (const rule of [
      ['ACC-G27', 'ACC-G28', 'OD-R045', 'OD-R046', 'OD-R047', 'OD-R053', 'ENV-040', 'ENV-041', 'ENV-140', 'ENV-141'],
      ['ENV-142', 'ENV-143', 'ENV-144', 'ENV-145', 'ENV-170', 'ENV-171', 'ENV-172'],
    ].flat()) {
      expect(made, rule).toContain(rule)
    }
  })

  it.each(CHECKS.map((check) => [check.id, check] as const))('%s says the same in both languages', (_, check) => {
    const { title, message } = check
    expect(title.vi).toMatch(/[à-ỹ]/i)
    expect(placesIn(message.vi)).toEqual(placesIn(message.en))
    expect(placesIn(message.vi)).not.toEqual([])
    expect(['{left}', '{right}', '{subject}']).toEqual(expect.arrayContaining(placesIn(message.vi)))
  })

  it.each(CHECKS.map((check) => [check.id, check] as const))(
    '%s cites something in force in 2025 and in 2026',
    (_, check) => {
      for (const day of ['2025-12-31', '2026-06-30'] as LegalDate[]) {
        expect(check.citations.some((citation) => appliesOn(citation, day))).toBe(true)
      }
    },
  )

  it('that tell of diseases are for the health office alone', () => {
    const ofDiseases = CHECKS.filter(({ left, right }) => left === 'disease' || right === 'disease')
    expect(ofDiseases.length).toBeGreaterThan(0)
    for (const { audience } of ofDiseases) expect(audience).toEqual(['health-office'])
  })
})
