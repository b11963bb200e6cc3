import type { ReportRule } from '../../rules/define.ts'
import { codeRules } from './codes.ts'
import { comparisonRules } from './comparison.ts'
import { dutyRules } from './duties.ts'
import { plausibilityRules } from './plausibility.ts'
import { rowRules } from './rows.ts'
import { sumRules } from './sums.ts'

export { accidentSummaryAwaiting } from './awaiting.ts'

/** Every rule about the summary of accidents of an establishment (Annex XII of Decree 39/2016). */
export const accidentSummaryRules: readonly ReportRule[] = [
  ...rowRules,
  ...sumRules,
  ...codeRules,
  ...plausibilityRules,
  ...comparisonRules,
  ...dutyRules,
]
