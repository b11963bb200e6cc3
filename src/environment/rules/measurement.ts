import { cite } from '../../law/citation.ts'
import { isBySubstance } from '../../law/exposure/limit-book.ts'
import { canonicalUnit, convert } from '../../law/exposure/units.ts'
import { isCasNumber } from '../../reference/cas-number.ts'
import type { CodeEntry } from '../../reference/code-list.ts'
import type { MeasurementFacts } from '../facts.ts'
import {
  ASSESSED,
  BY_ARITHMETIC,
  BY_POLICY,
  campaignRule,
  type EnvironmentRule,
  FROM_FORM,
  FROM_QUOTATION,
  FROM_TEXT,
  measurementRule,
} from './define.ts'
import { gatheredRule, toldOfResult } from './gathered.ts'
import { sameSampleRules } from './same-sample.ts'
import { valueInUnitOfFactor } from './samples.ts'

const VALUE = [
  '/measurements/*/factor',
  '/measurements/*/value',
  '/measurements/*/unit',
  '/measurements/*/cas',
  '/measurements/*/sampledAt',
  '/campaign/sampledFrom',
] as const

/** QCVN 03:2019/BYT means 15 minutes; how far from them a sample may be is ours. */
const SHORT_TERM_MINUTES = { least: 10, most: 20 } as const
/** Ours: of a shift sampled less than this, the mean of the shift is a guess. */
const REPRESENTATIVE_SHARE = 0.5
/** A rule of thumb of analysts: a limit is told apart well by what detects a tenth of it. */
const DETECTION_SHARE = 0.1

const SILICA = '/measurements/0'
const NOISE = '/measurements/1'

/** Dust, fibres and chemicals: what is breathed in, and sampled over a time. */
function isBreathedIn({ factor }: MeasurementFacts): boolean {
  return factor?.attributes.kind === 'concentration' || factor?.attributes.kind === 'fibres'
}

/** Whether there is a result at all: what is missing is told once. */
function hasResult({ measurement: { value, belowDetection } }: MeasurementFacts): boolean {
  return value !== undefined || belowDetection === true
}

