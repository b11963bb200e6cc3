import { cite } from '../../law/citation.ts'
import type { Assessment } from '../../law/exposure/assess.ts'
import { isBySubstance } from '../../law/exposure/limit-book.ts'
import type { Text } from '../../rules/rule.ts'
import { isExceedance } from '../facts.ts'
import { ASSESSED, type EnvironmentRule, FROM_MEMORY, FROM_QUOTATION, FROM_TEXT } from './define.ts'
import { gatheredRule, toldOfResult } from './gathered.ts'

/** Decree 44/2016, Art. 37.4. */
const DUTIES = {
  vi: 'Cải thiện điều kiện lao động để giảm yếu tố này, khám phát hiện bệnh nghề nghiệp cho người làm ở vị trí đó, bồi dưỡng bằng hiện vật; ghi vào measures.',
  en: 'Improve conditions to reduce it, examine the workers there for occupational disease, grant the allowance in kind; enter it in measures.',
} as const

type Head = Pick<EnvironmentRule, 'id' | 'citations' | 'provenance' | 'examples'> & { readonly message: Text }

/** A value beyond a limit that was read in its text: a finding of the workplace, never a fault of the filing. */
function exceedanceRule({ message, ...head }: Head): EnvironmentRule {
  return gatheredRule({
    ...head,
    kind: 'breach',
    inputs: ASSESSED,
    at: '/value',
    violated: (facts) => {
      const { assessment } = facts
      return assessment !== null && isExceedance(facts) && ruleOf(assessment) === head.id && numbersOf(assessment)
    },
    message: toldOfResult(message),
    fix: DUTIES,
  })
}

/** What the messages say of a value and its limit. */
function numbersOf({ value, unit, limitValue }: Assessment) {
  return { value: value ?? '-', unit, limit: limitValue ?? '-' }
}

const OF_FACTOR: ReadonlyMap<string, string> = new Map([
  ['PH-NOISE-LAEQ', 'ENV-114'],
  ['PH-NOISE-LMAX', 'ENV-114'],
  ['MC-TEMP', 'ENV-116'],
  ['MC-RH', 'ENV-117'],
  ['MC-AIRV', 'ENV-118'],
  ['MC-RADH', 'ENV-119'],
  ['PH-LIGHT', 'ENV-121'],
  ['DU-SIO2-TOT', 'ENV-124'],
  ['DU-SIO2-RESP', 'ENV-124'],
  ['DU-ASB', 'ENV-125'],
  ['EM-50HZ-E', 'ENV-130'],
  ['EM-HF-E', 'ENV-131'],
  ['EM-HF-H', 'ENV-131'],
  ['EM-HF-S', 'ENV-131'],
  ['RA-UV-EFF', 'ENV-132'],
  ['RA-UVA', 'ENV-132'],
  ['RA-DOSE-YEAR', 'ENV-133'],
])

/** Which rule tells of an exceedance; each is told by one. */
function ruleOf({ limit, correction }: Assessment): string {
  if (limit === null) return OTHER
  if (correction?.formula === 'F-EXC') return 'ENV-128'
  const { factor, sampleType, conditions, byDuration } = limit
  if (conditions.roomType !== undefined && byDuration === null && factor === 'PH-NOISE-LAEQ') return 'ENV-115'
  if (isBySubstance(factor)) return sampleType === 'twa' ? 'ENV-126' : 'ENV-127'
  if (factor.startsWith('PH-VIB-WB-')) return 'ENV-122'
  return OF_FACTOR.get(factor) ?? OTHER
}

/** Of factors that no rule of the source names: cotton, coal, and what the office supplies. */
const OTHER = 'KB-ENV-53'

const AFTER = cite('ND44-2016 37.4')
const RESULT = '/measurements/0'
const NOISE = '/measurements/1'

