import type { OpenAPIV3_1 } from 'openapi-types'
import { groupBy } from '../../reference/group-by.ts'
import { problemBody } from '../problem-body.ts'
import { PROBLEMS, type ProblemCode } from '../problem-catalogue.ts'
import { COMMON_HEADERS, type HeaderName, headersNamed } from './headers.ts'

const NAMES = '#/components/responses/'

/** An answer for each status that the problems have; one status may tell several problems. */
export function problemResponses(codes: readonly ProblemCode[]): Record<string, OpenAPIV3_1.ReferenceObject> {
  const inOrder = (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => codes.includes(code))
  const byStatus = groupBy(inOrder, (code) => PROBLEMS[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [String(status), { $ref: `${NAMES}${ofStatus.join('.')}` }]),
  )
}

/** The components that `problemResponses` referred to, made from their names. */
export function problemComponents(
  operations: readonly OpenAPIV3_1.OperationObject[],
): Record<string, OpenAPIV3_1.ResponseObject> {
  const references = operations.flatMap(({ responses }) => Object.values(responses ?? {}))
  const names = references.flatMap((answer) => ('$ref' in answer ? [answer.$ref.slice(NAMES.length)] : []))
  return Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, problemResponse(name.split('.') as ProblemCode[])]),
  )
}

function problemResponse(codes: readonly ProblemCode[]): OpenAPIV3_1.ResponseObject {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))]
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].en}.`).join('\n\n'),
    headers: headersNamed([...COMMON_HEADERS, ...statuses.flatMap((status) => HEADERS_OF_STATUS[status] ?? [])]),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { status: { enum: statuses }, code: { enum: [...codes] } } },
          ],
        },
        examples: Object.fromEntries(
          codes.map((code) => [
            code,
            { value: problemBody(code, 'vi', { requestId: '0199f3c2-6a51-7c0e-9d43-2f1b8e7a6c55' }) },
          ]),
        ),
      },
    },
  }
}

const HEADERS_OF_STATUS: Readonly<Record<number, readonly HeaderName[]>> = {
  401: ['WWW-Authenticate'],
  429: ['Retry-After'],
  503: ['Retry-After'],
}
