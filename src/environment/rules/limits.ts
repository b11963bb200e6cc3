import { cite } from '../../law/citation.ts'
import type { NotAssessableReason } from '../../law/exposure/assess.ts'
import { convert } from '../../law/exposure/units.ts'
import { isCasNumber } from '../../reference/cas-number.ts'
import type { Params, Text } from '../../rules/rule.ts'
import type { EnvironmentFacts, MeasurementFacts } from '../facts.ts'
import {
  ASSESSED,
  BY_ARITHMETIC,
  BY_POLICY,
  campaignRule,
  type EnvironmentRule,
  FROM_MEMORY,
  FROM_QUOTATION,
  FROM_TEXT,
  positionRule,
} from './define.ts'
import { exceedanceRules } from './exceedances.ts'
import { gatheredRule, toldOfResult } from './gathered.ts'
import { citesEnded, citesReplacedBy2025 } from './printed-texts.ts'

const VERDICT = [...ASSESSED, '/measurements/*/verdict'] as const
const PRINTED = [...ASSESSED, '/measurements/*/printedLimit/min', '/measurements/*/printedLimit/max'] as const
const TEXT = [...ASSESSED, '/measurements/*/printedText'] as const

/** What printing to two or three digits may make of a limit. */
const PRINTING_TOLERANCE = 0.005

const SILICA = '/measurements/0'
const NOISE = '/measurements/1'

