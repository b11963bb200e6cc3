import type { DeclaredCampaign } from './declared-health.ts'

/** Where a sample stands for no factor of the list. */
const OTHER_FACTOR = 'HZ-OTHER'

export interface CountedSamples {
  readonly campaign: string
  readonly factor: string
  readonly samples: number
  readonly failed: number
}

/**
 * Each sample once, though it may stand for several factors (toluene for benzene and its homologues and for solvents):
 * under the one that people are exposed to, else under the first. So the rows add up to what was measured.
 */
export function samplesByFactor(
  campaigns: readonly DeclaredCampaign[],
  exposedTo: ReadonlySet<string>,
): readonly CountedSamples[] {
  return campaigns.flatMap(({ id, results }) =>
    results.map(({ hazards, samples, failed }) => ({
      campaign: id,
      factor: hazards.find((hazard) => exposedTo.has(hazard)) ?? hazards[0] ?? OTHER_FACTOR,
      samples,
      failed,
    })),
  )
}
