import { describe, expect, it } from 'vitest'
import type { IndicatorFigure } from '../../../src/indicator/figures.ts'
import { indicatorOf } from '../../../src/indicator/indicators.ts'
import { areaOfPlan, measuredTarget } from '../../../src/indicator/programme-targets.ts'
import { programmes } from '../../../src/law/programmes.ts'

const targets = new Map(programmes.flatMap((plan) => plan.targets.map((target) => [target.id, target] as const)))

function told(target: string, ...figures: readonly IndicatorFigure[]) {
  const found = targets.get(target)
  if (found === undefined) throw new RangeError(target)
  return measuredTarget(found, figures)
}

function figure(
  id: string,
  numerator: number | null,
  denominator: number | null,
  value: number | null,
  note: IndicatorFigure['note'] = null,
): IndicatorFigure {
  const indicator = indicatorOf(id)
  return {
    indicator,
    counts: { numerator: indicator.numerator, denominator: null },
    year: 2026,
    unit: null,
    numerator,
    denominator,
    value,
    before: null,
    change: 5,
    beside: null,
    standing: 'whole',
    note,
  }
}

describe('a target for the yearly report', () => {
  it('measured by several indicators is told by the lowest, and all are named', () => {
    const { note, ...numbers } = told(
      'disease-exam-coverage',
      figure('examined-of-exposed', 70, 100, 70),
      figure('examined-of-workers-at-risk', 70, 200, 35),
    )
    expect(numbers).toEqual({
      target: 'disease-exam-coverage',
      value: 35,
      numerator: 70,
      denominator: 200,
      change: 5,
    })
    expect(note.en).toMatch(/exposed persons declared: 70\/100; .* at risk: 70\/200$/)
  })

  it('is not told while one of them is not', () => {
    const figures = [figure('examined-of-exposed', 70, 100, 70), figure('examined-of-workers-at-risk', 0, 0, null)]
    expect(told('disease-exam-coverage', ...figures)).toMatchObject({ value: null, numerator: null, change: null })
  })

  it('says of what cannot be told why, in place of its numbers', () => {
    const why = { vi: 'Chưa đến hạn.', en: 'Not due yet.' }
    expect(told('workers-trained', figure('named-groups-trained', 3, 4, null, why)).note.en).toMatch(/: Not due yet.$/)
  })

  it('in percent is told in percent, whatever its indicator is per', () => {
    expect(told('fatality-rate', figure('fatal-accident-rate', 3, 70_000, 4.2857))).toMatchObject({
      value: 0.0042857,
      numerator: 3,
      denominator: 70_000,
    })
  })

  it('that is to fall is told by its number and the change', () => {
    const counted = { ...figure('fatal-accidents-in-named-industries', 3, null, 3), change: -25 }
    expect(told('fatal-in-high-risk-sectors', counted)).toMatchObject({
      value: 3,
      numerator: null,
      denominator: null,
      change: -25,
    })
  })

  it('that nothing measures says why', () => {
    expect(told('officers-trained')).toMatchObject({
      value: null,
      note: { en: expect.stringContaining('the office keeps that count itself') },
    })
  })

  it('is one of the area that the plan names, before and since the new units', () => {
    expect(programmes.map(areaOfPlan)).toEqual([
      { before: ['VN-2004:063'], since: expect.arrayContaining(['VN-2025:01849']) },
      null,
    ])
  })
})
