import type { OpenAPIV3_1 } from 'openapi-types'

export const text = (maxLength: number, pattern?: string) => ({
  type: 'string' as const,
  maxLength,
  ...(pattern ? { pattern } : {}),
})

/** Headers of answers; `required` where an answer that lists them always has them. */
const HEADERS = {
  'X-Request-Id': {
    required: true,
    description: 'Id of the request, for questions to the operator.',
    schema: text(64, '^[A-Za-z0-9._-]+$'),
  },
  'Content-Language': {
    required: true,
    description: 'Language of the texts.',
    schema: { type: 'string', enum: ['vi', 'en'] },
  },
  Vary: { required: true, description: 'Request headers that the answer depends on.', schema: text(200) },
  'Access-Control-Allow-Origin': {
    required: true,
    description: 'The one origin whose pages may call this service.',
    schema: text(300),
  },
  RateLimit: {
    required: false,
    description: 'Requests left and seconds until the window is new; absent where nothing is limited.',
    schema: text(100),
  },
  'RateLimit-Policy': { required: false, description: 'Requests a window and its seconds.', schema: text(100) },
  'Retry-After': {
    required: true,
    description: 'Seconds after which to try again.',
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 3600 },
  },
  'WWW-Authenticate': { required: true, description: 'How to authenticate.', schema: text(100) },
  ETag: { required: true, description: 'Version, for If-Match or If-None-Match.', schema: text(100) },
  Location: { required: true, description: 'Path of the record.', schema: text(300) },
  'Idempotency-Replayed': {
    required: false,
    description: '`true` when this is the first answer again.',
    schema: { type: 'string', enum: ['true'] },
  },
  'Content-Disposition': {
    required: true,
    description: 'That it is a file, and its name.',
    schema: text(2_000),
  },
  'Cache-Control': { required: true, description: 'Who may keep the answer, and for how long.', schema: text(100) },
  Pragma: { required: true, description: 'As RFC 6749 asks, for old caches.', schema: text(20) },
} as const satisfies Record<string, OpenAPIV3_1.HeaderObject>

export type HeaderName = keyof typeof HEADERS

/** Every answer has these, whatever it says. */
export const COMMON_HEADERS = [
  'X-Request-Id',
  'Content-Language',
  'Vary',
  'Access-Control-Allow-Origin',
  'RateLimit',
  'RateLimit-Policy',
] as const satisfies HeaderName[]

export const headerComponents: Record<string, OpenAPIV3_1.HeaderObject> = structuredClone(HEADERS)

export function headersNamed(names: readonly HeaderName[]): Record<string, OpenAPIV3_1.ReferenceObject> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}
