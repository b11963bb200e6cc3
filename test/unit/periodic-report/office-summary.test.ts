import { describe, expect, it } from 'vitest'
import { differencesBetween } from '../../../src/periodic-report/figures.ts'
import { figuresHeld, filedAsHeld, officeSummaryFigures } from '../../../src/periodic-report/office-summary/figures.ts'
import { byRowNumber, readRowNumber } from '../../../src/periodic-report/office-summary/row-number.ts'
import { sampleHeld, sampleOfficeSummary } from '../../../src/periodic-report/office-summary/sample.ts'

describe('a row of part II', () => {
  it.each([
    ['1', { section: '1', list: null, code: null }],
    ['1.1.7', { section: '1.1', list: null, code: '7' }],
    ['1.2.injury-factors-kb:KB-01', { section: '1.2', list: 'injury-factors-kb', code: 'KB-01' }],
    ['1.3.71', { section: '1.3', list: null, code: '71' }],
    ['3', { section: '3', list: null, code: null }],
  ])('is read from %s', (text, row) => {
    expect(readRowNumber(text)).toEqual(row)
  })

  it.each(['', '4', '1.1', '1.2', '1.1.', '1.2.KB-01', '1.3.injury-factors-kb:KB-01', '1.4.2', '11'])(
    'is none from "%s"',
    (text) => {
      expect(readRowNumber(text)).toBeNull()
    },
  )

  it('stands in the order of the form, whatever its code', () => {
    const rows = ['3', '1.3.71', '2', '1.1.7', '1.1.10', '1', '1.2.injury-factors-kb:KB-01']
    expect(rows.toSorted(byRowNumber)).toEqual([
      '1',
      '1.1.10',
      '1.1.7',
      '1.2.injury-factors-kb:KB-01',
      '1.3.71',
      '2',
      '3',
    ])
  })
})

describe('the summary as an office holds it', () => {
  const { partI = [], partII = [] } = sampleOfficeSummary

  it('has establishments that state no type in a row without code, apart from the total', () => {
    const { partI } = filedAsHeld({
      ...sampleHeld,
      establishments: [...sampleHeld.establishments, { ownership: null, establishments: 4, workers: null }],
    })
    expect(partI?.map(({ code, establishments }) => [code, establishments])).toEqual([
      [null, 6],
      ['3', 2],
      [undefined, 4],
    ])
  })

  it('differs in nothing from itself', () => {
    expect(differencesBetween(officeSummaryFigures(sampleOfficeSummary), figuresHeld(sampleOfficeSummary))).toEqual([])
  })

  it('does not tell of losses by cause, which establishments do not report', () => {
    const changed = (row: string) => ({
      partI,
      partII: partII.map((filed) => (filed.row === row ? { ...filed, daysOff: 5 } : filed)),
    })
    const linesOf = (row: string) =>
      differencesBetween(officeSummaryFigures(changed(row)), figuresHeld(sampleOfficeSummary)).map(({ line }) => line)
    expect([linesOf('1.1.1'), linesOf('3')]).toEqual([[], ['II.3.daysOff']])
  })
})
