import type { z } from 'zod'
import { type ShapeError, shapeErrors } from '../http/shape-errors.ts'
import { pointerOf, tokensOf, valueAt } from '../rules/pointer.ts'

export interface LenientResult<T> {
  /** What was filed, without the parts named in `errors`; null when not even the outermost shape is right. */
  readonly value: T | null
  readonly errors: readonly ShapeError[]
}

/**
 * Parses a filing so that one malformed value does not hide what else is wrong: bad parts are cut out and named, the
 * rules then judge the rest. Nothing with an error is ever stored.
 */
export function parseLeniently<T>(schema: z.ZodType<T>, body: unknown): LenientResult<T> {
  const first = schema.safeParse(body)
  if (first.success) return { value: first.data, errors: [] }

  const errors = first.error.issues.flatMap(shapeErrors)
  const pruned = structuredClone(body)
  for (let issues = first.error.issues; ; ) {
    // Later array elements first, so that cutting one does not renumber another.
    for (const pointer of issues.flatMap(shapeErrors).toReversed()) {
      if (!cut(pruned, tokensOf(pointer.pointer))) return { value: null, errors }
    }
    const again = schema.safeParse(pruned)
    if (again.success) return { value: again.data, errors }
    issues = again.error.issues
  }
}

/**
 * Removes the value at a path, or what should have held it where there is none; false when nothing is left to remove.
 * Elements after a removed one move up; no finding shows it, because a rule that reads an array is skipped when one
 * of its elements is invalid.
 */
function cut(root: unknown, path: readonly string[]): boolean {
  const last = path.at(-1)
  if (last === undefined) return false
  const above = path.slice(0, -1)
  const parent = valueAt(root, pointerOf(above))
  if (parent === null || typeof parent !== 'object' || !(last in parent)) return cut(root, above)
  if (Array.isArray(parent)) parent.splice(Number(last), 1)
  else delete (parent as Record<string, unknown>)[last]
  return true
}
