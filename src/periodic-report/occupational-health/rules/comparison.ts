import { cite } from '../../../law/citation.ts'
import type { ReportFacts } from '../../facts.ts'
import type { Difference } from '../../figures.ts'
import type { EarlierReport } from '../../known.ts'
import { periodText } from '../../period.ts'
import { BY_ARITHMETIC, BY_POLICY, type ReportRule } from '../../rules/define.ts'
import { reported } from '../../rules/knowing.ts'
import { toldDifference } from '../../told-difference.ts'
import { hazardName, nameOfHealthCell } from '../cell-names.ts'
import { DISEASE_COLUMNS, QUARTERS } from '../figures.ts'
import { occupationalHealthForm } from '../form.ts'
import type { OccupationalHealth } from '../schema.ts'
import { annex8, annex8OfYear, BASE, bothOf, declaring, KIND, of, PERIOD, places } from './define.ts'

const ROWS_OF_FACTORS = [
  '/factors/*/factor',
  '/factors/*/samples',
  '/factors/*/failed',
  ...bothOf('/factors/*/exposed'),
]
const ROWS_OF_DISEASES = [
  '/diseases/*/disease',
  ...DISEASE_COLUMNS.flatMap(([, place]) => bothOf(`/diseases/*/${place}`)),
]
const ACCIDENTS = QUARTERS.flatMap((quarter) => [
  `/accidentsByQuarter/victims/${quarter}`,
  `/accidentsByQuarter/deaths/${quarter}`,
])
const GROWING = [
  ...ROWS_OF_FACTORS,
  ...ROWS_OF_DISEASES,
  '/absences/*/month',
  ...['sick', 'accident', 'disease'].flatMap((kind) => [`/absences/*/${kind}/persons`, `/absences/*/${kind}/days`]),
  ...ACCIDENTS,
]
/** Cells that can only grow from the first half to the year: what is counted over the months, not who is there. */
const GROWS = /^(II\.[^.]+\.(samples|failed)|III\..+|IV\.1\.[^.]+\.(examined|diagnosed|assessed)(Women)?|V\.3\..+)$/
/** Our thresholds of a notable change. */
const NOTABLE_SHARE = 0.5
const NOTABLE_NUMBER = 10

const noise = (samples: number, exposed = 80): OccupationalHealth => ({
  factors: [{ factor: 'HZ-PHY-NOISE', samples, failed: 2, exposed: of(exposed, 6) }],
})
const NOISE_ONLY = declaring({
  rounds: [],
  campaigns: [
    {
      id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a12',
      results: [{ hazards: ['HZ-PHY-NOISE'], samples: 8, failed: 2 }],
    },
  ],
})
const hearing = (examined: number, diagnosed: number): OccupationalHealth => ({
  diseases: [
    { disease: 'OD-01', examined: of(120, 12), diagnosed: of(1), assessed: of(1), bands: { from5to30: of(1) } },
    { disease: 'OD-18', examined: of(examined, 6), diagnosed: of(diagnosed) },
  ],
})

/** The other report of the same kind: of a period as text. */
function reportOf({ context: { known } }: ReportFacts, period: string): EarlierReport | null {
  return known.history?.reports.find((report) => report.kind === KIND && report.period === period) ?? null
}

function differing({ section, differences }: ReportFacts, lines: RegExp): readonly Difference[] {
  return section.occupationalHealth ? (differences ?? []).filter(({ line }) => lines.test(line)) : []
}

function told(table: string) {
  return toldDifference({ form: occupationalHealthForm }, `${BASE}${table}`)
}

