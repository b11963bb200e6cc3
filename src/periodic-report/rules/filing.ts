import { cite } from '../../law/citation.ts'
import { establishmentTypes, industries2018, industries2025 } from '../../reference/catalogue.ts'
import { FILED_KINDS } from '../forms.ts'
import { reporterOf, type SelfReporter } from '../known.ts'
import { lengthOf, periodText } from '../period.ts'
import { REPORT_SECTIONS } from '../schema.ts'
import { tellsNought } from '../zero.ts'
import { BY_ARITHMETIC, BY_POLICY, FROM_TEXT, type ReportRule, reportRule, shapeRule } from './define.ts'
import { amending, knowing, reported } from './knowing.ts'

const POLICY = { kind: 'policy' } as const
const OFFICES: ReadonlySet<string> = new Set(['labour-office', 'health-office'])
const SECTIONS = REPORT_SECTIONS.map((name) => `/${name}`)
const PERIOD = ['/period/year', '/period/half'] as const
const ON_BEHALF = {
  enterpriseId: '0198f000-0000-7000-8000-000000000001',
  channel: 'POST',
  receivedOn: '2026-07-01',
} as const

const PROVINCE: SelfReporter = { kind: 'labour-office', unit: { scheme: 'VN-2025', code: '19' }, name: null }

const SENT = { number: '125/BC-SNV', on: '2026-07-01' } as const

