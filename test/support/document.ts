import { readFileSync } from 'node:fs'
import type { OpenAPIV3_1 } from 'openapi-types'
import { parse } from 'yaml'
import { resolve } from './contract.ts'

/** The document as committed: at hand before a service runs. The build holds it to the one that is served. */
export function committedDocument(): OpenAPIV3_1.Document {
  return parse(readFileSync(new URL('../../openapi/openapi.yaml', import.meta.url), 'utf8'))
}

export interface DescribedOperation {
  readonly method: string
  readonly path: string
  readonly operation: OpenAPIV3_1.OperationObject
  readonly parameters: readonly OpenAPIV3_1.ParameterObject[]
  readonly responses: Readonly<Record<string, OpenAPIV3_1.ResponseObject>>
}

/** Every operation of a document, with what it refers to in place. */
export function operationsOf(document: OpenAPIV3_1.Document): DescribedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, OpenAPIV3_1.OperationObject>).map(([method, operation]) => ({
      method,
      path,
      operation,
      parameters: (operation.parameters ?? []).map((parameter) => resolve(document, parameter)),
      responses: Object.fromEntries(
        Object.entries(operation.responses ?? {}).map(([status, response]) => [status, resolve(document, response)]),
      ),
    })),
  )
}

type Schema = OpenAPIV3_1.SchemaObject

/** A schema and all that it is made of, each once. */
export function schemasWithin(
  document: OpenAPIV3_1.Document,
  start: Schema | OpenAPIV3_1.ReferenceObject | undefined,
): Schema[] {
  const seen = new Set<Schema>()
  const pending = [start]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const schema: Schema = resolve(document, node)
    if (seen.has(schema)) continue
    seen.add(schema)
    const { items, additionalProperties: rest } = schema as { items?: Schema; additionalProperties?: Schema | boolean }
    pending.push(
      ...Object.values(schema.properties ?? {}),
      ...[schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => list ?? []),
      ...(items ? [items] : []),
      ...(typeof rest === 'object' ? [rest] : []),
    )
  }
  return [...seen]
}
