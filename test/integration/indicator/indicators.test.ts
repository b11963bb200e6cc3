import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oshAnnualForm } from '../../../src/periodic-report/osh-annual/form.ts'
import { insertAccidents } from '../../support/accident-facts.ts'
import { execute } from '../../support/database.ts'
import { insertMonitorings } from '../../support/monitoring-facts.ts'
import { enrol, SAMPLE_ENTERPRISE } from '../../support/parties.ts'
import { insertScreenings } from '../../support/screening-facts.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const HERE = { scheme: 'VN-2025', code: '01849' } as const
/** Of the old district 063, which the plan names. */
const OLD = { scheme: 'VN-2004', code: '01975' } as const
const DEAD = [{ condition: 'dead' }]

let service: TestService
let office: TestClient
let enterpriseId: string

beforeAll(async () => {
  service = await startTestService()
  const parties = await enrol(service, {
    ...SAMPLE_ENTERPRISE,
    workers: 200,
    women: 20,
    highRisk: ['HR-05'],
    hazardFactors: ['HZ-PHY-NOISE'],
  })
  office = parties.office
  enterpriseId = parties.enterpriseId
  await execute(service.ownerUrl, "update enterprise set created_at = '2024-05-02'")
  const own = { tenant_id: enterpriseId, place: HERE }
  await insertAccidents(service.ownerUrl, [
    { ...own, occurred_on: '2026-03-02', listed: DEAD, announced_on: '2026-04-01', industry: '41' },
    {
      ...own,
      occurred_on: '2026-05-02',
      listed: DEAD,
      announced_on: '2026-06-01',
      minutes_sent_on: '2026-06-03',
      conclusion: 'occupational',
    },
    { ...own, occurred_on: '2026-06-02', listed: DEAD, on_behalf: true },
    { ...own, occurred_on: '2026-06-03', listed: [{ condition: 'serious' }] },
    { ...own, occurred_on: '2026-06-04', listed: DEAD, counted: false },
    { ...own, place: OLD, occurred_on: '2024-06-04', listed: DEAD },
  ])
  await insertScreenings(service.ownerUrl, [
    { ...own, examined_on: '2025-03-02', exposed: 100, examined: 40 },
    { ...own, examined_on: '2026-03-02', exposed: 100, examined: 60 },
    { tenant_id: randomUUID(), place: HERE, examined_on: '2026-03-02', exposed: 100, examined: 10 },
  ])
  await insertMonitorings(service.ownerUrl, [
    { ...own, sampled_on: '2026-03-02' },
    { ...own, sampled_on: '2026-08-02' },
    { tenant_id: randomUUID(), place: HERE, sampled_on: '2026-08-02' },
  ])
  service.setTime('2026-01-08T02:00:00Z')
  const training = {
    strictJobs: { trained: 30, present: 40 },
    representatives: { trained: 10, present: 10 },
    others: { trained: 0, present: 100 },
  }
  await parties.enterprise.expect(
    201,
    'post',
    '/v1/periodic-reports',
    {
      kind: 'osh-annual',
      period: { year: 2025 },
      oshAnnual: { ...oshAnnualForm.zero, training, management: { oshSystem: true } },
    },
    { 'idempotency-key': randomUUID() },
  )
  service.setTime('2026-11-21T03:00:00Z')
})
afterAll(() => service.close())

async function figure(id: string, query: string): Promise<Json> {
  const { body } = await office.expect(200, 'get', `/v1/indicators/${id}?${query}`)
  return (body.figures as Json[])[0] ?? {}
}

const ratio = (numerator: number | null, denominator: number | null, value: number | null) => ({
  numerator: { value: numerator },
  denominator: { value: denominator },
  value,
})

