import { type Citation, cite } from '../../law/citation.ts'
import { groupBy } from '../../reference/group-by.ts'
import type { Example, Text } from '../../rules/rule.ts'
import type { AnyForm } from '../form.ts'
import {
  BY_ARITHMETIC,
  BY_POLICY,
  FROM_TEXT,
  type ReportContext,
  type ReportRule,
  reportRule,
  shapeRule,
} from '../rules/define.ts'
import { knowing } from '../rules/knowing.ts'
import type { ReportKind } from '../vocabulary.ts'
import { officeHealthSummaryForm, officeOshSummaryForm } from './form.ts'
import { sampleReceived } from './sample.ts'

const BASE = '/receivedReports'
const LINE = `${BASE}/cells/*/line`
const NUMBERS = [`${BASE}/establishments`, `${BASE}/reporting`, `${BASE}/workers`, `${BASE}/cells/*/value`] as const
const PERIOD = ['/period/year', '/period/half'] as const

const FORMS = [officeOshSummaryForm, officeHealthSummaryForm]
const TEXTS = [cite('TT07-2016-BLDTBXH 10.3'), cite('TT19-2016-BYT 12')] as const

/** What is summed up in a form of this section; null for any other form. */
function isSummedIn(form: AnyForm | null): ((line: string) => boolean) | null {
  return FORMS.find(({ kind }) => kind === form?.kind)?.isSummed ?? null
}

const HELD = knowing({ receivedHeld: sampleReceived })

function received(
  change: Readonly<Record<string, unknown>> = {},
  context: Partial<ReportContext> = {},
): Example<ReportContext> {
  return { change: { '/kind': 'office-osh-summary', [BASE]: sampleReceived, ...change }, context }
}

/** Late is told by the article that sets the day, which is another for each. */
function lateRule(
  id: string,
  kind: ReportKind,
  citation: Citation,
  message: Text,
  days: { timely: string; late: string },
): ReportRule {
  const change = { '/kind': kind, '/period/half': undefined }
  const at = (day: string) => ({ receivedAt: new Date(`${day}T09:00:00+07:00`) })
  return reportRule({
    id,
    kind: 'breach',
    citations: [citation],
    provenance: FROM_TEXT,
    inputs: ['/kind', ...PERIOD, '/sentAs/on'],
    at: '/period',
    violated: ({ form, due, receivedOn }) =>
      form?.kind === kind && due !== null && receivedOn > due.due && { before: due.strictlyBefore, receivedOn },
    message,
    fix: {
      vi: 'Nếu đã gửi bằng văn bản trước đó thì ghi số và ngày văn bản vào sentAs.',
      en: 'If it was sent as a document before, give the number and day of that in sentAs.',
    },
    examples: {
      holds: [
        { change, context: at(days.timely) },
        { change: { ...change, '/sentAs': { on: days.timely } }, context: at(days.late) },
      ],
      fails: [{ change, context: at(days.late) }],
    },
  })
}

