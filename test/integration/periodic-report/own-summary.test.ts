import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleReport } from '../../../src/periodic-report/sample.ts'
import { enrol, type Parties, SAMPLE_ENTERPRISE } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const PATH = '/v1/periodic-reports'
const DRAFT = `${PATH}/draft?kind=office-summary&period=2026-H1`

let service: TestService
let builder: Parties
let quarry: Parties
let office: TestClient
let colleague: TestClient
let ministry: TestClient
let health: TestClient
let hanoi: TestClient
let both: TestClient
let commune: TestClient
let builderReport: string

function client(name: string, role: string, ...codes: string[]): Promise<TestClient> {
  const jurisdiction =
    codes.length === 0 ? { national: true } : { units: codes.map((code) => ({ scheme: 'VN-2025', code })) }
  return service.admin.newClient({ name, role, jurisdiction })
}

function file(by: TestClient, report: unknown): Promise<Answer> {
  return by.send('post', PATH, report, { 'idempotency-key': randomUUID() })
}

function amend(by: TestClient, id: unknown, revision: number, report: object, reason: string): Promise<Answer> {
  return by.send('put', `${PATH}/${id}`, { ...report, reason }, { 'if-match': `"${revision}"` })
}

async function draftOf(query = DRAFT, by = office): Promise<Json> {
  const { body } = await by.expect(200, 'get', query)
  return { ...(body.draft as Json), declarant: { name: 'Lê Thị Sở', position: 'Phó Giám đốc' } }
}

function rules(answer: Answer, ...kinds: string[]): string[] {
  const found = (answer.body.findings as Json[]).filter(
    ({ kind }) => kinds.length === 0 || kinds.includes(String(kind)),
  )
  return [...new Set(found.map(({ rule }) => String(rule)))]
}

const serious = (answer: Answer) => rules(answer, 'error', 'warning', 'breach')

async function duty(name: string, by = office): Promise<Json | undefined> {
  const { body } = await by.expect(200, 'get', `/v1/obligations?duty=${name}&period=2026-H1`)
  return (body.items as Json[])[0]
}

/** A builder reports itself; the report of a quarry comes by post. */
beforeAll(async () => {
  service = await startTestService()
  builder = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '4600123459-001', ownership: '3', workers: 300 })
  quarry = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '4600123459-002', ownership: '2', workers: 60 })
  office = builder.office
  colleague = await client('Phòng An toàn lao động', 'labour-office', '19')
  ministry = await client('Bộ Nội vụ', 'labour-office')
  health = await client('Sở Y tế', 'health-office', '19')
  hanoi = await client('Sở Nội vụ Hà Nội', 'labour-office', '01')
  both = await client('Văn phòng vùng', 'labour-office', '19', '01')
  commune = await client('Ủy ban nhân dân xã', 'commune', '01849')
  service.setTime('2026-07-01T02:00:00Z')
  const reported = await file(builder.enterprise, sampleReport)
  expect(reported.status, reported.text).toBe(201)
  builderReport = String(reported.body.id)
  const paper = await file(office, {
    kind: 'accident-summary',
    period: { year: 2026, half: 1 },
    onBehalf: { enterpriseId: quarry.enterpriseId, channel: 'POST', receivedOn: '2026-06-30' },
    workforce: { total: 60, women: 4 },
    zero: true,
    confirmations: [{ rule: 'KB-REP-07', pointer: '/period', reason: 'Bưu điện phát sớm.' }],
  })
  expect(paper.status, paper.text).toBe(201)
})
afterAll(() => service.close())

