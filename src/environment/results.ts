import { monitoredFactors } from '../reference/catalogue.ts'
import type { CodeEntry } from '../reference/code-list.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { FactorResults, MeasurementFacts, Tally } from './facts.ts'
import type { EnvironmentMonitoring } from './schema.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Open = Mutable<Omit<FactorResults, 'measurements'>> & { readonly measurements: MeasurementFacts[] }

/**
 * Counts of a factor that has measurements are no results of their own: rules compare the two.
 * `on` is the date by which a code filed in counts is read.
 */
export function resultsByFactor(
  measurements: readonly MeasurementFacts[],
  counts: NonNullable<EnvironmentMonitoring['counts']>,
  on: LegalDate,
): ReadonlyMap<string, FactorResults> {
  const byFactor = new Map<string, Open>()
  for (const facts of measurements) {
    const code = facts.measurement.factor
    if (code === undefined) continue
    const results = byFactor.get(code) ?? none(code, facts.factor, false)
    byFactor.set(code, results)
    results.measurements.push(facts)
    results.samples += 1
    results[outcomeOf(facts)] += 1
    if (facts.measurement.verdict !== undefined) results.printed += 1
    if (facts.measurement.verdict === 'exceed') results.printedExceeding += 1
  }
  for (const { factor, samples, exceeding } of counts) {
    const known = byFactor.get(factor)
    if (known !== undefined && !known.fromCounts) continue
    const results = known ?? none(factor, monitoredFactors.find(factor, on) ?? null, true)
    byFactor.set(factor, results)
    const beyond = Math.min(exceeding, samples)
    results.samples += samples
    results.exceeding += beyond
    results.passing += samples - beyond
  }
  return byFactor
}

/** Sums results of several factors. */
export function tallyOf(results: Iterable<Tally>): Tally {
  const sum: Mutable<Tally> = { ...NOTHING }
  for (const part of results) {
    for (const key of Object.keys(NOTHING) as (keyof Tally)[]) sum[key] += part[key]
  }
  return sum
}

const NOTHING: Tally = {
  samples: 0,
  passing: 0,
  exceeding: 0,
  advisoryPassing: 0,
  advisoryExceeding: 0,
  notAssessable: 0,
}

function none(factor: string, entry: CodeEntry | null, fromCounts: boolean): Open {
  return { ...NOTHING, factor, entry, measurements: [], printed: 0, printedExceeding: 0, fromCounts }
}

function outcomeOf({ assessment }: MeasurementFacts): Exclude<keyof Tally, 'samples'> {
  if (assessment === null || assessment.verdict === 'not-assessable') return 'notAssessable'
  if (assessment.verdict === 'exceed') return assessment.advisory ? 'advisoryExceeding' : 'exceeding'
  return assessment.advisory ? 'advisoryPassing' : 'passing'
}
