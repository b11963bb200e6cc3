import type { Bilingual } from './code-list.ts'

/** Where a row of the office's own data stands. */
export interface SuppliedLine {
  /** Below the directory, `exposure-limits/dust.csv`. */
  readonly file: string
  readonly line: number
  /** What the office names as the source of the row. */
  readonly source: string
}

/** One line of a table by column name. An absent column and an empty cell are both `null`. */
export interface Row {
  (column: string): string | null
  /** Where the office supplied it; absent on rows of the release. */
  readonly supplied?: SuppliedLine
}

export interface SuppliedRow extends Row {
  readonly supplied: SuppliedLine
  readonly columns: readonly string[]
}

/** What is wrong with data the office supplied, and where. */
export interface SuppliedFault {
  readonly file: string
  /** Null where the whole file is meant. */
  readonly line: number | null
  readonly column: string | null
  readonly reason: Bilingual
}

/** A fault as a sentence: file, line, column, reason. */
export function describeFault({ file, line, column, reason }: SuppliedFault): Bilingual {
  const sentence = (lineWord: string, columnWord: string, text: string) => {
    const place = [file, line && `${lineWord} ${line}`, column && `${columnWord} "${column}"`]
    return `${place.filter(Boolean).join(', ')}: ${text}`
  }
  return { vi: sentence('dòng', 'cột', reason.vi), en: sentence('line', 'column', reason.en) }
}
