import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { environmentKind } from '../../../src/environment/kind.ts'
import { sampleMonitoringOrganisation } from '../../../src/provider/sample.ts'
import { enrol, type Parties, registerMonitoringOrganisation, SAMPLE_ENTERPRISE } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const PATH = '/v1/periodic-reports'
const CAMPAIGNS = '/v1/environment-monitorings'
const DRAFT = `${PATH}/draft?kind=monitor-annual&period=2026`

let service: TestService
let organisation: string
/** Two clients of the organisation, and one of nobody. */
let monitor: TestClient
let laboratory: TestClient
let unknown: TestClient
let quarry: Parties
let foundry: Parties
let health: TestClient
let elsewhere: TestClient

beforeAll(async () => {
  service = await startTestService()
  organisation = await registerMonitoringOrganisation(service)
  const { taxCode } = sampleMonitoringOrganisation
  monitor = await service.admin.newClient({ name: 'Trung tâm Sông Cầu', role: 'monitor', taxCode })
  laboratory = await service.admin.newClient({ name: 'Phòng thí nghiệm Sông Cầu', role: 'monitor', taxCode })
  unknown = await service.admin.newClient({ name: 'Tổ chức khác', role: 'monitor' })
  quarry = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '4600123459-001' })
  foundry = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '4600123459-002' })
  health = await healthOffice('19')
  elsewhere = await healthOffice('01')
  for (const client of [monitor, laboratory, unknown]) await letFile(client, quarry)
})
afterAll(() => service.close())

function healthOffice(code: string): Promise<TestClient> {
  return service.admin.newClient({
    name: `Sở Y tế ${code}`,
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code }] },
  })
}

async function letFile(client: TestClient, { enterprise, enterpriseId }: Parties): Promise<void> {
  const delegation = `/v1/enterprises/${enterpriseId}/delegations/${client.clientId}`
  await enterprise.expect(200, 'put', delegation, { scopes: ['environment-monitoring'], until: '2999-12-31' })
}

let number = 500

/** The sample of nine samples at two positions, filed by one of these for an enterprise; its id. */
async function campaign(by: TestClient, of: Parties, change: Json = {}): Promise<string> {
  number += 1
  const body = structuredClone(environmentKind.sample) as unknown as Json & { measurements: Json[] }
  Object.assign(body.report as Json, { number: `${number}/2026/MTLĐ` })
  Object.assign(body.measurements[0] ?? {}, { value: number / 10_000 })
  const onBehalf = by === of.enterprise ? {} : { onBehalf: { enterpriseId: of.enterpriseId } }
  const { establishment: _, ...rest } = body
  const filed = await by.expect(
    201,
    'post',
    CAMPAIGNS,
    { ...rest, ...onBehalf, ...change },
    { 'idempotency-key': randomUUID() },
  )
  return String(filed.body.id)
}

function file(by: TestClient, report: Json): Promise<Answer> {
  return by.send('post', PATH, report, { 'idempotency-key': randomUUID() })
}

const found = ({ body }: Answer) =>
  (body.findings as Json[]).filter(({ kind }) => kind !== 'info').map(({ rule, pointer }) => `${rule} ${pointer}`)