/** Each result by itself: its unit, its size, how it was sampled; and results of one sample together. */
export const measurementRules: readonly EnvironmentRule[] = [
  gatheredRule({
    id: 'ENV-080',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ASSESSED,
    at: '/unit',
    violated: (facts) => {
      const { factor, assessment, measurement } = facts
      const { unit } = measurement
      if (unit === undefined || factor === null) return false
      const canonical = canonicalUnit(unit)
      if (canonical !== null && acceptedUnits(factor).has(canonical)) return false
      // A quantity the text has limits for beside that of the list: the velocity of a vibration.
      if (assessment?.limit && !UNIT_OF_ANOTHER_QUANTITY.has(assessment.reason ?? '')) return false
      return { unit, expected: [...acceptedUnits(factor)].join(', ') }
    },
    message: toldOfResult({
      vi: 'Đơn vị "{unit}" không dùng cho yếu tố này.',
      en: 'Unit "{unit}" is no unit of this factor.',
    }),
    fix: { vi: 'Dùng một trong các đơn vị: {expected}.', en: 'Use one of these units: {expected}.' },
    examples: {
      holds: [{}, { change: { [`${SILICA}/unit`]: 'mg/m3' } }, { change: { [`${NOISE}/unit`]: 'dB(A)' } }],
      fails: [
        { change: { [`${SILICA}/unit`]: 'mg/Nm3' } },
        { change: { [`${NOISE}/unit`]: 'lux' } },
        { change: { '/measurements/4/unit': 'K' } },
        { change: { [`${SILICA}/unit`]: 'ppm' } },
      ],
    },
  }),

  {
    id: 'ENV-081',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/measurements/*/value', '/measurements/*/detectionLimit'],
    guards: ['/measurements/*/value', '/measurements/*/detectionLimit'],
    judge: () => [],
    message: {
      vi: 'Giá trị không phải là số. Số viết trong dấu nháy, như "1,234", không rõ dấu phẩy là hàng nghìn hay phần thập phân.',
      en: 'The value is not a number. One in quotes, like "1,234", does not tell whether the comma means thousands or decimals.',
    },
    fix: {
      vi: 'Ghi số không có dấu nháy, dấu chấm là dấu thập phân, ví dụ 0.45; không phát hiện (KPH) thì bỏ value, ghi belowDetection = true và detectionLimit.',
      en: 'Write a number without quotes and with a point for decimals, such as 0.45; where nothing was detected leave value out and state belowDetection = true and detectionLimit.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { [`${SILICA}/value`]: '1.234' } }, { change: { [`${SILICA}/value`]: '0,21' } }],
    },
  },

  gatheredRule({
    id: 'ENV-082',
    kind: 'error',
    citations: [{ kind: 'policy', note: 'khoảng vật lý có thể' }],
    provenance: BY_POLICY,
    inputs: VALUE,
    at: '/value',
    violated: (facts) => {
      const value = valueInUnitOfFactor(facts)
      if (value === null || facts.factor === null || isNegative(facts, value)) return false
      return outside(value, facts.factor, 'hard-min', 'hard-max')
    },
    message: toldOfResult({
      vi: 'Giá trị {value} {unit} ngoài khoảng có thể có ({min} đến {max}).',
      en: 'A value of {value} {unit} is impossible (from {min} to {max}).',
    }),
    fix: { vi: 'Kiểm tra giá trị và đơn vị.', en: 'Check the value and the unit.' },
    examples: {
      holds: [{}, { change: { '/measurements/4/value': -10 } }],
      fails: [{ change: { '/measurements/5/value': 168 } }, { change: { [`${NOISE}/value`]: 835 } }],
    },
  }),

  gatheredRule({
    id: 'ENV-083',
    kind: 'warning',
    citations: [{ kind: 'policy', note: 'khoảng thường gặp' }],
    provenance: BY_POLICY,
    inputs: VALUE,
    at: '/value',
    violated: (facts) => {
      const value = valueInUnitOfFactor(facts)
      if (value === null || facts.factor === null) return false
      const impossible = outside(value, facts.factor, 'hard-min', 'hard-max') !== false
      return !impossible && outside(value, facts.factor, 'usual-min', 'usual-max')
    },
    message: toldOfResult({
      vi: 'Giá trị {value} {unit} khác thường (thường từ {min} đến {max}).',
      en: 'A value of {value} {unit} is unusual (usually from {min} to {max}).',
    }),
    fix: {
      vi: 'Kiểm tra giá trị và đơn vị; nếu đúng thì xác nhận.',
      en: 'Check the value and the unit; confirm if they are right.',
    },
    examples: {
      holds: [{}, { change: { '/measurements/5/value': 168 } }],
      fails: [{ change: { '/measurements/4/value': 58 } }, { change: { [`${SILICA}/value`]: 210 } }],
    },
  }),

  gatheredRule({
    id: 'ENV-084',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: VALUE,
    at: '/value',
    violated: (facts) => {
      const value = valueInUnitOfFactor(facts)
      return value !== null && isNegative(facts, value) && { value }
    },
    message: toldOfResult({ vi: 'Giá trị {value} âm.', en: 'The value {value} is negative.' }),
    fix: {
      vi: 'Sửa giá trị; dưới ngưỡng phát hiện thì dùng belowDetection và detectionLimit.',
      en: 'Correct the value; below detection use belowDetection and detectionLimit.',
    },
    examples: {
      holds: [{}, { change: { '/measurements/4/value': -1 } }],
      fails: [{ change: { [`${SILICA}/value`]: -0.21 } }, { change: { '/measurements/7/value': -1 } }],
    },
  }),

  gatheredRule({
    id: 'ENV-085',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/measurements/*/belowDetection', '/measurements/*/detectionLimit', '/measurements/*/factor'],
    at: '/detectionLimit',
    violated: ({ measurement: { belowDetection, detectionLimit = 0 } }) =>
      belowDetection === true && detectionLimit <= 0,
    message: toldOfResult({
      vi: 'Kết quả dưới ngưỡng phát hiện nhưng không ghi ngưỡng phát hiện là bao nhiêu.',
      en: 'The result is below detection, but the detection limit is not stated.',
    }),
    fix: {
      vi: 'Ghi detectionLimit lớn hơn 0, cùng đơn vị.',
      en: 'State detectionLimit above 0, in the same unit.',
    },
    examples: {
      holds: [{}, { change: { [`${SILICA}/belowDetection`]: true, [`${SILICA}/detectionLimit`]: 0.01 } }],
      fails: [
        { change: { [`${SILICA}/belowDetection`]: true } },
        { change: { [`${SILICA}/belowDetection`]: true, [`${SILICA}/detectionLimit`]: 0 } },
      ],
    },
  }),

  gatheredRule({
    id: 'KB-ENV-51',
    kind: 'error',
    citations: [cite('ND44-2016 PL III, Mẫu số 04')],
    provenance: FROM_FORM,
    inputs: [
      '/measurements/*/factor',
      '/measurements/*/value',
      '/measurements/*/belowDetection',
      '/measurements/*/unit',
      '/measurements/*/positionId',
    ],
    at: '',
    violated: (facts) => {
      const { factor, unit, positionId } = facts.measurement
      const missing = [
        factor === undefined && 'factor',
        positionId === undefined && 'positionId',
        unit === undefined && 'unit',
        !hasResult(facts) && 'value',
      ].filter((name) => name !== false)
      return missing.length > 0 && { missing: missing.join(', ') }
    },
    message: toldOfResult({ vi: 'Kết quả đo thiếu {missing}.', en: 'The result lacks {missing}.' }),
    fix: {
      vi: 'Ghi yếu tố, vị trí, đơn vị và giá trị (hoặc belowDetection với detectionLimit).',
      en: 'State factor, position, unit and value (or belowDetection with detectionLimit).',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            [`${SILICA}/value`]: undefined,
            [`${SILICA}/belowDetection`]: true,
          },
        },
      ],
      fails: [
        { change: { [`${SILICA}/value`]: undefined } },
        { change: { [`${SILICA}/unit`]: undefined } },
        { change: { [`${NOISE}/factor`]: undefined } },
        { change: { [`${NOISE}/positionId`]: undefined } },
      ],
    },
  }),

  gatheredRule({
    id: 'KB-ENV-52',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/measurements/*/value', '/measurements/*/belowDetection', '/measurements/*/factor'],
    at: '/belowDetection',
    violated: ({ measurement: { value, belowDetection } }) => belowDetection === true && value !== undefined,
    message: toldOfResult({
      vi: 'Kết quả vừa có giá trị vừa ghi là dưới ngưỡng phát hiện.',
      en: 'The result has a value, yet is said to be below detection.',
    }),
    fix: { vi: 'Chỉ giữ một trong hai.', en: 'Keep one of the two.' },
    examples: {
      holds: [{}, { change: { [`${SILICA}/belowDetection`]: false } }],
      fails: [{ change: { [`${SILICA}/belowDetection`]: true } }],
    },
  }),

  gatheredRule({
    id: 'ENV-086',
    kind: 'info',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ASSESSED,
    at: '/detectionLimit',
    violated: ({ assessment, measurement }) =>
      assessment?.reason === 'detection-limit-above-limit' && {
        detection: measurement.detectionLimit ?? 0,
        limit: assessment.limitValue ?? 0,
        unit: assessment.unit,
      },
    message: toldOfResult({
      vi: 'Ngưỡng phát hiện {detection} lớn hơn giới hạn {limit} {unit} nên không kết luận được đạt hay không đạt.',
      en: 'The detection limit of {detection} is above the limit of {limit} {unit}, so nothing can be concluded.',
    }),
    fix: {
      vi: 'Lần sau dùng phương pháp có ngưỡng phát hiện thấp hơn giới hạn.',
      en: 'Next time use a method that detects less than the limit.',
    },
    examples: {
      holds: [{}, { change: belowDetection(0.2) }],
      fails: [{ change: belowDetection(0.4) }],
    },
  }),

  gatheredRule({
    id: 'ENV-087',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ASSESSED,
    at: '/detectionLimit',
    violated: ({ assessment, measurement: { detectionLimit, unit } }) => {
      if (assessment?.verdict !== 'pass' || assessment.value !== null || assessment.limit === null) return false
      const { limit, limitValue } = assessment
      const detection = convert(detectionLimit ?? 0, unit ?? '', assessment.unit, limit.molarMass)
      if (limitValue === null || limitValue === 0 || !('value' in detection)) return false
      return detection.value > limitValue * DETECTION_SHARE && { detection: detection.value, limit: limitValue }
    },
    message: toldOfResult({
      vi: 'Ngưỡng phát hiện {detection} lớn hơn một phần mười giới hạn ({limit}).',
      en: 'The detection limit of {detection} is more than a tenth of the limit ({limit}).',
    }),
    examples: {
      holds: [{}, { change: belowDetection(0.02) }],
      fails: [{ change: belowDetection(0.05) }],
    },
  }),

  gatheredRule({
    id: 'ENV-088',
    kind: 'error',
    citations: [cite('QCVN02-2019-BYT'), cite('QCVN03-2019-BYT'), cite('QD3733-2002-BYT')],
    provenance: FROM_QUOTATION,
    inputs: [
      '/measurements/*/factor',
      '/measurements/*/sampleType',
      '/measurements/*/durationMinutes',
      '/measurements/*/sampledAt',
      '/campaign/sampledFrom',
    ],
    at: '',
    violated: (facts) => {
      const { sampleType, durationMinutes = 0 } = facts.measurement
      if (!isBreathedIn(facts)) return false
      return sampleType === undefined || ((sampleType === 'twa' || sampleType === 'stel') && durationMinutes <= 0)
    },
    message: toldOfResult({
      vi: 'Kết quả bụi hoặc hóa chất thiếu loại giá trị (cả ca hay 15 phút) hoặc thời gian lấy mẫu.',
      en: 'A result of dust or a chemical lacks its averaging (shift or 15 minutes) or the time of sampling.',
    }),
    fix: {
      vi: 'Ghi sampleType (twa, stel, ceiling, instantaneous) và, với twa, stel, durationMinutes.',
      en: 'State sampleType (twa, stel, ceiling, instantaneous) and, with twa and stel, durationMinutes.',
    },
    examples: {
      holds: [
        {},
        { change: { [`${SILICA}/sampleType`]: 'instantaneous', [`${SILICA}/durationMinutes`]: undefined } },
        { change: { [`${NOISE}/sampleType`]: undefined } },
      ],
      fails: [
        { change: { [`${SILICA}/sampleType`]: undefined } },
        { change: { [`${SILICA}/durationMinutes`]: undefined } },
        { change: { [`${SILICA}/sampleType`]: 'stel', [`${SILICA}/durationMinutes`]: 0 } },
      ],
    },
  }),

  gatheredRule({
    id: 'ENV-089',
    kind: 'warning',
    citations: [cite('QCVN03-2019-BYT')],
    provenance: FROM_QUOTATION,
    inputs: ['/measurements/*/factor', '/measurements/*/sampleType', '/measurements/*/durationMinutes'],
    at: '/durationMinutes',
    violated: ({ measurement: { sampleType, durationMinutes: minutes = 0 } }) => {
      const { least, most } = SHORT_TERM_MINUTES
      return sampleType === 'stel' && minutes > 0 && (minutes < least || minutes > most) && { minutes }
    },
    message: toldOfResult({
      vi: 'Mẫu ngắn hạn (STEL) lấy {minutes} phút, phải khoảng 15 phút.',
      en: 'A short-term sample (STEL) of {minutes} minutes; it should be of about 15.',
    }),
    fix: {
      vi: 'Sửa thời gian hoặc loại mẫu; nếu đúng thì xác nhận.',
      en: 'Correct the time or the averaging; confirm if they are right.',
    },
    examples: {
      holds: [
        { change: { [`${SILICA}/sampleType`]: 'stel', [`${SILICA}/durationMinutes`]: 15 } },
        { change: { [`${SILICA}/sampleType`]: 'stel', [`${SILICA}/durationMinutes`]: 20 } },
        { change: { [`${SILICA}/durationMinutes`]: 60 } },
      ],
      fails: [
        { change: { [`${SILICA}/sampleType`]: 'stel', [`${SILICA}/durationMinutes`]: 60 } },
        { change: { [`${SILICA}/sampleType`]: 'stel', [`${SILICA}/durationMinutes`]: 9 } },
      ],
    },
  }),

  gatheredRule({
    id: 'ENV-090',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [
      '/measurements/*/factor',
      '/measurements/*/sampledAt',
      '/measurements/*/sampleType',
      '/measurements/*/durationMinutes',
      '/measurements/*/representativeness',
      '/measurements/*/positionId',
      '/positions/*/positionId',
      '/positions/*/shiftHours',
      '/campaign/sampledFrom',
    ],
    at: '/durationMinutes',
    violated: (facts) => {
      const { sampleType, durationMinutes: minutes = 0, representativeness } = facts.measurement
      if (!isBreathedIn(facts) || sampleType !== 'twa' || representativeness !== undefined || minutes <= 0) return false
      const hours = facts.position?.position.shiftHours ?? 8
      return minutes < REPRESENTATIVE_SHARE * hours * 60 && { minutes, hours }
    },
    message: toldOfResult({
      vi: 'Mẫu của cả ca chỉ lấy {minutes} phút trong ca {hours} giờ, chưa được một nửa.',
      en: 'A sample for the shift was taken for {minutes} minutes of {hours} hours, less than half.',
    }),
    fix: {
      vi: 'Nêu ở representativeness vì sao mẫu vẫn đại diện cho cả ca.',
      en: 'Say in representativeness why it stands for the whole shift all the same.',
    },
    examples: {
      holds: [
        {},
        { change: { [`${SILICA}/durationMinutes`]: 240 } },
        {
          change: {
            [`${SILICA}/durationMinutes`]: 60,
            [`${SILICA}/representativeness`]: 'Công việc lặp lại đều trong cả ca.',
          },
        },
      ],
      fails: [
        { change: { [`${SILICA}/durationMinutes`]: 239 } },
        { change: { [`${SILICA}/durationMinutes`]: 240, '/positions/0/shiftHours': 12 } },
      ],
    },
  }),

  gatheredRule({
    id: 'ENV-091',
    kind: 'error',
    citations: [cite('QCVN24-2016-BYT')],
    provenance: FROM_TEXT,
    inputs: ['/measurements/*/factor', '/measurements/*/exposureMinutes'],
    at: '/exposureMinutes',
    violated: ({ measurement: { factor, exposureMinutes = 0 } }) => factor === 'PH-NOISE-LAEQ' && exposureMinutes <= 0,
    message: toldOfResult({
      vi: 'Mức âm tương đương không có thời gian tiếp xúc nên không biết giới hạn nào áp dụng.',
      en: 'An equivalent level without the time of exposure: nobody knows which limit applies.',
    }),
    fix: {
      vi: 'Ghi exposureMinutes: số phút người lao động tiếp xúc trong ca (cả ca 8 giờ là 480).',
      en: 'State exposureMinutes: minutes a worker is exposed in a shift (480 for all of 8 hours).',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { [`${NOISE}/exposureMinutes`]: undefined } }, { change: { [`${NOISE}/exposureMinutes`]: 0 } }],
    },
  }),

  campaignRule({
    id: 'ENV-097',
    kind: 'breach',
    citations: [cite('ND44-2016 35.3')],
    provenance: FROM_TEXT,
    inputs: ['/campaign/productionRunning'],
    at: '/campaign/productionRunning',
    violated: ({ campaign }) => campaign.productionRunning !== true,
    message: {
      vi: 'Lấy mẫu khi cơ sở không sản xuất, kinh doanh, hoặc không ghi có sản xuất hay không.',
      en: 'Sampled while nothing was produced, or it is not said whether production ran.',
    },
    fix: {
      vi: 'Nếu lúc lấy mẫu cơ sở đang sản xuất, ghi productionRunning = true; nếu không, kết quả không tính là đã quan trắc.',
      en: 'If production ran while samples were taken, set productionRunning to true; if not, it does not count as monitoring.',
    },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/campaign/productionRunning': false } },
        { change: { '/campaign/productionRunning': undefined } },
      ],
    },
  }),

  gatheredRule({
    id: 'ENV-098',
    kind: 'breach',
    citations: [cite('ND44-2016 35.3')],
    provenance: FROM_TEXT,
    inputs: [
      '/measurements/*/factor',
      '/measurements/*/sampling',
      '/measurements/*/areaReason',
      '/measurements/*/sampledAt',
      '/campaign/sampledFrom',
    ],
    at: '/sampling',
    violated: (facts) =>
      isBreathedIn(facts) && facts.measurement.sampling !== 'personal' && facts.measurement.areaReason === undefined,
    message: toldOfResult({
      vi: 'Bụi hoặc hóa chất không lấy mẫu cá nhân và không nêu lý do.',
      en: 'Dust or a chemical was not sampled on the person, and no reason is given.',
    }),
    fix: {
      vi: 'Ghi sampling = personal nếu đã lấy mẫu cá nhân; lấy mẫu khu vực thì nêu lý do ở areaReason.',
      en: 'Set sampling to personal if it was; give the reason for sampling an area in areaReason.',
    },
    examples: {
      holds: [
        {},
        { change: { [`${SILICA}/sampling`]: 'area', [`${SILICA}/areaReason`]: 'Bơm cá nhân vướng dây an toàn.' } },
        { change: { [`${NOISE}/sampling`]: 'area' } },
      ],
      fails: [{ change: { [`${SILICA}/sampling`]: 'area' } }, { change: { [`${SILICA}/sampling`]: undefined } }],
    },
  }),

  gatheredRule({
    id: 'ENV-099',
    kind: 'breach',
    citations: [cite('ND44-2016 35.3')],
    provenance: FROM_TEXT,
    inputs: [
      '/measurements/*/factor',
      '/measurements/*/rapid',
      '/measurements/*/doubtful',
      '/measurements/*/confirmedByLaboratory',
    ],
    at: '/confirmedByLaboratory',
    violated: ({ measurement: { rapid, doubtful, confirmedByLaboratory } }) =>
      rapid === true && doubtful === true && confirmedByLaboratory !== true,
    message: toldOfResult({
      vi: 'Kết quả phát hiện nhanh còn nghi ngờ nhưng chưa được phân tích tại phòng xét nghiệm.',
      en: 'A doubtful result of rapid detection was not confirmed in a laboratory.',
    }),
    fix: {
      vi: 'Gửi mẫu phân tích tại phòng xét nghiệm rồi sửa hồ sơ.',
      en: 'Have it analysed in a laboratory, then amend the filing.',
    },
    examples: {
      holds: [
        { change: { [`${SILICA}/rapid`]: true } },
        {
          change: {
            [`${SILICA}/rapid`]: true,
            [`${SILICA}/doubtful`]: true,
            [`${SILICA}/confirmedByLaboratory`]: true,
          },
        },
        { change: { [`${SILICA}/doubtful`]: true } },
      ],
      fails: [{ change: { [`${SILICA}/rapid`]: true, [`${SILICA}/doubtful`]: true } }],
    },
  }),

  gatheredRule({
    id: 'ENV-100',
    kind: 'breach',
    citations: [cite('ND44-2016 PL III, Mẫu số 04')],
    provenance: FROM_FORM,
    inputs: ['/measurements/*/factor', '/measurements/*/method'],
    at: '/method',
    violated: ({ measurement }) => measurement.method === undefined,
    message: toldOfResult({
      vi: 'Không ghi phương pháp đo hoặc phân tích.',
      en: 'The method of measurement or analysis is not stated.',
    }),
    fix: {
      vi: 'Ghi số hiệu phương pháp (TCVN, NIOSH, ISO, phụ lục của quy chuẩn).',
      en: 'State the method (TCVN, NIOSH, ISO, annex of a regulation).',
    },
    examples: { holds: [{}], fails: [{ change: { [`${SILICA}/method`]: undefined } }] },
  }),

  gatheredRule({
    id: 'ENV-101',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/measurements/*/factor', '/measurements/*/cas', '/measurements/*/limitCode'],
    at: '/cas',
    violated: ({ measurement: { factor = '', cas, limitCode } }) =>
      cas === undefined
        ? isBySubstance(factor) && limitCode === undefined && { cas: '-' }
        : !isCasNumber(cas) && { cas },
    message: toldOfResult({
      vi: 'Hóa chất thiếu số CAS, hoặc số CAS "{cas}" sai chữ số kiểm tra.',
      en: 'A chemical lacks its CAS number, or CAS number "{cas}" has a wrong check digit.',
    }),
    fix: {
      vi: 'Ghi số CAS (ví dụ 71-43-2 là benzen); chất không có số CAS thì ghi limitCode của giới hạn.',
      en: 'State the CAS number (71-43-2 is benzene); for what has none state the limitCode of its limit.',
    },
    examples: {
      holds: [
        { change: { [`${SILICA}/factor`]: 'CH-ORG', [`${SILICA}/cas`]: '71-43-2' } },
        { change: { [`${SILICA}/factor`]: 'DU-METAL', [`${SILICA}/limitCode`]: 'QCVN03-2019/23' } },
        { change: { [`${SILICA}/cas`]: '14808-60-7' } },
      ],
      fails: [
        { change: { [`${SILICA}/factor`]: 'CH-ORG' } },
        { change: { [`${SILICA}/factor`]: 'CH-ORG', [`${SILICA}/cas`]: '71-43-3' } },
        { change: { [`${SILICA}/cas`]: 'thạch anh' } },
      ],
    },
  }),

  measurementRule({
    id: 'ENV-103',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/measurements/*/positionId', '/positions/*/positionId'],
    at: '/positionId',
    violated: ({ position, measurement: { positionId } }) =>
      positionId !== undefined && position === null && { position: positionId },
    message: {
      vi: 'Kết quả thứ {ordinal}: vị trí "{position}" không có trong danh sách vị trí.',
      en: 'Result {ordinal}: position "{position}" is not in the list of positions.',
    },
    fix: {
      vi: 'Thêm vị trí vào positions hoặc sửa positionId.',
      en: 'Add the position to positions, or correct positionId.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { [`${SILICA}/positionId`]: 'VT9' } }],
    },
  }),

  campaignRule({
    id: 'ENV-104',
    kind: 'info',
    citations: [cite('ND44-2016 45.3.b')],
    provenance: FROM_TEXT,
    inputs: ['/site/registered'],
    at: '/site',
    violated: ({ declaration }) => declaration.site?.registered === false,
    message: {
      vi: 'Nơi quan trắc chưa có trong các địa điểm đã đăng ký; báo cáo phải gửi cả nơi có người lao động làm việc.',
      en: 'The site monitored is not among those registered; the report is also due where the workers work.',
    },
    examples: { holds: [{}], fails: [{ change: { '/site/registered': false } }] },
  }),

  ...sameSampleRules,
]

/** Dust has no molar mass by which parts per million would become a weight. */
const UNIT_OF_ANOTHER_QUANTITY: ReadonlySet<string> = new Set(['wrong-unit', 'molar-mass-unknown'])

const NO_UNITS: ReadonlySet<string> = new Set()

/** Read once for each entry: thousands of results have few factors. */
const unitsOfEntry = new WeakMap<CodeEntry, ReadonlySet<string>>()

function acceptedUnits(factor: CodeEntry): ReadonlySet<string> {
  const known = unitsOfEntry.get(factor)
  if (known !== undefined) return known
  const listed = factor.attributes['accepted-units']
  const accepted = listed === undefined ? NO_UNITS : new Set(listed.split(' '))
  unitsOfEntry.set(factor, accepted)
  return accepted
}

/** Below nothing: of all but temperatures. */
function isNegative({ factor }: MeasurementFacts, value: number): boolean {
  return value < 0 && Number(factor?.attributes['hard-min']) === 0
}

function outside(value: number, { attributes }: CodeEntry, from: string, to: string) {
  const [min, max] = [attributes[from], attributes[to]]
  if (min === undefined || max === undefined) return false
  if (value >= Number(min) && value <= Number(max)) return false
  return { value, unit: attributes.unit ?? '', min, max }
}

function belowDetection(detectionLimit: number) {
  return {
    [`${SILICA}/value`]: undefined,
    [`${SILICA}/belowDetection`]: true,
    [`${SILICA}/detectionLimit`]: detectionLimit,
  }
}