describe('the summary that a labour office files', () => {
  let id: string

  it('is owed before 15 July', async () => {
    service.setTime('2026-07-10T02:00:00Z')
    expect(await duty('province-accident-summary')).toMatchObject({ status: 'due-soon', dueOn: '2026-07-14' })
  })

  it('is drafted from the reports it holds, on paper and here', async () => {
    const { partI, partII } = (await draftOf()).officeSummary as { partI: Json[]; partII: Json[] }
    expect(partI).toEqual([
      expect.objectContaining({ code: null, establishments: 2, reporting: 2, workers: 360, workersReporting: 300 }),
      expect.objectContaining({ code: '2', reporting: 1, workersReporting: 60, women: 4, victims: 0 }),
      expect.objectContaining({ code: '3', reporting: 1, workersReporting: 240, victims: 2, deaths: 1 }),
    ])
    expect(partII.at(-1)).toMatchObject({ row: '3', accidents: 2, victims: 2, daysOff: 12, costs: 706_500 })
    expect(partII[0]).not.toHaveProperty('daysOff')
  })

  it('files as the draft stands, with nothing to object, and does the duty', async () => {
    const answer = await file(office, await draftOf())
    expect(answer.status, answer.text).toBe(201)
    expect([serious(answer), rules(answer)]).toEqual([[], ['KB-OS-26']])
    expect(answer.body.differences).toEqual([])
    expect(answer.body.due).toMatchObject({ due: '2026-07-14', timely: true })
    id = String(answer.body.id)
    expect(await duty('province-accident-summary')).toMatchObject({ status: 'done-on-time', doneOn: '2026-07-10' })
    expect(await duty('province-accident-publication')).toMatchObject({ status: 'due', dueOn: '2026-07-19' })
  })

  it('is one for all clients of the office', async () => {
    const again = await file(colleague, { ...(await draftOf(DRAFT, colleague)), note: 'Lần hai.' })
    expect(serious(again)).toEqual(['ACC-G05'])
    expect((await colleague.get(`${PATH}/${id}`)).status).toBe(200)
  })

  it('is amended by any client of the office when it was published, which does the other duty', async () => {
    service.setTime('2026-07-16T02:00:00Z')
    const draft = await draftOf()
    const published = { publishedOn: '2026-07-15', publishedAt: 'Cổng thông tin điện tử của Sở Nội vụ' }
    const report = { ...draft, officeSummary: { ...(draft.officeSummary as Json), ...published } }
    const answer = await amend(colleague, id, 1, report, 'Đã công bố.')
    expect(answer.status, answer.text).toBe(200)
    expect(rules(answer)).toEqual([])
    expect(await duty('province-accident-publication')).toMatchObject({ status: 'done-on-time', doneOn: '2026-07-15' })
    expect(await duty('province-accident-summary')).toMatchObject({ status: 'done-on-time', doneOn: '2026-07-10' })
  })

  it('is read by offices in whose area it lies, not by enterprises nor other provinces', async () => {
    const statusOf = async (by: TestClient) => (await by.get(`${PATH}/${id}`)).status
    expect(await Promise.all([office, ministry, health].map(statusOf))).toEqual([200, 200, 200])
    expect(await Promise.all([builder.enterprise, quarry.enterprise, hanoi].map(statusOf))).toEqual([404, 404, 404])
    const listed = await builder.enterprise.expect(200, 'get', `${PATH}?kind=office-summary`)
    expect(listed.body.items).toEqual([])
    const { body } = await ministry.expect(200, 'get', `${PATH}?kind=office-summary`)
    expect(body.items).toMatchObject([{ id, establishment: 'Tỉnh Thái Nguyên', accidents: null }])
  })

  it('is accepted or returned by nobody', async () => {
    for (const by of [office, ministry]) {
      const accepted = await by.send('post', `${PATH}/${id}/acceptance`, {}, { 'if-match': '"2"' })
      expect(accepted.status, accepted.text).toBe(403)
    }
  })

  it('differs from what is held once an establishment amends its report', async () => {
    const total = { ...sampleReport.accidentSummary?.total, serious: 1 }
    const amended = {
      ...sampleReport,
      accidentSummary: {
        ...sampleReport.accidentSummary,
        commuting: { ...sampleReport.accidentSummary?.commuting, serious: 1 },
        total,
      },
      confirmations: [],
    }
    const changed = await amend(builder.enterprise, builderReport, 1, amended, 'Nạn nhân đi đường bị thương nặng.')
    expect(changed.status, changed.text).toBe(200)
    const { body: record } = await office.expect(200, 'get', `${PATH}/${id}`)
    const again = await office.send('post', `${PATH}/validate?amends=${id}`, record.declaration)
    expect([again.body.acceptable, rules(again, 'warning')]).toEqual([false, ['KB-OS-23']])
    const lines = (again.body.differences as Json[]).map(({ line, filed, declared }) => [line, filed, declared])
    expect(lines).toEqual(['I.total', 'I.3', 'II.2', 'II.3'].map((row) => [`${row}.serious`, 0, 1]))
    const found = (again.body.findings as Json[]).filter(({ rule }) => rule === 'KB-OS-23')
    expect(found.map(({ pointer }) => pointer)).toEqual([
      '/officeSummary/partI/0/serious',
      '/officeSummary/partI/2/serious',
      expect.stringMatching(/^\/officeSummary\/partII\/\d+\/serious$/),
      expect.stringMatching(/^\/officeSummary\/partII\/\d+\/serious$/),
    ])
    expect(found[0]?.message).toContain('ghi 0, đang giữ 1')
    const anew = await amend(office, id, 2, { ...(await draftOf()), note: 'Rà soát.' }, 'Số liệu mới.')
    expect(anew.status, anew.text).toBe(200)
    expect(serious(anew)).toEqual([])
  })
})

