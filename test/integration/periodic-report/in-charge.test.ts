import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOccupationalHealth } from '../../../src/periodic-report/occupational-health/sample.ts'
import { sampleOshAnnual } from '../../../src/periodic-report/osh-annual/sample.ts'
import { enrol, type Parties } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

/** Which office a report is for, by its form: who reviews it, who reads it whole, and who reads the rest only. */

const PATH = '/v1/periodic-reports'

let service: TestService
let parties: Parties
let labour: TestClient
let health: TestClient
let commune: TestClient
/** Paths of one report of each form. */
const paths = { summary: '', health: '', osh: '' }

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  labour = parties.office
  const client = (role: string, code: string) =>
    service.admin.newClient({ name: role, role, jurisdiction: { units: [{ scheme: 'VN-2025', code }] } })
  health = await client('health-office', '19')
  commune = await client('commune', '01849')
  service.setTime('2026-01-08T02:00:00Z')
  const year = { period: { year: 2025 } }
  paths.summary = await filed({ ...year, kind: 'accident-summary', zero: true })
  const { cases } = sampleOccupationalHealth
  const ill = {
    ...sampleOccupationalHealth,
    hygieneFile: false,
    cases: cases?.map((one) => ({ ...one, detectedOn: '2025-09-18' })),
  }
  paths.health = await filed({ ...year, kind: 'occupational-health', occupationalHealth: ill })
  paths.osh = await filed({ ...year, kind: 'osh-annual', oshAnnual: { ...sampleOshAnnual, riskAssessedIn: '2025-03' } })
})
afterAll(() => service.close())

/** With what it asks to be confirmed, confirmed. */
async function filed(report: Json): Promise<string> {
  const send = (body: Json) => parties.enterprise.send('post', PATH, body, { 'idempotency-key': randomUUID() })
  const judged = await parties.enterprise.expect(200, 'post', `${PATH}/validate`, report)
  const confirmations = (judged.body.findings as Json[])
    .filter(({ kind }) => kind === 'warning')
    .map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã đối chiếu sổ sách.' }))
  const answer = await send({ ...report, confirmations })
  expect(answer.status, answer.text).toBe(201)
  return String(answer.headers.location)
}

async function act(by: TestClient, path: string, what: string, body: Json): Promise<Answer> {
  const { headers } = await by.expect(200, 'get', path)
  return by.send('post', `${path}/${what}`, body, { 'if-match': String(headers.etag) })
}

const DECISIONS: readonly (readonly [string, Json])[] = [
  ['return', { comments: [{ text: 'Đề nghị kiểm tra lại.' }] }],
  ['re-evaluation', { reason: 'Xem lại.' }],
  ['acceptance', {}],
]

const actionsOf = async (by: TestClient, path: string) => (await by.expect(200, 'get', path)).body.actions

