import { z } from 'zod'

/**
 * Patterns of every place of a schema that holds a value of its own: `/victims/0/person/name` with `*` for the index. A list of plain values
 * is one place.
 */
export function leavesOf(schema: z.core.$ZodType, at = ''): string[] {
  if (schema instanceof z.ZodOptional) return leavesOf(schema.unwrap(), at)
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, part]) => leavesOf(part, `${at}/${key}`))
  }
  if (schema instanceof z.ZodArray) {
    const below = leavesOf(schema.element, `${at}/*`)
    return below.length === 1 && below[0] === `${at}/*` ? [at] : below
  }
  return [at]
}
