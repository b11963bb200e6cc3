import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { reportKind } from '../../../src/periodic-report/kind.ts'
import { sampleReport } from '../../../src/periodic-report/sample.ts'
import type { PeriodicReport } from '../../../src/periodic-report/schema.ts'
import { enrol, type Parties, SAMPLE_ENTERPRISE, sample } from '../../support/parties.ts'
import {
  type Answer,
  type Json,
  NOW,
  startTestService,
  type TestClient,
  type TestService,
} from '../../support/service.ts'

const PATH = '/v1/periodic-reports'
const IN_TIME = '2026-07-02T02:00:00Z'

let service: TestService
let parties: Parties
let enterprises = 0

beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.close())

/** Each test has an enterprise of its own, which declared the sample accident. */
beforeEach(async () => {
  service.setTime(NOW)
  const taxCode = `4600123459-${String(++enterprises).padStart(3, '0')}`
  parties = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode })
  service.setTime('2026-05-12T04:45:00Z')
  const accident = sample()
  const filed = await parties.enterprise.file({ ...accident, establishment: { ...accident.establishment, taxCode } })
  if (filed.status !== 201) throw new Error(filed.text)
  service.setTime(IN_TIME)
})

function file(report: unknown, by: TestClient = parties.enterprise): Promise<Answer> {
  return by.send('post', PATH, report, { 'idempotency-key': randomUUID() })
}

const zero = (year: number, half?: 1): Json => ({
  kind: 'accident-summary',
  period: half === undefined ? { year } : { year, half },
  zero: true,
})

function findings(answer: Answer, kind?: string): string[] {
  return (answer.body.findings as Json[])
    .filter((each) => kind === undefined || each.kind === kind)
    .map(({ rule }) => String(rule))
}

async function draftOf(period: string): Promise<{ draft: PeriodicReport; from: Json[] }> {
  const { body } = await parties.enterprise.expect(200, 'get', `${PATH}/draft?kind=accident-summary&period=${period}`)
  return body as unknown as { draft: PeriodicReport; from: Json[] }
}

describe('a summary of work accidents', () => {
  it('is filed as the sample stands, in time, with nothing to object', async () => {
    const answer = await file(sampleReport)
    expect(answer.status, answer.text).toBe(201)
    expect(findings(answer).filter((rule) => rule !== 'KB-REP-14')).toEqual([])
    expect(answer.body.due).toMatchObject({ due: '2026-07-04', receivedOn: '2026-07-02', timely: true })
  })

  it('is late on 5 July, because it is due before that day, and is accepted as a breach', async () => {
    service.setTime('2026-07-04T17:00:00Z')
    const answer = await file(sampleReport)
    expect(answer.status).toBe(201)
    expect(findings(answer, 'breach')).toEqual(['ACC-G03'])
    expect(answer.body.due).toMatchObject({ timely: false })
  })

  it('stays timely when it is amended later', async () => {
    const { body } = await file(sampleReport)
    service.setTime('2026-09-01T02:00:00Z')
    const amendment = { ...sampleReport, note: 'Đã đối chiếu với bảo hiểm xã hội.', reason: 'Bổ sung ghi chú.' }
    const amended = await parties.enterprise.expect(200, 'put', `${PATH}/${body.id}`, amendment, { 'if-match': '"1"' })
    expect(findings(amended)).not.toContain('ACC-G03')
    expect(amended.body.due).toMatchObject({ receivedOn: '2026-07-02', timely: true })
  })

  it('needs one call where nothing occurred, and reads like any other', async () => {
    const answer = await file(zero(2025))
    expect(answer.status, answer.text).toBe(201)
    const { body } = await parties.enterprise.expect(200, 'get', `${PATH}/${answer.body.id}`)
    expect(body.declaration).toMatchObject({
      zero: true,
      accidentSummary: { total: { accidents: 0, deaths: 0 } },
    })
    expect((body.declaration as PeriodicReport).accidentSummary).not.toHaveProperty('losses')
  })

  it('is refused as a zero report while a fatal accident of the period stands declared, until confirmed', async () => {
    const answer = await file(zero(2026, 1))
    expect(answer.body).toMatchObject({ status: 422, code: 'warnings-unconfirmed' })
    expect(findings(answer, 'warning')).toContain('ACC-G28')
  })
})

