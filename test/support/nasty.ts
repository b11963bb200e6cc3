import fc from 'fast-check'
import type { OpenAPIV3_1 } from 'openapi-types'
import { resolve } from './contract.ts'

/** Generators of what a document allows, and of what clients send all the same. */

type Schema = OpenAPIV3_1.SchemaObject

const DEEPEST = 6

/** Values of the schema's shape; not always valid, because shapes do not say everything. */
export function ofSchema(
  document: OpenAPIV3_1.Document,
  node: Schema | OpenAPIV3_1.ReferenceObject,
  depth = 0,
): fc.Arbitrary<unknown> {
  const schema: Schema = resolve(document, node)
  const inner = (part: Schema | OpenAPIV3_1.ReferenceObject) => ofSchema(document, part, depth + 1)
  if (depth > DEEPEST) return fc.constant(null)
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(inner))
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, inner(part)])),
        { requiredKeys: schema.required ?? [] },
      )
    case 'array':
      return fc.array(inner((schema as { items?: Schema }).items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, Math.max(schema.minItems ?? 0, 3)),
      })
    case 'integer':
      return fc.integer({ min: between(schema.minimum, -(2 ** 31)), max: between(schema.maximum, 2 ** 31 - 1) })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'string':
      return textOf(schema)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function between(bound: number | undefined, otherwise: number): number {
  return bound === undefined || Math.abs(bound) > 2 ** 31 - 1 ? otherwise : bound
}

function textOf({ format, pattern, examples, minLength, maxLength }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid()
  if (format === 'date-time') return fc.constantFrom('2026-05-12T02:40:00Z', '0001-01-01T00:00:00Z')
  const given = (examples as string[] | undefined) ?? []
  const made = pattern
    ? fc.stringMatching(new RegExp(pattern, 'u'))
    : fc.string({ unit: 'grapheme', minLength: minLength ?? 0, maxLength: Math.min(maxLength ?? 30, 30) })
  return given.length > 0 ? fc.oneof(fc.constantFrom(...given), made) : made
}

/** Of the shape of our cursors, with what no page ends at. */
function forgedCursors(): string[] {
  const id = '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01'
  return [
    [],
    [-1],
    [0.5],
    [1e300],
    [id],
    ['x'],
    ['99999', id],
    ['+275000-01-01T00:00:00Z', id],
    ['0000-01-01T00:00:00Z', id],
    ['2026-05-12 GMT', id],
    ['1', 'x'],
  ].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'))
}

/** What breaks services. */
export const nastyText = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\u202e\ufeff',
  '💥'.repeat(50),
  'x'.repeat(5_000),
  '../../etc/passwd',
  "'; drop table client; --",
  '%00',
  '%zz',
  '{}',
  'null',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '99999999999999999999',
  '1e400',
  'NaN',
  '0000-00-00',
  '2026-02-30',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-12:00',
  '2026-13-45T99:99:99+99:99',
  '2026-05-12T09:40:00+07:00',
  'VN-2025:99',
  '00000000-0000-0000-0000-000000000000',
  'eyJhbGciOiJub25lIn0.e30.',
  ...forgedCursors(),
)

const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.constantFrom(null, true, 0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 53, [], {}, [[[]]]),
  fc.constant(JSON.parse('{"constructor":{"prototype":{"x":1}}}')),
  fc.constant(Array.from({ length: 600 }, () => ({}))),
)

/** The value with something in it replaced, removed or added. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.nat(), nastyValue, fc.constantFrom('replace', 'remove', 'add' as const))
    .map(([seed, bad, how]) => {
      const copy = structuredClone(value)
      const places = placesIn(copy)
      const place = places[seed % places.length]
      if (place === undefined) return bad
      const { holder, key } = place
      if (how === 'remove') delete holder[key]
      else holder[how === 'add' ? `${key}x` : key] = bad
      return copy
    })
}

interface Place {
  readonly holder: Record<string, unknown>
  readonly key: string
}

function placesIn(value: unknown): Place[] {
  if (value === null || typeof value !== 'object') return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])])
}

/** Bodies that are no JSON, or too much of it. */
export const brokenText = fc.constantFrom(
  '',
  '{',
  '{"a":}',
  'null',
  '"text"',
  '[]',
  '{"a":1,"a":2}',
  '{"__proto__":{"x":1}}',
  '\ufeff{}',
  '['.repeat(100),
  `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`,
  `[${'1,'.repeat(20_000)}1]`,
  '1'.repeat(5_000),
  'a=b&c=d',
)
