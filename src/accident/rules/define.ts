import type { FilingContext } from '../../declaration/filing-context.ts'
import type { Params, Rule } from '../../rules/rule.ts'
import type { AccidentFacts } from '../facts.ts'
import type { Victim } from '../schema.ts'

export type AccidentRule = Rule<AccidentFacts, FilingContext>

/** True or placeholders: the rule is violated. False: it holds, or does not concern these facts. */
type Verdict = boolean | Params

type Head = Omit<AccidentRule, 'judge'>

/** A rule judged once, on the declaration as a whole. */
export function declarationRule(
  head: Head & { readonly at: string; readonly violated: (facts: AccidentFacts) => Verdict },
): AccidentRule {
  const { at, violated, ...rest } = head
  return {
    ...rest,
    judge(facts) {
      const verdict = violated(facts)
      return verdict === false ? [] : [{ pointer: at, ...(verdict === true ? {} : { params: verdict }) }]
    },
  }
}

/** A rule judged on each victim; `at` is relative to the victim. */
export function victimRule(
  head: Head & { readonly at: string; readonly violated: (victim: Victim, facts: AccidentFacts) => Verdict },
): AccidentRule {
  const { at, violated, ...rest } = head
  return {
    ...rest,
    judge: (facts) =>
      facts.victims.flatMap((victim, index) => {
        const verdict = violated(victim, facts)
        if (verdict === false) return []
        return [
          { pointer: `/victims/${index}${at}`, params: { ordinal: index + 1, ...(verdict === true ? {} : verdict) } },
        ]
      }),
  }
}
