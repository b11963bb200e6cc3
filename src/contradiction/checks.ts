import type { Check } from './check.ts'
import { accidentsOfAnnualReports } from './checks/accidents-of-annual-reports.ts'
import { accidentsSummed } from './checks/accidents-summed.ts'
import {
  healthClassesDiffer,
  newDiseasesDenied,
  newDiseasesExceed,
  samplesOfReportsDiffer,
} from './checks/annual-reports.ts'
import { causesSummed } from './checks/causes-summed.ts'
import { deathsSummed } from './checks/deaths-summed.ts'
import {
  diseaseWithinLimits,
  diseaseWithoutMonitoring,
  screeningWithoutMonitoring,
} from './checks/diseases-monitored.ts'
import { accidentsOfHalf, healthOfHalf } from './checks/half-exceeds-year.ts'
import { declaredNotMeasured, exceedingNotDeclared } from './checks/hazards-declared.ts'
import { sameVictim } from './checks/same-victim.ts'
import { samplesOfHealthReport, samplesOfOshReport } from './checks/samples-reported.ts'
import { screeningsReported } from './checks/screenings-reported.ts'
import {
  exceededWithoutDisease,
  exceededWithoutExamination,
  exposedWithoutExamination,
} from './checks/workers-examined.ts'

/** Every check over the base, in the order in which they are run. */
export const CHECKS: readonly Check[] = [
  deathsSummed,
  accidentsSummed,
  causesSummed,
  accidentsOfHalf,
  accidentsOfAnnualReports,
  sameVictim,
  newDiseasesDenied,
  newDiseasesExceed,
  healthClassesDiffer,
  samplesOfReportsDiffer,
  healthOfHalf,
  screeningsReported,
  samplesOfHealthReport,
  samplesOfOshReport,
  exposedWithoutExamination,
  exceededWithoutExamination,
  exceededWithoutDisease,
  diseaseWithoutMonitoring,
  diseaseWithinLimits,
  screeningWithoutMonitoring,
  declaredNotMeasured,
  exceedingNotDeclared,
]

const byId: ReadonlyMap<string, Check> = new Map(CHECKS.map((check) => [check.id, check]))

export const CHECK_IDS = CHECKS.map(({ id }) => id) as [string, ...string[]]

/** Null for a check of an earlier release. */
export function checkOf(id: string): Check | null {
  return byId.get(id) ?? null
}
