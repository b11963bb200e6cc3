import { cite } from '../../../law/citation.ts'
import type { Violation } from '../../../rules/rule.ts'
import type { ReportFacts } from '../../facts.ts'
import type { Difference } from '../../figures.ts'
import type { EarlierReport } from '../../known.ts'
import { idsOf } from '../../names.ts'
import { BY_ARITHMETIC, FROM_TEXT, type ReportRule } from '../../rules/define.ts'
import { knowing, reported } from '../../rules/knowing.ts'
import { nameOfSummaryCell, numberedColumn } from '../cell-names.ts'
import { COLUMNS, type Column } from '../columns.ts'
import { isLoss } from '../figures.ts'
import { sampleAccidents } from '../sample.ts'
import { ALL_ROWS, cellsOf, ROWS } from './define.ts'

const PART_II = [
  '/accidentSummary/losses/daysOff',
  '/accidentSummary/losses/costs/total',
  '/accidentSummary/losses/costs/medical',
  '/accidentSummary/losses/costs/wages',
  '/accidentSummary/losses/costs/compensation',
  '/accidentSummary/losses/propertyDamage',
] as const

const DECLARED_TWICE = knowing({
  accidents: sampleAccidents.flatMap((accident) => [
    accident,
    { ...accident, id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a02' },
  ]),
})
const NOTHING_DECLARED = knowing({ accidents: [] })
const NOBODY_LOOKED = knowing({ accidents: null })

/** Cells of row 3 in which the report and the declarations differ in the sense asked for. */
function differing(
  { section, differences }: ReportFacts,
  columns: readonly Column[],
  asked: (difference: Difference) => boolean,
): readonly Violation[] {
  if (!section.accidentSummary) return []
  return (differences ?? [])
    .filter((difference) => columns.some((column) => difference.line === `3.${column}`) && asked(difference))
    .map(({ line, filed, declared, declarations }) => ({
      pointer: `${ROWS.total}/${line.slice(2)}`,
      params: { column: numberedColumn(line.slice(2) as Column), filed, declared, declarations: idsOf(declarations) },
    }))
}

const filedLess = ({ filed, declared }: Difference) => filed < declared

/** The gravest first: deaths before injuries before accidents, the whole before its parts, money last. */
function byGravity(a: string, b: string): number {
  return gravityOf(a) - gravityOf(b)
}

const GRAVEST = ['deaths', 'fatalAccidents', 'serious', 'victims', 'accidents', 'multiVictimAccidents'] as const
const WHOLE_ROWS = ['3', '1', '2'] as const

function gravityOf(line: string): number {
  const dot = line.lastIndexOf('.')
  const rank = (names: readonly string[], name: string) => (names.indexOf(name) + 1 || names.length + 1) - 1
  if (dot === -1 || isLoss(line)) return Number.POSITIVE_INFINITY
  return rank(GRAVEST, line.slice(dot + 1)) * (WHOLE_ROWS.length + 1) + rank(WHOLE_ROWS, line.slice(0, dot))
}

/** Cells in which the year has less than its first half. What a report does not tell of is not therefore nought. */
function lessInTheYear(year: Cells, half: Cells): readonly string[] {
  return Object.keys(half)
    .filter((line) => line in year || !(isLoss(line) || line === 'payroll'))
    .filter((line) => (year[line] ?? 0) < (half[line] ?? 0))
    .toSorted(byGravity)
}

type Cells = Readonly<Record<string, number>>

/** The report of the other period of the same year, if it is filed. */
function ofTheSameYear({ form, period, context: { known } }: ReportFacts): EarlierReport | null {
  if (period === null) return null
  const other = period.half === null ? `${period.year}-H1` : String(period.year)
  const reports = known.history?.reports ?? []
  return reports.find((report) => report.kind === form?.kind && report.period === other) ?? null
}

/** The report beside what the same enterprise declared and reported before. */
export const comparisonRules: readonly ReportRule[] = [
  {
    id: 'ACC-G27',
    kind: 'warning',
    citations: [cite('L84-2015 36.1'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      ...cellsOf(ALL_ROWS, COLUMNS),
      '/accidentSummary/atWork/byCause/*/cause',
      '/accidentSummary/atWork/byFactor/*/factor',
      '/accidentSummary/atWork/byOccupation/*/occupation',
      '/accidentSummary/payroll',
      ...PART_II,
      '/period/year',
      '/period/half',
    ],
    needs: ['history'],
    judge: (facts) => {
      const { section, period, figures } = facts
      const other = ofTheSameYear(facts)
      if (!section.accidentSummary || other === null || period === null) return []
      const own = Object.fromEntries(figures.map(({ line, value }) => [line, value]))
      const [year, half] = period.half === null ? [own, other.figures] : [other.figures, own]
      const less = lessInTheYear(year, half)
      const [line] = less
      if (line === undefined) return []
      const pointer = figures.find((figure) => figure.line === line)?.pointer ?? '/accidentSummary'
      const [of, ofHalf] = [year[line] ?? 0, half[line] ?? 0]
      const params = { line: nameOfSummaryCell(line), year: of, half: ofHalf, lines: less.length, report: other.id }
      return [{ pointer, params }]
    },
    message: {
      vi: 'Số cả năm nhỏ hơn số sáu tháng đầu năm ở {lines} ô, trước hết {line}: {year} so với {half} (báo cáo {report}).',
      en: 'The figures of the year are below those of its first half in {lines} cells, first {line}: {year} against {half} (report {report}).',
    },
    fix: {
      vi: 'Sửa báo cáo sai, hoặc xác nhận và nêu lý do (như vụ được kết luận không phải tai nạn lao động).',
      en: 'Amend the report that is wrong, or confirm it and say why (as an accident concluded not to be one of work).',
    },
    examples: {
      holds: [
        {},
        { context: reported({ period: '2026', figures: { '1.deaths': 9 } }), change: { '/accidentSummary': {} } },
        // A zero report of the year states neither payroll nor losses.
        {
          context: reported({ figures: { payroll: 21_600, 'II.costs': 706_500 } }),
          change: { '/period/half': undefined, '/accidentSummary': {} },
        },
      ],
      fails: [
        { context: reported({ period: '2026', figures: { '1.deaths': 0 } }) },
        { context: reported({ figures: { 'II.daysOff': 13 } }), change: { '/period/half': undefined } },
      ],
    },
  },

  {
    id: 'ACC-G28',
    kind: 'warning',
    citations: [cite('L84-2015 36.1')],
    provenance: BY_ARITHMETIC,
    inputs: cellsOf([ROWS.atWork, ROWS.commuting, ROWS.total], ['fatalAccidents', 'deaths']),
    needs: ['history'],
    judge: (facts) => differing(facts, ['fatalAccidents', 'deaths'], filedLess),
    message: {
      vi: 'Cột {column}: báo cáo ghi {filed}, đã khai báo {declared} (hồ sơ: {declarations}). Báo cáo ít vụ chết người, người chết hơn khai báo.',
      en: 'Column {column}: {filed} reported, {declared} declared (declarations: {declarations}). Fewer fatal accidents or deaths are reported than declared.',
    },
    fix: {
      vi: 'Bổ sung vào báo cáo; nếu vụ đã khai báo không phải tai nạn lao động thì xác nhận và nêu lý do.',
      en: 'Add them to the report; if what was declared is no work accident, confirm it and say why.',
    },
    examples: {
      holds: [{}, { context: NOTHING_DECLARED }, { context: NOBODY_LOOKED }],
      fails: [{ context: DECLARED_TWICE }, { change: { '/accidentSummary': {} } }],
    },
  },

  {
    id: 'KB-SUM-07',
    kind: 'warning',
    citations: [cite('L84-2015 36.1'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: cellsOf([ROWS.atWork, ROWS.commuting, ROWS.total], ['accidents', 'victims', 'serious']),
    needs: ['history'],
    judge: (facts) => differing(facts, ['accidents', 'victims', 'serious'], filedLess),
    message: {
      vi: 'Cột {column}: báo cáo ghi {filed}, ít hơn {declared} đã khai báo (hồ sơ: {declarations}).',
      en: 'Column {column}: {filed} reported, fewer than the {declared} declared (declarations: {declarations}).',
    },
    fix: {
      vi: 'Bổ sung vào báo cáo, hoặc xác nhận và nêu lý do.',
      en: 'Add them to the report, or confirm it and say why.',
    },
    examples: {
      holds: [{}, { context: NOTHING_DECLARED }],
      fails: [{ context: DECLARED_TWICE, change: { '/accidentSummary': {} } }],
    },
  },

  {
    id: 'KB-SUM-08',
    kind: 'breach',
    citations: [cite('L84-2015 34.1'), cite('ND39-2016 10')],
    provenance: FROM_TEXT,
    inputs: cellsOf([ROWS.atWork, ROWS.commuting, ROWS.total], ['deaths']),
    needs: ['history'],
    judge: (facts) => differing(facts, ['deaths'], ({ filed, declared }) => filed > declared),
    message: {
      vi: 'Báo cáo có {filed} người chết, mới khai báo {declared}: vụ tai nạn làm chết người phải khai báo ngay.',
      en: '{filed} deaths are reported and {declared} were declared: a fatal accident must be declared at once.',
    },
    fix: {
      vi: 'Khai báo vụ còn thiếu tại POST /v1/accident-declarations.',
      en: 'Declare what is missing at POST /v1/accident-declarations.',
    },
    examples: {
      holds: [{}, { context: DECLARED_TWICE }, { context: NOBODY_LOOKED }],
      fails: [{ context: NOTHING_DECLARED }],
    },
  },
]
