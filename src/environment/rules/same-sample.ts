import { milligramsOfPpm, sumOfLevels, wbgtIndoors, wbgtOutdoors } from '../../law/exposure/formulas.ts'
import { canonicalUnit } from '../../law/exposure/units.ts'
import type { Params, Violation } from '../../rules/rule.ts'
import type { EnvironmentFacts, MeasurementFacts } from '../facts.ts'
import { BY_ARITHMETIC, BY_POLICY, type EnvironmentRule, FROM_MEMORY } from './define.ts'
import { OF_ONE_SAMPLE, samplesOf, type Valued, valuesOf } from './samples.ts'

/** The finer dust is a part of the whole. */
const FRACTIONS = [
  { whole: 'DU-TOT', part: 'DU-RESP' },
  { whole: 'DU-SIO2-TOT', part: 'DU-SIO2-RESP' },
  { whole: 'DU-COAL-TOT', part: 'DU-COAL-RESP' },
] as const
/** What two samplers side by side may differ by. */
const FRACTION_TOLERANCE = 1.1

/** Corrections of the A weighting in dB (IEC 61672) at the centres of the octaves. */
const A_WEIGHTING: Readonly<Record<string, number>> = {
  'PH-NOISE-OCT-63': -26.2,
  'PH-NOISE-OCT-125': -16.1,
  'PH-NOISE-OCT-250': -8.6,
  'PH-NOISE-OCT-500': -3.2,
  'PH-NOISE-OCT-1000': 0,
  'PH-NOISE-OCT-2000': 1.2,
  'PH-NOISE-OCT-4000': 1,
  'PH-NOISE-OCT-8000': -1.1,
}
const SPECTRUM_TOLERANCE = 3

const WBGT_TOLERANCE = 0.5
const WET_BULB_TOLERANCE = 0.5
const PPM_TOLERANCE = 0.02

/** Of the examples: a time at which the sample campaign measured nothing. */
const AT_CRUSHER = { positionId: 'VT2', sampledAt: '2026-03-11T14:00:00+07:00' } as const

