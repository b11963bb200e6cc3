import { describe, expect, it } from 'vitest'
import { accidentBodies } from '../../../src/law/accident-bodies.ts'
import * as constants from '../../../src/law/accident-constants.ts'
import { type DatedConstant, valueOn } from '../../../src/law/dated-constant.ts'
import { inForce } from '../../../src/law/instruments.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const { accidentPolicy: _notLaw, ...ofLaw } = constants
const all = Object.entries({ ...ofLaw, accidentBodies }).flatMap(
  ([name, constant]): [string, DatedConstant<unknown>][] =>
    Array.isArray(constant)
      ? [[name, constant]]
      : Object.entries(constant as Record<string, DatedConstant<unknown>>).map(([key, one]) => [`${name} ${key}`, one]),
)

describe('dated constants of accident law', () => {
  it.each(all)('%s stands in the order of its days and cites texts in force on them', (_, constant) => {
    const days = constant.map(({ validFrom }) => validFrom)
    expect(days).toEqual([...new Set(days)].toSorted())
    for (const { citation, validFrom } of constant) {
      expect(citation.kind === 'law' && inForce(citation.instrument, validFrom)).toBe(true)
    }
  })

  it.each([
    ['LIGHT', 4, false],
    ['SERIOUS_1', 7, true],
    ['SERIOUS_2PLUS', 20, true],
    ['FATAL', 30, true],
    ['EXPERTISE', 60, true],
  ] as const)('investigation of %s: %i days, extendable: %s', (kind, days, extendable) => {
    expect(valueOn(constants.investigationLimits[kind], legalDate('2026-03-02'))?.value).toEqual({ days, extendable })
  })

  it('have no value before their law', () => {
    expect(valueOn(constants.declarableSeriouslyInjured, legalDate('2016-06-30'))).toBeUndefined()
    expect(valueOn(constants.declarableSeriouslyInjured, legalDate('2016-07-01'))?.value).toBe(2)
  })

  it('mark what is known from memory or by analogy only', () => {
    expect(valueOn(constants.minimumWorkingAge, legalDate('2026-01-01'))).toMatchObject({ value: 15, verified: false })
    expect(valueOn(accidentBodies.ABROAD, legalDate('2026-01-01'))?.verified).toBe(false)
    expect(valueOn(accidentBodies.PROV_LABOUR, legalDate('2026-01-01'))?.verified).toBe(true)
  })
})
