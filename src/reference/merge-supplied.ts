import { groupBy } from './group-by.ts'
import { isLegalDate } from './legal-date.ts'
import { nearest } from './nearest.ts'
import type { Row, SuppliedFault, SuppliedRow } from './table-row.ts'

/** What tells the rows of a table apart. */
export interface TableKey {
  /** Columns that name what a row is about. */
  readonly subject: readonly string[]
  /** Column of the first day, where one subject has several versions; null where a row stands for its subject alone. */
  readonly from: string | null
  readonly to: string | null
  /** True: what is not in the release would be asked for by nobody, so a new subject is a slip. */
  readonly closed?: true
}

export interface Merged {
  readonly rows: readonly Row[]
  readonly added: number
  readonly replaced: number
  readonly faults: readonly SuppliedFault[]
}

/**
 * The rows of a table with those the office supplied: one with the key of a built-in row takes its place, another
 * follows the earlier versions of its subject. A new version closes none before it: two versions that share a day
 * are a fault, because which one holds on that day would be anyone's guess.
 */
export function mergeSupplied(builtIn: readonly Row[], supplied: readonly SuppliedRow[], key: TableKey): Merged {
  const faults: SuppliedFault[] = []
  const byKey = new Map<string, SuppliedRow>()
  const known = key.closed ? new Set(builtIn.map((row) => subjectOf(row, key))) : null
  for (const row of supplied) {
    const fault = faultOfKey(row, key, known) ?? faultOfDuplicate(row, byKey.get(keyOf(row, key)))
    if (fault === null) byKey.set(keyOf(row, key), row)
    else faults.push(fault)
  }
  const replaced = new Set(builtIn.map((row) => keyOf(row, key)).filter((text) => byKey.has(text)))
  const rows = builtIn.map((row) => byKey.get(keyOf(row, key)) ?? row)
  for (const [text, row] of byKey) if (!replaced.has(text)) insert(rows, row, key)
  const overlaps = faultsOfOverlap(rows, key)
  const left = new Set(overlaps.map(({ row }) => row))
  return {
    rows: rows.filter((row) => !left.has(row)),
    added: byKey.size - replaced.size,
    replaced: replaced.size,
    faults: [...faults, ...overlaps.map(({ fault }) => fault)],
  }
}

function subjectOf(row: Row, { subject }: TableKey): string {
  return subject.map((column) => row(column) ?? '').join('\0')
}

function keyOf(row: Row, key: TableKey): string {
  return key.from === null ? subjectOf(row, key) : `${subjectOf(row, key)}\0${row(key.from) ?? ''}`
}

function startOf(row: Row, { from }: TableKey): string {
  return (from && row(from)) ?? '0000-01-01'
}

function endOf(row: Row, { to }: TableKey): string {
  return (to && row(to)) ?? '9999-12-31'
}

/** After the versions of the same subject that begin earlier, else before the later ones, else last. */
function insert(rows: Row[], row: Row, key: TableKey): void {
  const subject = subjectOf(row, key)
  const same = (other: Row) => subjectOf(other, key) === subject
  const earlier = rows.findLastIndex((other) => same(other) && startOf(other, key) <= startOf(row, key))
  const later = rows.findIndex(same)
  rows.splice(earlier >= 0 ? earlier + 1 : later >= 0 ? later : rows.length, 0, row)
}

function faultOfKey(row: SuppliedRow, key: TableKey, known: ReadonlySet<string> | null): SuppliedFault | null {
  const missing = key.subject.find((column) => row(column) === null)
  if (missing !== undefined) return fault(row, missing, 'ô này không được để trống.', 'this cell must not be empty.')
  if (known !== null && !known.has(subjectOf(row, key))) return faultOfSubject(row, key, known)
  for (const column of [key.from, key.to]) {
    const text = column && row(column)
    if (column && text && !isLegalDate(text)) {
      return fault(row, column, `"${text}" không phải ngày (cần 2026-07-01).`, `"${text}" is no date (as 2026-07-01).`)
    }
  }
  if (startOf(row, key) <= endOf(row, key)) return null
  return fault(row, key.to, 'ngày cuối trước ngày đầu.', 'the last day is before the first.')
}

function faultOfSubject(row: SuppliedRow, { subject }: TableKey, known: ReadonlySet<string>): SuppliedFault {
  const name = subject.map((column) => row(column)).join(' ')
  const near = nearest(name, [...known])
  const vi = `bảng không có "${name}"${near === null ? '' : `; có phải "${near}"?`}.`
  const en = `the table has no "${name}"${near === null ? '' : `; did you mean "${near}"?`}.`
  return fault(row, subject[0] ?? null, vi, en)
}

function faultOfDuplicate(row: SuppliedRow, earlier: SuppliedRow | undefined): SuppliedFault | null {
  if (earlier === undefined) return null
  const { file, line } = earlier.supplied
  return fault(row, null, `trùng khóa với ${file}, dòng ${line}.`, `has the same key as ${file}, line ${line}.`)
}

/** Overlaps of built-in rows among themselves are not the office's fault, and are found by the tests of the release. */
function faultsOfOverlap(rows: readonly Row[], key: TableKey): { row: Row; fault: SuppliedFault }[] {
  if (key.from === null) return []
  const bySubject = groupBy(rows, (row) => subjectOf(row, key))
  const supplied = rows.filter((row): row is SuppliedRow => row.supplied !== undefined)
  return supplied.flatMap((row) => {
    const others = bySubject.get(subjectOf(row, key)) ?? []
    const other = others.find(
      (one) => one !== row && startOf(one, key) <= endOf(row, key) && startOf(row, key) <= endOf(one, key),
    )
    if (other === undefined) return []
    const days = `${(key.from && other(key.from)) ?? '…'} – ${(key.to && other(key.to)) ?? '…'}`
    const vi = `trùng thời gian với phiên bản ${days} của cùng mã; hãy đóng phiên bản ấy bằng một dòng có ngày cuối.`
    const en = `overlaps the version ${days} of the same code; close that version by a row that has its last day.`
    return [{ row, fault: fault(row, key.from, vi, en) }]
  })
}

function fault(row: SuppliedRow, column: string | null, vi: string, en: string): SuppliedFault {
  const { file, line } = row.supplied
  return { file, line, column, reason: { vi, en } }
}