/** What the report prints of limits and verdicts beside what the law has; what follows from an exceedance. */
export const limitRules: readonly EnvironmentRule[] = [
  ...exceedanceRules,

  gatheredRule({
    id: 'ENV-110',
    kind: 'breach',
    citations: [cite('L84-2015 18.2'), cite('L84-2015 12.4')],
    provenance: FROM_TEXT,
    inputs: VERDICT,
    at: '/verdict',
    violated: ({ assessment, measurement }) =>
      measurement.verdict === 'pass' &&
      assessment?.verdict === 'exceed' &&
      !assessment.advisory && {
        value: assessment.value ?? '-',
        unit: assessment.unit,
        limit: assessment.limitValue ?? '-',
      },
    message: toldOfResult({
      vi: 'Báo cáo kết luận "đạt" trong khi {value} {unit} ngoài giới hạn {limit} {unit}.',
      en: 'The report says "pass", though {value} {unit} is beyond the limit of {limit} {unit}.',
    }),
    fix: {
      vi: 'Nếu chép đúng báo cáo thì giữ nguyên và yêu cầu tổ chức quan trắc đính chính; nếu chép sai thì sửa.',
      en: 'If the report is copied rightly, leave it and have the organisation correct it; otherwise correct it here.',
    },
    examples: {
      holds: [
        {},
        { change: { [`${NOISE}/value`]: 88, [`${NOISE}/verdict`]: 'exceed' } },
        { change: { [`${SILICA}/factor`]: 'DU-SIO2-RESP' } },
      ],
      fails: [{ change: { [`${NOISE}/value`]: 88 } }],
    },
  }),

  gatheredRule({
    id: 'ENV-111',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: VERDICT,
    at: '/verdict',
    violated: ({ assessment, measurement }) =>
      measurement.verdict === 'exceed' &&
      assessment?.verdict === 'pass' &&
      !assessment.advisory && {
        value: assessment.value ?? '-',
        unit: assessment.unit,
        limit: assessment.limitValue ?? '-',
      },
    message: toldOfResult({
      vi: 'Báo cáo kết luận "không đạt" trong khi {value} {unit} trong giới hạn {limit} {unit}.',
      en: 'The report says "exceeds", though {value} {unit} is within the limit of {limit} {unit}.',
    }),
    fix: {
      vi: 'Kiểm tra giá trị, đơn vị, thời gian tiếp xúc, loại lao động; nếu đúng thì xác nhận và nêu lý do.',
      en: 'Check value, unit, time of exposure and class of labour; confirm with a reason if they are right.',
    },
    examples: {
      holds: [
        {},
        { change: { [`${NOISE}/value`]: 88, [`${NOISE}/verdict`]: 'exceed' } },
        {
          change: { [`${SILICA}/factor`]: 'DU-SIO2-RESP', [`${SILICA}/value`]: 0.09, [`${SILICA}/verdict`]: 'exceed' },
        },
      ],
      fails: [{ change: { [`${NOISE}/verdict`]: 'exceed' } }],
    },
  }),

  gatheredRule({
    id: 'ENV-112',
    kind: 'warning',
    citations: [cite('L84-2015 18.2')],
    provenance: BY_POLICY,
    inputs: PRINTED,
    at: '/printedLimit',
    violated: (facts) => otherLimitPrinted(facts),
    message: toldOfResult({
      vi: 'Báo cáo ghi giới hạn {printed} {printedUnit}, quy chuẩn có hiệu lực vào ngày lấy mẫu ghi {limit} {limitUnit} ({id}).',
      en: 'The report prints a limit of {printed} {printedUnit}; the text in force on the day of the sample has {limit} {limitUnit} ({id}).',
    }),
    fix: {
      vi: 'Sửa nếu chép sai; báo cáo đúng là ghi như vậy thì xác nhận.',
      en: 'Correct it if it was copied wrongly; confirm if the report says so.',
    },
    examples: {
      holds: [
        {},
        // Printed as the table has it, for 8 hours, or as it is for this time.
        { change: { [`${NOISE}/exposureMinutes`]: 240 } },
        { change: { [`${NOISE}/exposureMinutes`]: 240, [`${NOISE}/printedLimit/max`]: 88 } },
        { change: { [`${SILICA}/factor`]: 'DU-SIO2-RESP' } },
      ],
      fails: [
        { change: { [`${NOISE}/printedLimit/max`]: 90 } },
        { change: { '/measurements/4/printedLimit/min': 16 } },
        // The number of the table, beside a value in another unit.
        { change: { [`${SILICA}/unit`]: 'µg/m³' } },
      ],
    },
  }),

  gatheredRule({
    id: 'ENV-113',
    kind: 'info',
    citations: [cite('ND44-2016 35.6')],
    provenance: FROM_MEMORY,
    inputs: VERDICT,
    at: '/verdict',
    violated: ({ assessment, measurement, factor }) =>
      measurement.verdict === 'pass' &&
      (measurement.cas === undefined || isCasNumber(measurement.cas)) &&
      (assessment?.reason === 'limit-not-known' ||
        (assessment?.reason === 'no-limit' && factor?.attributes.kind === 'concentration')),
    message: toldOfResult({
      vi: 'Báo cáo kết luận "đạt" cho chất không có giới hạn, hoặc có giới hạn mà hệ thống chưa biết; kết quả này không tính là đạt.',
      en: 'The report says "pass" of a substance without a limit, or with one that is not known here; it does not count as passing.',
    }),
    fix: {
      vi: 'Nếu quy chuẩn có giới hạn, ghi giới hạn ấy ở printedLimit và printedText.',
      en: 'If a regulation has a limit, state it in printedLimit and printedText.',
    },
    examples: {
      holds: [{}, { change: { [SILICA]: chemical('78-93-3', {}) } }],
      fails: [
        { change: { [SILICA]: chemical('78-93-3', { verdict: 'pass' }) } },
        { change: { [SILICA]: chemical('107-13-1', { verdict: 'pass' }) } },
      ],
    },
  }),

  gatheredRule({
    id: 'ENV-120',
    kind: 'info',
    citations: [cite('QCVN26-2016-BYT')],
    provenance: FROM_TEXT,
    inputs: VERDICT,
    at: '/verdict',
    violated: ({ assessment, measurement: { verdict } }) =>
      assessment?.reason === 'place-outside-scope' && (verdict === 'pass' || verdict === 'exceed'),
    message: toldOfResult({
      vi: 'QCVN 26:2016/BYT không áp dụng cho nơi ngoài trời, công trường, hầm mỏ, phương tiện, kho lạnh; kết quả này không tính là đạt hay không đạt.',
      en: 'QCVN 26:2016/BYT does not cover outdoor work, construction sites, mines, vehicles and cold stores; the result counts neither as passing nor as exceeding.',
    }),
    examples: {
      holds: [{}, { change: { '/positions/1/place': 'outdoor', ...unjudged([4, 5, 6]) } }],
      fails: [{ change: { '/positions/1/place': 'outdoor' } }],
    },
  }),

  {
    id: 'ENV-129',
    kind: 'info',
    citations: [cite('QCVN03-2019-BYT')],
    provenance: FROM_MEMORY,
    inputs: ASSESSED,
    judge: ({ mixtures }) =>
      mixtures.flatMap(({ position: { index: ordinal, pointer, position }, index }) =>
        index <= 1 ? [] : [{ pointer, params: { ordinal: ordinal + 1, position: position.positionId, index } }],
      ),
    message: {
      vi: 'Tổng tiếp xúc hỗn hợp hơi hữu cơ ở vị trí {position} (thứ {ordinal}) là {index}, vượt 1; chỉ để tham khảo.',
      en: 'The organic vapours at position {position} (number {ordinal}) add up to {index}, above 1; for information only.',
    },
    examples: {
      holds: [
        {
          change: {
            [SILICA]: chemical('71-43-2', { value: 2.5 }),
            [NOISE]: chemical('108-88-3', { value: 40 }),
          },
        },
      ],
      fails: [
        {
          change: {
            [SILICA]: chemical('71-43-2', { value: 2.5 }),
            [NOISE]: chemical('108-88-3', { value: 40 }),
            '/measurements/8': chemical('1330-20-7', { value: 20 }),
          },
        },
      ],
    },
  },

  gatheredRule({
    id: 'ENV-134',
    kind: 'breach',
    citations: [cite('QCVN01-2025-BYT')],
    provenance: FROM_TEXT,
    inputs: TEXT,
    at: '/printedText',
    violated: (of, facts) => citesReplacedBy2025(of, facts) && { text: of.measurement.printedText ?? '' },
    message: toldOfResult({
      vi: 'Báo cáo viện dẫn "{text}"; từ ngày 01/10/2025 chất này theo QCVN 01:2025/BYT.',
      en: 'The report cites "{text}"; since 1 October 2025 this substance is under QCVN 01:2025/BYT.',
    }),
    fix: {
      vi: 'Yêu cầu tổ chức quan trắc đánh giá lại theo QCVN 01:2025/BYT.',
      en: 'Have the organisation judge it anew by QCVN 01:2025/BYT.',
    },
    examples: {
      holds: [
        { change: { [SILICA]: chemical('107-13-1', { printedText: 'QCVN 01:2025/BYT' }) } },
        {
          change: {
            [SILICA]: chemical('107-13-1', { printedText: 'QĐ 3733/2002/QĐ-BYT', sampledAt: '2025-08-01' }),
          },
        },
      ],
      fails: [{ change: { [SILICA]: chemical('107-13-1', { printedText: 'QĐ 3733/2002/QĐ-BYT' }) } }],
    },
  }),

  gatheredRule({
    id: 'ENV-135',
    kind: 'breach',
    citations: [cite('QCVN24-2016-BYT'), cite('QCVN02-2019-BYT'), cite('QCVN03-2019-BYT')],
    provenance: FROM_TEXT,
    inputs: TEXT,
    at: '/printedText',
    violated: (of, facts) => citesEnded(of, facts) && { text: of.measurement.printedText ?? '' },
    message: toldOfResult({
      vi: 'Báo cáo viện dẫn "{text}", không còn hiệu lực với yếu tố này vào ngày lấy mẫu.',
      en: 'The report cites "{text}", which had ended for this factor on the day of the sample.',
    }),
    fix: {
      vi: 'Yêu cầu tổ chức quan trắc đánh giá lại theo quy chuẩn có hiệu lực vào ngày lấy mẫu.',
      en: 'Have the organisation judge it anew by the text in force on the day of the sample.',
    },
    examples: {
      holds: [
        {},
        { change: { [SILICA]: chemical('107-13-1', { printedText: 'QĐ 3733/2002/QĐ-BYT' }) } },
        { change: { [`${SILICA}/printedText`]: 'TCVN 3985:1999' } },
      ],
      fails: [
        { change: { [`${SILICA}/printedText`]: 'Quyết định 3733/2002/QĐ-BYT' } },
        { change: { [`${NOISE}/printedText`]: 'TCVN 3985:1999' } },
        { change: { [SILICA]: chemical('71-43-2', { printedText: 'QĐ 3733/2002/QĐ-BYT' }) } },
      ],
    },
  }),

  positionRule({
    id: 'ENV-050',
    kind: 'info',
    citations: [cite('QCVN24-2016-BYT')],
    provenance: BY_POLICY,
    inputs: ASSESSED,
    at: '',
    violated: ({ measurements, position }) => {
      const isTooLoud = ({ measurement, assessment }: MeasurementFacts) =>
        measurement.factor === 'PH-NOISE-LAEQ' && assessment?.verdict === 'exceed'
      const isBand = ({ measurement }: MeasurementFacts) => measurement.factor?.startsWith('PH-NOISE-OCT-') === true
      return measurements.some(isTooLoud) && !measurements.some(isBand) && { position: position.positionId }
    },
    message: {
      vi: 'Tiếng ồn vượt giới hạn ở vị trí {position} (thứ {ordinal}) mà chưa phân tích dải tần; nên đo các dải ốc-ta để chọn biện pháp giảm ồn.',
      en: 'Noise is beyond its limit at position {position} (number {ordinal}), and its octave bands were not measured; they help to choose the remedy.',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            [`${NOISE}/value`]: 88,
            [SILICA]: { positionId: 'VT1', factor: 'PH-NOISE-OCT-1000', value: 79, unit: 'dB' },
          },
        },
      ],
      fails: [{ change: { [`${NOISE}/value`]: 88 } }],
    },
  }),

  campaignRule({
    id: 'ENV-051',
    kind: 'info',
    citations: [cite('ND44-2016 35.6'), cite('ND44-2016 44.4')],
    provenance: FROM_MEMORY,
    inputs: [...ASSESSED, '/newFactorNotice/notifiedOn'],
    at: '/newFactorNotice',
    violated: ({ declaration, measurements }) => {
      if (declaration.newFactorNotice?.notifiedOn !== undefined) return false
      const found = new Set<string>()
      for (const { assessment, measurement, factor } of measurements) {
        if (assessment?.reason !== 'no-limit' || factor?.attributes.kind !== 'concentration') continue
        // A wrong number is told by ENV-101.
        if (measurement.cas !== undefined && !isCasNumber(measurement.cas)) continue
        found.add(measurement.cas ?? factor.code)
      }
      return found.size > 0 && { substances: [...found].slice(0, MOST_NAMED).join(', '), number: found.size }
    },
    message: {
      vi: '{number} chất không có giới hạn trong các bảng hệ thống đã biết ({substances}) và chưa ghi đã báo Sở Y tế.',
      en: '{number} substances have no limit in the tables known here ({substances}), and no notice to the Department of Health is stated.',
    },
    fix: {
      vi: 'Nếu quy chuẩn Việt Nam đúng là chưa có giới hạn, tổ chức quan trắc phải báo cơ quan y tế; ghi ngày báo vào newFactorNotice.',
      en: 'If no Vietnamese text has a limit, the organisation must report it to the health authority; state the day in newFactorNotice.',
    },
    examples: {
      holds: [{}, { change: { [SILICA]: chemical('78-93-3', {}), '/newFactorNotice': { notifiedOn: '2026-03-20' } } }],
      fails: [{ change: { [SILICA]: chemical('78-93-3', {}) } }],
    },
  }),

  gatheredRule({
    id: 'KB-ENV-55',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ASSESSED,
    at: '',
    violated: unknownCode,
    message: toldOfResult({
      vi: 'Mã "{code}" ({field}) không có trong các giới hạn của yếu tố này.',
      en: 'Code "{code}" ({field}) is in none of the limits of this factor.',
    }),
    fix: {
      vi: 'Tra /v1/exposure-limits?factor={factor}; không có mã phù hợp thì bỏ trống.',
      en: 'Look it up in /v1/exposure-limits?factor={factor}; leave it out if none fits.',
    },
    examples: {
      holds: [{}, { change: { '/positions/1/lightingWork': undefined } }, { change: { [SILICA]: radio(50) } }],
      fails: [
        { change: { '/positions/1/lightingWork': 'LT-99' } },
        { change: { [`${SILICA}/factor`]: 'DU-TOT', [`${SILICA}/dustGroup`]: 'DU-NS-9' } },
        { change: { [`${SILICA}/limitCode`]: 'QCVN03-2019/9' } },
      ],
    },
  }),

  whyNotAssessable('KB-ENV-56', 'labour-class-missing', {
    message: {
      vi: 'Vi khí hậu không đánh giá được vì vị trí không ghi loại lao động.',
      en: 'The microclimate cannot be judged: the position does not state the class of labour.',
    },
    fix: {
      vi: 'Ghi labourClass của vị trí: light (nhẹ), medium (trung bình), heavy (nặng).',
      en: 'State labourClass of the position: light, medium or heavy.',
    },
    citation: 'QCVN26-2016-BYT',
    holds: [{}],
    fails: [{ '/positions/1/labourClass': undefined }],
  }),

  whyNotAssessable('KB-ENV-57', 'condition-missing', {
    message: {
      vi: 'Không đánh giá được vì thiếu điều kiện để chọn giới hạn.',
      en: 'It cannot be judged: what chooses its limit is missing.',
    },
    fix: {
      vi: 'Tra /v1/exposure-limits?factor={factor} xem giới hạn theo điều kiện nào: lightingWork, roomType, dustGroup, axis, frequencyHz, bodyShare, hàm lượng silic (DU-SIO2-PCT).',
      en: 'See in /v1/exposure-limits?factor={factor} by what its limits differ: lightingWork, roomType, dustGroup, axis, frequencyHz, bodyShare, silica content (DU-SIO2-PCT).',
    },
    holds: [{}],
    fails: [{ '/positions/1/lightingWork': undefined }, { [`${SILICA}/factor`]: 'DU-TOT' }],
  }),

  whyNotAssessable('KB-ENV-58', 'several-limits', {
    message: {
      vi: 'Không đánh giá được vì có nhiều giới hạn phù hợp.',
      en: 'It cannot be judged: several limits fit.',
    },
    fix: {
      vi: 'Ghi limitCode của giới hạn đúng (xem /v1/exposure-limits), ví dụ đồng dạng bụi hay dạng khói.',
      en: 'State the limitCode of the right one (see /v1/exposure-limits), such as copper as dust or as fume.',
    },
    holds: [{ [SILICA]: { ...chemical('7440-50-8', {}), limitCode: 'QCVN03-2019/23' } }],
    fails: [{ [SILICA]: chemical('7440-50-8', {}) }],
  }),

  whyNotAssessable('KB-ENV-59', 'averaging-mismatch', {
    message: {
      vi: 'Không đánh giá được: loại mẫu không cùng loại với giới hạn (cả ca, 15 phút, bất kỳ lúc nào).',
      en: 'It cannot be judged: the sample is not averaged as the limit is (shift, 15 minutes, any time).',
    },
    fix: {
      vi: 'Kiểm tra sampleType; lần sau lấy mẫu cả ca hoặc 15 phút.',
      en: 'Check sampleType; next time sample for the shift or for 15 minutes.',
    },
    holds: [{ [SILICA]: chemical('71-43-2', {}) }],
    fails: [{ [SILICA]: chemical('71-43-2', { sampleType: 'instantaneous' }) }],
  }),

  whyNotAssessable('KB-ENV-60', 'exposure-time-missing', {
    message: {
      vi: 'Không đánh giá được vì giới hạn theo thời gian tiếp xúc mà hồ sơ không ghi.',
      en: 'It cannot be judged: its limit goes by the time of exposure, which is not stated.',
    },
    fix: { vi: 'Ghi exposureMinutes.', en: 'State exposureMinutes.' },
    holds: [{ [SILICA]: ultraviolet(240) }],
    fails: [{ [SILICA]: ultraviolet(undefined) }],
  }),

  whyNotAssessable('KB-ENV-61', 'limit-not-known', {
    message: {
      vi: 'Không đánh giá được: quy chuẩn có giới hạn nhưng hệ thống chưa có giá trị.',
      en: 'It cannot be judged: a text has a limit, but its value is not known here.',
    },
    fix: {
      vi: 'Cơ quan quản lý có thể bổ sung giá trị từ văn bản đăng Công báo.',
      en: 'The office can supply the value from the gazetted text.',
    },
    holds: [{ [SILICA]: chemical('107-13-1', { sampledAt: '2025-08-01' }) }],
    fails: [{ [SILICA]: chemical('107-13-1', {}) }],
  }),

  whyNotAssessable('KB-ENV-62', 'molar-mass-unknown', {
    message: {
      vi: 'Không đánh giá được: không quy đổi được ppm ra mg/m³ vì chất không có khối lượng mol.',
      en: 'It cannot be judged: parts per million cannot be converted without the molar mass.',
    },
    fix: { vi: 'Ghi kết quả bằng mg/m³.', en: 'State the result in mg/m³.' },
    holds: [{ [SILICA]: chemical('8006-61-9', {}) }],
    fails: [{ [SILICA]: chemical('8006-61-9', { unit: 'ppm' }) }],
  }),
]

