import type { Caller } from '../access/caller.ts'
import type { Finding } from '../rules/evaluate.ts'
import type { Language } from '../rules/rule.ts'
import type { Judgement } from './judge.ts'
import type { Lifecycle } from './lifecycle.ts'
import type { PresentedJudgement } from './present.ts'

/** A request that files or amends. */
export interface FilingRequest {
  readonly body: unknown
  readonly caller: Caller
  readonly language: Language
  readonly idempotencyKey: string | null
}

/** Stored, or found stored by an earlier try of the same request. */
export interface Stored {
  readonly outcome: 'filed' | 'replayed'
  readonly declarationId: string
  readonly seq: number
  /** The answer, byte for byte the same for every retry. */
  readonly response: string
}

export interface Refused {
  readonly outcome: 'validation-failed' | 'warnings-unconfirmed'
  readonly judgement: PresentedJudgement
  readonly defects: Judgement<unknown, unknown>['defects']
}

/** Everything that filing can come to. */
export type FilingOutcome =
  | Stored
  | Refused
  | { readonly outcome: 'idempotency-key-reused' | 'unchanged' | 'not-found' }
  /** `state`: how the declaration stood; null where there is none. */
  | { readonly outcome: 'stale' | 'conflict'; readonly state: Lifecycle | null }
  | {
      readonly outcome:
        | 'outside-jurisdiction'
        | 'unknown-enterprise'
        | 'unknown-office'
        | 'not-delegated'
        | 'not-theirs'
    }

export function breachesIn(findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.kind === 'breach').length
}

/** Binds what is sealed to its place: it cannot be moved to another revision. */
export function sealContext(declarationId: string, revision: number): string {
  return `declaration/${declarationId}/${revision}`
}
