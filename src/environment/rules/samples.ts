import { convert } from '../../law/exposure/units.ts'
import type { EnvironmentFacts, MeasurementFacts } from '../facts.ts'

/** What tells that results are of one sample, and what their values are. */
export const OF_ONE_SAMPLE = [
  '/measurements/*/positionId',
  '/measurements/*/sampleId',
  '/measurements/*/sampledAt',
  '/measurements/*/factor',
  '/measurements/*/value',
  '/measurements/*/unit',
] as const

/** Results of one sample: by its id, else those of one position and one time as filed. */
export function samplesOf({ measurements }: EnvironmentFacts): ReadonlyMap<string, readonly MeasurementFacts[]> {
  const known = samples.get(measurements)
  if (known !== undefined) return known
  const bySample = new Map<string, MeasurementFacts[]>()
  for (const facts of measurements) {
    const { positionId, sampleId, sampledAt } = facts.measurement
    if (sampleId === undefined && positionId === undefined) continue
    const key = sampleId === undefined ? `at ${positionId} ${sampledAt ?? ''}` : `of ${sampleId}`
    const same = bySample.get(key)
    if (same === undefined) bySample.set(key, [facts])
    else same.push(facts)
  }
  samples.set(measurements, bySample)
  return bySample
}

/** Several rules ask for the samples of the same thousands of results. */
const samples = new WeakMap<readonly MeasurementFacts[], ReadonlyMap<string, readonly MeasurementFacts[]>>()

/** The value in the unit of its factor; null without one, or in a unit that is no unit of the factor. */
export function valueInUnitOfFactor({ measurement, factor, assessment }: MeasurementFacts): number | null {
  const { value, unit } = measurement
  const wanted = factor?.attributes.unit
  if (value === undefined || unit === undefined || wanted === undefined) return null
  const converted = convert(value, unit, wanted, assessment?.limit?.molarMass ?? null)
  return 'value' in converted ? converted.value : null
}

/** Of the results of one sample those of a factor, with their values. */
export function valuesOf(sample: readonly MeasurementFacts[], factor: string): readonly Valued[] {
  return sample.flatMap((facts) => {
    const value = facts.measurement.factor === factor ? valueInUnitOfFactor(facts) : null
    return value === null ? [] : [{ facts, value }]
  })
}

export interface Valued {
  readonly facts: MeasurementFacts
  readonly value: number
}
