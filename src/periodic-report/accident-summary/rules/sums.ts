import { cite } from '../../../law/citation.ts'
import { BY_ARITHMETIC, BY_READING, FROM_FORM, type ReportRule } from '../../rules/define.ts'
import { numberedColumn } from '../cell-names.ts'
import { COLUMNS, type Column, differingSums, differsByOccupation } from '../columns.ts'
import type { PlacedRow } from '../figures.ts'
import { rowsByCause, rowsByFactor, rowsByOccupation } from '../figures.ts'
import type { AccidentSummary } from '../schema.ts'
import { cellsOf, ROWS, summaryRule } from './define.ts'

const OF_VICTIMS = COLUMNS.filter(
  (column) => column !== 'accidents' && column !== 'fatalAccidents' && column !== 'multiVictimAccidents',
)

/** Whether the rows of a breakdown come to row 1, told at the first column that differs. */
function breakdownRule(
  head: Omit<ReportRule, 'inputs' | 'judge'> & { readonly row: string; readonly columns: readonly Column[] },
  rowsOf: (summary: AccidentSummary) => readonly PlacedRow[],
  differs?: (column: Column, sum: number, total: number) => boolean,
): ReportRule {
  const { row, columns, ...rest } = head
  return {
    ...rest,
    inputs: cellsOf([ROWS.atWork, row], columns),
    judge: ({ form, section: { accidentSummary } }) => {
      if (!accidentSummary) return []
      const rows = rowsOf(accidentSummary)
      // Whether the commune's form breaks its figures down nobody has read; what is broken down must add up.
      if (rows.length === 0 && form?.filedBy.includes('commune')) return []
      const filed = rows.map(({ row }) => row)
      return differingSums(filed, accidentSummary.atWork?.total, columns, differs).map(({ column, ...params }) => ({
        pointer: row.slice(0, -2),
        params: { column: numberedColumn(column), ...params },
      }))
    },
  }
}

