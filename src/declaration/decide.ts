import { v7 as uuid } from 'uuid'
import type { Caller } from '../access/caller.ts'
import type { Dated } from '../rules/rule.ts'
import { actWithoutBody, type ChangeOutcome } from './change.ts'
import { type CommentBody, type CommentsAnnex, commentFields, type ReturnBody } from './comments.ts'
import type { DeclarationDeps } from './deps.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import type { DeclarationRecord } from './record.ts'

/** Returns a declaration with comments pinned to its places. */
export function returnWith<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  { body, caller, expectedSeq }: { body: ReturnBody; caller: Caller; expectedSeq: number },
): Promise<ChangeOutcome> {
  const comments = body.comments.map(({ pointer = '', text }) => ({ id: uuid(), thread: uuid(), pointer, text }))
  const content: CommentsAnnex = { comments, ...(body.dueOn === undefined ? {} : { dueOn: body.dueOn }) }
  return actWithoutBody(kind, deps, record, {
    act: 'return',
    caller,
    reason: null,
    expectedSeq,
    annex: { content, sealed: commentFields },
  })
}

/** Adds one comment. Nobody's amendment is made stale by what it did not read: the caller names no version. */
export async function comment<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  { body, caller }: { body: CommentBody; caller: Caller },
): Promise<ChangeOutcome & { readonly commentId: string }> {
  const id = uuid()
  const { pointer = '', text, thread = uuid(), resolved } = body
  const written = { id, thread, pointer, text, ...(resolved === undefined ? {} : { resolved }) }
  const done = await actWithoutBody(kind, deps, record, {
    act: 'comment',
    caller,
    reason: null,
    expectedSeq: record.state.seq,
    annex: { content: { comments: [written] } satisfies CommentsAnnex, sealed: commentFields },
  })
  return { ...done, commentId: id }
}
