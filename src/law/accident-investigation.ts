import type { LegalDate } from '../reference/legal-date.ts'
import {
  complaintDays,
  complaintReplyWorkingDays,
  fatalDossierYears,
  type InvestigationCase,
  investigationLimits,
  sendingMinutesWorkingDays,
} from './accident-constants.ts'
import { addCalendarDays, addMonths, addWorkingDays, type CountedDay } from './calendar.ts'
import type { Citation } from './citation.ts'
import { valueOn } from './dated-constant.ts'
import { inForce } from './instruments.ts'

/**
 * Who investigates (Law 84/2015 art. 35.1-3); `commune`: no team, the commune records the event (Decree 129/2025
 * art. 43.1).
 */
export const INVESTIGATION_AUTHORITIES = ['base', 'provincial', 'central', 'commune'] as const
export type Investigator = (typeof INVESTIGATION_AUTHORITIES)[number]

/** As members of a team (Law 84/2015 art. 35; official letter 4787/BNV-CVL; Circular 06/2026 art. 1.9). */
export const TEAM_ROLES = [
  'employer',
  'trade-union-or-workers',
  'safety-officer',
  'medical-staff',
  'other-employer',
  'home-affairs-department',
  'labour-inspectorate',
  'health-department',
  'provincial-trade-union',
  'ministry-of-labour',
  'ministry-of-health',
  'general-confederation-of-labour',
  'commune-committee',
  'other',
] as const
export type TeamRole = (typeof TEAM_ROLES)[number]

/** Who must sit in a team besides what it adds itself; the first leads it. */
export function requiredMembers(authority: Investigator, formedOn: LegalDate): readonly TeamRole[] {
  switch (authority) {
    case 'base':
      return ['employer', 'trade-union-or-workers', 'safety-officer', 'medical-staff']
    case 'provincial':
      // Since that letter the department's own unit stands where the inspectorate stood.
      return inForce('CV4787-2025-BNV', formedOn)
        ? ['home-affairs-department', 'health-department', 'provincial-trade-union']
        : ['labour-inspectorate', 'health-department', 'provincial-trade-union']
    case 'central':
      return ['ministry-of-labour', 'ministry-of-health', 'general-confederation-of-labour']
    case 'commune':
      return []
  }
}

/** What the limit of an investigation depends on. */
export interface InvestigationClock {
  readonly case: InvestigationCase
  /** The news or declaration that reached the body that investigates. */
  readonly reportedOn: LegalDate
  /** Technical or forensic expertise is needed. */
  readonly expertise: boolean
  /** After a decision not to prosecute: when the team had all papers and objects. */
  readonly policeFileCompleteOn: LegalDate | null
  /** Granted by who formed the team; what the law does not allow is not counted. */
  readonly extensionDays: number
}

export interface InvestigationLimitCounted extends CountedDay {
  readonly from: LegalDate
  readonly fromFact: 'report' | 'police-file'
  /** Without the extension. */
  readonly days: number
  readonly extendedBy: number
  readonly citation: Citation
}

/**
 * The last day for announcing the minutes (Law 84/2015 art. 35.6): calendar days by the class, 60 where expertise is
 * needed, once extended by at most as many, from the report or from the complete file of the police. Undefined before
 * that law.
 */
export function countInvestigation(clock: InvestigationClock): InvestigationLimitCounted | undefined {
  const from = clock.policeFileCompleteOn ?? clock.reportedOn
  const limit = valueOn(investigationLimits[clock.expertise ? 'EXPERTISE' : clock.case], clock.reportedOn)
  if (limit === undefined) return undefined
  const { days, extendable } = limit.value
  const extendedBy = extendable ? Math.min(clock.extensionDays, days) : 0
  return {
    ...addCalendarDays(from, days + extendedBy),
    from,
    fromFact: clock.policeFileCompleteOn === null ? 'report' : 'police-file',
    days,
    extendedBy,
    citation: limit.citation,
  }
}

/** The last day for sending both minutes after the announcement meeting (Decree 39/2016 arts. 13.9, 14.6, 15.5). */
export function minutesDue(
  meetingOn: LegalDate,
  authority: Exclude<Investigator, 'commune'>,
): (CountedDay & { readonly citation: Citation }) | undefined {
  const limit = valueOn(sendingMinutesWorkingDays[authority], meetingOn)
  return limit && { ...addWorkingDays(meetingOn, limit.value), citation: limit.citation }
}

/** The last day on which a complaint can reopen the investigation (Decree 39/2016 art. 17.1). */
export function complaintOpenUntil(announcedOn: LegalDate): LegalDate | undefined {
  const limit = valueOn(complaintDays, announcedOn)
  return limit && addCalendarDays(announcedOn, limit.value).date
}

/** The last day for the answer to a complaint (Decree 39/2016 art. 17.1.a). */
export function complaintReplyDue(receivedOn: LegalDate): CountedDay | undefined {
  const limit = valueOn(complaintReplyWorkingDays, receivedOn)
  return limit && addWorkingDays(receivedOn, limit.value)
}

/** The first day on which the dossier of a fatal accident need not be kept any more (Decree 39/2016 art. 18.8.a). */
export function fatalDossierKeptUntil(occurredOn: LegalDate): LegalDate | undefined {
  const limit = valueOn(fatalDossierYears, occurredOn)
  return limit && addMonths(occurredOn, limit.value * 12)
}

/** The form of the minutes of each kind of team (Decree 39/2016 arts. 13.5, 14.2, 15.3). */
export const MINUTES_FORMS = ['ND39-PL9', 'ND39-PL10'] as const
export type MinutesForm = (typeof MINUTES_FORMS)[number]

export function minutesFormOf(authority: Exclude<Investigator, 'commune'>): MinutesForm {
  return authority === 'base' ? 'ND39-PL9' : 'ND39-PL10'
}

/** To whom minutes are sent. */
export const MINUTES_RECIPIENTS = [
  'victim-or-family',
  'head-office-department',
  'place-department',
  'members-bodies',
  'ministry',
  'employer',
] as const
export type MinutesRecipient = (typeof MINUTES_RECIPIENTS)[number]

/** Decree 39/2016 art. 13.9 of a team of the employer, arts. 14.6 and 15.5 of the others. */
export function minutesGoTo(authority: Exclude<Investigator, 'commune'>): readonly MinutesRecipient[] {
  return authority === 'base'
    ? ['victim-or-family', 'head-office-department', 'place-department']
    : ['members-bodies', 'ministry', 'employer', 'victim-or-family']
}

/** Who should have the minutes and is not among those they went to; workers without contract have no employer. */
export function minutesNotSent(
  authority: Exclude<Investigator, 'commune'>,
  sentTo: readonly MinutesRecipient[],
  { informal }: { readonly informal: boolean },
): readonly MinutesRecipient[] {
  return minutesGoTo(authority).filter((to) => !sentTo.includes(to) && !(informal && to === 'employer'))
}

/** Decrees on penalties in the field of labour, known here. */
export const PENALTY_DECREES = ['ND12-2022', 'ND283-2026'] as const
export type PenaltyDecree = (typeof PENALTY_DECREES)[number]

/**
 * The decree by which an act is penalised: the one in force on the day it ended, the new one while it goes on (Decree
 * 283/2026 arts. 66 and 67). Null before the first decree known here.
 */
export function penaltyDecreeFor(endedOn: LegalDate): PenaltyDecree | null {
  return PENALTY_DECREES.find((code) => inForce(code, endedOn)) ?? null
}
