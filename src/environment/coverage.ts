import { isMeasurable } from '../law/disease-hazards.ts'
import type { EnvironmentFacts } from './facts.ts'

/** Hazard factors the hygiene dossier declares, as the register and the positions tell; empty where nobody told. */
export function declaredHazards({ context, positions }: Pick<EnvironmentFacts, 'context' | 'positions'>): string[] {
  return [
    ...new Set([
      ...(context.register?.hazardFactors ?? []),
      ...positions.flatMap(({ position }) => position.hazards ?? []),
    ]),
  ]
}

/**
 * Declared hazard factors that can be measured and were not, neither here nor in another campaign of the year (Decree
 * 44/2016, Art. 35.1).
 */
export function unmonitoredHazards(facts: EnvironmentFacts): string[] {
  // Under a code that means nothing anything may have been measured: KB-ENV-11 tells it.
  if ([...facts.factors.values()].some(({ entry }) => !entry)) return []
  const elsewhere = facts.context.known.history?.restOfYear?.hazards ?? []
  return declaredHazards(facts).filter(
    (hazard) => !facts.hazardsCovered.has(hazard) && !elsewhere.includes(hazard) && isMeasurable(hazard),
  )
}
