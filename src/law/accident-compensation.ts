import type { LegalDate } from '../reference/legal-date.ts'
import { compensationDecisionWorkingDays, compensationFileDays, compensationPaymentDays } from './accident-constants.ts'
import { addCalendarDays, addWorkingDays, type CountedDay } from './calendar.ts'
import type { Citation } from './citation.ts'
import { type DatedConstant, valueOn } from './dated-constant.ts'

/**
 * - `compensation`: the accident was not wholly the worker's fault (Law 84/2015 arts. 38.4, 39.1).
 * - `allowance`: it was, or it happened on the way to or from work (arts. 38.5, 39.2).
 */
export const BENEFITS = ['compensation', 'allowance'] as const
export type Benefit = (typeof BENEFITS)[number]

/** What the worker lost: whole percents of the capacity to work, or life. */
export type Loss = number | 'death'

/** From this percentage on something is due. */
export const LEAST_COMPENSATED_PERCENT = 5

/**
 * The least that is due, in hundredths of a month's salary, so that the sums stay whole: 150 up to 10 %, 40 more for
 * each further percent up to 80, 3,000 from 81 % and for a death; an allowance is four tenths of it (Law 84/2015
 * arts. 38.4 and 38.5; Circular 28/2021 arts. 3.3 and 4.3).
 */
export function leastHundredthsOfMonth(benefit: Benefit, loss: Loss): number {
  const compensation = compensationHundredths(loss)
  return benefit === 'compensation' ? compensation : (compensation * 4) / 10
}

/** The least that is due, in the unit of the salary and rounded up to it. */
export function leastBenefit(benefit: Benefit, loss: Loss, monthlySalary: number): number {
  return Math.ceil((leastHundredthsOfMonth(benefit, loss) * monthlySalary) / 100)
}

function compensationHundredths(loss: Loss): number {
  if (loss === 'death' || loss >= 81) return 3_000
  if (loss < LEAST_COMPENSATED_PERCENT) return 0
  return 150 + Math.max(0, loss - 10) * 40
}

export type CountedLimit = CountedDay & { readonly limit: number; readonly citation: Citation }

/**
 * The last day for the employer's decision, from the record of the medical board or, after a death, from the
 * announcement of the minutes (Circular 28/2021 art. 7.1). Undefined before that circular.
 */
export function compensationDecisionDue(from: LegalDate): CountedLimit | undefined {
  return counted(compensationDecisionWorkingDays, from, addWorkingDays)
}

/** The last day for the payment, in one sum, from the decision (Circular 28/2021 art. 7.2). */
export function compensationPaymentDue(decidedOn: LegalDate): CountedLimit | undefined {
  return counted(compensationPaymentDays, decidedOn, addCalendarDays)
}

/** The last day for sending the file to the department of the head office, from the decision (art. 6.3.c). */
export function compensationFileDue(decidedOn: LegalDate): CountedLimit | undefined {
  return counted(compensationFileDays, decidedOn, addCalendarDays)
}

function counted(
  constant: DatedConstant<number>,
  from: LegalDate,
  add: (from: LegalDate, days: number) => CountedDay,
): CountedLimit | undefined {
  const limit = valueOn(constant, from)
  return limit && { ...add(from, limit.value), limit: limit.value, citation: limit.citation }
}
