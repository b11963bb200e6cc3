import { z } from 'zod'
import { BAD_CURSOR, decodeCursor, encodeCursor } from './cursor.ts'
import { ProblemError } from './problems.ts'

/**
 * Where a page of a list ordered by id begins: after this id; null for the first page.
 * @throws ProblemError 400 when the cursor is none of ours.
 */
export function afterId(cursor: string | undefined, id: z.ZodType<string> = z.uuid()): string | null {
  if (cursor === undefined) return null
  const at = z.tuple([id]).safeParse(decodeCursor(cursor))
  if (at.success) return at.data[0]
  throw new ProblemError('invalid-request', BAD_CURSOR)
}

/** One page of the rows found; one more than `limit` was asked for, to know whether there is a next. */
export function pageById<Row extends { readonly id: string }, View>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => View,
): { items: View[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(view), next: rows.length > limit && last ? encodeCursor([last.id]) : null }
}
