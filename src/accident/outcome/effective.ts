import type { Annex } from '../../declaration/annex.ts'
import type { OutcomeContent } from './schema.ts'

/** What an outcome says, at the place where it was first told. */
export interface EffectiveOutcome {
  /** The act that says it now. */
  readonly seq: number
  /** The act that first told it. */
  readonly toldIn: number
  /** When it was first told. */
  readonly recordedAt: Date
  readonly content: OutcomeContent
}

/** The outcomes of a record in the order they were told; a correction takes the place of what it corrects. */
export function effectiveOutcomes(
  annexes: readonly Pick<Annex, 'act' | 'seq' | 'recordedAt' | 'content'>[],
): readonly EffectiveOutcome[] {
  const places: EffectiveOutcome[] = []
  for (const { act, seq, recordedAt, content } of annexes) {
    if (act !== 'outcome') continue
    const outcome = content as OutcomeContent
    const place = places.findIndex((earlier) => earlier.seq === outcome.corrects)
    const corrected = places[place]
    if (corrected === undefined) places.push({ seq, toldIn: seq, recordedAt, content: outcome })
    else places[place] = { ...corrected, seq, content: outcome }
  }
  return places
}
