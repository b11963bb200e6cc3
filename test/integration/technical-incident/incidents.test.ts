import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { incidentKind } from '../../../src/technical-incident/kind.ts'
import { sampleIncident } from '../../../src/technical-incident/sample.ts'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, SAMPLE_ENTERPRISE, sample as sampleAccident } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const PATH = '/v1/technical-incidents'

let service: TestService
let parties: Parties
let neighbour: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  neighbour = await enrol(
    service,
    { ...SAMPLE_ENTERPRISE, taxCode: '4600777885', name: 'Hợp tác xã Chợ Đồng Tâm' },
    '19',
  )
})
afterAll(() => service.close())

type Incident = Json & { incident: Json; casualties: { workers: Json; others: Json } }

/** The sample with another course: content that was not filed before. */
function fresh(incident: Json = {}, rest: Json = {}): Incident {
  const filed = structuredClone(sampleIncident) as unknown as Incident
  return { ...filed, incident: { ...filed.incident, course: `Cần cẩu đổ. ${randomUUID()}`, ...incident }, ...rest }
}

function file(body: unknown, client: TestClient = parties.enterprise, headers: Record<string, string> = {}) {
  return client.send('post', PATH, body, { 'idempotency-key': randomUUID(), ...headers })
}

async function filed(body: unknown = fresh(), client: TestClient = parties.enterprise): Promise<string> {
  const { status, headers, text } = await file(body, client)
  if (status !== 201) throw new Error(text)
  return String(headers.location)
}

const idOf = (path: string) => path.split('/').at(-1)
const version = (seq: number) => ({ 'if-match': `"${seq}"` })

function rulesOf({ body }: Answer, kind: string): unknown[] {
  return (body.findings as Json[]).filter((finding) => finding.kind === kind).map(({ rule }) => rule)
}

async function listed(query: string, client: TestClient = parties.office): Promise<unknown[]> {
  const { body } = await client.expect(200, 'get', `${PATH}?${query}`)
  return (body.items as Json[]).map(({ id }) => id)
}

describe('filing a technical incident', () => {
  it('answers who must be told, what is due when, and a receipt', async () => {
    const answer = await file(fresh())
    expect(answer.status).toBe(201)
    expect(answer.headers.location).toBe(`${PATH}/${answer.body.id}`)
    expect(answer.body).toMatchObject({ status: 'filed', revision: 1, serious: true, declarable: true })
    expect((answer.body.toBeTold as Json[]).map(({ recipient }) => recipient)).toEqual([
      'PROV_LABOUR',
      'LOCAL_COMMITTEE',
      'PROVINCE_COMMITTEE',
      'MINISTRY',
    ])
    expect(answer.body.dueDates).toContainEqual(
      expect.objectContaining({ duty: 'notice-to-local-committee', owedBy: 'employer', due: '2026-05-13' }),
    )
    expect(String(answer.body.receipt).split('.')).toHaveLength(3)
  })

  it('is refused in Vietnamese, with what, where, by which article and how to mend it', async () => {
    const wrong = fresh({ beyondOwnCapacity: false, severalEstablishments: false, otherEstablishments: undefined })
    const { status, body } = await file(wrong)
    expect([status, body.code]).toEqual([422, 'validation-failed'])
    expect((body.findings as Json[])[0]).toMatchObject({
      rule: 'KB-INC-01',
      kind: 'error',
      pointer: '/incident/serious',
      message: expect.stringContaining('nghiêm trọng'),
      citations: [{ text: 'Luật 84/2015/QH13, Điều 3 khoản 7' }],
      fix: expect.stringContaining('serious = false'),
    })
  })

  it('with a missed duty is accepted and counts the breach', async () => {
    const answer = await file(fresh({}, { recipients: [] }))
    expect([answer.status, rulesOf(answer, 'breach')]).toEqual([201, expect.arrayContaining(['KB-INC-06'])])
    const { body } = await parties.office.get(`${PATH}?limit=1`)
    expect((body.items as Json[])[0]?.breaches).toBeGreaterThan(0)
  })

  it('by an office that read of it is a breach of the employer, whose record it then is', async () => {
    const onBehalf = { enterpriseId: parties.enterpriseId, channel: 'PRESS', source: 'Báo Thái Nguyên' }
    const answer = await file(fresh({}, { onBehalf }), parties.office)
    expect([answer.status, rulesOf(answer, 'breach')]).toEqual([201, expect.arrayContaining(['ACC-A17'])])
    expect((await parties.enterprise.get(String(answer.headers.location))).status).toBe(200)
    const own = await file(fresh({}, { onBehalf }))
    expect([own.status, rulesOf(own, 'error')]).toEqual([422, ['KB-INC-13']])
  })

  it('begins with a first notice that an amendment completes; the office then accepts it', async () => {
    const { declarant: _later, ...body } = fresh({ kind: undefined, course: undefined, causes: undefined })
    const notice = await file({ ...body, preliminary: true })
    expect([notice.status, rulesOf(notice, 'error')]).toEqual([201, []])
    const path = String(notice.headers.location)
    const complete = { ...fresh(), reason: 'Bổ sung sau khi đã ổn định hiện trường.' }
    const amended = await parties.enterprise.expect(200, 'put', path, complete, version(1))
    expect(amended.body).toMatchObject({ revision: 2, status: 'filed' })
    await parties.office.expect(200, 'post', `${path}/acceptance`, {}, version(2))
    expect((await parties.enterprise.get(path)).body).toMatchObject({ status: 'accepted', inForce: 2 })
  })
})