/** The report beside what the same enterprise declared and reported before. */
export const comparisonRules: readonly ReportRule[] = [
  {
    id: 'ENV-141',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT PL 8, mục II'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places(...ROWS_OF_FACTORS)],
    needs: ['history'],
    judge: (facts) =>
      (facts.context.known.health?.campaigns.length ?? 0) === 0
        ? []
        : differing(facts, /^II\.[^.]+\.(samples|failed)$/).map(told('/factors')),
    message: {
      vi: 'Ô {line}: báo cáo ghi {filed} mẫu, các đợt quan trắc trong kỳ có {declared} (hồ sơ: {declarations}).',
      en: 'Cell {line}: {filed} samples are reported, the campaigns of the period have {declared} (declarations: {declarations}).',
    },
    fix: {
      vi: 'Sửa báo cáo theo kết quả quan trắc, khai báo đợt còn thiếu, hoặc xác nhận và nêu lý do.',
      en: 'Correct the report by the campaigns, declare the one that is missing, or confirm and say why.',
    },
    examples: {
      holds: [annex8(noise(8), NOISE_ONLY), annex8(noise(9)), annex8(noise(9), declaring({ campaigns: [] }))],
      fails: [annex8(noise(9), NOISE_ONLY), annex8({}, NOISE_ONLY)],
    },
  },

  {
    id: 'OD-R083',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT PL 8, mục IV.1'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places(...ROWS_OF_DISEASES)],
    needs: ['history'],
    judge: (facts) =>
      (facts.context.known.health?.rounds.length ?? 0) === 0
        ? []
        : differing(facts, /^IV\.1\.[^.]+\.(examined|diagnosed)$/).map(told('/diseases')),
    message: {
      vi: 'Ô {line}: báo cáo ghi {filed}, các đợt khám đã khai báo trong kỳ cho {declared} (hồ sơ: {declarations}).',
      en: 'Cell {line}: {filed} reported, the screenings declared of the period give {declared} (declarations: {declarations}).',
    },
    fix: {
      vi: 'Sửa báo cáo theo kết quả các đợt khám, khai báo đợt còn thiếu, hoặc xác nhận và nêu lý do.',
      en: 'Correct the report by the screenings, declare the one that is missing, or confirm and say why.',
    },
    examples: {
      holds: [
        annex8(hearing(80, 1), declaring({})),
        annex8(hearing(81, 1)),
        annex8(hearing(81, 1), declaring({ rounds: [] })),
      ],
      fails: [annex8(hearing(81, 1), declaring({})), annex8(hearing(80, 0), declaring({})), annex8({}, declaring({}))],
    },
  },

  {
    id: 'KB-OH-38',
    kind: 'info',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places(...ROWS_OF_FACTORS, ...ACCIDENTS)],
    needs: ['history'],
    judge: (facts) =>
      (facts.context.known.health?.rounds.length ?? 0) + (facts.context.known.health?.accidents.length ?? 0) === 0
        ? []
        : differing(facts, /^(II\.[^.]+\.exposed(Women)?|V\.3\..+)$/).map(told('')),
    message: {
      vi: 'Ô {line}: báo cáo ghi {filed}, các hồ sơ đã khai báo trong kỳ cho {declared} (hồ sơ: {declarations}).',
      en: 'Cell {line}: {filed} reported, what was declared of the period gives {declared} (declarations: {declarations}).',
    },
    examples: {
      holds: [
        annex8({ accidentsByQuarter: { victims: { q2: 1 }, deaths: { q2: 1 } } }, declaring({ rounds: [] })),
        annex8({}),
      ],
      fails: [
        annex8({ accidentsByQuarter: { victims: { q2: 2 }, deaths: { q2: 1 } } }, declaring({ rounds: [] })),
        annex8(noise(8, 79), declaring({ accidents: [] })),
      ],
    },
  },

  {
    id: 'OD-R045',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT 10.3'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...places(...GROWING)],
    needs: ['history'],
    judge: (facts) => {
      const { section, period, figures } = facts
      if (!section.occupationalHealth || period === null) return []
      const other = reportOf(facts, periodText({ year: period.year, half: period.half === null ? 1 : null }))
      if (other === null) return []
      const own = Object.fromEntries(figures.map(({ line, value }) => [line, value]))
      const [year, half] = period.half === null ? [own, other.figures] : [other.figures, own]
      const less = Object.keys(half).filter((line) => GROWS.test(line) && (year[line] ?? 0) < (half[line] ?? 0))
      const [line] = less
      if (line === undefined) return []
      const pointer = figures.find((figure) => figure.line === line)?.pointer ?? BASE
      const [of, ofHalf] = [year[line] ?? 0, half[line] ?? 0]
      const params = { line: nameOfHealthCell(line), year: of, half: ofHalf, lines: less.length, report: other.id }
      return [{ pointer, params }]
    },
    message: {
      vi: 'Số cả năm nhỏ hơn số sáu tháng đầu năm ở {lines} ô, trước hết {line}: {year} so với {half} (báo cáo {report}).',
      en: 'The figures of the year are below those of its first half in {lines} cells, first {line}: {year} against {half} (report {report}).',
    },
    fix: {
      vi: 'Sửa báo cáo sai, hoặc xác nhận và nêu lý do.',
      en: 'Amend the report that is wrong, or confirm and say why.',
    },
    examples: {
      holds: [
        annex8OfYear(noise(8), reported({ kind: KIND, figures: { 'II.HZ-PHY-NOISE.samples': 8 } })),
        annex8OfYear(noise(8), reported({ kind: KIND, figures: { 'II.HZ-PHY-NOISE.exposed': 99 } })),
      ],
      fails: [
        annex8OfYear(noise(8), reported({ kind: KIND, figures: { 'II.HZ-PHY-NOISE.samples': 9 } })),
        annex8(noise(8), reported({ kind: KIND, period: '2026', figures: { 'II.HZ-PHY-NOISE.samples': 7 } })),
      ],
    },
  },

  {
    id: 'KB-OH-39',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [...PERIOD, ...places(...ROWS_OF_FACTORS)],
    needs: ['history'],
    judge: (facts) => {
      const { section, period, figures } = facts
      if (!section.occupationalHealth || period === null) return []
      const before = reportOf(facts, periodText({ ...period, year: period.year - 1 }))
      if (before === null) return []
      const own = new Map(figures.map((figure) => [figure.line, figure]))
      return Object.entries(before.figures).flatMap(([line, earlier]) => {
        const [, factor] = /^II\.([^.]+)\.exposed$/.exec(line) ?? []
        if (factor === undefined) return []
        const now = own.get(line)
        const change = Math.abs((now?.value ?? 0) - earlier)
        const isGone = earlier > 0 && (now?.value ?? 0) === 0
        if (!isGone && (change < NOTABLE_NUMBER || change <= earlier * NOTABLE_SHARE)) return []
        const params = { factor: hazardName(factor), earlier, now: now?.value ?? 0 }
        return [{ pointer: now?.pointer ?? `${BASE}/factors`, params }]
      })
    },
    message: {
      vi: '{factor}: cùng kỳ năm trước có {earlier} người tiếp xúc, kỳ này {now}.',
      en: '{factor}: {earlier} were exposed in the same period of last year, {now} now.',
    },
    fix: { vi: 'Kiểm tra lại; nếu đúng thì giữ nguyên.', en: 'Check it; if it is right, leave it.' },
    examples: {
      holds: [
        annex8(noise(8), reported({ kind: KIND, period: '2025-H1', figures: { 'II.HZ-PHY-NOISE.exposed': 90 } })),
        annex8(noise(8)),
      ],
      fails: [
        annex8(noise(8), reported({ kind: KIND, period: '2025-H1', figures: { 'II.HZ-PHY-NOISE.exposed': 170 } })),
        annex8({}, reported({ kind: KIND, period: '2025-H1', figures: { 'II.HZ-PHY-NOISE.exposed': 3 } })),
      ],
    },
  },
]