const MOST_NAMED = 20

/** Why a result counts neither as passing nor as exceeding, and how to mend it. */
function whyNotAssessable(
  id: string,
  reason: NotAssessableReason,
  told: {
    readonly message: Text
    readonly fix: Text
    readonly citation?: string
    readonly holds: readonly Readonly<Record<string, unknown>>[]
    readonly fails: readonly Readonly<Record<string, unknown>>[]
  },
): EnvironmentRule {
  return gatheredRule({
    id,
    kind: 'info',
    citations: [told.citation === undefined ? { kind: 'policy' } : cite(told.citation)],
    provenance: told.citation === undefined ? BY_POLICY : FROM_QUOTATION,
    inputs: ASSESSED,
    at: '',
    violated: ({ assessment }) => assessment?.reason === reason,
    message: toldOfResult(told.message),
    fix: told.fix,
    examples: {
      holds: told.holds.map((change) => ({ change })),
      fails: told.fails.map((change) => ({ change })),
    },
  })
}

/** The printed limit is neither that of the table nor the one for these hours; of verified limits only. */
function otherLimitPrinted({ assessment, measurement: { printedLimit, unit = '' } }: MeasurementFacts): false | Params {
  if (printedLimit === undefined || !assessment?.limit?.verified || assessment.verdict === 'not-assessable')
    return false
  const { limit, limitValue, isMinimum, correction } = assessment
  if (correction?.formula === 'F-EXC') return false
  for (const end of ['min', 'max'] as const) {
    const printed = printedLimit[end]
    const inTable = limit[end]
    if (printed === undefined || inTable === null) continue
    const converted = convert(printed, unit, assessment.unit, limit.molarMass)
    if (!('value' in converted)) continue
    const right = isMinimum === (end === 'min') && limitValue !== null ? [inTable, limitValue] : [inTable]
    if (right.some((value) => Math.abs(converted.value - value) <= PRINTING_TOLERANCE * Math.abs(value))) continue
    const inForce = limitValue ?? inTable
    return { printed, printedUnit: unit, limit: inForce, limitUnit: assessment.unit ?? '', id: limit.id }
  }
  return false
}

