import { z } from 'zod'
import { citationSchema } from '../http/route-schema.ts'
import type { Citation } from '../law/citation.ts'
import { presentCitation } from '../rules/present.ts'
import type { Language, Text } from '../rules/rule.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Standing } from './standing.ts'
import { stateSentence } from './state-sentences.ts'

/** One reason why a declaration is, or is not, in the figures. */
export interface CountingReason {
  readonly text: Text
  readonly citations: readonly Citation[]
}

/** What a kind says of a revision in force. */
export interface Counting {
  readonly counted: boolean
  readonly reasons: readonly CountingReason[]
}

export const countingSchema = z
  .object({
    counted: z.boolean(),
    reasons: z.array(z.object({ text: z.string(), citations: z.array(citationSchema) })),
  })
  .meta({ id: 'Counting', description: 'Whether it is in the figures of this service as it stands now, and why.' })

/** Only what is in force can count; `ofKind` is asked then. */
export function explainCounting(
  state: Lifecycle,
  standing: Standing,
  ofKind: () => Counting,
  language: Language,
): z.infer<typeof countingSchema> {
  const ofState: CountingReason = { text: stateSentence(state, standing), citations: [{ kind: 'policy' }] }
  const { counted, reasons } =
    state.inForce === null ? { counted: false, reasons: [ofState] } : withState(state, ofState, ofKind())
  return {
    counted,
    reasons: reasons.map(({ text, citations }) => ({
      text: text[language],
      citations: citations.map((citation) => presentCitation(citation, language)),
    })),
  }
}

/** Where it is not the latest revision that counts, its state says which one does. */
function withState({ inForce, revision }: Lifecycle, ofState: CountingReason, counting: Counting): Counting {
  return inForce === revision ? counting : { ...counting, reasons: [ofState, ...counting.reasons] }
}
