import type { AccidentCourse } from '../accident/course.ts'
import type { Conclusion, InvestigationContent } from '../accident/investigation/schema.ts'
import {
  announcedByHigherTeam,
  dueOfStage,
  type FileVersion,
  limitOfStage,
  type Stage,
  stagesOf,
} from '../accident/investigation/stages.ts'
import { type DueDate, dueDates } from '../law/accident-due-dates.ts'
import type { AccidentSetting, Casualties } from '../law/accident-duties.ts'
import { minutesGoTo, minutesNotSent } from '../law/accident-investigation.ts'
import { dueAfterAnnouncement, dueAfterWorsening, dueOfBenefit } from '../law/accident-later-due-dates.ts'
import type { Bilingual } from '../reference/code-list.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { written } from '../rules/present.ts'
import { completionOf } from './completion.ts'
import type { FirstNews } from './first-news.ts'
import { type Obligation, PLAIN, type Reason } from './obligation.ts'
import type { Duty, Party } from './vocabulary.ts'

/** An accident declaration as far as obligations depend on it. */
export interface AccidentOnRecord extends FirstNews {
  readonly id: string
  readonly occurredOn: LegalDate
  readonly setting: AccidentSetting
  /** The technical incident that it names; null: none. */
  readonly incident: string | null
  readonly course: AccidentCourse
  /** As things stand now. */
  readonly present: Casualties
  /** Of the minutes in force. */
  readonly conclusion: Conclusion | null
  /** Of the file of the investigation, oldest first. */
  readonly versions: readonly FileVersion[]
  readonly sceneVisitedAt: Date | null
  /** Of the accident, as revisions say. */
  readonly policeToldAt: Date | null
  readonly victims: readonly VictimOnRecord[]
}

export interface VictimOnRecord {
  readonly victimId: string
  readonly dead: boolean
  /** Since the employer had the record of the medical board. */
  readonly assessedOn: LegalDate | null
  readonly decidedOn: LegalDate | null
  /** When all that was decided was paid. */
  readonly paidOn: LegalDate | null
  readonly fileSentOn: LegalDate | null
}

/**
 * What one accident obliges to: as it was declared, with what followed. A graver turn adds to it and takes nothing
 * away.
 */
export function dutiesOfAccident(accident: AccidentOnRecord): readonly Obligation[] {
  const { ended, current } = stagesOf(accident)
  const stages = ended === null ? [current] : [ended, current]
  return [
    ...asDeclared(accident),
    ...completionOf(
      { kind: 'accident', id: accident.id },
      accident.firstNotice,
      accident.setting.informal ? 'commune' : 'enterprise',
    ),
    ...afterWorsening(accident),
    ...stages.flatMap((stage) => [...investigation(accident, stage), ...minutes(accident, stage)]),
    ...accident.victims.flatMap((victim) => benefit(accident, victim)),
  ]
}

/** What is owed on the first news. */
function asDeclared(accident: AccidentOnRecord): readonly Obligation[] {
  const { course, declaredAt, channel, occurredOn, knownAt, setting } = accident
  const { declared: casualties, receivedAt } = course
  const since = legalDateOf(knownAt)
  const reason: Reason =
    channel === null
      ? { code: 'declared-accident', params: { on: occurredOn } }
      : { code: 'recorded-by-office', params: { on: occurredOn, channel } }
  // Whoever told the commune had told it when the commune had the news.
  const byFamily = declaredAt && knownAt
  const owed: Partial<Record<DueDate['duty'], (due: DueDate) => Told>> = {
    declaration: ({ owedBy }) => ({ since, reason, ...done(owedBy === 'family' ? byFamily : declaredAt) }),
    'commune-notice': () => ({ since, reason, ...done(declaredAt) }),
    'police-notice': () => ({ since, reason, ...done(accident.policeToldAt) }),
    'scene-visit': () => ({ since: legalDateOf(receivedAt), ...done(accident.sceneVisitedAt) }),
  }
  return dueDates({ ...setting, casualties, occurredOn, knownAt, receivedAt }).flatMap((due) => {
    const told = owed[due.duty]?.(due)
    return told === undefined ? [] : [obligation(accident, due, told)]
  })
}

function afterWorsening(accident: AccidentOnRecord): readonly Obligation[] {
  const { course, present, setting } = accident
  const { declared, worsened } = course
  if (worsened === null) return []
  const { knownAt, knownOn, declaredAt, policeToldAt, handedOverOn } = worsened
  const doing: Partial<Record<DueDate['duty'], Doing>> = {
    'supplementary-declaration': done(declaredAt),
    'police-notice': done(policeToldAt),
    'hand-over': { done: handedOverOn, doneAt: null },
  }
  const reason: Reason = { code: 'worsened', params: { on: knownOn } }
  return dueAfterWorsening({ ...setting, before: declared, after: present, knownAt }).map((due) =>
    obligation(accident, due, { since: knownOn, ...doing[due.duty], reason }),
  )
}

