import type { EnterpriseSnapshot } from './enterprise-snapshot.ts'

/** Who filed, as far as the law distinguishes. `anonymous`: validating without a token. */
export type FilerRole =
  | 'enterprise'
  | 'commune'
  | 'labour-office'
  | 'health-office'
  | 'examiner'
  | 'monitor'
  | 'anonymous'

/**
 * What a filing is judged with besides its own body; always given, never looked up by a rule. `K`: what its kind looks
 * up before it judges.
 */
export interface FilingContext<K = unknown> {
  /** The server's clock at receipt: what timeliness is measured by. */
  readonly receivedAt: Date
  readonly filedAs: FilerRole
  /** Null where the enterprise is not at hand: rules that need it are not executed. */
  readonly register: EnterpriseSnapshot | null
  /** An earlier declaration of the same tenant with the same content, if any. */
  readonly sameContentAs: string | null
  /** The revision that this filing amends; null for a first filing. */
  readonly amends: { readonly declarationId: string; readonly revision: number } | null
  /** Kept with the revision, so that it is judged the same years later. */
  readonly known: K
}
