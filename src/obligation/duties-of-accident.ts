import { accidentPolicy } from '../law/accident-constants.ts'
import { type DueDate, dueDates } from '../law/accident-due-dates.ts'
import type { AccidentSetting, Casualties } from '../law/accident-duties.ts'
import type { Investigator } from '../law/accident-investigation.ts'
import { dueAfterAnnouncement, dueAfterWorsening, dueOfBenefit } from '../law/accident-later-due-dates.ts'
import { citeInForce } from '../law/citation.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { type Obligation, PLAIN, type Reason } from './obligation.ts'
import type { Duty, Party } from './vocabulary.ts'

/** An accident declaration as far as obligations depend on it. */
export interface AccidentOnRecord {
  readonly id: string
  readonly occurredOn: LegalDate
  /** When the declarant had the news. */
  readonly knownOn: LegalDate
  /** When the authority first received it. */
  readonly receivedAt: Date
  readonly setting: AccidentSetting
  /** As it was declared. */
  readonly declared: Casualties
  /** As things stand now. */
  readonly present: Casualties
  /** Whoever owed it declared, by whatever channel; null: an office learnt of the accident from others. */
  readonly declaredOn: LegalDate | null
  /** From where an office learnt of it; null where the party declared. */
  readonly channel: string | null
  /** The first notice, and when it was completed; null where the first filing was complete. */
  readonly firstNotice: { readonly at: Date; readonly completedAt: Date | null } | null
  readonly worsened: GraverTurn | null
  readonly investigation: InvestigationOnRecord | null
  readonly victims: readonly VictimOnRecord[]
}

export interface GraverTurn {
  readonly knownOn: LegalDate
  /** When an office received the news. */
  readonly receivedAt: Date
  /** By whoever owed the news. */
  readonly declaredOn: LegalDate | null
  readonly policeToldOn: LegalDate | null
  readonly handedOverOn: LegalDate | null
}

export interface InvestigationOnRecord {
  readonly authority: Investigator | null
  readonly startedOn: LegalDate | null
  readonly sceneVisitedAt: Date | null
  /** With the extension; null where the file counts none. */
  readonly due: LegalDate | null
  readonly announcedOn: LegalDate | null
  /** Before the graver turn, by the team of then. */
  readonly announcedBeforeOn: LegalDate | null
  readonly minutesSentOn: LegalDate | null
}

export interface VictimOnRecord {
  readonly victimId: string
  readonly dead: boolean
  /** Since the employer had the record of the medical board. */
  readonly assessedOn: LegalDate | null
  readonly decidedOn: LegalDate | null
  readonly paidOn: LegalDate | null
  readonly fileSentOn: LegalDate | null
}

/**
 * What one accident obliges to: as it was declared, with what followed. A graver turn adds to it and takes nothing
 * away; who investigates and until when follows the present state.
 */
export function dutiesOfAccident(accident: AccidentOnRecord): readonly Obligation[] {
  return [
    ...asDeclared(accident),
    ...completion(accident),
    ...afterWorsening(accident),
    ...investigation(accident),
    ...minutes(accident),
    ...accident.victims.flatMap((victim) => benefit(accident, victim)),
  ]
}

/** The declaration and the visit to the scene, on the first news. */
function asDeclared(accident: AccidentOnRecord): readonly Obligation[] {
  const { declared, declaredOn, channel, occurredOn, knownOn, receivedAt, setting } = accident
  const visited = accident.investigation?.sceneVisitedAt ?? null
  const reason: Reason =
    channel === null
      ? { code: 'declared-accident', params: { on: occurredOn } }
      : { code: 'recorded-by-office', params: { on: occurredOn, channel } }
  return dueDates({ ...setting, casualties: declared, occurredOn, knownOn, receivedAt }).flatMap((due) => {
    if (due.duty === 'declaration') {
      return [obligation(accident, due, { since: knownOn, done: declaredOn, reason })]
    }
    if (due.duty === 'scene-visit') {
      const done = { done: visited && legalDateOf(visited), doneAt: visited }
      return [obligation(accident, due, { since: legalDateOf(receivedAt), ...done })]
    }
    return []
  })
}

/** No law says when: this service takes the time it leaves for the written form after a telephone call. */
function completion(accident: AccidentOnRecord): readonly Obligation[] {
  const { firstNotice, setting } = accident
  if (firstNotice === null) return []
  const { at, completedAt } = firstNotice
  const hours = accidentPolicy.writtenFormAfterPhoneHours
  const dueAt = new Date(at.getTime() + hours * 3_600_000)
  const since = legalDateOf(at)
  return [
    {
      ...PLAIN,
      duty: 'completion',
      source: { kind: 'accident', id: accident.id },
      owedBy: setting.informal ? 'commune' : 'enterprise',
      owedTo: 'labour-office',
      since,
      due: legalDateOf(dueAt),
      dueAt,
      done: completedAt && legalDateOf(completedAt),
      doneAt: completedAt,
      citations: [{ kind: 'policy', note: `${hours} h` }],
      reason: { code: 'first-notice', params: { on: since } },
    },
  ]
}

