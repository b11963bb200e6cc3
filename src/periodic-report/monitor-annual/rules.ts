import { cite } from '../../law/citation.ts'
import { hazardFactors } from '../../reference/catalogue.ts'
import type { Example, Violation } from '../../rules/rule.ts'
import { lengthOf } from '../period.ts'
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
import { wrongRows } from '../rules/wrong-rows.ts'
import { sampleFiledCampaigns, sampleMonitorAnnual, sampleOrganisation } from './sample.ts'
import type { MonitorAnnual } from './schema.ts'

const KIND = 'monitor-annual'
const BASE = '/monitorAnnual'
const TEXT = cite('ND44-2016 44.4')
const PERIOD = ['/kind', '/period/year', '/period/half'] as const
const FACTOR = `${BASE}/factors/*/factor`
const SAMPLES = [`${BASE}/factors/*/samples`, `${BASE}/factors/*/failed`] as const
const FILED = [`${BASE}/establishments`, `${BASE}/campaigns`, `${BASE}/positions`, ...SAMPLES] as const
const INSTRUMENTS = [`${BASE}/instruments/used`, `${BASE}/instruments/calibrated`] as const
const NUMBERS = [
  ...FILED,
  `${BASE}/newFactors/*/establishments`,
  `${BASE}/staff/total`,
  `${BASE}/staff/certified`,
  ...INSTRUMENTS,
] as const

const OF_YEAR = { '/kind': KIND, '/period/half': undefined } as const

function yearly(
  section: MonitorAnnual | Readonly<Record<string, unknown>> = sampleMonitorAnnual,
  context: Partial<ReportContext> = {},
): Example<ReportContext> {
  return {
    change: { ...OF_YEAR, [BASE]: section },
    context: { receivedAt: new Date('2026-12-10T09:00:00+07:00'), filedAs: 'monitor', register: null, ...context },
  }
}

const HAVING_FILED = knowing({ self: sampleOrganisation, filedCampaigns: sampleFiledCampaigns })

/** A part and the whole that it cannot exceed, with where the part stands. */
type PartOfWhole = readonly [part: number | undefined, whole: number | undefined, pointer: string]

function partsOf({ establishments, campaigns, factors, newFactors, staff, instruments }: MonitorAnnual) {
  const parts: readonly PartOfWhole[] = [
    [establishments, campaigns, `${BASE}/establishments`],
    ...(factors ?? []).map(({ samples, failed }, index): PartOfWhole => {
      return [failed, samples ?? 0, `${BASE}/factors/${index}/failed`]
    }),
    ...(newFactors ?? []).map((one, index): PartOfWhole => {
      return [one.establishments, establishments, `${BASE}/newFactors/${index}/establishments`]
    }),
    [staff?.certified, staff?.total, `${BASE}/staff/certified`],
    [instruments?.calibrated, instruments?.used, `${BASE}/instruments/calibrated`],
  ]
  return parts
}

