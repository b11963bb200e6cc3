import { CsvError, parse } from 'csv-parse/sync'
import { builtInTables, readBuiltIn, tableName } from './built-in-tables.ts'
import type { Bilingual } from './code-list.ts'
import { ENTRY_COLUMNS } from './entry-columns.ts'
import { nearest } from './nearest.ts'
import type { SuppliedFault, SuppliedRow } from './table-row.ts'

export interface SuppliedTable {
  readonly rows: readonly SuppliedRow[]
  readonly faults: readonly SuppliedFault[]
}

interface Line {
  readonly cells: readonly string[]
  readonly line: number
}

type Place = Pick<SuppliedFault, 'line' | 'column'>

/** Of one file, which has the name of a built-in table: its rows, and those that are none, with the reason. */
export function readSuppliedTable(file: string, bytes: Uint8Array): SuppliedTable {
  const fault = (place: Place, vi: string, en: string): SuppliedFault => ({ file, ...place, reason: { vi, en } })
  const none = (...faults: SuppliedFault[]): SuppliedTable => ({ rows: [], faults })

  const text = decode(bytes)
  if (text === null) return none(fault(WHOLE, 'tệp không phải UTF-8.', 'the file is not UTF-8.'))
  const lines = linesOf(text)
  if ('line' in lines) {
    const vi = 'dấu ngoặc kép mở không đúng chỗ hoặc không đóng.'
    return none(fault(lines, vi, 'a quotation mark opens in the wrong place or is never closed.'))
  }
  const [header, ...others] = lines
  if (header === undefined) return none()
  const wrongColumns = faultsOfHeader(header.cells, columnsOf(tableName(file)))
  if (wrongColumns.length > 0) {
    return none(...wrongColumns.map(({ column, reason }) => ({ file, line: header.line, column, reason })))
  }

  const faults: SuppliedFault[] = []
  const rows = others.flatMap(({ cells, line }): SuppliedRow[] => {
    const read = readerOf(header.cells, cells)
    const source = read('source')
    const reason = cells.length !== header.cells.length ? otherNumber(cells, header.cells) : NO_SOURCE
    if (source !== null && reason === NO_SOURCE) {
      return [Object.assign(read, { supplied: { file, line, source }, columns: header.cells })]
    }
    faults.push({ file, line, column: reason === NO_SOURCE ? 'source' : null, reason })
    return []
  })
  return { rows, faults }
}

const WHOLE: Place = { line: null, column: null }

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The lines that say anything, or the place where the text stops being CSV. */
function linesOf(text: string): readonly Line[] | Place {
  try {
    const records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ cells: record, line: info.lines - breaksIn(record) }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { line: typeof error.lines === 'number' ? error.lines : null, column: null }
  }
}

/** The parser counts to the line on which a record ends. */
function breaksIn(record: readonly string[]): number {
  return record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
}

function readerOf(columns: readonly string[], cells: readonly string[]): (column: string) => string | null {
  const byColumn = new Map(columns.map((column, index) => [column, cells[index]?.trim()]))
  return (column) => byColumn.get(column) || null
}

/** Every row names its source; `verified` may be left out, as the office vouches for what it supplies. */
const ALWAYS_ALLOWED = ['source', 'verified']

/** The columns a supplied file may have: any of the built-in one, and for a code list whatever an entry can say. */
function columnsOf(table: string): readonly string[] {
  const folder = builtInTables().get(table) ?? 'reference'
  const [header = []]: string[][] = parse(readBuiltIn(folder, table), { to: 1 })
  const isCodeList = folder === 'reference' && header.includes('code')
  return [...new Set([...header, ...ALWAYS_ALLOWED, ...(isCodeList ? ENTRY_COLUMNS : [])])]
}

function faultsOfHeader(
  header: readonly string[],
  known: readonly string[],
): { readonly column: string | null; readonly reason: Bilingual }[] {
  if (header.length === 1 && header[0]?.includes(';')) return [{ column: null, reason: SEMICOLONS }]
  return header.flatMap((column, index) => {
    const reason = header.indexOf(column) === index ? unknownColumn(column, known) : TWICE
    return reason === null ? [] : [{ column, reason }]
  })
}

const SEMICOLONS: Bilingual = {
  vi: 'các cột ngăn bằng dấu chấm phẩy; hãy lưu tệp CSV với dấu phẩy.',
  en: 'the columns are parted by semicolons; save the CSV file with commas.',
}
const TWICE: Bilingual = { vi: 'cột này có hai lần.', en: 'this column stands twice.' }
const NO_SOURCE: Bilingual = {
  vi: 'thiếu nguồn: hãy ghi văn bản, điều hoặc phụ lục đã đọc.',
  en: 'the source is missing: name the text and the article or annex that was read.',
}

function unknownColumn(column: string, known: readonly string[]): Bilingual | null {
  if (known.includes(column)) return null
  const near = nearest(column, known)
  if (near === null) {
    const all = known.join(', ')
    return { vi: `bảng không có cột này; các cột: ${all}.`, en: `the table has no such column; its columns: ${all}.` }
  }
  return {
    vi: `bảng không có cột này; có phải "${near}"?`,
    en: `the table has no such column; did you mean "${near}"?`,
  }
}

function otherNumber({ length: cells }: readonly string[], { length: columns }: readonly string[]): Bilingual {
  return {
    vi: `có ${cells} ô nhưng dòng đầu có ${columns} cột; ô có dấu phẩy phải đặt trong ngoặc kép.`,
    en: `has ${cells} cells where the first line has ${columns}; put quotes round a cell with a comma.`,
  }
}
