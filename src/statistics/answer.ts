import { toCsv } from '../http/csv.ts'
import type { Language, Text } from '../rules/rule.ts'
import type { FigureRow, Figures } from './ask.ts'
import { type Cube, UNKNOWN } from './cube.ts'
import { declared } from './cube-query.ts'
import { isAdditive, type Question } from './question.ts'

export const UNKNOWN_LABEL: Text = { vi: 'Không rõ', en: 'Unknown' }

export type AnswerRow = Readonly<Record<string, string | number | null | Readonly<Record<string, Text>>>> & {
  readonly labels: Readonly<Record<string, Text>>
}

/** What a rate was divided by. */
export interface Basis {
  readonly id: string
  readonly title: Text
  readonly measure: string
}

/** The answer as it is sent; `suppressed` names the cells whose confidential numbers are null. */
export function presentAnswer(
  cube: Cube,
  question: Question,
  figures: Figures,
  askedAt: Date,
  suppressed: readonly Readonly<Record<string, string>>[] = [],
) {
  return {
    cube: cube.id,
    measures: columnsOf(cube, question),
    by: question.by,
    units: question.units,
    from: question.from,
    to: question.to,
    filters: Object.fromEntries(question.filters),
    asOf: (question.asOf ?? askedAt).toISOString(),
    additive: isAdditive(cube, question),
    basis: basesOf(cube, question),
    rows: rowsOf(question, figures).map((row) => presentRow(cube, question, row)),
    totals: figures.totals,
    suppressed,
  }
}

/** Without dimensions the totals are the only row. */
export function rowsOf(question: Question, figures: Figures): readonly FigureRow[] {
  return question.by.length === 0 ? [{ keys: {}, values: figures.totals }] : figures.rows
}

export function presentRow(
  cube: Cube,
  question: Pick<Question, 'units'>,
  { keys, values, names }: FigureRow,
): AnswerRow {
  return { ...keys, ...values, labels: labelsOf(cube, question, keys, names) }
}

/** One line a row: the code and the name of each dimension, then the numbers. Totals are left to the spreadsheet. */
export function answerCsv(
  cube: Cube,
  question: Pick<Question, 'by' | 'units'>,
  columns: readonly string[],
  rows: readonly FigureRow[],
  language: Language,
  missing: string | null = null,
): string {
  const header = [...question.by.flatMap((name) => [name, `${name}_label`]), ...columns]
  const lines = rows.map(({ keys, values, names }) => {
    const labels = labelsOf(cube, question, keys, names)
    return [
      ...question.by.flatMap((name) => [keys[name] ?? null, labels[name]?.[language] ?? null]),
      ...columns.map((name) => values[name] ?? missing),
    ]
  })
  return toCsv(header, lines)
}

/** Names of the numbers in each row: what was asked, and what rates are made of. */
export function columnsOf(cube: Cube, question: Pick<Question, 'measures' | 'ratios'>): string[] {
  const parts = question.ratios.flatMap((name) => {
    const { numerator, denominator } = declared(cube.ratios, name)
    return [numerator, denominator.measure, name]
  })
  return [...new Set([...question.measures, ...parts])]
}

function basesOf(cube: Cube, question: Question): Basis[] {
  const denominators = question.ratios.map((name) => declared(cube.ratios, name).denominator)
  return [...new Set(denominators)].map(({ basis, title, measure }) => ({ id: basis, title, measure }))
}

function labelsOf(
  cube: Cube,
  { units }: Pick<Question, 'units'>,
  keys: Readonly<Record<string, string>>,
  names: FigureRow['names'] = {},
): Record<string, Text> {
  return Object.fromEntries(
    Object.entries(keys).map(([dimension, code]) => {
      const name = names[dimension]
      return [dimension, name === undefined ? labelOf(cube, dimension, code, units) : { vi: name, en: name }] as const
    }),
  )
}

/** The code itself where nobody knows its name. */
function labelOf(cube: Cube, name: string, code: string, units: Question['units']): Text {
  if (code === UNKNOWN) return UNKNOWN_LABEL
  return declared(cube.dimensions, name).view(units)?.codes.label(code) ?? { vi: code, en: code }
}
