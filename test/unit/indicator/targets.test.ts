import { describe, expect, it } from 'vitest'
import { INDICATOR_IDS } from '../../../src/indicator/indicators.ts'
import { measuredBy } from '../../../src/indicator/targets.ts'
import { programmes } from '../../../src/law/programmes.ts'

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
