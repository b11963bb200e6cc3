import type { OpenAPIV3_1 } from 'openapi-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { investigationContext } from '../../src/accident/investigation/sample.ts'
import { outcomeContext } from '../../src/accident/outcome/sample.ts'
import { sampleContext } from '../../src/accident/sample.ts'
import { sampleContext as reportContext } from '../../src/periodic-report/sample.ts'
import { type DescribedOperation, operationsOf } from '../support/document.ts'
import { type Answer, type Json, NOW, startTestService, TestClient, type TestService } from '../support/service.ts'

/** Each request example is sent as it stands in the document; only ids and secrets of things that exist are filled in. */
let service: TestService
let office: TestClient
let healthOffice: TestClient
let enterprise: TestClient
let enterpriseId: string
let declarationId: string
const sent = new Set<string>()

beforeAll(async () => {
  service = await startTestService()
  service.setTime(sampleContext.receivedAt.toISOString())
  office = await service.admin.newClient({
    name: 'Sở Nội vụ tỉnh Thái Nguyên',
    role: 'labour-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
  healthOffice = await service.admin.newClient({
    name: 'Sở Y tế tỉnh Thái Nguyên',
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
})
afterAll(() => service.close())

function operation(id: string): DescribedOperation {
  const found = operationsOf(service.contract.document).find((each) => each.operation.operationId === id)
  if (found === undefined) throw new Error(`the document has no operation ${id}`)
  return found
}

function exampleOf(id: string, mediaType = 'application/json'): Json {
  const body = operation(id).operation.requestBody as OpenAPIV3_1.RequestBodyObject
  sent.add(`${id} ${mediaType}`)
  return body.content[mediaType]?.example as Json
}

function sendExample(
  caller: TestClient,
  id: string,
  ids: Readonly<Record<string, string>> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { method, path } = operation(id)
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')
  return caller.send(method as 'post' | 'put', filled, exampleOf(id), headers)
}

/** A file, to a declaration of the kind so named. */
async function attachExample(caller: TestClient, noun: string, id: string): Promise<void> {
  const operationId = `attachTo${noun}`
  const path = operation(operationId).path.replace('{id}', id)
  const content = exampleOf(operationId, OCTETS)
  const answer = await caller.send('post', `${path}?name=van-ban.pdf`, content, { 'content-type': OCTETS })
  expect(answer.status).toBe(201)
}

const OCTETS = 'application/octet-stream'

/** Clients of the same parties, with tokens of this moment. */
async function atTheTime(instant: Date): Promise<{ office: TestClient; enterprise: TestClient }> {
  service.setTime(instant.toISOString())
  const { taxCode } = exampleOf('registerEnterprise')
  const units = [{ scheme: 'VN-2025', code: '19' }]
  return {
    office: await service.admin.newClient({ name: 'Sở Nội vụ', role: 'labour-office', jurisdiction: { units } }),
    enterprise: await service.admin.newClient({ name: 'phần mềm', role: 'enterprise', taxCode }),
  }
}

describe('the examples of the document, one after the other', () => {
  it('register the enterprise', async () => {
    const answer = await sendExample(office, 'registerEnterprise')
    expect(answer.status).toBe(201)
    enterpriseId = String(answer.body.id)
  })

  it.each(['Facility', 'MonitoringOrganisation'])(
    'register and change the %s, which is shown as the example says',
    async (noun) => {
      const { status, body } = await sendExample(healthOffice, `register${noun}`)
      expect(status).toBe(201)
      const changed = await sendExample(healthOffice, `change${noun}`, { id: String(body.id) }, { 'if-match': '"1"' })
      expect(changed.status).toBe(200)
      const own = { id: body.id, createdAt: body.createdAt, updatedAt: body.updatedAt, eligibility: body.eligibility }
      const { responses } = operation(`register${noun}`)
      expect(body).toEqual({ ...(responses[201]?.content?.['application/json']?.example as Json), ...own })
      expect(body.eligibility).toMatchObject({ eligible: true, obstacle: null })
    },
  )

  it('give it a client, whose token comes by both forms of the token request', async () => {
    const { status, body } = await sendExample(office, 'createClient')
    expect(status).toBe(201)
    const credentials = { client_id: body.clientId, client_secret: body.clientSecret }
    const token = '/oauth2/token'
    const json = exampleOf('issueToken')
    const form = exampleOf('issueToken', 'application/x-www-form-urlencoded')
    expect((await service.http.post(token).send({ ...json, ...credentials })).status).toBe(200)
    expect(
      (
        await service.http
          .post(token)
          .type('form')
          .send({ ...form, ...credentials })
      ).status,
    ).toBe(200)
    enterprise = await TestClient.withCredentials(service.http, String(body.clientId), String(body.clientSecret))
  })

  it('validate the declaration, with and without a token', async () => {
    for (const caller of [enterprise, TestClient.anonymous(service)]) {
      const { status, body } = await sendExample(caller, 'validateAccident')
      expect(status).toBe(200)
      expect(body).toMatchObject({ acceptable: true, errors: [] })
    }
  })

  it('validate it on a later day too, when it is late but no less acceptable', async () => {
    service.setTime(NOW)
    const { body } = await sendExample(TestClient.anonymous(service), 'validateAccident')
    service.setTime(sampleContext.receivedAt.toISOString())
    expect(body.acceptable).toBe(true)
  })

  it('file the declaration, which has no fault', async () => {
    const { status, body } = await sendExample(enterprise, 'fileAccident', {}, { 'idempotency-key': 'example' })
    expect(status).toBe(201)
    expect((body.findings as Json[]).filter(({ kind }) => kind !== 'info')).toEqual([])
    declarationId = String(body.id)
  })

  it('amend it', async () => {
    const answer = await sendExample(enterprise, 'amendAccident', { id: declarationId }, { 'if-match': '"1"' })
    expect(answer.status).toBe(200)
    expect(answer.body.revision).toBe(2)
    const diff = await enterprise.get(`/v1/accident-declarations/${declarationId}/revisions/2/diff`)
    const media = operation('diffAccidentRevision').responses[200]?.content?.['application/json']
    expect(diff.body).toEqual(media?.example)
  })

  it('investigate it, tell what became of the victim and attach a paper', async () => {
    const id = declarationId
    const inJune = await atTheTime(investigationContext.receivedAt)
    const kept = await sendExample(inJune.office, 'keepAccidentInvestigation', { id }, { 'if-match': '"2"' })
    expect(kept.status).toBe(200)
    const later = await atTheTime(outcomeContext.receivedAt)
    const told = await sendExample(later.enterprise, 'tellAccidentOutcome', { id }, { 'if-match': '"3"' })
    expect(told.status).toBe(201)
    for (const { body } of [kept, told]) {
      expect((body.findings as Json[]).filter(({ kind }) => kind !== 'info')).toEqual([])
    }
    await attachExample(later.enterprise, 'Accident', id)
    service.setTime(sampleContext.receivedAt.toISOString())
  })

  it('withdraw it', async () => {
    const answer = await sendExample(enterprise, 'withdrawAccident', { id: declarationId }, { 'if-match': '"4"' })
    expect(answer.status).toBe(200)
    expect(answer.body.status).toBe('withdrawn')
  })

  it('declare a technical incident, review it and withdraw it', async () => {
    const anybody = await sendExample(TestClient.anonymous(service), 'validateIncident')
    expect(anybody.body).toMatchObject({ acceptable: true, errors: [] })
    const filed = await sendExample(enterprise, 'fileIncident', {}, { 'idempotency-key': 'incident' })
    expect(filed.status).toBe(201)
    expect((filed.body.findings as Json[]).filter(({ kind }) => kind !== 'info')).toEqual([])
    const id = String(filed.body.id)
    const at = (seq: number) => ({ 'if-match': `"${seq}"` })
    expect((await sendExample(enterprise, 'amendIncident', { id }, at(1))).body.revision).toBe(2)
    const diff = await enterprise.get(`/v1/technical-incidents/${id}/revisions/2/diff`)
    expect(diff.body).toEqual(operation('diffIncidentRevision').responses[200]?.content?.['application/json']?.example)
    expect((await sendExample(office, 'returnIncident', { id }, at(2))).body.status).toBe('returned')
    expect((await sendExample(enterprise, 'commentIncident', { id })).status).toBe(201)
    expect((await sendExample(office, 'reEvaluateIncident', { id }, at(4))).status).toBe(200)
    expect((await sendExample(office, 'acceptIncident', { id }, at(5))).body.status).toBe('accepted')
    await attachExample(enterprise, 'Incident', id)
    expect((await sendExample(enterprise, 'withdrawIncident', { id }, at(6))).body.status).toBe('withdrawn')
  })

  it('object to an incident that the office recorded', async () => {
    const onBehalf = { enterpriseId, channel: 'PHONE', source: 'Giám đốc công ty gọi điện' }
    const recorded = { ...exampleOf('fileIncident'), onBehalf }
    const { body } = await office.expect(201, 'post', '/v1/technical-incidents', recorded, { 'idempotency-key': 'own' })
    const answer = await sendExample(enterprise, 'contestIncident', { id: String(body.id) }, { 'if-match': '"1"' })
    expect(answer.status).toBe(200)
  })

  it('file a periodic report after its period, review it and withdraw it', async () => {
    service.setTime(reportContext.receivedAt.toISOString())
    const { taxCode } = exampleOf('registerEnterprise')
    const reporter = await service.admin.newClient({ name: 'phần mềm báo cáo', role: 'enterprise', taxCode })
    const reader = await service.admin.newClient({
      name: 'Sở Nội vụ tỉnh Thái Nguyên',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
    })
    const anybody = await sendExample(TestClient.anonymous(service), 'validateReport')
    expect(anybody.body).toMatchObject({ acceptable: true, errors: [] })
    const filed = await sendExample(reporter, 'fileReport', {}, { 'idempotency-key': 'report' })
    expect(filed.status).toBe(201)
    const id = String(filed.body.id)
    const at = (seq: number) => ({ 'if-match': `"${seq}"` })
    expect((await sendExample(reporter, 'amendReport', { id }, at(1))).body.revision).toBe(2)
    const diff = await reporter.get(`/v1/periodic-reports/${id}/revisions/2/diff`)
    expect(diff.body).toEqual(operation('diffReportRevision').responses[200]?.content?.['application/json']?.example)
    expect((await sendExample(reader, 'returnReport', { id }, at(2))).body.status).toBe('returned')
    expect((await sendExample(reporter, 'commentReport', { id })).status).toBe(201)
    expect((await sendExample(reader, 'reEvaluateReport', { id }, at(4))).status).toBe(200)
    expect((await sendExample(reader, 'acceptReport', { id }, at(5))).body.status).toBe('accepted')
    await attachExample(reporter, 'Report', id)
    expect((await sendExample(reporter, 'withdrawReport', { id }, at(6))).body.status).toBe('withdrawn')

    const onBehalf = { enterpriseId, channel: 'POST' }
    const recorded = { ...exampleOf('fileReport'), onBehalf, note: 'Báo cáo giấy.' }
    const paper = await reader.expect(201, 'post', '/v1/periodic-reports', recorded, { 'idempotency-key': 'paper' })
    const contested = await sendExample(reporter, 'contestReport', { id: String(paper.body.id) }, at(1))
    expect(contested.status).toBe(200)
    service.setTime(sampleContext.receivedAt.toISOString())
  })

  it('decide on what was declared twice, and on what contradicts', async () => {
    const { office: officer, enterprise: filer } = await atTheTime(reportContext.receivedAt)
    for (const position of ['Phó giám đốc', 'Trưởng phòng']) {
      const { declarant, ...rest } = exampleOf('fileAccident')
      const again = { ...rest, declarant: { ...(declarant as Json), position } }
      expect((await filer.file(again)).status).toBe(201)
    }
    for (const [list, decision] of [
      ['/v1/duplicates', 'decideDuplicate'],
      ['/v1/contradictions', 'decideContradiction'],
    ] as const) {
      const { body } = await officer.expect(200, 'get', list)
      const [first] = body.items as Json[]
      expect((await sendExample(officer, decision, { id: String(first?.id) })).status).toBe(200)
    }
    service.setTime(sampleContext.receivedAt.toISOString())
  })

  it('change the enterprise', async () => {
    const answer = await sendExample(enterprise, 'changeEnterprise', { id: enterpriseId }, { 'if-match': '"1"' })
    expect(answer.status).toBe(200)
  })

  it('ask for an account and confirm who asked', async () => {
    const asked = await sendExample(TestClient.anonymous(service), 'register')
    expect(asked.status).toBe(201)
    const decided = await sendExample(office, 'decideRegistration', { id: String(asked.body.id) })
    expect(decided.status).toBe(200)
    expect(decided.body.state).toBe('confirmed')
  })

  it('give a client a new secret', async () => {
    expect((await sendExample(enterprise, 'rotateClientSecret', { id: enterprise.clientId })).status).toBe(201)
  })

  it('delegate to an examination facility', async () => {
    const examiner = await service.admin.newClient({ name: 'Trung tâm Kiểm soát bệnh tật', role: 'examiner' })
    const answer = await sendExample(enterprise, 'grantDelegation', { id: enterpriseId, clientId: examiner.clientId })
    expect(answer.status).toBe(200)
  })

  it('verify a receipt', async () => {
    const answer = await sendExample(TestClient.anonymous(service), 'verifyReceipt')
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual(operation('verifyReceipt').responses[200]?.content?.['application/json']?.example)
  })

  it('are all of them', () => {
    const stated = operationsOf(service.contract.document).flatMap(({ operation: { operationId, requestBody } }) =>
      Object.keys((requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content ?? {}).map(
        (mediaType) => `${operationId} ${mediaType}`,
      ),
    )
    expect([...sent].sort()).toEqual(stated.sort())
  })
})
