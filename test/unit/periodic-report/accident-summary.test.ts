import { describe, expect, it } from 'vitest'
import { EMPTY_ROW } from '../../../src/periodic-report/accident-summary/columns.ts'
import type { DeclaredAccident } from '../../../src/periodic-report/accident-summary/declared-accident.ts'
import { declaredAccidentFigures, draftAccidentSummary } from '../../../src/periodic-report/accident-summary/draft.ts'
import { accidentSummaryFigures } from '../../../src/periodic-report/accident-summary/figures.ts'
import { accidentSummaryForm } from '../../../src/periodic-report/accident-summary/form.ts'
import { sampleAccidentSummary, sampleAccidents } from '../../../src/periodic-report/accident-summary/sample.ts'
import { communeAccidentSummaryForm } from '../../../src/periodic-report/commune-accident-summary/form.ts'
import { differencesBetween } from '../../../src/periodic-report/figures.ts'
import { periodText, readPeriod } from '../../../src/periodic-report/period.ts'

describe('when a summary is due', () => {
  it.each([
    [accidentSummaryForm, '2026-H1', '2026-07-04'],
    [accidentSummaryForm, '2025', '2026-01-09'],
    [communeAccidentSummaryForm, '2026-H1', '2026-07-04'],
    [communeAccidentSummaryForm, '2025', '2026-01-04'],
  ])('%o for %s: on %s at the latest, because the law says before the day after', (form, period, due) => {
    expect(form.due(readPeriod(period))?.due).toBe(due)
  })

  it('is on no day for a period before Decree 39/2016', () => {
    expect(accidentSummaryForm.due({ year: 2015, half: null })).toBeNull()
  })
})

describe('a period', () => {
  it.each(['2026', '2026-H1'])('is read and written alike: %s', (text) => {
    expect(periodText(readPeriod(text))).toBe(text)
  })

  it.each(['2026-H2', '26', '2026-1', ''])('is none: %s', (text) => {
    expect(() => readPeriod(text)).toThrow(RangeError)
  })
})

describe('the figures of Annex XII', () => {
  const figures = new Map(accidentSummaryFigures(sampleAccidentSummary).map((figure) => [figure.line, figure]))

  it('are every cell of every row, and the six of part II', () => {
    const rows = ['1', '1.1.1', '1.2.injury-factors-kb:fall-from-height', '1.3.71', '2', '3']
    expect(figures.size).toBe(rows.length * 11 + 6 + 1)
    for (const row of rows) expect(figures.has(`${row}.deaths`), row).toBe(true)
  })

  it('say where each stands in the body', () => {
    expect(figures.get('1.1.1.deaths')).toMatchObject({
      value: 1,
      pointer: '/accidentSummary/atWork/byCause/0/deaths',
    })
    expect(figures.get('II.compensation')?.pointer).toBe('/accidentSummary/losses/costs/compensation')
  })

  it('have a third row that is computed where it is left out, and a total of costs', () => {
    const { total: _row, ...rest } = sampleAccidentSummary
    const without = { ...rest, losses: { costs: { medical: 5, wages: 7 } } }
    const computed = new Map(accidentSummaryFigures(without).map(({ line, value }) => [line, value]))
    expect([computed.get('3.accidents'), computed.get('3.deaths'), computed.get('II.costs')]).toEqual([2, 1, 12])
  })
})

describe('the draft from declarations', () => {
  const [fall] = sampleAccidents as [DeclaredAccident]
  const wayHome: DeclaredAccident = {
    ...fall,
    id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a02',
    section: 2,
    row: { ...EMPTY_ROW, accidents: 1, victims: 1, women: 1 },
    occupations: [],
    compensation: 0,
    medical: 3_000,
    daysOff: 12,
  }

  it('counts accidents on the way in section 2 and in no breakdown', () => {
    const draft = draftAccidentSummary([fall, wayHome])
    expect(draft.commuting).toMatchObject({ accidents: 1, women: 1 })
    expect(draft.atWork?.byCause).toHaveLength(1)
    expect(draft.total).toMatchObject({ accidents: 2, deaths: 1 })
  })

  it('adds the losses of all of them', () => {
    const { losses } = draftAccidentSummary([fall, wayHome])
    expect(losses).toMatchObject({ daysOff: 12, costs: { total: 705_000, medical: 3_000, compensation: 702_000 } })
  })

  it('leaves out a breakdown for which the declaration has no code', () => {
    const draft = draftAccidentSummary([{ ...fall, cause: null, factor: null, occupations: [] }])
    expect([draft.atWork?.byCause, draft.atWork?.byFactor, draft.atWork?.byOccupation]).toEqual([[], [], []])
  })

  it('names the declarations behind a cell', () => {
    const { figures } = declaredAccidentFigures([fall, wayHome])
    expect(figures.get('3.accidents')?.declarations).toEqual([fall.id, wayHome.id])
    expect(figures.get('3.deaths')?.declarations).toEqual([fall.id])
    expect(figures.get('2.deaths')?.declarations).toEqual([])
  })
})

describe('differences', () => {
  it('are told for a cell that only one side has', () => {
    const declared = declaredAccidentFigures(sampleAccidents)
    const differences = differencesBetween([], declared)
    expect(differences).toContainEqual({
      line: '1.1.1.deaths',
      pointer: null,
      filed: 0,
      declared: 1,
      declarations: [sampleAccidents[0]?.id],
    })
  })

  it('are not looked for where declarations tell nothing', () => {
    const payroll = { line: 'payroll', value: 21_600, pointer: '/accidentSummary/payroll' }
    expect(differencesBetween([payroll], declaredAccidentFigures([]))).toEqual([])
  })
})
