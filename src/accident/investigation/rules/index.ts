import type { DeclarationSoFar } from '../../../declaration/annex-kind.ts'
import type { FilingContext } from '../../../declaration/filing-context.ts'
import { type RuleSet, ruleSet } from '../../../rules/rule-set.ts'
import type { InvestigationFacts } from '../facts.ts'
import { dossierRules } from './dossier.ts'
import { limitRules } from './limits.ts'
import { minutesRules } from './minutes.ts'
import { teamRules } from './team.ts'
import { timeRules } from './times.ts'

/** Every rule about the file of an investigation. */
export const investigationRules: RuleSet<InvestigationFacts, FilingContext<DeclarationSoFar>> = ruleSet(
  'accident-investigation',
  [...teamRules, ...limitRules, ...minutesRules, ...dossierRules, ...timeRules],
  [],
)

/** Fields that no rule judges, each with why. */
export const freeInvestigationFields: Readonly<Record<string, string>> = {
  '/decision/number': 'a number of a paper',
  '/team/*/name': 'names are not needed',
  '/extensions/*/reason': 'free text; whether it is complicated is for who consents',
  '/findings': 'free text',
  '/victims/*/ownFault': 'a finding of the team; compensation is judged by it',
  '/victims/*/exclusion': 'a finding of the team; compensation is judged by it',
  '/handling/measures/*/text': 'free text',
  '/handling/measures/*/by': 'the team sets the day',
  '/handling/penalties/*/article': 'proposed; who decides chooses it',
  '/handling/penalties/*/amount': 'proposed; who decides chooses it',
  '/complaint/reinvestigated': 'the body that formed the team decides',
  '/confirmations/*/rule': 'judged against the findings, not by one of them',
  '/confirmations/*/pointer': 'judged against the findings, not by one of them',
  '/confirmations/*/reason': 'judged against the findings, not by one of them',
  '/reason': 'free text, kept with the act',
}