describe('indicators', () => {
  it.each([
    ['fatal-accidents-declared', ratio(2, 3, 66.6667)],
    ['fatal-accidents-investigated', ratio(2, 3, 66.6667)],
    ['fatal-accidents-handled', ratio(1, 3, 33.3333)],
    ['fatal-accident-rate', ratio(3, 200, 1_500)],
    ['examined-of-exposed', ratio(70, 200, 35)],
    ['examined-of-workers-at-risk', ratio(60, 200, 30)],
    ['monitored-of-high-risk', ratio(1, 1, 100)],
    ['monitored-of-hazardous', ratio(1, 1, 100)],
    ['examined-growth', ratio(70, 40, 75)],
    ['monitored-growth', ratio(2, 0, null)],
    ['first-aiders-trained', ratio(0, 0, null)],
  ])('%s of 2026: %o', async (id, expected) => {
    expect(await figure(id, 'from=2026')).toMatchObject(expected)
  })

  it.each([
    ['named-groups-trained', ratio(40, 50, 80)],
    ['small-enterprises-applying', ratio(1, 1, 100)],
    ['reports-in-time-osh-annual', ratio(1, 1, 100)],
    ['reports-in-time-accident-summary', ratio(0, 1, 0)],
  ])('%s is told by yearly reports: %o', async (id, expected) => {
    expect(await figure(id, 'from=2025')).toMatchObject(expected)
  })

  it('count accidents of an industry by themselves', async () => {
    expect(await figure('fatal-accidents-in-named-industries', 'from=2026')).toMatchObject({
      numerator: { value: 1 },
      denominator: null,
      value: 1,
    })
  })

  it('tell the change on the year before, and a number to be read beside the ratio', async () => {
    expect(await figure('examined-of-exposed', 'from=2026')).toMatchObject({ before: 40, change: -12.5 })
    expect(await figure('monitored-of-high-risk', 'from=2026')).toMatchObject({ beside: { value: 0 } })
  })

  it('are told by year and by province or commune', async () => {
    const { body } = await office.expect(200, 'get', '/v1/indicators/examined-of-exposed?from=2025&to=2026&by=commune')
    const rows = (body.figures as Json[]).map(({ year, unit, value }) => [year, unit, value])
    expect(rows).toEqual([
      [2025, null, 40],
      [2026, null, 35],
      [2025, 'VN-2025:01849', 40],
      [2026, 'VN-2025:01849', 35],
    ])
  })

  it('are those of the unit asked for, and of the jurisdiction of who asks', async () => {
    const foreign = await office.get('/v1/indicators/examined-of-exposed?from=2026&unit=VN-2025:01')
    expect(foreign.status).toBe(403)
    const elsewhere = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    const { body } = await elsewhere.expect(200, 'get', '/v1/indicators/fatal-accidents-declared?from=2026')
    expect((body.figures as Json[])[0]).toMatchObject({
      ...ratio(null, null, null),
      note: 'Sổ đăng ký chưa có dữ liệu trong phạm vi được hỏi.',
    })
  })

  it('are all told of one year, in the language asked for', async () => {
    const { body } = await office.expect(200, 'get', '/v1/indicators?year=2026', undefined, { 'accept-language': 'en' })
    const items = body.items as Json[]
    expect(items.find(({ id }) => id === 'examined-of-exposed')).toMatchObject({
      title: 'Share examined for occupational diseases of the exposed persons declared',
      targets: [{ programme: 'bach-thong-2021-2025', id: 'disease-exam-coverage', operator: '>', value: 50 }],
      figures: [{ year: 2026, value: 35 }],
    })
    expect(items.length).toBeGreaterThan(15)
  })

  it('are none for years in the wrong order', async () => {
    const answer = await office.get('/v1/indicators/examined-of-exposed?from=2026&to=2025')
    expect(answer.status).toBe(400)
  })
})

describe('the plans', () => {
  it('are open to all, with their targets', async () => {
    const { status, body } = await service.http.get('/v1/programmes')
    expect(status).toBe(200)
    expect((body.items as Json[]).map(({ id }) => id)).toContain('bach-thong-2021-2025')
  })

  it('are asked by the old district until its end, and by the communes on its land since', async () => {
    const { body } = await office.expect(200, 'get', '/v1/programmes/bach-thong-2021-2025/progress')
    expect(body).toMatchObject({ area: { before: ['VN-2004:063'] }, sameArea: false })
    const handled = (body.targets as Json[]).find(({ id }) => id === 'fatal-accidents-handled')
    const years = handled?.years as Json[]
    expect(years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025])
    const of2024 = years.find(({ year }) => year === 2024)
    expect(of2024).toMatchObject({ met: false })
    expect(((of2024?.reached ?? []) as Json[]).map(({ indicator, value, met }) => [indicator, value, met])).toEqual([
      ['fatal-accidents-declared', 100, true],
      ['fatal-accidents-investigated', 0, false],
      ['fatal-accidents-handled', 0, false],
    ])
  })

  it('say of a target that nothing here measures why not', async () => {
    const { body } = await office.expect(200, 'get', '/v1/programmes/bach-thong-2021-2025/progress?from=2024&to=2024')
    const officers = (body.targets as Json[]).find(({ id }) => id === 'officers-trained')
    expect(officers).toMatchObject({ years: [{ met: null, reached: [] }] })
    expect(String(officers?.unmeasured)).not.toBe('')
  })

  it('have both readings of a target that can be read twice', async () => {
    const { body } = await office.expect(
      200,
      'get',
      '/v1/programmes/directive-31-district-plan/progress?from=2024&to=2026',
    )
    const [target] = (body.targets as Json[]).filter(({ id }) => id === 'fatality-rate')
    expect(target?.years).toMatchObject([
      // Nothing is known of 2023; one of 200 is 0.5 %.
      { met: null, reached: [{ readings: { below: true, fell: null } }] },
      { met: null, reached: [{ readings: { below: true, fell: true } }] },
      // The year is not over.
      { met: null, reached: [{ readings: { below: null, fell: null } }] },
    ])
  })

  it('have an id', async () => {
    expect((await office.get('/v1/programmes/none/progress')).status).toBe(404)
  })
})
