import { readSupply, type Supply, type SupplyReport } from './supplied-files.ts'
import type { SuppliedFault, SuppliedRow } from './table-row.ts'

/** How many rows a table took from the office's own data. */
export interface MergedRows {
  readonly added: number
  readonly replaced: number
}

let current: Supply | null = null
let faultsOfRows: SuppliedFault[] = []
const merged = new Map<string, MergedRows>()
const read = new Set<string>()

/**
 * Takes the tables of a directory for the rest of the process: rows with the key of a built-in row stand for it,
 * others are added, each counts as verified. To be called once, before anything reads a table. Tells what is wrong
 * with the files themselves; what is wrong with their rows shows when the tables are read ({@link suppliedFaults}).
 * @throws Error when one of the tables was read before: a defect of ours.
 */
export function supplyFrom(directory: string): SupplyReport {
  const supply = readSupply(directory)
  const late = [...supply.byTable.keys()].find((table) => read.has(table))
  if (late !== undefined) throw new Error(`${late} was read before the data of ${directory} were known`)
  current = supply
  return supply
}

/** The rows supplied for a table; empty when there are none. Whoever asks must check and merge them. */
export function suppliedRows(table: string): readonly SuppliedRow[] {
  read.add(table)
  return current?.byTable.get(table) ?? []
}

/** Identifies exactly the data that were supplied; null when none were. */
export function suppliedHash(): string | null {
  return current?.hash ?? null
}

/** The files that were supplied, with their hash; null when none were. */
export function suppliedFiles(): { readonly hash: string; readonly files: SupplyReport['files'] } | null {
  if (current === null || current.hash === null) return null
  return { hash: current.hash, files: current.files }
}

/** What is wrong with the supplied files and with the rows of the tables read so far, by file and line. */
export function suppliedFaults(): readonly SuppliedFault[] {
  const faults = [...(current?.faults ?? []), ...faultsOfRows]
  return faults.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0))
}

/** How many rows each table that was read took over, by table. */
export function mergedRows(): ReadonlyMap<string, MergedRows> {
  return merged
}

/** Supplied tables that nothing has read, so that nothing has checked their rows. */
export function unreadTables(): readonly string[] {
  return [...(current?.byTable.keys() ?? [])].filter((table) => !read.has(table))
}

/** For readers of tables: a supplied row that does not fit is told here and left out. */
export function tellFault(...faults: readonly SuppliedFault[]): void {
  faultsOfRows = [...faultsOfRows, ...faults]
}

export function tellMerged(table: string, rows: MergedRows): void {
  merged.set(table, rows)
}
