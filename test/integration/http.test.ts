import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { enrol, type Parties, SAMPLE_ENTERPRISE, sample } from '../support/parties.ts'
import { type Json, startTestService, TestClient, type TestService } from '../support/service.ts'
import { type SeverableDatabase, severable } from '../support/severable-database.ts'

let service: TestService
let parties: Parties
let anonymous: TestClient

beforeAll(async () => {
  service = await startTestService({ KHAIBAO_BODY_LIMIT: '20000', KHAIBAO_CORS_ORIGIN: 'https://portal.example' })
  parties = await enrol(service)
  anonymous = TestClient.anonymous(service)
})
afterAll(() => service.close())

const validate = '/v1/accident-declarations/validate'

describe('language', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.2, vi;q=0.8', 'vi'],
    ['fr, de', 'vi'],
    ['en;q=0', 'vi'],
    [';;q=x,,en', 'en'],
  ])('of Accept-Language %o is %s, and the answer says so', async (header, language) => {
    const answer = await anonymous.get('/v1/me', header === undefined ? {} : { 'accept-language': header })
    expect(answer.headers['content-language']).toBe(language)
    expect(answer.headers.vary).toContain('Accept-Language')
    expect(answer.body.title).toBe(language === 'vi' ? 'Chưa xác thực' : 'Not authenticated')
  })
})

