import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** One line of a data file by column name. An absent column and an empty cell are both `null`. */
export type Row = (column: string) => string | null

/**
 * The lines of `src/reference/data/<name>.csv`. The path is the same from `src` and from `dist`.
 * @throws when the file is missing or a line has another number of cells than the header.
 */
export function readDataFile(name: string): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
  const text = readFileSync(new URL(`../../src/reference/data/${name}.csv`, import.meta.url), 'utf8')
  const [columns = [], ...lines] = parse(text)
  const indexOf = new Map(columns.map((column, index) => [column, index]))
  const rows = lines.map(
    (cells): Row =>
      (column) =>
        cells[indexOf.get(column) ?? -1] || null,
  )
  return { columns, rows }
}

/** @throws RangeError for a flag other than `yes` and `no`; an absent one is `yes`. */
export function flag(cell: string | null): boolean {
  if (cell === null || cell === 'yes') return true
  if (cell === 'no') return false
  throw new RangeError(`neither yes nor no: ${cell}`)
}