describe('the yearly report of a monitoring organisation', () => {
  let filed: string[]
  let draft: Json

  beforeAll(async () => {
    filed = [await campaign(monitor, quarry), await campaign(laboratory, quarry)]
    await campaign(quarry.enterprise, quarry)
    await campaign(foundry.enterprise, foundry)
    await campaign(unknown, quarry)
    const withdrawn = await campaign(monitor, quarry)
    const reason = { reason: 'Nộp nhầm.' }
    await monitor.expect(200, 'post', `${CAMPAIGNS}/${withdrawn}/withdrawal`, reason, { 'if-match': '"1"' })
  })

  it('is drafted from what its own clients filed, and from nothing that others did', async () => {
    const { body } = await monitor.expect(200, 'get', DRAFT)
    draft = body.draft as Json
    expect(draft).toMatchObject({
      kind: 'monitor-annual',
      period: { year: 2026 },
      monitorAnnual: { establishments: 1, campaigns: 2, positions: 4 },
    })
    const { factors } = draft.monitorAnnual as { factors: Json[] }
    expect(factors).toContainEqual({ factor: 'HZ-PHY-NOISE', samples: 4, failed: 0 })
    const campaigns = (body.from as Json[]).find(({ line }) => line === 'campaigns')
    expect(campaigns).toEqual({ line: 'campaigns', value: 2, declarations: filed })
    expect((await laboratory.expect(200, 'get', DRAFT)).body.draft).toEqual(draft)
  })

  it('is drafted for nobody else', async () => {
    expect((await unknown.get(DRAFT)).status).toBe(404)
    for (const other of [health, quarry.enterprise]) expect((await other.get(DRAFT)).status).toBe(400)
    const otherForm = DRAFT.replace('monitor-annual', 'environment-annual')
    expect((await monitor.get(otherForm)).status).toBe(400)
  })

  it('is told that it reports less than it filed here, and not that it reports more', async () => {
    const less = { ...draft, monitorAnnual: { ...(draft.monitorAnnual as Json), campaigns: 1 } }
    const asked = await monitor.send('post', `${PATH}/validate`, less)
    expect(found(asked)).toEqual(['KB-MA-05 /monitorAnnual/campaigns'])
    const more = { ...draft, monitorAnnual: { ...(draft.monitorAnnual as Json), campaigns: 5, establishments: 4 } }
    const validated = await monitor.send('post', `${PATH}/validate`, more)
    expect(found(validated)).toEqual([])
    expect(validated.body.differences).toMatchObject([
      { line: 'establishments', filed: 4, declared: 1, declarations: filed },
      { line: 'campaigns', filed: 5, declared: 2, declarations: filed },
    ])
  })

  it('files as drafted, goes to the health office of its seat, and does its duty', async () => {
    const owed = '/v1/obligations?duty=monitor-annual&period=2026'
    expect((await monitor.expect(200, 'get', owed)).body.items).toMatchObject([
      { status: 'due', dueOn: '2026-12-14', enterpriseId: null, party: sampleMonitoringOrganisation.name },
    ])
    const answer = await file(monitor, draft)
    expect([answer.status, found(answer)]).toEqual([201, []])
    expect(answer.body).toMatchObject({ due: { due: '2026-12-14', timely: true } })
    const at = `${PATH}/${answer.body.id}`

    const { body } = await health.expect(200, 'get', `${PATH}?kind=monitor-annual&unit=19`)
    expect(body.items).toMatchObject([
      { id: answer.body.id, establishment: sampleMonitoringOrganisation.name, enterpriseId: organisation },
    ])
    for (const client of [monitor, laboratory, health]) expect((await client.get(at)).status).toBe(200)
    for (const client of [unknown, elsewhere, quarry.enterprise]) expect((await client.get(at)).status).toBe(404)
    expect((await monitor.expect(200, 'get', owed)).body.items).toMatchObject([
      { status: 'done-on-time', doneOn: '2026-11-21', source: { kind: 'monitor', id: organisation } },
    ])
    expect((await health.expect(200, 'get', owed)).body.items).toHaveLength(1)
    expect((await quarry.enterprise.expect(200, 'get', owed)).body.items).toEqual([])
  })

  it('is amended, and reviewed by the health office', async () => {
    const { body } = await monitor.expect(200, 'get', `${PATH}?kind=monitor-annual&year=2026`)
    const at = `${PATH}/${(body.items as Json[])[0]?.id}`
    const staff = { total: 9, certified: 9 }
    const amended = { ...draft, monitorAnnual: { ...(draft.monitorAnnual as Json), staff }, reason: 'Bổ sung nhân sự' }
    expect((await laboratory.send('put', at, amended, { 'if-match': '"1"' })).status).toBe(200)
    expect((await health.send('post', `${at}/acceptance`, {}, { 'if-match': '"2"' })).status).toBe(200)
    expect(found(await file(monitor, draft))).toContain('ACC-G05 /period')
  })

  it('is late in the year after, and may be of nothing', async () => {
    const nothing = await file(monitor, { kind: 'monitor-annual', period: { year: 2025 }, zero: true })
    expect([nothing.status, found(nothing)]).toEqual([201, ['ENV-031 /period']])
    const { body } = await monitor.expect(200, 'get', `${PATH}/${nothing.body.id}`)
    expect(body.declaration).toMatchObject({ monitorAnnual: { establishments: 0, campaigns: 0 } })
  })

  it('is no report of an enterprise, nor the other way round', async () => {
    const report = { kind: 'monitor-annual', period: { year: 2024 }, zero: true }
    expect(found(await file(quarry.enterprise, report))).toContain('KB-REP-10 /kind')
    const summary = { kind: 'accident-summary', period: { year: 2024 }, zero: true }
    expect(found(await file(monitor, summary))).toContain('KB-REP-10 /kind')
    expect((await file(unknown, report)).status).toBe(422)
  })
})
