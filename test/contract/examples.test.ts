import type { OpenAPIV3_1 } from 'openapi-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { investigationContext } from '../../src/accident/investigation/sample.ts'
import { outcomeContext } from '../../src/accident/outcome/sample.ts'
import { KINDS } from '../../src/kinds.ts'
import { reportKind } from '../../src/periodic-report/kind.ts'
import { KIND_ACCESS, recorderOf } from '../support/access/kind-expectations.ts'
import { type DescribedOperation, operationsOf } from '../support/document.ts'
import { recordedFiling } from '../support/new-filings.ts'
import { SAMPLE_ENTERPRISE } from '../support/parties.ts'
import { type Answer, type Json, NOW, startTestService, TestClient, type TestService } from '../support/service.ts'

/**
 * Each request example is sent as it stands in the document; only ids and secrets of things that exist are filled in.
 * Declarations are filed when their examples are, which is before anybody's token was issued.
 */
let service: TestService
const offices = {} as Record<'labour-office' | 'health-office', TestClient>
let enterprise: TestClient
let enterpriseId: string
const filedIds = new Map<string, string>()
const sent = new Set<string>()

beforeAll(async () => {
  service = await startTestService()
  const jurisdiction = { units: [{ scheme: 'VN-2025', code: '19' }] }
  for (const role of ['labour-office', 'health-office'] as const) {
    offices[role] = await service.admin.newClient({ name: `${role} tỉnh Thái Nguyên`, role, jurisdiction })
  }
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
  const { example, examples } = body.content[mediaType] ?? {}
  const [first] = Object.values(examples ?? {}) as OpenAPIV3_1.ExampleObject[]
  return (example ?? first?.value) as Json
}

function answerOf(id: string, status: number): unknown {
  return operation(id).responses[status]?.content?.['application/json']?.example
}

function pathOf(id: string, ids: Readonly<Record<string, string>> = {}): string {
  return operation(id).path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')
}

function sendExample(
  caller: TestClient,
  id: string,
  ids: Readonly<Record<string, string>> = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  return caller.send(operation(id).method as 'post' | 'put', pathOf(id, ids), exampleOf(id), headers)
}

const at = (seq: number) => ({ 'if-match': `"${seq}"` })
const faultsOf = ({ body }: Answer) => (body.findings as Json[]).filter(({ kind }) => kind !== 'info')

/** In the order in which their samples are received: what one tells, another may have to agree with. */
const TO_FILE = KIND_ACCESS.map((access) => {
  const receivedAt = KINDS.find((kind) => kind.id === access.id)?.sampleContext.receivedAt.toISOString() ?? NOW
  return { ...access, receivedAt }
}).sort((one, other) => one.receivedAt.localeCompare(other.receivedAt))

describe('the examples of the document, one after the other', () => {
  it('register the enterprise', async () => {
    const answer = await sendExample(offices['labour-office'], 'registerEnterprise')
    expect(answer.status).toBe(201)
    enterpriseId = String(answer.body.id)
  })

  it.each(['Facility', 'MonitoringOrganisation'])(
    'register and change the %s, which is shown as the example says',
    async (noun) => {
      const { status, body } = await sendExample(offices['health-office'], `register${noun}`)
      expect(status).toBe(201)
      const id = String(body.id)
      expect((await sendExample(offices['health-office'], `change${noun}`, { id }, at(1))).status).toBe(200)
      const own = { id: body.id, createdAt: body.createdAt, updatedAt: body.updatedAt, eligibility: body.eligibility }
      expect(body).toEqual({ ...(answerOf(`register${noun}`, 201) as Json), ...own })
      expect(body.eligibility).toMatchObject({ eligible: true, obstacle: null })
    },
  )

  it('give it a client, whose token comes by both forms of the token request', async () => {
    const { status, body } = await sendExample(offices['labour-office'], 'createClient')
    expect(status).toBe(201)
    const credentials = { client_id: body.clientId, client_secret: body.clientSecret }
    const token = service.http.post('/oauth2/token')
    expect((await token.send({ ...exampleOf('issueToken'), ...credentials })).status).toBe(200)
    const form = { ...exampleOf('issueToken', 'application/x-www-form-urlencoded'), ...credentials }
    expect((await service.http.post('/oauth2/token').type('form').send(form)).status).toBe(200)
    enterprise = await TestClient.withCredentials(service.http, String(body.clientId), String(body.clientSecret))
  })

  describe.each(TO_FILE)('of a declaration, $id', ({ id: kind, name, reviewers, receivedAt }) => {
    const ids = () => ({ id: filedIds.get(kind) ?? '' })
    beforeAll(() => service.setTime(receivedAt))
    afterAll(() => service.setTime(NOW))

    it('validate it, with and without a token', async () => {
      for (const caller of [enterprise, TestClient.anonymous(service)]) {
        const { status, body } = await sendExample(caller, `validate${name}`)
        expect([status, body.acceptable, body.errors]).toEqual([200, true, []])
      }
    })

    it('validate it on a later day too, when it may be late but is no less acceptable', async () => {
      service.setTime(NOW)
      const { body } = await sendExample(TestClient.anonymous(service), `validate${name}`)
      service.setTime(receivedAt)
      expect(body.acceptable).toBe(true)
    })

    it('file it, without a fault', async () => {
      const answer = await sendExample(enterprise, `file${name}`, {}, { 'idempotency-key': kind })
      expect([answer.status, faultsOf(answer)]).toEqual([201, []])
      filedIds.set(kind, String(answer.body.id))
    })

    it('amend it, with the difference that the document shows', async () => {
      const answer = await sendExample(enterprise, `amend${name}`, ids(), at(1))
      expect([answer.status, answer.body.revision]).toEqual([200, 2])
      const diff = await enterprise.get(pathOf(`diff${name}Revision`, { ...ids(), revision: '2' }))
      expect(diff.body).toEqual(answerOf(`diff${name}Revision`, 200))
    })

    it('attach a file to it', async () => {
      const content = Buffer.from(String(exampleOf(`attachTo${name}`, OCTETS)))
      const path = `${pathOf(`attachTo${name}`, ids())}?name=a.pdf`
      expect((await enterprise.send('post', path, content, { 'content-type': OCTETS })).status).toBe(201)
    })

    it('return it, answer, judge it anew and accept it', async () => {
      const [reviewer = 'labour-office'] = reviewers
      const office = offices[reviewer]
      expect((await sendExample(office, `return${name}`, ids(), at(3))).body.status).toBe('returned')
      expect((await sendExample(enterprise, `comment${name}`, ids())).status).toBe(201)
      expect((await sendExample(office, `reEvaluate${name}`, ids(), at(5))).status).toBe(200)
      expect((await sendExample(office, `accept${name}`, ids(), at(6))).body.status).toBe('accepted')
    })
  })

  it('keep the file of an investigation and tell what became of a victim, each without a fault', async () => {
    const id = filedIds.get('accident') ?? ''
    service.setTime(investigationContext.receivedAt.toISOString())
    const kept = await sendExample(offices['labour-office'], 'keepAccidentInvestigation', { id }, at(7))
    expect([kept.status, faultsOf(kept)]).toEqual([200, []])
    service.setTime(outcomeContext.receivedAt.toISOString())
    const told = await sendExample(enterprise, 'tellAccidentOutcome', { id }, at(8))
    expect([told.status, faultsOf(told)]).toEqual([201, []])
    service.setTime(NOW)
  })

  it.each(KIND_ACCESS)('contest the declaration, $id, that an office recorded', async (access) => {
    const office = offices[recorderOf(access)]
    const place = { commune: '01849', taxCode: SAMPLE_ENTERPRISE.taxCode }
    const recorded = recordedFiling(access.id, place, enterpriseId)
    const key = { 'idempotency-key': `recorded-${access.id}` }
    const { body } = await office.expect(201, 'post', pathOf(`file${access.name}`), recorded, key)
    const answer = await sendExample(enterprise, `contest${access.name}`, { id: String(body.id) }, at(1))
    expect(answer.status).toBe(200)
  })

  it.each(['Duplicate', 'Contradiction'])('decide the %s that these two accidents make', async (noun) => {
    const { body } = await offices['labour-office'].expect(200, 'get', pathOf(`list${noun}s`))
    const [found] = body.items as Json[]
    const answer = await sendExample(offices['labour-office'], `decide${noun}`, { id: String(found?.id) })
    expect(answer.status).toBe(200)
  })

  it('waive what the enterprise owes the office', async () => {
    const { body } = await offices['labour-office'].expect(
      200,
      'get',
      `${pathOf('listObligations')}?status=due&limit=200`,
    )
    const owed = (body.items as Json[]).find(({ owedTo }) => owedTo === 'labour-office')
    const answer = await sendExample(offices['labour-office'], 'waiveObligation', { id: String(owed?.id) })
    expect([answer.status, answer.body.status]).toEqual([200, 'waived'])
  })

  it.each(KIND_ACCESS)('withdraw the declaration, $id, which was accepted', async ({ id: kind, name, reviewers }) => {
    const id = filedIds.get(kind) ?? ''
    const office = offices[reviewers[0] ?? 'labour-office']
    const { headers } = await office.expect(200, 'get', pathOf(`read${name}`, { id }))
    const answer = await sendExample(office, `withdraw${name}`, { id }, { 'if-match': headers.etag ?? '' })
    expect([answer.status, answer.body.status]).toEqual([200, 'withdrawn'])
  })

  it.each(Object.entries(reportKind.samples ?? {}))('validate the report %s', async (kind) => {
    const { requestBody } = operation('validateReport').operation
    const { examples = {} } = (requestBody as OpenAPIV3_1.RequestBodyObject).content['application/json'] ?? {}
    const example = examples[kind] as OpenAPIV3_1.ExampleObject | undefined
    const anonymous = TestClient.anonymous(service)
    const { status, body } = await anonymous.send('post', pathOf('validateReport'), example?.value)
    expect([status, body.acceptable, body.errors], JSON.stringify(body.findings)).toEqual([200, true, []])
  })

  it('change the enterprise', async () => {
    expect((await sendExample(enterprise, 'changeEnterprise', { id: enterpriseId }, at(1))).status).toBe(200)
  })

  it('ask for an account and confirm who asked', async () => {
    const asked = await sendExample(TestClient.anonymous(service), 'register')
    expect(asked.status).toBe(201)
    const decided = await sendExample(offices['labour-office'], 'decideRegistration', { id: String(asked.body.id) })
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
    expect(answer.body).toEqual(answerOf('verifyReceipt', 200))
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

const OCTETS = 'application/octet-stream'
