import type { ReportFacts } from '../../facts.ts'
import { type Head, type ReportRule, type Verdict, violationAt } from '../../rules/define.ts'
import { type Column, EMPTY_ROW, type FullRow } from '../columns.ts'
import { type PlacedRow, rowsOf } from '../figures.ts'
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

/** A rule judged on each row of part I that was filed; `at` is the column that is wrong. */
export function rowRule(
  head: Omit<Head, 'inputs'> & {
    readonly rows?: readonly string[]
    readonly columns: readonly Column[]
    readonly at: Column
    readonly violated: (row: FullRow) => boolean
  },
): ReportRule {
  const { rows = ACCIDENT_ROWS, columns, at, violated, ...rest } = head
  return {
    ...rest,
    inputs: cellsOf(rows, columns),
    judge: ({ section: { accidentSummary } }) =>
      filedRows(accidentSummary, rows).flatMap(({ number, row, pointer }) =>
        violated({ ...EMPTY_ROW, ...row } as FullRow) ? [{ pointer: `${pointer}/${at}`, params: { row: number } }] : [],
      ),
  }
}

function filedRows(summary: AccidentSummary | null | undefined, patterns: readonly string[]): readonly PlacedRow[] {
  if (!summary) return []
  const asked = new Set(patterns)
  return rowsOf(summary).filter(
    ({ pointer }) =>
      asked.has(pointer.replace(/\/\d+$/, '/*')) && (pointer !== ROWS.total || summary.total !== undefined),
  )
}
