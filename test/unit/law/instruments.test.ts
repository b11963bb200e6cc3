import { describe, expect, it } from 'vitest'
import { inForce, instrument, instruments } from '../../../src/law/instruments.ts'
import {
  diseaseGroups,
  examinationKinds,
  hazardFactors,
  highRiskSectors,
  monitoredFactors,
  occupationalDiseases,
  reductionBands,
} from '../../../src/reference/catalogue.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

describe('legal instruments', () => {
  it('are in force on both days of their interval and not beyond', () => {
    expect(inForce('ND12-2022', legalDate('2022-01-16'))).toBe(false)
    expect(inForce('ND12-2022', legalDate('2022-01-17'))).toBe(true)
    expect(inForce('ND12-2022', legalDate('2026-09-09'))).toBe(true)
    expect(inForce('ND12-2022', legalDate('2026-09-10'))).toBe(false)
  })

  it.each([
    ['ND12-2022', 'ND283-2026'],
    ['TT15-2016-BYT', 'TT60-2025-BYT'],
    ['TT28-2016-BYT', 'TT56-2025-BYT'],
    ['TT29-2021-BLDTBXH', 'TT03-2025-BLDTBXH'],
    ['TT13-2017-BLDTBXH', 'TT37-2018-BLDTBXH'],
    ['TT08-2016-BLDTBXH', 'TT13-2020-BLDTBXH'],
    ['QD27-2018', 'QD36-2025'],
  ])('%s gives way to %s without a gap or a day with both', (before, after) => {
    const replacement = instrument(after)
    const start = replacement.status === 'issued' ? replacement.validFrom : null
    expect(start).not.toBeNull()
    if (start === null) return
    const eve = legalDate(new Date(Date.parse(start) - 86_400_000).toISOString().slice(0, 10))
    expect([inForce(before, eve), inForce(after, eve)]).toEqual([true, false])
    expect([inForce(before, start), inForce(after, start)]).toEqual([false, true])
  })

  it('never puts a draft in force, and gives it no dates that could read as "always"', () => {
    for (const day of ['1900-01-01', '2026-11-21', '2999-12-31']) {
      expect(inForce('ND39-2016-DRAFT', legalDate(day))).toBe(false)
    }
    expect(instrument('ND39-2016-DRAFT')).not.toHaveProperty('validFrom')
    expect(instrument('ND39-2016-DRAFT')).not.toHaveProperty('validTo')
  })

  it('have a first day when issued, not after the last', () => {
    for (const text of instruments.values()) {
      if (text.status === 'draft') continue
      expect(text.validFrom, text.code).not.toBeNull()
      expect(text.validTo === null || (text.validFrom ?? '') <= text.validTo, text.code).toBe(true)
    }
  })

  it('say which dates are from memory', () => {
    expect(instrument('L84-2015').verified).toBe(true)
    expect(instrument('L45-2019').verified).toBe(false)
  })

  it('refuse an unknown code as a defect of ours', () => {
    expect(() => instrument('L84-2051')).toThrow(RangeError)
  })

  it.each([
    hazardFactors,
    monitoredFactors,
    occupationalDiseases,
    diseaseGroups,
    examinationKinds,
    reductionBands,
    highRiskSectors,
  ])('are known wherever the list $id names one as its source', (list) => {
    const named = list
      .entriesOn()
      .flatMap(({ source }) => source.match(/\b(L|ND|TT|QD|QCVN)\d+-\d{4}(-[A-Z]+)?\b/g) ?? [])
    expect(named).not.toEqual([])
    for (const code of new Set(named)) expect(instruments.has(code), code).toBe(true)
  })
})
