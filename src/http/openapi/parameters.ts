import type { FastifyContextConfig } from 'fastify'
import type { OpenAPIV3_1 } from 'openapi-types'
import { text } from './headers.ts'

type Parameter = OpenAPIV3_1.ParameterObject

/** The request headers that a route takes. */
export function headerParameters(facts: FastifyContextConfig): Parameter[] {
  const taken: Record<keyof typeof PARAMETERS, boolean> = {
    'Accept-Language': true,
    'X-Request-Id': true,
    traceparent: true,
    'X-Actor': facts.access !== 'open',
    'Idempotency-Key': facts.idempotent ?? false,
    'If-Match': facts.conditional ?? false,
    'If-None-Match': facts.revalidated ?? false,
    'X-Purpose': facts.readsPersons ?? false,
  }
  return Object.entries(PARAMETERS)
    .filter(([name]) => taken[name as keyof typeof PARAMETERS])
    .map(([name, parameter]): Parameter => ({ name, in: 'header', ...structuredClone(parameter) }))
}

const PARAMETERS = {
  'Accept-Language': { required: false, description: '`vi` (default) or `en`.', schema: text(200) },
  'X-Request-Id': {
    required: false,
    description: 'Kept in the answer and the log.',
    schema: text(64, '^[A-Za-z0-9._-]+$'),
  },
  traceparent: {
    required: false,
    description: 'W3C trace context; its trace id is kept in the log.',
    schema: text(55),
  },
  'X-Actor': {
    required: false,
    description: 'The person behind the machine, for the record; an `actor` claim of the token stands above it.',
    schema: text(200),
  },
  'Idempotency-Key': {
    required: true,
    description: 'Any text of the client that names this filing; a retry with it gets the first answer again.',
    schema: { ...text(255, '^[!-~]+$'), minLength: 1 },
  },
  'If-Match': {
    required: true,
    description: 'ETag of what was last read.',
    schema: text(20, '^(W/)?"[0-9]{1,9}"$'),
    example: '"1"',
  },
  'If-None-Match': {
    required: false,
    description: 'ETag of what the caller has; 304 while it is still the answer.',
    schema: text(500),
  },
  'X-Purpose': {
    required: false,
    description: 'Why personal data are read; percent-encode Vietnamese. Leaves a trace. Needs scope `personal:read`.',
    schema: text(500),
  },
} as const

/** Moves every parameter that means the same wherever it stands, and stands more than once, to the components. */
export function shareParameters(operations: readonly OpenAPIV3_1.OperationObject[]): Record<string, Parameter> {
  const shapes = new Map<string, string[]>()
  for (const { name, ...rest } of operations.flatMap(parametersOf)) {
    shapes.set(name, [...(shapes.get(name) ?? []), JSON.stringify({ name, ...rest })])
  }
  const shared = [...shapes].filter(([, uses]) => uses.length > 1 && new Set(uses).size === 1)
  const components = Object.fromEntries(shared.map(([name, [shape = '']]) => [name, JSON.parse(shape) as Parameter]))
  for (const operation of operations) {
    operation.parameters = parametersOf(operation).map((parameter) =>
      parameter.name in components ? { $ref: `#/components/parameters/${parameter.name}` } : parameter,
    )
  }
  return components
}

function parametersOf(operation: OpenAPIV3_1.OperationObject): Parameter[] {
  return (operation.parameters ?? []) as Parameter[]
}
