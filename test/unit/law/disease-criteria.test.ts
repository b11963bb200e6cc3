import { describe, expect, it } from 'vitest'
import {
  criteriaOf,
  criteriaOfForm,
  type DiseaseCriteria,
  minimumNoiseYears,
  reachesMinimum,
  withinGuarantee,
} from '../../../src/law/disease-criteria.ts'
import { occupationalDiseases } from '../../../src/reference/catalogue.ts'
import { type LegalDate, legalDate } from '../../../src/reference/legal-date.ts'

const LAST_DAY = legalDate('2026-02-14')
const FIRST_DAY_OF_TT60 = legalDate('2026-02-15')

function criteria(disease: string, form: string, on: LegalDate = LAST_DAY): DiseaseCriteria {
  const found = criteriaOfForm(disease, form, on)
  if (found === undefined) throw new Error(`no criteria of ${disease} ${form}`)
  return found
}

describe('criteria of a disease', () => {
  it.each([
    ['OD-02', 'rapidly-progressing', { value: 2, unit: 'year' }, 'unlimited'],
    ['OD-03', 'acute', { value: 2, unit: 'hour' }, { value: 48, unit: 'hour' }],
    ['OD-15', 'chronic', 'none', { value: 12, unit: 'month' }],
    ['OD-18', 'chronic', { value: 4, unit: 'year' }, 'none'],
    ['OD-01', 'chronic', 'unknown', { value: 35, unit: 'year' }],
    ['OD-07', 'chronic', { value: 2, unit: 'week' }, 'unknown'],
  ] as const)('%s, %s: at least %o, guaranteed %o', (disease, form, minimumExposure, guarantee) => {
    expect(criteria(disease, form)).toMatchObject({ minimumExposure, guarantee, verified: true })
  })

  it('those of any form serve for each', () => {
    expect(criteria('OD-20', 'chronic').form).toBe('any')
    expect(criteriaOfForm('OD-23', 'chronic', LAST_DAY)).toBeUndefined()
  })

  it('were read of 27 diseases, of the others nothing is claimed', () => {
    const codes = [...new Set(occupationalDiseases.entriesOn(LAST_DAY).map(({ code }) => code))]
    const known = codes.filter((code) => criteriaOf(code, LAST_DAY).length > 0)
    expect(known).toHaveLength(27)
    expect(codes.filter((code) => code !== 'OTHER' && !known.includes(code))).toEqual([
      'OD-05',
      'OD-09',
      'OD-13',
      'OD-27',
      'OD-31',
      'OD-33',
      'OD-34',
      'OD-35',
    ])
  })

  it('are those of Circular 15/2016, so unverified once Circular 60/2025 has effect, and none before either', () => {
    const before = criteria('OD-20', 'any')
    expect(criteria('OD-20', 'any', FIRST_DAY_OF_TT60)).toEqual({ ...before, verified: false })
    expect(criteriaOf('OD-20', legalDate('2016-06-30'))).toEqual([])
  })
})

describe('minimum exposure', () => {
  const from = legalDate('2020-03-31')

  it.each([
    ['OD-20', 'any', '2025-03-30', false],
    ['OD-20', 'any', '2025-03-31', true],
    ['OD-24', 'any', '2020-09-29', false],
    ['OD-24', 'any', '2020-09-30', true],
    ['OD-07', 'any', '2020-04-13', false],
    ['OD-07', 'any', '2020-04-14', true],
    ['OD-08', 'acute', '2020-03-31', true],
    ['OD-18', 'acute', '2020-03-31', true],
  ])('of %s (%s), exposed from 31 March 2020 to %s: %s', (disease, form, to, reached) => {
    expect(reachesMinimum(criteria(disease, form), { from, to: legalDate(to) })).toBe(reached)
  })

  it('is not judged where the annex sets none or was not read', () => {
    const to = legalDate('2020-04-01')
    expect(reachesMinimum(criteria('OD-15', 'acute'), { from, to })).toBeNull()
    expect(reachesMinimum(criteria('OD-01', 'chronic'), { from, to })).toBeNull()
  })
})

describe('guarantee period', () => {
  const exposureEnd = legalDate('2020-01-31')

  it.each([
    ['OD-16', 'acute', '2020-02-01', true],
    ['OD-16', 'acute', '2020-02-02', false],
    ['OD-19', 'acute', '2020-02-02', true],
    ['OD-16', 'chronic', '2020-02-29', true],
    ['OD-16', 'chronic', '2020-03-01', false],
    ['OD-02', 'chronic', '2026-02-14', true],
    ['OD-08', 'chronic', '2025-01-31', true],
  ])('of %s (%s), exposure ended on 31 January 2020, found on %s: %s', (disease, form, diagnosedOn, within) => {
    expect(withinGuarantee(criteria(disease, form), { exposureEnd, diagnosedOn: legalDate(diagnosedOn) })).toBe(within)
  })

  it('is not judged where the annex sets none or was not read', () => {
    const diagnosedOn = legalDate('2025-01-31')
    expect(withinGuarantee(criteria('OD-18', 'chronic'), { exposureEnd, diagnosedOn })).toBeNull()
    expect(withinGuarantee(criteria('OD-07', 'any'), { exposureEnd, diagnosedOn })).toBeNull()
  })
})

describe('years of noise', () => {
  it.each([
    [85, 4],
    [88, 2],
    [91, 1],
    [94, 0.5],
    [100, 0.125],
  ])('at %i dBA: %d', (dba, years) => {
    expect(minimumNoiseYears(dba)).toBeCloseTo(years, 10)
  })

  it('below 85 dBA no number of years suffices', () => {
    expect(minimumNoiseYears(84.9)).toBeNull()
  })
})
