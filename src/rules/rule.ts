import type { Citation } from '../law/citation.ts'
import type { Interval, LegalDate } from '../reference/legal-date.ts'

export type Language = 'vi' | 'en'
export type Text = Readonly<Record<Language, string>>
/** What stands in for a placeholder: a text where it has a name in each language. */
export type Param = string | number | Text
export type Params = Readonly<Record<string, Param>>

/**
 * - `error`: impossible or missing; refused.
 * - `warning`: improbable; refused until the filer confirms it with a reason.
 * - `breach`: true, and a duty was missed; stored and counted, never refused.
 * - `info`: worth knowing.
 */
export type FindingKind = 'error' | 'warning' | 'breach' | 'info'
export const FINDING_KINDS = ['error', 'warning', 'breach', 'info'] as const satisfies readonly FindingKind[]

/** Where a rule came from. What nobody has read in a source may inform and never refuses. */
export interface Provenance {
  readonly verified: boolean
  /** Keys of the sources that were read, or `arithmetic`, or `policy`. */
  readonly source: string
}

/** One way in which the facts break a rule. `pointer` is an RFC 6901 pointer into the filed body. */
export interface Violation {
  readonly pointer: string
  readonly params?: Params
  readonly fix?: Text
  /** Instead of those of the rule, where the article depends on what is filed. */
  readonly citations?: readonly Citation[]
}

/**
 * A sample filing changed at some pointers (`undefined` removes), under a changed context.
 * The same records serve the tests and the public catalogue.
 */
export interface Example<Context> {
  readonly change?: Readonly<Record<string, unknown>>
  readonly context?: Partial<Context>
}

interface RuleHead {
  /** Never reused, never given another meaning. */
  readonly id: string
  readonly citations: readonly [Citation, ...Citation[]]
  readonly provenance: Provenance
  readonly message: Text
  readonly fix?: Text
}

/** A rule that can be judged now, from the facts of one filing. `F`: its facts; `C`: the context examples may change. */
export interface Rule<F, C = unknown> extends RuleHead {
  readonly kind: FindingKind
  /** Which of the facts' legal dates chooses the version; the declaration's own legal date unless said. */
  readonly datedBy?: string
  /** Only where it differs from the hull of the instruments cited. */
  readonly interval?: Interval
  /** Pointer patterns (`*` for an array index) that the predicate reads; it is skipped when one is invalid. */
  readonly inputs: readonly string[]
  /** Patterns at which a malformed value is told in this rule's words rather than as a bare schema error. */
  readonly guards?: readonly string[]
  /** Names of facts that may not be at hand (`register`, `history`). */
  readonly needs?: readonly string[]
  readonly judge: (facts: F) => readonly Violation[]
  readonly examples: { readonly holds: readonly Example<C>[]; readonly fails: readonly Example<C>[] }
}

/** A rule of the catalogue that this service cannot judge yet, and what it waits for. */
export interface AwaitingRule extends RuleHead {
  readonly awaits: Text
}

/** What every set of facts offers to the kernel. */
export interface Dated {
  /** The legal date inside the declaration that chooses versions of rules, limits and lists. */
  readonly legalDate: LegalDate
  /** Other legal dates a rule may be dated by; null when the filing does not tell. */
  readonly dates: Readonly<Record<string, LegalDate | null>>
}
