import { reachOf } from '../reference/administrative-units.ts'
import { foldText } from '../reference/fold-text.ts'
import type { Interval } from '../reference/legal-date.ts'
import type { Periods } from './eligibility.ts'
import type { ProviderFacts } from './facts.ts'

export interface ProviderRow<F> {
  readonly id: string
  readonly version: number
  readonly tax_code: string
  readonly facts: F
  readonly reach: readonly string[]
  readonly created_at: Date
  readonly updated_at: Date
}

/** The facts, and the columns they are found by, in the order in which statements take them. */
export function factColumns(facts: ProviderFacts, { granted, interrupted }: Periods): readonly unknown[] {
  return [
    JSON.stringify(facts),
    reachOf(facts.unit),
    foldText(facts.name),
    multirange(granted),
    multirange(interrupted),
  ]
}

/** As text of a datemultirange; what was revoked on its first day is no period. */
function multirange(periods: readonly Interval[]): string {
  const ranges = periods
    .filter(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo)
    .map(({ validFrom, validTo }) => `[${validFrom ?? ''},${validTo ?? ''}]`)
  return `{${ranges.join(',')}}`
}
