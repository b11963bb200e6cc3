import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../support/database.ts'
import { type Credentials, type Json, registerEnterprise, startTestService, type TestService } from './service.ts'

type Client = Credentials & { token: string }

let service: TestService
let enterpriseId: string
let enterprise: Client
let other: Client
let examiner: Client

beforeAll(async () => {
  service = await startTestService()
  const admin = await service.administrator()
  enterpriseId = await registerEnterprise(service, admin, { taxCode: '4600123459' })
  await registerEnterprise(service, admin, { taxCode: '0300588569' })
  enterprise = await service.newClient(admin, { name: 'A', role: 'enterprise', taxCode: '4600123459' })
  other = await service.newClient(admin, { name: 'B', role: 'enterprise', taxCode: '0300588569' })
  examiner = await service.newClient(admin, { name: 'Trung tâm Kiểm soát bệnh tật', role: 'examiner' })
})
afterAll(() => service.close())

const path = (clientId = examiner.clientId) => `/v1/enterprises/${enterpriseId}/delegations/${clientId}`
// Far off, because the database compares with its own clock.
const screening = { scopes: ['disease-screening'], until: '2999-12-31' }
const grant = (token: string, body: Json = screening, clientId?: string) =>
  service.call('PUT', path(clientId), { token, body })
const readBy = (token: string) => service.call('GET', `/v1/enterprises/${enterpriseId}`, { token })

describe('a delegation', () => {
  it('lets the facility see the enterprise, until it is taken back', async () => {
    expect((await readBy(examiner.token)).status).toBe(404)
    expect(await grant(enterprise.token)).toMatchObject({
      status: 200,
      body: { ...screening, clientId: examiner.clientId, name: 'Trung tâm Kiểm soát bệnh tật', role: 'examiner' },
    })
    expect((await readBy(examiner.token)).status).toBe(200)
    const listed = await service.call('GET', '/v1/enterprises', { token: examiner.token })
    expect(listed.body.items).toHaveLength(1)

    expect((await service.call('DELETE', path(), { token: enterprise.token })).status).toBe(204)
    expect((await readBy(examiner.token)).status).toBe(404)
    expect((await service.call('DELETE', path(), { token: enterprise.token })).status).toBe(404)
  })

  it('is granted only as far as the role of the client can use it', async () => {
    const monitoring = await grant(enterprise.token, { scopes: ['environment-monitoring'], until: '2999-12-31' })
    expect(monitoring).toMatchObject({ status: 404, body: { detail: expect.stringContaining('disease-screening') } })
  })

  it('is listed for the enterprise, and renewed by granting it again', async () => {
    await grant(enterprise.token)
    await grant(enterprise.token, { scopes: ['disease-screening'], until: '2998-06-30' })
    const { body } = await service.call('GET', `/v1/enterprises/${enterpriseId}/delegations`, {
      token: enterprise.token,
    })
    expect(body.items).toMatchObject([{ clientId: examiner.clientId, until: '2998-06-30' }])
  })

  it('ends with its last day', async () => {
    await grant(enterprise.token)
    await execute(service.url, "update delegation set until = '2000-12-31'")
    expect((await readBy(examiner.token)).status).toBe(404)
  })

  it('does not begin in the past', async () => {
    const answer = await grant(enterprise.token, { ...screening, until: '2026-10-04' })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/until' }] } })
  })

  it('is given to nobody but an examiner or a monitor', async () => {
    expect(await grant(enterprise.token, screening, other.clientId)).toMatchObject({ status: 404 })
    const nobody = '01890a5d-ac96-774b-bcce-b302099a8000'
    expect(await grant(enterprise.token, screening, nobody)).toMatchObject({ status: 404 })
  })

  it('is given by the enterprise only', async () => {
    expect(await grant(other.token)).toMatchObject({ status: 404 })
    expect(await grant(examiner.token)).toMatchObject({ status: 403 })
    expect(await grant(await service.administrator())).toMatchObject({ status: 403 })
  })
})