/** What the yearly report of a monitoring organisation is judged by. */
export const monitorAnnualRules: readonly ReportRule[] = [
  shapeRule({
    id: 'KB-MA-01',
    kind: 'error',
    citations: [TEXT, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...NUMBERS],
    guards: NUMBERS,
    message: {
      vi: 'Số cơ sở, số đợt, số vị trí, số mẫu, số người, số thiết bị phải là số nguyên không âm.',
      en: 'Establishments, campaigns, positions, samples, staff and instruments are whole numbers, not below nought.',
    },
    fix: {
      vi: 'Ghi số nguyên từ 0 trở lên, không có dấu phân cách, không đặt trong ngoặc kép, ví dụ 14.',
      en: 'Write a whole number from 0 on, without separators or quotation marks, such as 14.',
    },
    examples: {
      holds: [yearly()],
      fails: [yearly({ campaigns: -1 }), yearly({ staff: { total: 'chín' } })],
    },
  }),

  {
    id: 'KB-MA-02',
    kind: 'error',
    citations: [TEXT, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, FACTOR],
    judge: ({ section: { monitorAnnual } }) =>
      wrongRows(
        monitorAnnual?.factors ?? [],
        ({ factor }) => factor,
        (factor) => hazardFactors.findEver(factor) !== undefined,
      ).map(({ code: factor, index }) => ({ pointer: `${BASE}/factors/${index}/factor`, params: { factor } })),
    message: {
      vi: 'Mã yếu tố {factor} không có trong danh mục, hoặc được ghi hai dòng.',
      en: 'The list has no factor {factor}, or it stands in two rows.',
    },
    fix: {
      vi: 'Chọn mã tại /v1/code-lists/hazard-factors, mỗi yếu tố một dòng; yếu tố chưa có giới hạn cho phép thì ghi ở newFactors.',
      en: 'Choose a code from /v1/code-lists/hazard-factors, one row for each; a factor without a limit goes to newFactors.',
    },
    examples: {
      holds: [yearly()],
      fails: [
        yearly({ factors: [{ factor: 'NOISE' }] }),
        yearly({ factors: [{ factor: 'HZ-PHY-NOISE' }, { factor: 'HZ-PHY-NOISE' }] }),
        yearly({ factors: [{ samples: 1 }] }),
      ],
    },
  },

  {
    id: 'KB-MA-03',
    kind: 'error',
    citations: [TEXT, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...NUMBERS.filter((at) => at !== `${BASE}/positions`)],
    judge: ({ section: { monitorAnnual } }): readonly Violation[] =>
      partsOf(monitorAnnual ?? {}).flatMap(([part, whole, pointer]) =>
        part !== undefined && whole !== undefined && part > whole ? [{ pointer, params: { part, whole } }] : [],
      ),
    message: {
      vi: 'Một phần ({part}) lớn hơn tổng số ({whole}): cơ sở so với đợt quan trắc, mẫu không đạt so với mẫu, người có chứng chỉ so với số người, thiết bị đã hiệu chuẩn so với thiết bị đã dùng.',
      en: 'A part ({part}) exceeds the whole ({whole}): establishments of campaigns, failed of samples, certified of staff, calibrated of instruments used.',
    },
    fix: { vi: 'Sửa số sai.', en: 'Correct the number that is wrong.' },
    examples: {
      holds: [yearly(), yearly({ establishments: 3 })],
      fails: [
        yearly({ establishments: 3, campaigns: 2 }),
        yearly({ factors: [{ factor: 'HZ-PHY-NOISE', samples: 1, failed: 2 }] }),
        yearly({ factors: [{ factor: 'HZ-PHY-NOISE', failed: 1 }] }),
        yearly({ ...sampleMonitorAnnual, newFactors: [{ name: 'Sợi nano carbon', establishments: 3 }] }),
        yearly({ staff: { total: 5, certified: 6 } }),
        yearly({ instruments: { used: 3, calibrated: 4 } }),
      ],
    },
  },

  reportRule({
    id: 'KB-MA-04',
    kind: 'error',
    citations: [TEXT, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, `${BASE}/campaigns`, `${BASE}/positions`, ...SAMPLES],
    at: `${BASE}/campaigns`,
    violated: ({ section: { monitorAnnual } }) => {
      const { campaigns, positions = 0, factors = [] } = monitorAnnual ?? {}
      const samples = factors.reduce((sum, one) => sum + (one.samples ?? 0), 0)
      return campaigns === 0 && (samples > 0 || positions > 0) && { samples, positions }
    },
    message: {
      vi: 'Không có đợt quan trắc nào nhưng có {samples} mẫu, {positions} vị trí.',
      en: 'There was no campaign, and there are {samples} samples and {positions} positions.',
    },
    fix: {
      vi: 'Ghi số đợt quan trắc, hoặc bỏ số mẫu và số vị trí.',
      en: 'State the campaigns, or leave out samples and positions.',
    },
    examples: {
      holds: [yearly(), yearly({ campaigns: 0, positions: 0, factors: [] })],
      fails: [
        yearly({ campaigns: 0, factors: [{ factor: 'HZ-PHY-NOISE', samples: 1 }] }),
        yearly({ campaigns: 0, positions: 1 }),
      ],
    },
  }),

  {
    id: 'KB-MA-05',
    kind: 'warning',
    citations: [TEXT, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, FACTOR, ...FILED],
    needs: ['history'],
    // Enterprises file campaigns of the organisation too, so that more is to be expected.
    judge: ({ section: { monitorAnnual }, differences }) =>
      (monitorAnnual && differences ? differences : [])
        .filter(({ filed, declared }) => filed < declared)
        .map(({ line, pointer, filed, declared, declarations }) => ({
          pointer: pointer ?? `${BASE}/factors`,
          params: { line, filed, declared, declarations: declarations.join(', ') || '—' },
        })),
    message: {
      vi: 'Ô {line}: báo cáo ghi {filed}, riêng các đợt do tổ chức nộp qua hệ thống trong năm đã là {declared} (hồ sơ {declarations}).',
      en: 'Cell {line}: {filed} reported, while what the organisation filed here of the year comes to {declared} ({declarations}).',
    },
    fix: {
      vi: 'Sửa báo cáo, rút đợt nộp nhầm, hoặc xác nhận và nêu lý do.',
      en: 'Correct the report, withdraw a campaign filed by mistake, or confirm and say why.',
    },
    examples: {
      holds: [yearly(sampleMonitorAnnual, HAVING_FILED), yearly({ campaigns: 0, factors: [] })],
      fails: [
        yearly({ ...sampleMonitorAnnual, campaigns: 1, establishments: 1 }, HAVING_FILED),
        yearly({ ...sampleMonitorAnnual, factors: [] }, HAVING_FILED),
        yearly({ ...sampleMonitorAnnual, positions: undefined }, HAVING_FILED),
      ],
    },
  },

  reportRule({
    id: 'ENV-031',
    kind: 'breach',
    citations: [TEXT],
    provenance: FROM_TEXT,
    inputs: PERIOD,
    at: '/period',
    violated: ({ form, due, receivedOn }) =>
      form?.kind === KIND && due !== null && receivedOn > due.due && { before: due.strictlyBefore, receivedOn },
    message: {
      vi: 'Tổ chức quan trắc báo cáo hoạt động hằng năm ngày {receivedOn} là muộn: phải gửi cơ quan y tế TRƯỚC ngày {before}.',
      en: 'The yearly report of the monitoring organisation came on {receivedOn}, which is late: it is due at the health office BEFORE {before}.',
    },
    fix: {
      vi: 'Vẫn gửi ngay và nêu lý do chậm ở note; năm sau gửi trước ngày 15 tháng 12.',
      en: 'Send it now all the same and say in note why it is late; next year send it before 15 December.',
    },
    examples: {
      holds: [{ change: OF_YEAR, context: { receivedAt: new Date('2026-12-14T23:59:00+07:00') } }],
      fails: [{ change: OF_YEAR, context: { receivedAt: new Date('2026-12-15T00:00:00+07:00') } }],
    },
  }),

  reportRule({
    id: 'KB-MA-06',
    kind: 'breach',
    citations: [cite('ND44-2016 37.1')],
    provenance: FROM_TEXT,
    inputs: [...PERIOD, ...INSTRUMENTS],
    at: `${BASE}/instruments/calibrated`,
    violated: ({ section: { monitorAnnual } }) => {
      const { used, calibrated } = monitorAnnual?.instruments ?? {}
      return used !== undefined && calibrated !== undefined && calibrated < used && { used, calibrated }
    },
    message: {
      vi: 'Trong năm đã dùng {used} thiết bị nhưng chỉ {calibrated} thiết bị được hiệu chuẩn trước khi quan trắc.',
      en: '{used} instruments were used, and {calibrated} of them were calibrated before the work.',
    },
    fix: {
      vi: 'Hiệu chuẩn thiết bị trước khi quan trắc; kết quả đo bằng thiết bị chưa hiệu chuẩn không được tính.',
      en: 'Calibrate instruments before the work; what others measured does not count.',
    },
    examples: {
      holds: [yearly(), yearly({ instruments: { used: 3 } })],
      fails: [yearly({ instruments: { used: 12, calibrated: 11 } })],
    },
  }),

  reportRule({
    id: 'KB-MA-07',
    kind: 'info',
    citations: [TEXT],
    provenance: BY_POLICY,
    inputs: [...PERIOD, `${BASE}/establishments`, `${BASE}/campaigns`, `${BASE}/positions`, FACTOR],
    at: BASE,
    violated: ({ section: { monitorAnnual }, period }) => {
      if (!monitorAnnual || period === null || lengthOf(period) !== 'year') return false
      const { establishments, campaigns, positions, factors } = monitorAnnual
      return [establishments, campaigns, positions, factors].includes(undefined)
    },
    message: {
      vi: 'Báo cáo chưa ghi đủ số cơ sở, số đợt, số vị trí quan trắc và các yếu tố; Nghị định không quy định mẫu.',
      en: 'The report does not state all of establishments, campaigns, positions and factors; the decree sets no form.',
    },
    examples: {
      holds: [yearly(), yearly({ establishments: 0, campaigns: 0, positions: 0, factors: [] })],
      fails: [yearly({ campaigns: 0 })],
    },
  }),
]
