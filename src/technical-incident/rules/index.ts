import { generalRules } from '../../declaration/general-rules.ts'
import { type RuleSet, ruleSet } from '../../rules/rule-set.ts'
import type { IncidentFacts } from '../facts.ts'
import { codeRules } from './codes.ts'
import type { IncidentContext } from './define.ts'
import { requiredFieldRules } from './required-fields.ts'
import { routingRules } from './routing.ts'
import { seriousnessRules } from './seriousness.ts'
import { timeRules } from './times.ts'
import { victimRules } from './victims.ts'

export { freeFields } from './free-fields.ts'

/** Every rule about the declaration of a technical incident. */
export const incidentRules: RuleSet<IncidentFacts, IncidentContext> = ruleSet(
  'incident',
  [
    ...generalRules,
    ...requiredFieldRules,
    ...codeRules,
    ...seriousnessRules,
    ...victimRules,
    ...routingRules,
    ...timeRules,
  ],
  [],
)
