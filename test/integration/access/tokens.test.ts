import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Credentials,
  ISSUER,
  type Json,
  registerEnterprise,
  startTestService,
  type TestService,
} from './service.ts'

const FOREIGN = 'https://identity.example'
const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' })
let jwksServer: Server
let service: TestService
let admin: string
let client: Credentials & { token: string }

beforeAll(async () => {
  jwksServer = createServer((request, response) => {
    if (request.url !== '/jwks') return response.writeHead(500).end()
    const jwk = { ...foreign.publicKey.export({ format: 'jwk' }), kid: 'foreign-1', alg: 'ES256', use: 'sig' }
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }))
  })
  await new Promise<void>((listening) => jwksServer.listen(0, '127.0.0.1', listening))
  const base = `http://127.0.0.1:${(jwksServer.address() as AddressInfo).port}`
  const claims = { role: 'khaibao_role', taxCode: 'mst', jurisdiction: 'dia_ban', actor: 'preferred_username' }
  service = await startTestService({
    KHAIBAO_TRUSTED_ISSUERS: JSON.stringify([
      { issuer: FOREIGN, audience: 'khai-bao', jwksUri: `${base}/jwks`, claims },
      { issuer: `${FOREIGN}/away`, audience: 'khai-bao', jwksUri: `${base}/away` },
    ]),
  })
  admin = await service.administrator()
  client = await service.newClient(admin, {
    name: 'Sở Nội vụ',
    role: 'labour-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
})
afterAll(async () => {
  await service.close()
  jwksServer.close()
})

const me = (token: string, headers: Record<string, string> = {}) => service.call('GET', '/v1/me', { token, headers })
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const partsOf = (token: string) => token.split('.') as [string, string, string]
const claimsOf = (token: string): Json => JSON.parse(Buffer.from(partsOf(token)[1], 'base64url').toString())

/** Signed with the key of the service, but with other contents. */
function ownToken(change: Json, header: Json = {}): string {
  const signed = `${part({ alg: 'EdDSA', typ: 'at+jwt', kid: service.signer.kid, ...header })}.${part({ ...claimsOf(client.token), ...change })}`
  return `${signed}.${service.signer.sign(Buffer.from(signed)).toString('base64url')}`
}

describe('a token of this service', () => {
  it('says who the client is, as RFC 9068 has it', () => {
    expect(JSON.parse(Buffer.from(partsOf(client.token)[0], 'base64url').toString())).toMatchObject({
      typ: 'at+jwt',
      alg: 'EdDSA',
    })
    expect(claimsOf(client.token)).toMatchObject({
      iss: ISSUER,
      aud: ISSUER,
      sub: client.clientId,
      client_id: client.clientId,
      role: 'labour-office',
      jurisdiction: ['VN-2025:19'],
    })
  })

  it('is accepted', async () => {
    expect(await me(client.token)).toMatchObject({ status: 200, body: { clientId: client.clientId } })
    expect(await me(ownToken({}))).toMatchObject({ status: 200 })
  })

  it('cannot be widened: scopes are those of the client at most', async () => {
    const { body } = await me(ownToken({ scope: 'register clients everything', role: 'administrator' }))
    expect(body).toMatchObject({ role: 'labour-office', scopes: ['register', 'clients'] })
  })

  it.each<[string, () => string]>([
    ['another audience', () => ownToken({ aud: 'https://elsewhere.example' })],
    ['another issuer', () => ownToken({ iss: 'https://elsewhere.example' })],
    ['no issuer', () => ownToken({ iss: undefined })],
    ['an expiry that has passed', () => ownToken({ exp: Date.parse('2026-10-05T02:59:59Z') / 1_000 })],
    ['no expiry', () => ownToken({ exp: undefined })],
    ['a client that does not exist', () => ownToken({ sub: ADMIN_OTHER, client_id: ADMIN_OTHER })],
    ['a client id that is none', () => ownToken({ sub: 'x', client_id: 'x' })],
    ['another type', () => ownToken({}, { typ: 'khai-bao-receipt+jwt' })],
    ['an unknown key', () => ownToken({}, { kid: 'unknown' })],
    ['no key named', () => ownToken({}, { kid: undefined })],
    ['the algorithm none', () => `${part({ alg: 'none', typ: 'at+jwt' })}.${partsOf(client.token)[1]}.`],
    ['changed contents', () => tampered(client.token, { role: 'administrator' })],
    ['no signature', () => `${partsOf(client.token).slice(0, 2).join('.')}.`],
  ])('with %s is not', async (_what, make) => {
    expect(await me(make())).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer realm="khai-bao"' } })
  })

  it('signed with the public key as a shared secret is not', async () => {
    const { body } = await service.call('GET', '/.well-known/jwks.json')
    const [jwk] = body.keys as [Json]
    const forged = await new SignJWT(claimsOf(client.token))
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: service.signer.kid })
      .sign(Buffer.from(String(jwk.x), 'base64url'))
    expect((await me(forged)).status).toBe(401)
  })

  it.each(['x', 'a.b.c', '...'])('is not "%s"', async (text) => {
    expect((await me(text)).status).toBe(401)
  })

  it('ends after an hour, though it was seen a moment before', async () => {
    const token = await service.tokenOf(client)
    service.pass(3_599_000)
    expect((await me(token)).status).toBe(200)
    service.pass(1_000)
    expect((await me(token)).status).toBe(401)
    client = { ...client, token: await service.tokenOf(client) }
    admin = await service.administrator()
  })

  it('stops within a minute when its client is revoked', async () => {
    const other = await service.newClient(admin, { name: 'Cơ sở khám', role: 'examiner' })
    expect((await me(other.token)).status).toBe(200)
    expect(await service.call('DELETE', `/v1/clients/${other.clientId}`, { token: admin })).toMatchObject({
      status: 204,
    })
    service.pass(60_001)
    expect((await me(other.token)).status).toBe(401)
    await expect(service.tokenOf(other)).rejects.toThrow('invalid_client')
  })

  it('takes the name of the person from X-Actor', async () => {
    expect((await me(client.token, { 'x-actor': 'nguyen.van.a' })).body.actor).toBe('nguyen.van.a')
    expect((await me(client.token)).body.actor).toBeNull()
  })
})