/** Results of one sample fit together. */
export const sameSampleRules: readonly EnvironmentRule[] = [
  {
    id: 'ENV-092',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: OF_ONE_SAMPLE,
    judge: (facts) =>
      ofEachSample(facts, (sample) =>
        FRACTIONS.flatMap(({ whole, part }) => {
          const total = greatest(valuesOf(sample, whole))
          const respirable = least(valuesOf(sample, part))
          if (total === null || respirable === null) return []
          if (respirable.value <= total.value * FRACTION_TOLERANCE) return []
          return [told(respirable.facts, { respirable: respirable.value, total: total.value })]
        }),
      ),
    message: {
      vi: 'Kết quả thứ {ordinal}: bụi hô hấp ({respirable} mg/m³) nhiều hơn bụi toàn phần của cùng mẫu ({total} mg/m³).',
      en: 'Result {ordinal}: more respirable dust ({respirable} mg/m³) than total dust of the same sample ({total} mg/m³).',
    },
    fix: {
      vi: 'Kiểm tra hai giá trị có bị đổi chỗ không; nếu là hai mẫu khác nhau thì ghi sampleId riêng.',
      en: 'See whether the two values are swapped; if they are two samples, give each its own sampleId.',
    },
    examples: {
      holds: [
        { change: dusts(1.5, 1) },
        { change: dusts(1, 1.1) },
        { change: { ...dusts(1, 1.5), '/measurements/0/sampleId': 'M1', '/measurements/1/sampleId': 'M2' } },
      ],
      fails: [{ change: dusts(1, 1.5) }],
    },
  },

  {
    id: 'ENV-093',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: OF_ONE_SAMPLE,
    judge: (facts) =>
      ofEachSample(facts, (sample) => {
        const loudest = greatest(valuesOf(sample, 'PH-NOISE-LMAX'))
        const mean = least(valuesOf(sample, 'PH-NOISE-LAEQ'))
        if (loudest === null || mean === null || loudest.value >= mean.value) return []
        return [told(loudest.facts, { loudest: loudest.value, mean: mean.value })]
      }),
    message: {
      vi: 'Kết quả thứ {ordinal}: mức cực đại {loudest} dBA thấp hơn mức tương đương {mean} dBA của cùng lần đo.',
      en: 'Result {ordinal}: the maximum level of {loudest} dBA is below the equivalent level of {mean} dBA of the same measurement.',
    },
    fix: {
      vi: 'Kiểm tra hai giá trị có bị đổi chỗ không; nếu là hai lần đo khác nhau thì ghi sampleId riêng.',
      en: 'See whether the two values are swapped; if they were measured apart, give each its own sampleId.',
    },
    examples: {
      holds: [{ change: levels(83.5) }, { change: levels(101) }],
      fails: [{ change: levels(83.4) }],
    },
  },

  {
    id: 'ENV-094',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: OF_ONE_SAMPLE,
    judge: (facts) =>
      ofEachSample(facts, (sample) => {
        const [overall, ...others] = valuesOf(sample, 'PH-NOISE-LAEQ')
        const bands = Object.entries(A_WEIGHTING).flatMap(([factor, weight]) =>
          valuesOf(sample, factor).map(({ value }) => value + weight),
        )
        if (overall === undefined || others.length > 0 || bands.length !== Object.keys(A_WEIGHTING).length) return []
        const sum = sumOfLevels(bands)
        const delta = Math.abs(overall.value - sum)
        if (delta <= SPECTRUM_TOLERANCE) return []
        return [told(overall.facts, { overall: overall.value, sum: toTenths(sum), delta: toTenths(delta) })]
      }),
    message: {
      vi: 'Kết quả thứ {ordinal}: mức tương đương {overall} dBA không khớp với phổ ốc-ta cùng mẫu ({sum} dBA), lệch {delta} dB.',
      en: 'Result {ordinal}: the equivalent level of {overall} dBA does not fit the octave bands of the same sample ({sum} dBA), by {delta} dB.',
    },
    fix: {
      vi: 'Kiểm tra các dải ốc-ta (dB, không hiệu chỉnh A); nếu đúng thì xác nhận.',
      en: 'Check the octave bands (dB, not A-weighted); confirm if they are right.',
    },
    examples: {
      holds: [
        { change: spectrum(80) },
        { change: { ...spectrum(50), '/measurements/0': { ...noiseOf('PH-NOISE-LAEQ', 59), unit: 'dBA' } } },
      ],
      fails: [{ change: spectrum(70) }],
    },
  },

  {
    id: 'ENV-095',
    kind: 'info',
    citations: [{ kind: 'arithmetic' }],
    provenance: FROM_MEMORY,
    inputs: OF_ONE_SAMPLE,
    judge: (facts) =>
      ofEachSample(facts, (sample) => {
        const [index] = valuesOf(sample, 'MC-WBGT')
        const [wet] = valuesOf(sample, 'MC-TNWB')
        const [globe] = valuesOf(sample, 'MC-TG')
        const [dry] = valuesOf(sample, 'MC-TEMP')
        if (index === undefined || wet === undefined || globe === undefined) return []
        const expected = [wbgtIndoors(wet.value, globe.value)]
        if (dry !== undefined) expected.push(wbgtOutdoors(wet.value, globe.value, dry.value))
        if (expected.some((value) => Math.abs(value - index.value) <= WBGT_TOLERANCE)) return []
        return [told(index.facts, { value: index.value, expected: expected.map(toTenths).join(', ') })]
      }),
    message: {
      vi: 'Kết quả thứ {ordinal}: WBGT {value} °C không khớp công thức từ nhiệt độ ướt tự nhiên và nhiệt độ cầu ({expected} °C).',
      en: 'Result {ordinal}: a WBGT of {value} °C does not fit the formula from the natural wet bulb and the globe ({expected} °C).',
    },
    fix: { vi: 'Kiểm tra lại ba giá trị.', en: 'Check the three values.' },
    examples: {
      holds: [{ change: heat(31.6) }, { change: { ...heat(31), '/measurements/4': climate('MC-TEMP', 34) } }],
      fails: [{ change: heat(30) }],
    },
  },

  {
    id: 'ENV-096',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_POLICY,
    inputs: OF_ONE_SAMPLE,
    judge: (facts) =>
      ofEachSample(facts, (sample) => {
        const wet = least(valuesOf(sample, 'MC-TNWB'))
        const dry = greatest(valuesOf(sample, 'MC-TEMP'))
        if (wet === null || dry === null || wet.value <= dry.value + WET_BULB_TOLERANCE) return []
        return [told(wet.facts, { wet: wet.value, dry: dry.value })]
      }),
    message: {
      vi: 'Kết quả thứ {ordinal}: nhiệt độ ướt {wet} °C cao hơn nhiệt độ khô {dry} °C.',
      en: 'Result {ordinal}: the wet bulb at {wet} °C is above the dry bulb at {dry} °C.',
    },
    fix: {
      vi: 'Kiểm tra hai giá trị có bị đổi chỗ không; nếu đúng thì xác nhận.',
      en: 'See whether the two are swapped; confirm if they are right.',
    },
    examples: {
      holds: [{ change: bulbs(27.5) }, { change: bulbs(28) }],
      fails: [{ change: bulbs(28.1) }],
    },
  },

  {
    id: 'ENV-102',
    kind: 'warning',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...OF_ONE_SAMPLE, '/measurements/*/cas', '/measurements/*/sampleType', '/campaign/sampledFrom'],
    judge: (facts) => ofEachSample(facts, twoUnits),
    message: {
      vi: 'Kết quả thứ {ordinal}: {ppm} ppm phải bằng {expected} mg/m³ (25 °C, 760 mmHg), nhưng cùng mẫu ghi {filed} mg/m³.',
      en: 'Result {ordinal}: {ppm} ppm make {expected} mg/m³ (25 °C, 760 mmHg), but the same sample says {filed} mg/m³.',
    },
    fix: {
      vi: 'Kiểm tra khối lượng mol đã dùng; chỉ cần ghi một trong hai đơn vị.',
      en: 'Check the molar mass that was used; one of the two units is enough.',
    },
    examples: {
      holds: [{ change: gas(10, 11.4) }, { change: gas(10, 11.6) }],
      fails: [{ change: gas(10, 12.5) }],
    },
  },
]