/** What the reports of offices on the reports they received are judged by. */
export const receivedReportsRules: readonly ReportRule[] = [
  shapeRule({
    id: 'KB-OR-01',
    kind: 'error',
    citations: [...TEXTS, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/kind', ...NUMBERS],
    guards: NUMBERS,
    message: {
      vi: 'Số liệu phải là số không âm; số cơ sở, số lao động là số nguyên.',
      en: 'A figure is not below nought; establishments and workers are whole numbers.',
    },
    examples: {
      holds: [received()],
      fails: [received({ [`${BASE}/workers`]: 1.5 }), received({ [`${BASE}/cells/0/value`]: -1 })],
    },
  }),

  {
    id: 'KB-OR-02',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/kind', LINE],
    judge: ({ section: { receivedReports } }) => {
      const cells = (receivedReports?.cells ?? []).map(({ line }, index) => ({ line, index }))
      return [...groupBy(cells, ({ line }) => line)].flatMap(([line, ofIt]) =>
        line === undefined
          ? []
          : ofIt.slice(1).map(({ index }) => ({ pointer: `${BASE}/cells/${index}/line`, params: { line } })),
      )
    },
    message: { vi: 'Ô {line} được ghi hai lần.', en: 'The cell {line} stands twice.' },
    fix: { vi: 'Giữ lại một dòng.', en: 'Keep one of them.' },
    examples: { holds: [received()], fails: [received({ [`${BASE}/cells/1/line`]: '3.new' })] },
  },

  {
    id: 'KB-OR-03',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/kind', LINE],
    judge: ({ form, section: { receivedReports } }) => {
      const isSummed = isSummedIn(form)
      return (receivedReports?.cells ?? []).flatMap(({ line }, index) =>
        isSummed === null || (line !== undefined && isSummed(line))
          ? []
          : [{ pointer: `${BASE}/cells/${index}/line`, params: { line: line ?? '—' } }],
      )
    },
    message: {
      vi: 'Báo cáo của các cơ sở không có ô {line}, hoặc ô này không cộng được giữa các cơ sở.',
      en: 'The reports of establishments have no cell {line}, or its sum over establishments tells nothing.',
    },
    fix: {
      vi: 'Tên các ô: xem dự thảo (GET /v1/periodic-reports/draft).',
      en: 'For the names of cells see the draft (GET /v1/periodic-reports/draft).',
    },
    examples: {
      holds: [
        received(),
        received({
          '/kind': 'office-health-summary',
          [`${BASE}/cells`]: [
            { line: 'II.HZ-PHY-NOISE.samples', value: 8 },
            { line: 'IV.1.OD-01.diagnosedWomen', value: 0 },
          ],
        }),
      ],
      fails: [
        received({ [`${BASE}/cells/0/line`]: undefined }),
        received({ [`${BASE}/cells/0/line`]: '7.mostInMonth' }),
        received({ '/kind': 'office-health-summary' }),
      ],
    },
  },

  {
    id: 'KB-OR-04',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/kind', ...NUMBERS.slice(0, 2)],
    judge: ({ section: { receivedReports } }) => {
      const { establishments = 0, reporting = 0 } = receivedReports ?? {}
      return reporting > establishments ? [{ pointer: `${BASE}/reporting`, params: { establishments, reporting } }] : []
    },
    message: {
      vi: '{reporting} cơ sở tham gia báo cáo, nhiều hơn {establishments} cơ sở.',
      en: '{reporting} establishments reported, more than the {establishments} there are.',
    },
    examples: { holds: [received()], fails: [received({ [`${BASE}/reporting`]: 4 })] },
  },

  {
    id: 'KB-OR-05',
    kind: 'warning',
    citations: [...TEXTS, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/kind', ...PERIOD, LINE, ...NUMBERS],
    needs: ['history'],
    judge: ({ section: { receivedReports }, differences, context: { known } }) => {
      const [first] = (receivedReports && known.receivedHeld && differences) ?? []
      if (first === undefined) return []
      const { line, filed, declared: held } = first
      return [{ pointer: BASE, params: { cells: differences?.length ?? 0, line, filed, held } }]
    },
    message: {
      vi: '{cells} ô khác với các báo cáo cơ quan đang giữ, trước hết ô {line}: ghi {filed}, đang giữ {held}.',
      en: '{cells} cells differ from the reports that the office holds, first {line}: {filed} filed, {held} held.',
    },
    fix: {
      vi: 'Lập lại từ dự thảo (GET /v1/periodic-reports/draft), ghi nhận báo cáo giấy còn thiếu, hoặc xác nhận và nêu lý do.',
      en: 'Make it anew from the draft (GET /v1/periodic-reports/draft), record the paper reports that are missing, or confirm and say why.',
    },
    examples: {
      holds: [received({}, HELD), received()],
      fails: [received({ [`${BASE}/cells/1/value`]: 13 }, HELD), received({ [`${BASE}/cells`]: undefined }, HELD)],
    },
  },

  lateRule(
    'KB-OR-06',
    'office-osh-summary',
    TEXTS[0],
    {
      vi: 'Báo cáo tổng hợp gửi ngày {receivedOn} là muộn: phải gửi Bộ TRƯỚC ngày {before}.',
      en: 'The summary was sent on {receivedOn}, which is late: it is due at the ministry BEFORE {before}.',
    },
    { timely: '2027-01-24', late: '2027-01-25' },
  ),
  lateRule(
    'KB-OR-07',
    'office-health-summary',
    TEXTS[1],
    {
      vi: 'Báo cáo y tế lao động của tỉnh gửi ngày {receivedOn} là muộn: phải gửi Bộ Y tế TRƯỚC ngày {before}.',
      en: 'The summary on occupational health was sent on {receivedOn}, which is late: it is due at the Ministry of Health BEFORE {before}.',
    },
    { timely: '2027-01-24', late: '2027-01-25' },
  ),
]