const ADMIN_OTHER = '01890a5d-ac96-774b-bcce-b302099a8000'

function tampered(token: string, change: Json): string {
  const [header, , signature] = partsOf(token)
  return `${header}.${part({ ...claimsOf(token), ...change })}.${signature}`
}

describe('a token of a trusted issuer', () => {
  const now = () => Math.floor(Date.parse('2026-10-05T06:00:00Z') / 1_000)

  function foreignToken(
    claims: Json,
    { issuer = FOREIGN, audience = 'khai-bao', key = foreign.privateKey as KeyObject } = {},
  ) {
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'foreign-1' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject('user-7')
      .setExpirationTime(now() + 3_600)
      .sign(key)
  }

  it('acts for the enterprise whose tax code it names', async () => {
    const id = await registerEnterprise(service, admin, { taxCode: '0300588569' })
    const answer = await me(await foreignToken({ khaibao_role: 'enterprise', mst: '0300588569' }))
    expect(answer).toMatchObject({ status: 200, body: { role: 'enterprise', tenantId: id, name: null } })
  })

  it('has the jurisdiction that it names', async () => {
    const one = await me(await foreignToken({ khaibao_role: 'labour-office', dia_ban: ['VN-2025:19', 'VN-2004:06'] }))
    expect(one.body.jurisdiction).toMatchObject({ units: [{ code: '19' }, { scheme: 'VN-2004', code: '06' }] })
    const all = await me(await foreignToken({ khaibao_role: 'health-office', dia_ban: '*' }))
    expect(all.body.jurisdiction).toEqual({ national: true })
  })

  it('keeps one client id for one person', async () => {
    const first = await me(await foreignToken({ khaibao_role: 'integrator', jti: '1' }))
    const second = await me(await foreignToken({ khaibao_role: 'integrator', jti: '2' }))
    expect(first.body.clientId).toBe(second.body.clientId)
  })

  it('names the person itself, whatever X-Actor says', async () => {
    const token = await foreignToken({ khaibao_role: 'integrator', preferred_username: 'tran.thi.b' })
    expect((await me(token, { 'x-actor': 'somebody.else' })).body.actor).toBe('tran.thi.b')
  })

  it('is narrowed by scopes of ours, not by the issuer’s own', async () => {
    const narrowed = await me(
      await foreignToken({ khaibao_role: 'labour-office', dia_ban: '*', scope: 'openid register' }),
    )
    expect(narrowed.body.scopes).toEqual(['register'])
    const whole = await me(await foreignToken({ khaibao_role: 'labour-office', dia_ban: '*', scope: 'openid profile' }))
    expect(whole.body.scopes).toContain('declarations:read')
  })

  it.each<[string, () => Promise<string>]>([
    ['no role', () => foreignToken({})],
    ['an unknown role', () => foreignToken({ khaibao_role: 'king' })],
    ['an enterprise that is not registered', () => foreignToken({ khaibao_role: 'enterprise', mst: '0100109106' })],
    ['an office without jurisdiction', () => foreignToken({ khaibao_role: 'labour-office' })],
    ['a unit that does not exist', () => foreignToken({ khaibao_role: 'labour-office', dia_ban: ['VN-2025:999'] })],
    ['a commune that has no account', () => foreignToken({ khaibao_role: 'commune', dia_ban: ['VN-2025:01849'] })],
    ['another audience', () => foreignToken({ khaibao_role: 'integrator' }, { audience: 'other' })],
    ['another key', () => foreignToken({ khaibao_role: 'integrator' }, { key: otherKey() })],
    [
      'an issuer that is not trusted',
      () => foreignToken({ khaibao_role: 'integrator' }, { issuer: 'https://x.example' }),
    ],
    ['the name of this service as issuer', () => foreignToken({ khaibao_role: 'integrator' }, { issuer: ISSUER })],
  ])('with %s is not accepted', async (_what, make) => {
    expect((await me(await make())).status).toBe(401)
  })

  it('is asked to come again while the keys of its issuer cannot be had', async () => {
    const token = await foreignToken({ role: 'integrator' }, { issuer: `${FOREIGN}/away` })
    expect(await me(token)).toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
  })
})

function otherKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
}
