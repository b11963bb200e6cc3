import type { ShapeError } from '../http/shape-errors.ts'
import { annexesOf } from './annex.ts'
import { openedRevision } from './change.ts'
import { type Thread, threadsOf } from './comments.ts'
import type { DeclarationDeps } from './deps.ts'
import type { AnyKind } from './kind.ts'
import { carriedPin, nearestPlace } from './pins.ts'
import type { DeclarationRecord } from './record.ts'

/** A place that a request names, and where in the request it stands. */
interface Named {
  readonly pointer: string
  readonly at: string
}

/** Where a comment stands, or why it stands nowhere. */
export type Place = { readonly pointer: string } | { readonly errors: readonly ShapeError[] }

/** Of places that threads are to begin at, those that the latest revision does not have. */
export async function missingPlaces(
  kind: AnyKind,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  named: readonly Named[],
): Promise<readonly ShapeError[]> {
  const { revision } = record.state
  const { body } = await openedRevision(kind, deps, record, revision, null)
  return named.flatMap(({ pointer, at }) => {
    const nearest = nearestPlace(body, pointer)
    return nearest === pointer ? [] : [nowhere({ pointer, at }, nearest, revision)]
  })
}

/** Where a new thread begins; the whole declaration where nothing is said. */
export async function placeOfThread(
  kind: AnyKind,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  pointer = '',
): Promise<Place> {
  const errors = await missingPlaces(kind, deps, record, [{ pointer, at: '/pointer' }])
  return errors.length === 0 ? { pointer } : { errors }
}

/**
 * Where the answer to a thread stands: where the thread does, so that who answers need not say it. Said it must be where
 * the thread was pinned or where that stands now, for whoever names another place means another matter.
 */
export async function placeOfAnswer(
  kind: AnyKind,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  { thread: id, pointer }: { readonly thread: string; readonly pointer?: string | undefined },
): Promise<Place> {
  const thread = threadsOf(await annexesOf(deps, kind.id, record), 0).find((one) => one.id === id)
  if (thread === undefined) return { errors: [UNKNOWN_THREAD] }
  const isThere =
    pointer === undefined || pointer === thread.pointer || pointer === (await placeNow(kind, deps, record, thread))
  return isThere ? { pointer: thread.pointer } : { errors: [elsewhere(thread.pointer)] }
}

async function placeNow(
  kind: AnyKind,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  { pointer, revision }: Thread,
): Promise<string | null> {
  const [began, latest] = [
    await openedRevision(kind, deps, record, revision, null),
    await openedRevision(kind, deps, record, record.state.revision, null),
  ]
  return carriedPin(pointer, began.body, latest.body)
}

function nowhere({ pointer, at }: Named, nearest: string, revision: number): ShapeError {
  return {
    pointer: at,
    code: 'unknown-place',
    message:
      nearest === ''
        ? {
            vi: `Bản ${revision} của hồ sơ không có ${pointer}, cũng không có phần nào chứa nó: bỏ pointer để nêu ý kiến về cả hồ sơ.`,
            en: `Revision ${revision} has no ${pointer}, nor any part that would hold it: leave pointer out to comment on the whole.`,
          }
        : {
            vi: `Bản ${revision} của hồ sơ không có ${pointer}. Phần gần nhất mà hồ sơ có là ${nearest}: hãy ghim ý kiến vào đó.`,
            en: `Revision ${revision} has no ${pointer}. The nearest part that it has is ${nearest}: pin the comment there.`,
          },
  }
}

const UNKNOWN_THREAD: ShapeError = {
  pointer: '/thread',
  code: 'unknown-thread',
  message: {
    vi: 'Hồ sơ không có trao đổi nào mang mã này. Mã của từng trao đổi nêu trong danh sách ý kiến (GET …/comments); bỏ thread để mở trao đổi mới.',
    en: 'The declaration has no such thread. Each is named in the list of comments (GET …/comments); leave thread out to begin a new one.',
  },
}

function elsewhere(pointer: string): ShapeError {
  const place = pointer === '' ? { vi: 'cả hồ sơ', en: 'the whole declaration' } : { vi: pointer, en: pointer }
  return {
    pointer: '/pointer',
    code: 'other-place',
    message: {
      vi: `Trao đổi này nói về ${place.vi}: bỏ pointer để trả lời tại đó, hoặc bỏ thread để mở trao đổi mới về nơi khác.`,
      en: `This thread is about ${place.en}: leave pointer out to answer there, or thread to begin one about another place.`,
    },
  }
}
