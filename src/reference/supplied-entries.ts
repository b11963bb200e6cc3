import type { Bilingual } from './code-list.ts'
import { nearest } from './nearest.ts'
import { tellFault } from './supplied-data.ts'
import type { Row } from './table-row.ts'

interface EntryFault {
  readonly column: string
  readonly reason: Bilingual
}

type Check = (row: Row) => EntryFault | null

/** The lines of a code list without those of the office that cannot be entries; what is wrong with them is told. */
export function soundEntries(rows: readonly Row[], attributeColumns: readonly string[]): readonly Row[] {
  if (rows.every((row) => row.supplied === undefined)) return rows
  const builtIn = rows.filter((row) => row.supplied === undefined)
  const codes = new Set(rows.map((row) => row('code') ?? ''))
  const checks: readonly Check[] = [
    titleIsThere,
    selectableIsFlag,
    parentIsIn(codes),
    ...attributeColumns.flatMap((column) => likeBuiltIn(column, builtIn)),
  ]
  return rows.filter((row) => {
    if (row.supplied === undefined) return true
    const faults = checks.map((check) => check(row)).filter((fault) => fault !== null)
    const { file, line } = row.supplied
    tellFault(...faults.map((fault) => ({ file, line, ...fault })))
    return faults.length === 0
  })
}

function titleIsThere(row: Row): EntryFault | null {
  if (row('vi') ?? row('en')) return null
  return { column: 'vi', reason: { vi: 'thiếu tên của mã.', en: 'the name of the code is missing.' } }
}

function selectableIsFlag(row: Row): EntryFault | null {
  return isFlag(row('selectable') ?? 'yes') ? null : notFlag('selectable', row('selectable'))
}

function parentIsIn(codes: ReadonlySet<string>): Check {
  return (row) => {
    const parent = row('parent')
    if (parent === null || codes.has(parent)) return null
    const near = nearest(parent, [...codes])
    return {
      column: 'parent',
      reason: {
        vi: `danh mục không có mã "${parent}"${near === null ? '' : `; có phải "${near}"?`}.`,
        en: `the list has no code "${parent}"${near === null ? '' : `; did you mean "${near}"?`}.`,
      },
    }
  }
}

/** An attribute that is a number, or yes or no, in every line of the release is read as one by the rules. */
function likeBuiltIn(column: string, builtIn: readonly Row[]): readonly Check[] {
  const cells = builtIn.map((row) => row(column)).filter((cell) => cell !== null)
  if (cells.length === 0) return []
  if (cells.every(isFlag)) return [(row) => (isFlag(row(column) ?? 'yes') ? null : notFlag(column, row(column)))]
  if (cells.every(isNumber)) return [(row) => (isNumber(row(column) ?? '0') ? null : notNumber(column, row(column)))]
  return []
}

function isFlag(cell: string): boolean {
  return cell === 'yes' || cell === 'no'
}

function isNumber(cell: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(cell)
}

function notFlag(column: string, cell: string | null): EntryFault {
  return { column, reason: { vi: `"${cell}" phải là yes hoặc no.`, en: `"${cell}" must be yes or no.` } }
}

function notNumber(column: string, cell: string | null): EntryFault {
  return { column, reason: { vi: `"${cell}" phải là số, như 0.5.`, en: `"${cell}" must be a number, as 0.5.` } }
}