describe('an own summary', () => {
  it('goes by the day of the document by which it was sent', async () => {
    service.setTime('2026-02-10T02:00:00Z')
    const query = `${PATH}/draft?kind=office-summary&period=2025`
    const draft = await draftOf(query)
    const late = await office.send('post', `${PATH}/validate`, draft)
    expect(serious(late)).toEqual(['ACC-G31'])
    const answer = await file(office, { ...draft, sentAs: { number: '15/BC-SNV', on: '2026-01-20' } })
    expect(answer.status, answer.text).toBe(201)
    expect([serious(answer), answer.body.due]).toMatchObject([[], { receivedOn: '2026-01-20', timely: true }])
    service.setTime('2026-07-16T02:00:00Z')
  })

  it('is no report of a health office, an enterprise or a commune', async () => {
    const report = { kind: 'office-summary', period: { year: 2024 }, zero: true }
    for (const by of [health, builder.enterprise, commune]) {
      expect(rules(await file(by, report), 'error')).toContain('KB-REP-10')
      const drafted = await by.get(DRAFT)
      expect([drafted.status, drafted.text]).toEqual([400, expect.stringContaining('not-owed')])
    }
    const other = await office.get(`${PATH}/draft?kind=accident-summary&period=2026-H1`)
    expect(other.text).toContain('not-owed')
  })

  it('of an office of two provinces names which', async () => {
    const unnamed = await file(both, { kind: 'office-summary', period: { year: 2024 }, zero: true })
    expect([unnamed.status, unnamed.text]).toEqual([422, expect.stringContaining('unknown-office')])
    expect((await both.get(DRAFT)).status).toBe(404)
    const draft = await draftOf(`${DRAFT}&unit=01`, both)
    expect(draft).toMatchObject({ office: { unit: { code: '01' } }, officeSummary: { partI: [{ reporting: 0 }] } })
    const answer = await file(both, draft)
    expect(answer.status, answer.text).toBe(201)
    expect((await office.get(`${PATH}/${answer.body.id}`)).status).toBe(404)
  })

  it('of a period of which nothing is held is compared with the register only', async () => {
    const total = { code: null, establishments: 2, reporting: 2, workers: 360, workersReporting: 300, victims: 1 }
    const { code: _, ...unstated } = total
    const row = { accidents: 1, victims: 1 }
    const answer = await file(office, {
      kind: 'office-summary',
      period: { year: 2024 },
      officeSummary: {
        partI: [total, unstated],
        partII: [
          { row: '2', ...row },
          { row: '3', ...row },
        ],
      },
    })
    expect(answer.status).toBe(422)
    expect((answer.body.findings as Json[]).filter(({ kind }) => kind === 'warning')).toMatchObject([
      { rule: 'KB-OS-23', pointer: '/officeSummary/partI/0/reporting' },
    ])
  })
})
