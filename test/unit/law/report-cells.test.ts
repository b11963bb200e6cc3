import { expect, it } from 'vitest'
import { HEALTH_SAMPLES, sumOfFigures } from '../../../src/law/report-cells.ts'

it('sums the cells of a form that a pattern names, and no others', () => {
  const figures = { 'II.HZ-PHY-NOISE.samples': 8, 'II.HZ-DUST-SILICA.samples': 3, 'II.HZ-PHY-NOISE.samplesOther': 5 }
  expect(sumOfFigures(figures, HEALTH_SAMPLES)).toBe(11)
  expect(sumOfFigures({}, HEALTH_SAMPLES)).toBe(0)
})
