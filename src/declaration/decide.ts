import { v7 as uuid } from 'uuid'
import type { Caller } from '../access/caller.ts'
import type { ShapeError } from '../http/shape-errors.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import type { Dated } from '../rules/rule.ts'
import { actWithoutBody, addToLatest, type ChangeOutcome } from './change.ts'
import { missingPlaces, placeOfAnswer, placeOfThread } from './comment-places.ts'
import { type CommentBody, type CommentsAnnex, commentFields, type ReturnBody } from './comments.ts'
import type { DeclarationDeps } from './deps.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import type { DeclarationRecord } from './record.ts'
import type { Side } from './side.ts'

/** What is said stands nowhere in the declaration, or sets a day that is over. */
export interface Misplaced {
  readonly outcome: 'misplaced'
  readonly errors: readonly ShapeError[]
}

/** Returns a declaration with comments pinned to its places. */
export async function returnWith<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  { body, caller, expectedSeq }: { body: ReturnBody; caller: Caller; expectedSeq: number },
): Promise<ChangeOutcome | Misplaced> {
  const comments = body.comments.map(({ pointer = '', text }) => ({ id: uuid(), thread: uuid(), pointer, text }))
  const named = comments.map(({ pointer }, index) => ({ pointer, at: `/comments/${index}/pointer` }))
  const isOver = body.dueOn !== undefined && body.dueOn < legalDateOf(deps.clock())
  const errors = [...(await missingPlaces(kind, deps, record, named)), ...(isOver ? [DAY_IS_OVER] : [])]
  if (errors.length > 0) return { outcome: 'misplaced', errors }
  const content: CommentsAnnex = {
    side: 'office',
    comments,
    ...(body.dueOn === undefined ? {} : { dueOn: body.dueOn }),
  }
  return actWithoutBody(kind, deps, record, {
    act: 'return',
    caller,
    reason: null,
    expectedSeq,
    annex: { content, sealed: commentFields },
  })
}

const DAY_IS_OVER: ShapeError = {
  pointer: '/dueOn',
  code: 'past',
  message: {
    vi: 'Ngày này đã qua nên không ai còn kịp trả lời: nêu hôm nay hoặc một ngày sau đó, hoặc bỏ dueOn nếu không đặt hạn.',
    en: 'This day is over, so nobody could answer in time: give today or a later day, or leave dueOn out to set none.',
  },
}

/** Adds one comment, of whoever names no version. */
export async function comment<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  { body, caller, side }: { body: CommentBody; caller: Caller; side: Side },
): Promise<(ChangeOutcome & { readonly commentId: string }) | Misplaced> {
  const { text, thread, pointer, resolved } = body
  const place =
    thread === undefined
      ? await placeOfThread(kind, deps, record, pointer)
      : await placeOfAnswer(kind, deps, record, { thread, pointer })
  if ('errors' in place) return { outcome: 'misplaced', errors: place.errors }
  const id = uuid()
  const written = { id, thread: thread ?? uuid(), pointer: place.pointer, text }
  const comments = [{ ...written, ...(resolved === undefined ? {} : { resolved }) }]
  const done = await addToLatest(kind, deps, record, {
    act: 'comment',
    caller,
    annex: { content: { side, comments } satisfies CommentsAnnex, sealed: commentFields },
  })
  return { ...done, commentId: id }
}
