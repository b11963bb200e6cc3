import type { ReportRule } from '../../rules/define.ts'
import { groupRules } from './groups.ts'
import { planRules } from './plans.ts'
import { targetRules } from './targets.ts'

/** What the yearly report on programmes is judged by. */
export const programmeAnnualRules: readonly ReportRule[] = [...planRules, ...targetRules, ...groupRules]
