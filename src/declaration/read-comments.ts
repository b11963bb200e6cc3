import type { Caller } from '../access/caller.ts'
import { annexesOf } from './annex.ts'
import { findRecord, openedRevision } from './change.ts'
import { type CommentView, commentsOf } from './comments.ts'
import type { DeclarationDeps } from './deps.ts'
import type { AnyKind } from './kind.ts'
import { settledAt } from './standing.ts'
import { visibilityOf } from './visibility.ts'

/** Null: there is no such declaration. `withheld`: the caller does not see the whole, and comments name persons. */
export async function readComments(
  kind: AnyKind,
  deps: DeclarationDeps,
  caller: Caller,
  id: string,
): Promise<readonly CommentView[] | 'withheld' | null> {
  const record = await findRecord(kind, deps, caller, id)
  if (record === null) return null
  if (visibilityOf(caller, record) !== 'whole') return 'withheld'
  const annexes = await annexesOf(deps, kind.id, record)
  const numbers = new Set([record.state.revision, ...annexes.map(({ revision }) => revision)])
  const bodies = new Map<number, unknown>()
  for (const number of numbers) {
    bodies.set(number, (await openedRevision(kind, deps, record, number, null)).body)
  }
  return commentsOf(annexes, bodies, record.state.revision, settledAt(record))
}
