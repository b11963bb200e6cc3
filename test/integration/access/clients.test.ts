import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleMonitoringOrganisation } from '../../../src/provider/sample.ts'
import { type Credentials, type Json, registerEnterprise, startTestService, type TestService } from './service.ts'

const THAI_NGUYEN = { scheme: 'VN-2025', code: '19' }
const IN_THAI_NGUYEN = { scheme: 'VN-2025', code: '01849' }
const IN_HA_NOI = { scheme: 'VN-2025', code: '00070' }

let service: TestService
let admin: string
let office: string
let builder: string

beforeAll(async () => {
  service = await startTestService()
  admin = await service.administrator()
  const provincial = { name: 'Sở Nội vụ Thái Nguyên', role: 'labour-office', jurisdiction: { units: [THAI_NGUYEN] } }
  office = (await service.newClient(admin, provincial)).token
  builder = await registerEnterprise(service, admin, { taxCode: '4600123459', headOffice: IN_THAI_NGUYEN })
  await registerEnterprise(service, admin, { taxCode: '0100109106', headOffice: IN_HA_NOI })
})
afterAll(() => service.close())

const create = (by: string, body: Json) =>
  service.call('POST', '/v1/clients', { token: by, body: { name: 'Tài khoản thử', ...body } })
const pointers = (body: Json) => (body.errors as { pointer: string }[]).map(({ pointer }) => pointer)

describe('creating a client', () => {
  it('shows its secret once, and lets it in', async () => {
    const created = await create(admin, { role: 'enterprise', taxCode: '4600123459' })
    expect(created).toMatchObject({
      status: 201,
      headers: { 'cache-control': 'no-store', location: `/v1/clients/${created.body.clientId}` },
      body: { role: 'enterprise', tenantId: builder, provisional: false },
    })
    const token = await service.tokenOf(created.body as unknown as Credentials)
    expect((await service.call('GET', '/v1/me', { token })).body).toMatchObject({
      tenantId: builder,
      enterprise: { id: builder, taxCode: '4600123459' },
      jurisdiction: null,
    })
    const read = await service.call('GET', `/v1/clients/${created.body.clientId}`, { token: admin })
    expect(JSON.stringify(read.body)).not.toContain(String(created.body.clientSecret))
  })

  it('makes one tenant for all clients of a commune', async () => {
    const jurisdiction = { units: [{ code: '01849' }] }
    const first = await create(admin, { role: 'commune', jurisdiction })
    const second = await create(office, { role: 'commune', jurisdiction })
    expect(first.body).toMatchObject({ jurisdiction: { units: [{ ...IN_THAI_NGUYEN, name: expect.any(String) }] } })
    expect(second.body.tenantId).toBe(first.body.tenantId)
  })

  it('puts the clients of a monitoring organisation under its place in the register, or under none', async () => {
    const ministry = { name: 'Bộ Y tế', role: 'health-office', jurisdiction: { national: true } }
    const { token } = await service.newClient(admin, ministry)
    const listed = await service.call('POST', '/v1/monitoring-organisations', {
      token,
      body: { ...sampleMonitoringOrganisation, taxCode: '0100109106' },
    })
    // An enterprise has the same tax code.
    const first = await create(admin, { role: 'monitor', taxCode: '0100109106' })
    expect(first).toMatchObject({ status: 201, body: { tenantId: listed.body.id } })
    expect((await create(admin, { role: 'monitor', taxCode: '0100109106' })).body.tenantId).toBe(listed.body.id)
    expect((await create(admin, { role: 'monitor' })).body.tenantId).toBeNull()
    const monitor = await service.tokenOf(first.body as unknown as Credentials)
    expect((await service.call('GET', '/v1/me', { token: monitor })).body).toMatchObject({
      tenantId: listed.body.id,
      enterprise: null,
    })
    const managed = await service.call('GET', `/v1/clients/${first.body.clientId}`, { token: admin })
    expect(managed.status).toBe(200)
  })

  it.each<[string, Json, string[]]>([
    ['an enterprise without tax code', { role: 'enterprise' }, ['/taxCode']],
    ['an enterprise that is not registered', { role: 'enterprise', taxCode: '0100100079' }, ['/taxCode']],
    ['an enterprise with something that is no tax code', { role: 'enterprise', taxCode: '123' }, ['/taxCode']],
    [
      'an enterprise with a jurisdiction',
      { role: 'enterprise', taxCode: '4600123459', jurisdiction: { national: true } },
      ['/jurisdiction'],
    ],
    ['a commune that is a province', { role: 'commune', jurisdiction: { units: [THAI_NGUYEN] } }, ['/jurisdiction']],
    [
      'a commune that is two',
      { role: 'commune', jurisdiction: { units: [IN_THAI_NGUYEN, IN_HA_NOI] } },
      ['/jurisdiction'],
    ],
    ['a commune that is the country', { role: 'commune', jurisdiction: { national: true } }, ['/jurisdiction']],
    ['an office without jurisdiction', { role: 'health-office' }, ['/jurisdiction']],
    [
      'an office of a unit that does not exist',
      { role: 'labour-office', jurisdiction: { units: [THAI_NGUYEN, { scheme: 'VN-2025', code: '99' }] } },
      ['/jurisdiction/units/1/code'],
    ],
    ['a monitor of an organisation that nobody listed', { role: 'monitor', taxCode: '0100100079' }, ['/taxCode']],
    ['a monitor with the tax code of an enterprise', { role: 'monitor', taxCode: '4600123459' }, ['/taxCode']],
    ['an examiner with a tax code', { role: 'examiner', taxCode: '4600123459' }, ['/taxCode']],
    [
      'a scope that the role does not have',
      { role: 'integrator', scopes: ['declarations:read', 'register'] },
      ['/scopes/1'],
    ],
  ])('refuses %s', async (_what, body, expected) => {
    const answer = await create(admin, body)
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation-failed' } })
    expect(pointers(answer.body)).toEqual(expected)
  })

  it('tells what is wrong in Vietnamese too', async () => {
    const { body } = await service.call('POST', '/v1/clients', {
      token: admin,
      body: { name: 'x', role: 'enterprise' },
      headers: { 'accept-language': 'vi' },
    })
    expect((body.errors as Json[])[0]?.message).toContain('mã số thuế')
  })
})

