import { type Cell, cellsToHide } from './suppression.ts'

/** Codes by dimension: of all dimensions for an inner cell, of one for a margin, of none for the grand total. */
export type Keys = Readonly<Record<string, string>>

export interface TableCell {
  readonly keys: Keys
  /** Null where it is suppressed. */
  readonly counts: Readonly<Record<string, number>> | null
}

export interface TableWithMargins {
  readonly rows: readonly TableCell[]
  readonly margins: readonly TableCell[]
  readonly total: TableCell
}

interface Counted {
  readonly keys: Keys
  readonly counts: Readonly<Record<string, number>>
}

/**
 * The full grid of one or two dimensions with its margins, suppressed. `listed` are the codes that stand in the table
 * in any case: whether a hidden cell is empty must not show from its absence. `empty` says who
 * could know that nothing was counted in a cell: nobody, or everybody, so that such a cell hides no other.
 */
export function suppressTable(
  by: readonly string[],
  measures: readonly string[],
  rows: readonly Counted[],
  listed: Readonly<Record<string, readonly string[]>> = {},
  empty: 'unknown' | 'known' = 'unknown',
): TableWithMargins {
  const codes = by.map((name) =>
    [...new Set([...(listed[name] ?? []), ...rows.map(({ keys }) => keys[name] ?? '')])].sort(),
  )
  const sumWhere = (keys: Keys): Counted => ({
    keys,
    counts: Object.fromEntries(measures.map((measure) => [measure, sum(rows, keys, measure)])),
  })
  const inner = combinations(by, codes).map(sumWhere)
  const margins =
    by.length < 2 ? [] : by.flatMap((name, i) => (codes[i] ?? []).map((code) => sumWhere({ [name]: code })))
  const total = sumWhere({})
  const asArc = ({ keys, counts }: Counted): Cell => ({
    id: idOf(keys),
    ...arcOf(by, keys),
    counts: measures.map((measure) => counts[measure] ?? 0),
  })
  const open = [...inner, ...margins].filter(({ keys }) => empty === 'unknown' || rows.some(isWithin(keys)))
  const hidden = cellsToHide(open.map(asArc), asArc(total))
  const show = ({ keys, counts }: Counted): TableCell => ({ keys, counts: hidden.has(idOf(keys)) ? null : counts })
  return { rows: inner.map(show), margins: margins.map(show), total: show(total) }
}

function sum(rows: readonly Counted[], keys: Keys, measure: string): number {
  return rows.filter(isWithin(keys)).reduce((all, { counts }) => all + (counts[measure] ?? 0), 0)
}

function isWithin(keys: Keys): (row: Counted) => boolean {
  return (row) => Object.entries(keys).every(([name, code]) => row.keys[name] === code)
}

function combinations(by: readonly string[], codes: readonly (readonly string[])[]): Keys[] {
  return by.reduce<Keys[]>(
    (all, name, i) => all.flatMap((keys) => (codes[i] ?? []).map((code) => ({ ...keys, [name]: code }))),
    [{}],
  )
}

const SOURCE = 'source'
const SINK = 'sink'

/**
 * The total flows to the rows, from a row through its cells to the columns, and from them back. The margin of a row
 * is the arc into it, that of a column the arc out of it; in one dimension cells lead straight from source to sink.
 */
function arcOf([first = '', second = '']: readonly string[], keys: Keys): { from: string; to: string } {
  const row = keys[first]
  const column = keys[second]
  if (row === undefined && column === undefined) return { from: SINK, to: SOURCE }
  if (second === '') return { from: SOURCE, to: SINK }
  return {
    from: row === undefined ? `column ${column}` : column === undefined ? SOURCE : `row ${row}`,
    to: column === undefined ? `row ${row}` : row === undefined ? SINK : `column ${column}`,
  }
}

function idOf(keys: Keys): string {
  return JSON.stringify(keys)
}