/** A code by which its limit was to be chosen, and which none of them has. */
function unknownCode({ assessment, measurement, position }: MeasurementFacts, facts: EnvironmentFacts): false | Params {
  if (assessment?.reason !== 'condition-unknown') return false
  const { factor, cas = '', limitCode, dustGroup } = measurement
  const { roomType, lightingWork } = position?.position ?? {}
  const limits = facts.context.known.limits.filter((limit) => limit.factor === factor || limit.cas.includes(cas))
  const isNamed = ({ id }: { readonly id: string }) => id === limitCode || id.startsWith(`${limitCode}/`)
  if (limitCode !== undefined && !limits.some(isNamed)) return { code: limitCode, field: 'limitCode' }
  const told = { dustGroup, roomType, lightingWork }
  for (const field of ['dustGroup', 'roomType', 'lightingWork'] as const) {
    const code = told[field]
    const having = limits.filter(({ conditions }) => conditions[field] !== undefined)
    if (code === undefined || having.length === 0) continue
    if (!having.some(({ conditions }) => conditions[field] === code)) return { code, field }
  }
  return false
}

// What the examples change: results that stand in the places of the sample's first ones.

function chemical(cas: string, change: Readonly<Record<string, unknown>>) {
  return { positionId: 'VT1', factor: 'CH-ORG', cas, sampleType: 'twa', value: 0.4, unit: 'mg/m³', ...change }
}

function radio(frequencyHz: number) {
  return { positionId: 'VT1', factor: 'EM-HF-E', value: 5, unit: 'V/m', frequencyHz }
}

function ultraviolet(exposureMinutes: number | undefined) {
  return { positionId: 'VT1', factor: 'RA-UV-EFF', value: 0.1, unit: 'µW/cm²', exposureMinutes }
}

function unjudged(indices: readonly number[]) {
  return Object.fromEntries(indices.map((index) => [`/measurements/${index}/verdict`, undefined]))
}
