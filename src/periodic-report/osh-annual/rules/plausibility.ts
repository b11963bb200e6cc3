import { cite } from '../../../law/citation.ts'
import { valueAt } from '../../../rules/pointer.ts'
import { nameOfSummaryCell } from '../../accident-summary/cell-names.ts'
import { isLoss } from '../../accident-summary/figures.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_FORM, type ReportRule } from '../../rules/define.ts'
import { knowing, reported } from '../../rules/knowing.ts'
import { CELLS, HEALTH_CLASSES, numberAt, PLAN_COSTS } from '../cells.ts'
import { THOUSANDS } from '../figures.ts'
import { at, osh, oshRule } from './define.ts'

const FORM = 'TT07-2016-BLDTBXH PL II'
const POLICY = { kind: 'policy' } as const
const ARITHMETIC = { kind: 'arithmetic' } as const

const CLASSES = HEALTH_CLASSES.map((name) => `/healthClasses/${name}`)
/** Items 2, 3, 5 and 10; item 8 is part of 10. */
const COSTS = [
  '/accidents/costs',
  '/diseases/costs',
  '/training/costs',
  ...PLAN_COSTS.map((name) => `/planCosts/${name}`),
]
/** Million VND a worker and year beyond which the amounts were probably written in thousands; our policy. */
const MOST_COSTS_OF_A_WORKER = 200

/** Cells of Annex XII that say the same as item 2; `per`: thousands in a million. */
const SAME_IN_SUMMARY: readonly { readonly pointer: string; readonly line: string; readonly per?: number }[] = [
  { pointer: '/accidents/accidents', line: '3.accidents' },
  { pointer: '/accidents/fatalAccidents', line: '3.fatalAccidents' },
  { pointer: '/accidents/victims', line: '3.victims' },
  { pointer: '/accidents/deaths', line: '3.deaths' },
  { pointer: '/accidents/daysOff', line: 'II.daysOff' },
  { pointer: '/accidents/costs', line: 'II.costs', per: THOUSANDS },
]

/** What the summary of the sample year says. */
const SAME = { '3.accidents': 1, '3.fatalAccidents': 1, '3.victims': 1, '3.deaths': 1, 'II.daysOff': 12 }

/** The yearly summary of accidents as this enterprise filed it. */
function summaryOfTheYear(figures: Record<string, number>) {
  return reported({ period: '2026', figures })
}

