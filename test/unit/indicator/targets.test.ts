import { describe, expect, it } from 'vitest'
import { INDICATOR_IDS } from '../../../src/indicator/indicators.ts'
import { isMet, measuredBy, readingsOf } from '../../../src/indicator/targets.ts'
import { type ProgrammeTarget, programmes } from '../../../src/law/programmes.ts'

const TITLE = { id: 'a', vi: 'a', en: 'a' }
const reached = (value: number | null, change: number | null = null, per = 100) => ({ value, change, per })

describe('every target of every plan', () => {
  const targets = programmes.flatMap(({ targets }) => targets.map(({ id }) => id))

  it.each([...new Set(targets)])('%s is measured by indicators that exist, or it is said why not', (id) => {
    const measured = measuredBy[id]
    expect(measured?.indicators.every((indicator) => INDICATOR_IDS.includes(indicator))).toBe(true)
    expect(measured?.indicators.length === 0).toBe(measured?.unmeasured !== undefined)
  })

  it('is the only one that is measured: no measure is left without a target', () => {
    expect(Object.keys(measuredBy).toSorted()).toEqual([...new Set(targets)].toSorted())
  })
})

describe('a target', () => {
  const percent = (operator: '>' | '>=' | '=' | 'two-readings', value: number): ProgrammeTarget => ({
    ...TITLE,
    operator,
    value,
    unit: '%',
  })

  it.each([
    [percent('>', 50), reached(50), false],
    [percent('>', 50), reached(50.1), true],
    [percent('>=', 4), reached(4), true],
    [percent('>=', 4), reached(3.9), false],
    [percent('=', 100), reached(100), true],
    [percent('=', 100), reached(99), false],
    [percent('>', 50), reached(null), null],
    [{ ...TITLE, operator: 'down' } as ProgrammeTarget, reached(3, -1), true],
    [{ ...TITLE, operator: 'down' } as ProgrammeTarget, reached(3, 0), false],
    [{ ...TITLE, operator: 'up' } as ProgrammeTarget, reached(3, 1), true],
    [{ ...TITLE, operator: 'up' } as ProgrammeTarget, reached(3), null],
  ])('%o with %o: met is %o', (target, figure, expected) => {
    expect(isMet(target, figure)).toBe(expected)
    expect(readingsOf(target, figure)).toBeNull()
  })

  it('of two readings is told in both, and decided in neither', () => {
    const target = percent('two-readings', 1)
    expect(isMet(target, reached(4, -2, 100_000))).toBeNull()
    // Four of 100,000 are 0.004 %.
    expect(readingsOf(target, reached(4, -2, 100_000))).toEqual({ fell: true, below: true })
    expect(readingsOf(target, reached(1_200, -0.5, 100_000))).toEqual({ fell: false, below: false })
    expect(readingsOf(target, reached(null))).toEqual({ fell: null, below: null })
  })
})
