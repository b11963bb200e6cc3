/** What may happen to a declaration. Filings and amendments carry a body; the others do not. */
export const ACTS = [
  'file',
  'amend',
  'withdraw',
  'release',
  'contest',
  're-evaluate',
  'return',
  'accept',
  'comment',
  'investigate',
  'outcome',
  'attach',
  'merge',
  'unmerge',
] as const
export type Act = (typeof ACTS)[number]

export const STATUSES = ['filed', 'needs-review', 'returned', 'accepted', 'withdrawn', 'merged'] as const
export type Status = (typeof STATUSES)[number]

/** Acts that add something beside the declaration and leave its state as it is. */
const ADDITIONS = ['comment', 'investigate', 'outcome', 'attach'] as const

export interface Lifecycle {
  /** Number of acts so far; the ETag. */
  readonly seq: number
  /** The latest revision filed. */
  readonly revision: number
  /** The revision that counts in statistics; null: none. */
  readonly inForce: number | null
  readonly status: Status
}

export interface ActFacts {
  readonly act: Act
  /** The filer is not confirmed yet, or a rule of ours failed: the filing waits for an office. */
  readonly needsReview?: boolean
  /** Of an `unmerge`: how the declaration stood before it was merged. */
  readonly before?: Pick<Lifecycle, 'inForce' | 'status'>
}

/** What may be done next. */
export function nextActs(state: Lifecycle | null): readonly Act[] {
  if (state === null) return ['file']
  switch (state.status) {
    // Whoever sees it otherwise says so; nothing makes it count again.
    case 'withdrawn':
      return ['comment']
    // What is added from now on belongs to the declaration it was merged into.
    case 'merged':
      return ['unmerge', 'comment']
    case 'needs-review':
      return ['amend', 'withdraw', 'release', 'contest', 're-evaluate', 'return', 'accept', ...ADDITIONS]
    case 'accepted':
      return ['amend', 'withdraw', 'contest', 're-evaluate', 'return', 'merge', ...ADDITIONS]
    default:
      return ['amend', 'withdraw', 'contest', 're-evaluate', 'return', 'accept', 'merge', ...ADDITIONS]
  }
}

/**
 * The state after one more act. Null when the act is not allowed in the present state.
 * An accepted revision stays in force until its amendment is accepted; where nothing was accepted, the latest counts.
 */
export function stateAfter(state: Lifecycle | null, { act, needsReview = false, before }: ActFacts): Lifecycle | null {
  if (!nextActs(state).includes(act)) return null
  const seq = (state?.seq ?? 0) + 1
  switch (act) {
    case 'file':
      return { seq, revision: 1, inForce: needsReview ? null : 1, status: needsReview ? 'needs-review' : 'filed' }
    case 'amend': {
      const revision = (state?.revision ?? 0) + 1
      const accepted = acceptedRevision(state)
      if (needsReview) return { seq, revision, inForce: accepted, status: 'needs-review' }
      return { seq, revision, inForce: accepted ?? revision, status: 'filed' }
    }
    case 'withdraw':
      return { seq, revision: state?.revision ?? 0, inForce: null, status: 'withdrawn' }
    case 'release':
      return state && { ...state, seq, inForce: acceptedRevision(state) ?? state.revision, status: 'filed' }
    // What an enterprise contests goes on counting until an office decides: else it could be made to disappear.
    case 'contest':
    case 're-evaluate':
    case 'comment':
    case 'investigate':
    case 'outcome':
    case 'attach':
      return state && { ...state, seq }
    case 'return':
      return state && { ...state, seq, status: state.status === 'needs-review' ? 'needs-review' : 'returned' }
    case 'accept':
      return state && { ...state, seq, inForce: state.revision, status: 'accepted' }
    case 'merge':
      return state && { ...state, seq, inForce: null, status: 'merged' }
    case 'unmerge':
      return state && { ...state, inForce: state.revision, status: 'filed', ...before, seq }
  }
}

/** The revision an office accepted last; null when it accepted none. An earlier one in force can only be that. */
function acceptedRevision(state: Lifecycle | null): number | null {
  if (state === null) return null
  return state.status === 'accepted' || state.inForce !== state.revision ? state.inForce : null
}

export function fold(acts: readonly ActFacts[]): Lifecycle | null {
  return acts.reduce<Lifecycle | null>((state, act) => stateAfter(state, act) ?? state, null)
}
