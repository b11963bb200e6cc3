import { answerCsv, presentAnswer } from './answer.ts'
import type { Cube } from './cube.ts'
import type { PublishedTable } from './published/declared-tables.ts'
import { suppressTable } from './published/margins.ts'
import { firstHalf, wholeYear } from './published/period.ts'
import { presentPublication, publicationCsv } from './published/present.ts'
import type { Question } from './question.ts'

/** Examples of the document, made by the code that makes the answers. */
interface Example {
  readonly json: unknown
  readonly csv: string
}

/** A question by the first dimension, and figures of one row. */
export function exampleAnswer(cube: Cube): Example {
  const [by = ''] = Object.keys(cube.dimensions)
  const code = cube.dimensions[by]?.view('current')?.codes.example ?? ''
  const question: Question = {
    measures: cube.defaultMeasures,
    ratios: [],
    by: [by],
    filters: new Map(),
    from: null,
    to: null,
    asOf: null,
    units: 'current',
  }
  const values = Object.fromEntries(cube.defaultMeasures.map((name, index) => [name, 12 - 2 * index]))
  const figures = { rows: [{ keys: { [by]: code }, values }], totals: values }
  return {
    json: presentAnswer(cube, question, figures, AT),
    csv: answerCsv(cube, question, question.measures, figures.rows, 'vi'),
  }
}

export function examplePublication(table: PublishedTable): Example {
  const counts = Object.fromEntries(table.measures.map((name) => [name, 120]))
  const keys = Object.fromEntries(
    table.by.map((name) => [name, table.cube.dimensions[name]?.view('current')?.codes.example ?? '']),
  )
  const publication = { computedAt: AT, content: suppressTable(table.by, table.measures, [{ keys, counts }]) }
  return {
    json: presentPublication(table, CLOSED[table.period], publication),
    csv: publicationCsv(table, publication, 'vi'),
  }
}

const CLOSED = { year: wholeYear(2025), half: firstHalf(2025) }
const AT = new Date('2026-06-01T02:00:00.000Z')
