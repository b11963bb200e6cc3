import type { DeclarationSoFar } from '../../../declaration/annex-kind.ts'
import type { FilingContext } from '../../../declaration/filing-context.ts'
import { type RuleSet, ruleSet } from '../../../rules/rule-set.ts'
import type { OutcomeFacts } from '../facts.ts'
import { compensationRules } from './compensation.ts'
import { conditionRules } from './condition.ts'
import { recordRules } from './record.ts'
import { timeRules } from './times.ts'

/** Every rule about what became of a victim after the declaration. */
export const outcomeRules: RuleSet<OutcomeFacts, FilingContext<DeclarationSoFar>> = ruleSet(
  'accident-outcome',
  [...recordRules, ...conditionRules, ...timeRules, ...compensationRules],
  [],
)

/** Fields that no rule judges, each with why. */
export const freeOutcomeFields: Readonly<Record<string, string>> = {
  '/death/certificate': 'a number of a paper',
  '/assessment/board': 'free text',
  '/costs/medical': 'a sum; what was covered by insurance is not known here',
  '/costs/funeral': 'a sum',
  '/costs/other': 'a sum',
  '/confirmations/*/rule': 'judged against the findings, not by one of them',
  '/confirmations/*/pointer': 'judged against the findings, not by one of them',
  '/confirmations/*/reason': 'judged against the findings, not by one of them',
}
