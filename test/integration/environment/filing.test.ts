import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { environmentKind } from '../../../src/environment/kind.ts'
import type { EnvironmentMonitoring } from '../../../src/environment/schema.ts'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, registerMonitoringOrganisation, SAMPLE_ENTERPRISE } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const PATH = '/v1/environment-monitorings'

let service: TestService
let parties: Parties
let health: TestClient
let elsewhere: TestClient
let monitor: TestClient

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  await registerMonitoringOrganisation(service)
  health = await officeOf('19')
  elsewhere = await officeOf('01')
  monitor = await service.admin.newClient({ name: 'Trung tâm Quan trắc Sông Cầu', role: 'monitor' })
})
afterAll(() => service.close())

function officeOf(province: string): Promise<TestClient> {
  return service.admin.newClient({
    name: `Sở Y tế ${province}`,
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: province }] },
  })
}

let number = 100

/** The sample under another report number with another value: a campaign that was not filed before. */
function fresh(): EnvironmentMonitoring {
  const campaign = structuredClone(environmentKind.sample)
  number += 1
  Object.assign(campaign.report ?? {}, { number: `${number}/2026/MTLĐ` })
  Object.assign(campaign.measurements?.[0] ?? {}, { value: number / 1_000 })
  return campaign
}

function file(client: TestClient, campaign: unknown): Promise<Answer> {
  return client.send('post', PATH, campaign, { 'idempotency-key': randomUUID() })
}

async function filed(campaign: unknown = fresh(), client = parties.enterprise): Promise<string> {
  const { status, headers, text } = await file(client, campaign)
  if (status !== 201) throw new Error(text)
  return String(headers.location)
}

const findingsOf = ({ body }: Pick<Answer, 'body'>) => body.findings as Json[]
const rulesOf = (answer: Pick<Answer, 'body'>, kind: string) =>
  findingsOf(answer).flatMap((finding) => (finding.kind === kind ? [String(finding.rule)] : []))

