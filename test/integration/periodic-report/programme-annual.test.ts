import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertAccidents } from '../../support/accident-facts.ts'
import { enrol, type Parties, SAMPLE_ENTERPRISE } from '../../support/parties.ts'
import { insertScreenings } from '../../support/screening-facts.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const PATH = '/v1/periodic-reports'
const DRAFT = `${PATH}/draft?kind=programme-annual&period=`
const OWED = '/v1/obligations?duty=programme-report&period='
const DIRECTIVE = 'directive-31-district-plan'
const BACH_THONG = 'bach-thong-2021-2025'
const HERE = { scheme: 'VN-2025', code: '01849' } as const

let service: TestService
let parties: Parties
let office: TestClient
let commune: TestClient
let health: TestClient
let elsewhere: TestClient

/** An enterprise of 200 with one fatal accident in 2026; 40 of 100 exposed were examined in 2025, 60 in 2026. */
beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service, { ...SAMPLE_ENTERPRISE, workers: 200, women: 20 })
  office = parties.office
  commune = await service.admin.newClient({
    name: 'Ủy ban nhân dân xã',
    role: 'commune',
    jurisdiction: { units: [HERE] },
  })
  health = await officeOf('health-office', '19')
  elsewhere = await officeOf('labour-office', '01')
  const own = { tenant_id: parties.enterpriseId, place: HERE }
  await insertAccidents(service.ownerUrl, [
    { ...own, occurred_on: '2026-03-02', listed: [{ condition: 'dead' }] },
    // In another province.
    { ...own, place: { scheme: 'VN-2025', code: '00004' }, occurred_on: '2026-03-03', listed: [{ condition: 'dead' }] },
  ])
  await insertScreenings(service.ownerUrl, [
    { ...own, examined_on: '2025-03-02', exposed: 100, examined: 40 },
    { ...own, examined_on: '2026-03-02', exposed: 100, examined: 60 },
  ])
})
afterAll(() => service.close())

function officeOf(role: string, code: string): Promise<TestClient> {
  return service.admin.newClient({ name: role, role, jurisdiction: { units: [{ scheme: 'VN-2025', code }] } })
}

function file(by: TestClient, report: Json): Promise<Answer> {
  return by.send('post', PATH, report, { 'idempotency-key': randomUUID() })
}

const found = ({ body }: Answer) =>
  (body.findings as Json[]).filter(({ kind }) => kind !== 'info').map(({ rule, pointer }) => `${rule} ${pointer}`)

async function drafted(by: TestClient, period: number): Promise<Json & { programmeAnnual: { programmes: Json[] } }> {
  const { body } = await by.expect(200, 'get', `${DRAFT}${period}`, undefined, { 'accept-language': 'en' })
  return body.draft as Json & { programmeAnnual: { programmes: Json[] } }
}

describe('the report of the labour office on its programmes', () => {
  it('is drafted with what the register measures in its province', async () => {
    const { programmes } = (await drafted(office, 2026)).programmeAnnual
    expect(programmes).toMatchObject([{ programme: DIRECTIVE, groups: expect.any(Array) }])
    expect(programmes[0]?.targets).toEqual([
      {
        target: 'fatality-rate',
        value: 0.5,
        numerator: 1,
        denominator: 200,
        note: 'Fatal accidents per 100,000 workers: 1/200',
      },
      {
        target: 'disease-exam-growth',
        value: 50,
        numerator: 60,
        denominator: 40,
        note: 'Growth of the number examined for occupational diseases on the year before: 60/40',
      },
      {
        target: 'environment-monitoring-growth',
        note: expect.stringContaining('Growth of the number of enterprises monitored'),
      },
    ])
    const other = (await drafted(elsewhere, 2026)).programmeAnnual.programmes[0] as { targets: Json[] }
    expect(other.targets[1]).not.toHaveProperty('value')
  })

  it('files as drafted and does its duty; whether a target is met is worked out', async () => {
    expect((await office.expect(200, 'get', `${OWED}2026`)).body.items).toContainEqual(
      expect.objectContaining({ owedBy: 'labour-office', status: 'due', before: '2026-12-25' }),
    )
    const answer = await file(office, await drafted(office, 2026))
    expect([answer.status, found(answer)]).toEqual([201, []])
    expect(answer.body).toMatchObject({
      due: { due: '2026-12-24', timely: true },
      targets: [
        { target: 'fatality-rate', value: 0.5, reading: null, met: null },
        { target: 'disease-exam-growth', value: 50, met: true },
        { target: 'environment-monitoring-growth', value: null, met: null },
      ],
    })
    const { body } = await office.expect(200, 'get', `${OWED}2026&status=done-on-time`)
    expect(body.items).toMatchObject([{ owedBy: 'labour-office', doneOn: '2026-11-21' }])
  })

  it('is amended with the reading that is meant, and reviewed by nobody', async () => {
    const { body } = await office.expect(200, 'get', `${PATH}?kind=programme-annual&year=2026`)
    const at = `${PATH}/${(body.items as Json[])[0]?.id}`
    const report = await drafted(office, 2026)
    const [programme = {}] = report.programmeAnnual.programmes
    const [rate, ...others] = programme.targets as Json[]
    const programmes = [{ ...programme, targets: [{ ...rate, reading: 'below' }, ...others], done: 'Đã tập huấn.' }]
    const amended = { ...report, programmeAnnual: { programmes }, reason: 'Chọn cách hiểu.' }
    const { body: answer } = await office.expect(200, 'put', at, amended, { 'if-match': '"1"' })
    expect(answer.targets).toContainEqual(
      expect.objectContaining({ target: 'fatality-rate', reading: 'below', met: true }),
    )
    expect((await office.send('post', `${at}/acceptance`, {}, { 'if-match': '"2"' })).status).toBe(403)
    for (const other of [elsewhere, parties.enterprise]) expect((await other.get(at)).status).toBe(404)
    expect(JSON.stringify((await health.expect(200, 'get', at)).body)).not.toContain('Đã tập huấn.')
  })
})

