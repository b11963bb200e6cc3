import type { DeclarationSoFar } from '../../../declaration/annex-kind.ts'
import type { FilingContext } from '../../../declaration/filing-context.ts'
import type { Params, Rule } from '../../../rules/rule.ts'
import type { OutcomeFacts } from '../facts.ts'

export type OutcomeRule = Rule<OutcomeFacts, FilingContext<DeclarationSoFar>>

/** A rule judged once. True or placeholders: violated. */
export function outcomeRule(
  head: Omit<OutcomeRule, 'judge'> & {
    readonly at: string
    readonly violated: (facts: OutcomeFacts) => boolean | Params
  },
): OutcomeRule {
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
