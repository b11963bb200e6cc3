import { parse } from 'csv-parse/sync'
import { type Folder, readBuiltIn } from './built-in-tables.ts'
import { mergeSupplied, type TableKey } from './merge-supplied.ts'
import { suppliedRows, tellFault, tellMerged } from './supplied-data.ts'
import type { Row, SuppliedRow } from './table-row.ts'

export type { Row } from './table-row.ts'

export interface DataTable {
  /** Those of the release, and what supplied files add. */
  readonly columns: readonly string[]
  readonly builtInColumns: readonly string[]
  readonly rows: readonly Row[]
}

/**
 * The lines of a table of the release, with those the office supplied for it. `key` names the columns by which a
 * supplied row takes the place of a built-in one; left out, it is the first of `code`, `id`, `name`, `date`, with the
 * first day where the table has one.
 * @throws when the table is missing or a line has another number of cells than the header.
 */
export function readDataFile(name: string, folder: Folder = 'reference', key?: TableKey): DataTable {
  const [columns = [], ...lines]: string[][] = parse(readBuiltIn(folder, name))
  const indexOf = new Map(columns.map((column, index) => [column, index]))
  const builtIn = lines.map(
    (cells): Row =>
      (column) =>
        cells[indexOf.get(column) ?? -1] || null,
  )
  const supplied = suppliedRows(name)
  if (supplied.length === 0) return { columns, builtInColumns: columns, rows: builtIn }
  const vouched = supplied.map((row) => withVerified(row, wordForYes(builtIn)))
  const allColumns = [...new Set([...columns, ...supplied.flatMap((row) => row.columns)])]
  const { rows, faults, ...counts } = mergeSupplied(builtIn, vouched, key ?? usualKey(allColumns))
  tellFault(...faults)
  tellMerged(name, counts)
  return { columns: allColumns, builtInColumns: columns, rows }
}

/** @throws RangeError for a flag other than `yes` and `no`; an absent one is `yes`. */
export function flag(cell: string | null): boolean {
  if (cell === null || cell === 'yes') return true
  if (cell === 'no') return false
  throw new RangeError(`neither yes nor no: ${cell}`)
}

/** The office vouches for what it supplies. */
function withVerified(row: SuppliedRow, yes: string): SuppliedRow {
  const cell = (column: string) => (column === 'verified' ? yes : row(column))
  return Object.assign(cell, { supplied: row.supplied, columns: row.columns })
}

/** Tables of law write `true`, code lists `yes`. */
function wordForYes(rows: readonly Row[]): string {
  return rows.some((row) => ['true', 'false'].includes(row('verified') ?? '')) ? 'true' : 'yes'
}

function usualKey(columns: readonly string[]): TableKey {
  const subject = ['code', 'id', 'name', 'date'].find((column) => columns.includes(column))
  if (subject === undefined) throw new RangeError(`no column of ${columns.join(', ')} names what a row is about`)
  return {
    subject: [subject],
    from: present(columns, 'valid-from', 'valid_from'),
    to: present(columns, 'valid-to', 'valid_to'),
  }
}

function present(columns: readonly string[], ...names: readonly string[]): string | null {
  return names.find((name) => columns.includes(name)) ?? null
}
