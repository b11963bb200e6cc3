import { generalRules } from '../../declaration/general-rules.ts'
import { type RuleSet, ruleSet } from '../../rules/rule-set.ts'
import type { EnvironmentFacts } from '../facts.ts'
import { awaitingRules } from './awaiting.ts'
import { codeRules } from './codes.ts'
import { countRules } from './counts.ts'
import { coverageRules } from './coverage.ts'
import { crossRules } from './cross.ts'
import type { EnvironmentContext } from './define.ts'
import { filingRules } from './filing.ts'
import { followUpRules } from './follow-up.ts'
import { headerRules } from './header.ts'
import { limitRules } from './limits.ts'
import { measurementRules } from './measurement.ts'
import { organisationRules } from './organisation.ts'
import { plausibilityRules } from './plausibility.ts'
import { requiredFieldRules } from './required-fields.ts'
import { writtenFormRules } from './written-form.ts'

export { freeFields } from './free-fields.ts'

/** Every rule about a monitoring campaign, with those it waits to judge. */
export const environmentRules: RuleSet<EnvironmentFacts, EnvironmentContext> = ruleSet(
  'environment',
  [
    ...generalRules,
    ...requiredFieldRules,
    ...headerRules,
    ...codeRules,
    ...organisationRules,
    ...countRules,
    ...plausibilityRules,
    ...measurementRules,
    ...limitRules,
    ...coverageRules,
    ...crossRules,
    ...followUpRules,
    ...filingRules,
    ...writtenFormRules,
  ],
  awaitingRules,
)
