import type { Annex } from '../declaration/annex.ts'
import { classify, isDeclarable } from '../law/accident-duties.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { type CasualtyCounts, countConditions } from './casualties.ts'
import type { GraverTurn } from './course.ts'
import type { Conclusion, InvestigationContent } from './investigation/schema.ts'
import { type EffectiveOutcome, effectiveOutcomes } from './outcome/effective.ts'
import type { OutcomeContent } from './outcome/schema.ts'
import type { AccidentDeclaration, Victim } from './schema.ts'
import type { AccidentClass, AccidentContext, Condition } from './vocabulary.ts'

type Costs = Required<NonNullable<OutcomeContent['costs']>>

/** A victim as things stand now: as declared, with what outcomes told since. */
export interface PresentVictim {
  readonly victimId: string
  readonly declared: Victim
  readonly condition: Condition
  readonly injuries: readonly string[]
  /** When death came, as far as it was told; null while alive or missing. */
  readonly diedAt: Date | null
  readonly declaredDead: boolean
  /** Since when the condition is known; null: since the declaration. */
  readonly conditionKnownOn: LegalDate | null
  readonly returnedOn: LegalDate | null
  readonly daysLost: number
  readonly assessment: NonNullable<OutcomeContent['assessment']> | null
  /** Thousand VND. */
  readonly costs: Costs
  readonly compensation: NonNullable<OutcomeContent['compensation']> | null
}

export interface InvestigationFile {
  readonly seq: number
  readonly recordedAt: Date
  readonly content: InvestigationContent
}

/** An accident as things stand now: the revision that counts, with outcomes and investigation folded into it. */
export interface PresentState {
  readonly victims: readonly PresentVictim[]
  readonly counts: CasualtyCounts
  readonly class: AccidentClass
  readonly declarable: boolean
  readonly worsened: GraverTurn | null
  /** The latest version; null while nobody investigates. */
  readonly investigation: InvestigationFile | null
  /** All versions, oldest first. */
  readonly versions: readonly InvestigationFile[]
  /** Of the latest version whose minutes were announced: earlier minutes have effect until then (Decree 39/2016, Art. 17.2). */
  readonly conclusion: Conclusion | null
  /** Whether it is a work accident as far as was found out. */
  readonly counted: boolean
  readonly context: AccidentContext
  readonly cause: string | null
  readonly injuryFactor: NonNullable<NonNullable<AccidentDeclaration['accident']>['injuryFactor']> | null
}

export interface AsDeclared {
  readonly declaration: AccidentDeclaration
  readonly counts: CasualtyCounts
  readonly legalDate: LegalDate
  readonly worsened: GraverTurn | null
}

/** Folds what acts added to a declaration into it, in the order they were told. An amendment undoes no outcome. */
export function presentState(
  { declaration, counts, legalDate, worsened }: AsDeclared,
  annexes: readonly Annex[],
): PresentState {
  const outcomes = effectiveOutcomes(annexes)
  const victims = outcomes.reduce<readonly PresentVictim[]>(
    foldOutcome,
    (declaration.victims ?? []).map(victimAsDeclared),
  )
  const now = outcomes.length > 0 ? countConditions(victims) : counts
  const versions = annexes.filter(({ act }) => act === 'investigate').map(investigationFile)
  const concluded = versions.findLast(({ content }) => isConcluded(content))?.content ?? null
  const conclusion = concluded?.conclusion ?? null
  const accident = declaration.accident ?? {}
  return {
    victims,
    counts: now,
    class: classify(now),
    declarable: isDeclarable(now, worsened?.knownOn ?? dayOf(accident.knownAt) ?? legalDate),
    worsened,
    investigation: versions.at(-1) ?? null,
    versions,
    conclusion,
    counted: conclusion !== 'not-occupational',
    context: contextOf(accident.context ?? 'at-work', conclusion),
    cause: concluded?.cause ?? accident.cause ?? null,
    injuryFactor: concluded?.injuryFactor ?? accident.injuryFactor ?? null,
  }
}

/** Minutes that were announced, with what they conclude. */
export function isConcluded({ announcement, conclusion }: InvestigationContent): boolean {
  return announcement?.meetingOn !== undefined && conclusion !== undefined
}

function victimAsDeclared(declared: Victim, index: number): PresentVictim {
  const { condition = 'unknown', death } = declared
  return {
    victimId: declared.victimId ?? String(index + 1),
    declared,
    condition,
    injuries: declared.injuries ?? [],
    diedAt: condition === 'dead' && death?.at !== undefined ? new Date(death.at) : null,
    declaredDead: condition === 'dead' && death?.mode === 'D',
    conditionKnownOn: null,
    returnedOn: null,
    daysLost: declared.daysLost ?? 0,
    assessment: null,
    costs: { medical: 0, wagesDuringTreatment: 0, funeral: 0, other: 0 },
    compensation: null,
  }
}

function foldOutcome(victims: readonly PresentVictim[], outcome: EffectiveOutcome): readonly PresentVictim[] {
  return victims.map((victim) => (victim.victimId === outcome.content.victimId ? after(victim, outcome) : victim))
}

function after(victim: PresentVictim, { content, recordedAt }: EffectiveOutcome): PresentVictim {
  const { condition, death, returnedOn, daysLost, assessment, costs, compensation } = content
  const now = condition?.now ?? victim.condition
  const diedAt = death?.at === undefined ? victim.diedAt : new Date(death.at)
  const changed = condition?.now !== undefined && condition.now !== victim.condition
  return {
    ...victim,
    condition: now,
    injuries: condition?.injuries ?? victim.injuries,
    diedAt: now === 'dead' ? diedAt : null,
    declaredDead: now === 'dead' && (death?.mode === undefined ? victim.declaredDead : death.mode === 'D'),
    conditionKnownOn: changed ? (dayOf(condition?.knownAt) ?? legalDateOf(recordedAt)) : victim.conditionKnownOn,
    returnedOn: (returnedOn as LegalDate | undefined) ?? victim.returnedOn,
    daysLost: daysLost ?? victim.daysLost,
    assessment: assessment === undefined ? victim.assessment : { ...victim.assessment, ...assessment },
    costs: { ...victim.costs, ...costs },
    compensation: compensation === undefined ? victim.compensation : { ...victim.compensation, ...compensation },
  }
}

function investigationFile({ seq, recordedAt, content }: Annex): InvestigationFile {
  return { seq, recordedAt, content: content as InvestigationContent }
}

/** The section of Annex XII in which it belongs follows what the minutes say. */
function contextOf(declared: AccidentContext, conclusion: Conclusion | null): AccidentContext {
  if (conclusion === 'commuting') return 'commuting'
  return conclusion === 'occupational' && declared === 'commuting' ? 'at-work' : declared
}

function dayOf(instant: string | undefined): LegalDate | null {
  return instant === undefined ? null : legalDateOf(new Date(instant))
}
