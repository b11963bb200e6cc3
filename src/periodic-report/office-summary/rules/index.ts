import type { ReportRule } from '../../rules/define.ts'
import { comparisonRules } from './comparison.ts'
import { dutyRules } from './duties.ts'
import { partOneRules } from './part-one.ts'
import { partTwoRules } from './part-two.ts'

/** Every rule about the summary of a provincial labour office (Annex XIV of Decree 39/2016). */
export const officeSummaryRules: readonly ReportRule[] = [
  ...partOneRules,
  ...partTwoRules,
  ...comparisonRules,
  ...dutyRules,
]