/** Whoever is beyond a limit may say so: it is stored and counted, and nothing is refused. */
export const exceedanceRules: readonly EnvironmentRule[] = [
  exceedanceRule({
    id: 'ENV-114',
    citations: [cite('QCVN24-2016-BYT'), AFTER],
    provenance: FROM_TEXT,
    message: {
      vi: 'Tiếng ồn {value} {unit} vượt giới hạn {limit} {unit} cho thời gian tiếp xúc này.',
      en: 'Noise of {value} {unit} is above the limit of {limit} {unit} for this time of exposure.',
    },
    examples: {
      holds: [
        {},
        { change: { [`${NOISE}/value`]: 85 } },
        { change: { [`${NOISE}/value`]: 88, [`${NOISE}/exposureMinutes`]: 240 } },
        // Beyond 8 hours the limit is our extrapolation.
        { change: { [`${NOISE}/value`]: 84, [`${NOISE}/exposureMinutes`]: 720 } },
      ],
      fails: [
        { change: { [`${NOISE}/value`]: 88 } },
        { change: { [NOISE]: { positionId: 'VT1', factor: 'PH-NOISE-LMAX', value: 116, unit: 'dBA' } } },
      ],
    },
  }),

  exceedanceRule({
    id: 'ENV-115',
    citations: [cite('QCVN24-2016-BYT'), AFTER],
    provenance: FROM_QUOTATION,
    message: {
      vi: 'Tiếng ồn {value} {unit} vượt giới hạn {limit} {unit} của loại phòng.',
      en: 'Noise of {value} {unit} is above the limit of {limit} {unit} of this type of room.',
    },
    examples: {
      holds: [
        { change: { '/positions/0/roomType': 'production' } },
        { change: { '/positions/0/roomType': 'functional', [`${NOISE}/value`]: 65 } },
      ],
      fails: [{ change: { '/positions/0/roomType': 'functional' } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-116',
    citations: [cite('QCVN26-2016-BYT'), AFTER],
    provenance: FROM_TEXT,
    message: {
      vi: 'Nhiệt độ {value} {unit} ngoài giới hạn cho loại lao động (mốc {limit} {unit}).',
      en: 'A temperature of {value} {unit} is outside the range of the class of labour (bound {limit} {unit}).',
    },
    examples: {
      holds: [
        {},
        { change: { '/measurements/4/value': 32 } },
        { change: { '/measurements/4/value': 36, '/positions/1/place': 'outdoor' } },
      ],
      fails: [
        { change: { '/measurements/4/value': 36 } },
        { change: { '/measurements/4/value': 17 } },
        { change: { '/positions/1/labourClass': 'heavy', '/measurements/4/value': 31 } },
      ],
    },
  }),

  exceedanceRule({
    id: 'ENV-117',
    citations: [cite('QCVN26-2016-BYT'), AFTER],
    provenance: FROM_TEXT,
    message: {
      vi: 'Độ ẩm {value} {unit} ngoài khoảng 40 đến 80 % (mốc {limit} {unit}).',
      en: 'A humidity of {value} {unit} is outside 40 to 80 % (bound {limit} {unit}).',
    },
    examples: {
      holds: [{}, { change: { '/measurements/5/value': 80 } }],
      fails: [{ change: { '/measurements/5/value': 85 } }, { change: { '/measurements/5/value': 39 } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-118',
    citations: [cite('QCVN26-2016-BYT'), AFTER],
    provenance: FROM_TEXT,
    message: {
      vi: 'Tốc độ gió {value} {unit} ngoài giới hạn cho loại lao động (mốc {limit} {unit}).',
      en: 'An air velocity of {value} {unit} is outside the range of the class of labour (bound {limit} {unit}).',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/measurements/6/value': 1.9,
            '/measurements/6/limitCode': 'QCVN26-2016/medium/air-speed-hot-humid',
          },
        },
      ],
      fails: [{ change: { '/measurements/6/value': 1.9 } }, { change: { '/measurements/6/value': 0.1 } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-119',
    citations: [cite('QCVN26-2016-BYT'), AFTER],
    provenance: FROM_TEXT,
    message: {
      vi: 'Bức xạ nhiệt {value} {unit} vượt giới hạn {limit} {unit} theo phần cơ thể bị chiếu.',
      en: 'Heat radiation of {value} {unit} is above the limit of {limit} {unit} for the part of the body irradiated.',
    },
    examples: {
      holds: [{ change: { '/measurements/4': heat(60, 40) } }],
      fails: [{ change: { '/measurements/4': heat(60, 60) } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-121',
    citations: [cite('QCVN22-2016-BYT'), AFTER],
    provenance: FROM_TEXT,
    message: {
      vi: 'Độ rọi {value} {unit} thấp hơn mức tối thiểu {limit} {unit}.',
      en: 'An illuminance of {value} {unit} is below the minimum of {limit} {unit}.',
    },
    examples: {
      holds: [{}, { change: { '/measurements/7/value': 150 } }],
      fails: [{ change: { '/measurements/7/value': 149 } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-122',
    citations: [cite('QCVN27-2016-BYT'), AFTER],
    provenance: FROM_QUOTATION,
    message: {
      vi: 'Rung toàn thân {value} {unit} vượt giới hạn {limit} {unit} của trục và dải tần.',
      en: 'Whole-body vibration of {value} {unit} is above the limit of {limit} {unit} of its axis and band.',
    },
    examples: {
      holds: [{ change: { [NOISE]: vibration(0.57) } }],
      fails: [{ change: { [NOISE]: vibration(0.58) } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-124',
    citations: [cite('QCVN02-2019-BYT'), AFTER],
    provenance: FROM_QUOTATION,
    message: {
      vi: 'Silic tự do {value} {unit} vượt giới hạn {limit} {unit}.',
      en: 'Free silica of {value} {unit} is above the limit of {limit} {unit}.',
    },
    examples: {
      holds: [
        {},
        { change: { [`${RESULT}/value`]: 0.3 } },
        { change: { [`${RESULT}/value`]: 0.2, [`${RESULT}/factor`]: 'DU-SIO2-RESP' } },
      ],
      fails: [
        { change: { [`${RESULT}/value`]: 0.31 } },
        {
          change: {
            [`${RESULT}/factor`]: 'DU-TOT',
            [`${RESULT}/value`]: 4,
            [NOISE]: { positionId: 'VT1', factor: 'DU-SIO2-PCT', value: 9.28, unit: '%' },
          },
        },
      ],
    },
  }),

  exceedanceRule({
    id: 'ENV-125',
    citations: [cite('QCVN02-2019-BYT'), AFTER],
    provenance: FROM_QUOTATION,
    message: {
      vi: 'Amiăng {value} {unit} vượt giới hạn {limit} {unit} (nhóm amphibol không được có sợi nào).',
      en: 'Asbestos of {value} {unit} is above the limit of {limit} {unit} (of amphibole no fibre is allowed).',
    },
    examples: {
      holds: [{ change: { [RESULT]: fibres('DU-ASB-SERP', 0.1) } }],
      fails: [
        { change: { [RESULT]: fibres('DU-ASB-SERP', 0.11) } },
        { change: { [RESULT]: fibres('DU-ASB-AMPH', 0.01) } },
      ],
    },
  }),

  exceedanceRule({
    id: 'ENV-126',
    citations: [cite('QCVN03-2019-BYT'), cite('QCVN01-2025-BYT'), cite('QD3733-2002-BYT'), AFTER],
    provenance: FROM_QUOTATION,
    message: {
      vi: 'Hóa chất {value} {unit} vượt giới hạn tiếp xúc ca làm việc {limit} {unit}.',
      en: 'A chemical of {value} {unit} is above the limit of {limit} {unit} for a shift.',
    },
    examples: {
      holds: [
        { change: { [RESULT]: gas('twa', 20) } },
        // The correction for a shift of 12 hours is from memory.
        { change: { [RESULT]: gas('twa', 12), '/positions/0/shiftHours': 12 } },
      ],
      fails: [{ change: { [RESULT]: gas('twa', 45) } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-127',
    citations: [cite('QCVN03-2019-BYT'), cite('QCVN01-2025-BYT'), cite('QD3733-2002-BYT'), AFTER],
    provenance: FROM_QUOTATION,
    message: {
      vi: 'Hóa chất {value} {unit} vượt giới hạn tiếp xúc ngắn {limit} {unit}.',
      en: 'A chemical of {value} {unit} is above the short-term limit of {limit} {unit}.',
    },
    examples: {
      holds: [{ change: { [RESULT]: gas('stel', 35) } }],
      fails: [{ change: { [RESULT]: gas('stel', 41) } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-128',
    citations: [cite('QCVN03-2019-BYT'), cite('QCVN02-2019-BYT'), AFTER],
    provenance: FROM_QUOTATION,
    message: {
      vi: 'Đỉnh tiếp xúc {value} {unit} vượt {limit} {unit}: 3 lần giới hạn ca khi quá 30 phút, hoặc 5 lần bất kỳ lúc nào.',
      en: 'A peak of {value} {unit} is above {limit} {unit}: 3 times the limit of a shift for more than 30 minutes, or 5 times at any time.',
    },
    examples: {
      holds: [{ change: { [`${RESULT}/sampleType`]: 'stel', [`${RESULT}/value`]: 0.8 } }],
      fails: [
        { change: { [`${RESULT}/sampleType`]: 'stel', [`${RESULT}/value`]: 1.6 } },
        { change: { [`${RESULT}/sampleType`]: 'stel', [`${RESULT}/value`]: 1, [`${RESULT}/exposureMinutes`]: 45 } },
      ],
    },
  }),

  exceedanceRule({
    id: 'ENV-130',
    citations: [cite('QCVN25-2016-BYT'), AFTER],
    provenance: FROM_QUOTATION,
    message: {
      vi: 'Điện trường tần số công nghiệp {value} {unit} vượt mức {limit} {unit} cho phép trong thời gian tiếp xúc này.',
      en: 'A power-frequency electric field of {value} {unit} is above the {limit} {unit} allowed for this time.',
    },
    examples: {
      holds: [{ change: { [NOISE]: field(10, 180) } }],
      fails: [{ change: { [NOISE]: field(10, 200) } }, { change: { [NOISE]: field(25, 1) } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-131',
    citations: [cite('QCVN21-2016-BYT'), AFTER],
    provenance: FROM_TEXT,
    message: {
      vi: 'Điện từ trường tần số cao {value} {unit} vượt giới hạn {limit} {unit} ở tần số này.',
      en: 'A high-frequency field of {value} {unit} is above the limit of {limit} {unit} at this frequency.',
    },
    examples: {
      holds: [{ change: { [NOISE]: radio(61) } }],
      fails: [{ change: { [NOISE]: radio(62) } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-132',
    citations: [cite('QCVN23-2016-BYT'), AFTER],
    provenance: FROM_TEXT,
    message: {
      vi: 'Bức xạ tử ngoại {value} {unit} vượt mức {limit} {unit} cho phép trong thời gian tiếp xúc này.',
      en: 'Ultraviolet of {value} {unit} is above the {limit} {unit} allowed for this time.',
    },
    examples: {
      holds: [{ change: { [NOISE]: ultraviolet(240) } }],
      fails: [{ change: { [NOISE]: ultraviolet(480) } }],
    },
  }),

  exceedanceRule({
    id: 'ENV-133',
    // The days of QCVN 29 and 30:2016/BYT and of Decree 142/2020 are from memory; the duty that follows is not.
    citations: [AFTER],
    provenance: FROM_QUOTATION,
    message: {
      vi: 'Liều bức xạ {value} {unit} vượt giới hạn {limit} {unit} (QCVN 29:2016/BYT, Nghị định 142/2020).',
      en: 'A dose of {value} {unit} is above the limit of {limit} {unit} (QCVN 29:2016/BYT, Decree 142/2020).',
    },
    examples: {
      holds: [{ change: { [NOISE]: dose(50) } }],
      fails: [{ change: { [NOISE]: dose(51) } }],
    },
  }),

  exceedanceRule({
    id: OTHER,
    citations: [cite('QCVN02-2019-BYT'), AFTER],
    provenance: FROM_QUOTATION,
    message: {
      vi: 'Kết quả {value} {unit} vượt giới hạn {limit} {unit}.',
      en: 'A result of {value} {unit} is beyond the limit of {limit} {unit}.',
    },
    examples: {
      holds: [{ change: { [RESULT]: cotton(1) } }],
      fails: [{ change: { [RESULT]: cotton(1.1) } }],
    },
  }),

  gatheredRule({
    id: 'ENV-123',
    kind: 'info',
    citations: [cite('QCVN27-2016-BYT')],
    provenance: FROM_MEMORY,
    inputs: ASSESSED,
    at: '/value',
    violated: ({ assessment }) => isAdvisory(assessment) && isLocalVibration(assessment) && numbersOf(assessment),
    message: toldOfResult({
      vi: 'Rung cục bộ {value} {unit} vượt mức tham khảo {limit} {unit}; giới hạn này chưa được đối chiếu nên chỉ để tham khảo.',
      en: 'Hand-arm vibration of {value} {unit} is above {limit} {unit}; nobody has verified this limit, so it only informs.',
    }),
    examples: {
      holds: [{ change: { [NOISE]: grip(1.4) } }],
      fails: [{ change: { [NOISE]: grip(2) } }],
    },
  }),

  gatheredRule({
    id: 'KB-ENV-54',
    kind: 'info',
    citations: [AFTER],
    provenance: FROM_MEMORY,
    inputs: ASSESSED,
    at: '/value',
    violated: ({ assessment }) => isAdvisory(assessment) && !isLocalVibration(assessment) && numbersOf(assessment),
    message: toldOfResult({
      vi: 'Kết quả {value} {unit} vượt mức tham khảo {limit} {unit}; giới hạn hoặc hệ số hiệu chỉnh này chưa được đối chiếu nên không tính là vượt.',
      en: 'A result of {value} {unit} is beyond {limit} {unit}; nobody has verified this limit or its correction, so it does not count as exceeding.',
    }),
    fix: {
      vi: 'Đối chiếu với văn bản đăng Công báo; cơ quan quản lý có thể bổ sung giới hạn đã đối chiếu.',
      en: 'Compare with the gazetted text; the office can supply a limit it has verified.',
    },
    examples: {
      holds: [{ change: { [`${NOISE}/value`]: 88 } }, { change: { [RESULT]: gas('twa', 12) } }],
      fails: [
        { change: { [`${RESULT}/value`]: 0.2, [`${RESULT}/factor`]: 'DU-SIO2-RESP' } },
        { change: { [RESULT]: gas('twa', 12), '/positions/0/shiftHours': 12 } },
        { change: { [`${NOISE}/value`]: 84, [`${NOISE}/exposureMinutes`]: 720 } },
      ],
    },
  }),
]

function isAdvisory(assessment: Assessment | null): assessment is Assessment {
  return assessment !== null && assessment.verdict === 'exceed' && assessment.advisory
}

function isLocalVibration({ limit }: Assessment): boolean {
  return limit?.factor.startsWith('PH-VIB-LOC-') === true
}

// What the examples change: results that stand in the places of the sample's first ones.

function gas(sampleType: string, value: number) {
  return { positionId: 'VT1', factor: 'CH-INORG', cas: '630-08-0', sampleType, value, unit: 'mg/m³' }
}

function cotton(value: number) {
  return { positionId: 'VT1', factor: 'DU-COTTON', sampleType: 'twa', value, unit: 'mg/m³' }
}

function fibres(dustGroup: string, value: number) {
  return { positionId: 'VT1', factor: 'DU-ASB', dustGroup, sampleType: 'twa', value, unit: 'sợi/mL' }
}

function heat(value: number, bodyShare: number) {
  return { positionId: 'VT2', factor: 'MC-RADH', value, unit: 'W/m²', bodyShare }
}

function vibration(value: number) {
  return { positionId: 'VT1', factor: 'PH-VIB-WB-A-4', value, unit: 'm/s²', axis: 'z' }
}

function grip(value: number) {
  return { positionId: 'VT1', factor: 'PH-VIB-LOC-A-16', value, unit: 'm/s²' }
}

function field(value: number, exposureMinutes: number) {
  return { positionId: 'VT1', factor: 'EM-50HZ-E', value, unit: 'kV/m', exposureMinutes }
}

function radio(value: number) {
  return { positionId: 'VT1', factor: 'EM-HF-E', value, unit: 'V/m', frequencyHz: 900_000_000 }
}

function ultraviolet(exposureMinutes: number) {
  return { positionId: 'VT1', factor: 'RA-UV-EFF', value: 0.2, unit: 'µW/cm²', exposureMinutes }
}

function dose(value: number) {
  return { positionId: 'VT1', factor: 'RA-DOSE-YEAR', value, unit: 'mSv/năm' }
}