/** Figures that are improbable: confirmed with a reason or corrected. */
export const plausibilityRules: readonly ReportRule[] = [
  oshRule({
    id: 'KB-OSH-10',
    kind: 'warning',
    citations: [cite(`${FORM}, mục 2`)],
    provenance: BY_ARITHMETIC,
    inputs: at('/accidents/accidents', '/accidents/costs', '/accidents/daysOff'),
    at: '/accidents',
    violated: ({ accidents: item }) => {
      const { accidents = 0, costs = 0, daysOff = 0 } = item ?? {}
      return accidents === 0 && (costs > 0 || daysOff > 0)
    },
    message: {
      vi: 'Không có vụ tai nạn nào trong năm nhưng có chi phí hoặc ngày nghỉ.',
      en: 'No accident in the year, and yet costs or days off.',
    },
    fix: {
      vi: 'Nếu là của vụ tai nạn năm trước thì xác nhận và nêu vụ nào.',
      en: 'If they come from an accident of an earlier year, confirm it and say which.',
    },
    examples: {
      holds: [osh(), osh({ '/accidents': undefined })],
      fails: [osh({ '/accidents/accidents': 0 })],
    },
  }),

  oshRule({
    id: 'KB-OSH-11',
    kind: 'warning',
    citations: [cite(`${FORM}, mục 3`)],
    provenance: FROM_FORM,
    inputs: at('/diseases/total', '/diseases/costs'),
    at: '/diseases/costs',
    violated: ({ diseases }) => (diseases?.total ?? 0) === 0 && (diseases?.costs ?? 0) > 0,
    message: {
      vi: 'Không có người bị bệnh nghề nghiệp nhưng có chi phí cho bệnh nghề nghiệp.',
      en: 'Nobody has an occupational disease, and yet there are costs of them.',
    },
    fix: {
      vi: 'Nếu là chi phí cho người đã thôi việc thì xác nhận và nêu rõ.',
      en: 'If they are for somebody who has left, confirm it and say so.',
    },
    examples: {
      holds: [osh(), osh({ '/diseases': undefined })],
      fails: [osh({ '/diseases/total': 0 })],
    },
  }),

  oshRule({
    id: 'OD-R049',
    kind: 'warning',
    citations: [ARITHMETIC],
    provenance: BY_ARITHMETIC,
    inputs: [...at('/diseases/total', '/diseases/new'), '/period/year'],
    needs: ['history'],
    at: '/diseases/total',
    violated: ({ diseases }, { period, context: { known } }) => {
      const lastYear = String((period?.year ?? 0) - 1)
      const before = known.history?.reports.find((report) => report.kind === 'osh-annual' && report.period === lastYear)
        ?.figures['3.total']
      const { total = 0, new: fallenIll = 0 } = diseases ?? {}
      return before !== undefined && total > before + fallenIll && { total, before, fallenIll }
    },
    message: {
      vi: 'Có {total} người bị bệnh nghề nghiệp, trong khi năm trước {before} người và năm nay mắc mới {fallenIll} người.',
      en: '{total} have an occupational disease; last year {before} had, and {fallenIll} newly fell ill.',
    },
    fix: {
      vi: 'Nếu có người mắc bệnh từ nơi khác chuyển đến thì xác nhận và nêu rõ.',
      en: 'If somebody with a disease came from elsewhere, confirm it and say so.',
    },
    examples: {
      holds: [osh(), osh({}, reported({ kind: 'osh-annual', period: '2025', figures: { '3.total': 2 } }))],
      fails: [osh({}, reported({ kind: 'osh-annual', period: '2025', figures: { '3.total': 1 } }))],
    },
  }),

  oshRule({
    id: 'KB-OSH-12',
    kind: 'warning',
    citations: [cite(`${FORM}, mục 4`)],
    provenance: BY_ARITHMETIC,
    inputs: [...at(...CLASSES), '/workforce/total'],
    needs: ['register'],
    at: '/healthClasses',
    violated: (section, { workforce: { total } }) => {
      const sum = CLASSES.reduce((all, pointer) => all + numberAt(section, pointer), 0)
      return total !== null && sum > total && { sum, total }
    },
    message: {
      vi: 'Tổng số người được phân loại sức khỏe ({sum}) lớn hơn tổng số lao động ({total}).',
      en: 'More were put into health classes ({sum}) than are employed ({total}).',
    },
    fix: {
      vi: 'Mỗi người tính một lần, theo lần khám gần nhất; nếu do biến động lao động thì xác nhận.',
      en: 'Count each person once, by the last examination; if workers came and went, confirm it.',
    },
    examples: {
      holds: [osh(), osh({ '/healthClasses/I': 75 })],
      fails: [osh({ '/healthClasses/I': 76 }), osh({ '/workforce/total': 224 })],
    },
  }),

  oshRule({
    id: 'KB-OSH-13',
    kind: 'warning',
    citations: [cite(`${FORM}, mục 8`)],
    provenance: BY_ARITHMETIC,
    inputs: at('/allowanceInKind/workers', '/allowanceInKind/costs'),
    at: '/allowanceInKind',
    violated: ({ allowanceInKind }) => {
      const { workers = 0, costs = 0 } = allowanceInKind ?? {}
      return workers > 0 !== costs > 0
    },
    message: {
      vi: 'Mục 8 chỉ có số người hoặc chỉ có chi phí bồi dưỡng bằng hiện vật.',
      en: 'Item 8 has persons without costs, or costs without persons.',
    },
    fix: {
      vi: 'Ghi đủ số người và chi phí (triệu đồng), hoặc xác nhận và nêu lý do.',
      en: 'State both persons and costs (million VND), or confirm it and say why.',
    },
    examples: {
      holds: [osh(), osh({ '/allowanceInKind': undefined })],
      fails: [osh({ '/allowanceInKind/workers': 0 }), osh({ '/allowanceInKind/costs': undefined })],
    },
  }),

  oshRule({
    id: 'KB-OSH-14',
    kind: 'warning',
    citations: [POLICY, cite(FORM)],
    provenance: BY_POLICY,
    inputs: [...at(...COSTS), '/workforce/total'],
    needs: ['register'],
    at: '/planCosts',
    violated: (section, { workforce: { total } }) => {
      const costs = Math.round(COSTS.reduce((sum, pointer) => sum + numberAt(section, pointer), 0))
      return total !== null && costs > total * MOST_COSTS_OF_A_WORKER && { costs, total }
    },
    message: {
      vi: 'Các chi phí cộng lại {costs} triệu đồng cho {total} lao động. Mẫu này ghi TRIỆU đồng, không phải nghìn đồng.',
      en: 'The costs come to {costs} million VND for {total} workers. This form is in MILLIONS, not thousands.',
    },
    fix: { vi: 'Ghi lại theo triệu đồng, hoặc xác nhận.', en: 'State them in million VND, or confirm them.' },
    examples: {
      holds: [osh(), osh({ '/planCosts/technicalSafety': 40_000 })],
      fails: [osh({ '/planCosts/technicalSafety': 310_000 }), osh({ '/accidents/costs': 702_000 })],
    },
  }),

  oshRule({
    id: 'KB-OSH-15',
    kind: 'warning',
    citations: [cite(`${FORM}, mục 2`), cite('ND39-2016 PL XII')],
    provenance: BY_ARITHMETIC,
    inputs: [
      ...at(
        '/accidents/accidents',
        '/accidents/fatalAccidents',
        '/accidents/victims',
        '/accidents/deaths',
        '/accidents/daysOff',
        '/accidents/costs',
      ),
      '/period/year',
    ],
    needs: ['history'],
    at: '/accidents',
    violated: (section, { period, context: { known } }) => {
      const summary = known.history?.reports.find(
        (report) => report.kind === 'accident-summary' && report.period === String(period?.year),
      )?.figures
      if (summary === undefined) return false
      const [differing] = SAME_IN_SUMMARY.filter(
        // A zero report tells neither days off nor costs.
        ({ pointer, line }) =>
          !(isLoss(line) && (summary[line] === undefined || valueAt(section, pointer) === undefined)),
      )
        .map(({ pointer, line, per = 1 }) => ({
          line,
          here: Math.round(numberAt(section, pointer) * per),
          there: summary[line] ?? 0,
        }))
        .filter(({ here, there }) => here !== there)
      return differing ? { ...differing, line: nameOfSummaryCell(differing.line) } : false
    },
    message: {
      vi: 'Mục 2 khác báo cáo tổng hợp tai nạn lao động cả năm: {here} so với {there} ở ô {line} (tiền quy về nghìn đồng).',
      en: 'Item 2 differs from the yearly summary of accidents: {here} against {there} in cell {line} (money in thousand VND).',
    },
    fix: { vi: 'Sửa báo cáo sai, hoặc xác nhận và nêu lý do.', en: 'Amend the report that is wrong, or confirm it.' },
    examples: {
      holds: [
        osh(),
        osh({}, summaryOfTheYear({ ...SAME, 'II.costs': 702_000 })),
        osh({}, reported({ period: '2026-H1', figures: {} })),
      ],
      fails: [
        osh({}, summaryOfTheYear({ ...SAME, '3.victims': 2 })),
        osh({}, summaryOfTheYear({ ...SAME, 'II.costs': 702 })),
      ],
    },
  }),

  oshRule({
    id: 'KB-OSH-16',
    kind: 'info',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: at(...CELLS.map(({ pointer }) => pointer)),
    at: '',
    violated: (_section, { figures }) => figures.every(({ value }) => value === 0),
    message: {
      vi: 'Báo cáo không có số liệu nào khác 0: huấn luyện, kế hoạch an toàn, vệ sinh lao động thì cơ sở nào có lao động cũng phải có.',
      en: 'The report has no figure but noughts: training and a safety plan are for every establishment with workers.',
    },
    fix: {
      vi: 'Bổ sung các mục 1 và 4 đến 12 mà cơ sở biết.',
      en: 'Add what is known of items 1 and 4 to 12.',
    },
    examples: {
      holds: [osh()],
      fails: [{ change: { '/kind': 'osh-annual', '/oshAnnual': {} } }],
    },
  }),

  oshRule({
    id: 'KB-OSH-17',
    kind: 'warning',
    citations: [cite('L84-2015 37.2'), ARITHMETIC],
    provenance: BY_ARITHMETIC,
    inputs: at('/diseases/new'),
    needs: ['history'],
    at: '/diseases/new',
    // How many were diagnosed is not told: a labour office reads findings too.
    violated: ({ diseases }, { context: { known } }) => (diseases?.new ?? 0) < (known.declaredYear?.diseases?.new ?? 0),
    message: {
      vi: 'Số người mắc mới ít hơn số người được chẩn đoán lần đầu trong các đợt khám đã khai báo trong năm.',
      en: 'Fewer have newly fallen ill than the screenings declared in the year diagnosed for the first time.',
    },
    fix: { vi: 'Sửa mục 3, hoặc xác nhận và nêu lý do.', en: 'Correct item 3, or confirm it and say why.' },
    examples: {
      holds: [osh(), osh({ '/diseases/new': 0 }, knowing({}))],
      fails: [osh({ '/diseases/new': 0 })],
    },
  }),
]
