import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import { z } from 'zod'
import type { HeaderName } from './openapi/headers.ts'
import { PROBLEMS, type ProblemCode } from './problem-catalogue.ts'

/**
 * Requests are typed by their zod schemas. Answers are not: they carry what features return as it is, and the contract
 * tests hold every one to its schema.
 */
interface RequestTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown
  readonly serializer: unknown
}

/** A Fastify instance whose routes are typed by their zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  RequestTypes
>

const citation = z
  .object({
    kind: z.enum(['law', 'form', 'arithmetic', 'policy']),
    instrument: z.string().optional(),
    article: z.string().optional(),
    form: z.string().optional(),
    note: z.string().optional(),
    text: z.string(),
  })
  .meta({ id: 'Citation', description: 'A legal text, an official form, arithmetic, or a policy of this service.' })

export const citationSchema = citation

export const findingSchema = z
  .object({
    rule: z.string(),
    kind: z.enum(['error', 'warning', 'breach', 'info']),
    pointer: z.string().meta({ description: 'RFC 6901 pointer into the filed body.' }),
    message: z.string(),
    citations: z.array(citation),
    legalDate: z.string().meta({ description: 'The day that chose the version of the rule.' }),
    fix: z.string().optional(),
    confirmed: z
      .literal(true)
      .optional()
      .meta({ description: 'In the answer to a filing: the warning came with its confirmation.' }),
  })
  .meta({ id: 'Finding' })

export const notExecutedSchema = z
  .object({ rule: z.string(), reason: z.string(), because: z.array(z.string()) })
  .meta({ id: 'NotExecuted', description: 'A rule that could not be judged, and why.' })

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    requestId: z.string(),
    findings: z.array(findingSchema).optional(),
    errors: z.array(z.object({ pointer: z.string(), message: z.string(), code: z.string().optional() })).optional(),
    notExecuted: z.array(notExecutedSchema).optional(),
    error: z.string().optional().meta({ description: 'At the token endpoint: code of RFC 6749, section 5.2.' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details. `code` never changes its meaning.' })

/** Problems that any operation may answer with; the document builder adds them to every one. */
export const COMMON_PROBLEMS = [
  'invalid-request',
  'request-timeout',
  'too-many-requests',
  'headers-too-large',
  'internal-error',
  'overloaded',
] as const satisfies ProblemCode[]
/** Problems of every operation that asks for a token. */
export const TOKEN_PROBLEMS = ['unauthenticated', 'forbidden'] as const satisfies ProblemCode[]
/** Problems of every operation that takes a JSON body. */
export const BODY_PROBLEMS = [
  'malformed-json',
  'too-deep',
  'too-large',
  'unsupported-media-type',
] as const satisfies ProblemCode[]

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Problems this operation answers with besides the common ones; documented from here. */
    problems?: readonly ProblemCode[]
    /** Examples for the document; the request's is accepted as it stands. `requests`: several, by their names. */
    examples?: {
      readonly request?: unknown
      readonly requests?: Readonly<Record<string, unknown>>
      readonly response?: unknown
    }
    /** What the success answer is, in a sentence. */
    returns?: string
    /** Headers of the success answer besides the common ones. */
    answers?: readonly HeaderName[]
    /** Asks for Idempotency-Key. */
    idempotent?: boolean
    /** Asks for If-Match. */
    conditional?: boolean
    /** Takes X-Purpose. */
    readsPersons?: boolean
    /** Answers 304 to an If-None-Match that names what would be answered. */
    revalidated?: boolean
    /** Media types of the success answer besides JSON, with an example of each. */
    produces?: Readonly<Record<string, string>>
  }
}

export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null at the end.' }),
  })

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
}
