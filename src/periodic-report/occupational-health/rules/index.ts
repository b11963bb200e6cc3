import type { ReportRule } from '../../rules/define.ts'
import { caseRules } from './cases.ts'
import { comparisonRules } from './comparison.ts'
import { diseaseAndExposureRules } from './disease-and-exposure.ts'
import { diseaseRules } from './diseases.ts'
import { dutyRules } from './duties.ts'
import { establishmentRules } from './establishment.ts'
import { factorRules } from './factors.ts'
import { monthAndQuarterRules } from './months-and-quarters.ts'
import { personCountRules } from './person-counts.ts'

/** Every rule about the report on occupational health (Annex 8 of Circular 19/2016). */
export const occupationalHealthRules: readonly ReportRule[] = [
  ...personCountRules,
  ...establishmentRules,
  ...factorRules,
  ...monthAndQuarterRules,
  ...diseaseRules,
  ...diseaseAndExposureRules,
  ...caseRules,
  ...comparisonRules,
  ...dutyRules,
]
