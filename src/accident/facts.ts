import type { Annex } from '../declaration/annex.ts'
import type { FilingContext } from '../declaration/filing-context.ts'
import { type AccidentSetting, classify, isDeclarable } from '../law/accident-duties.ts'
import { lineage, reachOf, schemeOn, type UnitRef } from '../reference/administrative-units.ts'
import { employmentRelations } from '../reference/catalogue.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import type { Dated } from '../rules/rule.ts'
import { type CasualtyCounts, countConditions, statedCounts } from './casualties.ts'
import type { AccidentCourse } from './course.ts'
import { courseOfFiling } from './course-of-filing.ts'
import type { AccidentKnown } from './known.ts'
import { type PresentState, presentState } from './present.ts'
import type { AccidentDeclaration, Victim } from './schema.ts'
import type { AccidentClass } from './vocabulary.ts'

/** Everything a rule about an accident may look at: the accident as declared and, in `present`, as things stand now. */
export interface AccidentFacts extends Dated {
  /** As filed, without the parts whose type or shape was wrong. */
  readonly declaration: AccidentDeclaration
  readonly context: FilingContext<AccidentKnown>
  readonly accident: NonNullable<AccidentDeclaration['accident']>
  readonly victims: readonly Victim[]
  readonly counts: CasualtyCounts
  readonly class: AccidentClass
  /** Whether the law asks for a declaration: a death, or two seriously injured (Law 84/2015, Art. 34.1.b). */
  readonly declarable: boolean
  /** What, besides the casualties, decides who must do what. */
  readonly setting: AccidentSetting
  readonly occurredAt: Date | null
  readonly knownAt: Date | null
  /** When it was first declared; this filing's receipt when the filer says nothing else. */
  readonly declaredAt: Date
  readonly place: PlaceFacts | null
  readonly preliminary: boolean
  /** No victim has a labour contract and there is at least one: the commune declares (Law 84/2015, Art. 34.1.d). */
  readonly informal: boolean
  /** What had been told of it before, with this and since. */
  readonly course: AccidentCourse
  /** What search, statistics and duties follow; the rules about the declaration judge what was declared. */
  readonly present: PresentState
  readonly dates: Readonly<Record<'occurred' | 'known' | 'declared' | 'received', LegalDate | null>>
}

export interface PlaceFacts {
  readonly unit: UnitRef
  /** Null when the unit is not in its list on the day of the accident. */
  readonly lineage: ReturnType<typeof lineage>
  /** Every unit, of either scheme, that certainly contains the place. */
  readonly reach: readonly string[]
}

export function accidentFacts(
  declaration: AccidentDeclaration,
  context: FilingContext<AccidentKnown>,
  annexes: readonly Annex[] = [],
): AccidentFacts {
  const accident = declaration.accident ?? {}
  const victims = declaration.victims ?? []
  const occurredAt = dateOf(accident.occurredAt)
  const knownAt = dateOf(accident.knownAt)
  const declaredAt = dateOf(accident.declaredAt) ?? context.receivedAt
  const received = legalDateOf(context.receivedAt)
  const occurred = occurredAt && legalDateOf(occurredAt)
  const counts = victims.length > 0 ? countConditions(victims) : statedCounts(declaration)
  const legalDate = occurred ?? received
  const known = knownAt && legalDateOf(knownAt)
  const informal = victims.length > 0 && victims.every((victim) => isWithoutContract(victim, legalDate))
  const setting = {
    abroad: accident.abroad === true,
    informal,
    // Maritime accidents follow a circular of their own and are not among the fields of Art. 34.1.c.
    specialField: accident.specialField !== undefined && accident.specialField !== 'maritime',
  }
  const course = courseOfFiling({ declaration, context, counts, setting }, annexes)
  return {
    declaration,
    context,
    accident,
    victims,
    counts,
    class: classify(counts),
    declarable: isDeclarable(counts, known ?? legalDate),
    setting,
    occurredAt,
    knownAt,
    declaredAt,
    place: placeFacts(accident.place?.unit, legalDate),
    preliminary: declaration.preliminary === true,
    informal,
    course,
    present: presentState({ declaration, counts, legalDate, worsened: course.worsened }, annexes),
    legalDate,
    dates: {
      occurred,
      known,
      declared: legalDateOf(declaredAt),
      received,
    },
  }
}

export function isWithoutContract(victim: Victim, on: LegalDate): boolean {
  const relation = victim.employmentRelation && employmentRelations.find(victim.employmentRelation, on)
  return relation ? relation.attributes['has-contract'] === 'no' : false
}

/** Age in whole years on the day of the accident; by year of birth alone where that is all that is known. */
export function ageAt(victim: Victim, on: LegalDate): number | null {
  const { birthDate, birthYear } = victim.person ?? {}
  const year = Number(on.slice(0, 4))
  if (birthDate) return year - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0)
  return birthYear === undefined ? null : year - birthYear
}

function dateOf(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text)
}

function placeFacts(unit: { scheme?: UnitRef['scheme']; code: string } | undefined, on: LegalDate): PlaceFacts | null {
  if (unit === undefined) return null
  const ref = { scheme: unit.scheme ?? schemeOn(on), code: unit.code }
  const line = lineage(ref, on)
  return { unit: ref, lineage: line, reach: line === null ? [] : reachOf(ref) }
}
