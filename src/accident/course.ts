import { bodyOf } from '../declaration/recipients.ts'
import { type AccidentSetting, type Casualties, investigationAuthority } from '../law/accident-duties.ts'
import { graverTurn } from '../law/accident-graver-turn.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { type Conditions, type RevisionOnRecord, standingAfter, type Telling, victimsIn } from './tellings.ts'
import type { Condition } from './vocabulary.ts'

/** The news by which an accident became graver than it was declared (Decree 39/2016, Art. 22). */
export interface GraverTurn {
  readonly knownAt: Date
  readonly knownOn: LegalDate
  /** When an office received it. */
  readonly receivedAt: Date
  /** By whoever owed the news. */
  readonly declaredAt: Date | null
  readonly policeToldAt: Date | null
  readonly handedOverOn: LegalDate | null
}

/** What was told of an accident since it was first declared. */
export interface AccidentCourse {
  /** As it counts as declared: with what was put right, without what came later. */
  readonly declared: Casualties
  /** When the labour office had the news of it as that. */
  readonly receivedAt: Date
  readonly worsened: GraverTurn | null
}

/** At which telling it came, and how its victims are since. */
interface News {
  readonly at: number
  readonly conditions: Conditions
}

/**
 * What counts as declared, and the graver turn since: whether an outcome tells of it or an amendment, the same follows.
 * An amendment brings news where somebody died after a revision was received that told him alive; what had been so
 * before it, or was not known at the first notice, was so from the beginning.
 */
export function courseOf(asTold: readonly Telling[], setting: AccidentSetting): AccidentCourse {
  const received = firstReceivedAt(asTold.flatMap(({ revision }) => revision ?? []))
  const tellings = asTold.map((telling, index) => (index === 0 ? { ...telling, at: received } : telling))
  const standing = tellings.map((_, index) => standingAfter(tellings.slice(0, index + 1)))
  const casualties = standing.map((state) => state.casualties)
  const [first, ...further] = casualties
  if (first === undefined) throw new Error('an accident on record was never filed')
  const { declared, turn } = graverTurn(
    first,
    further.map((now, index) => ({ casualties: now, news: newsAt(index + 1, tellings, standing) })),
  )
  const begun = beginningOf(casualties, declared, setting, legalDateOf(received))
  return { declared, receivedAt: tellings[begun]?.at ?? received, worsened: turn && turnOf(tellings, turn) }
}

/**
 * When the labour office had the first news. An office that records what it was told states when that was: a telephone
 * call of March is not received in November, when somebody types it in. Of what others file here the receipt counts.
 */
export function firstReceivedAt(
  revisions: readonly Pick<RevisionOnRecord, 'recordedAt' | 'filedAs' | 'declaredAt'>[],
): Date {
  const [first] = revisions
  if (first === undefined) throw new Error('an accident on record has a first revision')
  const recorded = new Date(first.recordedAt)
  const ofOffice = first.filedAs === OFFICE ? revisions.filter(({ filedAs }) => filedAs === OFFICE) : []
  const told = instant(ofOffice.findLast(({ declaredAt }) => declaredAt !== undefined)?.declaredAt)
  return told !== null && told < recorded ? told : recorded
}

const OFFICE = 'labour-office'

/**
 * From which telling on the casualties called for the investigation that they call for as declared: where an error was
 * put right that had made it another's, whoever investigates learnt of it then. While nobody knew how the victims were,
 * the first news was news of it.
 */
function beginningOf(
  standing: readonly Casualties[],
  declared: Casualties,
  setting: AccidentSetting,
  on: LegalDate,
): number {
  const authorities = standing.map((casualties) => investigationAuthority(casualties, setting, on)?.authority ?? null)
  const at = standing.indexOf(declared)
  const another = authorities.slice(0, at).findLastIndex((one) => one !== null && one !== authorities[at])
  return another === -1 ? 0 : authorities.indexOf(authorities[at] ?? null, another)
}

function newsAt(
  at: number,
  tellings: readonly Telling[],
  standing: readonly { conditions: Conditions }[],
): News | null {
  const telling = tellings[at]
  if (telling === undefined) return null
  if (telling.revision === null) return { at, conditions: telling.conditions }
  const [before, now] = [standing[at - 1]?.conditions, standing[at]?.conditions]
  const died = victimsIn(telling.revision).filter(
    ({ victimId, diedAt }) =>
      now?.get(victimId) === 'dead' &&
      before?.get(victimId) !== 'dead' &&
      diedSince(victimId, diedAt, tellings.slice(0, at)),
  )
  return died.length === 0 ? null : { at, conditions: new Map(died.map(({ victimId }) => [victimId, 'dead'])) }
}

