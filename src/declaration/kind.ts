import type { z } from 'zod'
import type { Role } from '../access/caller.ts'
import type { DelegationScope } from '../access/delegation-scopes.ts'
import type { Database } from '../platform/database.ts'
import type { Statement } from '../platform/statements.ts'
import type { Dated, Language } from '../rules/rule.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Annex } from './annex.ts'
import type { FilerRole, FilingContext } from './filing-context.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { Offices } from './offices.ts'
import type { Confirmation } from './schema-parts.ts'
import type { SealedFields } from './sealed-fields.ts'
import type { Counting } from './why-counted.ts'

/** The kinds of declaration; what a caller may do with each stands in the table of permissions. */
export type KindId = 'accident' | 'disease' | 'environment' | 'report' | 'incident'

/** What accompanies the content of every filing. */
export interface FilingEnvelope {
  readonly confirmations?: readonly Confirmation[]
  readonly reason?: string
  readonly onBehalf?: { readonly enterpriseId: string }
}

/** The other parties of a declaration, as tenants of the register. */
export interface RelatedTenants {
  /** By tax code as filed; absent where the register does not know it. */
  readonly byTaxCode: ReadonlyMap<string, string>
}

/** What every fact row says about the act that wrote it. */
export interface FactHeader extends Lifecycle {
  readonly tenantId: string
  readonly declarationId: string
  readonly recordedAt: Date
  readonly filedAt: Date
  readonly clientId: string
  readonly officeReach: readonly string[]
  readonly related: RelatedTenants
  readonly pseudonym: (value: string) => Buffer
  /** Findings of kind `breach` of the revision. */
  readonly breaches: number
}

/** What a look-up may ask, and about whom. */
export interface LookUp<B> {
  readonly database: Database
  readonly body: B
  /** Null for somebody who validates without a token: nothing is looked up about an enterprise then. */
  readonly tenantId: string | null
  /** The declaration that is amended or judged again: its own past is no history. */
  readonly self: string | null
  readonly pseudonym: (value: string) => Buffer
}

/** Acts of a kind's own, by which something is added to a declaration. */
export type Addition = 'investigate' | 'outcome'

/** Who would add something, seen from the declaration. */
export interface Adder {
  readonly role: Role
  /** Whether the declaration is that of the caller's own tenant. */
  readonly owns: boolean
  /** Whether it is the office in charge. */
  readonly reviews: boolean
  readonly seesWhole: boolean
}

/** What is parsed and judged: a declaration, or what an act adds to one. */
export interface Judged<B extends FilingEnvelope, F extends Dated, K> {
  readonly schema: z.ZodObject
  /** Top-level arrays of thousands of elements: parsed and hashed in slices, so that other requests go on. */
  readonly longArrays: readonly string[]
  readonly sealed: SealedFields
  readonly rules: RuleSet<F, FilingContext<K>>
  /** Faultless in `sampleContext`: the example of the document, and what examples of rules change. */
  readonly sample: B
  readonly sampleContext: FilingContext<K>
  /** Gives what the filer may leave out and what must then stay the same, such as ids of victims. */
  complete(body: B, mintId: () => string): B
  /** In slices where an array is long. `annexes`: what acts added to the declaration so far. */
  facts(body: B, context: FilingContext<K>, annexes: readonly Annex[]): F | Promise<F>
}

/**
 * What a kind of declaration brings; everything else is shared. `B` is the body as the schema gives it, `F` the facts,
 * `K` what is looked up before judging.
 */
export interface DeclarationKind<B extends FilingEnvelope, F extends Dated, K> extends Judged<B, F, K> {
  readonly id: KindId
  /** Path segment under /v1. */
  readonly path: string
  /** Where it has several forms: a sample of each, by its name. */
  readonly samples?: Readonly<Record<string, B>>
  /** An amendment of the sample. */
  readonly amendment: B & { readonly reason: string }
  /** Who files in a name of its own; others name the enterprise whose record it is. */
  readonly ownName: readonly FilerRole[]
  /** What an enterprise delegates to an examiner or a monitor that files in its name; null: nobody does. */
  readonly delegation: DelegationScope | null
  /** Registers, limits and earlier filings, as far as the kind's rules ask for them; JSON, kept with the revision. */
  lookUp(about: LookUp<B>): Promise<K>
  /** Units, of either scheme, whose offices have jurisdiction over the event. */
  reach(facts: F): readonly string[]
  /** Which of the offices with jurisdiction review it, and which see the whole. */
  offices(facts: F): Offices
  /** Ids of the victims in a body, whose dossiers files may belong to. */
  victimIds(body: B): readonly string[]
  /** Tax codes of other parties who may read it, or part of it. */
  partyTaxCodes(body: B): readonly string[]
  /** What of the body a related tenant may see; null: nothing. */
  viewFor(body: B, taxCodesOfReader: ReadonlySet<string>): B | null
  /** What follows from the facts, explained: classes, authorities, due dates. */
  consequences(facts: F, language: Language): Readonly<Record<string, unknown>>
  readonly consequencesSchema: z.ZodObject
  /** Of a revision in force: whether it is in the figures, and why. */
  whyCounted(facts: F): Counting
  /** Of the kind's own acts, those the caller may do, as things stand now. */
  additions(facts: F, adder: Adder): readonly Addition[]
  /** Calls the kind's write function: act, body, sealed, response, then what `project` gives. */
  readonly writeStatement: Statement
  /** Tells how many fact rows differ: tenant, declaration, seq, then what `project` gives. */
  readonly compareStatement: Statement
  /** Fact rows as JSON parameters of the write statement; in slices where they are many. */
  project(facts: F, header: FactHeader): readonly unknown[] | Promise<readonly unknown[]>
}

/** A kind whose body and facts do not matter to the caller. */
// biome-ignore lint/suspicious/noExplicitAny: B, F and K stand in both directions, so no other type covers all kinds
export type AnyKind = DeclarationKind<any, any, any>
