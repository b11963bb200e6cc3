import { z } from 'zod'
import { type ShapeError, shapeErrors } from '../http/shape-errors.ts'
import { pointerOf, tokensOf, valueAt } from '../rules/pointer.ts'
import { turns } from '../rules/slices.ts'

export interface LenientResult<T> {
  /** What was filed, without the parts named in `errors`; null when not even the outermost shape is right. */
  readonly value: T | null
  readonly errors: readonly ShapeError[]
}

/**
 * Parses a filing so that one malformed value does not hide what else is wrong: bad parts are cut out and named, the
 * rules then judge the rest. Nothing with an error is ever stored. Elements of the long arrays are parsed one by one,
 * in slices.
 */
export async function parseLeniently<T>(
  schema: z.ZodObject,
  longArrays: readonly string[],
  body: unknown,
): Promise<LenientResult<T>> {
  const filed = longArrays.filter((name) => Array.isArray((body as Record<string, unknown> | null)?.[name]))
  if (filed.length === 0) return cutAndName(schema as z.ZodType<T>, body)

  const given = body as Record<string, readonly unknown[]>
  const lengths = Object.fromEntries(filed.map((name) => [name, Array.from({ length: given[name]?.length ?? 0 })]))
  const pause = turns()
  const { value, errors } = cutAndName(shallow(schema, longArrays), { ...given, ...lengths })
  if (value === null) return { value, errors }
  await pause()

  const allErrors = [...errors]
  const parsed: Record<string, unknown> = { ...value }
  for (const name of filed.filter((kept) => kept in parsed)) {
    const element = arrayIn(schema, name).element as z.ZodType
    const elements: unknown[] = []
    for (const [index, item] of (given[name] ?? []).entries()) {
      const one = cutAndName(element, item)
      if (one.errors.length === 0 || one.value !== null) elements.push(one.value)
      for (const error of one.errors) allErrors.push({ ...error, pointer: `/${name}/${index}${error.pointer}` })
      if (index % 64 === 63) await pause()
    }
    parsed[name] = elements
  }
  return { value: parsed as T, errors: allErrors }
}

/** The schema with nothing asked of the elements of its long arrays but that they are not too many. */
function shallow(schema: z.ZodObject, longArrays: readonly string[]): z.ZodObject {
  const known = shallowSchemas.get(schema)
  if (known !== undefined) return known
  const lists = longArrays.map((name) => {
    const array = arrayIn(schema, name)
    return [name, new z.ZodArray({ ...array.def, element: z.unknown() }).optional()]
  })
  const made = schema.extend(Object.fromEntries(lists))
  shallowSchemas.set(schema, made)
  return made
}

const shallowSchemas = new WeakMap<z.ZodObject, z.ZodObject>()

/** @throws TypeError when the property is no array: a defect of the kind that names it. */
function arrayIn(schema: z.ZodObject, name: string): z.ZodArray {
  const property: unknown = schema.shape[name]
  const inner = property instanceof z.ZodOptional ? property.unwrap() : property
  if (!(inner instanceof z.ZodArray)) throw new TypeError(`${name} is no array`)
  return inner
}

function cutAndName<T>(schema: z.ZodType<T>, body: unknown): LenientResult<T> {
  const first = schema.safeParse(body)
  if (first.success) return { value: first.data, errors: [] }

  const errors = first.error.issues.flatMap((issue) => shapeErrors(issue, schema, body))
  const pruned = structuredClone(body)
  for (let issues = first.error.issues; ; ) {
    // Later array elements first, so that cutting one does not renumber another.
    for (const { pointer } of issues.flatMap((issue) => shapeErrors(issue, schema, pruned)).toReversed()) {
      if (!cut(pruned, tokensOf(pointer))) return { value: null, errors }
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
