import type { FastifyContextConfig } from 'fastify'
import type { OpenAPIV3_1 } from 'openapi-types'
import { PERMISSIONS } from '../../access/permissions.ts'
import { PROBLEMS, type ProblemCode } from '../problem-catalogue.ts'
import { BODY_PROBLEMS, COMMON_PROBLEMS, type ResponseHeader, TOKEN_PROBLEMS } from '../route-schema.ts'
import { bound } from './bounds.ts'

export type RouteFacts = FastifyContextConfig

/** Adds to every operation what its route says of itself: security, headers, problems, examples. */
export function describeOperations(
  document: OpenAPIV3_1.Document,
  routes: ReadonlyMap<string, RouteFacts>,
): OpenAPIV3_1.Document {
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path ?? {}) as OpenAPIV3_1.OperationObject[]) {
      const facts = operation.operationId && routes.get(operation.operationId)
      if (facts) describe(operation, facts)
    }
  }
  bound(document.components?.schemas)
  bound(document.paths)
  return { ...document, components: { ...document.components, headers: HEADERS } }
}

function describe(operation: OpenAPIV3_1.OperationObject, facts: RouteFacts): void {
  operation.security = securityOf(facts)
  operation.parameters = [...(operation.parameters ?? []), ...headerParameters(facts)]
  operation.description ??= operation.summary
  addRequestExample(operation, facts)
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    const answer = response as OpenAPIV3_1.ResponseObject
    answer.description = status === '201' ? 'Created' : 'OK'
    answer.headers = headers(['X-Request-Id', 'Content-Language', ...RATE_HEADERS, ...(facts.answers ?? [])])
    addResponseContent(answer, facts)
  }
  operation.responses = { ...operation.responses, ...problemResponses(operation, facts) }
}

function securityOf({ access }: RouteFacts): OpenAPIV3_1.SecurityRequirementObject[] {
  if (access === undefined || access === 'open') return [{}]
  if (access === 'optional') return [{}, { oauth2: [] }]
  return [{ oauth2: [PERMISSIONS[access].scope] }]
}

const RATE_HEADERS = ['RateLimit', 'RateLimit-Policy'] as const

function problemResponses(operation: OpenAPIV3_1.OperationObject, facts: RouteFacts): OpenAPIV3_1.ResponsesObject {
  const codes: readonly ProblemCode[] = [
    ...COMMON_PROBLEMS,
    ...(facts.access === 'open' || facts.access === 'optional' ? [] : TOKEN_PROBLEMS),
    ...(operation.requestBody ? [...BODY_PROBLEMS, 'validation-failed' as const] : []),
    ...(facts.problems ?? []),
  ]
  const byStatus = groupByStatus(codes)
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      String(status),
      {
        description: ofStatus.map((code) => `\`${code}\`: ${PROBLEMS[code].en}`).join('\n\n'),
        headers: headers([
          'X-Request-Id',
          ...RATE_HEADERS,
          ...(status === 429 || status === 503 ? (['Retry-After'] as const) : []),
        ]),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function groupByStatus(codes: readonly ProblemCode[]): Map<number, ProblemCode[]> {
  const groups = new Map<number, ProblemCode[]>()
  for (const code of new Set(codes)) {
    const { status } = PROBLEMS[code]
    groups.set(status, [...(groups.get(status) ?? []), code])
  }
  return groups
}

function addRequestExample(operation: OpenAPIV3_1.OperationObject, facts: RouteFacts): void {
  const body = operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined
  if (body === undefined || facts.examples?.request === undefined) return
  for (const media of Object.values(body.content)) media.example = facts.examples.request
}

function addResponseContent(answer: OpenAPIV3_1.ResponseObject, facts: RouteFacts): void {
  if (answer.content === undefined) return
  for (const media of Object.values(answer.content)) {
    if (facts.examples?.response !== undefined) media.example = facts.examples.response
  }
  for (const type of facts.produces ?? []) {
    answer.content[type] = { schema: { type: 'string', maxLength: 100_000_000 } }
  }
}

function headerParameters(facts: RouteFacts): OpenAPIV3_1.ParameterObject[] {
  const wanted: (keyof typeof PARAMETERS)[] = ['Accept-Language', 'X-Request-Id']
  if (facts.idempotent) wanted.push('Idempotency-Key')
  if (facts.conditional) wanted.push('If-Match')
  if (facts.readsPersons) wanted.push('X-Purpose')
  return wanted.map((name): OpenAPIV3_1.ParameterObject => ({ name, in: 'header', ...PARAMETERS[name] }))
}

const text = (maxLength: number, pattern?: string) => ({
  type: 'string' as const,
  maxLength,
  ...(pattern ? { pattern } : {}),
})

const PARAMETERS = {
  'Accept-Language': { required: false, description: '`vi` (default) or `en`.', schema: text(200) },
  'X-Request-Id': {
    required: false,
    description: 'Kept in the answer and the log.',
    schema: text(64, '^[A-Za-z0-9._-]+$'),
  },
  'Idempotency-Key': {
    required: true,
    description: 'Any text of the client that names this filing; a retry with it gets the first answer again.',
    schema: { ...text(255, '^[!-~]+$'), minLength: 1 },
  },
  'If-Match': { required: true, description: 'ETag of what was last read.', schema: text(20, '^(W/)?"[0-9]+"$') },
  'X-Purpose': {
    required: false,
    description: 'Why personal data are read; percent-encode Vietnamese. Leaves a trace. Needs scope `personal:read`.',
    schema: text(500),
  },
} as const

type HeaderName =
  | 'X-Request-Id'
  | 'Content-Language'
  | 'RateLimit'
  | 'RateLimit-Policy'
  | 'Retry-After'
  | ResponseHeader

function headers(names: readonly HeaderName[]): Record<string, OpenAPIV3_1.ReferenceObject> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

const HEADERS: Record<HeaderName, OpenAPIV3_1.HeaderObject> = {
  'X-Request-Id': { description: 'Id of the request, for questions to the operator.', schema: text(64) },
  'Content-Language': { description: '`vi` or `en`.', schema: text(2) },
  RateLimit: { description: 'Requests left and seconds until the window is new.', schema: text(200) },
  'RateLimit-Policy': { description: 'Requests a window and its seconds.', schema: text(200) },
  'Retry-After': {
    description: 'Seconds after which to try again.',
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 3600 },
  },
  ETag: { description: 'Version of the record, for If-Match and If-None-Match.', schema: text(100) },
  Location: { description: 'Path of what was created.', schema: text(300) },
  'Idempotency-Replayed': {
    description: '`true` when this is the first answer again.',
    schema: { type: 'string', enum: ['true'] },
  },
  'Cache-Control': { description: 'How long the answer may be kept.', schema: text(100) },
}
