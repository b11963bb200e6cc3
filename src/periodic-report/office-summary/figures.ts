import type { DeclaredFigures, Figure } from '../figures.ts'
import { type ReportsHeld, totalOf } from '../reports-held.ts'
import {
  type FiledOfficeSummary,
  LOSS_COLUMNS,
  PART_I_COLUMNS,
  type PartIIRow,
  type PartIRow,
  VICTIM_COLUMNS,
} from './filed-schema.ts'
import { PART_II_COLUMNS, partIHeld, partIIHeld } from './held-rows.ts'

export const BASE = '/officeSummary'

/** Columns 3 to 15 of part II, in their order. */
export const ALL_OF_PART_II = [...PART_II_COLUMNS, ...LOSS_COLUMNS] as const

const LOSSES: ReadonlySet<string> = new Set(LOSS_COLUMNS)
const OF_VICTIMS: ReadonlySet<string> = new Set(VICTIM_COLUMNS)

/** How a row of part I is called: by its code, `total`, or `unstated` for establishments that state no type. */
export function nameOfType({ code }: PartIRow): string {
  return code === null ? 'total' : (code ?? 'unstated')
}

/** Every number of the form by part, row and column: `I.total.reporting`, `I.3.deaths`, `II.1.1.7.deaths`. */
export function officeSummaryFigures({ partI = [], partII = [] }: FiledOfficeSummary): readonly Figure[] {
  return [
    ...partI.flatMap((row, index) => figuresOf(PART_I_COLUMNS, row, `I.${nameOfType(row)}`, `${BASE}/partI/${index}`)),
    ...partII.flatMap((row, index) => figuresOf(ALL_OF_PART_II, row, `II.${row.row}`, `${BASE}/partII/${index}`)),
  ]
}

function figuresOf<Column extends string>(
  columns: readonly Column[],
  row: Readonly<Partial<Record<Column, number | undefined>>>,
  line: string,
  pointer: string,
): readonly Figure[] {
  return columns.flatMap((column) => {
    const value = row[column]
    return value === undefined ? [] : [{ line: `${line}.${column}`, value, pointer: `${pointer}/${column}` }]
  })
}

/** The row and the column of a line of `officeSummaryFigures`. */
export function placeOf(line: string): { readonly row: string; readonly column: string } {
  const dot = line.lastIndexOf('.')
  return { row: line.slice(0, dot), column: line.slice(dot + 1) }
}

/** Whether a cell counts accidents or their victims: not establishments, workers or losses. */
export function tellsOfAccidents(line: string): boolean {
  const { row, column } = placeOf(line)
  return row.startsWith('II.') ? !LOSSES.has(column) : OF_VICTIMS.has(column)
}

/** Annex XIV as the reports that an office holds give it. */
export function filedAsHeld(held: ReportsHeld): FiledOfficeSummary {
  const { total, types } = partIHeld(held)
  return {
    partI: [{ code: null, ...total }, ...types.map(({ code, ...row }) => (code === null ? row : { code, ...row }))],
    partII: [...partIIHeld(held)] satisfies PartIIRow[],
  }
}

/** The same, cell by cell. Which reports a cell comes from is not told: they are those of the whole province. */
export function figuresHeld(held: FiledOfficeSummary): DeclaredFigures {
  return {
    figures: new Map(officeSummaryFigures(held).map(({ line, value }) => [line, { value, declarations: [] }])),
    // Of the losses establishments report the total only.
    tellsOf: (line) => {
      const { row, column } = placeOf(line)
      return !row.startsWith('II.') || row === 'II.3' || !LOSSES.has(column)
    },
  }
}

/** Whether any report of the period is held here; without, only the register can be compared with. */
export function holdsReports({ partI = [] }: FiledOfficeSummary): boolean {
  return totalOf(partI, 'reporting') > 0
}
