/** Columns 3 to 13 of part I of Annex XII of Decree 39/2016, in their order. */
export const COLUMNS = [
  'accidents',
  'fatalAccidents',
  'multiVictimAccidents',
  'victims',
  'victimsOutside',
  'women',
  'womenOutside',
  'deaths',
  'deathsOutside',
  'serious',
  'seriousOutside',
] as const
export type Column = (typeof COLUMNS)[number]

/** One row of the form; an empty cell is nought. */
export type Row = { readonly [C in Column]?: number | undefined }
export type FullRow = { readonly [C in Column]: number }

export const EMPTY_ROW = Object.fromEntries(COLUMNS.map((column) => [column, 0])) as FullRow

export function cell(row: Row | undefined, column: Column): number {
  return row?.[column] ?? 0
}

export function sumOfRows(rows: readonly (Row | undefined)[]): FullRow {
  return Object.fromEntries(
    COLUMNS.map((column) => [column, rows.reduce((sum, row) => sum + cell(row, column), 0)]),
  ) as FullRow
}

/** A column whose rows do not come to their total. */
export interface ColumnSum {
  readonly column: Column
  readonly sum: number
  readonly total: number
}

export function differingSums(
  rows: readonly (Row | undefined)[],
  total: Row | undefined,
  columns: readonly Column[],
  differs: (column: Column, sum: number, total: number) => boolean = (_column, sum, total) => sum !== total,
): readonly ColumnSum[] {
  const sums = sumOfRows(rows)
  return columns
    .map((column) => ({ column, sum: sums[column], total: cell(total, column) }))
    .filter(({ column, sum, total }) => differs(column, sum, total))
}

/** Of the rows by occupation: victims of several in one accident, which then stands in the row of each. */
export function differsByOccupation(column: Column, sum: number, total: number): boolean {
  return column === 'accidents' ? sum < total : sum !== total
}