describe('one report of a kind and period', () => {
  it('is taken; a second is refused and told which to amend', async () => {
    const first = await file(zero(2025))
    const second = await file({ ...zero(2025), note: 'Nộp lại.' })
    expect(second.status).toBe(422)
    expect(findings(second, 'error')).toEqual(['ACC-G05'])
    expect(second.text).toContain(String(first.body.id))
  })

  it('is taken of two that come at the same moment', async () => {
    const reports = await Promise.all(
      Array.from({ length: 6 }, (_, index) => file({ ...zero(2025), note: `Lần ${index}` })),
    )
    expect(reports.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(reports.filter(({ status }) => status === 422 || status === 409)).toHaveLength(5)
    const list = await parties.enterprise.expect(200, 'get', `${PATH}?year=2025`)
    expect(list.body.items).toHaveLength(1)
  })

  it('may be filed anew after the first was withdrawn', async () => {
    const first = await file(zero(2025))
    const reason = { reason: 'Nộp nhầm năm.' }
    await parties.enterprise.expect(200, 'post', `${PATH}/${first.body.id}/withdrawal`, reason, { 'if-match': '"1"' })
    const second = await file({ ...zero(2025), note: 'Báo cáo đúng.' })
    expect(second.status, second.text).toBe(201)
  })

  it('keeps its period when it is amended', async () => {
    const { body } = await file(zero(2025))
    const moved = { ...zero(2024), reason: 'Sửa năm.' }
    const answer = await parties.enterprise.send('put', `${PATH}/${body.id}`, moved, { 'if-match': '"1"' })
    expect(findings(answer, 'error')).toEqual(['KB-REP-05'])
  })

  it('is one for a retry too', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const first = await parties.enterprise.send('post', PATH, zero(2025), headers)
    const again = await parties.enterprise.send('post', PATH, zero(2025), headers)
    expect([again.status, again.text]).toEqual([201, first.text])
  })
})

describe('the draft of a report', () => {
  it('holds what was declared of the period, with the ids of the declarations', async () => {
    const { draft, from } = await draftOf('2026-H1')
    const row = { accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1, women: 0, serious: 0 }
    expect(draft.accidentSummary?.atWork).toMatchObject({
      total: row,
      byCause: [{ cause: '1', ...row }],
      byFactor: [{ factor: { list: 'injury-factors-kb', code: 'fall-from-height' }, ...row }],
      byOccupation: [{ occupation: '71', ...row }],
    })
    expect(from.find(({ line }) => line === '1.1.1.deaths')).toMatchObject({ value: 1 })
    expect(from[0]?.declarations).toHaveLength(1)
  })

  it('is nought for a period in which nothing was declared', async () => {
    const { draft, from } = await draftOf('2025')
    expect(draft.accidentSummary?.total).toMatchObject({ accidents: 0, deaths: 0 })
    expect(from).toEqual([])
  })

  it('filed as it is differs in nothing from the declarations', async () => {
    const { draft } = await draftOf('2026-H1')
    const confirmed = { rule: 'ACC-G24', pointer: '/accidentSummary/losses/costs', reason: 'Chưa chi trả.' }
    const answer = await file({ ...draft, confirmations: [confirmed] })
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body.differences).toEqual([])
  })

  it('is made by the office of the head office too, and by no other', async () => {
    const query = `${PATH}/draft?kind=accident-summary&period=2026-H1&enterprise=${parties.enterpriseId}`
    expect((await parties.office.get(query)).status).toBe(200)
    const elsewhere = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    expect((await elsewhere.get(query)).status).toBe(404)
  })
})

describe('a report that differs from what was declared', () => {
  it('shows where, with both values and the declarations', async () => {
    const { draft } = await draftOf('2026-H1')
    const fewer = { ...zero(2026, 1), workforce: draft.workforce }
    const refused = await file(fewer)
    const confirmations = (refused.body.findings as Json[])
      .filter(({ kind }) => kind === 'warning')
      .map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đang chờ kết luận điều tra.' }))
    const answer = await file({ ...fewer, confirmations })
    expect(answer.status, answer.text).toBe(201)
    const differences = answer.body.differences as Json[]
    const id = String((await draftOf('2026-H1')).from[0]?.declarations)
    expect(differences.find(({ line }) => line === '3.deaths')).toEqual({
      line: '3.deaths',
      pointer: '/accidentSummary/total/deaths',
      filed: 0,
      declared: 1,
      declarations: [id],
    })
  })

  it('tells of a death that nobody declared: a breach, and the report is accepted', async () => {
    const answer = await file({ ...sampleReport, period: { year: 2025 } })
    expect(answer.status, answer.text).toBe(201)
    expect(findings(answer, 'breach')).toContain('KB-SUM-08')
  })
})