describe('tracing', () => {
  it("keeps the caller's id of the request", async () => {
    const answer = await anonymous.get('/v1/me', { 'x-request-id': 'nop-ho-so.42' })
    expect(answer.headers['x-request-id']).toBe('nop-ho-so.42')
    expect(answer.body.requestId).toBe('nop-ho-so.42')
    expect(service.logged()).toContain('nop-ho-so.42')
  })

  it.each(['', 'has space', 'x'.repeat(65), '"quoted"'])('gives one of its own in the place of %o', async (id) => {
    const answer = await anonymous.get('/livez', { 'x-request-id': id })
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('carries the trace id to the log, and nothing that only looks like one', async () => {
    await anonymous.get('/livez', { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' })
    await anonymous.get('/livez', { traceparent: '00-not a trace-01' })
    expect(service.logged()).toContain('"traceId":"4bf92f3577b34da6a3ce929d0e0e4736"')
    expect(service.logged()).not.toContain('not a trace')
  })
})

describe('browsers', () => {
  it.each(['/livez', '/v1/me', '/nowhere', '/v1/code-lists/none'])(
    'are told on %s whose pages may call',
    async (path) => {
      const answer = await anonymous.get(path, { origin: 'https://elsewhere.example' })
      expect(answer.headers['access-control-allow-origin']).toBe('https://portal.example')
      expect(answer.headers['access-control-expose-headers']).toContain('ETag')
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(answer.headers['strict-transport-security']).toContain('max-age')
    },
  )

  it('may ask before they change something', async () => {
    const answer = await anonymous.send('options', '/v1/enterprises/1', undefined, {
      origin: 'https://portal.example',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization,if-match',
    })
    expect(answer.status).toBe(204)
    expect(answer.headers['access-control-allow-methods']).toContain('PUT')
    expect(answer.headers['access-control-allow-headers']).toContain('if-match')
  })
})

describe('bodies', () => {
  it.each([
    ['malformed', 'application/json', '{"a":', 400, 'malformed-json'],
    ['empty', 'application/json', '', 400, 'malformed-json'],
    ['deeper than any form', 'application/json', '['.repeat(33) + ']'.repeat(33), 400, 'too-deep'],
    ['meant to poison prototypes', 'application/json', '{"__proto__":{"admin":true}}', 400, 'malformed-json'],
    ['of another type', 'text/plain', 'x', 415, 'unsupported-media-type'],
    ['a form', 'application/x-www-form-urlencoded', 'a=b', 415, 'unsupported-media-type'],
    ['too large', 'application/json', `"${'x'.repeat(20_000)}"`, 413, 'too-large'],
  ])('that are %s are refused', async (_, type, body, status, code) => {
    const answer = await anonymous.send('post', validate, body, { 'content-type': type })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  it.each([
    ['{"a": 1,}', 'application/json', 'Line 1, column 9'],
    ['{“a”: 1}', 'application/json', 'curly quotes'],
    ['x', 'text/plain', 'takes application/json'],
    [`"${'x'.repeat(20_000)}"`, 'application/json', 'at most 0.02 MB'],
  ])('are refused with what to mend: %s', async (body, type, part) => {
    const answer = await anonymous.send('post', validate, body, { 'content-type': type, 'accept-language': 'en' })
    expect(answer.body.detail).toContain(part)
  })

  it('may nest as deep as a form does, and brackets in texts do not count', async () => {
    const answer = await anonymous.send('post', validate, { declarant: { name: '['.repeat(100) } })
    expect(answer.status).toBe(200)
  })
})

describe('what has the wrong shape', () => {
  const wanted = { 'accept-language': 'en' }

  it('is named in the query by its parameter', async () => {
    const path = '/v1/code-lists/accident-causes?limit=0&on=yesterday&unknown=1'
    const { status, body } = await anonymous.get(path, wanted)
    expect([status, body.code]).toEqual([400, 'invalid-request'])
    expect(body.errors).toEqual([
      { pointer: '/querystring/on', code: 'invalid-format', message: expect.stringContaining('2026-10-05') },
      { pointer: '/querystring/limit', code: 'too-small', message: 'Must be at least 1.' },
      { pointer: '/querystring/unknown', code: 'unknown-property', message: expect.stringContaining('"unknown"') },
    ])
  })

  it('is named in the body by its pointer, in the language of the caller', async () => {
    const wrong = { decision: 'perhaps', 'a/b': 1 }
    const path = '/v1/registrations/0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01/decision'
    const english = await parties.office.send('post', path, wrong, wanted)
    expect([english.status, english.body.code]).toEqual([422, 'validation-failed'])
    expect(english.body.errors).toEqual([
      { pointer: '/decision', code: 'invalid-value', message: 'Must be one of: confirm, refuse.' },
      { pointer: '/a~1b', code: 'unknown-property', message: expect.stringContaining('"a/b"') },
    ])
    const vietnamese = await parties.office.send('post', path, wrong)
    expect(vietnamese.body.errors).toContainEqual(
      expect.objectContaining({ pointer: '/decision', message: 'Giá trị phải là một trong: confirm, refuse.' }),
    )
  })
})

describe('a refusal says how to mend it', () => {
  const english = { 'accept-language': 'en' }
  const declaration = '/v1/accident-declarations/0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01'

  it('of who did not say who they are, or said it with a token that is none', async () => {
    expect((await anonymous.get('/v1/me', english)).body.detail).toContain('POST /oauth2/token')
    const bad = await anonymous.get('/v1/me', { ...english, authorization: 'Bearer abc' })
    expect(bad.body.detail).toContain('expired')
    const wrong = await service.http
      .post('/oauth2/token')
      .set(english)
      .send({ grant_type: 'client_credentials', client_id: 'a', client_secret: 'b' })
    expect([wrong.status, wrong.body.detail]).toEqual([401, expect.stringContaining('client_secret is wrong')])
  })

  it('of another role: by naming the roles that may', async () => {
    const refused = await parties.enterprise.get('/v1/work-list')
    expect([refused.status, refused.body.detail]).toEqual([
      403,
      'Chỉ Ủy ban nhân dân cấp xã, cơ quan quản lý lao động hoặc cơ quan y tế được làm việc này. GET /v1/me cho biết tài khoản này được làm gì.',
    ])
  })

  it('of a token that was narrowed: by naming the scope', async () => {
    const { body } = await service.admin.expect(201, 'post', '/v1/clients', {
      name: 'Chỉ đọc',
      role: 'enterprise',
      taxCode: SAMPLE_ENTERPRISE.taxCode,
      scopes: ['declarations:read'],
    })
    const reader = await TestClient.withCredentials(service.http, String(body.clientId), String(body.clientSecret))
    const refused = await reader.file(sample(), english)
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('declarations:write')])
    const persons = await reader.get(declaration, { ...english, 'x-purpose': 'x' })
    expect([persons.status, persons.body.detail]).toEqual([403, expect.stringContaining('personal:read')])
  })

  it.each([
    [{ 'if-match': '1' }, '/headers/if-match', 'If-Match: "3"'],
    [{ 'if-match': '"1"', 'x-purpose': '%00' }, '/headers/x-purpose', '%00'],
  ])('of the headers %o', async (headers, pointer, part) => {
    const method = 'x-purpose' in headers ? 'get' : 'put'
    const body = method === 'put' ? sample() : undefined
    const answer = await parties.enterprise.send(method, declaration, body, { ...english, ...headers })
    expect(answer.body.errors).toEqual([{ pointer, code: 'invalid-header', message: expect.stringContaining(part) }])
  })

  it('of an idempotency key with a space, and of none', async () => {
    const spaced = await parties.enterprise.file(sample(), {
      'idempotency-key': 'hồ sơ 1'.normalize('NFD').replace(/[^ -~]/g, ''),
    })
    expect(spaced.body.errors).toEqual([
      { pointer: '/headers/idempotency-key', code: 'invalid-header', message: expect.stringContaining('dấu cách') },
    ])
    const none = await parties.enterprise.send('post', '/v1/accident-declarations', sample(), english)
    expect(none.body.detail).toContain('UUID')
  })

  it('of a file that is not sent as one', async () => {
    const answer = await parties.enterprise.send('post', `${declaration}/files?name=a.txt`, 'x', {
      ...english,
      'content-type': 'text/plain',
    })
    expect([answer.status, answer.body.detail]).toEqual([415, expect.stringContaining('application/octet-stream')])
  })

  it('of a version that was not read', async () => {
    const none = await parties.enterprise.send('put', declaration, sample(), english)
    expect([none.status, none.body.detail]).toEqual([428, expect.stringContaining('ETag')])
  })

  it('of a cursor that is none of ours', async () => {
    const answer = await parties.office.get('/v1/accident-declarations?cursor=abc', english)
    expect(answer.body.errors).toEqual([
      { pointer: '/querystring/cursor', code: 'invalid-cursor', message: expect.stringContaining('first page') },
    ])
  })
})

describe('health', () => {
  it('is alive and ready', async () => {
    expect((await anonymous.get('/livez')).body).toEqual({ status: 'ok' })
    expect((await anonymous.get('/readyz')).body).toEqual({ status: 'ok' })
  })

  it('is measured by route, without anybody in it', async () => {
    await parties.enterprise.get(`/v1/enterprises/${parties.enterpriseId}`)
    const { text } = await anonymous.get('/metrics')
    expect(text).toMatch(/^http_requests_total\{method="GET",route="\/v1\/enterprises\/:id",status="200"\} \d+$/m)
    expect(text).toMatch(/^database_connections\{state="idle"\} \d+$/m)
    expect(text).not.toContain(parties.enterpriseId)
  })
})

describe('too many requests', () => {
  let limited: TestService

  beforeAll(async () => {
    limited = await startTestService({ KHAIBAO_RATE_LIMIT: '5' })
  })
  afterAll(() => limited.close())

  it('are counted by client, told in advance and refused with when to come again', async () => {
    const client = await limited.admin.newClient({ name: 'Cổng tra cứu', role: 'integrator' })
    const answers = []
    for (let i = 0; i < 6; i += 1) answers.push(await client.get('/v1/me'))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
    expect(answers[0]?.headers.ratelimit).toMatch(/^"client";r=4;t=\d+$/)
    expect(answers[0]?.headers['ratelimit-policy']).toBe('"client";q=5;w=60')
    expect(answers[5]?.headers.ratelimit).toMatch(/^"client";r=0;t=\d+$/)
    expect(Number(answers[5]?.headers['retry-after'])).toBeGreaterThan(0)
    expect(answers[5]?.body.code).toBe('too-many-requests')
    expect((await limited.admin.get('/v1/me')).status).toBe(200)
  })

  it('do not hide from the balancer that the service is alive', async () => {
    const caller = TestClient.anonymous(limited)
    for (let i = 0; i < 8; i += 1) expect((await caller.get('/livez')).status).toBe(200)
  })
})

describe('a database that is away', () => {
  let way: SeverableDatabase
  let cut: TestService
  let url: string

  beforeAll(async () => {
    url = await freshDatabase(inject('postgresUrl'))
    way = await severable(url)
    cut = await startTestService({ KHAIBAO_DB_CONNECTIONS: '2' }, way.url)
  })
  afterAll(async () => {
    await cut.close()
    await way.close()
  })

  it('is told as 503 with when to come again, and mends by itself', async () => {
    expect((await cut.admin.get('/v1/clients')).status).toBe(200)
    way.sever()
    const clients = await cut.admin.get('/v1/clients')
    expect([clients.status, clients.body.code]).toEqual([503, 'overloaded'])
    expect(Number(clients.headers['retry-after'])).toBeGreaterThan(0)
    expect((await cut.admin.get('/readyz')).status).toBe(503)
    expect((await cut.admin.get('/livez')).status).toBe(200)
    expect((await cut.admin.get('/v1/code-lists')).status).toBe(200)
    way.mend()
    expect((await cut.admin.get('/v1/clients')).status).toBe(200)
  })

  it('is told to those in the middle of a transaction too', async () => {
    const blocker = await lockClients(url)
    const waiting = cut.admin.get('/v1/clients')
    await untilWaiting(blocker, 1)
    way.sever()
    expect((await waiting).status).toBe(503)
    way.mend()
    await blocker.end()
    expect((await cut.admin.get('/v1/clients')).status).toBe(200)
  })

  it('turns away those who would wait too long for a connection', async () => {
    const blocker = await lockClients(url)
    const answers = Array.from({ length: 60 }, () => cut.admin.get('/v1/clients'))
    const first = await Promise.race(answers)
    expect([first.status, first.body.code]).toEqual([503, 'overloaded'])
    await blocker.end()
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 503]))
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(40)
  })
})

async function lockClients(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin; lock table client in access exclusive mode')
  return client
}

async function untilWaiting(observer: pg.Client, count: number): Promise<void> {
  const waiting = "select count(*)::int as n from pg_locks where not granted and relation = 'client'::regclass"
  while ((await observer.query(waiting)).rows[0].n < count);
}

describe('the log', () => {
  const persons = ['Đàm Văn Kín', '001091234567', '0987654321', 'kin@rieng.example']
  const [name = '', idNumber = '', phone = '', email = ''] = persons

  it('names nobody: not from bodies, queries, paths, headers or errors', async () => {
    const declaration = sample()
    Object.assign(declaration.victims[0]?.person ?? {}, { name, idNumber, phone })
    declaration.declarant = { ...declaration.declarant, name, phone, email }
    const filed = await parties.enterprise.file(declaration)
    expect(filed.status).toBe(201)
    const path = `/v1/accident-declarations/${filed.body.id}`

    await parties.enterprise.file({ ...declaration, unknown: name, channel: name })
    await parties.enterprise.file(declaration, {
      'idempotency-key': `không hợp lệ ${idNumber}`.normalize('NFD').replace(/[^ -~]/g, ''),
    })
    await anonymous.send('post', validate, `{"name":"${name}`, { 'content-type': 'application/json' })
    await parties.enterprise.get(path, { 'x-purpose': encodeURIComponent(`Hỏi về ${name}`), 'x-actor': email })
    await parties.office.get(`/v1/accident-declarations?text=${encodeURIComponent(name)}&wrong=${idNumber}`)
    await anonymous.get(`/v1/${encodeURIComponent(name)}/${idNumber}`)
    await anonymous.get(`/v1/code-lists/${phone}`)
    await service.http
      .post('/oauth2/token')
      .send({ grant_type: 'client_credentials', client_id: name, client_secret: idNumber })
    await anonymous.send('post', '/v1/registrations', { taxCode: idNumber, name, contact: { name, phone, email } })

    expect(service.logged()).toContain(String(filed.headers['x-request-id']))
    for (const person of [...persons, encodeURIComponent(name)]) expect(service.logged()).not.toContain(person)
  })

  it('names nobody when the service itself fails, and the answer leaks nothing', async () => {
    const owner = new pg.Client({ connectionString: service.ownerUrl })
    await owner.connect()
    await owner.query('alter table declaration_act add constraint broken check (act is null) not valid')
    const declaration = sample()
    const [{ person }] = declaration.victims
    Object.assign(person, { name, phone })
    const failed = await parties.enterprise.file(declaration, { 'accept-language': 'en' })
    await owner.query('alter table declaration_act drop constraint broken')
    await owner.query('alter table declaration_act alter column actor type uuid using null')
    const quoting = await parties.enterprise.file(declaration, { 'x-actor': phone })
    await owner.query('alter table declaration_act alter column actor type text')
    await owner.end()

    expect([failed.status, quoting.status]).toEqual([500, 500])
    expect(Object.keys(failed.body as Json).sort()).toEqual([
      'code',
      'detail',
      'instance',
      'requestId',
      'status',
      'title',
      'type',
    ])
    expect(service.logged()).toContain('a request failed')
    expect(service.logged()).toContain('"constraint":"broken"')
    expect(service.logged()).toContain('"routine":"string_to_uuid"')
    for (const secret of [...persons, person.idNumber]) expect(service.logged()).not.toContain(secret)
    expect(service.logged()).not.toContain('Bắc Sơn')
  })
})
