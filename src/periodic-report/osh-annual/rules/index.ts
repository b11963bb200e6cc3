import type { ReportRule } from '../../rules/define.ts'
import { comparisonRules } from './comparison.ts'
import { countRules } from './counts.ts'
import { dutyRules } from './duties.ts'
import { plausibilityRules } from './plausibility.ts'

/** Every rule about the yearly report on safety and health (Annex II of Circular 07/2016). */
export const oshAnnualRules: readonly ReportRule[] = [
  ...countRules,
  ...plausibilityRules,
  ...comparisonRules,
  ...dutyRules,
]
