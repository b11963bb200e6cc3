import { type DueDate, dueDates } from '../../law/accident-due-dates.ts'
import {
  type AccidentSetting,
  type Casualties,
  type InvestigationAuthority,
  investigationAuthority,
  investigationCase,
} from '../../law/accident-duties.ts'
import {
  countInvestigation,
  type InvestigationLimitCounted,
  type Investigator,
} from '../../law/accident-investigation.ts'
import { dueOfInvestigation } from '../../law/accident-later-due-dates.ts'
import { type LegalDate, legalDateOf } from '../../reference/legal-date.ts'
import type { AccidentCourse } from '../course.ts'
import type { InvestigationContent } from './schema.ts'

/** A version of the file, and when it was received. */
export interface FileVersion {
  readonly recordedAt: Date
  readonly content: InvestigationContent
}

/** An accident as far as its investigations depend on it. */
export interface InvestigatedAccident {
  readonly setting: AccidentSetting
  readonly occurredOn: LegalDate
  /** When the declarant had the news. */
  readonly knownAt: Date
  readonly course: AccidentCourse
  /** As things stand now. */
  readonly present: Casualties
  /** Oldest first. */
  readonly versions: readonly FileVersion[]
}

/**
 * One investigation. A graver turn begins another one, with a clock and a file of its own, and often by another team: the
 * employer's hands over to the provincial one, which goes on, or weighs what was announced (Decree 39/2016, Art. 22).
 */
export interface Stage {
  /** After a graver turn. */
  readonly again: boolean
  readonly setting: AccidentSetting
  readonly occurredOn: LegalDate
  readonly casualties: Casualties
  readonly knownAt: Date
  readonly receivedAt: Date
  /** The latest version of the file of those who may investigate it; null while there is none. */
  readonly file: InvestigationContent | null
  /** When it went over into the next one, its minutes not announced until then; null where it did not. */
  readonly passedOn: LegalDate | null
}

export interface Stages {
  /** By a graver turn; null where there was none. */
  readonly ended: Stage | null
  readonly current: Stage
}

/** The investigations of an accident: one, and after a graver turn another. */
export function stagesOf(accident: InvestigatedAccident): Stages {
  const { setting, occurredOn, knownAt, course, present, versions } = accident
  const { declared, receivedAt, worsened } = course
  const whole = { setting, occurredOn }
  const [before, after] = [lawfulFor(accident, declared), lawfulFor(accident, present)]
  if (worsened === null) {
    const file = latestOf(versions, after)
    const current = { ...whole, again: false, casualties: present, knownAt, receivedAt, file, passedOn: null }
    return { ended: null, current }
  }
  const isEarly = ({ content }: FileVersion) => (content.announcement?.meetingOn ?? worsened.knownOn) < worsened.knownOn
  const goesOn = (version: FileVersion) => {
    const { authority } = version.content
    const handsOver = before === 'base' && after !== 'base' && authority === 'base'
    return mayInvestigate(after, authority) && !handsOver && !isEarly(version)
  }
  // The same team keeps one file for both.
  const isOfEnded = (version: FileVersion) =>
    before === after
      ? isEarly(version) || (version.recordedAt < worsened.receivedAt && !version.content.announcement?.meetingOn)
      : !goesOn(version)
  const file = latestOf(versions.filter(isOfEnded), before)
  const announcedOn = file?.announcement?.meetingOn
  const passedOn = announcedOn !== undefined && announcedOn <= worsened.knownOn ? null : worsened.knownOn
  return {
    ended: { ...whole, again: false, casualties: declared, knownAt, receivedAt, file, passedOn },
    current: {
      ...whole,
      again: true,
      casualties: present,
      knownAt: worsened.knownAt,
      receivedAt: worsened.receivedAt,
      file: latestOf(versions.filter(goesOn), after),
      passedOn: null,
    },
  }
}

type Lawful = InvestigationAuthority['authority'] | null

function lawfulFor({ setting, knownAt, course }: InvestigatedAccident, casualties: Casualties): Lawful {
  const on = course.worsened?.knownOn ?? legalDateOf(knownAt)
  return investigationAuthority(casualties, setting, on)?.authority ?? null
}

function latestOf(versions: readonly FileVersion[], lawful: Lawful): InvestigationContent | null {
  return versions.findLast(({ content }) => mayInvestigate(lawful, content.authority))?.content ?? null
}

/** A higher team may always; one of the employer not where the province must. In a special field its own law says who. */
function mayInvestigate(lawful: Lawful, authority: Investigator | undefined): boolean {
  switch (lawful) {
    case 'provincial':
      return authority === 'provincial' || authority === 'central'
    case 'commune-record':
      return authority !== 'base'
    case 'base':
    case 'central-possible':
      return authority !== 'commune'
    case null:
      return true
  }
}

/** What the law makes due by the clock of a stage. */
export function dueByLaw({ setting, occurredOn, casualties, knownAt, receivedAt }: Stage): readonly DueDate[] {
  return dueDates({ ...setting, occurredOn, casualties, knownAt, receivedAt })
}

/** The announcement of its minutes, or the record of the commune: as the file counts the limit, else as the law does. */
export function dueOfStage(stage: Stage, byLaw = dueByLaw(stage)): readonly DueDate[] {
  const limit = limitOfStage(stage)
  const lawful = byLaw.filter(({ duty }) => duty === 'commune-record' || (duty === 'investigation' && limit === null))
  return limit === null ? lawful : [...lawful, dueOfInvestigation(limit, limit.authority)]
}

export type LimitOnFile = InvestigationLimitCounted & { readonly authority: Investigator }

/** The limit as the file makes it; null where there is none, or none that Law 84/2015, Art. 35.6 counts. */
export function limitOfStage(stage: Stage): LimitOnFile | null {
  const { file, casualties } = stage
  const ofClass = investigationCase(casualties)
  if (file?.authority === undefined || file.authority === 'commune' || ofClass === null) return null
  const { authority, police, extensions = [], expertise = [] } = file
  const limit = countInvestigation({
    case: ofClass,
    reportedOn: reportedTo(authority, stage, file.reportedAt),
    expertise: expertise.length > 0,
    policeFileCompleteOn:
      police?.notProsecutedOn === undefined ? null : ((police.fileCompleteOn as LegalDate | undefined) ?? null),
    extensionDays: extensions.find(({ consentedOn }) => consentedOn !== undefined)?.days ?? 0,
  })
  return limit === undefined ? null : { ...limit, authority }
}

/**
 * A team of the employer counts from the news, the others from what reached the labour office. After a graver turn the
 * file may still say when the first news came.
 */
function reportedTo(authority: Investigator, stage: Stage, stated: string | undefined): LegalDate {
  const { again, knownAt, receivedAt } = stage
  const lawful = legalDateOf(authority === 'base' ? knownAt : receivedAt)
  if (stated === undefined) return lawful
  const day = legalDateOf(new Date(stated))
  return again && day < legalDateOf(knownAt) ? lawful : day
}

/**
 * When a provincial or central team announced its minutes: from then the compensation of a death is decided, and not from
 * what the employer's team had announced of the injury (Circular 28/2021, Art. 7.1).
 */
export function announcedByHigherTeam(versions: readonly FileVersion[]): LegalDate | null {
  const announced = versions.findLast(
    ({ content: { authority, announcement } }) =>
      (authority === 'provincial' || authority === 'central') && announcement?.meetingOn !== undefined,
  )
  return (announced?.content.announcement?.meetingOn as LegalDate | undefined) ?? null
}