/** Of what a graver turn ended, nothing more is asked than that it passed on; how late it was by then stays. */
function investigation(accident: AccidentOnRecord, stage: Stage): readonly Obligation[] {
  const { file, passedOn, knownAt, receivedAt } = stage
  const announcedOn = meetingOf(file)
  const recordedOn = file?.authority === 'commune' ? (announcedOn ?? day(file.startedOn)) : null
  const counted = limitOfStage(stage)?.from
  return dueOfStage(stage).map((due) => {
    const since = counted ?? legalDateOf(due.owedBy === 'province' ? receivedAt : knownAt)
    const by = due.duty === 'commune-record' ? (recordedOn ?? passedOn) : (passedOn ?? announcedOn)
    const owed = obligation(accident, due, { since, done: by, subject: subjectOf(stage) })
    return by !== null && by === passedOn ? { ...owed, what: passing(due.text, passedOn) } : owed
  })
}

/** Of the whole, and of what followed a graver turn. */
function subjectOf({ again }: Stage): string {
  return again ? 'again' : ''
}

function passing({ vi, en }: Bilingual, on: LegalDate): Bilingual {
  return {
    vi: `${vi}; từ ngày ${written(on, 'vi')} chuyển sang điều tra vụ tai nạn đã trở nên nặng hơn`,
    en: `${en}; on ${written(on, 'en')} it passed into the investigation of the accident as graver`,
  }
}

/** Sent once all who receive them by law have them. */
function minutes(accident: AccidentOnRecord, stage: Stage): readonly Obligation[] {
  const { file } = stage
  const announcedOn = meetingOf(file)
  if (file?.authority === undefined || announcedOn === null) return []
  const reason: Reason = { code: 'announced', params: { on: announcedOn } }
  return dueAfterAnnouncement(announcedOn, file.authority).map((due) =>
    obligation(accident, due, {
      since: announcedOn,
      done: sentToAllOn(file, accident.setting),
      subject: subjectOf(stage),
      reason,
    }),
  )
}

function sentToAllOn({ authority, minutes: { sent = [] } = {} }: InvestigationContent, setting: AccidentSetting) {
  if (authority === undefined || authority === 'commune') return null
  const sentTo = sent.map(({ to }) => to)
  if (minutesNotSent(authority, sentTo, setting).length > 0) return null
  const firstTo = minutesGoTo(authority).flatMap((one) => {
    const days = sent.flatMap(({ to, on }) => (to === one ? [on] : []))
    return days.toSorted()[0] ?? []
  })
  return day(firstTo.toSorted().at(-1))
}

function meetingOf(file: InvestigationContent | null): LegalDate | null {
  return day(file?.announcement?.meetingOn)
}

/** Nothing for what was found to be no work accident; on the way to work an allowance is due (Law 84/2015 art. 39.2). */
function benefit(accident: AccidentOnRecord, victim: VictimOnRecord): readonly Obligation[] {
  if (accident.conclusion === 'not-occupational') return []
  const { dead, assessedOn, decidedOn, paidOn, fileSentOn, victimId: subject } = victim
  const from = dead ? announcedByHigherTeam(accident.versions) : assessedOn
  return dueOfBenefit({ from, decidedOn }).flatMap((due) => {
    const deciding = due.duty === 'compensation-decision'
    const since = deciding ? from : decidedOn
    if (since === null) return []
    const code = deciding ? (dead ? 'announced' : 'assessed') : 'decided'
    const by = deciding ? decidedOn : due.duty === 'compensation-payment' ? paidOn : fileSentOn
    return [obligation(accident, due, { since, done: by, subject, reason: { code, params: { on: since } } })]
  })
}

const OWED_BY: Readonly<Record<DueDate['owedBy'], Party>> = {
  employer: 'enterprise',
  family: 'family',
  commune: 'commune',
  province: 'labour-office',
}
/** To the labour office unless it is named here. */
const RECIPIENTS: Partial<Record<Duty, Party>> = {
  'scene-visit': 'parties-concerned',
  investigation: 'parties-concerned',
  minutes: 'parties-concerned',
  'police-notice': 'police',
  'hand-over': 'provincial-team',
  'compensation-decision': 'victim',
  'compensation-payment': 'victim',
}

type Doing = Pick<Obligation, 'done' | 'doneAt'>
type Told = Pick<Obligation, 'since'> & Partial<Doing & Pick<Obligation, 'subject' | 'reason'>>

function done(at: Date | null): Doing {
  return { done: at && legalDateOf(at), doneAt: at }
}

function day(text: string | undefined): LegalDate | null {
  return (text as LegalDate | undefined) ?? null
}

function obligation(
  { id, occurredOn }: AccidentOnRecord,
  { duty, owedBy, due, dueInstant, certain, citations, text }: DueDate,
  told: Told,
): Obligation {
  const known = duty as Exclude<DueDate['duty'], 'periodic-report'>
  return {
    ...PLAIN,
    duty: known,
    source: { kind: 'accident', id },
    owedBy: OWED_BY[owedBy],
    owedTo: owedBy === 'family' ? 'commune' : (RECIPIENTS[known] ?? 'labour-office'),
    due,
    dueAt: dueInstant ?? null,
    certain,
    citations,
    reason: { code: 'declared-accident', params: { on: occurredOn } },
    what: text,
    ...told,
  }
}
