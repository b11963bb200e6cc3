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