/** What the rows and columns must add up to. */
export const sumRules: readonly ReportRule[] = [
  breakdownRule(
    {
      id: 'ACC-G18',
      kind: 'error',
      citations: [cite('ND39-2016 PL XII, mục 1.1'), cite('ND39-2016 PL XII, chú thích 4')],
      provenance: FROM_FORM,
      row: ROWS.byCause,
      columns: COLUMNS,
      message: {
        vi: 'Cột {column}: tổng các dòng theo nguyên nhân là {sum}, dòng 1 là {total}. Mỗi vụ có một nguyên nhân chính.',
        en: 'Column {column}: the rows by cause come to {sum}, row 1 is {total}. Each accident has one main cause.',
      },
      fix: {
        vi: 'Ghi mỗi vụ vào một dòng nguyên nhân chính (byCause) cho đủ dòng 1, hoặc sửa dòng 1 (atWork/total).',
        en: 'Put each accident into the row of its main cause (byCause) until they make row 1, or correct row 1 (atWork/total).',
      },
      examples: {
        holds: [{}, { change: { '/kind': 'commune-accident-summary', '/accidentSummary/atWork/byCause': undefined } }],
        fails: [
          { change: { '/accidentSummary/atWork/byCause': undefined } },
          { change: { '/accidentSummary/atWork/byCause/0/deaths': 0 } },
        ],
      },
    },
    rowsByCause,
  ),

  breakdownRule(
    {
      id: 'ACC-G19',
      kind: 'error',
      citations: [cite('ND39-2016 PL XII, mục 1.2'), cite('ND39-2016 PL XII, chú thích 5')],
      provenance: FROM_FORM,
      row: ROWS.byFactor,
      columns: COLUMNS,
      message: {
        vi: 'Cột {column}: tổng các dòng theo yếu tố gây chấn thương là {sum}, dòng 1 là {total}.',
        en: 'Column {column}: the rows by injury factor come to {sum}, row 1 is {total}.',
      },
      fix: {
        vi: 'Ghi mỗi vụ vào một dòng yếu tố gây chấn thương chính (byFactor) cho đủ dòng 1, hoặc sửa dòng 1 (atWork/total).',
        en: 'Put each accident into the row of its main injury factor (byFactor) until they make row 1, or correct row 1 (atWork/total).',
      },
      examples: {
        holds: [{}],
        fails: [
          { change: { '/accidentSummary/atWork/byFactor': undefined } },
          { change: { '/accidentSummary/atWork/byFactor/0/victims': 0 } },
        ],
      },
    },
    rowsByFactor,
  ),

  breakdownRule(
    {
      id: 'ACC-G20',
      kind: 'info',
      citations: [cite('ND39-2016 PL XII, mục 1.3')],
      provenance: BY_READING,
      row: ROWS.byOccupation,
      columns: ['accidents', ...OF_VICTIMS],
      message: {
        vi: 'Cột {column}: tổng các dòng theo nghề nghiệp là {sum}, dòng 1 là {total}.',
        en: 'Column {column}: the rows by occupation come to {sum}, row 1 is {total}.',
      },
      examples: {
        holds: [{}, { change: { '/accidentSummary/atWork/byOccupation/0/accidents': 2 } }],
        fails: [
          { change: { '/accidentSummary/atWork/byOccupation/0/deaths': 0 } },
          { change: { '/accidentSummary/atWork/byOccupation/0/accidents': 0 } },
        ],
      },
    },
    rowsByOccupation,
    differsByOccupation,
  ),

  {
    id: 'ACC-G21',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII, dòng 3')],
    provenance: FROM_FORM,
    inputs: cellsOf([ROWS.atWork, ROWS.commuting, ROWS.total], COLUMNS),
    judge: ({ section: { accidentSummary } }) => {
      const { atWork, commuting, total: filed } = accidentSummary ?? {}
      if (!filed) return []
      return differingSums([atWork?.total, commuting], filed, COLUMNS).map(({ column, ...params }) => ({
        pointer: `${ROWS.total}/${column}`,
        params: { column: numberedColumn(column), ...params },
      }))
    },
    message: {
      vi: 'Cột {column}: dòng 3 là {total}, dòng 1 cộng dòng 2 là {sum}.',
      en: 'Column {column}: row 3 is {total}, rows 1 and 2 come to {sum}.',
    },
    fix: {
      vi: 'Bỏ dòng 3 để hệ thống tự cộng, hoặc sửa số liệu.',
      en: 'Leave row 3 out to have it added up, or correct it.',
    },
    examples: {
      holds: [{}, { change: { '/accidentSummary/total': undefined } }],
      fails: [{ change: { [`${ROWS.total}/victims`]: 3 } }, { change: { [`${ROWS.commuting}/women`]: 0 } }],
    },
  },

  summaryRule({
    id: 'ACC-G22',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII, phần II'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      '/kind',
      '/accidentSummary/losses/costs/total',
      '/accidentSummary/losses/costs/medical',
      '/accidentSummary/losses/costs/wages',
      '/accidentSummary/losses/costs/compensation',
    ],
    at: '/accidentSummary/losses/costs/total',
    violated: ({ losses }) => {
      const { total, medical = 0, wages = 0, compensation = 0 } = losses?.costs ?? {}
      const sum = medical + wages + compensation
      return total !== undefined && total !== sum && { total, sum }
    },
    message: {
      vi: 'Tổng chi phí ghi {total} nghìn đồng, cộng các khoản là {sum} nghìn đồng.',
      en: 'The costs are stated as {total} thousand VND; their parts come to {sum} thousand VND.',
    },
    fix: {
      vi: 'Bỏ total để hệ thống tự cộng chi phí y tế, tiền lương, bồi thường; hoặc sửa khoản ghi sai.',
      en: 'Leave total out to have medical costs, wages and compensation added up, or correct the part that is wrong.',
    },
    examples: {
      holds: [{}, { change: { '/accidentSummary/losses/costs/total': undefined } }],
      fails: [{ change: { '/accidentSummary/losses/costs/total': 706_501 } }],
    },
  }),
]