/** Whether death came after a revision was received that told the victim alive, or did not tell of the victim. */
function diedSince(victimId: string, diedAt: Date | null, earlier: readonly Telling[]): boolean {
  const told = earlier.flatMap(({ revision, at }) => {
    if (revision === null) return []
    const condition = victimsIn(revision).find((victim) => victim.victimId === victimId)?.condition
    return isLeftOpen(revision, condition) ? [] : [{ condition, at }]
  })
  const [first] = told
  if (first === undefined || told.some(({ condition }) => condition === 'dead')) return false
  // Who was missing is news once found, on whatever day death came.
  if (first.condition === 'missing') return true
  return diedAt === null ? first.condition !== undefined : diedAt > first.at
}

/** A first notice need not say how somebody is; saying it later completes the notice. */
function isLeftOpen({ preliminary, casualties = {} }: RevisionOnRecord, condition: Condition | undefined): boolean {
  if (preliminary !== true) return false
  return condition === undefined ? Object.values(casualties).every((n) => n === 0) : condition === 'unknown'
}

function turnOf(tellings: readonly Telling[], { at, conditions }: News): GraverTurn | null {
  const telling = tellings[at]
  if (telling === undefined) return null
  const saysSo = (one: Telling) => [...conditions].some(([victimId, now]) => one.conditions.get(victimId) === now)
  const byParty = tellings.slice(at).find((one) => one.byParty && saysSo(one))
  const outcomes = tellings.flatMap((one) => (one.outcome === null ? [] : [{ ...one, outcome: one.outcome }]))
  const stated = outcomes.find((one) => saysSo(one) && one.outcome.condition?.knownAt !== undefined)
  const policeToldAt = outcomes.findLast(({ outcome }) => outcome.notice?.policeToldAt !== undefined)
  const handedOver = outcomes.findLast(({ outcome }) => outcome.notice?.fileHandedOverOn !== undefined)
  const knownAt = instant(stated?.outcome.condition?.knownAt) ?? timeOfDeath(telling, conditions) ?? telling.at
  const knownOn = legalDateOf(knownAt)
  return {
    knownAt,
    knownOn,
    receivedAt: telling.at,
    declaredAt: byParty?.at ?? null,
    policeToldAt:
      instant(policeToldAt?.outcome.notice?.policeToldAt) ??
      policeToldByRevision(
        tellings.slice(0, at).flatMap(({ revision }) => revision ?? []),
        tellings.slice(at).flatMap(({ revision }) => revision ?? []),
        knownOn,
      ),
    handedOverOn: (handedOver?.outcome.notice?.fileHandedOverOn as LegalDate | undefined) ?? null,
  }
}

/** No revision states when a death became known: the first of them stands for it. */
function timeOfDeath({ revision }: Telling, conditions: Conditions): Date | null {
  const times = (revision === null ? [] : victimsIn(revision)).flatMap(({ victimId, diedAt }) =>
    conditions.has(victimId) && diedAt !== null ? [diedAt.getTime()] : [],
  )
  return times.length === 0 ? null : new Date(Math.min(...times))
}

/** When the police were told of the accident as it was declared first, by what revisions say; null: nothing says so. */
export function policeToldAtOf(revisions: readonly RevisionOnRecord[]): Date | null {
  return policeToldByRevision([], revisions, null)
}

/** The police are named as told since the news, or for the first time with it. */
function policeToldByRevision(
  before: readonly RevisionOnRecord[],
  since: readonly RevisionOnRecord[],
  knownOn: LegalDate | null,
): Date | null {
  const namedBefore = before.some((revision) => policeIn(revision).length > 0)
  const times = since.flatMap((revision) =>
    policeIn(revision).flatMap(({ notifiedAt }) => {
      if (notifiedAt === undefined) return namedBefore ? [] : [new Date(revision.recordedAt).getTime()]
      const at = new Date(notifiedAt)
      return knownOn === null || legalDateOf(at) >= knownOn ? [at.getTime()] : []
    }),
  )
  return times.length === 0 ? null : new Date(Math.min(...times))
}

function policeIn({ recipients = [] }: RevisionOnRecord) {
  return recipients.filter((recipient) => bodyOf(recipient)?.attributes.role === 'police')
}

function instant(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text)
}
