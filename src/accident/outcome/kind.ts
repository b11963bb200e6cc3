import type { AnnexKind } from '../../declaration/annex-kind.ts'
import { type AccidentConsequences, accidentConsequences, accidentConsequencesSchema } from '../consequences.ts'
import { type OutcomeFacts, outcomeFacts } from './facts.ts'
import { outcomeRules } from './rules/index.ts'
import { outcomeContext, sampleOutcome } from './sample.ts'
import { type Outcome, outcomeSchema, outcomeSealedFields } from './schema.ts'

/** What became of a victim after the declaration. */
export const outcomeKind: AnnexKind<Outcome, OutcomeFacts> = {
  id: 'accident-outcome',
  act: 'outcome',
  schema: outcomeSchema,
  longArrays: [],
  sealed: outcomeSealedFields,
  rules: outcomeRules,
  sample: sampleOutcome,
  sampleContext: outcomeContext,
  complete: (body) => body,
  facts: outcomeFacts,
  consequences: ({ after }, language): AccidentConsequences => accidentConsequences(after, language),
  consequencesSchema: accidentConsequencesSchema,
}
