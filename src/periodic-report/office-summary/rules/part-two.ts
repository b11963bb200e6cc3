import { NOT_STATED } from '../../../declaration/code-name.ts'
import { cite } from '../../../law/citation.ts'
import { inForce } from '../../../law/instruments.ts'
import { groupBy } from '../../../reference/group-by.ts'
import type { LegalDate } from '../../../reference/legal-date.ts'
import type { Example } from '../../../rules/rule.ts'
import { COLUMN_NAMES, numberedRow } from '../../accident-summary/cell-names.ts'
import { type Column, differingSums, differsByOccupation } from '../../accident-summary/columns.ts'
import { isKnownCause, isKnownFactor, isKnownOccupation } from '../../accident-summary/row-codes.ts'
import { ROW_RELATIONS } from '../../accident-summary/row-relations.ts'
import {
  BY_ARITHMETIC,
  BY_READING,
  FROM_FORM,
  type Head,
  type ReportContext,
  type ReportRule,
} from '../../rules/define.ts'
import { numberedCell } from '../cell-names.ts'
import { PART_II_COLUMNS } from '../held-rows.ts'
import { type RowSection, readRowNumber } from '../row-number.ts'
import { cellsOf, officeRule, PART_II, ROW, relationRule, rowsIn, sampleRow, summary, withRow } from './define.ts'

const FORM = [cite('ND39-2016 PL XIV'), { kind: 'arithmetic' }] as const
/** Rows that count accidents: of several occupations in one accident each has a row of its own. */
const OF_ACCIDENTS: readonly RowSection[] = ['1', '1.1', '1.2', '2', '3']
const ALL: readonly RowSection[] = [...OF_ACCIDENTS, '1.3']
const COSTS = ['costs', 'medical', 'wages', 'compensation'] as const

function isRow(row: string, on: LegalDate): boolean {
  const { section, list, code } = readRowNumber(row) ?? {}
  if (section === '1.1' && code) return isKnownCause(code, on)
  if (list && code) return isKnownFactor({ list, code }, on)
  // Before that list nothing says by which codes occupations were reported.
  if (section === '1.3' && code) return !inForce('QD34-2020', on) || isKnownOccupation(code, on)
  return section !== undefined
}

function error(id: string): Pick<ReportRule, 'id' | 'kind' | 'citations' | 'provenance'> {
  return { id, kind: 'error', citations: FORM, provenance: BY_ARITHMETIC }
}

/** Whether the rows of some sections come to another row. */
function sumRule(
  head: Omit<Head, 'inputs'> & {
    readonly sections: readonly RowSection[]
    readonly total: '1' | '3'
    readonly columns?: readonly Column[]
    readonly differs?: typeof differsByOccupation
  },
): ReportRule {
  const { sections, total, columns = PART_II_COLUMNS, differs, ...rest } = head
  return officeRule({
    ...rest,
    inputs: [ROW, ...cellsOf(PART_II, columns)],
    judged: (section) => {
      const parts = rowsIn(section, sections).map(({ row }) => row)
      const [whole] = rowsIn(section, [total])
      return differingSums(parts, whole?.row, columns, differs).map(({ column, ...params }) => ({
        pointer: whole ? `${whole.pointer}/${column}` : PART_II,
        params: { column: numberedCell(PART_II_COLUMNS, COLUMN_NAMES, column), ...params },
      }))
    },
  })
}

const holds = [summary()]
const without = (row: string): Example<ReportContext> => summary({ [`${sampleRow(row)}/row`]: undefined })

