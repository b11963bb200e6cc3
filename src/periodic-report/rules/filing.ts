import { cite } from '../../law/citation.ts'
import type { Text, Violation } from '../../rules/rule.ts'
import { FORMS, formOf, kindsNamed } from '../forms.ts'
import { lengthOf, periodName, periodText, readPeriod } from '../period.ts'
import { REPORT_SECTIONS } from '../sections.ts'
import { tellsNought } from '../zero.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_TEXT, type ReportRule, reportRule, shapeRule } from './define.ts'
import { amending, reported } from './knowing.ts'

const POLICY = { kind: 'policy' } as const
const SECTIONS = REPORT_SECTIONS.map((name) => `/${name}`)
const PERIOD = ['/period/year', '/period/half'] as const

/** Which report it is, on which period, with the section of its kind, filed once. */
export const filingRules: readonly ReportRule[] = [
  {
    id: 'KB-REP-01',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/kind'],
    guards: ['/kind'],
    judge: ({ form }) => (form === null ? [{ pointer: '/kind' }] : []),
    message: {
      vi: 'Thiếu loại báo cáo, hoặc loại này chưa được tiếp nhận tại đây.',
      en: 'The kind of report is missing, or is not received here.',
    },
    fix: {
      vi: `Ghi vào kind một trong: ${kindsNamed(FORMS).vi}.`,
      en: `Set kind to one of: ${kindsNamed(FORMS).en}.`,
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/kind': undefined } }, { change: { '/kind': 'accidents' } }],
    },
  },

  {
    id: 'KB-REP-02',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/period/year'],
    guards: ['/period/year'],
    judge: ({ declaration }) => (declaration.period?.year === undefined ? [{ pointer: '/period/year' }] : []),
    message: {
      vi: 'Thiếu năm của kỳ báo cáo, hoặc không phải một năm.',
      en: 'The year of the period is missing or is none.',
    },
    fix: {
      vi: 'Ghi năm bằng bốn chữ số vào period.year, không đặt trong ngoặc kép: 2026.',
      en: 'State the year in period.year with four digits and without quotes: 2026.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/period/year': undefined } }, { change: { '/period/year': 26 } }],
    },
  },

  shapeRule({
    id: 'ACC-G02',
    kind: 'error',
    citations: [cite('ND39-2016 24.1'), cite('ND39-2016 PL XII')],
    provenance: FROM_TEXT,
    inputs: ['/period/half'],
    guards: ['/period/half'],
    message: {
      vi: 'Kỳ báo cáo chỉ có thể là sáu tháng đầu năm (half = 1) hoặc cả năm (bỏ half).',
      en: 'A report covers the first half-year (half = 1) or the whole year (without half).',
    },
    fix: {
      vi: 'Ghi period.half = 1 cho sáu tháng đầu năm; bỏ half cho cả năm. Sáu tháng cuối năm không có báo cáo riêng.',
      en: 'Set period.half to 1 for the first half-year, or leave it out for the year; there is no report of the second half.',
    },
    examples: {
      holds: [{}, { change: { '/period/half': undefined } }],
      fails: [{ change: { '/period/half': 2 } }],
    },
  }),

  {
    id: 'KB-REP-03',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/kind', '/zero', ...SECTIONS],
    judge: ({ declaration, form }) =>
      form === null
        ? []
        : REPORT_SECTIONS.flatMap((name): readonly Violation[] => {
            const isFiled = declaration[name] !== undefined
            if (name !== form.section)
              return isFiled ? [{ pointer: `/${name}`, fix: leaveOut(name, form.section) }] : []
            return isFiled || declaration.zero === true ? [] : [{ pointer: `/${name}`, fix: addSection(name) }]
          }),
    message: {
      vi: 'Báo cáo có đúng một phần số liệu: phần của loại báo cáo đó.',
      en: 'A report has exactly one section of figures: that of its kind.',
    },
    fix: {
      vi: 'Bổ sung phần còn thiếu hoặc bỏ phần thừa; kỳ không phát sinh thì đặt zero = true.',
      en: 'Add the section that is missing or leave out the other; where nothing occurred, set zero to true.',
    },
    examples: {
      holds: [{}, { change: { '/accidentSummary': undefined, '/zero': true } }],
      fails: [{ change: { '/accidentSummary': undefined } }],
    },
  },

  reportRule({
    id: 'KB-REP-04',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/kind', ...PERIOD],
    at: '/period/half',
    violated: ({ form, period }) => form !== null && period !== null && !form.periods.includes(lengthOf(period)),
    message: {
      vi: 'Loại báo cáo này chỉ lập cho cả năm.',
      en: 'This report is made of whole years only.',
    },
    fix: { vi: 'Bỏ half.', en: 'Leave half out.' },
    examples: {
      holds: [{}, { change: { '/kind': 'osh-annual', '/period': { year: 2025 } } }],
      fails: [{ change: { '/kind': 'osh-annual' } }],
    },
  }),

  reportRule({
    id: 'KB-REP-05',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/kind', ...PERIOD],
    needs: ['history'],
    at: '/period',
    violated: ({ form, period, context: { known } }) =>
      known.own !== null &&
      form !== null &&
      period !== null &&
      (known.own.kind !== form.kind || known.own.period !== periodText(period)) && {
        kind: formOf(known.own.kind)?.name ?? known.own.kind,
        period: periodName(readPeriod(known.own.period)),
      },
    message: {
      vi: 'Bản sửa đổi phải giữ nguyên loại báo cáo ({kind}) và kỳ báo cáo ({period}).',
      en: 'An amendment keeps the kind ({kind}) and the period ({period}) of the report.',
    },
    fix: {
      vi: 'Báo cáo nộp nhầm kỳ thì rút lại rồi nộp báo cáo mới.',
      en: 'Withdraw a report of a wrong period and file a new one.',
    },
    examples: {
      holds: [{}, { context: amending() }],
      fails: [{ context: amending({ period: '2025' }) }, { context: amending({ kind: 'osh-annual' }) }],
    },
  }),

  {
    id: 'ACC-G05',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/kind', ...PERIOD],
    needs: ['history'],
    judge: ({ form, period, context: { known } }) =>
      form === null || period === null
        ? []
        : (known.history?.reports ?? [])
            .filter((earlier) => earlier.kind === form.kind && earlier.period === periodText(period))
            .map(({ id }) => ({ pointer: '/period', params: { report: id, period: periodName(period) } })),
    message: {
      vi: 'Kỳ báo cáo {period} đã có báo cáo {report}.',
      en: 'There is a report on {period} already: {report}.',
    },
    fix: {
      vi: 'Sửa đổi báo cáo đó bằng PUT /v1/periodic-reports/{report}, không nộp báo cáo thứ hai.',
      en: 'Amend that report by PUT /v1/periodic-reports/{report} instead of filing a second one.',
    },
    examples: {
      holds: [{}, { context: reported({ period: '2025' }) }, { context: reported({ kind: 'osh-annual' }) }],
      fails: [{ context: reported() }],
    },
  },

  reportRule({
    id: 'KB-REP-06',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/period/year'],
    at: '/period/year',
    violated: ({ dates }) => dates.begins !== null && dates.received !== null && dates.begins > dates.received,
    message: { vi: 'Kỳ báo cáo chưa bắt đầu.', en: 'The period has not begun.' },
    fix: {
      vi: 'Kiểm tra period.year; báo cáo của kỳ này chỉ nộp được khi kỳ đã bắt đầu.',
      en: 'Check period.year; a report can be filed once its period has begun.',
    },
    examples: { holds: [{}], fails: [{ change: { '/period/year': 2027 } }] },
  }),

  reportRule({
    id: 'KB-REP-07',
    kind: 'warning',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/kind', ...PERIOD, '/onBehalf/receivedOn', '/programmeAnnual/programmes/*/programme'],
    at: '/period',
    violated: ({ dates: { begins, ends }, due, receivedOn }) =>
      begins !== null &&
      ends !== null &&
      receivedOn >= begins &&
      receivedOn <= ends &&
      // Some reports are due before their year ends.
      (due === null || due.due > ends) && { ends },
    message: {
      vi: 'Kỳ báo cáo đến {ends} mới hết: số liệu còn có thể thay đổi.',
      en: 'The period ends only on {ends}: the figures may still change.',
    },
    fix: { vi: 'Chờ hết kỳ, hoặc xác nhận và nêu lý do.', en: 'Wait for its end, or confirm it and say why.' },
    examples: {
      holds: [{}, { change: { '/period': { year: 2025 } } }],
      fails: [{ change: { '/period': { year: 2026 } } }],
    },
  }),

  {
    id: 'KB-REP-08',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/kind', '/zero', ...SECTIONS],
    judge: ({ declaration, form, figures }) =>
      declaration.zero === true && form !== null
        ? figures
            .filter(({ line, value }) => value !== 0 && tellsNought(form, line))
            .map(({ pointer, value }) => ({ pointer, params: { value } }))
        : [],
    message: {
      vi: 'Báo cáo được đánh dấu không phát sinh (zero) nhưng số liệu này là {value}.',
      en: 'The report is marked as a zero report, and this figure is {value}.',
    },
    fix: {
      vi: 'Nếu trong kỳ có phát sinh thì bỏ zero; nếu không thì ghi 0 hoặc bỏ số liệu này.',
      en: 'Where something occurred in the period, leave zero out; else write 0 here, or leave the figure out.',
    },
    examples: {
      holds: [
        {},
        { change: { '/zero': true, '/accidentSummary': { payroll: 21_600, commuting: { victims: 0 } } } },
        { change: { '/zero': true, '/accidentSummary': { losses: { daysOff: 12 } } } },
      ],
      fails: [{ change: { '/zero': true } }],
    },
  },
]

function addSection(name: string): Text {
  return {
    vi: `Bổ sung phần ${name}; kỳ không phát sinh thì đặt zero = true.`,
    en: `Add the section ${name}; where nothing occurred, set zero to true.`,
  }
}

function leaveOut(name: string, own: string): Text {
  return {
    vi: `Bỏ phần ${name}: số liệu của loại báo cáo này nằm ở phần ${own}.`,
    en: `Leave the section ${name} out: the figures of this kind of report stand in ${own}.`,
  }
}
