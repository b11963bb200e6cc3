import { type DatedConstant, since, unverifiedSince } from './dated-constant.ts'

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

/** First day of Law 84/2015 and of Decree 39/2016. */
const LAW = '2016-07-01'

/** From how many seriously injured workers on an accident without a death must be declared. */
export const declarableSeriouslyInjured: DatedConstant<number> = [since(LAW, 2, 'L84-2015 34.1.b')]

export const investigationLimits: Readonly<Record<InvestigationCase | 'EXPERTISE', DatedConstant<InvestigationLimit>>> =
  {
    LIGHT: [since(LAW, { days: 4, extendable: false }, 'L84-2015 35.6.a')],
    SERIOUS_1: [since(LAW, { days: 7, extendable: true }, 'L84-2015 35.6.b')],
    SERIOUS_2PLUS: [since(LAW, { days: 20, extendable: true }, 'L84-2015 35.6.c')],
    FATAL: [since(LAW, { days: 30, extendable: true }, 'L84-2015 35.6.d')],
    EXPERTISE: [since(LAW, { days: 60, extendable: true }, 'L84-2015 35.6.d')],
  }

/** Working days from the news of an accident abroad to its declaration. */
export const declarationAbroadWorkingDays: DatedConstant<number> = [since(LAW, 5, 'ND39-2016 19.2.b')]

/** Hours in which the province sends someone to the scene. */
export const sceneVisitHours: DatedConstant<number> = [since(LAW, 2, 'ND39-2016 11.2.a')]

/** Working days from the announcement meeting in which each kind of team sends both minutes. */
export const sendingMinutesWorkingDays: Readonly<Record<'base' | 'provincial' | 'central', DatedConstant<number>>> = {
  base: [since(LAW, 3, 'ND39-2016 13.9')],
  provincial: [since(LAW, 3, 'ND39-2016 14.6')],
  central: [since(LAW, 3, 'ND39-2016 15.5')],
}

/** Calendar days from the announcement of the minutes in which a complaint can reopen the investigation. */
export const complaintDays: DatedConstant<number> = [since(LAW, 90, 'ND39-2016 17.1')]

export const periodicReportCutoffs: Readonly<Record<PeriodicReporter, DatedConstant<HalfYearlyCutoffs>>> = {
  employer: [since(LAW, { firstHalf: '07-05', year: '01-10' }, 'ND39-2016 24.1')],
  commune: [since(LAW, { firstHalf: '07-05', year: '01-05' }, 'ND39-2016 24.2')],
  province: [since(LAW, { firstHalf: '07-15', year: '01-25' }, 'ND39-2016 24.4.b')],
  'special-field-investigator': [since(LAW, { firstHalf: '07-15', year: '01-25' }, 'ND39-2016 24.5')],
}

export const publicationCutoffs: Readonly<Record<Publisher, DatedConstant<HalfYearlyCutoffs>>> = {
  employer: [since('2021-01-15', { firstHalf: '07-10', year: '01-15' }, 'TT13-2020-BLDTBXH 4.1.a')],
  commune: [since('2021-01-15', { firstHalf: '07-10', year: '01-15' }, 'TT13-2020-BLDTBXH 4.2.a')],
  province: [since('2021-01-15', { firstHalf: '07-20', year: '01-30' }, 'TT13-2020-BLDTBXH 4.3.a')],
  'special-field-investigator': [since('2021-01-15', { firstHalf: '07-20', year: '01-30' }, 'TT13-2020-BLDTBXH 4.4.a')],
  ministry: [since('2021-01-15', { firstHalf: '08-15', year: '02-25' }, 'TT13-2020-BLDTBXH 4.5.a')],
}

/** Years of age; below it only the light work of art. 143.3. */
export const minimumWorkingAge: DatedConstant<number> = [unverifiedSince('2021-01-01', 15, 'L45-2019 143')]

/** Not law, which says "immediately" and no number: what this service takes for late unless its operator says otherwise. */
export const accidentPolicy = {
  /** From the news to the declaration. */
  immediatelyHours: 24,
  /** From the accident to the news, beyond which an explanation is asked for. */
  lateKnowledgeHours: 24,
  /** From a declaration by telephone to its written form. */
  writtenFormAfterPhoneHours: 72,
} as const
