import { cite } from '../../../law/citation.ts'
import type { Violation } from '../../../rules/rule.ts'
import type { ReportFacts } from '../../facts.ts'
import type { Difference } from '../../figures.ts'
import { BY_ARITHMETIC, FROM_FORM, FROM_TEXT, type ReportRule } from '../../rules/define.ts'
import { knowing } from '../../rules/knowing.ts'
import { toldDifference } from '../../told-difference.ts'
import { CELLS, ITEM_9 } from '../cells.ts'
import { oshAnnualForm } from '../form.ts'
import { sampleDeclaredYear } from '../sample.ts'
import { at, BASE, osh } from './define.ts'

const FORM = 'TT07-2016-BLDTBXH PL II'
const ACCIDENTS = ['accidents', 'fatalAccidents', 'victims', 'deaths'] as const
const ROWS = ['', ...ITEM_9.map(({ property }) => `/${property}`)]

/** Cells in which the report and the declarations of the year differ in the sense asked for. */
function differing({ section, differences }: ReportFacts, asked: (difference: Difference) => boolean) {
  return section.oshAnnual ? (differences ?? []).filter(asked) : []
}

/** Of a cell that was left empty at the place where it would stand. */
function told(difference: Difference): Violation {
  const { pointer } = CELLS.find(({ line }) => line === difference.line) ?? { pointer: '' }
  return toldDifference({ form: oshAnnualForm }, `${BASE}${pointer}`)(difference)
}

const isOf =
  (item: number, names: readonly string[]) =>
  ({ line }: Difference) =>
    names.some((name) => line === `${item}.${name}`)

/** The report beside what the same enterprise declared of the year. */
export const comparisonRules: readonly ReportRule[] = [
  {
    id: 'KB-OSH-18',
    kind: 'warning',
    citations: [cite('L84-2015 36.1'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: at(...ACCIDENTS.map((name) => `/accidents/${name}`)),
    needs: ['history'],
    judge: (facts) => differing(facts, (cell) => isOf(2, ACCIDENTS)(cell) && cell.filed < cell.declared).map(told),
    message: {
      vi: 'Ô {line}: báo cáo ghi {filed}, ít hơn {declared} đã khai báo (hồ sơ: {declarations}).',
      en: 'Cell {line}: {filed} reported, fewer than the {declared} declared (declarations: {declarations}).',
    },
    fix: {
      vi: 'Bổ sung vào báo cáo; nếu vụ đã khai báo không phải tai nạn lao động thì xác nhận và nêu lý do.',
      en: 'Add them to the report; if what was declared is no work accident, confirm it and say why.',
    },
    examples: {
      holds: [osh(), osh({}, knowing({ accidents: null }))],
      fails: [osh({ '/accidents': undefined })],
    },
  },

  {
    id: 'KB-OSH-19',
    kind: 'breach',
    citations: [cite('L84-2015 34.1'), cite('ND39-2016 10')],
    provenance: FROM_TEXT,
    inputs: at('/accidents/deaths'),
    needs: ['history'],
    judge: (facts) => differing(facts, (cell) => isOf(2, ['deaths'])(cell) && cell.filed > cell.declared).map(told),
    message: {
      vi: 'Ô {line}: báo cáo ghi {filed} người chết, mới khai báo {declared} (hồ sơ: {declarations}): vụ tai nạn làm chết người phải khai báo ngay.',
      en: 'Cell {line}: {filed} deaths reported, {declared} declared (declarations: {declarations}): a fatal accident must be declared at once.',
    },
    fix: {
      vi: 'Khai báo vụ còn thiếu tại POST /v1/accident-declarations.',
      en: 'Declare what is missing at POST /v1/accident-declarations.',
    },
    examples: {
      holds: [osh(), osh({}, knowing({ accidents: null }))],
      fails: [osh({}, knowing({ accidents: [] }))],
    },
  },

  {
    id: 'ENV-140',
    kind: 'warning',
    citations: [cite(`${FORM}, mục 9`), { kind: 'arithmetic' }],
    provenance: FROM_FORM,
    inputs: at(...ROWS.flatMap((row) => [`/environment${row}/samples`, `/environment${row}/failed`])),
    needs: ['history'],
    judge: (facts) => {
      const cells = differing(facts, ({ line }) => line.startsWith('9.'))
      const totals = cells.filter(isOf(9, ['samples', 'failed']))
      // The factors follow from the totals; they are told where these agree.
      return (totals.length > 0 ? totals : cells).map(told)
    },
    message: {
      vi: 'Ô {line}: báo cáo ghi {filed} mẫu, các đợt quan trắc đã khai báo trong năm cho {declared} (hồ sơ: {declarations}).',
      en: 'Cell {line}: {filed} samples reported, the campaigns declared in the year give {declared} (declarations: {declarations}).',
    },
    fix: {
      vi: 'Khai báo đợt quan trắc còn thiếu, sửa mục 9, hoặc xác nhận và nêu lý do.',
      en: 'Declare the campaign that is missing, correct item 9, or confirm it and say why.',
    },
    examples: {
      holds: [osh(), osh({}, knowing({ accidents: null }))],
      fails: [
        osh({ '/environment': undefined }),
        osh({}, knowing({ declaredYear: { ...sampleDeclaredYear, samples: [] } })),
        osh({ '/environment/light/samples': 1, '/environment/dust/samples': 3 }),
      ],
    },
  },
]