describe('the report of a commune on its programmes', () => {
  it('is drafted with the targets of every plan of its area, and no number', async () => {
    const { programmes } = (await drafted(commune, 2025)).programmeAnnual
    expect(programmes.map(({ programme }) => programme)).toEqual([BACH_THONG, DIRECTIVE])
    const targets = programmes.flatMap((one) => one.targets as Json[])
    expect(targets).toHaveLength(12)
    expect(targets.every((target) => Object.keys(target).join() === 'target')).toBe(true)
  })

  it('is late by the day of each plan, whatever the office may take', async () => {
    const answer = await file(commune, await drafted(commune, 2025))
    expect([answer.status, found(answer)]).toEqual([
      201,
      ['KB-PA-09 /programmeAnnual/programmes/0/programme', 'KB-PA-09 /programmeAnnual/programmes/1/programme'],
    ])
    expect(answer.body).toMatchObject({ due: { due: '2025-12-09', timely: false } })
  })

  it('does the duty of a year on the plans that it names, and is told of the others', async () => {
    const programmeAnnual = { programmes: [{ programme: DIRECTIVE }] }
    const two = await file(commune, { kind: 'programme-annual', period: { year: 2024 }, programmeAnnual })
    const told = (two.body.findings as Json[]).filter(({ rule }) => rule === 'KB-PA-14')
    expect(told).toMatchObject([{ message: expect.stringContaining(BACH_THONG) }])
    const one = await file(commune, { kind: 'programme-annual', period: { year: 2026 }, programmeAnnual })
    expect([one.status, found(one)]).toEqual([201, []])
    const { body } = await commune.expect(200, 'get', `${OWED}2026`)
    expect(body.items).toMatchObject([{ status: 'done-on-time', before: '2026-12-15', doneOn: '2026-11-21' }])
  })

  it('goes to the labour office, which accepts it', async () => {
    const { body } = await office.expect(200, 'get', `${PATH}?kind=programme-annual&year=2025`)
    const at = `${PATH}/${(body.items as Json[])[0]?.id}`
    expect((await office.send('post', `${at}/acceptance`, {}, { 'if-match': '"1"' })).status).toBe(200)
    expect((await elsewhere.get(at)).status).toBe(404)
  })

  it('as any, must name a plan of its area that runs, with what follows from its own numbers', async () => {
    const report = (programmes: Json[], year = 2026) => ({
      kind: 'programme-annual',
      period: { year },
      programmeAnnual: { programmes },
    })
    const refused = async (by: TestClient, body: Json) => found(await by.send('post', `${PATH}/validate`, body))
    expect(await refused(elsewhere, report([{ programme: DIRECTIVE }], 2023))).toContain(
      'KB-PA-03 /programmeAnnual/programmes/0/programme',
    )
    expect(await refused(elsewhere, report([{ programme: BACH_THONG }], 2025))).toEqual([
      'KB-PA-04 /programmeAnnual/programmes/0/programme',
    ])
    const targets = [{ target: 'disease-exam-growth', value: 60, numerator: 60, denominator: 40 }]
    expect(await refused(elsewhere, report([{ programme: DIRECTIVE, targets }]))).toEqual([
      'KB-PA-08 /programmeAnnual/programmes/0/targets/0/value',
    ])
    const zero = await file(elsewhere, { kind: 'programme-annual', period: { year: 2026 }, zero: true })
    expect(found(zero)).toContain('KB-PA-05 /programmeAnnual/programmes')
  })

  it('is no report of an enterprise or of a health office', async () => {
    const body = { kind: 'programme-annual', period: { year: 2026 }, zero: true }
    for (const other of [parties.enterprise, health])
      expect(found(await file(other, body))).toContain('KB-REP-10 /kind')
  })
})