/** Part II: accidents by cause, factor and occupation, by the same arithmetic as the summary of an establishment. */
export const partTwoRules: readonly ReportRule[] = [
  officeRule({
    id: 'KB-OS-09',
    kind: 'error',
    citations: [cite('ND39-2016 PL XIV')],
    provenance: FROM_FORM,
    inputs: [ROW, '/period/year', '/period/half'],
    judged: ({ partII = [] }, { legalDate }) => {
      const rows = partII.map(({ row }, index) => ({ row, index }))
      return [...groupBy(rows, ({ row }) => row)].flatMap(([row, ofIt]) =>
        (row === undefined || !isRow(row, legalDate) ? ofIt : ofIt.slice(1)).map(({ index }) => ({
          pointer: `${PART_II}/${index}/row`,
          params: { row: row ?? NOT_STATED },
        })),
      )
    },
    message: {
      vi: 'Phần II: mẫu không có dòng {row}, mã của dòng không có trong danh mục, hoặc dòng được ghi hai lần.',
      en: 'Part II: the form has no row {row}, no list has its code, or it stands twice.',
    },
    fix: {
      vi: 'Các dòng: 1, 1.1.<nguyên nhân>, 1.2.<danh mục>:<yếu tố>, 1.3.<nghề nghiệp>, 2, 3.',
      en: 'Rows: 1, 1.1.<cause>, 1.2.<list>:<factor>, 1.3.<occupation>, 2, 3.',
    },
    examples: {
      holds,
      fails: [
        without('2'),
        summary({ [`${sampleRow('2')}/row`]: '4' }),
        summary({ [`${sampleRow('2')}/row`]: '3' }),
        summary({ [`${sampleRow('1.1.1')}/row`]: '1.1.99' }),
        summary({ [`${sampleRow('1.3.71')}/row`]: '1.3.X1' }),
      ],
    },
  }),

  relationRule({
    ...error('KB-OS-10'),
    relation: ROW_RELATIONS.accidentsWithinAll,
    sections: OF_ACCIDENTS,
    examples: { holds, fails: [withRow('2', { fatalAccidents: 1 }), withRow('3', { multiVictimAccidents: 2 })] },
  }),
  relationRule({
    ...error('KB-OS-11'),
    relation: ROW_RELATIONS.enoughVictims,
    sections: OF_ACCIDENTS,
    examples: { holds, fails: [withRow('3', { accidents: 2 })] },
  }),
  relationRule({
    ...error('KB-OS-12'),
    relation: ROW_RELATIONS.victimsOfSingleAccidents,
    sections: OF_ACCIDENTS,
    examples: { holds, fails: [withRow('1', { victims: 2 })] },
  }),
  relationRule({
    ...error('KB-OS-13'),
    relation: ROW_RELATIONS.deathsOfFatalAccidents,
    sections: OF_ACCIDENTS,
    examples: { holds, fails: [withRow('1', { deaths: 0 }), withRow('2', { deaths: 1 })] },
  }),
  relationRule({
    ...error('KB-OS-14'),
    relation: ROW_RELATIONS.deathsWithinVictims,
    sections: OF_ACCIDENTS,
    examples: { holds, fails: [withRow('3', { accidents: 2, victims: 2, deaths: 2 })] },
  }),
  relationRule({
    ...error('KB-OS-15'),
    relation: ROW_RELATIONS.deadAndInjuredWithinVictims,
    sections: ALL,
    examples: { holds, fails: [withRow('1.3.71', { serious: 1 })] },
  }),
  relationRule({
    ...error('KB-OS-16'),
    relation: ROW_RELATIONS.womenWithinVictims,
    sections: ALL,
    examples: { holds, fails: [withRow('1.3.71', { women: 2 })] },
  }),
  relationRule({
    ...error('KB-OS-17'),
    relation: ROW_RELATIONS.nothingWithoutAccidents,
    sections: ALL,
    examples: { holds, fails: [withRow('1.3.71', { accidents: 0 })] },
  }),

  sumRule({
    ...error('KB-OS-18'),
    sections: ['1.1'],
    total: '1',
    message: {
      vi: 'Phần II, cột {column}: tổng các dòng 1.1 theo nguyên nhân là {sum}, dòng 1 là {total}.',
      en: 'Part II, column {column}: the rows 1.1 by cause come to {sum}, row 1 is {total}.',
    },
    fix: {
      vi: 'Lập lại từ dự thảo, hoặc sửa các dòng 1.1 hay dòng 1: mỗi vụ ở một dòng nguyên nhân chính.',
      en: 'Make it anew from the draft, or correct rows 1.1 or row 1: each accident stands in the row of its main cause.',
    },
    examples: { holds, fails: [withRow('1.1.1', { deaths: 0 }), without('1.1.1'), without('1')] },
  }),
  sumRule({
    ...error('KB-OS-19'),
    sections: ['1.2'],
    total: '1',
    message: {
      vi: 'Phần II, cột {column}: tổng các dòng 1.2 theo yếu tố gây chấn thương là {sum}, dòng 1 là {total}.',
      en: 'Part II, column {column}: the rows 1.2 by injury factor come to {sum}, row 1 is {total}.',
    },
    fix: {
      vi: 'Lập lại từ dự thảo, hoặc sửa các dòng 1.2 hay dòng 1: mỗi vụ ở một dòng yếu tố gây chấn thương chính.',
      en: 'Make it anew from the draft, or correct rows 1.2 or row 1: each accident stands in the row of its main factor.',
    },
    examples: { holds, fails: [withRow('1.2.injury-factors-kb:fall-from-height', { victims: 0 })] },
  }),
  sumRule({
    id: 'KB-OS-20',
    kind: 'info',
    citations: [cite('ND39-2016 PL XIV')],
    provenance: BY_READING,
    sections: ['1.3'],
    total: '1',
    columns: ['accidents', 'victims', 'women', 'deaths', 'serious'],
    differs: differsByOccupation,
    message: {
      vi: 'Phần II, cột {column}: tổng các dòng 1.3 theo nghề nghiệp là {sum}, dòng 1 là {total}.',
      en: 'Part II, column {column}: the rows 1.3 by occupation come to {sum}, row 1 is {total}.',
    },
    examples: {
      holds: [summary(), withRow('1.3.71', { accidents: 2 })],
      fails: [withRow('1.3.71', { deaths: 0 }), withRow('1.3.71', { accidents: 0 })],
    },
  }),
  sumRule({
    ...error('KB-OS-21'),
    sections: ['1', '2'],
    total: '3',
    message: {
      vi: 'Phần II, cột {column}: dòng 3 là {total}, dòng 1 cộng dòng 2 là {sum}.',
      en: 'Part II, column {column}: row 3 is {total}, rows 1 and 2 come to {sum}.',
    },
    fix: {
      vi: 'Sửa dòng 3, hoặc dòng 1 và dòng 2: dòng 3 là tổng của hai dòng kia.',
      en: 'Correct row 3, or rows 1 and 2: row 3 is both together.',
    },
    examples: { holds, fails: [withRow('3', { women: 1 }), without('3')] },
  }),

  officeRule({
    ...error('KB-OS-22'),
    inputs: [ROW, ...cellsOf(PART_II, COSTS)],
    judged: ({ partII = [] }) =>
      partII.flatMap(({ row, costs, medical = 0, wages = 0, compensation = 0 }, index) => {
        const sum = medical + wages + compensation
        return costs === undefined || costs === sum
          ? []
          : [
              {
                pointer: `${PART_II}/${index}/costs`,
                params: { row: row === undefined ? NOT_STATED : numberedRow(row), total: costs, sum },
              },
            ]
      }),
    message: {
      vi: 'Phần II, dòng {row}: tổng chi phí ghi {total} nghìn đồng, cộng các khoản là {sum} nghìn đồng.',
      en: 'Part II, row {row}: the costs are stated as {total} thousand VND; their parts come to {sum} thousand VND.',
    },
    fix: {
      vi: 'Bỏ costs để không ghi tổng, hoặc sửa khoản y tế, tiền lương, bồi thường ghi sai.',
      en: 'Leave costs out, or correct medical costs, wages or compensation.',
    },
    examples: {
      holds: [summary(), summary({ [`${sampleRow('3')}/costs`]: undefined })],
      fails: [summary({ [`${sampleRow('3')}/costs`]: 1 })],
    },
  }),
]
