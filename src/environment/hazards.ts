import { hazardsOfMonitoredFactor } from '../law/disease-hazards.ts'
import { type EnvironmentFacts, type FactorResults, isExceedance } from './facts.ts'
import type { Measurement } from './schema.ts'

/** Classes of substances: what is measured under them stands for the hazards of its CAS number too. */
const OF_SUBSTANCES = /^(CH-|DU-METAL$)/

/** Codes of `hazard-factors` that a measured factor, or a substance, stands for. */
export function hazardsOf({ factor, cas }: Pick<Measurement, 'factor' | 'cas'>): readonly string[] {
  return factor === undefined ? [] : hazardsOfMonitoredFactor(factor, cas)
}

/** Codes of `hazard-factors` of everything measured of one factor. */
export function hazardsMeasured({ factor, fromCounts, measurements }: FactorResults): readonly string[] {
  return fromCounts ? hazardsOf({ factor }) : measurements.flatMap(({ measurement }) => hazardsOf(measurement))
}

/** What a campaign measured beyond a verified limit: codes of `monitored-factors`, and the hazard factors they stand for. */
export interface Exceeding {
  readonly exceedingFactors: readonly string[]
  readonly exceedingHazards: readonly string[]
}

export function exceedingOf({ factors }: Pick<EnvironmentFacts, 'factors'>): Exceeding {
  const exceeding = [...factors.values()].filter((results) => results.exceeding > 0)
  return {
    exceedingFactors: exceeding.map(({ factor }) => factor),
    exceedingHazards: [...new Set(exceeding.flatMap(hazardsExceeding))],
  }
}

function hazardsExceeding({ factor, fromCounts, measurements }: FactorResults): readonly string[] {
  return fromCounts
    ? hazardsOf({ factor })
    : measurements.filter(isExceedance).flatMap(({ measurement }) => hazardsOf(measurement))
}

/**
 * The hazard factors beyond a limit, those together that one measurement stands for: an examination for one of them is
 * one for all, since dust is measured as one and is several on the list of hazards.
 */
export function exceedingTogether({ exceedingFactors, exceedingHazards }: Exceeding): readonly (readonly string[])[] {
  const named = new Map(
    exceedingFactors.map((factor) => [
      factor,
      hazardsOf({ factor }).filter((hazard) => exceedingHazards.includes(hazard)),
    ]),
  )
  const bySubstance = exceedingHazards.filter((hazard) => ![...named.values()].flat().includes(hazard))
  return [...named]
    .map(([factor, hazards]) => (OF_SUBSTANCES.test(factor) ? [...hazards, ...bySubstance] : hazards))
    .filter((hazards) => hazards.length > 0)
}
