import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOccupationalHealth } from '../../../src/periodic-report/occupational-health/sample.ts'
import { sampleOshAnnual } from '../../../src/periodic-report/osh-annual/sample.ts'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, SAMPLE_ENTERPRISE } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const PATH = '/v1/periodic-reports'

let service: TestService
let builder: Parties
let labour: TestClient
let health: TestClient

/** Of 2025: a builder reports on safety and on health, a workshop by post on safety; a third does not report. */
beforeAll(async () => {
  service = await startTestService()
  const enrolled = (taxCode: string, workers: number) =>
    enrol(service, { ...SAMPLE_ENTERPRISE, taxCode, workers, women: 5 })
  builder = await enrolled('4600123459-001', 240)
  const workshop = await enrolled('4600123459-002', 20)
  await enrolled('4600123459-003', 15)
  labour = builder.office
  health = await service.admin.newClient({
    name: 'Sở Y tế',
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
  // What an office owes begins with the year of its first account.
  await execute(service.ownerUrl, `update client set created_at = '2025-03-01' where role like '%-office'`)
  service.setTime('2026-01-08T02:00:00Z')
  const year = { period: { year: 2025 } }
  const safety = { ...sampleOshAnnual, riskAssessedIn: '2025-03' }
  await filed({ ...year, kind: 'osh-annual', oshAnnual: safety })
  const cases = sampleOccupationalHealth.cases?.map((one) => ({ ...one, detectedOn: '2025-09-18' }))
  const section = { ...sampleOccupationalHealth, hygieneFile: false, cases }
  await filed({ ...year, kind: 'occupational-health', occupationalHealth: section })
  const small = { planCosts: { training: 0.1 }, overtime: { workers: 2, hours: 100, mostInMonth: 12 } }
  const onBehalf = { enterpriseId: workshop.enterpriseId, channel: 'POST', receivedOn: '2026-01-07' }
  await filed({ ...year, kind: 'osh-annual', onBehalf, oshAnnual: small }, labour)
})
afterAll(() => service.close())

const warnings = (answer: Answer) => (answer.body.findings as Json[]).filter(({ kind }) => kind === 'warning')
const serious = (answer: Answer) =>
  (answer.body.findings as Json[]).filter(({ kind }) => kind !== 'info').map(({ rule }) => rule)

function file(report: unknown, by: TestClient): Promise<Answer> {
  return by.send('post', PATH, report, { 'idempotency-key': randomUUID() })
}

/** With what it asks to be confirmed, confirmed. */
async function filed(report: Json, by = builder.enterprise): Promise<void> {
  const judged = await by.expect(200, 'post', `${PATH}/validate`, report)
  const confirmations = warnings(judged).map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã đối chiếu.' }))
  const answer = await file({ ...report, confirmations }, by)
  expect(answer.status, answer.text).toBe(201)
}

async function draftOf(kind: string, by: TestClient, period = '2025'): Promise<Json & { receivedReports: Json }> {
  const { body } = await by.expect(200, 'get', `${PATH}/draft?kind=${kind}&period=${period}`)
  return body.draft as Json & { receivedReports: Json }
}

async function duty(name: string, by: TestClient): Promise<Json | undefined> {
  const { body } = await by.expect(200, 'get', `/v1/obligations?duty=${name}&period=2025`)
  return (body.items as Json[])[0]
}

function sumIn({ receivedReports }: { receivedReports: Json }, line: string): unknown {
  return (receivedReports.cells as Json[]).find((cell) => cell.line === line)?.value
}

describe('the summary of the annual reports on safety and health', () => {
  it('adds up the cells of the reports in force, and leaves out what does not add up', async () => {
    const draft = await draftOf('office-osh-summary', labour)
    expect(draft.receivedReports).toMatchObject({ establishments: 3, reporting: 2, workers: 260 })
    expect(sumIn(draft, '7.hours')).toBe(14_500)
    expect(sumIn(draft, '10.training')).toBe(64.6)
    expect(sumIn(draft, 'M.oshSystem')).toBe(1)
    expect(sumIn(draft, '7.mostInMonth')).toBeUndefined()
  })

  it('files as the draft stands, and does the duty', async () => {
    const answer = await file(await draftOf('office-osh-summary', labour), labour)
    expect(answer.status, answer.text).toBe(201)
    expect([serious(answer), answer.body.differences]).toEqual([[], []])
    expect(answer.body.due).toMatchObject({ due: '2026-01-24', timely: true })
    expect(await duty('province-osh-summary', labour)).toMatchObject({ status: 'done-on-time', doneOn: '2026-01-08' })
    const decided = await labour.send('post', `${PATH}/${answer.body.id}/acceptance`, {}, { 'if-match': '"1"' })
    expect(decided.status).toBe(403)
  })

  it('is told once that it differs from what is held', async () => {
    const draft = await draftOf('office-osh-summary', labour)
    const cells = (draft.receivedReports.cells as Json[]).map((cell) =>
      cell.line === '9.samples' ? { ...cell, value: 7 } : cell,
    )
    const answer = await labour.expect(200, 'post', `${PATH}/validate`, {
      ...draft,
      receivedReports: { ...draft.receivedReports, reporting: 3, cells },
    })
    expect(warnings(answer)).toMatchObject([{ rule: 'KB-OR-05', pointer: '/receivedReports' }])
    expect(String(warnings(answer)[0]?.message)).toContain('2 ô khác')
    expect(answer.body.differences).toMatchObject([
      { line: 'reporting', filed: 3, declared: 2 },
      { line: '9.samples', pointer: expect.stringContaining('/value'), filed: 7, declared: 6 },
    ])
  })

  it('is of whole years', async () => {
    expect((await labour.get(`${PATH}/draft?kind=office-osh-summary&period=2025-H1`)).status).toBe(400)
  })
})

describe('the summary of the reports on occupational health', () => {
  it('is made by the health office of what came to it', async () => {
    const draft = await draftOf('office-health-summary', health)
    expect(draft.receivedReports).toMatchObject({ establishments: 3, reporting: 1, workers: 240 })
    expect(sumIn(draft, 'IV.1.OD-01.diagnosed')).toBe(1)
    expect(sumIn(draft, 'VIII.1')).toBeUndefined()
    const answer = await file(draft, health)
    expect(answer.status, answer.text).toBe(201)
    expect(serious(answer)).toEqual([])
    expect(await duty('province-health-summary', health)).toMatchObject({ status: 'done-on-time' })
    expect((await builder.enterprise.get(`${PATH}/${answer.body.id}`)).status).toBe(404)
    const seenBy = async (reader: TestClient) => (await reader.expect(200, 'get', `${PATH}/${answer.body.id}`)).text
    expect(await seenBy(health)).toContain('OD-01')
    // One establishment reported: the sums are its own figures.
    expect(await seenBy(labour)).not.toContain('OD-01')
  })

  it('tells a labour office that tries it nothing of diagnoses', async () => {
    const drafted = await labour.get(`${PATH}/draft?kind=office-health-summary&period=2025`)
    expect([drafted.status, drafted.text]).toEqual([400, expect.stringContaining('not-owed')])
    const tried = await labour.expect(200, 'post', `${PATH}/validate`, {
      kind: 'office-health-summary',
      period: { year: 2025 },
      receivedReports: { establishments: 3, reporting: 1, workers: 240, cells: [] },
    })
    expect([serious(tried), tried.body.differences]).toEqual([['KB-REP-10'], null])
  })

  it('of a half-year has cells that no report on safety has', async () => {
    const report = { kind: 'office-health-summary', period: { year: 2025, half: 1 } }
    const answer = await health.expect(200, 'post', `${PATH}/validate`, {
      ...report,
      receivedReports: { cells: [{ line: '3.new', value: 1 }] },
    })
    expect(serious(answer)).toEqual(expect.arrayContaining(['KB-OR-03', 'KB-OR-07']))
  })
})
