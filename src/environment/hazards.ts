import { hazardsOfMonitoredFactor } from '../law/disease-hazards.ts'
import type { Measurement } from './schema.ts'

/** Codes of `hazard-factors` that a measured factor, or a substance, stands for. */
export function hazardsOf({ factor, cas }: Pick<Measurement, 'factor' | 'cas'>): readonly string[] {
  return factor === undefined ? [] : hazardsOfMonitoredFactor(factor, cas)
}
