import { NOT_STATED } from '../../declaration/code-name.ts'
import { MOST_COUNT } from '../../declaration/schema-parts.ts'
import { cite } from '../../law/citation.ts'
import { hazardFactors } from '../../reference/catalogue.ts'
import type { Example } from '../../rules/rule.ts'
import { sampleHealth } from '../occupational-health/sample.ts'
import { BY_ARITHMETIC, FROM_TEXT, type ReportContext, type ReportRule, reportRule } from '../rules/define.ts'
import { knowing } from '../rules/knowing.ts'
import { lateRule } from '../rules/late.ts'
import { numberRule } from '../rules/numbers.ts'
import { wrongRows } from '../rules/wrong-rows.ts'
import { sampleContext } from '../sample.ts'
import { toldDifference } from '../told-difference.ts'
import type { EnvironmentAnnual } from './schema.ts'

const KIND = 'environment-annual'
const BASE = '/environmentAnnual'
const TEXT = cite('ND44-2016 45.3.b')
const PERIOD = ['/kind', '/period/year', '/period/half'] as const
const FACTOR = `${BASE}/factors/*/factor`
const NUMBERS = [`${BASE}/campaigns`, `${BASE}/factors/*/samples`, `${BASE}/factors/*/failed`] as const

const OF_YEAR = { '/kind': KIND, '/period/half': undefined } as const
const IN_DECEMBER = { receivedAt: new Date('2026-12-10T09:00:00+07:00') }
const CAMPAIGNS = knowing({ campaigns: sampleHealth.campaigns })
const QUARRY = {
  register: sampleContext.register && { ...sampleContext.register, hazardFactors: ['HZ-DUST-SILICA', 'HZ-PHY-NOISE'] },
}
const AS_DECLARED: EnvironmentAnnual = {
  campaigns: 1,
  factors: [
    { factor: 'HZ-DUST-SILICA', samples: 6, failed: 3 },
    { factor: 'HZ-PHY-NOISE', samples: 8, failed: 2 },
  ],
}

function yearly(
  section: EnvironmentAnnual | Readonly<Record<string, unknown>>,
  context: Partial<ReportContext> = {},
): Example<ReportContext> {
  return {
    change: { ...OF_YEAR, [BASE]: section },
    context: { ...IN_DECEMBER, ...context },
  }
}

