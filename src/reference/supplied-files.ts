import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { builtInTables, tableName } from './built-in-tables.ts'
import { nearest } from './nearest.ts'
import { readSuppliedTable } from './supplied-table.ts'
import type { SuppliedFault, SuppliedRow } from './table-row.ts'

export interface SupplyReport {
  readonly directory: string
  readonly files: readonly { readonly name: string; readonly rows: number }[]
  /** Over the names and bytes of the files; null when there are none. */
  readonly hash: string | null
  readonly faults: readonly SuppliedFault[]
}

export interface Supply extends SupplyReport {
  readonly byTable: ReadonlyMap<string, readonly SuppliedRow[]>
}

/** The tables of a directory, and what is wrong with its files; changes nothing. */
export function readSupply(directory: string): Supply {
  const names = filesOf(directory)
  if (names === null) return { ...NOTHING, directory, faults: [unreadable(directory)] }
  const hash = createHash('sha256')
  const files = names.map((name) => {
    const bytes = readFileSync(join(directory, name))
    hash.update(`${name}\0${bytes.length}\0`).update(bytes)
    const unknown = faultOfName(name)
    return { name, ...(unknown === null ? readSuppliedTable(name, bytes) : { rows: [], faults: [unknown] }) }
  })
  return {
    directory,
    files: files.map(({ name, rows }) => ({ name, rows: rows.length })),
    byTable: new Map(files.filter(({ rows }) => rows.length > 0).map(({ name, rows }) => [tableName(name), rows])),
    hash: files.length === 0 ? null : hash.digest('hex'),
    faults: files.flatMap(({ faults }) => faults),
  }
}

const NOTHING: Omit<Supply, 'directory' | 'faults'> = { files: [], byTable: new Map(), hash: null }

/**
 * Sorted, so that the hash does not depend on the file system; null for a directory that cannot be read. Hidden files
 * and `*.md` are nobody's tables.
 */
function filesOf(directory: string): readonly string[] | null {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => relative(directory, join(parentPath, name)).replaceAll('\\', '/'))
      .filter((file) => !/(^|\/)\./.test(file) && !file.endsWith('.md'))
      .sort()
  } catch {
    return null
  }
}

function unreadable(directory: string): SuppliedFault {
  const reason = { vi: 'không đọc được thư mục này.', en: 'this directory cannot be read.' }
  return { file: directory, line: null, column: null, reason }
}

/** Any other file may be a table with a slip in its name, which would change nothing without a word. */
function faultOfName(file: string): SuppliedFault | null {
  const known = [...builtInTables().keys()].map((table) => `${table}.csv`)
  if (known.includes(file)) return null
  const near = nearest(file, known)
  const reason = {
    vi: `không có bảng nào tên như vậy${near === null ? '' : `; có phải "${near}"?`}.`,
    en: `there is no table of this name${near === null ? '' : `; did you mean "${near}"?`}.`,
  }
  return { file, line: null, column: null, reason }
}
