import { answerCsv, columnsOf, presentAnswer } from './answer.ts'
import type { Cube } from './cube.ts'
import type { PublishedTable } from './published/declared-tables.ts'
import { suppressTable } from './published/margins.ts'
import { readPeriod } from './published/period.ts'
import { presentPublication, publicationCsv } from './published/present.ts'
import type { Question } from './question.ts'

/** Examples of the document, in each format, made by the code that makes the answers. */

export function exampleAnswer(cube: Cube) {
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
    csv: answerCsv(cube, question, columnsOf(cube, question), figures.rows, 'vi'),
  }
}

export function examplePublication(table: PublishedTable) {
  const period = readPeriod(table.period === 'year' ? '2025' : '2025-H1')
  if (period === null) throw new Error('the example has a period of its own')
  const counts = Object.fromEntries(table.measures.map((name) => [name, 120]))
  const keys = Object.fromEntries(
    table.by.map((name) => [name, table.cube.dimensions[name]?.view('current')?.codes.example ?? '']),
  )
  const content = suppressTable(table.by, table.measures, [{ keys, counts }])
  const publication = { computedAt: AT, content }
  return {
    json: presentPublication(table, period, publication),
    csv: publicationCsv(table, publication, 'vi'),
  }
}

const AT = new Date('2026-06-01T02:00:00.000Z')
