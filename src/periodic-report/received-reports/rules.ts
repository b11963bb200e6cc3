import { NOT_STATED } from '../../declaration/code-name.ts'
import { type Citation, cite } from '../../law/citation.ts'
import { groupBy } from '../../reference/group-by.ts'
import { written } from '../../rules/present.ts'
import type { Example, Text } from '../../rules/rule.ts'
import type { AnyForm } from '../form.ts'
import type { SelfReporter } from '../known.ts'
import { MOST_IN_PROVINCE } from '../office-summary/filed-schema.ts'
import { BY_ARITHMETIC, BY_POLICY, type ReportContext, type ReportRule, shapeRule } from '../rules/define.ts'
import { knowing, reporting } from '../rules/knowing.ts'
import { lateRule } from '../rules/late.ts'
import { numberRule, WRITE_DIGITS } from '../rules/numbers.ts'
import { cellNamed } from '../told-difference.ts'
import type { ReportKind } from '../vocabulary.ts'
import { officeHealthSummaryForm, officeOshSummaryForm } from './form.ts'
import { sampleReceived } from './sample.ts'
import { MOST_OF_SUM } from './schema.ts'

const BASE = '/receivedReports'
const LINE = `${BASE}/cells/*/line`
const COUNTS = [`${BASE}/establishments`, `${BASE}/reporting`, `${BASE}/workers`] as const
const VALUE = `${BASE}/cells/*/value`
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
function lateSummary(
  id: string,
  kind: ReportKind,
  citation: Citation,
  message: Text,
  reporter: SelfReporter['kind'],
): ReportRule {
  const change = { '/kind': kind, '/period/half': undefined }
  const at = (day: string) => ({ ...reporting(reporter), receivedAt: new Date(`${day}T09:00:00+07:00`) })
  return lateRule({
    id,
    citations: [citation],
    of: kind,
    paper: '/sentAs/on',
    message,
    examples: {
      holds: [
        { change, context: at('2027-01-24') },
        { change: { ...change, '/sentAs': { on: '2027-01-24' } }, context: at('2027-01-25') },
      ],
      fails: [{ change, context: at('2027-01-25') }],
    },
  })
}

/** What the reports of offices on the reports they received are judged by. */
export const receivedReportsRules: readonly ReportRule[] = [
  numberRule({
    id: 'KB-OR-01',
    citations: [...TEXTS, { kind: 'arithmetic' }],
    inputs: ['/kind', ...COUNTS],
    guards: COUNTS,
    what: { vi: 'Số cơ sở, số lao động', en: 'Establishments and workers' },
    most: MOST_IN_PROVINCE,
    examples: { holds: [received()], fails: [received({ [`${BASE}/workers`]: 1.5 })] },
  }),

  shapeRule({
    id: 'KB-OR-08',
    kind: 'error',
    citations: [...TEXTS, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/kind', VALUE],
    guards: [VALUE],
    message: {
      vi: `Tổng của một ô phải là số từ 0 đến ${written(MOST_OF_SUM, 'vi')}, nhiều nhất ba chữ số lẻ; tiền ở báo cáo an toàn, vệ sinh lao động tính bằng TRIỆU đồng, ở báo cáo y tế lao động tính bằng NGHÌN đồng.`,
      en: `The sum of a cell: a number from 0 to ${written(MOST_OF_SUM, 'en')} with three decimals at most; money in MILLION VND of reports on safety and health, in THOUSAND VND of those on occupational health.`,
    },
    fix: WRITE_DIGITS,
    examples: {
      holds: [received()],
      fails: [received({ [`${BASE}/cells/0/value`]: -1 }), received({ [`${BASE}/cells/0/value`]: '64,5' })],
    },
  }),

  {
    id: 'KB-OR-02',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/kind', LINE],
    judge: ({ form, section: { receivedReports } }) => {
      const cells = (receivedReports?.cells ?? []).map(({ line }, index) => ({ line, index }))
      return [...groupBy(cells, ({ line }) => line)].flatMap(([line, ofIt]) =>
        line === undefined
          ? []
          : ofIt.slice(1).map(({ index }) => ({
              pointer: `${BASE}/cells/${index}/line`,
              params: { line: cellNamed(form, line) },
            })),
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
          : [{ pointer: `${BASE}/cells/${index}/line`, params: { line: line ?? NOT_STATED } }],
      )
    },
    message: {
      vi: 'Báo cáo của các cơ sở không có ô "{line}", hoặc ô này không cộng được giữa các cơ sở.',
      en: 'The reports of establishments have no cell "{line}", or its sum over establishments tells nothing.',
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
    inputs: ['/kind', ...COUNTS.slice(0, 2)],
    judge: ({ section: { receivedReports } }) => {
      const { establishments = 0, reporting = 0 } = receivedReports ?? {}
      return reporting > establishments ? [{ pointer: `${BASE}/reporting`, params: { establishments, reporting } }] : []
    },
    message: {
      vi: '{reporting} cơ sở tham gia báo cáo, nhiều hơn {establishments} cơ sở.',
      en: '{reporting} establishments reported, more than the {establishments} there are.',
    },
    fix: {
      vi: 'Ghi vào establishments mọi cơ sở trên địa bàn, kể cả cơ sở chưa báo cáo; hoặc sửa reporting.',
      en: 'State in establishments all of the area, with those that did not report; or correct reporting.',
    },
    examples: { holds: [received()], fails: [received({ [`${BASE}/reporting`]: 4 })] },
  },

  {
    id: 'KB-OR-05',
    kind: 'warning',
    citations: [...TEXTS, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/kind', ...PERIOD, LINE, ...COUNTS, VALUE],
    needs: ['history'],
    judge: ({ form, section: { receivedReports }, differences, context: { known } }) => {
      const [first] = (receivedReports && known.receivedHeld && differences) ?? []
      if (first === undefined) return []
      const { line, filed, declared: held } = first
      return [{ pointer: BASE, params: { cells: differences?.length ?? 0, line: cellNamed(form, line), filed, held } }]
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

  lateSummary(
    'KB-OR-06',
    'office-osh-summary',
    TEXTS[0],
    {
      vi: 'Báo cáo tổng hợp gửi ngày {receivedOn} là muộn: phải gửi Bộ TRƯỚC ngày {before}.',
      en: 'The summary was sent on {receivedOn}, which is late: it is due at the ministry BEFORE {before}.',
    },
    'labour-office',
  ),
  lateSummary(
    'KB-OR-07',
    'office-health-summary',
    TEXTS[1],
    {
      vi: 'Báo cáo y tế lao động của tỉnh gửi ngày {receivedOn} là muộn: phải gửi Bộ Y tế TRƯỚC ngày {before}.',
      en: 'The summary on occupational health was sent on {receivedOn}, which is late: it is due at the Ministry of Health BEFORE {before}.',
    },
    'health-office',
  ),
]
