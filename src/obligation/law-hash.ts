import { createHash } from 'node:crypto'
import {
  accidentPolicy,
  compensationDecisionWorkingDays,
  compensationFileDays,
  compensationPaymentDays,
  declarableSeriouslyInjured,
  declarationAbroadWorkingDays,
  investigationLimits,
  sceneVisitHours,
  sendingMinutesWorkingDays,
} from '../law/accident-constants.ts'
import { holidays } from '../law/calendar.ts'
import { monitoringPolicy } from '../law/environment-due-dates.ts'
import { assessmentReferral, periodicExaminationMonths, resultsReturn } from '../law/examination-constants.ts'
import { declarableSeriouslyInjuredOthers } from '../law/incident-duties.ts'
import { lastDayOf, periodicReportDuties } from '../law/periodic-report-duties.ts'
import { programmes } from '../law/programmes.ts'

/** Counted up where the making of obligations changes otherwise than by what the law's data say. */
const MADE_BY = 3

/** Everything of the law that obligations are made from, up to a year: another hash, and all are made again. */
export function obligationLawHash(year: number): string {
  const periods = [year - 1, year].flatMap((of) => [1 as const, null].map((half) => ({ year: of, half })))
  const law = [
    MADE_BY,
    periodicReportDuties.map((duty) => [
      duty.report,
      duty.owedBy,
      duty.owedTo,
      duty.lengths,
      periods.map((period) => [lastDayOf(period), duty.limit(period)]),
    ]),
    programmes,
    holidays,
    [declarableSeriouslyInjured, declarationAbroadWorkingDays, sceneVisitHours, investigationLimits],
    declarableSeriouslyInjuredOthers,
    [sendingMinutesWorkingDays, compensationDecisionWorkingDays, compensationPaymentDays, compensationFileDays],
    [resultsReturn, assessmentReferral, periodicExaminationMonths],
    [accidentPolicy, monitoringPolicy],
  ]
  return createHash('sha256').update(JSON.stringify(law)).digest('hex').slice(0, 16)
}
