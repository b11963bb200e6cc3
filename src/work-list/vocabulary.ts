import type { Caller, Role } from '../access/caller.ts'
import { denialOf, type Operation, PERMISSIONS } from '../access/permissions.ts'
import type { AnyKind } from '../declaration/kind.ts'
import { ownParties } from '../obligation/in-charge.ts'
import { DUTIES, DUTY_NAMES, type Duty, type Party } from '../obligation/vocabulary.ts'

/** Sorts of work of offices and communes. */
export const SORTS = [
  'review',
  'amendment',
  'needs-review',
  'returned',
  'answered',
  'contested',
  'withdrawn',
  'to-answer',
  'registration',
  'investigation',
  'own-obligation',
  'overdue-obligation',
  'contradiction',
  'duplicate',
] as const
export type Sort = (typeof SORTS)[number]

/** Those of declarations that an office reviews. */
const REVIEWING: readonly Sort[] = [
  'review',
  'amendment',
  'needs-review',
  'returned',
  'answered',
  'contested',
  'withdrawn',
]

export const RECORD_KINDS = [
  'accident',
  'disease',
  'environment',
  'incident',
  'report',
  'registration',
  'obligation',
  'contradiction',
  'duplicate',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** What is work for a caller, by the table of permissions. */
export interface Work {
  readonly sorts: readonly Sort[]
  /** Kinds of declaration the caller reviews. */
  readonly kinds: readonly string[]
  /** The parties whose duties are the caller's own. */
  readonly own: readonly Party[]
  /** Duties of others that the caller's office watches over. */
  readonly watched: readonly Duty[]
}

export function workOf(caller: Caller, kinds: readonly Pick<AnyKind, 'id'>[]): Work {
  const { role } = caller
  const reviewed = kinds.map(({ id }) => id).filter((id) => isFor(role, `${id}.review`))
  const watches = isFor(role, 'obligation.waive')
  return {
    sorts: [
      ...(reviewed.length > 0 ? REVIEWING : []),
      ...(caller.tenantId === null ? [] : (['to-answer'] as const)),
      // Who may not read registrations is not told of them.
      ...(denialOf(caller, 'registration.read') === null ? (['registration'] as const) : []),
      ...(isFor(role, 'accident.review') ? (['investigation'] as const) : []),
      'own-obligation',
      ...(watches ? (['overdue-obligation'] as const) : []),
      ...(isFor(role, 'contradiction.decide') ? (['contradiction'] as const) : []),
      ...(isFor(role, 'duplicate.decide') ? (['duplicate'] as const) : []),
    ],
    kinds: reviewed,
    own: ownParties(caller),
    watched: watches ? DUTIES.filter((duty) => DUTY_NAMES[duty].office === role) : [],
  }
}

function isFor(role: Role, operation: Operation): boolean {
  return (PERMISSIONS[operation].roles as readonly Role[]).includes(role)
}
