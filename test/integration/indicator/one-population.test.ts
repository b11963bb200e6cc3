import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reachOf } from '../../../src/reference/administrative-units.ts'
import { insertAccidents } from '../../support/accident-facts.ts'
import { execute } from '../../support/database.ts'
import { commonColumns, insertRows } from '../../support/fact-rows.ts'
import { insertMonitorings } from '../../support/monitoring-facts.ts'
import { SAMPLE_ENTERPRISE } from '../../support/parties.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'
import { validTaxCode } from '../../support/tax-codes.ts'

/** A commune of Thái Nguyên, and one of Hà Nội. */
const NORTH = { scheme: 'VN-2025', code: '01849' } as const
const CITY = { scheme: 'VN-2025', code: '00004' } as const
const DEAD = [{ condition: 'dead' }]

let service: TestService
let north: TestClient
let city: TestClient

/**
 * | enterprise | head office | workers | known since | 2025                                      | 2026         |
 * | A          | North       | 400     | 2024        | dead in North, dead in City; reports 380  |              |
 * | B          | North       | 100     | 2024        |                                           | dead, told by the office, then amended |
 * | C          | City        | 500     | 2025        | dead in North                             |              |
 * | the commune| North       |         |             | dead in North                             |              |
 *
 * A, monitored in City in 2025, and C, monitored in North in 2026, are of high risk.
 */
beforeAll(async () => {
  service = await startTestService()
  north = await officeOf('19')
  city = await officeOf('01')
  const a = await enterprise(1, NORTH, 400, '2024-05-02', { highRisk: ['HR-05'] })
  const b = await enterprise(2, NORTH, 100, '2024-05-02', { hazardFactors: [] })
  const c = await enterprise(3, CITY, 500, '2025-05-02', { highRisk: ['HR-05'] })
  await service.admin.newClient({ name: 'Xã', role: 'commune', jurisdiction: { units: [NORTH] } })
  const [commune] = await execute(service.ownerUrl, "select id from tenant where kind = 'commune'")
  const [first] = await insertAccidents(service.ownerUrl, [
    { ...b, place: NORTH, occurred_on: '2026-03-02', listed: DEAD, on_behalf: true },
    { ...a, place: NORTH, occurred_on: '2025-03-02', listed: DEAD },
    { ...a, place: CITY, occurred_on: '2025-04-02', listed: DEAD },
    { ...c, place: NORTH, occurred_on: '2025-05-02', listed: DEAD },
    { tenant_id: commune?.id, place: NORTH, occurred_on: '2025-06-02', listed: DEAD },
  ])
  const { declaration_id } = first ?? {}
  const amended = { ...b, declaration_id, seq: 2, revision: 2, occurred_on: '2026-03-02', on_behalf: false }
  await insertAccidents(service.ownerUrl, [{ ...amended, place: NORTH, listed: DEAD }])
  await insertMonitorings(service.ownerUrl, [
    { ...a, place: CITY, sampled_on: '2025-08-02' },
    { ...c, place: NORTH, sampled_on: '2026-08-02' },
  ])
  await insertRows(service.ownerUrl, {
    periodic_report_fact: [{ ...commonColumns(NORTH), ...a, ...REPORT, workers: 380, timely: true }],
  })
})
afterAll(() => service.close())

const REPORT = {
  report_kind: 'accident-summary',
  year: 2025,
  period: '2025',
  period_end: '2025-12-31',
  received_on: '2026-01-08',
  attempt: 0,
  zero: false,
  figures: {},
}

/** The columns that its fact rows share. */
async function enterprise(
  serial: number,
  headOffice: typeof NORTH | typeof CITY,
  workers: number,
  since: string,
  more: Json,
) {
  const { body } = await service.admin.expect(201, 'post', '/v1/enterprises', {
    ...SAMPLE_ENTERPRISE,
    taxCode: validTaxCode(serial),
    headOffice,
    workers,
    ...more,
  })
  await execute(service.ownerUrl, 'update enterprise set created_at = $2 where id = $1', [body.id, since])
  return { tenant_id: String(body.id), office_reach: [...reachOf(headOffice)] }
}

