import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestService, type TestService } from './service.ts'

let service: TestService
let client: { clientId: string; clientSecret: string }

beforeAll(async () => {
  service = await startTestService()
  client = await service.newClient(await service.administrator(), {
    name: 'Sở Nội vụ',
    role: 'labour-office',
    jurisdiction: { national: true },
  })
})
afterAll(() => service.close())

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const grant = { grant_type: 'client_credentials' }
const ask = (body: unknown, headers: Record<string, string> = {}) =>
  service.call('POST', '/oauth2/token', { body, headers })

describe('token endpoint', () => {
  it('takes id and secret by HTTP Basic with a form, as OAuth clients send it', async () => {
    const answer = await ask('grant_type=client_credentials', {
      ...basic(client.clientId, client.clientSecret),
      ...form,
    })
    expect(answer).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3600 } })
  })

  it('takes id and secret in a form', async () => {
    const body = new URLSearchParams({ ...grant, client_id: client.clientId, client_secret: client.clientSecret })
    expect(await ask(body.toString(), form)).toMatchObject({ status: 200 })
  })

  it('takes id and secret in JSON', async () => {
    const answer = await ask({ ...grant, client_id: client.clientId, client_secret: client.clientSecret })
    expect(answer).toMatchObject({ status: 200 })
  })

  it('forbids to keep the answer', async () => {
    const answer = await ask({ ...grant, client_id: client.clientId, client_secret: client.clientSecret })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('takes a secret with reserved characters by Basic, sent as it is or form-encoded', async () => {
    const secret = 'p+q/r%25s t:u=v&w'
    const { bootstrapAdministrator } = await import('../../../src/access/bootstrap.ts')
    const id = '01890a5d-ac96-774b-bcce-b302099a8099'
    await bootstrapAdministrator({ database: service.database, dataDirectory: '/nowhere', id, secret })
    expect(await ask(grant, basic(id, secret))).toMatchObject({ status: 200 })
    expect(await ask(grant, basic(id, encodeURIComponent(secret)))).toMatchObject({ status: 200 })
  })

  it('refuses a wrong secret, telling an OAuth client what it looks for', async () => {
    expect(await ask(grant, basic(client.clientId, 'wrong'))).toMatchObject({
      status: 401,
      headers: { 'content-type': 'application/problem+json', 'www-authenticate': 'Basic realm="khai-bao"' },
      body: { error: 'invalid_client', code: 'unauthenticated' },
    })
  })

  it.each(['01890a5d-ac96-774b-bcce-b302099a8000', 'nobody', ''])(
    'refuses the unknown client "%s" in the same words',
    async (id) => {
      const unknown = await ask({ ...grant, client_id: id, client_secret: 'wrong' })
      const wrong = await ask({ ...grant, client_id: client.clientId, client_secret: 'wrong' })
      const { requestId: _, ...told } = unknown.body
      expect(told).toEqual({ ...wrong.body, requestId: undefined })
      expect(unknown.status).toBe(401)
    },
  )

  it('refuses both ways at once', async () => {
    const answer = await ask(
      { ...grant, client_secret: client.clientSecret },
      basic(client.clientId, client.clientSecret),
    )
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
  })

  it('knows no other grant', async () => {
    const answer = await ask({ grant_type: 'password' }, basic(client.clientId, client.clientSecret))
    expect(answer).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } })
  })

  it('refuses a request without a grant, or with one twice', async () => {
    expect(await ask({})).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect(await ask('grant_type=a&grant_type=b', form)).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    })
  })

  it('ignores parameters it does not know', async () => {
    const answer = await ask({ ...grant, resource: 'x' }, basic(client.clientId, client.clientSecret))
    expect(answer.status).toBe(200)
  })

  it('narrows a token to the scopes asked for', async () => {
    const narrowed = await service.tokenOf(client, 'register statistics:read')
    const { body } = await service.call('GET', '/v1/me', { token: narrowed })
    expect(new Set(body.scopes as string[])).toEqual(new Set(['statistics:read', 'register']))
    expect(await service.call('GET', '/v1/clients', { token: narrowed })).toMatchObject({ status: 403 })
  })

  it('refuses a scope that the client does not have', async () => {
    const answer = await ask({ ...grant, scope: 'register everything' }, basic(client.clientId, client.clientSecret))
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_scope' } })
  })

  it('takes forms here only', async () => {
    const answer = await service.call('POST', '/v1/registrations', { body: 'name=x', headers: form })
    expect(answer).toMatchObject({ status: 415 })
  })
})

describe('metadata of the issuer', () => {
  it('names the token endpoint and the keys', async () => {
    const { body } = await service.call('GET', '/.well-known/oauth-authorization-server')
    expect(body).toMatchObject({
      issuer: 'https://khaibao.test',
      token_endpoint: 'https://khaibao.test/oauth2/token',
      jwks_uri: 'https://khaibao.test/.well-known/jwks.json',
    })
  })

  it('publishes public keys only', async () => {
    const { body } = await service.call('GET', '/.well-known/jwks.json')
    const [key] = body.keys as Record<string, string>[]
    expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: service.signer.kid })
    expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  })
})