describe('filing', () => {
  it('accepts the sample and answers with verdicts, limits, what counts and what is due', async () => {
    const answer = await file(parties.enterprise, environmentKind.sample)
    expect([answer.status, findingsOf(answer).filter(({ kind }) => kind !== 'info')]).toEqual([201, []])
    expect(answer.body).toMatchObject({
      standing: { eligible: true, counts: true, objections: [] },
      results: { samples: 9, passing: 8, exceeding: 0, notAssessable: 1 },
      exceedingPositions: [],
    })
    expect((answer.body.verdicts as Json[])[1]).toMatchObject({
      measurementId: '2',
      verdict: 'pass',
      limit: 'QCVN24-2016/exposure/laeq',
      limitValue: 85,
      unit: 'dBA',
    })
    expect((answer.body.limits as Json[]).map(({ id, verified }) => [id, verified])).toContainEqual([
      'QCVN02-2019/silica-total/twa',
      true,
    ])
    expect((answer.body.dueDates as Json[]).map(({ duty, due }) => [duty, due])).toEqual(
      expect.arrayContaining([
        ['publication', '2026-04-02'],
        ['employer-report', '2026-12-30'],
        ['next-monitoring', '2027-12-31'],
      ]),
    )
    expect(String(answer.body.receipt).split('.')).toHaveLength(3)
  })

  it('tells in Vietnamese everything that is wrong in a campaign typed from a spreadsheet', async () => {
    const campaign = fresh() as unknown as Record<string, Json[]> & Record<string, Json>
    const [silica, , , , temperature] = campaign.measurements ?? []
    Object.assign(silica ?? {}, { value: '0,21' })
    Object.assign(temperature ?? {}, { positionId: 'Trạm nghiền' })
    Object.assign(campaign.measurements?.[7] ?? {}, { factor: 'Ánh sáng' })
    Object.assign(campaign.campaign ?? {}, { sampledTo: '11/03/2026' })
    Object.assign(campaign.summary ?? {}, { samples: 90 })
    const refused = await file(parties.enterprise, campaign)
    expect([refused.status, refused.body.code]).toEqual([422, 'validation-failed'])
    const told = findingsOf(refused).flatMap(({ kind, rule, pointer }) =>
      kind === 'error' ? [`${rule} ${pointer}`] : [],
    )
    expect(told).toEqual(
      expect.arrayContaining([
        'ENV-081 /measurements/0/value',
        'ENV-103 /measurements/4/positionId',
        'KB-ENV-11 /measurements/7/factor',
        'ENV-064 /summary',
        'KB-ENV-23 /campaign/sampledTo',
      ]),
    )
    expect(findingsOf(refused).find(({ rule }) => rule === 'KB-ENV-11')).toMatchObject({
      message: 'Mã "Ánh sáng" không có trong danh mục monitored-factors.',
      fix: 'Chọn một mã tại /v1/code-lists/monitored-factors.',
    })
  })

  it('names the unit expected where another was written, and says nothing of a limit', async () => {
    const campaign = fresh()
    Object.assign(campaign.measurements?.[1] ?? {}, { unit: 'mg/m3' })
    const refused = await file(parties.enterprise, campaign)
    expect(findingsOf(refused).find(({ kind }) => kind === 'error')).toMatchObject({
      rule: 'ENV-080',
      pointer: '/measurements/1/unit',
      fix: expect.stringContaining('dBA'),
    })
  })

  it('accepts a truthful report of what was missed: over the limit, printed as pass, no measures, production stopped', async () => {
    const campaign = fresh()
    Object.assign(campaign.measurements?.[1] ?? {}, { value: 88, verdict: 'pass' })
    Object.assign(campaign.campaign ?? {}, { productionRunning: false })
    campaign.publication = { publishedOn: '2026-06-01' }
    const answer = await file(parties.enterprise, campaign)
    expect(answer.status).toBe(201)
    expect(rulesOf(answer, 'breach').toSorted()).toEqual(
      ['ENV-097', 'ENV-110', 'ENV-114', 'ENV-147', 'ENV-150', 'ENV-151', 'KB-ENV-05'].toSorted(),
    )
    expect(answer.body).toMatchObject({
      standing: { eligible: true, counts: false, objections: ['production-not-running'] },
      results: { exceeding: 1 },
      exceedingPositions: [{ positionId: 'VT1', workers: 14, factors: ['PH-NOISE-LAEQ'], hazards: ['HZ-PHY-NOISE'] }],
    })
  })

  it('of an organisation nobody announced is stored and does not count', async () => {
    const campaign = fresh()
    campaign.organisation = { ...campaign.organisation, taxCode: '4600771234', name: 'Công ty Đo Nhanh' }
    const path = await filed(campaign)
    const { body } = await parties.enterprise.expect(200, 'get', path)
    expect(rulesOf({ body }, 'breach')).toEqual(['ENV-020'])
    const listed = (await health.expect(200, 'get', `${PATH}?counted=false&text=do+nhanh`)).body.items as Json[]
    expect(listed).toMatchObject([{ organisation: 'Công ty Đo Nhanh', eligible: false, counted: false }])
  })

  it('knows what the same enterprise filed before, and nothing of any other', async () => {
    const campaign = fresh()
    const path = await filed(campaign)
    Object.assign(campaign.measurements?.[0] ?? {}, { value: 0.001 })
    const again = await parties.enterprise.send('post', `${PATH}/validate`, campaign)
    const repeated = findingsOf(again).find(({ rule }) => rule === 'ENV-012')
    expect(repeated).toMatchObject({ kind: 'error', pointer: '/report/number' })
    expect(repeated?.message).toContain(path.split('/').at(-1))

    const stranger = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '4600771234', name: 'Mỏ đá Khác' })
    const filedElsewhere = await stranger.enterprise.send('post', `${PATH}/validate`, campaign)
    expect(findingsOf(filedElsewhere).filter(({ rule }) => rule === 'ENV-012')).toEqual([])
  })

  it('asks to confirm results that equal those of an earlier campaign', async () => {
    const campaign = fresh()
    await filed(campaign)
    const copy = structuredClone(campaign)
    Object.assign(copy.report ?? {}, { number: '900/2026/MTLĐ' })
    const asked = await file(parties.enterprise, copy)
    expect(asked.body.code).toBe('warnings-unconfirmed')
    expect(rulesOf(asked, 'warning')).toEqual(['ENV-068'])
    const confirmations = [{ rule: 'ENV-068', pointer: '/measurements', reason: 'Đã đối chiếu với phiếu gốc.' }]
    expect((await file(parties.enterprise, { ...copy, confirmations })).status).toBe(201)
  })
})

