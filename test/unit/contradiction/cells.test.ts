import { describe, expect, it } from 'vitest'
import {
  HEALTH_CLASSES,
  HEALTH_DIAGNOSED,
  HEALTH_FAILED,
  HEALTH_SAMPLES,
  HEALTH_SUMS,
  OSH_ACCIDENTS,
  OSH_FAILED,
  OSH_NEW_DISEASES,
  OSH_SAMPLES,
  SUMMARY_TOTALS,
} from '../../../src/law/report-cells.ts'
import { accidentSummaryFigures } from '../../../src/periodic-report/accident-summary/figures.ts'
import { sampleAccidentSummary } from '../../../src/periodic-report/accident-summary/sample.ts'
import { occupationalHealthFigures } from '../../../src/periodic-report/occupational-health/figures.ts'
import { sampleOccupationalHealth } from '../../../src/periodic-report/occupational-health/sample.ts'
import { oshAnnualFigures } from '../../../src/periodic-report/osh-annual/figures.ts'
import { sampleOshAnnual } from '../../../src/periodic-report/osh-annual/sample.ts'

/** A cell that was given another name would be compared with nothing, and no contradiction found ever again. */
const cells = {
  summary: accidentSummaryFigures(sampleAccidentSummary).map(({ line }) => line),
  health: occupationalHealthFigures(sampleOccupationalHealth).map(({ line }) => line),
  osh: oshAnnualFigures(sampleOshAnnual).map(({ line }) => line),
}

describe('the cells that checks compare', () => {
  it.each([
    ['summary', SUMMARY_TOTALS],
    ['health', HEALTH_SUMS],
    ['health', HEALTH_DIAGNOSED],
    ['health', HEALTH_SAMPLES],
    ['health', HEALTH_FAILED],
    ['osh', OSH_NEW_DISEASES],
    ['osh', OSH_SAMPLES],
    ['osh', OSH_FAILED],
  ] as const)('are in the form %s: %s', (form, pattern) => {
    expect(cells[form].filter((line) => new RegExp(pattern).test(line))).not.toEqual([])
  })

  it('are in the forms by name, where they have one', () => {
    expect(cells.osh).toEqual(expect.arrayContaining(Object.keys(OSH_ACCIDENTS)))
    expect(cells.summary).toEqual(expect.arrayContaining(Object.values(OSH_ACCIDENTS)))
    expect(cells.osh).toEqual(expect.arrayContaining(HEALTH_CLASSES.map((name) => `4.${name}`)))
    expect(cells.health.filter((line) => /^VI\.(I|II|III|IV|V)\./.test(line))).not.toEqual([])
    for (const column of ['accidents', 'deaths', 'fatalAccidents', 'victims', 'victimsOutside', 'women', 'serious']) {
      expect(cells.summary).toEqual(expect.arrayContaining([`1.${column}`, `2.${column}`]))
    }
  })
})
