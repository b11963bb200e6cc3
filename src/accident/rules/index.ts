import { generalRules } from '../../declaration/general-rules.ts'
import { type RuleSet, ruleSet } from '../../rules/rule-set.ts'
import type { AccidentFacts } from '../facts.ts'
import { awaitingRules } from './awaiting.ts'
import { classificationRules } from './classification.ts'
import { codeRules } from './codes.ts'
import { commutingRules } from './commuting.ts'
import { crossRules } from './cross.ts'
import type { AccidentContext } from './define.ts'
import { filingRules } from './filing.ts'
import { obligationRules } from './obligations.ts'
import { personRules } from './persons.ts'
import { registerRules } from './register.ts'
import { requiredFieldRules } from './required-fields.ts'
import { routingRules } from './routing.ts'
import { scopeRules } from './scope.ts'
import { taxCodeRules } from './tax-codes.ts'
import { technicalIncidentRules } from './technical-incident.ts'
import { timeRules } from './times.ts'

export { freeFields } from './free-fields.ts'

/** Every rule about an accident declaration, with those it waits to judge. */
export const accidentRules: RuleSet<AccidentFacts, AccidentContext> = ruleSet(
  'accident',
  [
    ...generalRules,
    ...scopeRules,
    ...routingRules,
    ...requiredFieldRules,
    ...codeRules,
    ...taxCodeRules,
    ...personRules,
    ...classificationRules,
    ...commutingRules,
    ...timeRules,
    ...technicalIncidentRules,
    ...filingRules,
    ...registerRules,
    ...crossRules,
    ...obligationRules,
  ],
  awaitingRules,
)
