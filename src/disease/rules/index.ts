import { generalRules } from '../../declaration/general-rules.ts'
import { type RuleSet, ruleSet } from '../../rules/rule-set.ts'
import type { DiseaseFacts } from '../facts.ts'
import { awaitingRules } from './awaiting.ts'
import { caseRules } from './cases.ts'
import { codeRules } from './codes.ts'
import { countRules } from './counts.ts'
import { coverageRules } from './coverage.ts'
import { crossRules } from './cross.ts'
import type { DiseaseContext } from './define.ts'
import { exposureRules } from './exposure.ts'
import { facilityRules } from './facility.ts'
import { filingRules } from './filing.ts'
import { investigationRules } from './investigation.ts'
import { namedDiseaseRules } from './named-diseases.ts'
import { processRules } from './process.ts'
import { registerRules } from './register.ts'
import { requiredFieldRules } from './required-fields.ts'
import { resultRules } from './results.ts'
import { timeRules } from './times.ts'
import { writtenFormRules } from './written-form.ts'

export { freeFields } from './free-fields.ts'

/** Every rule about a disease screening, with those it waits to judge. */
export const diseaseRules: RuleSet<DiseaseFacts, DiseaseContext> = ruleSet<DiseaseFacts, DiseaseContext>(
  'disease',
  [
    ...generalRules,
    ...requiredFieldRules,
    ...countRules,
    ...resultRules,
    ...codeRules,
    ...timeRules,
    ...caseRules,
    ...exposureRules,
    ...namedDiseaseRules,
    ...facilityRules,
    ...processRules,
    ...coverageRules,
    ...crossRules,
    ...filingRules,
    ...registerRules,
    ...investigationRules,
    ...writtenFormRules,
  ],
  awaitingRules,
)