describe('the accidents of an incident', () => {
  async function accident(change: Json = {}): Promise<string> {
    const declaration = sampleAccident()
    declaration.accident.narrative.course = randomUUID()
    Object.assign(declaration.accident, change)
    const { status, body, text } = await parties.enterprise.file(declaration)
    if (status !== 201) throw new Error(text)
    return String(body.id)
  }

  const withDeath = (accidents?: string[]) =>
    fresh({}, { casualties: { ...fresh().casualties, workers: { dead: 1 } }, ...(accidents && { accidents }) })

  it('are named once they are declared; until then the missing link is a breach', async () => {
    const path = await filed(withDeath())
    expect(rulesOf(await parties.office.get(path), 'breach')).toContain('ACC-K04')
    const linked = { ...withDeath([await accident()]), reason: 'Đã khai báo tai nạn lao động.' }
    const amended = await parties.enterprise.expect(200, 'put', path, linked, version(1))
    expect(rulesOf(amended, 'breach')).not.toContain('ACC-K04')
  })

  it('are those of the same enterprise, in force', async () => {
    const own = await accident()
    const foreign = await file(withDeath([own]), neighbour.enterprise)
    expect([foreign.status, rulesOf(foreign, 'error')]).toEqual([422, ['KB-INC-04']])
    await parties.enterprise.expect(
      200,
      'post',
      `/v1/accident-declarations/${own}/withdrawal`,
      { reason: 'Nhầm' },
      version(1),
    )
    expect(rulesOf(await file(withDeath([own])), 'error')).toEqual(['KB-INC-04'])
  })

  it('name the incident in turn, of the same enterprise and in force', async () => {
    const path = await filed()
    const named = { id: idOf(path), serious: false }
    expect(await accident({ technicalIncident: named })).toEqual(expect.any(String))
    const foreign = { technicalIncident: { id: idOf(await filed(fresh(), neighbour.enterprise)), serious: false } }
    await expect(accident(foreign)).rejects.toThrow('KB-ACC-31')
    await parties.enterprise.expect(200, 'post', `${path}/withdrawal`, { reason: 'Khai báo nhầm' }, version(1))
    await expect(accident({ technicalIncident: named })).rejects.toThrow('KB-ACC-31')
  })

  it('lead from an accident to its incident in the list', async () => {
    const id = await accident()
    const path = await filed(withDeath([id]))
    expect(await listed(`accident=${id}`)).toEqual([idOf(path)])
  })
})

describe('the list', () => {
  it('finds by period, unit of either scheme, kind, seriousness, status and text without diacritics, page by page', async () => {
    const at = (day: string, change: Json = {}) =>
      fresh({
        occurredAt: `${day}T07:20:00+07:00`,
        knownAt: `${day}T07:25:00+07:00`,
        declaredAt: `${day}T08:30:00+07:00`,
        place: { unit: { scheme: 'VN-2025', code: '01849' }, address: 'Xưởng Đông Á' },
        kind: 'fire',
        ...change,
      })
    const slight = { serious: false, beyondOwnCapacity: false, severalEstablishments: false, otherEstablishments: [] }
    const first = idOf(await filed(at('2026-03-02')))
    const second = idOf(await filed(at('2026-03-03', slight)))
    const inMarch = 'from=2026-03-01&to=2026-03-31'
    expect(await listed(inMarch)).toEqual([second, first])
    expect(await listed(`${inMarch}&serious=false`)).toEqual([second])
    expect(await listed(`${inMarch}&kind=fire&text=xuong%20dong%20a&unit=19`)).toEqual([second, first])
    expect(await listed(`${inMarch}&unit=VN-2004:19`)).toEqual([])
    expect(await listed(`${inMarch}&kind=explosion`)).toEqual([])
    expect(await listed(`${inMarch}&status=withdrawn`)).toEqual([])
    const page = await parties.office.get(`${PATH}?${inMarch}&limit=1`)
    expect(await listed(`${inMarch}&limit=1&cursor=${page.body.next}`)).toEqual([first])
    expect((await parties.office.get(`${PATH}?cursor=none-of-ours`)).status).toBe(400)
  })

  it('shows an enterprise its own and another province nothing', async () => {
    await filed()
    const hanoi = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    expect(await listed('', hanoi)).toEqual([])
    const { body } = await neighbour.enterprise.expect(200, 'get', PATH)
    expect(new Set((body.items as Json[]).map(({ enterpriseId }) => enterpriseId))).toEqual(
      new Set([neighbour.enterpriseId]),
    )
  })
})

describe('what is protected', () => {
  it('running text and the names of others are sealed in the database', async () => {
    const secret = `Ông Lò Văn Riêng ${randomUUID()}`
    const path = await filed(fresh({ causes: secret, otherEstablishments: [{ name: secret }] }, { note: secret }))
    const stored = async (text: string) =>
      (
        await execute(
          service.ownerUrl,
          `select 1 from declaration_act
            where declaration_id = $1 and concat(body, findings, response) like '%' || $2 || '%'`,
          [idOf(path), text],
        )
      ).length
    expect([await stored(secret), await stored('Cẩu tháp 6 tấn')]).toEqual([0, 1])
    expect((await parties.enterprise.get(path)).body.declaration).toMatchObject({ note: secret })
  })

  it('another establishment involved reads when and where, and nothing of casualties or causes', async () => {
    const path = await filed()
    const { status, body } = await neighbour.enterprise.get(path)
    expect(status).toBe(200)
    expect(body.declaration).toMatchObject({ incident: { kind: 'lifting-equipment' } })
    expect(Object.keys(body.declaration as Json)).not.toContain('casualties')
    expect(body.declaration).not.toHaveProperty('incident.causes')
  })

  it('the fact rows are what the filings say', async () => {
    await filed()
    const { declarations, faults } = await verifyDeclarations(incidentKind, service.declarations)
    expect([declarations > 0, faults]).toEqual([true, []])
  })
})
