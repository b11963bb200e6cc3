import { z } from 'zod'

/** How the value at a path may be written, by the examples its schema gives; none where it gives none. */
export function examplesAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly unknown[] {
  const found = schemaAt(schema, path)
  return found === undefined ? [] : examplesOf(found)
}

/** Undefined where it cannot be told which schema holds the value, as in a union. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const [token, ...rest] = path
  if (token === undefined) return schema
  const part = partOf(schema, token)
  return part === undefined ? undefined : schemaAt(part, rest)
}

function partOf(schema: z.ZodType, token: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(token)]
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType
  const inner = innerOf(schema)
  return inner === undefined ? undefined : partOf(inner, token)
}

function examplesOf(schema: z.ZodType): readonly unknown[] {
  const examples = schema.meta()?.examples
  if (Array.isArray(examples)) return examples
  const inner = innerOf(schema)
  return inner === undefined ? [] : examplesOf(inner)
}

/** What an optional, nullable or transformed schema is made of. */
function innerOf(schema: z.ZodType): z.ZodType | undefined {
  const { innerType, in: before } = schema.def as { readonly innerType?: z.ZodType; readonly in?: z.ZodType }
  return innerType ?? before
}
