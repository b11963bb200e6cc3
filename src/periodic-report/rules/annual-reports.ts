import { cite } from '../../law/citation.ts'
import type { Example, Violation } from '../../rules/rule.ts'
import type { ReportFacts } from '../facts.ts'
import type { EarlierReport } from '../known.ts'
import { sampleOshAnnual } from '../osh-annual/sample.ts'
import type { ReportKind } from '../vocabulary.ts'
import { BY_ARITHMETIC, FROM_TEXT, type ReportContext, type ReportRule } from './define.ts'
import { reported } from './knowing.ts'

/**
 * The two yearly reports of an enterprise on one year: Annex II of Circular 07/2016 and Annex 8 of Circular 19/2016.
 * Both live; whichever is filed second is judged.
 */

const OSH = 'osh-annual'
const HEALTH = 'occupational-health'
const PARTNER: Readonly<Partial<Record<ReportKind, ReportKind>>> = { [OSH]: HEALTH, [HEALTH]: OSH }

type Cells = Readonly<Record<string, number>>

interface Pair {
  /** Of Annex II. */
  readonly osh: Cells
  /** Of Annex 8. */
  readonly health: Cells
  /** What is filed now. */
  readonly own: ReportFacts
  readonly other: EarlierReport
}

/** Null unless both are of whole years and the other one is filed. */
function pairOf(facts: ReportFacts): Pair | null {
  const { form, period, figures, context, declaration } = facts
  const partner = form && PARTNER[form.kind]
  if (!form || !partner || period === null || period.half !== null || !declaration[form.section]) return null
  const other = context.known.history?.reports.find(
    (report) => report.kind === partner && report.period === String(period.year),
  )
  if (other === undefined) return null
  const cells = Object.fromEntries(figures.map(({ line, value }) => [line, value]))
  return form.kind === OSH
    ? { osh: cells, health: other.figures, own: facts, other }
    : { osh: other.figures, health: cells, own: facts, other }
}

/** The sum of the cells that a pattern names. */
function sumOf(cells: Cells, pattern: RegExp): number {
  return Object.entries(cells).reduce((sum, [line, value]) => (pattern.test(line) ? sum + value : sum), 0)
}

function tells(cells: Cells, pattern: RegExp): boolean {
  return Object.keys(cells).some((line) => pattern.test(line))
}

const DIAGNOSED = /^IV\.1\.[^.]+\.diagnosed$/
const NEW = '3.new'
const CLASSES = ['I', 'II', 'III', 'IV', 'V'] as const

const INPUTS = ['/kind', '/period/year', '/period/half', '/oshAnnual', '/occupationalHealth'] as const

function pointerTo({ own: { figures, form } }: Pair, line: string): string {
  return figures.find((figure) => figure.line === line)?.pointer ?? `/${form?.section}`
}

/** Annex II of 2026 after Annex 8 of the same year. */
function after(figures: Cells, change: Readonly<Record<string, unknown>> = {}, workers = 240): Example<ReportContext> {
  return {
    change: { '/kind': OSH, '/period': { year: 2026 }, '/oshAnnual': sampleOshAnnual, ...change },
    context: reported({ kind: HEALTH, period: '2026', figures, workers }),
  }
}

const SAME = { 'IV.1.OD-01.diagnosed': 1, 'VI.I': 60, 'VI.II': 110, 'VI.III': 48, 'VI.IV': 6, 'VI.V': 1 }

