import type { OpenAPIV3_1 } from 'openapi-types'

const REFERENCE = /"#\/components\/schemas\/([\w.-]+)"/g
const SUFFIX = 'Input'

/**
 * Keeps the schemas that something refers to. The collector makes two of each, `X` for answers and `XInput` for
 * requests: where one of them is not used, or both have the same shape, `X` is what remains.
 */
export function tidySchemas(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const schemas = document.components?.schemas ?? {}
  const used = reachable(document.paths, schemas)
  const plain = plainNames(schemas, used)
  const renamed = rename({ ...document, components: { ...document.components, schemas: {} } }, plain)
  const kept = [...used].map((name) => [plain.get(name) ?? name, rename(schemas[name] ?? {}, plain)] as const)
  kept.sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...renamed, components: { ...renamed.components, schemas: Object.fromEntries(kept) } }
}

function reachable(start: unknown, schemas: Readonly<Record<string, unknown>>): Set<string> {
  const found = new Set<string>(['Problem'])
  const pending = [start, schemas.Problem]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const [, name = ''] of JSON.stringify(node).matchAll(REFERENCE)) {
      if (found.has(name)) continue
      found.add(name)
      pending.push(schemas[name])
    }
  }
  return found
}

/** Which `XInput` becomes `X`. Starts from all and takes back those that turn out to differ, until none does. */
function plainNames(schemas: Readonly<Record<string, unknown>>, used: ReadonlySet<string>): Map<string, string> {
  const inputs = [...used].filter((name) => name.endsWith(SUFFIX))
  const plain = new Map(inputs.map((name) => [name, name.slice(0, -SUFFIX.length)]))
  for (let changed = true; changed; ) {
    const differing = [...plain].filter(
      ([input, output]) =>
        used.has(output) && JSON.stringify(rename(schemas[input], plain)) !== JSON.stringify(schemas[output]),
    )
    for (const [input] of differing) plain.delete(input)
    changed = differing.length > 0
  }
  return plain
}

function rename<T>(node: T, names: ReadonlyMap<string, string>): T {
  return JSON.parse(
    JSON.stringify(node).replace(REFERENCE, (_, name) => `"#/components/schemas/${names.get(name) ?? name}"`),
  )
}
