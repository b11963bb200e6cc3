import { describe, expect, it } from 'vitest'
import { occupationalHealthFigures } from '../../../src/periodic-report/occupational-health/figures.ts'
import { sampleOccupationalHealth } from '../../../src/periodic-report/occupational-health/sample.ts'
import { oshAnnualFigures } from '../../../src/periodic-report/osh-annual/figures.ts'
import { sampleOshAnnual } from '../../../src/periodic-report/osh-annual/sample.ts'
import { readPeriod } from '../../../src/periodic-report/period.ts'
import { officeHealthSummaryForm, officeOshSummaryForm } from '../../../src/periodic-report/received-reports/form.ts'
import { isSummedHealth, isSummedOsh } from '../../../src/periodic-report/received-reports/summed-cells.ts'

describe('the cells that an office sums up', () => {
  it('are all of Annex II but the most overtime of a month', () => {
    const lines = oshAnnualFigures(sampleOshAnnual).map(({ line }) => line)
    expect(lines.filter((line) => !isSummedOsh(line))).toEqual(['7.mostInMonth'])
  })

  it('are all of Annex 8 but the rows that each establishment calls as it likes', () => {
    const lines = occupationalHealthFigures({
      ...sampleOccupationalHealth,
      commonDiseases: [{ group: 'Hô hấp', quarters: { q1: 3 } }],
      training: [{ content: 'Sơ cứu', trained: { total: 8 } }],
    }).map(({ line }) => line)
    const sections = new Set(lines.map((line) => line.split('.').slice(0, 2).join('.')))
    expect(sections).toContain('IV.distinct')
    const left = lines.filter((line) => !isSummedHealth(line))
    expect(new Set(left.map((line) => /^(V\.1|VII|VIII)\./.exec(line)?.[1]))).toEqual(new Set(['V.1', 'VII', 'VIII']))
  })

  it.each([
    'II.NOISE.samples',
    'II.HZ-PHY-NOISE.women',
    'III.13.sickDays',
    'IV.1.OD-99.diagnosed',
    'VI.VI.men',
    'I.men',
  ])('are not %s, which no report can have', (line) => {
    expect(isSummedHealth(line)).toBe(false)
  })
})

describe('when an office reports on what it received', () => {
  it.each([
    [officeOshSummaryForm, '2026', '2027-01-24'],
    [officeHealthSummaryForm, '2026-H1', '2026-07-14'],
    [officeHealthSummaryForm, '2026', '2027-01-24'],
  ])('%o on %s: on %s at the latest', (form, period, due) => {
    expect(form.due(readPeriod(period))?.due).toBe(due)
  })
})