/** One enterprise in its two yearly reports. */
export const annualReportRules: readonly ReportRule[] = [
  {
    id: 'OD-R007',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...INPUTS, '/workforce/total'],
    needs: ['history', 'register'],
    judge: (facts) => {
      const pair = pairOf(facts)
      const [here, there] = [facts.workforce.total, pair?.other.workers ?? null]
      if (pair === null || here === null || there === null) return []
      // A tenth: people come and go between two reports.
      return Math.abs(here - there) * 10 > Math.max(here, there)
        ? [{ pointer: '/workforce/total', params: { here, there, report: pair.other.id } }]
        : []
    },
    message: {
      vi: 'Tổng số lao động {here} lệch quá 10% so với {there} trong báo cáo năm kia ({report}).',
      en: 'The workforce of {here} differs by more than 10 % from the {there} of the other yearly report ({report}).',
    },
    fix: {
      vi: 'Ghi số lao động cuối kỳ thống nhất ở hai báo cáo, hoặc xác nhận và nêu lý do biến động.',
      en: 'State the same workforce in both reports, or confirm it and say why it changed.',
    },
    examples: {
      holds: [after(SAME), after(SAME, {}, 216), {}],
      fails: [after(SAME, {}, 215), after(SAME, {}, 267)],
    },
  },

  {
    id: 'OD-R046',
    kind: 'error',
    citations: [cite('TT07-2016-BLDTBXH PL II, mục 3'), cite('TT19-2016-BYT PL 8'), cite('TT56-2025-BYT 10')],
    provenance: FROM_TEXT,
    inputs: INPUTS,
    needs: ['history'],
    judge: (facts): readonly Violation[] => {
      const pair = pairOf(facts)
      if (pair === null || ((pair.osh[NEW] ?? 0) === 0) === (sumOf(pair.health, DIAGNOSED) === 0)) return []
      return [{ pointer: pointerTo(pair, NEW), params: { report: pair.other.id } }]
    },
    message: {
      vi: 'Một báo cáo năm có người mắc mới bệnh nghề nghiệp, báo cáo kia ({report}) không có.',
      en: 'One yearly report has persons newly ill with an occupational disease, the other ({report}) has none.',
    },
    fix: { vi: 'Sửa báo cáo sai.', en: 'Correct the report that is wrong.' },
    examples: {
      holds: [after(SAME), {}],
      fails: [after({ ...SAME, 'IV.1.OD-01.diagnosed': 0 }), after(SAME, { '/oshAnnual/diseases/new': 0 })],
    },
  },

  {
    id: 'OD-R047',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: INPUTS,
    needs: ['history'],
    // Annex II counts persons, Annex 8 persons x disease: the first cannot be the greater.
    judge: (facts): readonly Violation[] => {
      const pair = pairOf(facts)
      if (pair === null) return []
      const diagnosed = sumOf(pair.health, DIAGNOSED)
      return diagnosed > 0 && (pair.osh[NEW] ?? 0) > diagnosed
        ? [{ pointer: pointerTo(pair, NEW), params: { report: pair.other.id } }]
        : []
    },
    message: {
      vi: 'Số người mắc mới ở báo cáo an toàn, vệ sinh lao động lớn hơn tổng số chẩn đoán theo bệnh ở báo cáo y tế lao động (báo cáo kia: {report}).',
      en: 'The annual safety report has more persons newly ill than the health report has diagnoses (the other report: {report}).',
    },
    fix: {
      vi: 'Mục 3 đếm người, báo cáo y tế lao động đếm người theo từng bệnh: sửa báo cáo sai, hoặc xác nhận và nêu lý do.',
      en: 'Item 3 counts persons, the health report persons by disease: correct the report that is wrong, or confirm it and say why.',
    },
    examples: {
      holds: [after(SAME), after({ ...SAME, 'IV.1.OD-01.diagnosed': 2 }), after({}), {}],
      fails: [after(SAME, { '/oshAnnual/diseases/new': 2 })],
    },
  },

  {
    id: 'OD-R053',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: INPUTS,
    needs: ['history'],
    judge: (facts): readonly Violation[] => {
      const pair = pairOf(facts)
      // A zero report tells of no health class.
      if (pair === null || !(tells(pair.osh, /^4\./) && tells(pair.health, /^VI\./))) return []
      return CLASSES.flatMap((name) => {
        const own = facts.form?.kind === OSH ? `4.${name}` : `VI.${name}`
        const [osh, health] = [pair.osh[`4.${name}`] ?? 0, sumOf(pair.health, new RegExp(`^VI\\.${name}(\\.|$)`))]
        return osh === health
          ? []
          : [{ pointer: pointerTo(pair, own), params: { name, osh, health, report: pair.other.id } }]
      })
    },
    message: {
      vi: 'Sức khỏe loại {name}: báo cáo an toàn, vệ sinh lao động {osh} người, báo cáo y tế lao động {health} người (báo cáo kia: {report}).',
      en: 'Health class {name}: {osh} persons in the annual safety report, {health} in the health report (the other one: {report}).',
    },
    fix: {
      vi: 'Sửa báo cáo ghi sai loại sức khỏe này, hoặc xác nhận và nêu lý do.',
      en: 'Correct this class in the report that is wrong, or confirm it and say why.',
    },
    examples: {
      holds: [after(SAME), {}],
      fails: [after({ ...SAME, 'VI.III': 47 }), after(SAME, { '/oshAnnual/healthClasses/V': undefined })],
    },
  },
]
