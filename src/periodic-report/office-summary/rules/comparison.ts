import { cite } from '../../../law/citation.ts'
import { groupBy } from '../../../reference/group-by.ts'
import type { Text, Violation } from '../../../rules/rule.ts'
import { COLUMN_NAMES, LOSS_NAMES } from '../../accident-summary/cell-names.ts'
import type { ReportFacts } from '../../facts.ts'
import { BY_ARITHMETIC, type ReportRule } from '../../rules/define.ts'
import { knowing } from '../../rules/knowing.ts'
import { nameOfOfficeRow, numberedCell, numberedTypeColumn } from '../cell-names.ts'
import { ALL_OF_PART_II, holdsReports, placeOf } from '../figures.ts'
import { LOSS_COLUMNS, PART_I_COLUMNS, type PartIColumn } from '../filed-schema.ts'
import { PART_II_COLUMNS } from '../held-rows.ts'
import { sampleOfficeSummary } from '../sample.ts'
import { CODE, cellsOf, officeRule, PART_I, PART_II, ROW, sampleRow, summary } from './define.ts'

const HELD = knowing({ summaryHeld: sampleOfficeSummary })
const NOTHING_HELD = knowing({ summaryHeld: { partI: [{ code: null, establishments: 2, workers: 300 }], partII: [] } })

/** Row by row, for one report that is amended changes many cells. */
function differingRows({ differences, context: { known } }: ReportFacts): readonly Violation[] {
  const { summaryHeld } = known
  if (differences === null || summaryHeld === undefined) return []
  const comparable = holdsReports(summaryHeld)
    ? differences
    : differences.filter(({ line }) => placeOf(line).row === 'I.total')
  return [...groupBy(comparable, ({ line }) => placeOf(line).row)].flatMap(([row, cells]) => {
    const [first] = cells
    if (first === undefined) return []
    const pointer = cells.find((cell) => cell.pointer !== null)?.pointer ?? (row.startsWith('I.') ? PART_I : PART_II)
    const { line, filed, declared: held } = first
    return { pointer, params: { row: nameOfOfficeRow(row), cells: cells.length, column: columnOf(line), filed, held } }
  })
}

function columnOf(line: string): Text {
  const { column } = placeOf(line)
  return line.startsWith('I.')
    ? numberedTypeColumn(column as PartIColumn)
    : numberedCell(ALL_OF_PART_II, { ...COLUMN_NAMES, ...LOSS_NAMES }, column as (typeof ALL_OF_PART_II)[number])
}

/** The summary beside what the office holds. */
export const comparisonRules: readonly ReportRule[] = [
  officeRule({
    id: 'KB-OS-23',
    kind: 'warning',
    citations: [cite('ND39-2016 24.4.b'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      '/period/year',
      '/period/half',
      CODE,
      ROW,
      ...cellsOf(PART_I, PART_I_COLUMNS),
      ...cellsOf(PART_II, [...PART_II_COLUMNS, ...LOSS_COLUMNS]),
    ],
    needs: ['history'],
    judged: (_section, facts) => differingRows(facts),
    message: {
      vi: 'Dòng {row}: {cells} ô khác với các báo cáo cơ quan đang giữ, trước hết cột {column}: ghi {filed}, đang giữ {held}.',
      en: 'Row {row}: {cells} cells differ from the reports that the office holds, first column {column}: {filed} filed, {held} held.',
    },
    fix: {
      vi: 'Lập lại từ dự thảo (GET /v1/periodic-reports/draft), ghi nhận báo cáo giấy còn thiếu, hoặc xác nhận và nêu lý do.',
      en: 'Make it anew from the draft (GET /v1/periodic-reports/draft), record the paper reports that are missing, or confirm and say why.',
    },
    examples: {
      holds: [summary({}, HELD), summary()],
      fails: [
        summary({ [`${PART_I}/0/women`]: 36 }, HELD),
        summary({ [`${sampleRow('1.1.1')}/row`]: '1.1.2' }, HELD),
        summary({}, NOTHING_HELD),
      ],
    },
  }),
]
