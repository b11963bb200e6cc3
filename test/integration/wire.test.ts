import { type AddressInfo, connect } from 'node:net'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Json, startTestService, type TestService } from '../support/service.ts'

/** Requests that no client library would send. */
let service: TestService
let port: number

beforeAll(async () => {
  service = await startTestService()
  await service.app.listen({ port: 0, host: '127.0.0.1' })
  port = (service.app.server.address() as AddressInfo).port
})
afterAll(() => service.close())

interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json
}

/** Sends bytes as they are; the server closes the connection when it has answered. */
function send(bytes: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(parse(text)))
    socket.write(bytes)
  })
}

function parse(text: string): RawAnswer {
  const [head = '', body = ''] = text.split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = lines.map((line) => {
    const [name = '', ...value] = line.split(': ')
    return [name.toLowerCase(), value.join(': ')]
  })
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: Object.fromEntries(headers),
    body: body === '' ? {} : JSON.parse(body),
  }
}

const lines = (...text: string[]) => `${text.join('\r\n')}\r\n\r\n`
const usual = ['Host: x', 'Connection: close']

describe('what never reaches a route is answered with a problem too', () => {
  it.each<[string, string | Buffer, number, string]>([
    ['a line that is no request', lines('this is not HTTP'), 400, 'invalid-request'],
    ['a method that does not exist', lines('BREW /v1/me HTTP/1.1', ...usual), 400, 'invalid-request'],
    ['a version that does not exist', lines('GET / HTTP/9.9', ...usual), 400, 'invalid-request'],
    ['a request without Host', lines('GET /livez HTTP/1.1', 'Connection: close'), 400, 'invalid-request'],
    ['a header without a name', lines('GET /livez HTTP/1.1', ...usual, ': value'), 400, 'invalid-request'],
    [
      'a header with a control character',
      lines('GET /livez HTTP/1.1', ...usual, 'X: a\u0000b'),
      400,
      'invalid-request',
    ],
    [
      'two lengths',
      lines('POST /v1/me HTTP/1.1', ...usual, 'Content-Length: 1', 'Content-Length: 2'),
      400,
      'invalid-request',
    ],
    [
      'a length and chunks',
      lines('POST /oauth2/token HTTP/1.1', ...usual, 'Content-Length: 1', 'Transfer-Encoding: chunked'),
      400,
      'invalid-request',
    ],
    ['headers of 20 kB', lines('GET /livez HTTP/1.1', ...usual, `X: ${'x'.repeat(20_000)}`), 431, 'headers-too-large'],
    ['a path of 20 kB', lines(`GET /${'x'.repeat(20_000)} HTTP/1.1`, ...usual), 431, 'headers-too-large'],
    ['a path that is no URL', lines('GET /v1/%zz HTTP/1.1', ...usual), 400, 'invalid-request'],
    ['NUL in a query', lines('GET /v1/rules?set=%00 HTTP/1.1', ...usual), 400, 'invalid-request'],
    ['a path that is no UTF-8', lines('GET /v1/%ff%fe HTTP/1.1', ...usual), 400, 'invalid-request'],
    ['a method that no route has', lines('PATCH /v1/me HTTP/1.1', ...usual), 404, 'not-found'],
    ['the whole server', lines('OPTIONS * HTTP/1.0', ...usual), 204, ''],
    ['an unknown expectation', lines('GET /livez HTTP/1.1', ...usual, 'Expect: miracles'), 200, ''],
    [
      'a chunk of no size',
      `${lines('POST /oauth2/token HTTP/1.1', ...usual, 'Content-Type: application/json', 'Transfer-Encoding: chunked')}zz\r\n`,
      400,
      'invalid-request',
    ],
  ])('%s', async (_, bytes, status, code) => {
    const answer = await send(bytes)
    expect(answer.status).toBe(status)
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers['access-control-allow-origin']).toBeDefined()
    if (code === '') return
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.headers['content-language']).toBe('vi')
    expect(answer.body.code).toBe(code)
    expect(answer.body.detail).toMatch(/\.$/)
    const ajv = new Ajv2020({ strict: false, formats: { int32: true, int64: true } }).addSchema(
      service.contract.document,
      'openapi',
    )
    expect(ajv.validate('openapi#/components/schemas/Problem', answer.body), JSON.stringify(ajv.errors)).toBe(true)
  })
})

describe('a URL that is not encoded', () => {
  it.each([
    ['bytes of UTF-8 in a query', lines('GET /v1/accident-declarations?text=Đạt HTTP/1.1', ...usual)],
    ['a space in a query', lines('GET /v1/accident-declarations?text=hai ba HTTP/1.1', ...usual)],
    ['a percent sign of its own', lines('GET /v1/%zz HTTP/1.1', ...usual)],
  ])('is told how to be written: %s', async (_, bytes) => {
    const answer = await send(bytes)
    expect(answer.body.errors).toEqual([
      { pointer: '/url', code: 'invalid-url', message: expect.stringContaining('mã phần trăm') },
    ])
  })

  it('is told from an id that is too long, and from what is no HTTP', async () => {
    const tooLong = await send(lines(`GET /v1/code-lists/${'x'.repeat(300)} HTTP/1.1`, ...usual))
    expect(tooLong.body.errors).toMatchObject([{ pointer: '/url', code: 'too-long' }])
    const noHttp = await send(lines('BREW /v1/me HTTP/1.1', ...usual))
    expect(noHttp.body.errors).toMatchObject([{ pointer: '', code: 'invalid-http' }])
  })
})
