import { z } from 'zod'
import type { Annex } from './annex.ts'
import type { FilerRole } from './filing-context.ts'
import { carriedPin } from './pins.ts'
import { day, prose } from './schema-parts.ts'
import type { SealedFields } from './sealed-fields.ts'

const pointer = z
  .string()
  .max(300)
  .regex(/^(\/[^/]*)*$/)
  .meta({
    description: 'RFC 6901 pointer into the declaration; empty for the whole.',
    examples: ['/victims/0/injuries'],
  })

const pinned = { pointer: pointer.optional(), text: prose(5_000) }

export const commentBody = z
  .strictObject({
    ...pinned,
    thread: z.uuid().optional().meta({ description: 'The thread it answers; a new one when left out.' }),
    resolved: z.boolean().optional().meta({ description: 'By an office: nothing is left to answer in the thread.' }),
  })
  .meta({ id: 'CommentBody' })

export const returnBody = z
  .strictObject({
    comments: z
      .array(z.strictObject(pinned).meta({ id: 'PinnedComment' }))
      .min(1)
      .max(200),
    dueOn: day.optional().meta({ description: 'Last day for the answer or the amendment.' }),
  })
  .meta({ id: 'ReturnBody', description: 'What is to be answered or mended, pinned to its places.' })

export type CommentBody = z.infer<typeof commentBody>
export type ReturnBody = z.infer<typeof returnBody>

/** Comments are running text: persons are named there. */
export const commentFields: SealedFields = { identity: [], shown: ['/comments/*/text'], special: [] }

/** As kept: ids are given when it is written. */
export interface CommentsAnnex {
  readonly comments: readonly {
    readonly id: string
    readonly thread: string
    readonly pointer: string
    readonly text: string
    readonly resolved?: boolean
  }[]
  readonly dueOn?: string
}

export const commentSchema = z
  .object({
    id: z.uuid(),
    thread: z.uuid(),
    text: z.string(),
    revision: z.int().meta({ description: 'The revision it was written about.' }),
    pointer: z.string().meta({ description: 'Where it was pinned in that revision.' }),
    pin: z.string().nullable().meta({ description: 'Where that stands in the latest revision; null when it is gone.' }),
    by: z.object({ role: z.string(), clientId: z.string(), actor: z.string().nullable() }),
    at: z.string().meta({ format: 'date-time' }),
    state: z
      .enum(['open', 'answered', 'resolved'])
      .meta({ description: 'Of its thread: `open` while the enterprise owes an answer.' }),
  })
  .meta({ id: 'Comment' })

export type CommentView = z.infer<typeof commentSchema>

const OFFICES: readonly FilerRole[] = ['labour-office', 'health-office', 'commune']

/**
 * All comments, oldest first, each with the state of its thread and its place in the latest revision. `bodies` by
 * number of revision.
 */
export function commentsOf(
  annexes: readonly Annex[],
  bodies: ReadonlyMap<number, unknown>,
  latestRevision: number,
  acceptedAt: Date | null,
): CommentView[] {
  const written = annexes
    .filter(({ act }) => act === 'return' || act === 'comment')
    .flatMap((annex) => (annex.content as CommentsAnnex).comments.map((comment) => ({ annex, comment })))
  const stateOf = (thread: string): CommentView['state'] => {
    const last = written.findLast(({ comment }) => comment.thread === thread)
    if (last === undefined) return 'open'
    if (last.comment.resolved || (acceptedAt !== null && acceptedAt >= last.annex.recordedAt)) return 'resolved'
    return OFFICES.includes(last.annex.actedAs) ? 'open' : 'answered'
  }
  return written.map(({ annex, comment }) => ({
    id: comment.id,
    thread: comment.thread,
    text: comment.text,
    revision: annex.revision,
    pointer: comment.pointer,
    pin: carriedPin(comment.pointer, bodies.get(annex.revision), bodies.get(latestRevision)),
    by: { role: annex.actedAs, clientId: annex.clientId, actor: annex.actor },
    at: annex.recordedAt.toISOString(),
    state: stateOf(comment.thread),
  }))
}
