import type { LegalDate } from '../reference/legal-date.ts'
import type { DeclarationRecord } from './record.ts'
import type { Side } from './side.ts'

/** What the acts say of a declaration as it stands, beside its state. */
export interface Standing {
  /** The return that has not been answered by an amendment or a decision. */
  readonly returned: { readonly at: Date; readonly dueOn: LegalDate | null } | null
  /** Who withdrew it; of those withdrawn before that was kept, null. */
  readonly withdrawnBy: Side | null
}

/** Nothing beside the state. */
export const PLAIN: Standing = { returned: null, withdrawnBy: null }

export function standingOf({
  acts,
  state,
  latestFiling,
}: Pick<DeclarationRecord, 'acts' | 'state' | 'latestFiling'>): Standing {
  const mayBeReturned = state.status === 'returned' || state.status === 'needs-review'
  const last = acts.findLast(({ act, seq }) => act === 'return' && seq > latestFiling.seq)
  return {
    returned: mayBeReturned && last !== undefined ? { at: last.recordedAt, dueOn: last.dueOn } : null,
    withdrawnBy: acts.findLast(({ act }) => act === 'withdraw')?.side ?? null,
  }
}

/** Number of the act that settled what was open until then: acceptance, withdrawal, or the merge while it lasts; 0: none. */
export function settledAt({ acts, state }: Pick<DeclarationRecord, 'acts' | 'state'>): number {
  const settles = ['accept', 'withdraw', ...(state.status === 'merged' ? ['merge'] : [])]
  return acts.findLast(({ act }) => settles.includes(act))?.seq ?? 0
}
