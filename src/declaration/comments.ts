import { z } from 'zod'
import type { KeptAnnex } from './annex.ts'
import { carriedPin } from './pins.ts'
import { day, prose } from './schema-parts.ts'
import type { SealedFields } from './sealed-fields.ts'
import type { Side } from './side.ts'

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
    thread: z.uuid().optional().meta({
      description: 'The thread it answers, and stands where that stands; a new one when left out.',
    }),
    resolved: z.boolean().optional().meta({ description: 'By an office: nothing is left to answer in the thread.' }),
  })
  .meta({ id: 'CommentBody' })

export const returnBody = z
  .strictObject({
    comments: z
      .array(z.strictObject(pinned).meta({ id: 'PinnedComment' }))
      .min(1)
      .max(200),
    dueOn: day.optional().meta({ description: 'Last day for the answer or the amendment; today at the earliest.' }),
  })
  .meta({ id: 'ReturnBody', description: 'What is to be answered or mended, pinned to its places.' })

export type CommentBody = z.infer<typeof commentBody>
export type ReturnBody = z.infer<typeof returnBody>

/** Comments are running text: persons are named there. */
export const commentFields: SealedFields = { identity: [], shown: ['/comments/*/text'], special: [] }

/** As kept: ids are given when it is written. */
export interface CommentsAnnex {
  /** Whose word it is, as things stood: who owns a declaration or is in charge of it may change. */
  readonly side: Side
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
    pointer: z.string().meta({ description: 'Where its thread is pinned, in the revision of its first comment.' }),
    pin: z.string().nullable().meta({ description: 'Where that stands in the latest revision; null when it is gone.' }),
    dueOn: z.string().nullable().meta({ description: 'Of a return: the last day for the answer, if it sets one.' }),
    by: z.object({ role: z.string(), clientId: z.string(), actor: z.string().nullable() }),
    at: z.string().meta({ format: 'date-time' }),
    state: z
      .enum(['open', 'answered', 'resolved'])
      .meta({ description: 'Of its thread: `open` while the filer owes an answer.' }),
  })
  .meta({ id: 'Comment' })

export type CommentView = z.infer<typeof commentSchema>

/** A comment and the act that wrote it. */
interface Written {
  readonly annex: KeptAnnex
  readonly comment: CommentsAnnex['comments'][number]
}

/** What is said of one place. */
export interface Thread {
  readonly id: string
  /** Where it is pinned, in the revision it began in. */
  readonly pointer: string
  readonly revision: number
  /** `open` while the filer owes an answer. */
  readonly state: CommentView['state']
}

/** In the order they began. `settled`: number of the act that settled what was open until then. */
export function threadsOf(annexes: readonly KeptAnnex[], settled: number): readonly Thread[] {
  const threads = new Map<string, [Written, ...Written[]]>()
  for (const one of commentsIn(annexes)) {
    const { thread } = one.comment
    const begun = threads.get(thread)
    if (begun === undefined) threads.set(thread, [one])
    else begun.push(one)
  }
  return [...threads].map(([id, written]) => {
    const [{ annex, comment }] = written
    const last = written.at(-1) ?? written[0]
    return { id, pointer: comment.pointer, revision: annex.revision, state: stateAfter(last, settled) }
  })
}

function commentsIn(annexes: readonly KeptAnnex[]): readonly Written[] {
  return annexes
    .filter(({ act }) => act === 'return' || act === 'comment')
    .flatMap((annex) => (annex.content as CommentsAnnex).comments.map((comment) => ({ annex, comment })))
}

function stateAfter({ annex, comment }: Written, settled: number): CommentView['state'] {
  if (comment.resolved || settled > annex.seq) return 'resolved'
  return annex.side === 'office' ? 'open' : 'answered'
}

/**
 * All comments, oldest first, each with the state of its thread and its place in the latest revision. `bodies` by
 * number of revision.
 */
export function commentsOf(
  annexes: readonly KeptAnnex[],
  bodies: ReadonlyMap<number, unknown>,
  latestRevision: number,
  settled: number,
): CommentView[] {
  const threads = new Map(threadsOf(annexes, settled).map((thread) => [thread.id, thread]))
  return commentsIn(annexes).flatMap(({ annex, comment }) => {
    const thread = threads.get(comment.thread)
    if (thread === undefined) return []
    return {
      id: comment.id,
      thread: thread.id,
      text: comment.text,
      revision: annex.revision,
      pointer: thread.pointer,
      pin: carriedPin(thread.pointer, bodies.get(thread.revision), bodies.get(latestRevision)),
      dueOn: (annex.content as CommentsAnnex).dueOn ?? null,
      by: { role: annex.actedAs, clientId: annex.clientId, actor: annex.actor },
      at: annex.recordedAt.toISOString(),
      state: thread.state,
    }
  })
}
