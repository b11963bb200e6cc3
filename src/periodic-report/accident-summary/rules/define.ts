import type { Params } from '../../../rules/rule.ts'
import type { ReportFacts } from '../../facts.ts'
import { type Head, type ReportRule, type Verdict, violationAt } from '../../rules/define.ts'
import { numberedRow } from '../cell-names.ts'
import { type Column, EMPTY_ROW, type FullRow } from '../columns.ts'
import { type PlacedRow, rowsOf } from '../figures.ts'
import type { RowRelation } from '../row-relations.ts'
import type { AccidentSummary } from '../schema.ts'

const BASE = '/accidentSummary'

/** Rows of part I, as patterns. */
export const ROWS = {
  atWork: `${BASE}/atWork/total`,
  byCause: `${BASE}/atWork/byCause/*`,
  byFactor: `${BASE}/atWork/byFactor/*`,
  byOccupation: `${BASE}/atWork/byOccupation/*`,
  commuting: `${BASE}/commuting`,
  total: `${BASE}/total`,
} as const

/** Rows that count accidents: of several occupations in one accident each has a row of its own. */
export const ACCIDENT_ROWS = [ROWS.atWork, ROWS.byCause, ROWS.byFactor, ROWS.commuting, ROWS.total] as const
export const ALL_ROWS = Object.values(ROWS)

/** The pointers of some columns in some rows; every rule of this form depends on the kind too. */
export function cellsOf(rows: readonly string[], columns: readonly Column[]): readonly string[] {
  return ['/kind', ...rows.flatMap((row) => columns.map((column) => `${row}/${column}`))]
}

/** A rule judged once, on the whole form. */
export function summaryRule(
  head: Head & { readonly at: string; readonly violated: (summary: AccidentSummary, facts: ReportFacts) => Verdict },
): ReportRule {
  const { at, violated } = head
  return {
    ...head,
    judge: (facts) => {
      const summary = facts.section.accidentSummary
      return summary ? violationAt(at, violated(summary, facts)) : []
    },
  }
}

/** A cell of a row that is wrong, and what the sentence has beside the row and its columns. */
interface WrongCell {
  readonly at: Column
  readonly params?: Params
}

/** A rule judged on each row of part I that was filed; its sentence has `{row}` and each of the columns. */
export function rowRule(
  head: Omit<Head, 'inputs'> & {
    readonly rows?: readonly string[]
    readonly columns: readonly Column[]
    readonly wrong: (row: FullRow) => readonly WrongCell[]
  },
): ReportRule {
  const { rows = ACCIDENT_ROWS, columns, wrong, ...rest } = head
  return {
    ...rest,
    inputs: cellsOf(rows, columns),
    judge: ({ section: { accidentSummary } }) =>
      filedRows(accidentSummary, rows).flatMap(({ number, row, pointer }) => {
        const full = { ...EMPTY_ROW, ...row } as FullRow
        return wrong(full).map(({ at, params }) => ({
          pointer: `${pointer}/${at}`,
          params: { row: numberedRow(number), ...figuresOf(full, columns), ...params },
        }))
      }),
  }
}

/** The same of a relation that the summary of an office knows too. */
export function relationRule(
  head: Omit<Head, 'inputs' | 'message' | 'fix'> & {
    readonly rows?: readonly string[]
    readonly relation: RowRelation
  },
): ReportRule {
  const { relation, ...rest } = head
  const { columns, at, message, fix } = relation
  return rowRule({
    ...rest,
    columns,
    message,
    fix,
    wrong: (row) => wrongBy(relation, row).map((params) => ({ at, params })),
  })
}

/** None where the relation holds. */
export function wrongBy({ violated }: RowRelation, row: FullRow): readonly Params[] {
  const verdict = violated(row)
  if (verdict === false) return []
  return [verdict === true ? {} : verdict]
}

export function figuresOf(row: FullRow, columns: readonly Column[]): Params {
  return Object.fromEntries(columns.map((column) => [column, row[column]]))
}

function filedRows(summary: AccidentSummary | null | undefined, patterns: readonly string[]): readonly PlacedRow[] {
  if (!summary) return []
  const asked = new Set(patterns)
  return rowsOf(summary).filter(
    ({ pointer }) =>
      asked.has(pointer.replace(/\/\d+$/, '/*')) && (pointer !== ROWS.total || summary.total !== undefined),
  )
}