describe('a labour office', () => {
  it('gives accounts to enterprises and communes on its territory', async () => {
    expect((await create(office, { role: 'enterprise', taxCode: '4600123459' })).status).toBe(201)
    expect((await create(office, { role: 'commune', jurisdiction: { units: [IN_THAI_NGUYEN] } })).status).toBe(201)
  })

  it('does not know an enterprise elsewhere', async () => {
    const elsewhere = await create(office, { role: 'enterprise', taxCode: '0100109106' })
    const unknown = await create(office, { role: 'enterprise', taxCode: '0100100079' })
    expect(elsewhere.status).toBe(422)
    expect(elsewhere.body.errors).toEqual(unknown.body.errors)
  })

  it('gives none to a commune elsewhere', async () => {
    const answer = await create(office, { role: 'commune', jurisdiction: { units: [IN_HA_NOI] } })
    expect(answer).toMatchObject({ status: 403 })
  })

  it('gives one to a former commune that went to its province, and to none that went elsewhere', async () => {
    const former = (code: string) => ({ role: 'commune', jurisdiction: { units: [{ scheme: 'VN-2004', code }] } })
    // 01840 lay in the former province Bắc Kạn, which went to Thái Nguyên; 00001 in Hà Nội.
    expect((await create(office, former('01840'))).status).toBe(201)
    expect((await create(office, former('00001'))).status).toBe(403)
  })

  it.each(['labour-office', 'health-office', 'examiner', 'monitor', 'integrator', 'administrator'])(
    'makes no %s',
    async (role) => {
      const jurisdiction = role.endsWith('office') ? { jurisdiction: { units: [THAI_NGUYEN] } } : {}
      expect(await create(office, { role, ...jurisdiction })).toMatchObject({ status: 403 })
    },
  )

  it('sees the clients it manages and no others', async () => {
    const elsewhere = await create(admin, { role: 'enterprise', taxCode: '0100109106' })
    const { body } = await service.call('GET', '/v1/clients?limit=200', { token: office })
    const roles = new Set((body.items as Json[]).map(({ role }) => role))
    expect(roles).toEqual(new Set(['enterprise', 'commune']))
    expect(JSON.stringify(body)).not.toContain(elsewhere.body.clientId)
    const path = `/v1/clients/${elsewhere.body.clientId}`
    expect(await service.call('GET', path, { token: office })).toMatchObject({ status: 404 })
    expect(await service.call('DELETE', path, { token: office })).toMatchObject({ status: 404 })
    expect(await service.call('POST', `${path}/secrets`, { token: office, body: {} })).toMatchObject({ status: 404 })
  })

  it('of the whole country does not manage administrators either', async () => {
    const national = await service.newClient(admin, {
      name: 'Bộ Nội vụ',
      role: 'labour-office',
      jurisdiction: { national: true },
    })
    const { body } = await service.call('GET', '/v1/clients?limit=200', { token: national.token })
    const roles = new Set((body.items as Json[]).map(({ role }) => role))
    expect(roles).toEqual(new Set(['enterprise', 'commune']))
  })
})

