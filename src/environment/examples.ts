import type { z } from 'zod'
import type { Language } from '../rules/rule.ts'
import type { annualSummarySchema } from './annual-summary.ts'
import { environmentFacts } from './assemble-facts.ts'
import { environmentConsequences } from './consequences.ts'
import { form04, type form04Schema } from './form-04.ts'
import { item9Of } from './forms.ts'
import { environmentKind } from './kind.ts'
import { sampleListItem } from './list.ts'
import { sampleContext } from './sample.ts'

/** What the routes of the kind's own answer to its sample, made by the code that answers. */
export async function exampleViews(language: Language): Promise<{
  readonly annualSummary: z.infer<typeof annualSummarySchema>
  readonly form04: z.infer<typeof form04Schema>
}> {
  const facts = await environmentFacts(environmentKind.sample, sampleContext)
  const { id, revision, enterpriseId, samples, exceeding, advisoryExceeding, notAssessable } = sampleListItem
  const { limits, verdicts } = environmentConsequences(facts, language)
  return {
    annualSummary: {
      year: 2026,
      enterpriseId,
      campaigns: 1,
      campaignsNotCounted: 0,
      samples,
      exceeding,
      advisoryExceeding,
      notAssessable,
      item9: item9Of(facts.factors.values(), language),
    },
    form04: form04({ id, revision, declaration: environmentKind.sample, limits, verdicts }, language),
  }
}
