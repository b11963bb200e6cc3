import { legalDate } from '../reference/legal-date.ts'
import { cite } from './citation.ts'
import { constant, type ValueForm } from './constants.ts'
import type { DatedConstant } from './dated-constant.ts'

export interface CountedDays {
  readonly days: number
  readonly counted: 'calendar' | 'working'
}

const countedDays: ValueForm<CountedDays> = {
  read: (text) => {
    const [, days, counted] = /^(\d{1,3}) (calendar|working)$/.exec(text) ?? []
    return days === undefined
      ? undefined
      : { days: Number(days), counted: counted === 'working' ? 'working' : 'calendar' }
  },
  expected: { vi: 'số ngày kèm "calendar" hoặc "working"', en: 'days with "calendar" or "working"' },
}

const months: ValueForm<number> = {
  read: (text) => (/^\d{1,3}$/.test(text) ? Number(text) : undefined),
  expected: { vi: 'số tháng', en: 'a number of months' },
}

const diseases: ValueForm<readonly string[]> = {
  read: (text) => (/^OD-\d{2}( OD-\d{2})*$/.test(text) ? text.split(' ') : undefined),
  expected: { vi: 'các mã bệnh cách nhau bằng dấu cách', en: 'codes of diseases parted by spaces' },
}

/** From the end of an examination to the return of its results. */
export const resultsReturn = constant('examination-results', countedDays)

/** From the end of treatment, or the examination where treatment cannot help, to the referral to assessment. */
export const assessmentReferral = constant('assessment-referral', countedDays)

/**
 * Diseases of lungs and bronchi and of vibration, on which a consultation was held until 14 February 2026; asthma is
 * our reading of "bronchi". Since then one is held where needed (Circular 56/2025 art. 19.2).
 */
export const consultedDiseases = constant('consulted-diseases', diseases)

/** `frequent`: heavy, hazardous or dangerous work, and disabled, minor and elderly workers. */
export type ExaminedGroup = 'general' | 'frequent'

/** Months from one periodic examination to the next; at the same time diseases are looked for (art. 21.2). */
export const periodicExaminationMonths: Readonly<Record<ExaminedGroup, DatedConstant<number>>> = {
  general: constant('periodic-examination-general', months),
  frequent: constant('periodic-examination-frequent', months),
}

/**
 * Months from the beginning of exposure to the first examination for diseases. The words also allow "every six
 * months"; until the ministry says which, this reading informs only.
 */
export const firstDetectionMonths = constant('first-detection', months)

/** Months from one assessment of reduced working capacity to the next. */
export const reassessmentMonths = constant('reassessment', months)

/** Occupational COVID-19: on the list since one day, recognised for those diagnosed since an earlier one. */
export const covid19 = {
  disease: 'OD-35',
  listedSince: legalDate('2023-04-01'),
  recognisedSince: legalDate('2020-02-01'),
  citation: cite('TT02-2023-BYT 2.2'),
} as const
