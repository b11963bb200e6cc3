import type { OpenAPIV3_1 } from 'openapi-types'

type Schema = OpenAPIV3_1.SchemaObject

/** The service answers within these; they are said in the document so that integrators can size their fields. */
const LONGEST_TEXT = 100_000
const LONGEST_LIST = 100_000

/** States the size of every text, list and whole number in a part of the document that does not say it yet. */
export function bound(node: unknown): void {
  if (node === null || typeof node !== 'object') return
  if (Array.isArray(node)) {
    for (const inner of node) bound(inner)
    return
  }
  const schema = node as Schema
  if (schema.type === 'string' && !('enum' in schema) && !('const' in schema)) schema.maxLength ??= LONGEST_TEXT
  if (schema.type === 'array') (schema as { maxItems?: number }).maxItems ??= LONGEST_LIST
  if (schema.type === 'integer') {
    schema.format ??= 'int64'
    schema.minimum ??= Number.MIN_SAFE_INTEGER
    schema.maximum ??= Number.MAX_SAFE_INTEGER
  }
  for (const [key, inner] of Object.entries(schema)) {
    if (key !== 'example' && key !== 'examples' && key !== 'default') bound(inner)
  }
}
