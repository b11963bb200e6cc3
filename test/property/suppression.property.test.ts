import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suppressTable, type TableCell, type TableWithMargins } from '../../src/statistics/published/margins.ts'
import { type Equation, solve } from '../support/whole-number-solver.ts'

const THRESHOLD = 5
const DIMENSIONS = ['r', 'c']
const MEASURES = ['accidents', 'deaths']

interface Counted {
  readonly keys: Readonly<Record<string, string>>
  readonly counts: Readonly<Record<string, number>>
}

/** Many small and zero counts, some large; deaths never exceed accidents. */
const counts = fc
  .tuple(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 14 })), fc.nat({ max: 14 }))
  .map(([accidents, share]) => ({ accidents, deaths: Math.floor((accidents * share) / 14) }))

const oneWay = fc
  .array(counts, { minLength: 1, maxLength: 7 })
  .map((cells): Counted[] => cells.map((of, index) => ({ keys: { r: `${index}` }, counts: of })))

const twoWay = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) =>
  fc.array(counts, { minLength: rows * columns, maxLength: rows * columns }).map((cells): Counted[] =>
    cells.map((of, index) => ({
      keys: { r: `${Math.floor(index / columns)}`, c: `${index % columns}` },
      counts: of,
    })),
  ),
)

/** What a reader has: numbers with their places, and how they add up. Numbers that are hidden are unknowns. */
function puzzle(table: TableWithMargins, measure: string, by: readonly string[]) {
  const all = [...table.rows, ...table.margins, table.total]
  const unknowns = all.filter(({ counts }) => counts === null)
  const numberOf = (cell: TableCell) => unknowns.indexOf(cell)
  const sums = [
    { whole: table.total, parts: table.rows },
    ...table.margins.map((whole) => ({ whole, parts: table.rows.filter((cell) => within(cell, whole)) })),
    ...(by.length < 2
      ? []
      : by.map((name) => ({ whole: table.total, parts: table.margins.filter(({ keys }) => name in keys) }))),
  ]
  const equations = sums.map(({ whole, parts }): Equation => {
    const signed = [...parts.map((cell) => [cell, 1] as const), [whole, -1] as const]
    const known = signed.reduce((sum, [cell, sign]) => sum + sign * (cell.counts?.[measure] ?? 0), 0)
    const terms = signed.flatMap(([cell, sign]) => (cell.counts === null ? [[numberOf(cell), sign] as const] : []))
    return { terms, result: -known }
  })
  return { unknowns, equations }
}

function within(cell: TableCell, whole: TableCell): boolean {
  return Object.entries(whole.keys).every(([name, code]) => cell.keys[name] === code)
}

/** Hidden cells of which a reader can tell a count. */
function exposed(table: TableWithMargins, by: readonly string[], truth: readonly Counted[]): string[] {
  return MEASURES.flatMap((measure) => {
    const total = table.total.counts?.[measure] ?? null
    if (total === 0) return []
    const { unknowns, equations } = puzzle(table, measure, by)
    const most = total ?? 40
    const ranges = unknowns.map(() => ({ least: 0, most }))
    return unknowns.flatMap((cell, index) => {
      const actual = truth
        .filter((row) => within({ ...row }, cell))
        .reduce((sum, row) => sum + (row.counts[measure] ?? 0), 0)
      const below = { least: 0, most: actual - 1 }
      const above = { least: actual + 1, most }
      const other = [below, above].some(
        (range) => range.least <= range.most && solve(equations, ranges.with(index, range)) !== null,
      )
      return other ? [] : [`${JSON.stringify(cell.keys)} ${measure}=${actual}`]
    })
  })
}

const isSmall = ({ counts }: Counted) => Object.values(counts).some((count) => count > 0 && count < THRESHOLD)
const show = (rows: readonly Counted[], by: readonly string[]) => suppressTable(by, MEASURES, rows)

describe.each([
  ['one dimension', oneWay, ['r']],
  ['two dimensions', twoWay, DIMENSIONS],
] as const)('a published table of %s', (_name, tables, by) => {
  it('hides no count that follows from what is shown', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        expect(exposed(show(rows, by), by, rows)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('hides no count that follows from what is shown where everybody knows which cells are empty', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const withEvents = rows.filter((row) => (row.counts.accidents ?? 0) > 0)
        const listed = Object.fromEntries(by.map((name) => [name, rows.map(({ keys }) => keys[name] ?? '')]))
        const table = suppressTable(by, MEASURES, withEvents, listed, 'known')
        const empty = table.rows.filter((cell) => !withEvents.some((row) => within(row, cell)))
        expect(empty.filter(({ counts }) => counts === null)).toEqual([])
        expect(exposed(table, by, rows)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('shows no small count, and every shown count is true', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const table = show(rows, by)
        for (const { keys, counts } of [...table.rows, ...table.margins, table.total]) {
          if (counts === null) continue
          expect(isSmall({ keys, counts })).toBe(false)
          for (const measure of MEASURES) {
            const parts = rows.filter((row) => within(row, { keys, counts }))
            expect(counts[measure]).toBe(parts.reduce((sum, row) => sum + (row.counts[measure] ?? 0), 0))
          }
        }
      }),
    )
  })

  it('hides nothing where nothing is small', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const table = show(
          rows.map(({ keys, counts: { accidents = 0, deaths = 0 } }) => ({
            keys,
            counts: { accidents: accidents * THRESHOLD, deaths: deaths * THRESHOLD },
          })),
          by,
        )
        expect([...table.rows, ...table.margins, table.total].filter(({ counts }) => counts === null)).toEqual([])
      }),
    )
  })
})

describe('the solver of these tests', () => {
  it('finds what hiding small counts alone would leave open', () => {
    const rows: Counted[] = [3, 20, 30].map((accidents, r) => ({
      keys: { r: `${r}` },
      counts: { accidents, deaths: 0 },
    }))
    const cells = rows.map((row) => ({ keys: row.keys, counts: isSmall(row) ? null : row.counts }))
    const table = { rows: cells, margins: [], total: { keys: {}, counts: { accidents: 53, deaths: 0 } } }
    expect(exposed(table, ['r'], rows)).toEqual(['{"r":"0"} accidents=3'])
  })
})
