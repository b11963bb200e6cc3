import type { DeclarationSoFar } from '../../../declaration/annex-kind.ts'
import type { FilingContext } from '../../../declaration/filing-context.ts'
import type { Params, Rule } from '../../../rules/rule.ts'
import type { InvestigationFacts } from '../facts.ts'

export type InvestigationRule = Rule<InvestigationFacts, FilingContext<DeclarationSoFar>>

/** A rule judged once. True or placeholders: violated. */
export function fileRule(
  head: Omit<InvestigationRule, 'judge'> & {
    readonly at: string
    readonly violated: (facts: InvestigationFacts) => boolean | Params
  },
): InvestigationRule {
  const { at, violated } = head
  return {
    ...head,
    judge: (facts) => {
      const verdict = violated(facts)
      if (verdict === false) return []
      return [verdict === true ? { pointer: at } : { pointer: at, params: verdict }]
    },
  }
}
