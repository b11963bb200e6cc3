import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { v7 as uuid } from 'uuid'
import type { Text } from '../rules/rule.ts'
import { languageOf } from './language.ts'
import { type ProblemDetails, problemBody } from './problem-body.ts'
import { PROBLEMS, type ProblemCode } from './problem-catalogue.ts'
import { ProblemError } from './problems.ts'

/** What the parser refuses, by the codes of Node; the rest is an invalid request. */
const REFUSALS: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

const URL_NOT_ENCODED: Text = {
  vi: 'Đường dẫn hoặc tham số có ký tự chưa mã hóa: chữ có dấu, dấu cách và dấu % phải viết theo mã phần trăm của UTF-8, ví dụ q=%C4%90%E1%BA%A1t.',
  en: 'The path or a parameter has characters that are not encoded: what is not ASCII, spaces and % itself are percent-encoded as UTF-8, such as q=%C4%90%E1%BA%A1t.',
}
const TOO_LONG: Text = {
  vi: 'Một mã trong đường dẫn dài hơn mọi mã của dịch vụ này: kiểm tra lại đường dẫn.',
  en: 'An id in the path is longer than any of ours: check the path.',
}
const NOT_HTTP: Text = {
  vi: 'Yêu cầu viết không đúng HTTP/1.1 (phương thức, tiêu đề, độ dài hoặc cách chia đoạn): hãy dùng một thư viện HTTP; cổng này không nhận TLS nếu phía trước không có máy chủ chuyển tiếp.',
  en: 'This is not HTTP/1.1 (its method, headers, length or chunks): use an HTTP library; this port takes no TLS unless a proxy stands before it.',
}

const BAD_URL: ProblemDetails = { errors: [{ pointer: '/url', code: 'invalid-url', message: URL_NOT_ENCODED }] }
const BAD_HTTP: ProblemDetails = { errors: [{ pointer: '', code: 'invalid-http', message: NOT_HTTP }] }

/** What is wrong with a request that the parser refuses, by the codes of Node and of the framework; with the rest, the HTTP. */
const FAULTS: Readonly<Record<string, ProblemDetails>> = {
  HPE_INVALID_URL: BAD_URL,
  // What follows a space in the URL stands where the version should.
  HPE_INVALID_CONSTANT: BAD_URL,
  FST_ERR_BAD_URL: BAD_URL,
  FST_ERR_MAX_PARAM_LENGTH: { errors: [{ pointer: '/url', code: 'too-long', message: TOO_LONG }] },
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
      if (socket.writable) socket.write(rawProblem(error.code ?? '', origin))
      socket.destroy(error)
    },
    // The framework gives this handler a bare reply: no hook of ours has run or will run.
    frameworkErrors: ({ code }: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const language = languageOf(request)
      reply
        .code(400)
        .headers({ ...headersOf(request.id, origin), 'content-language': language })
        .type('application/problem+json')
        .send(JSON.stringify(problemBody('invalid-request', language, { ...faultBy(code), requestId: request.id })))
    },
  }
}

function faultBy(code: string): ProblemDetails {
  return FAULTS[code] ?? BAD_HTTP
}

/** In Vietnamese: what the request asked for was not read. */
function rawProblem(refusal: string, origin: string): string {
  const requestId = uuid()
  const code = REFUSALS[refusal] ?? 'invalid-request'
  const { status } = PROBLEMS[code]
  const details = code === 'invalid-request' ? faultBy(refusal) : {}
  const body = JSON.stringify(problemBody(code, 'vi', { ...details, requestId }))
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

const HOST: Text = {
  vi: 'HTTP/1.1 phải có tiêu đề Host (RFC 9112, mục 3.2).',
  en: 'HTTP/1.1 needs the header Host (RFC 9112, section 3.2).',
}
const NUL: Text = {
  vi: 'Đường dẫn hoặc tham số có ký tự NUL: bỏ %00.',
  en: 'The path or a parameter has a NUL character: leave out %00.',
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
          errors: [{ pointer: '/headers/host', code: 'required', message: HOST }],
        })
      }
      if (raw.url?.includes('%00')) {
        throw new ProblemError('invalid-request', { errors: [{ pointer: '/url', code: 'nul', message: NUL }] })
      }
    })
  },
  { name: 'wire', dependencies: ['problems'] },
)