function officeOf(code: string): Promise<TestClient> {
  return service.admin.newClient({
    name: `Sở Nội vụ ${code}`,
    role: 'labour-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code }] },
  })
}

/** Numerator, denominator and value of 2024, 2025 and 2026. */
async function yearsOf(office: TestClient, id: string) {
  const figures = await figuresOf(office, id)
  return figures.map(({ numerator, denominator, value }) => [
    (numerator as Json).value,
    (denominator as Json | null)?.value ?? null,
    value,
  ])
}

async function figuresOf(office: TestClient, id: string): Promise<Json[]> {
  const path = `/v1/indicators/${id}?from=2024&to=2026`
  const { body } = await office.expect(200, 'get', path, undefined, { 'accept-language': 'en' })
  return body.figures as Json[]
}

describe('the rate of fatal accidents', () => {
  it('divides those of the enterprises that reported, else of the register, by their workers: by head office', async () => {
    expect(await yearsOf(north, 'fatal-accident-rate')).toEqual([
      [0, 500, 0],
      [2, 380, 526.3158],
      [1, 500, 200],
    ])
    expect(await yearsOf(city, 'fatal-accident-rate')).toEqual([
      [null, null, null],
      [1, 500, 200],
      [0, 500, 0],
    ])
  })

  it('says what was counted, and compares with the year before on the same basis', async () => {
    const [, of2025, of2026] = await figuresOf(north, 'fatal-accident-rate')
    expect(of2025).toMatchObject({
      numerator: { title: expect.stringMatching(/that sent the yearly summary/) },
      denominator: { title: expect.stringMatching(/as they reported/) },
      note: null,
    })
    expect(of2026).toMatchObject({
      numerator: { title: expect.stringMatching(/in the register/) },
      before: 400,
      change: -50,
      note: expect.stringMatching(/not over/),
    })
  })

  it('leaves out workers without contract, and shows them beside it', async () => {
    const beside = (await figuresOf(north, 'fatal-accident-rate')).map((figure) => (figure.beside as Json).value)
    expect(beside).toEqual([0, 1, 0])
  })
})

describe('accidents declared', () => {
  it('are those first told by who owes the declaration, by place', async () => {
    expect(await yearsOf(north, 'fatal-accidents-declared')).toEqual([
      [0, 0, null],
      [3, 3, 100],
      [0, 1, 0],
    ])
    expect(await yearsOf(city, 'fatal-accidents-declared')).toEqual([
      [null, null, null],
      [1, 1, 100],
      [0, 0, null],
    ])
  })
})

describe('enterprises monitored', () => {
  it('are counted where their head office is, as the register counts them', async () => {
    expect(await yearsOf(north, 'monitored-of-high-risk')).toEqual([
      [0, 1, 0],
      [1, 1, 100],
      [0, 1, 0],
    ])
    expect(await yearsOf(city, 'monitored-of-high-risk')).toEqual([
      [null, null, null],
      [0, 1, 0],
      [1, 1, 100],
    ])
  })

  it('miss no target of a year that nobody knows, nor of one that is not over', async () => {
    const path = '/v1/programmes/bach-thong-2021-2025/progress?from=2022&to=2026'
    const { body } = await north.expect(200, 'get', path)
    const target = (body.targets as Json[]).find(({ id }) => id === 'environment-monitoring-coverage')
    expect(target?.years).toMatchObject([null, null, false, true, null].map((met) => ({ met })))
  })
})

describe('reports in time', () => {
  it('are no share before their last day has passed', async () => {
    expect(await yearsOf(north, 'reports-in-time-accident-summary')).toEqual([
      [0, 2, 0],
      [1, 2, 50],
      [0, 2, null],
    ])
    const [, , of2026] = await figuresOf(north, 'reports-in-time-accident-summary')
    expect(of2026?.note).toMatch(/until 2027-01-09/)
  })
})
