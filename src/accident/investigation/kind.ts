import type { AnnexKind } from '../../declaration/annex-kind.ts'
import { type AccidentConsequences, accidentConsequences, accidentConsequencesSchema } from '../consequences.ts'
import { type InvestigationFacts, investigationFacts } from './facts.ts'
import { investigationRules } from './rules/index.ts'
import { investigationContext, sampleInvestigation } from './sample.ts'
import { type Investigation, investigationSchema, investigationSealedFields } from './schema.ts'

/** The file of the investigation of one accident; each filing is a new version of the whole. */
export const investigationKind: AnnexKind<Investigation, InvestigationFacts> = {
  id: 'accident-investigation',
  act: 'investigate',
  schema: investigationSchema,
  longArrays: [],
  sealed: investigationSealedFields,
  rules: investigationRules,
  sample: structuredClone(sampleInvestigation) as unknown as Investigation,
  sampleContext: investigationContext,
  complete: (body) => body,
  facts: investigationFacts,
  consequences: ({ after }, language): AccidentConsequences => accidentConsequences(after, language),
  consequencesSchema: accidentConsequencesSchema,
}
