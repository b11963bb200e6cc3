import { describe, expect, it } from 'vitest'
import { type PublishedTable, publishedTables } from '../../../src/statistics/published/declared-tables.ts'
import { suppressTable } from '../../../src/statistics/published/margins.ts'
import { readPeriod } from '../../../src/statistics/published/period.ts'

describe('the published tables', () => {
  it('show each dimension in one table alone, so that none tells what another hides', () => {
    const shown = publishedTables.flatMap(({ cube, by }) => by.map((name) => `${cube.id} ${name}`))
    expect(new Set(shown).size).toBe(shown.length)
  })

  it.each(publishedTables.map((table) => [table.id, table] as const))('%s counts what rows add up to', (_id, table) => {
    const { cube, by, measures }: PublishedTable = table
    expect(by.length === 1 || by.length === 2).toBe(true)
    expect(by.map((name) => cube.dimensions[name]?.multiValued)).not.toContain(true)
    const underDetail = by.some((name) => cube.dimensions[name]?.grain === 'detail')
    for (const name of measures) {
      const measure = cube.measures[name]
      expect(measure).toBeDefined()
      expect(measure?.base.distinct).toBeUndefined()
      if (cube.confidential) expect(cube.confidential.measures).toContain(name)
      if (underDetail) expect(measure?.detail).toBeTypeOf('object')
    }
  })

  it('stand under dimensions of which none contains another', () => {
    const contained = [
      ['industry', 'industrySection'],
      ['district', 'province'],
      ['commune', 'province'],
      ['month', 'quarter'],
    ]
    const shown = new Set(publishedTables.flatMap(({ by }) => by))
    expect(contained.filter((pair) => pair.every((name) => shown.has(name)))).toEqual([])
  })
})

describe('a period', () => {
  it.each([
    ['2025', 'year', '2025-01-01', '2025-12-31', '2026-01-25'],
    ['2025-H1', 'half', '2025-01-01', '2025-06-30', '2025-07-15'],
    ['2025-H2', 'half', '2025-07-01', '2025-12-31', '2026-01-25'],
  ])('%s is a %s from %s to %s that closes on %s', (id, kind, from, to, closesOn) => {
    expect(readPeriod(id)).toEqual({ id, kind, from, to, closesOn })
  })

  it.each(['2025-H3', '25', '2025-Q1', ''])('is not "%s"', (text) => {
    expect(readPeriod(text)).toBeNull()
  })
})

describe('suppression', () => {
  const oneWay = (counts: readonly number[]) =>
    suppressTable(
      ['p'],
      ['n'],
      counts.map((n, index) => ({ keys: { p: String(index) }, counts: { n } })),
    )
  const shown = (counts: readonly number[]) => oneWay(counts).rows.map((cell) => cell.counts?.n ?? null)

  it('shows a table without small counts as it is', () => {
    expect(shown([5, 20, 0, 7])).toEqual([5, 20, 0, 7])
  })

  it('hides a second cell where one alone would follow from the total, the one that is missed least', () => {
    expect(shown([3, 50, 9])).toEqual([null, 50, null])
    expect(oneWay([3, 50, 9]).total.counts).toEqual({ n: 62 })
  })

  it('is content with two that hide each other', () => {
    expect(shown([3, 4, 50])).toEqual([null, null, 50])
  })

  it('hides everything of a table whose total is small itself', () => {
    expect(oneWay([1, 2])).toMatchObject({ rows: [{ counts: null }, { counts: null }], total: { counts: null } })
  })

  it('hides a cell as a whole, when one of its counts is small', () => {
    const rows = [
      { keys: { p: 'a' }, counts: { accidents: 40, deaths: 2 } },
      { keys: { p: 'b' }, counts: { accidents: 60, deaths: 9 } },
      { keys: { p: 'c' }, counts: { accidents: 90, deaths: 30 } },
    ]
    const table = suppressTable(['p'], ['accidents', 'deaths'], rows)
    expect(table.rows.map(({ counts }) => counts)).toEqual([null, null, { accidents: 90, deaths: 30 }])
  })

  it('hides a rectangle of a table of two dimensions, and shows the margins', () => {
    const grid = [
      [2, 20, 30],
      [20, 40, 50],
      [30, 50, 60],
    ]
    const rows = grid.flatMap((line, r) => line.map((n, c) => ({ keys: { r: `${r}`, c: `${c}` }, counts: { n } })))
    const table = suppressTable(['r', 'c'], ['n'], rows)
    const hidden = table.rows.filter(({ counts }) => counts === null).map(({ keys }) => `${keys.r}${keys.c}`)
    expect(hidden).toEqual(['00', '01', '10', '11'])
    expect(table.margins.every(({ counts }) => counts !== null)).toBe(true)
  })

  it('hides a margin that is small itself', () => {
    const rows = [
      { keys: { r: 'a', c: 'x' }, counts: { n: 2 } },
      { keys: { r: 'b', c: 'x' }, counts: { n: 30 } },
      { keys: { r: 'b', c: 'y' }, counts: { n: 40 } },
      { keys: { r: 'c', c: 'y' }, counts: { n: 50 } },
    ]
    const { margins } = suppressTable(['r', 'c'], ['n'], rows)
    expect(margins.find(({ keys }) => keys.r === 'a')?.counts).toBeNull()
  })

  it('takes a cell without events to hide another only when there is none better', () => {
    expect(shown([3, 0, 9, 50])).toEqual([null, 0, null, 50])
    expect(shown([3, 0, 90])).toEqual([null, null, 90])
  })

  it('shows codes without events, so that a hidden cell may be one', () => {
    const rows = [{ keys: { p: 'a' }, counts: { n: 9 } }]
    expect(suppressTable(['p'], ['n'], rows, { p: ['b'] }).rows.map(({ counts }) => counts)).toEqual([
      { n: 9 },
      { n: 0 },
    ])
  })

  it('shows combinations without events as cells like others', () => {
    const rows = [
      { keys: { r: 'a', c: 'x' }, counts: { n: 10 } },
      { keys: { r: 'b', c: 'y' }, counts: { n: 10 } },
    ]
    expect(suppressTable(['r', 'c'], ['n'], rows).rows.map(({ counts }) => counts?.n)).toEqual([10, 0, 0, 10])
  })
})
