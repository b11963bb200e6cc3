import type { Figure } from '../figures.ts'
import type { ReportTotals } from '../form.ts'
import { COLUMNS, cell, type Row, sumOfRows } from './columns.ts'
import type { AccidentSummary } from './schema.ts'

/** A row of part I with its number on the form and its place in the body. */
export interface PlacedRow {
  /** `1`, `1.1.7`, `1.2.injury-factors-kb:KB-01`, `1.3.71`, `2`, `3`. */
  readonly number: string
  readonly row: Row
  readonly pointer: string
}

const BASE = '/accidentSummary'

/** Rows of part I in the order of the form; row 3 as filed, else computed. */
export function rowsOf(summary: AccidentSummary): readonly PlacedRow[] {
  const { atWork, commuting } = summary
  return [
    placed('1', atWork?.total, '/atWork/total'),
    ...rowsByCause(summary),
    ...rowsByFactor(summary),
    ...rowsByOccupation(summary),
    placed('2', commuting, '/commuting'),
    placed('3', summary.total ?? sumOfRows([atWork?.total, commuting]), '/total'),
  ]
}

export function rowsByCause({ atWork }: AccidentSummary): readonly PlacedRow[] {
  return (atWork?.byCause ?? []).map((row, index) => placed(`1.1.${row.cause}`, row, `/atWork/byCause/${index}`))
}

export function rowsByFactor({ atWork }: AccidentSummary): readonly PlacedRow[] {
  return (atWork?.byFactor ?? []).map((row, index) =>
    placed(`1.2.${row.factor?.list}:${row.factor?.code}`, row, `/atWork/byFactor/${index}`),
  )
}

export function rowsByOccupation({ atWork }: AccidentSummary): readonly PlacedRow[] {
  return (atWork?.byOccupation ?? []).map((row, index) =>
    placed(`1.3.${row.occupation}`, row, `/atWork/byOccupation/${index}`),
  )
}

function placed(number: string, row: Row | undefined, at: string): PlacedRow {
  return { number, row: row ?? {}, pointer: `${BASE}${at}` }
}

/** Part II by the name of its column. */
export function lossesOf({ losses }: AccidentSummary) {
  const { daysOff = 0, costs = {}, propertyDamage = 0 } = losses ?? {}
  const { medical = 0, wages = 0, compensation = 0 } = costs
  const total = costs.total ?? medical + wages + compensation
  return { daysOff, costs: total, medical, wages, compensation, propertyDamage }
}

const LOSS_POINTERS: Readonly<Record<keyof ReturnType<typeof lossesOf>, string>> = {
  daysOff: '/losses/daysOff',
  costs: '/losses/costs/total',
  medical: '/losses/costs/medical',
  wages: '/losses/costs/wages',
  compensation: '/losses/costs/compensation',
  propertyDamage: '/losses/propertyDamage',
}

/** Every number of the form by row and column: `1.1.7.deaths`, and as far as they are told `II.daysOff`, `payroll`. */
export function accidentSummaryFigures(summary: AccidentSummary): readonly Figure[] {
  return [
    ...(summary.payroll === undefined ? [] : [{ line: 'payroll', value: summary.payroll, pointer: `${BASE}/payroll` }]),
    ...rowsOf(summary).flatMap(({ number, row, pointer }) =>
      COLUMNS.map((column) => ({
        line: `${number}.${column}`,
        value: cell(row, column),
        pointer: `${pointer}/${column}`,
      })),
    ),
    ...(summary.losses === undefined ? [] : lossFigures(summary)),
  ]
}

function lossFigures(summary: AccidentSummary): readonly Figure[] {
  return Object.entries(lossesOf(summary)).map(([name, value]) => ({
    line: `II.${name}`,
    value,
    pointer: `${BASE}${LOSS_POINTERS[name as keyof typeof LOSS_POINTERS]}`,
  }))
}

/** Whether a cell is one of part II. */
export function isLoss(line: string): boolean {
  return line.startsWith('II.')
}

/** Of sections 1 and 2 together. */
export function accidentSummaryTotals(summary: AccidentSummary): ReportTotals {
  const total = summary.total ?? sumOfRows([summary.atWork?.total, summary.commuting])
  const { daysOff, costs, propertyDamage } = lossesOf(summary)
  return {
    accidents: cell(total, 'accidents'),
    fatalAccidents: cell(total, 'fatalAccidents'),
    victims: cell(total, 'victims'),
    deaths: cell(total, 'deaths'),
    serious: cell(total, 'serious'),
    daysOff,
    costs,
    propertyDamage,
  }
}
