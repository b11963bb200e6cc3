import type { OpenAPIV3_1 } from 'openapi-types'

export type Schema = OpenAPIV3_1.SchemaObject

const ONE = ['items', 'additionalProperties', 'propertyNames', 'not'] as const
const LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const
/** Hold values, in which a member may be called `schema` without being one. */
const VALUES = new Set(['example', 'examples', 'default'])

/** Visits every schema of the document, inner ones too; a property that happens to be called `type` is not one. */
export function eachSchema(document: OpenAPIV3_1.Document, visit: (schema: Schema) => void): void {
  for (const schema of Object.values(document.components?.schemas ?? {})) within(schema, visit)
  find([document.paths, document.components?.parameters, document.components?.headers], visit)
}

function find(node: unknown, visit: (schema: Schema) => void): void {
  if (node === null || typeof node !== 'object') return
  for (const [key, inner] of Object.entries(node)) {
    if (key === 'schema') within(inner, visit)
    else if (!VALUES.has(key)) find(inner, visit)
  }
}

function within(node: unknown, visit: (schema: Schema) => void): void {
  if (node === null || typeof node !== 'object') return
  const schema = node as Record<string, unknown>
  visit(schema as Schema)
  for (const inner of Object.values((schema.properties as object | undefined) ?? {})) within(inner, visit)
  for (const key of ONE) within(schema[key], visit)
  for (const key of LIST) for (const inner of (schema[key] as unknown[] | undefined) ?? []) within(inner, visit)
}
