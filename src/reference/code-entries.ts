import type { CodeEntry } from './code-list.ts'
import { flag, type Row, readDataFile } from './data-file.ts'
import { ENTRY_COLUMNS } from './entry-columns.ts'
import { type LegalDate, legalDate } from './legal-date.ts'
import { soundEntries } from './supplied-entries.ts'

const COMMON: ReadonlySet<string> = new Set(ENTRY_COLUMNS)
const NO_ATTRIBUTES = Object.freeze({})

/**
 * The entries of a code list kept in `data/<file>.csv`, in file order. A column that is not part of every entry
 * becomes an attribute of its name. A line without a source of its own has the list's.
 * @throws when a line of the release has no code or title, or a malformed date or flag.
 */
export function readCodeEntries(file: string, listSource: string): readonly CodeEntry[] {
  const { columns, rows } = readDataFile(file)
  const attributeColumns = columns.filter((column) => !COMMON.has(column))
  const dateOrNull = dateReader()
  return soundEntries(rows, attributeColumns).map((row) => {
    const code = row('code')
    const title = row('vi') ?? row('en')
    if (code === null || title === null) throw new RangeError(`${file}.csv: a line without code or title`)
    return {
      code,
      parent: row('parent'),
      level: row('level'),
      vi: title,
      en: row('en'),
      validFrom: dateOrNull(row('valid-from')),
      validTo: dateOrNull(row('valid-to')),
      verified: flag(row('verified')),
      source: row('source') ?? listSource,
      supplied: row.supplied !== undefined,
      selectable: flag(row('selectable')),
      attributes: attributeColumns.length === 0 ? NO_ATTRIBUTES : attributesOf(row, attributeColumns),
    }
  })
}

/** A file repeats a handful of dates thousands of times, and checking one against the calendar is slow. */
function dateReader(): (cell: string | null) => LegalDate | null {
  const read = new Map<string, LegalDate>()
  return (cell) => {
    if (cell === null) return null
    const date = read.get(cell) ?? legalDate(cell)
    read.set(cell, date)
    return date
  }
}

function attributesOf(row: Row, columns: readonly string[]): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {}
  for (const column of columns) {
    const cell = row(column)
    if (cell !== null) attributes[column] = cell
  }
  return attributes
}