function ofEachSample(
  facts: EnvironmentFacts,
  judge: (sample: readonly MeasurementFacts[]) => readonly Violation[],
): readonly Violation[] {
  const found: Violation[] = []
  for (const sample of samplesOf(facts).values()) if (sample.length > 1) found.push(...judge(sample))
  return found
}

function told({ index, pointer }: MeasurementFacts, params: Params): Violation {
  return { pointer: `${pointer}/value`, params: { ordinal: index + 1, ...params } }
}

function least(values: readonly Valued[]): Valued | null {
  return values.reduce<Valued | null>((found, one) => (found === null || one.value < found.value ? one : found), null)
}

function greatest(values: readonly Valued[]): Valued | null {
  return values.reduce<Valued | null>((found, one) => (found === null || one.value > found.value ? one : found), null)
}

function toTenths(value: number): number {
  return Math.round(value * 10) / 10
}

/** One substance of one sample told in parts per million and in milligrams. */
function twoUnits(sample: readonly MeasurementFacts[]): readonly Violation[] {
  const inUnit = (unit: string) =>
    sample.filter(({ measurement }) => measurement.cas !== undefined && canonicalUnit(measurement.unit ?? '') === unit)
  return inUnit('ppm').flatMap((facts) => {
    const { cas, value: ppm, sampleType } = facts.measurement
    const same = inUnit('mg/m³').find(
      ({ measurement }) => measurement.cas === cas && measurement.sampleType === sampleType,
    )
    const filed = same?.measurement.value
    const molarMass = facts.assessment?.limit?.molarMass ?? null
    if (ppm === undefined || filed === undefined || molarMass === null) return []
    const expected = milligramsOfPpm(ppm, molarMass)
    if (Math.abs(expected - filed) <= PPM_TOLERANCE * expected) return []
    return [told(facts, { ppm, filed, expected: Number(expected.toPrecision(4)) })]
  })
}

// What the examples change: results that stand in the places of the sample's first ones.

function dusts(total: number, respirable: number) {
  const dust = { ...AT_CRUSHER, unit: 'mg/m³' }
  return {
    '/measurements/0': { ...dust, factor: 'DU-TOT', value: total },
    '/measurements/1': { ...dust, factor: 'DU-RESP', value: respirable },
  }
}

function noiseOf(factor: string, value: number) {
  return { ...AT_CRUSHER, factor, unit: 'dB', value }
}

function levels(loudest: number) {
  return {
    '/measurements/0': { ...noiseOf('PH-NOISE-LAEQ', 83.5), unit: 'dBA' },
    '/measurements/1': { ...noiseOf('PH-NOISE-LMAX', loudest), unit: 'dBA' },
  }
}

/** The same level in each band: 7.0 dB more as a whole. */
function spectrum(level: number) {
  const bands = Object.keys(A_WEIGHTING).map((factor, index) => [
    `/measurements/${index + 9}`,
    { ...AT_CRUSHER, factor, unit: 'dB', value: level },
  ])
  return {
    '/measurements/0': { ...noiseOf('PH-NOISE-LAEQ', 87), unit: 'dBA' },
    ...Object.fromEntries(bands),
  }
}

function climate(factor: string, value: number) {
  return { ...AT_CRUSHER, factor, unit: '°C', value }
}

function heat(index: number) {
  return {
    '/measurements/0': climate('MC-WBGT', index),
    '/measurements/1': climate('MC-TNWB', 28),
    '/measurements/2': climate('MC-TG', 40),
    '/measurements/4': climate('MC-TEMP', 36),
  }
}

function bulbs(wet: number) {
  return { '/measurements/0': climate('MC-TNWB', wet), '/measurements/4': climate('MC-TEMP', 27.5) }
}

function gas(ppm: number, milligrams: number) {
  const co = { ...AT_CRUSHER, factor: 'CH-INORG', cas: '630-08-0', sampleType: 'twa' }
  return {
    '/measurements/0': { ...co, unit: 'ppm', value: ppm },
    '/measurements/1': { ...co, unit: 'mg/m³', value: milligrams },
  }
}
