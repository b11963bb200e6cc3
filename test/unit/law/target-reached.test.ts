import { describe, expect, it } from 'vitest'
import type { ProgrammeTarget } from '../../../src/law/programmes.ts'
import { isMet, measureOf, readingsOf } from '../../../src/law/target-reached.ts'

const TITLE = { id: 'a', vi: 'a', en: 'a' }
const reached = (value: number | null, change: number | null = null, per = 100) => ({ value, change, per })

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

  it.each([
    [{ ...TITLE, operator: 'up' } as ProgrammeTarget, 'direction'],
    [percent('>', 50), 'share'],
    [{ ...percent('two-readings', 1), unit: '%/year' } as ProgrammeTarget, 'share'],
    [{ ...percent('>=', 5), unit: '%/year' } as ProgrammeTarget, 'growth'],
  ])('%o is a %s', (target, measure) => {
    expect(measureOf(target)).toBe(measure)
  })
})
