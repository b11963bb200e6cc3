import type { z } from 'zod'
import type { Dated, Language } from '../rules/rule.ts'
import type { Annex } from './annex.ts'
import type { FilingContext } from './filing-context.ts'
import type { FilingEnvelope, Judged } from './kind.ts'
import type { Act } from './lifecycle.ts'

/** The declaration an annex is added to, as it stands: what an annex is judged with. */
export interface DeclarationSoFar<B = unknown> {
  /** The revision in force; the latest where none is. */
  readonly body: B
  readonly context: FilingContext
  readonly annexes: readonly Annex[]
}

/**
 * What an office or an enterprise adds to a declaration later, under rules of its own: an investigation, an outcome of
 * a victim. Kept in the log of the declaration; its facts change with it.
 */
export interface AnnexKind<B extends FilingEnvelope, F extends Dated> extends Judged<B, F, DeclarationSoFar> {
  readonly id: string
  readonly act: Act
  /** What follows from it, explained. */
  consequences(facts: F, language: Language): Readonly<Record<string, unknown>>
  readonly consequencesSchema: z.ZodObject
}
