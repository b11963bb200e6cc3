import type { Example, Violation } from '../../../rules/rule.ts'
import { numberedRow } from '../../accident-summary/cell-names.ts'
import { COLUMNS, type Column, cell, type FullRow } from '../../accident-summary/columns.ts'
import type { RowRelation } from '../../accident-summary/row-relations.ts'
import { figuresOf, wrongBy } from '../../accident-summary/rules/define.ts'
import type { ReportFacts } from '../../facts.ts'
import type { Head, ReportContext, ReportRule } from '../../rules/define.ts'
import { nameOfTypeRow } from '../cell-names.ts'
import { BASE, nameOfType } from '../figures.ts'
import type { FiledOfficeSummary, PartIColumn, PartIIRow } from '../filed-schema.ts'
import { PART_II_COLUMNS } from '../held-rows.ts'
import { type RowSection, readRowNumber } from '../row-number.ts'
import { sampleOfficeSummary } from '../sample.ts'

export const KIND = 'office-summary'
export const PART_I = `${BASE}/partI`
export const PART_II = `${BASE}/partII`
export const ROW = `${PART_II}/*/row`
export const CODE = `${PART_I}/*/code`

/** The places of some columns in the rows of a part. */
export function cellsOf(part: string, columns: readonly string[]): readonly string[] {
  return columns.map((column) => `${part}/*/${column}`)
}

/** A rule judged once, on the whole section; each depends on the kind too. */
export function officeRule(
  head: Head & { readonly judged: (section: FiledOfficeSummary, facts: ReportFacts) => readonly Violation[] },
): ReportRule {
  const { judged, inputs, ...rest } = head
  return {
    ...rest,
    inputs: ['/kind', ...inputs],
    judge: (facts) => {
      const section = facts.section.officeSummary
      return section ? judged(section, facts) : []
    },
  }
}

/** A rule judged on each row of part I; `at` is the column that is wrong. */
export function typeRule(
  head: Omit<Head, 'inputs'> & {
    readonly columns: readonly PartIColumn[]
    readonly at: PartIColumn
    readonly violated: (row: Readonly<Record<PartIColumn, number>>) => boolean
  },
): ReportRule {
  const { columns, at, violated, ...rest } = head
  return officeRule({
    ...rest,
    inputs: [CODE, ...cellsOf(PART_I, columns)],
    judged: ({ partI = [] }) =>
      partI.flatMap((row, index) => {
        const stated = Object.fromEntries(columns.map((column) => [column, row[column] ?? 0]))
        return violated(stated as Record<PartIColumn, number>)
          ? [{ pointer: `${PART_I}/${index}/${at}`, params: { row: nameOfTypeRow(nameOfType(row)), ...stated } }]
          : []
      }),
  })
}

/** A row of part II with the columns of the summary of an establishment that it does not have as noughts. */
export function fullRow(row: PartIIRow): FullRow {
  return Object.fromEntries(COLUMNS.map((column) => [column, cell(row, column)])) as FullRow
}

/** Rows of part II in some sections. */
export function rowsIn(
  { partII = [] }: FiledOfficeSummary,
  sections: readonly RowSection[],
): readonly { readonly row: PartIIRow; readonly pointer: string }[] {
  const asked = new Set(sections)
  return partII
    .map((row, index) => ({ row, pointer: `${PART_II}/${index}` }))
    .filter(({ row }) => {
      const section = row.row === undefined ? undefined : readRowNumber(row.row)?.section
      return section !== undefined && asked.has(section)
    })
}

/** A relation of the summary of an establishment, judged on each row of part II in some sections. */
export function relationRule(
  head: Omit<Head, 'inputs' | 'message' | 'fix'> & {
    readonly relation: RowRelation
    readonly sections: readonly RowSection[]
  },
): ReportRule {
  const { relation, sections, ...rest } = head
  const columns = relation.columns.filter((column) => PART_II_COLUMNS.includes(column))
  return officeRule({
    ...rest,
    inputs: [ROW, ...cellsOf(PART_II, columns)],
    message: relation.message,
    fix: relation.fix,
    judged: (section) =>
      rowsIn(section, sections).flatMap(({ row, pointer }) => {
        const full = fullRow(row)
        return wrongBy(relation, full).map((params) => ({
          pointer: `${pointer}/${relation.at}`,
          params: { row: numberedRow(row.row ?? ''), ...figuresOf(full, columns), ...params },
        }))
      }),
  })
}

/** The sample summary, changed within its section. */
export function summary(
  change: Readonly<Record<string, unknown>> = {},
  context: Partial<ReportContext> = {},
): Example<ReportContext> {
  return { change: { '/kind': KIND, [BASE]: sampleOfficeSummary, ...change }, context }
}

/** Where a row of part II stands in the sample. */
export function sampleRow(row: string): string {
  return `${PART_II}/${sampleOfficeSummary.partII?.findIndex((filed) => filed.row === row)}`
}

/** The sample with other figures in one row of part II; the rest of it no longer adds up. */
export function withRow(row: string, figures: Partial<Record<Column, number>>): Example<ReportContext> {
  return summary(
    Object.fromEntries(Object.entries(figures).map(([column, value]) => [`${sampleRow(row)}/${column}`, value])),
  )
}