/** Whose report it is, on which period, filed once. */
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
      vi: `Ghi vào kind một trong: ${FILED_KINDS.join(', ')}.`,
      en: `Set kind to one of: ${FILED_KINDS.join(', ')}.`,
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
        : REPORT_SECTIONS.filter((name) =>
            name === form.section
              ? declaration[name] === undefined && declaration.zero !== true
              : declaration[name] !== undefined,
          ).map((name) => ({ pointer: `/${name}` })),
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
        kind: known.own.kind,
        period: known.own.period,
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
            .map(({ id, period }) => ({ pointer: '/period', params: { report: id, period } })),
    message: {
      vi: 'Kỳ {period} đã có báo cáo {report}.',
      en: 'There is a report on {period} already: {report}.',
    },
    fix: {
      vi: 'Sửa đổi báo cáo đó (PUT), không nộp báo cáo thứ hai.',
      en: 'Amend that report (PUT) instead of filing a second one.',
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

  reportRule({
    id: 'KB-REP-09',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/onBehalf/enterpriseId', '/onBehalf/channel'],
    at: '/onBehalf',
    // Somebody who validates without a token has not said who would file; the owner of a record keeps how it began.
    violated: ({ declaration, context: { filedAs, amends } }) =>
      declaration.onBehalf !== undefined && amends === null && filedAs !== 'anonymous' && !OFFICES.has(filedAs),
    message: {
      vi: 'Chỉ cơ quan tiếp nhận báo cáo mới ghi nhận thay cho cơ sở.',
      en: 'Only an office that receives reports records one on behalf of an establishment.',
    },
    fix: { vi: 'Bỏ phần onBehalf.', en: 'Leave onBehalf out.' },
    examples: {
      holds: [
        {},
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'labour-office' } },
        { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'anonymous', register: null } },
        { change: { '/onBehalf': ON_BEHALF }, context: amending() },
      ],
      fails: [{ change: { '/onBehalf': ON_BEHALF } }],
    },
  }),

  reportRule({
    id: 'KB-REP-10',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/kind'],
    needs: ['history'],
    at: '/kind',
    violated: ({ form, context: { known } }) =>
      form !== null && known.history !== null && !form.filedBy.includes(reporterOf(known)),
    message: {
      vi: 'Loại báo cáo này do cơ quan, tổ chức khác lập: xem danh mục loại báo cáo và người phải báo cáo.',
      en: 'This kind of report is owed by another body: see which kinds there are and who owes them.',
    },
    fix: {
      vi: 'Chọn loại báo cáo do chính bên nộp phải lập; cơ quan ghi nhận thay báo cáo của một cơ sở thì nêu onBehalf.enterpriseId.',
      en: 'Choose a kind that the filer itself owes; an office that records the report of an enterprise gives onBehalf.enterpriseId.',
    },
    examples: {
      holds: [{}],
      fails: [
        { context: { ...knowing({ commune: { scheme: 'VN-2025', code: '01849' } }), filedAs: 'commune' } },
        { context: { ...knowing({ self: PROVINCE }), filedAs: 'labour-office' } },
      ],
    },
  }),

  reportRule({
    id: 'KB-REP-11',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/onBehalf/receivedOn'],
    at: '/onBehalf/receivedOn',
    violated: ({ declaration, dates: { received } }) =>
      received !== null && (declaration.onBehalf?.receivedOn ?? received) > received,
    message: { vi: 'Ngày nhận báo cáo ở sau hôm nay.', en: 'The report is said to have come on a day after today.' },
    examples: {
      holds: [{}, { change: { '/onBehalf': ON_BEHALF }, context: { filedAs: 'labour-office' } }],
      fails: [
        {
          change: { '/onBehalf': { ...ON_BEHALF, receivedOn: '2026-07-03' } },
          context: { filedAs: 'labour-office' },
        },
      ],
    },
  }),

  reportRule({
    id: 'KB-REP-15',
    kind: 'error',
    citations: [POLICY],
    provenance: BY_POLICY,
    inputs: ['/sentAs/number', '/sentAs/on'],
    needs: ['history'],
    at: '/sentAs',
    violated: ({ declaration: { sentAs }, context: { known }, dates: { received } }) =>
      sentAs !== undefined && (!OFFICES.has(reporterOf(known)) || (received !== null && sentAs.on > received)),
    message: {
      vi: 'Chỉ cơ quan ghi ngày đã gửi báo cáo của chính mình (sentAs), và ngày ấy không thể ở sau hôm nay; báo cáo khác tính theo ngày nhận tại đây.',
      en: 'Only an office states the day on which it sent its own report (sentAs), which is not after today; other reports go by their receipt here.',
    },
    fix: { vi: 'Bỏ phần sentAs, hoặc sửa ngày.', en: 'Leave sentAs out, or correct its day.' },
    examples: {
      holds: [{}, { change: { '/sentAs': SENT }, context: knowing({ self: PROVINCE }) }],
      fails: [
        { change: { '/sentAs': SENT } },
        { change: { '/sentAs': { ...SENT, on: '2026-07-03' } }, context: knowing({ self: PROVINCE }) },
      ],
    },
  }),

  reportRule({
    id: 'KB-REP-12',
    kind: 'info',
    citations: [cite('ND39-2016 PL XII, chú thích 2')],
    provenance: BY_POLICY,
    inputs: ['/establishment/type', '/period'],
    at: '/establishment/type',
    violated: ({ declaration: { establishment }, legalDate }) =>
      establishment?.type !== undefined &&
      establishmentTypes.find(establishment.type, legalDate) === undefined && { code: establishment.type },
    message: {
      vi: 'Mã loại hình cơ sở {code} không có trong danh mục hiện biết.',
      en: 'The type of establishment {code} is not in the list as far as it is known.',
    },
    examples: {
      holds: [{}, { change: { '/establishment/type': undefined } }],
      fails: [{ change: { '/establishment/type': '99' } }],
    },
  }),

  reportRule({
    id: 'KB-REP-13',
    kind: 'info',
    citations: [cite('ND39-2016 PL XII, chú thích 3')],
    provenance: BY_POLICY,
    inputs: ['/establishment/industry/version', '/establishment/industry/code', '/period'],
    at: '/establishment/industry/code',
    violated: ({ declaration: { establishment }, legalDate }) => {
      const { version, code } = establishment?.industry ?? {}
      if (code === undefined) return false
      const lists =
        version === undefined
          ? [industries2025, industries2018]
          : [version === '2018' ? industries2018 : industries2025]
      return lists.every((list) => list.longestKnownPrefix(code, legalDate) === undefined) && { code }
    },
    message: {
      vi: 'Mã ngành {code} không có trong Hệ thống ngành kinh tế.',
      en: 'The classification of industries has no code {code}.',
    },
    examples: {
      holds: [{}, { change: { '/establishment/industry': undefined } }],
      fails: [{ change: { '/establishment/industry/code': 'Z9' } }],
    },
  }),

  reportRule({
    id: 'ACC-G06',
    kind: 'error',
    citations: [cite('ND39-2016 PL XII'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/workforce/total', '/workforce/women'],
    needs: ['register'],
    at: '/workforce',
    violated: ({ workforce: { total, women }, context: { known } }) =>
      // A commune reports on workers whom nobody employs; offices and organisations on those of others.
      reporterOf(known) === 'enterprise' &&
      (total === null || total < 1 || (women ?? 0) > total) && { total: total ?? '—', women: women ?? '—' },
    message: {
      vi: 'Tổng số lao động ({total}) phải từ 1 trở lên và không ít hơn số lao động nữ ({women}); sổ đăng ký cũng không có số khác.',
      en: 'The number of workers ({total}) must be at least 1 and not below that of women ({women}); the register has no other.',
    },
    examples: {
      holds: [{}, { change: { '/workforce': undefined } }],
      fails: [
        { change: { '/workforce/total': 0 } },
        { change: { '/workforce/women': 241 } },
        { change: { '/workforce': undefined }, context: { register: null } },
      ],
    },
  }),

  reportRule({
    id: 'KB-REP-14',
    kind: 'info',
    citations: [cite('ND39-2016 PL XII')],
    provenance: BY_POLICY,
    inputs: ['/declarant/name', '/declarant/position'],
    at: '/declarant',
    violated: ({ declaration: { declarant } }) => declarant?.name === undefined || declarant.position === undefined,
    message: {
      vi: 'Mẫu báo cáo có chữ ký của người đại diện; báo cáo này chưa ghi họ tên, chức vụ.',
      en: 'The form is signed by the head of the unit; name or position are missing here.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/declarant/name': undefined } }, { change: { '/declarant': undefined } }],
    },
  }),
]
