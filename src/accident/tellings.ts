import type { Casualties } from '../law/accident-duties.ts'
import { countConditions, statedCounts } from './casualties.ts'
import { effectiveOutcomes } from './outcome/effective.ts'
import type { OutcomeContent } from './outcome/schema.ts'
import type { AccidentDeclaration, Victim } from './schema.ts'
import type { Condition } from './vocabulary.ts'

/** What was filed, of a revision up to the one in force; none of this is sealed. */
export interface RevisionOnRecord extends Pick<AccidentDeclaration, 'preliminary' | 'casualties' | 'recipients'> {
  readonly seq: number
  readonly recordedAt: string
  readonly filedAs: string
  /** When it was first declared, as the revision states. */
  readonly declaredAt?: string | undefined
  readonly victims?: readonly Pick<Victim, 'victimId' | 'condition' | 'death'>[] | undefined
}

/** A `RevisionOnRecord` out of an act `a` with a body, as SQL. */
export const REVISION_ON_RECORD = `json_strip_nulls(json_build_object(
  'seq', a.seq, 'recordedAt', a.recorded_at, 'filedAs', a.filed_as, 'declaredAt', a.body->'accident'->'declaredAt',
  'preliminary', a.body->'preliminary', 'casualties', a.body->'casualties', 'recipients', a.body->'recipients',
  'victims', (select json_agg(json_build_object('victimId', v->'victimId', 'condition', v->'condition',
                                                'death', v->'death'))
                from json_array_elements(a.body->'victims') v)))`

/** What was added to the declaration, as it was told; nothing that is asked here is sealed. */
export interface AnnexOnRecord {
  readonly act: 'investigate' | 'outcome'
  readonly seq: number
  readonly recordedAt: string
  readonly filedAs: string
  readonly content: object
}

export type Conditions = ReadonlyMap<string, Condition>

/** What tells how victims are: a revision, or an outcome with its corrections. */
export interface Telling {
  readonly seq: number
  readonly at: Date
  /** By whoever owes the news. */
  readonly byParty: boolean
  /** What it says itself, by victim. */
  readonly conditions: Conditions
  readonly revision: RevisionOnRecord | null
  readonly outcome: OutcomeContent | null
}

/** In the order in which they were told. */
export function tellingsOf(
  revisions: readonly RevisionOnRecord[],
  annexes: readonly AnnexOnRecord[],
): readonly Telling[] {
  return [...revisions.map(toldByRevision), ...toldByOutcomes(annexes)].toSorted((a, b) => a.seq - b.seq)
}

export interface ToldOfVictim {
  readonly victimId: string
  readonly condition: Condition
  readonly diedAt: Date | null
}

/** The victims as a revision lists them. */
export function victimsIn({ victims = [] }: RevisionOnRecord): readonly ToldOfVictim[] {
  return victims.map(({ victimId, condition = 'unknown', death }, index) => ({
    victimId: victimId ?? String(index + 1),
    condition,
    diedAt: condition === 'dead' && death?.at !== undefined ? new Date(death.at) : null,
  }))
}

/** How things stand after what was told so far: an amendment undoes no outcome. */
export function standingAfter(told: readonly Telling[]): { conditions: Conditions; casualties: Casualties } {
  const filed = told.findLast(({ revision }) => revision !== null)
  const conditions = new Map(filed?.conditions)
  for (const { outcome, conditions: said } of told) {
    if (outcome === null) continue
    for (const [victimId, condition] of said) if (conditions.has(victimId)) conditions.set(victimId, condition)
  }
  const casualties =
    conditions.size > 0
      ? countConditions([...conditions.values()].map((condition) => ({ condition })))
      : statedCounts(filed?.revision ?? {})
  return { conditions, casualties }
}

function toldByRevision(revision: RevisionOnRecord): Telling {
  return {
    seq: revision.seq,
    at: new Date(revision.recordedAt),
    byParty: isParty(revision.filedAs),
    conditions: new Map(victimsIn(revision).map(({ victimId, condition }) => [victimId, condition])),
    revision,
    outcome: null,
  }
}

function toldByOutcomes(annexes: readonly AnnexOnRecord[]): readonly Telling[] {
  const filedAs = new Map(annexes.map((annex) => [annex.seq, annex.filedAs]))
  const told = annexes.map((annex) => ({ ...annex, recordedAt: new Date(annex.recordedAt) }))
  return effectiveOutcomes(told).map(({ toldIn, recordedAt, content }) => ({
    seq: toldIn,
    at: recordedAt,
    byParty: isParty(filedAs.get(toldIn)),
    conditions: saidBy(content),
    revision: null,
    outcome: content,
  }))
}

function saidBy({ victimId, condition }: OutcomeContent): Conditions {
  const now = condition?.now
  return new Map(victimId === undefined || now === undefined ? [] : [[victimId, now]])
}

function isParty(filedAs: string | undefined): boolean {
  return filedAs === 'enterprise' || filedAs === 'commune'
}
