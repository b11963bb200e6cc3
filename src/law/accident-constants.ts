import { isLegalDate } from '../reference/legal-date.ts'
import { constant, type ValueForm } from './constants.ts'
import type { DatedConstant } from './dated-constant.ts'

export type InvestigationCase = 'LIGHT' | 'SERIOUS_1' | 'SERIOUS_2PLUS' | 'FATAL'

export interface InvestigationLimit {
  /** Calendar days from the news or declaration to the announcement of the minutes. */
  readonly days: number
  /** Once, by at most as many days again, where the circumstances are complicated. */
  readonly extendable: boolean
}

/** Days of the year, `MM-DD`, before which something must have been done; they themselves are too late. */
export interface HalfYearlyCutoffs {
  /** About January to June, in the same year. */
  readonly firstHalf: string
  /** About the whole year, in the year after. */
  readonly year: string
}

export type PeriodicReporter = 'employer' | 'commune' | 'province' | 'special-field-investigator'
export type Publisher = PeriodicReporter | 'ministry'

const wholeNumber: ValueForm<number> = {
  read: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined),
  expected: { vi: 'một số nguyên', en: 'a whole number' },
}

const investigationLimit: ValueForm<InvestigationLimit> = {
  read: (text) => {
    const [, days, extendable] = /^(\d{1,4})( extendable)?$/.exec(text) ?? []
    return days === undefined ? undefined : { days: Number(days), extendable: extendable !== undefined }
  },
  expected: { vi: 'số ngày, thêm "extendable" nếu gia hạn được', en: 'days, with "extendable" where they are' },
}

const halfYearlyCutoffs: ValueForm<HalfYearlyCutoffs> = {
  read: (text) => {
    const [firstHalf, year, ...others] = text.split(' ')
    // Any common year tells whether the day exists.
    const isDay = (day: string | undefined): day is string => day !== undefined && isLegalDate(`2025-${day}`)
    return isDay(firstHalf) && isDay(year) && others.length === 0 ? { firstHalf, year } : undefined
  },
  expected: {
    vi: 'hai ngày tháng-ngày, của sáu tháng và của năm, như "07-05 01-10"',
    en: 'two days as month-day, for the half year and the year, as "07-05 01-10"',
  },
}

/** From how many seriously injured workers on an accident without a death must be declared. */
export const declarableSeriouslyInjured = constant('declarable-seriously-injured', wholeNumber)

export const investigationLimits: Readonly<Record<InvestigationCase | 'EXPERTISE', DatedConstant<InvestigationLimit>>> =
  {
    LIGHT: constant('investigation-light', investigationLimit),
    SERIOUS_1: constant('investigation-one-seriously-injured', investigationLimit),
    SERIOUS_2PLUS: constant('investigation-several-seriously-injured', investigationLimit),
    FATAL: constant('investigation-fatal', investigationLimit),
    EXPERTISE: constant('investigation-expertise', investigationLimit),
  }

/** Working days from the news of an accident abroad to its declaration. */
export const declarationAbroadWorkingDays = constant('declaration-abroad', wholeNumber)

/** Hours in which the province sends someone to the scene. */
export const sceneVisitHours = constant('scene-visit', wholeNumber)

/** Working days from the announcement meeting in which each kind of team sends both minutes. */
export const sendingMinutesWorkingDays: Readonly<Record<'base' | 'provincial' | 'central', DatedConstant<number>>> = {
  base: constant('sending-minutes-base', wholeNumber),
  provincial: constant('sending-minutes-provincial', wholeNumber),
  central: constant('sending-minutes-central', wholeNumber),
}

/** Calendar days from the announcement of the minutes in which a complaint can reopen the investigation. */
export const complaintDays = constant('complaint', wholeNumber)

/** Working days in which the body that set up the team answers a complaint. */
export const complaintReplyWorkingDays = constant('complaint-reply', wholeNumber)

/** Years for which the employer keeps the dossier of a fatal accident. */
export const fatalDossierYears = constant('dossier-retention-fatal', wholeNumber)

/** Working days from the medical board's record, or from the announcement of a fatal accident, to the decision. */
export const compensationDecisionWorkingDays = constant('compensation-decision', wholeNumber)

/** Calendar days from the decision on compensation or allowance to its payment. */
export const compensationPaymentDays = constant('compensation-payment', wholeNumber)

/** Calendar days from that decision to its file reaching the department of the head office. */
export const compensationFileDays = constant('compensation-file', wholeNumber)

export const periodicReportCutoffs: Readonly<Record<PeriodicReporter, DatedConstant<HalfYearlyCutoffs>>> = {
  employer: constant('report-before-employer', halfYearlyCutoffs),
  commune: constant('report-before-commune', halfYearlyCutoffs),
  province: constant('report-before-province', halfYearlyCutoffs),
  'special-field-investigator': constant('report-before-special-field-investigator', halfYearlyCutoffs),
}

export const publicationCutoffs: Readonly<Record<Publisher, DatedConstant<HalfYearlyCutoffs>>> = {
  employer: constant('publication-before-employer', halfYearlyCutoffs),
  commune: constant('publication-before-commune', halfYearlyCutoffs),
  province: constant('publication-before-province', halfYearlyCutoffs),
  'special-field-investigator': constant('publication-before-special-field-investigator', halfYearlyCutoffs),
  ministry: constant('publication-before-ministry', halfYearlyCutoffs),
}

/** Years of age; below it only the light work of art. 143.3. */
export const minimumWorkingAge = constant('minimum-working-age', wholeNumber)

/** Not law, which says "immediately" and no number: what this service takes for late unless its operator says otherwise. */
export const accidentPolicy = {
  /** From the news to the declaration. */
  immediatelyHours: 24,
  /** From the accident to the news, beyond which an explanation is asked for. */
  lateKnowledgeHours: 24,
  /** From a declaration by telephone to its written form. */
  writtenFormAfterPhoneHours: 72,
} as const