function afterWorsening(accident: AccidentOnRecord): readonly Obligation[] {
  const { worsened, declared, present, setting } = accident
  if (worsened === null) return []
  const { knownOn, declaredOn, policeToldOn, handedOverOn } = worsened
  const done: Partial<Record<DueDate['duty'], LegalDate | null>> = {
    'supplementary-declaration': declaredOn,
    'police-notice': policeToldOn,
    'hand-over': handedOverOn,
  }
  const reason: Reason = { code: 'worsened', params: { on: knownOn } }
  return dueAfterWorsening({ ...setting, before: declared, after: present, knownOn }).map((due) =>
    obligation(accident, due, { since: knownOn, done: done[due.duty] ?? null, reason }),
  )
}

/**
 * Where minutes were announced before a graver turn, that investigation stays done and another one begins. What the law
 * asks of nobody after the turn (a special field) is still asked of whoever it was asked of before.
 */
function investigation(accident: AccidentOnRecord): readonly Obligation[] {
  const { worsened, investigation: file, declared, present, knownOn, receivedAt } = accident
  const done = announcedSince(worsened, file)
  const now = { ...clockOf(accident), done, subject: '' }
  if (worsened === null) return byClock(accident, present, now)
  const endedBefore = file?.announcedBeforeOn ?? null
  const first = byClock({ ...accident, investigation: null }, declared, {
    knownOn,
    receivedAt,
    done: endedBefore,
    subject: '',
  })
  if (endedBefore !== null) return [...first, ...byClock(accident, present, { ...now, subject: 'again' })]
  const current = byClock(accident, present, now)
  return [...current, ...first.filter(({ duty }) => !current.some((one) => one.duty === duty))]
}

/** The clocks of the present state: a graver turn is news of its own. */
function clockOf({ worsened, knownOn, receivedAt }: AccidentOnRecord) {
  return { knownOn: worsened?.knownOn ?? knownOn, receivedAt: worsened?.receivedAt ?? receivedAt }
}

function announcedSince(worsened: GraverTurn | null, file: InvestigationOnRecord | null): LegalDate | null {
  const announcedOn = file?.announcedOn ?? null
  return announcedOn !== null && worsened !== null && announcedOn < worsened.knownOn ? null : announcedOn
}

interface InvestigationClock {
  readonly knownOn: LegalDate
  readonly receivedAt: Date
  readonly done: LegalDate | null
  readonly subject: string
}

/** The file of the investigation says better by when, where there is one. */
function byClock(accident: AccidentOnRecord, casualties: Casualties, clock: InvestigationClock): readonly Obligation[] {
  const { occurredOn, setting, investigation: file } = accident
  const { knownOn, receivedAt, done, subject } = clock
  const counted = dueDates({ ...setting, casualties, occurredOn, knownOn, receivedAt }).flatMap((due) => {
    if (due.duty === 'commune-record') {
      const recordedOn = file?.authority === 'commune' ? (file.announcedOn ?? file.startedOn) : null
      return [obligation(accident, due, { since: knownOn, done: recordedOn, subject })]
    }
    if (due.duty !== 'investigation' || file?.due) return []
    const since = due.owedBy === 'employer' ? knownOn : legalDateOf(receivedAt)
    return [obligation(accident, due, { since, done, subject })]
  })
  return file?.due ? [...counted, onFile(accident, file, file.due, clock)] : counted
}

function onFile(
  { id, occurredOn }: AccidentOnRecord,
  { authority, startedOn }: InvestigationOnRecord,
  due: LegalDate,
  { knownOn, done, subject }: InvestigationClock,
): Obligation {
  return {
    ...PLAIN,
    duty: 'investigation',
    source: { kind: 'accident', id },
    subject,
    owedBy: authority === 'base' ? 'enterprise' : 'labour-office',
    owedTo: 'parties-concerned',
    since: startedOn ?? knownOn,
    due,
    done,
    citations: citeInForce(['L84-2015 35.6'], occurredOn),
    reason: { code: 'declared-accident', params: { on: occurredOn } },
  }
}

function minutes(accident: AccidentOnRecord): readonly Obligation[] {
  const { announcedOn, authority, minutesSentOn } = accident.investigation ?? {}
  if (!announcedOn || !authority) return []
  const reason: Reason = { code: 'announced', params: { on: announcedOn } }
  return dueAfterAnnouncement(announcedOn, authority).map((due) =>
    obligation(accident, due, { since: announcedOn, done: minutesSentOn ?? null, reason }),
  )
}

function benefit(accident: AccidentOnRecord, victim: VictimOnRecord): readonly Obligation[] {
  const { dead, assessedOn, decidedOn, paidOn, fileSentOn, victimId } = victim
  const announcedOn = accident.investigation?.announcedOn ?? null
  const from = dead ? announcedOn : assessedOn
  return dueOfBenefit({ from, decidedOn }).flatMap((due) => {
    const deciding = due.duty === 'compensation-decision'
    const since = deciding ? from : decidedOn
    if (since === null) return []
    const code = deciding ? (dead ? 'announced' : 'assessed') : 'decided'
    const done = deciding ? decidedOn : due.duty === 'compensation-payment' ? paidOn : fileSentOn
    return [obligation(accident, due, { since, done, subject: victimId, reason: { code, params: { on: since } } })]
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

function obligation(
  { id, occurredOn }: AccidentOnRecord,
  { duty, owedBy, due, dueInstant, certain, citations, text }: DueDate,
  told: Pick<Obligation, 'since'> & Partial<Pick<Obligation, 'done' | 'doneAt' | 'subject' | 'reason'>>,
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
