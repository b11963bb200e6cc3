import type { Language } from '../../rules/rule.ts'
import { answerCsv, presentRow } from '../answer.ts'
import type { FigureRow } from '../ask.ts'
import { neverTold } from '../cube.ts'
import type { PublishedTable } from './declared-tables.ts'
import type { TableCell } from './margins.ts'
import type { Period } from './period.ts'
import type { Publication } from './publish.ts'
import { SUPPRESSION_THRESHOLD } from './suppression.ts'

/** The mark of a confidential number in statistical exchange (SDMX, CL_OBS_STATUS). */
const CONFIDENTIAL = 'C'
const UNITS = { units: 'current' } as const

export function presentPublication(table: PublishedTable, period: Period, { computedAt, content }: Publication) {
  const { rows, margins, total } = content
  const present = (cells: readonly TableCell[]) =>
    cells.map((cell) => presentRow(table.cube, UNITS, figureOf(table, cell)))
  return {
    id: table.id,
    title: table.title,
    cube: table.cube.id,
    by: table.by,
    measures: table.measures,
    period: period.id,
    from: period.from,
    to: period.to,
    asOf: computedAt.toISOString(),
    threshold: SUPPRESSION_THRESHOLD,
    rows: present(rows),
    margins: present(margins),
    totals: figureOf(table, total).values,
    suppressed: [
      ...[...rows, ...margins, total].filter(({ counts }) => counts === null).map(({ keys }) => keys),
      ...neverTold(table.cube),
    ],
  }
}

export function publicationCsv(table: PublishedTable, { content }: Publication, language: Language): string {
  const rows = content.rows.map((cell) => figureOf(table, cell))
  return answerCsv(table.cube, { by: table.by, ...UNITS }, table.measures, rows, language, CONFIDENTIAL)
}

function figureOf({ measures }: PublishedTable, { keys, counts }: TableCell): FigureRow {
  return { keys, values: Object.fromEntries(measures.map((name) => [name, counts?.[name] ?? null])) }
}
