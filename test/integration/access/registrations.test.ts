import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleRegistration } from '../../../src/access/registration-schemas.ts'
import { execute } from '../../support/database.ts'
import { type Credentials, type Json, registerEnterprise, startTestService, type TestService } from './service.ts'

let service: TestService
let admin: string
let office: string
let elsewhere: string

beforeAll(async () => {
  service = await startTestService()
  admin = await service.administrator()
  const officeOf = async (code: string) =>
    (await service.newClient(admin, { name: 'Sở', role: 'labour-office', jurisdiction: { units: [{ code }] } })).token
  office = await officeOf('19')
  elsewhere = await officeOf('01')
})
afterAll(() => service.close())

const register = (body: Json) => service.call('POST', '/v1/registrations', { body: { ...sampleRegistration, ...body } })
const decide = (token: string, id: unknown, body: Json) =>
  service.call('POST', `/v1/registrations/${id}/decision`, { token, body })
const credentials = (body: Json) => body as unknown as Credentials

describe('an enterprise that registers itself', () => {
  it('has a provisional account at once, and a full one when the office confirms', async () => {
    const registered = await register({})
    expect(registered).toMatchObject({
      status: 201,
      headers: { 'cache-control': 'no-store' },
      body: { state: 'pending', provisional: true },
    })
    const { id, enterpriseId } = registered.body
    const token = await service.tokenOf(credentials(registered.body))
    expect((await service.call('GET', '/v1/me', { token })).body).toMatchObject({
      role: 'enterprise',
      provisional: true,
      enterprise: { id: enterpriseId, taxCode: sampleRegistration.taxCode, name: sampleRegistration.name },
    })
    expect(await service.register.snapshot(String(enterpriseId))).toMatchObject({ provisional: true })

    const decided = await decide(office, id, { decision: 'confirm' })
    expect(decided).toMatchObject({ status: 200, body: { state: 'confirmed', decidedAt: '2026-10-05T03:00:00.000Z' } })
    expect(await service.register.snapshot(String(enterpriseId))).toMatchObject({ provisional: false })
    service.pass(60_001)
    expect((await service.call('GET', '/v1/me', { token })).body.provisional).toBe(false)
  })

  it('is told only that it is in conflict when the tax code is registered already', async () => {
    await registerEnterprise(service, admin, { taxCode: '0300588569' })
    const answer = await register({ taxCode: '0300588569' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(Object.keys(answer.body).sort()).toEqual([
      'code',
      'detail',
      'instance',
      'requestId',
      'status',
      'title',
      'type',
    ])
  })

  it('may try again after mending what was wrong', async () => {
    const wrong = await register({ taxCode: '0100109107', headOffice: { code: '99999' }, contact: { name: 'x' } })
    expect(wrong.status).toBe(422)
    expect((wrong.body.errors as Json[]).map(({ pointer }) => pointer).sort()).toEqual([
      '/contact',
      '/headOffice/code',
      '/taxCode',
    ])
    expect((await register({ taxCode: '0100109106' })).status).toBe(201)
  })

  it('leaves its tax code to the owner when the office refuses', async () => {
    const pretender = await register({ taxCode: '0100100079' })
    const token = await service.tokenOf(credentials(pretender.body))
    const { id } = pretender.body
    expect(await decide(office, id, { decision: 'refuse' })).toMatchObject({ status: 422 })
    const refused = await decide(office, id, { decision: 'refuse', reason: 'Không có doanh nghiệp này' })
    expect(refused).toMatchObject({ status: 200, body: { state: 'refused', reason: 'Không có doanh nghiệp này' } })

    service.pass(60_001)
    expect((await service.call('GET', '/v1/me', { token })).status).toBe(401)
    await expect(service.tokenOf(credentials(pretender.body))).rejects.toThrow('invalid_client')
    expect((await register({ taxCode: '0100100079' })).status).toBe(201)
  })
})

describe('an office', () => {
  it('sees registrations on its territory, and no others', async () => {
    const { body: registered } = await register({ taxCode: '0100107370' })
    const { body } = await service.call('GET', '/v1/registrations?state=pending', { token: office })
    expect((body.items as Json[]).map(({ id }) => id)).toContain(registered.id)
    expect((body.items as Json[]).every(({ state }) => state === 'pending')).toBe(true)

    expect((await service.call('GET', '/v1/registrations', { token: elsewhere })).body.items).toEqual([])
    const path = `/v1/registrations/${registered.id}`
    expect(await service.call('GET', path, { token: elsewhere })).toMatchObject({ status: 404 })
    expect(await decide(elsewhere, registered.id, { decision: 'confirm' })).toMatchObject({ status: 404 })
  })

  it('decides once', async () => {
    const { body } = await register({ taxCode: '0100107518' })
    expect((await decide(office, body.id, { decision: 'confirm' })).status).toBe(200)
    expect(await decide(office, body.id, { decision: 'refuse', reason: 'x' })).toMatchObject({ status: 409 })
    await service.tokenOf(credentials(body))
  })

  it('reads the contact for a stated purpose, which leaves a trace', async () => {
    const { body } = await register({ taxCode: '0100111948' })
    const path = `/v1/registrations/${body.id}`
    expect((await service.call('GET', path, { token: office })).body.contact).toBeNull()
    const headers = { 'x-purpose': 'verify', 'x-actor': 'can.bo' }
    const read = await service.call('GET', path, { token: office, headers })
    expect(read.body.contact).toEqual(sampleRegistration.contact)
    const traces = await execute(
      service.url,
      'select actor, purpose from registration_contact_access where registration_id = $1',
      [body.id],
    )
    expect(traces).toEqual([{ actor: 'can.bo', purpose: 'verify' }])
  })

  it('does not read the contact with a token that lacks the scope', async () => {
    const { body } = await register({ taxCode: '0100112437' })
    const headers = { 'x-purpose': 'verify' }
    const answer = await service.call('GET', `/v1/registrations/${body.id}`, { token: admin, headers })
    expect(answer).toMatchObject({ status: 403 })
  })
})

it('the contact and a person’s number are nowhere in the database in the open', async () => {
  const { status } = await register({ taxCode: '019091000123' })
  expect(status).toBe(201)
  const tables = await execute(
    service.url,
    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  for (const { table_name } of tables) {
    const [dump] = await execute(service.url, `select string_agg(t::text, E'\\n') as text from "${table_name}" t`)
    for (const secret of ['019091000123', ...Object.values(sampleRegistration.contact)]) {
      expect(dump?.text ?? '').not.toContain(secret)
      expect(dump?.text ?? '').not.toContain(Buffer.from(secret).toString('hex'))
    }
  }
})
