import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { DatabaseUnavailable } from '../platform/database.ts'
import type { Language, Text } from '../rules/rule.ts'
import { languageOf } from './language.ts'
import { type ProblemDetails, problemBody } from './problem-body.ts'
import { PROBLEMS, type ProblemCode } from './problem-catalogue.ts'
import { presentShapeErrors, ShapeRefused } from './shape-errors.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with a problem of the catalogue (RFC 9457). */
    problem(code: ProblemCode, details?: ProblemDetails): FastifyReply
  }
}

/** Seconds after which a client that was turned away may try again. */
const RETRY_AFTER = 2

/** The one place in which an error becomes an answer. */
export const problems = fp(
  async (app) => {
    app.decorateReply('problem', function problem(this: FastifyReply, code: ProblemCode, details: ProblemDetails = {}) {
      const { status } = PROBLEMS[code]
      if (status === 503) this.header('retry-after', RETRY_AFTER)
      if (status === 401 && !this.hasHeader('www-authenticate'))
        this.header('www-authenticate', 'Bearer realm="khai-bao"')
      return this.code(status)
        .type('application/problem+json')
        .serializer(JSON.stringify)
        .send(
          problemBody(code, languageOf(this.request), {
            ...details,
            instance: this.request.url.split('?')[0],
            requestId: this.request.id,
          }),
        )
    })

    app.setNotFoundHandler((_request, reply) => reply.problem('not-found'))

    app.setErrorHandler((error: FastifyError, request, reply) => {
      const code = codeOf(error)
      if (code === 'internal-error') request.log.error({ err: error }, 'a request failed')
      return reply.problem(code, detailsOf(error, request))
    })
  },
  { name: 'problems' },
)

/** Errors of the framework and of the platform that are the client's or the moment's, by their codes. */
const KNOWN: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
  FST_ERR_VALIDATION: 'invalid-request',
}

function codeOf(error: FastifyError): ProblemCode {
  if (error instanceof DatabaseUnavailable) return 'overloaded'
  if (error instanceof ProblemError) return error.problem
  if (error instanceof ShapeRefused) return error.validationContext === 'body' ? 'validation-failed' : 'invalid-request'
  const known = KNOWN[error.code]
  if (known !== undefined) return known
  if (error.statusCode === 429) return 'too-many-requests'
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return 'invalid-request'
  return 'internal-error'
}

/** For hooks, which cannot answer by a value without ending the chain themselves. */
export class ProblemError extends Error {
  constructor(
    readonly problem: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(problem)
  }
}

function detailsOf(error: FastifyError, request: FastifyRequest): ProblemDetails {
  if (error instanceof ProblemError) return error.details
  if (!(error instanceof ShapeRefused)) return detailsOfRoute(error, request)
  const place = error.validationContext === 'body' ? '' : `/${error.validationContext}`
  return {
    errors: presentShapeErrors(error.errors, languageOf(request)).map((told) => ({
      ...told,
      pointer: `${place}${told.pointer}`,
    })),
  }
}

/** What the route takes, where it was sent something else. */
function detailsOfRoute({ code }: FastifyError, { routeOptions }: FastifyRequest): ProblemDetails {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { detail: tooLarge(routeOptions.bodyLimit) }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { detail: otherTypes(routeOptions.schema?.consumes ?? ['application/json']) }
    default:
      return {}
  }
}

/** `limit`: bytes. */
function tooLarge(limit: number): Text {
  const inMegabytes = (language: Language) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(limit / 2 ** 20)
  return {
    vi: `Đường dẫn này nhận nhiều nhất ${inMegabytes('vi')} MB. Hãy gửi ít hơn mỗi lần, hoặc đề nghị đơn vị vận hành nâng giới hạn.`,
    en: `This path takes at most ${inMegabytes('en')} MB. Send less at once, or ask the operator for a higher limit.`,
  }
}

function otherTypes(types: readonly string[]): Text {
  return {
    vi: `Đường dẫn này nhận ${types.join(' hoặc ')}: đặt tiêu đề Content-Type như vậy và gửi nội dung theo kiểu đó.`,
    en: `This path takes ${types.join(' or ')}: set the header Content-Type to that and send the body as it says.`,
  }
}
