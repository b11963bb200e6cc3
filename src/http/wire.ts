import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { v7 as uuid } from 'uuid'
import { languageOf } from './language.ts'
import { problemBody } from './problem-body.ts'
import { PROBLEMS, type ProblemCode } from './problem-catalogue.ts'
import { ProblemError } from './problems.ts'

/** What the parser refuses, by the codes of Node; the rest is an invalid request. */
const REFUSALS: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

/**
 * Server options by which a request that never reaches a route is answered with a problem too: one that the parser
 * refuses, and one whose path is no valid URL.
 */
export function wireOptions(origin: string) {
  return {
    // Node's own refusal has no body; `wire` refuses the same requests with a problem.
    http: { requireHostHeader: false },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => {
      if (error.code === 'ECONNRESET' || socket.destroyed) return
      if (socket.writable) socket.write(rawProblem(REFUSALS[error.code ?? ''] ?? 'invalid-request', origin))
      socket.destroy(error)
    },
    // The framework gives this handler a bare reply: no hook of ours has run or will run.
    frameworkErrors: (_error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const language = languageOf(request)
      reply
        .code(400)
        .headers({ ...headersOf(request.id, origin), 'content-language': language })
        .type('application/problem+json')
        .send(JSON.stringify(problemBody('invalid-request', language, { requestId: request.id })))
    },
  }
}

function rawProblem(code: ProblemCode, origin: string): string {
  const requestId = uuid()
  const { status } = PROBLEMS[code]
  const body = JSON.stringify(problemBody(code, 'vi', { requestId }))
  const headers = {
    ...headersOf(requestId, origin),
    'content-type': 'application/problem+json',
    'content-language': 'vi',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`
}

function headersOf(requestId: string, origin: string) {
  return { 'x-request-id': requestId, 'access-control-allow-origin': origin, vary: 'Accept-Language' }
}

/**
 * Refuses HTTP/1.1 without Host (RFC 9112, section 3.2) and NUL in a path or query, which no value of ours has and
 * PostgreSQL cannot hold; takes no offence at an unknown expectation.
 */
export const wire = fp(
  async (app) => {
    app.server.on('checkExpectation', (request, response) => app.routing(request, response))
    app.addHook('onRequest', async ({ raw }) => {
      if (raw.httpVersion === '1.1' && raw.headers.host === undefined) {
        throw new ProblemError('invalid-request', {
          errors: [{ pointer: '/headers/host', code: 'required', message: 'Host' }],
        })
      }
      if (raw.url?.includes('%00')) {
        throw new ProblemError('invalid-request', { errors: [{ pointer: '', code: 'nul', message: '%00' }] })
      }
    })
  },
  { name: 'wire', dependencies: ['problems'] },
)
