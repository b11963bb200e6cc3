import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrol, type Parties } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const PATH = '/v1/periodic-reports'

let service: TestService
let parties: Parties
let commune: TestClient

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  commune = await service.admin.newClient({
    name: 'Ủy ban nhân dân xã',
    role: 'commune',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '01849' }] },
  })
})
afterAll(() => service.close())

const ROW = { accidents: 1, victims: 1, serious: 1 }

function report(change: Json = {}): Json {
  return {
    kind: 'commune-accident-summary',
    period: { year: 2026, half: 1 },
    accidentSummary: { atWork: { total: ROW }, losses: { costs: { medical: 20_000 } } },
    ...change,
  }
}

function file(by: TestClient, body: Json): Promise<Answer> {
  return by.send('post', PATH, body, { 'idempotency-key': randomUUID() })
}

function rules(answer: Answer): string[] {
  return (answer.body.findings as Json[]).filter(({ kind }) => kind !== 'info').map(({ rule }) => String(rule))
}

describe("a commune's report on workers without contract", () => {
  it('is filed before 5 July, needs no headcount, and goes to the province', async () => {
    service.setTime('2026-07-04T10:00:00Z')
    const answer = await file(commune, report())
    expect(answer.status, answer.text).toBe(201)
    expect(rules(answer)).toEqual([])
    expect((await parties.office.get(`${PATH}/${answer.body.id}`)).status).toBe(200)
  })

  it('of the year is late on 5 January, five days before the employers', async () => {
    service.setTime('2026-01-05T02:00:00Z')
    const answer = await file(commune, report({ period: { year: 2025 } }))
    expect(answer.status, answer.text).toBe(201)
    expect(rules(answer)).toEqual(['ACC-G30'])
  })

  it('must add up like the report of an establishment', async () => {
    service.setTime('2026-07-04T10:00:00Z')
    const wrong = { atWork: { total: { ...ROW, deaths: 1 } } }
    const answer = await file(commune, report({ period: { year: 2024 }, accidentSummary: wrong }))
    expect(answer.status).toBe(422)
    expect(rules(answer)).toEqual(expect.arrayContaining(['ACC-G11', 'ACC-G12', 'ACC-G13']))
  })

  it('is no report of an enterprise, nor the other way round', async () => {
    expect(rules(await file(parties.enterprise, report()))).toContain('KB-REP-10')
    expect(rules(await file(commune, { kind: 'accident-summary', period: { year: 2024 }, zero: true }))).toContain(
      'KB-REP-10',
    )
  })
})
