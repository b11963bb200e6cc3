import { z } from 'zod'
import type { Bilingual } from '../reference/code-list.ts'
import { readDataFile } from '../reference/data-file.ts'
import { isLegalDate, type LegalDate } from '../reference/legal-date.ts'
import type { TableKey } from '../reference/merge-supplied.ts'
import { tellFault } from '../reference/supplied-data.ts'
import type { SuppliedLine } from '../reference/table-row.ts'

export const dateCell = z.string().transform(dateOrIssue)

/** An empty cell is null. */
export const optionalDateCell = z
  .string()
  .transform((text, context) => (text === '' ? null : dateOrIssue(text, context)))

/** An empty cell is null. */
export const optionalTextCell = z.string().transform((text) => (text === '' ? null : text))

export const booleanCell = z.enum(['true', 'false']).transform((text) => text === 'true')

/** A row as its schema reads it. */
export interface TableLine<T> {
  readonly row: T
  /** Where the office supplied it; undefined for rows of the release. */
  readonly supplied: SuppliedLine | undefined
}

/**
 * Reads a table of this folder's data with what the office supplied for it, first line = column names.
 * @throws when a row of the release does not fit its schema: a defect of ours, told at start.
 */
export function readTable<Row extends z.ZodType>(file: string, row: Row, key?: TableKey): z.output<Row>[] {
  return readTableLines(file, row, key).map((line) => line.row)
}

/** Like {@link readTable}, for tables that show which rows are the office's own. */
export function readTableLines<Row extends z.ZodType>(
  file: string,
  row: Row,
  key?: TableKey,
): TableLine<z.output<Row>>[] {
  const { columns, builtInColumns, rows } = readDataFile(file.replace(/\.csv$/, ''), 'law', key)
  // A source that the table has no column for is asked of the office all the same, and stays in its file.
  const shown = columns.filter((column) => builtInColumns.includes(column))
  return rows.flatMap((cell): TableLine<z.output<Row>>[] => {
    const cells = Object.fromEntries(shown.map((column) => [column, cell(column) ?? '']))
    if (cell.supplied === undefined) return [{ row: row.parse(cells), supplied: undefined }]
    const read = row.safeParse(cells, { reportInput: true })
    if (read.success) return [{ row: read.data, supplied: cell.supplied }]
    const { file: suppliedFile, line } = cell.supplied
    for (const issue of read.error.issues) {
      const column = issue.path.join('.') || null
      tellFault({ file: suppliedFile, line, column, reason: reasonOf(issue, column === null ? '' : cells[column]) })
    }
    return []
  })
}

function dateOrIssue(text: string, context: z.RefinementCtx): LegalDate {
  if (isLegalDate(text)) return text
  context.addIssue({ code: 'invalid_format', format: 'date', input: text })
  return z.NEVER
}

const VIETNAMESE = z.locales.vi().localeError
const ENGLISH = z.locales.en().localeError

/** What was written, and why it does not fit. */
function reasonOf(issue: z.core.$ZodIssue, cell = ''): Bilingual {
  const say = (words: typeof ENGLISH) => {
    const said = issue.code === 'custom' ? issue.message : words(issue as z.core.$ZodRawIssue)
    return typeof said === 'string' ? said : (said?.message ?? issue.message)
  }
  const written = (empty: string) => (cell === '' ? empty : `"${cell}"`)
  return { vi: `${written('ô trống')}: ${say(VIETNAMESE)}.`, en: `${written('empty')}: ${say(ENGLISH)}.` }
}