describe('what happened after a declaration', () => {
  it('stands in the draft: a victim who died later, and what the treatment cost', async () => {
    const accident = sample()
    const [victim] = accident.victims
    const injured = {
      ...accident,
      accident: {
        ...accident.accident,
        occurredAt: '2026-06-01T02:00:00Z',
        knownAt: '2026-06-01T02:10:00Z',
        declaredAt: undefined,
        declaredClass: 'serious',
      },
      victims: [{ ...victim, victimId: 'v1', condition: 'serious', death: undefined }],
      recipients: undefined,
    }
    service.setTime('2026-06-01T06:00:00Z')
    const declared = await parties.enterprise.file(injured)
    expect(declared.status, declared.text).toBe(201)
    service.setTime('2026-06-20T06:00:00Z')
    const death = {
      victimId: 'v1',
      condition: { now: 'dead', knownAt: '2026-06-20T01:00:00Z' },
      death: { at: '2026-06-20T00:30:00Z', mode: 'C', forensicRecord: true },
      costs: { medical: 45_000 },
    }
    const outcomes = `/v1/accident-declarations/${declared.body.id}/outcomes`
    const told = await parties.enterprise.send('post', outcomes, death, { 'if-match': '"1"' })
    expect(told.status, told.text).toBe(201)
    service.setTime(IN_TIME)
    const { draft } = await draftOf('2026-H1')
    expect(draft.accidentSummary?.total).toMatchObject({ accidents: 2, deaths: 2, serious: 0 })
    expect(draft.accidentSummary?.losses?.costs).toMatchObject({ medical: 45_000 })
  })

  it('is found by judging the report anew', async () => {
    const { body } = await file(sampleReport)
    const accident = sample()
    const [victim] = accident.victims
    const at = '2026-06-01T02:00:00Z'
    service.setTime('2026-07-03T02:00:00Z')
    const late = await parties.enterprise.file({
      ...accident,
      accident: { ...accident.accident, occurredAt: at, knownAt: at, declaredAt: undefined },
      victims: [{ ...victim, death: { ...victim.death, at } }],
      recipients: undefined,
    })
    expect(late.status, late.text).toBe(201)
    const anew = await parties.office.expect(
      200,
      'post',
      `${PATH}/${body.id}/re-evaluation`,
      { reason: 'Vụ tai nạn khai báo muộn.' },
      { 'if-match': '"1"' },
    )
    expect(findings(anew, 'warning')).toContain('ACC-G28')
    const read = await parties.office.expect(200, 'get', `${PATH}/${body.id}`)
    expect((read.body.differences as Json[]).find(({ line }) => line === '3.deaths')).toMatchObject({
      filed: 1,
      declared: 2,
      declarations: [expect.any(String), late.body.id],
    })
  })
})

describe('the list of reports', () => {
  it('is filtered by kind, year, half, unit, status and lateness', async () => {
    await file(sampleReport)
    await file(zero(2025))
    const count = async (query: string) => {
      const { body } = await parties.enterprise.expect(200, 'get', `${PATH}?${query}`)
      return (body.items as Json[]).length
    }
    expect(await count('kind=accident-summary')).toBe(2)
    expect(await count('kind=osh-annual')).toBe(0)
    expect(await count('year=2026&half=1')).toBe(1)
    expect(await count('half=none')).toBe(1)
    expect(await count('unit=19')).toBe(2)
    expect(await count('unit=01')).toBe(0)
    expect(await count('late=true')).toBe(1)
    expect(await count('status=filed&late=false')).toBe(1)
  })
})

describe('whose report it is', () => {
  it('is for the offices of the head office, and no others', async () => {
    const { body } = await file(sampleReport)
    expect((await parties.office.get(`${PATH}/${body.id}`)).status).toBe(200)
    const elsewhere = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    expect((await elsewhere.get(`${PATH}/${body.id}`)).status).toBe(404)
  })

  it('is recorded by the office as it came on paper, timely by the day it came', async () => {
    service.setTime('2026-07-20T02:00:00Z')
    const paper = {
      ...sampleReport,
      onBehalf: { enterpriseId: parties.enterpriseId, channel: 'POST', receivedOn: '2026-07-03' },
    }
    const answer = await file(paper, parties.office)
    expect(answer.status, answer.text).toBe(201)
    expect(findings(answer, 'breach')).toEqual([])
    expect(answer.body.due).toMatchObject({ receivedOn: '2026-07-03', timely: true })
  })
})

it('has acts and facts that the check of the register finds whole', async () => {
  const { body } = await file(sampleReport)
  const amendment = { ...sampleReport, note: 'Bổ sung.', reason: 'Bổ sung ghi chú.' }
  await parties.enterprise.expect(200, 'put', `${PATH}/${body.id}`, amendment, { 'if-match': '"1"' })
  const anew = { reason: 'Danh mục đã được sửa.' }
  const judged = await parties.office.send('post', `${PATH}/${body.id}/re-evaluation`, anew, { 'if-match': '"2"' })
  expect(judged.status, judged.text).toBe(200)
  const { faults, declarations } = await verifyDeclarations(reportKind, service.declarations)
  expect(faults).toEqual([])
  expect(declarations).toBeGreaterThan(10)
})