describe('amending and listing', () => {
  it('keeps each revision, and lists the campaign as it stands now', async () => {
    const campaign = fresh()
    const path = await filed(campaign)
    const amended = structuredClone(campaign)
    Object.assign(amended.measurements?.[3] ?? {}, { value: 91, verdict: 'exceed' })
    Object.assign(amended.summary ?? {}, { exceeding: 1 })
    Object.assign(amended.summary?.byFactor?.[1] ?? {}, { exceeding: 1 })
    amended.measures = [
      { description: 'Bọc tiêu âm máy nghiền', positionIds: ['VT2'], responsible: 'Quản đốc', deadline: '2026-06-30' },
    ]
    amended.reason = 'Nhập nhầm mức ồn tại trạm nghiền'
    await parties.enterprise.expect(200, 'put', path, amended, { 'if-match': '"1"' })
    const id = path.split('/').at(-1)
    const query = 'unit=19&factor=PH-NOISE-LAEQ&exceeding=true&organisation=0100109106&limit=200'
    const { body } = await health.expect(200, 'get', `${PATH}?${query}`)
    expect((body.items as Json[]).find((item) => item.id === id)).toMatchObject({
      revision: 2,
      sampledFrom: '2026-03-10',
      exceeding: 1,
      positionsExceeding: 1,
      workersExceeding: 8,
      counted: true,
    })
    expect((await health.expect(200, 'get', `${PATH}?factor=DU-ASB`)).body.items).toEqual([])
    expect((await elsewhere.expect(200, 'get', PATH)).body.items).toEqual([])
    expect((await elsewhere.get(path)).status).toBe(404)
    const diff = await parties.enterprise.get(`${path}/revisions/2/diff`)
    expect((diff.body.changes as Json[]).map(({ path: at }) => String(at))).toContainEqual(
      expect.stringContaining('/measurements/3'),
    )
  })

  it('pages through the list without a gap', async () => {
    const seen: string[] = []
    for (let cursor: unknown = ''; cursor !== null; ) {
      const { body } = await health.expect(200, 'get', `${PATH}?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...(body.items as Json[]).map(({ id }) => String(id)))
      cursor = body.next
    }
    const all = (await health.expect(200, 'get', `${PATH}?limit=200`)).body.items as Json[]
    expect(seen).toEqual(all.map(({ id }) => id))
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('a monitoring organisation', () => {
  it('files for an enterprise that delegated to it, which sees the record', async () => {
    const campaign = { ...fresh(), onBehalf: { enterpriseId: parties.enterpriseId } }
    expect((await file(monitor, campaign)).status).not.toBe(201)
    await parties.enterprise.expect(
      200,
      'put',
      `/v1/enterprises/${parties.enterpriseId}/delegations/${monitor.clientId}`,
      { scopes: ['environment-monitoring'], until: '2999-12-31' },
    )
    const path = await filed(campaign, monitor)
    expect((await monitor.get(path)).status).toBe(200)
    expect((await parties.enterprise.get(path)).body).toMatchObject({
      status: 'filed',
      actions: expect.arrayContaining(['amend', 'contest']),
    })
    const listed = (await monitor.expect(200, 'get', PATH)).body.items as Json[]
    expect(listed.map(({ enterpriseId }) => enterpriseId)).toEqual([parties.enterpriseId])
  })

  it('is the only one, with the health office, to file in the name of another', async () => {
    const refused = await file(parties.enterprise, { ...fresh(), onBehalf: { enterpriseId: randomUUID() } })
    expect(rulesOf(refused, 'error')).toContain('KB-ENV-18')
  })

  it('its representative is shown for a stated purpose only', async () => {
    const path = await filed()
    expect((await health.expect(200, 'get', path)).text).not.toContain('Lê Văn Đại Diện')
    const shown = await health.expect(200, 'get', path, undefined, { 'x-purpose': 'xac-minh-bao-cao' })
    expect(shown.text).toContain('Lê Văn Đại Diện')
  })
})

describe('views of the same data', () => {
  it('Form 04 has the groups of the form, each result with its limit and verdict, and nobody named', async () => {
    const path = await filed()
    const { body, text } = await health.expect(200, 'get', `${path}/form-04`)
    expect(text).not.toContain('Đại Diện')
    expect(body).toMatchObject({ organisation: { phone: '0208 3000 222' }, sampledFrom: '2026-03-10' })
    const groups = body.groups as { group: string; results: Json[] }[]
    expect(groups.map(({ group, results }) => [group, results.length])).toEqual([
      ['1', 3],
      ['2', 3],
      ['3', 2],
      ['other', 1],
    ])
    expect(groups[1]?.results[0]).toMatchObject({
      position: 'Khai trường - Khoan, bốc xúc đá',
      factor: 'PH-NOISE-LAEQ',
      value: 83.5,
      limit: { max: 85, unit: 'dBA', verified: true },
      verdict: 'pass',
      advisory: false,
    })
    expect((await elsewhere.get(`${path}/form-04`)).status).toBe(404)
  })

  it('item 9 sums the campaigns of the year that count, as they stand now', async () => {
    const { enterprise, enterpriseId } = await enrol(service, {
      ...SAMPLE_ENTERPRISE,
      taxCode: '0300588569',
      name: 'Mỏ đá Một Năm',
    })
    const path = await filed(fresh(), enterprise)
    const first = fresh()
    Object.assign(first.measurements?.[1] ?? {}, { value: 90, verdict: 'exceed' })
    delete first.summary
    await filed(first, enterprise)
    const stopped = fresh()
    Object.assign(stopped.campaign ?? {}, { productionRunning: false })
    await filed(stopped, enterprise)
    const { body } = await enterprise.expect(200, 'get', `${PATH}/annual-summary?year=2026`)
    expect(body).toMatchObject({ campaigns: 2, campaignsNotCounted: 1, samples: 18, exceeding: 1, notAssessable: 2 })
    const buckets = Object.fromEntries((body.item9 as Json[]).map((row) => [row.bucket, [row.exceeding, row.samples]]))
    expect(buckets).toMatchObject({
      noise: [1, 4],
      dust: [0, 4],
      temperature: [0, 2],
      light: [0, 2],
      vibration: [0, 0],
    })

    await enterprise.expect(200, 'post', `${path}/withdrawal`, { reason: 'Gửi nhầm' }, { 'if-match': '"1"' })
    const after = await health.expect(200, 'get', `${PATH}/annual-summary?year=2026&enterpriseId=${enterpriseId}`)
    expect(after.body).toMatchObject({ campaigns: 1, samples: 9 })
    expect((await elsewhere.get(`${PATH}/annual-summary?year=2026&enterpriseId=${enterpriseId}`)).status).toBe(404)
    expect((await health.get(`${PATH}/annual-summary?year=2026`)).status).toBe(400)
    const own = parties.enterprise.get(`${PATH}/annual-summary?year=2026&enterpriseId=${enterpriseId}`)
    expect((await own).status).toBe(404)
  })
})

describe('what is kept', () => {
  it('a campaign keeps the limits that judged it, whatever the tables say later', async () => {
    const path = await filed()
    const id = path.split('/').at(-1)
    const rows = (await execute(
      service.ownerUrl,
      "select l ->> 'id' as id from declaration_act, json_array_elements(known -> 'limits') l where declaration_id = $1",
      [id],
    )) as { id: string }[]
    // Those of the factors filed alone.
    expect(rows.map((row) => row.id)).toContain('QCVN24-2016/exposure/laeq')
    expect(rows.filter((row) => row.id.startsWith('QCVN03'))).toEqual([])

    const change = (from: string, to: string) =>
      execute(
        service.ownerUrl,
        'update declaration_act set known = replace(known::text, $2, $3)::json where declaration_id = $1',
        [id, from, to],
      )
    await change('"max":85,', '"max":80.123,')
    const { body } = await parties.enterprise.expect(200, 'get', path)
    expect((body.verdicts as Json[])[1]).toMatchObject({ verdict: 'exceed', limitValue: 80.123 })
    await change('"max":80.123,', '"max":85,')
  })

  it('agrees with its hash chain and its facts', async () => {
    const { declarations, faults } = await verifyDeclarations(environmentKind, service.declarations)
    expect(faults).toEqual([])
    expect(declarations).toBeGreaterThan(8)
  })

  it('the rows of measurements are for the enterprise and for offices of the place', async () => {
    const count = (scope: object) =>
      service.database.within(scope, async (session) =>
        Number(
          (await session.run<{ n: number }>({ text: 'select count(*) as n from environment_measurement_fact' }))[0]?.n,
        ),
      )
    expect(await count({ tenant: parties.enterpriseId })).toBeGreaterThan(0)
    expect(await count({ reach: ['VN-2025:19'] })).toBeGreaterThan(0)
    expect(await count({ reach: ['VN-2025:01'] })).toBe(0)
    expect(await count({ tenant: randomUUID() })).toBe(0)
  })

  it('ten thousand measurements are one filing', async () => {
    const campaign = fresh()
    const [, noise] = campaign.measurements ?? []
    campaign.measurements = Array.from({ length: 10_000 }, (_, index) => ({
      ...noise,
      measurementId: undefined,
      value: 60 + (index % 250) / 10,
    }))
    delete campaign.summary
    const answer = await file(parties.enterprise, campaign)
    expect([answer.status, answer.body.results]).toMatchObject([201, { samples: 10_000, passing: 10_000 }])
    expect(answer.body.verdicts).toHaveLength(10_000)
    const { body } = await health.expect(200, 'get', `${PATH}?limit=200`)
    expect((body.items as Json[]).some(({ samples }) => samples === 10_000)).toBe(true)
  })
})