describe('a report on occupational health', () => {
  it('is decided on by no labour office, which is told whose it is and by which article', async () => {
    expect(await actionsOf(labour, paths.health)).toEqual([])
    for (const [what, body] of DECISIONS) {
      const refused = await act(labour, paths.health, what, body)
      expect([what, refused.status]).toEqual([what, 403])
      expect(refused.body.detail).toMatch(/Sở Y tế.*Thông tư 19\/2016\/TT-BYT, Điều 10/)
    }
    const { body } = await labour.send(
      'post',
      `${paths.health}/acceptance`,
      {},
      { 'if-match': '"1"', 'accept-language': 'en' },
    )
    expect(body.detail).toMatch(/the health office.*Circular 19\/2016/)
    expect((await labour.send('post', `${paths.health}/comments`, { text: 'Đề nghị bổ sung.' })).status).toBe(403)
  })

  it('shows who is ill to the health office, and to neither labour office nor commune, whatever the purpose', async () => {
    const purpose = { 'x-purpose': 'Kiem tra' }
    const read = (by: TestClient) => by.expect(200, 'get', paths.health, undefined, purpose)
    expect((await read(health)).text).toMatch(/OD-01/)
    for (const other of [labour, commune]) {
      const { body, text } = await read(other)
      expect(body.withheld).toEqual(
        expect.arrayContaining(['/occupationalHealth/cases', '/occupationalHealth/diseases']),
      )
      expect(text).not.toMatch(/OD-01|OD-18|Nguyễn Văn Đá/)
      expect((await other.get(`${paths.health}/receipt`)).status).toBe(404)
    }
  })

  it('waits in the work list of the health office alone', async () => {
    const waiting = async (by: TestClient) => {
      const { body } = await by.expect(200, 'get', '/v1/work-list?sort=review&limit=200')
      return (body.items as Json[]).map(({ link }) => link)
    }
    expect(await waiting(health)).toEqual([paths.health])
    expect((await waiting(labour)).sort()).toEqual([paths.summary, paths.osh].sort())
    const counts = async (by: TestClient) => (await by.expect(200, 'get', '/v1/work-list')).body.counts
    expect(await counts(health)).toMatchObject({ review: { all: 1 } })
    expect(await counts(labour)).toMatchObject({ review: { all: 2 } })
  })

  it('is of good or bad quality to the health office alone', async () => {
    const rules = async (by: TestClient) => {
      const { body } = await by.expect(200, 'get', '/v1/data-quality?by=rule&limit=200')
      return (body.items as Json[]).map(({ key }) => String(key))
    }
    const found = async (by: TestClient, path: string) =>
      ((await by.expect(200, 'get', path)).body.findings as Json[]).map(({ rule }) => String(rule))
    const others = [...(await found(labour, paths.summary)), ...(await found(labour, paths.osh))]
    const own = (await found(health, paths.health)).filter((rule) => !others.includes(rule))
    expect(own).not.toEqual([])
    expect(await rules(health)).toEqual(expect.arrayContaining(own))
    const ofLabour = await rules(labour)
    expect(ofLabour).not.toEqual([])
    expect(ofLabour.filter((rule) => own.includes(rule))).toEqual([])
  })

  it('is returned, commented on and accepted by the health office', async () => {
    expect(await actionsOf(health, paths.health)).toEqual([
      'withdraw',
      're-evaluate',
      'return',
      'accept',
      'comment',
      'attach',
    ])
    for (const [what, body] of DECISIONS)
      expect([what, (await act(health, paths.health, what, body)).status]).toEqual([what, 200])
  })
})

describe('a summary of accidents', () => {
  it('is read by the health office without persons, and decided on by the labour office', async () => {
    for (const [what, body] of DECISIONS) {
      const refused = await act(health, paths.summary, what, body)
      expect([what, refused.status]).toEqual([what, 403])
      expect(refused.body.detail).toMatch(/Sở Nội vụ.*Nghị định 39\/2016/)
    }
    expect((await act(labour, paths.summary, 'acceptance', {})).body).toMatchObject({ status: 'accepted' })
  })
})

describe('the annual report on safety and health', () => {
  it('is read whole by both offices, and reviewed by the one that summarises it', async () => {
    for (const office of [labour, health]) await office.expect(200, 'get', `${paths.osh}/receipt`)
    expect(await actionsOf(health, paths.osh)).toEqual([])
    const remark = await health.send('post', `${paths.osh}/comments`, { text: 'Thiếu số liệu quan trắc.' })
    expect([remark.status, remark.body.detail]).toEqual([403, expect.stringContaining('Thông tư 07/2016')])
    const file = await health.send('post', `${paths.osh}/files?name=a.pdf`, Buffer.from('%PDF-1.7'), {
      'content-type': 'application/octet-stream',
    })
    expect(file.status).toBe(403)
    expect((await act(health, paths.osh, 'acceptance', {})).status).toBe(403)
    expect((await act(labour, paths.osh, 'acceptance', {})).body).toMatchObject({ status: 'accepted' })
  })
})

describe('the list of reports', () => {
  it('tells which office reviews each, and holds those of one office when asked', async () => {
    const listed = async (query: string) => {
      const { body } = await labour.expect(200, 'get', `${PATH}?limit=200${query}`)
      return (body.items as Json[]).map(({ kind, reviewer }) => [kind, reviewer])
    }
    expect(await listed('&reviewer=health-office')).toEqual([['occupational-health', 'health-office']])
    expect((await listed('')).sort()).toEqual([
      ['accident-summary', 'labour-office'],
      ['occupational-health', 'health-office'],
      ['osh-annual', 'labour-office'],
    ])
  })
})