/** What the employer's yearly report on monitoring is judged by. */
export const environmentAnnualRules: readonly ReportRule[] = [
  numberRule({
    id: 'KB-EA-01',
    citations: [TEXT, { kind: 'arithmetic' }],
    inputs: [...PERIOD, ...NUMBERS],
    guards: NUMBERS,
    what: { vi: 'Số đợt, số mẫu', en: 'Campaigns and samples' },
    most: MOST_COUNT,
    examples: { holds: [yearly(AS_DECLARED)], fails: [yearly({ campaigns: -1 }), yearly({ campaigns: 'hai' })] },
  }),

  {
    id: 'KB-EA-02',
    kind: 'error',
    citations: [TEXT, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, FACTOR],
    judge: ({ section: { environmentAnnual } }) =>
      wrongRows(
        environmentAnnual?.factors ?? [],
        ({ factor }) => factor,
        (factor) => hazardFactors.findEver(factor) !== undefined,
      ).map(({ code, index }) => ({ pointer: `${BASE}/factors/${index}/factor`, params: { factor: code } })),
    message: {
      vi: 'Mã yếu tố {factor} không có trong danh mục, hoặc được ghi hai dòng.',
      en: 'The list has no factor {factor}, or it stands in two rows.',
    },
    fix: {
      vi: 'Chọn mã tại /v1/code-lists/hazard-factors; mỗi yếu tố một dòng.',
      en: 'Choose a code from /v1/code-lists/hazard-factors; one row for each factor.',
    },
    examples: {
      holds: [yearly(AS_DECLARED)],
      fails: [
        yearly({ factors: [{ factor: 'NOISE' }] }),
        yearly({ factors: [{ factor: 'HZ-PHY-NOISE' }, { factor: 'HZ-PHY-NOISE' }] }),
        yearly({ factors: [{ samples: 1 }] }),
      ],
    },
  },

  {
    id: 'KB-EA-03',
    kind: 'error',
    citations: [TEXT, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, ...NUMBERS],
    judge: ({ section: { environmentAnnual } }) =>
      (environmentAnnual?.factors ?? []).flatMap(({ samples = 0, failed = 0 }, index) =>
        failed > samples ? [{ pointer: `${BASE}/factors/${index}/failed`, params: { failed, samples } }] : [],
      ),
    message: {
      vi: 'Số mẫu không đạt ({failed}) lớn hơn tổng số mẫu ({samples}).',
      en: 'More samples failed ({failed}) than were taken ({samples}).',
    },
    fix: {
      vi: 'Mẫu không đạt là một phần của tổng số mẫu: sửa một trong hai số.',
      en: 'Samples beyond the limit are part of all samples: correct one of the two.',
    },
    examples: {
      holds: [yearly(AS_DECLARED)],
      fails: [yearly({ factors: [{ factor: 'HZ-PHY-NOISE', samples: 1, failed: 2 }] })],
    },
  },

  {
    id: 'KB-EA-04',
    kind: 'warning',
    citations: [TEXT, { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...PERIOD, FACTOR, ...NUMBERS],
    needs: ['history'],
    judge: ({ form, section: { environmentAnnual }, differences, context: { known } }) =>
      environmentAnnual && (known.campaigns?.length ?? 0) > 0
        ? (differences ?? []).map(toldDifference({ form }, `${BASE}/factors`))
        : [],
    message: {
      vi: 'Ô {line}: báo cáo ghi {filed}, các đợt quan trắc trong năm cho {declared} (hồ sơ: {declarations}).',
      en: 'Cell {line}: {filed} reported, the campaigns of the year give {declared} (declarations: {declarations}).',
    },
    fix: {
      vi: 'Sửa báo cáo theo kết quả quan trắc, khai báo đợt còn thiếu, hoặc xác nhận và nêu lý do.',
      en: 'Correct the report by the campaigns, declare the one that is missing, or confirm and say why.',
    },
    examples: {
      holds: [yearly(AS_DECLARED, CAMPAIGNS), yearly(AS_DECLARED)],
      fails: [yearly({ ...AS_DECLARED, campaigns: 2 }, CAMPAIGNS), yearly({ campaigns: 1 }, CAMPAIGNS)],
    },
  },

  {
    id: 'KB-EA-05',
    kind: 'breach',
    citations: [cite('L84-2015 18.2')],
    provenance: FROM_TEXT,
    inputs: [...PERIOD, ...NUMBERS],
    needs: ['register', 'history'],
    judge: ({ section: { environmentAnnual }, period, context: { known, register } }) => {
      const factors = register?.hazardFactors ?? []
      const isMeasured = (environmentAnnual?.factors ?? []).some(({ samples = 0 }) => samples > 0)
      const missed = environmentAnnual && factors.length > 0 && !isMeasured && (known.campaigns?.length ?? 0) === 0
      return missed
        ? [{ pointer: `${BASE}/factors`, params: { factors: factors.length, year: period?.year ?? NOT_STATED } }]
        : []
    },
    message: {
      vi: 'Cơ sở có {factors} yếu tố có hại trong sổ đăng ký nhưng năm {year} không có mẫu quan trắc nào.',
      en: 'The register has {factors} harmful factors of this establishment, and there is no sample in {year}.',
    },
    fix: {
      vi: 'Quan trắc ít nhất một lần mỗi năm; nếu đã quan trắc thì ghi số mẫu.',
      en: 'Monitor at least once a year; if it was done, state the samples.',
    },
    examples: {
      holds: [yearly(AS_DECLARED, QUARRY), yearly({}), yearly({}, { ...QUARRY, ...CAMPAIGNS })],
      fails: [yearly({ campaigns: 0, factors: [] }, QUARRY)],
    },
  },

  lateRule({
    id: 'KB-EA-06',
    citations: [TEXT],
    of: KIND,
    paper: '/onBehalf/receivedOn',
    message: {
      vi: 'Báo cáo quan trắc nhận ngày {receivedOn} là muộn: phải gửi Sở Y tế TRƯỚC ngày {before}.',
      en: 'The report on monitoring came on {receivedOn}, which is late: it is due at the Department of Health BEFORE {before}.',
    },
    examples: {
      holds: [{ change: OF_YEAR, context: { receivedAt: new Date('2026-12-30T23:59:00+07:00') } }],
      fails: [{ change: OF_YEAR, context: { receivedAt: new Date('2026-12-31T00:00:00+07:00') } }],
    },
  }),

  reportRule({
    id: 'KB-EA-07',
    kind: 'error',
    citations: [TEXT],
    provenance: FROM_TEXT,
    inputs: PERIOD,
    at: '/period/half',
    violated: ({ form, period }) => form?.kind === KIND && period?.half === 1,
    message: {
      vi: 'Báo cáo quan trắc môi trường lao động lập cho cả năm.',
      en: 'The report on monitoring is made of whole years.',
    },
    fix: { vi: 'Bỏ half.', en: 'Leave half out.' },
    examples: {
      holds: [{ change: OF_YEAR }],
      fails: [{ change: { '/kind': KIND } }],
    },
  }),
]
