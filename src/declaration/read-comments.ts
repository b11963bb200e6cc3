import type { Caller } from '../access/caller.ts'
import { annexesOf } from './annex.ts'
import { findRecord, openedRevision } from './change.ts'
import { type CommentView, commentsOf } from './comments.ts'
import type { DeclarationDeps } from './deps.ts'
import type { AnyKind } from './kind.ts'
import { visibilityOf } from './visibility.ts'

/** Null where the caller does not see the whole: comments name persons. */
export async function readComments(
  kind: AnyKind,
  deps: DeclarationDeps,
  caller: Caller,
  id: string,
): Promise<readonly CommentView[] | null> {
  const record = await findRecord(kind, deps, caller, id)
  if (record === null || visibilityOf(kind, caller, record) !== 'whole') return null
  const annexes = await annexesOf(deps, kind.id, record)
  const numbers = new Set([record.state.revision, ...annexes.map(({ revision }) => revision)])
  const bodies = new Map<number, unknown>()
  for (const number of numbers) {
    bodies.set(number, (await openedRevision(kind, deps, record, number, null)).body)
  }
  const accepted = record.acts.findLast(({ act }) => act === 'accept')
  return commentsOf(annexes, bodies, record.state.revision, accepted?.recordedAt ?? null)
}
