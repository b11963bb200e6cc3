import type { FastifyContextConfig } from 'fastify'
import type { OpenAPIV3_1 } from 'openapi-types'
import { PERMISSIONS } from '../../access/permissions.ts'
import type { ProblemCode } from '../problem-catalogue.ts'
import { BODY_PROBLEMS, COMMON_PROBLEMS, TOKEN_PROBLEMS } from '../route-schema.ts'
import { bound } from './bounds.ts'
import { tidySchemas } from './components.ts'
import { COMMON_HEADERS, headerComponents, headersNamed } from './headers.ts'
import { headerParameters, shareParameters } from './parameters.ts'
import { problemComponents, problemResponses } from './problem-responses.ts'
import { eachSchema } from './schemas.ts'

export type RouteFacts = FastifyContextConfig

type Operation = OpenAPIV3_1.OperationObject

/** Adds to every operation what its route says of itself: security, headers, problems, examples. */
export function describeOperations(
  collected: OpenAPIV3_1.Document,
  routes: ReadonlyMap<string, RouteFacts>,
): OpenAPIV3_1.Document {
  const document = tidySchemas(collected)
  const operations: Operation[] = []
  for (const path of Object.values(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(path ?? {}) as [string, Operation][]) {
      describe(operation, method, routes.get(operation.operationId ?? '') ?? {})
      operations.push(operation)
    }
  }
  eachSchema(document, bound)
  return {
    ...document,
    components: {
      ...document.components,
      parameters: shareParameters(operations),
      headers: headerComponents,
      responses: problemComponents(operations),
    },
  }
}

function describe(operation: Operation, method: string, facts: RouteFacts): void {
  operation.security = securityOf(facts)
  operation.parameters = [...(operation.parameters ?? []), ...headerParameters(facts)]
  addRequestExample(operation, facts)
  for (const response of Object.values(operation.responses ?? {})) {
    describeSuccess(response as OpenAPIV3_1.ResponseObject, facts)
  }
  operation.responses = {
    ...operation.responses,
    ...(facts.revalidated ? { 304: notModified(facts) } : {}),
    ...problemResponses(problemsOf(operation, method, facts)),
  }
}

function securityOf({ access }: RouteFacts): OpenAPIV3_1.SecurityRequirementObject[] {
  if (access === undefined || access === 'open') return [{}]
  if (access === 'optional') return [{}, { oauth2: [] }]
  return [{ oauth2: [PERMISSIONS[access].scope] }]
}

function problemsOf(operation: Operation, method: string, facts: RouteFacts): readonly ProblemCode[] {
  const { access = 'open', problems = [] } = facts
  return [
    ...COMMON_PROBLEMS,
    ...(access === 'open' ? [] : access === 'optional' ? (['unauthenticated'] as const) : TOKEN_PROBLEMS),
    // A body that an operation does not ask for is read all the same.
    ...(method === 'get' ? [] : BODY_PROBLEMS),
    ...(operation.requestBody ? (['validation-failed'] as const) : []),
    ...problems,
  ]
}

function addRequestExample(operation: Operation, { examples }: RouteFacts): void {
  const body = operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined
  for (const media of Object.values(body?.content ?? {})) {
    if (examples?.requests !== undefined) media.examples = named(examples.requests)
    else if (examples?.request !== undefined) media.example = examples.request
  }
}

function named(values: Readonly<Record<string, unknown>>): Record<string, OpenAPIV3_1.ExampleObject> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { summary: name, value }]))
}

function describeSuccess(answer: OpenAPIV3_1.ResponseObject, facts: RouteFacts): void {
  const { examples, produces = {}, answers = [], returns = '' } = facts
  answer.description = returns
  answer.headers = headersNamed([...COMMON_HEADERS, ...answers])
  for (const media of Object.values(answer.content ?? {})) media.example = examples?.response
  for (const [type, example] of Object.entries(produces)) {
    answer.content = { ...answer.content, [type]: { schema: { type: 'string', maxLength: 100_000_000 }, example } }
  }
}

function notModified({ answers = [] }: RouteFacts): OpenAPIV3_1.ResponseObject {
  return {
    description: 'What the caller has is still the answer.',
    headers: headersNamed([...COMMON_HEADERS, ...answers]),
  }
}