describe('the list of clients', () => {
  it('comes in pages that neither repeat nor skip one', async () => {
    const seen: unknown[] = []
    let cursor: unknown = null
    do {
      const path: string = `/v1/clients?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`
      const { body } = await service.call('GET', path, { token: admin })
      seen.push(...(body.items as Json[]).map(({ clientId }) => clientId))
      cursor = body.next
    } while (cursor !== null)
    const whole = await service.call('GET', '/v1/clients?limit=200', { token: admin })
    expect(seen).toEqual((whole.body.items as Json[]).map(({ clientId }) => clientId))
    expect(seen.length).toBeGreaterThan(6)
  })

  it('refuses a cursor that is none', async () => {
    expect(await service.call('GET', '/v1/clients?cursor=abc', { token: admin })).toMatchObject({ status: 400 })
  })

  it('is not for who files', async () => {
    const enterprise = await service.newClient(admin, { name: 'x', role: 'enterprise', taxCode: '4600123459' })
    expect(await service.call('GET', '/v1/clients', { token: enterprise.token })).toMatchObject({ status: 403 })
  })
})

describe('rotating a secret', () => {
  const rotate = (token: string, clientId: string, body: Json = {}) =>
    service.call('POST', `/v1/clients/${clientId}/secrets`, { token, body })

  it('lets the earlier one work for a day more', async () => {
    const client = await service.newClient(admin, { name: 'x', role: 'integrator' })
    const rotated = await rotate(client.token, client.clientId)
    expect(rotated).toMatchObject({ status: 201, headers: { 'cache-control': 'no-store' } })
    const fresh = { clientId: client.clientId, clientSecret: String(rotated.body.clientSecret) }
    service.pass(86_399_000)
    await service.tokenOf(client)
    await service.tokenOf(fresh)
    service.pass(1_000)
    await expect(service.tokenOf(client)).rejects.toThrow('invalid_client')
    await service.tokenOf(fresh)
    admin = await service.administrator()
    office = (
      await service.newClient(admin, { name: 'x', role: 'labour-office', jurisdiction: { units: [THAI_NGUYEN] } })
    ).token
  })

  it('ends the earlier one at once when asked to', async () => {
    const client = await service.newClient(admin, { name: 'x', role: 'integrator' })
    await rotate(admin, client.clientId, { overlapHours: 0 })
    await expect(service.tokenOf(client)).rejects.toThrow('invalid_client')
  })

  it('never lengthens the life of an earlier one', async () => {
    const client = await service.newClient(admin, { name: 'x', role: 'integrator' })
    await rotate(admin, client.clientId, { overlapHours: 1 })
    await rotate(admin, client.clientId, { overlapHours: 48 })
    service.pass(3_600_000)
    await expect(service.tokenOf(client)).rejects.toThrow('invalid_client')
    admin = await service.administrator()
  })

  it('is refused while five work', async () => {
    const client = await service.newClient(admin, { name: 'x', role: 'integrator' })
    for (let made = 1; made < 5; made += 1) expect((await rotate(admin, client.clientId)).status).toBe(201)
    expect(await rotate(admin, client.clientId)).toMatchObject({ status: 409 })
  })

  it('is not done for another client', async () => {
    const client = await service.newClient(admin, { name: 'x', role: 'integrator' })
    const other = await service.newClient(admin, { name: 'y', role: 'integrator' })
    expect(await rotate(other.token, client.clientId)).toMatchObject({ status: 404 })
  })

  it('a secret that leaked is ended by its id', async () => {
    const client = await service.newClient(admin, { name: 'x', role: 'integrator' })
    const { body } = await service.call('GET', `/v1/clients/${client.clientId}`, { token: admin })
    const [secret] = body.secrets as [{ secretId: string }]
    const path = `/v1/clients/${client.clientId}/secrets/${secret.secretId}`
    expect(await service.call('DELETE', path, { token: client.token })).toMatchObject({ status: 204 })
    expect(await service.call('DELETE', path, { token: admin })).toMatchObject({ status: 404 })
    await expect(service.tokenOf(client)).rejects.toThrow('invalid_client')
  })
})

describe('revoking a client', () => {
  it('may be said twice, and stays on record', async () => {
    const client = await service.newClient(admin, { name: 'x', role: 'integrator' })
    const path = `/v1/clients/${client.clientId}`
    expect((await service.call('DELETE', path, { token: admin })).status).toBe(204)
    expect((await service.call('DELETE', path, { token: admin })).status).toBe(204)
    expect((await service.call('GET', path, { token: admin })).body.revokedAt).toEqual(expect.any(String))
  })
})
