import { z } from 'zod'
import type { Tally } from './facts.ts'

export const tallySchema = z
  .object({
    samples: z.int(),
    passing: z.int().meta({ description: 'Within a verified limit.' }),
    exceeding: z.int().meta({ description: 'Beyond a verified limit: the only number of official figures.' }),
    advisoryPassing: z.int().meta({ description: 'Within a limit nobody verified.' }),
    advisoryExceeding: z.int().meta({ description: 'Beyond a limit nobody verified.' }),
    notAssessable: z.int(),
  })
  .meta({ id: 'SampleTally', description: 'Samples by what became of them; the parts make up the whole.' })

/** The numbers alone, of results that carry more. */
export function presentTally(results: Tally): z.infer<typeof tallySchema> {
  const { samples, passing, exceeding, advisoryPassing, advisoryExceeding, notAssessable } = results
  return { samples, passing, exceeding, advisoryPassing, advisoryExceeding, notAssessable }
}
