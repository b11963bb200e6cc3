import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleReport } from '../../../src/periodic-report/sample.ts'
import { enrol, type Parties, SAMPLE_ENTERPRISE, sample } from '../../support/parties.ts'
import { type Json, NOW, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const PATH = '/v1/periodic-reports'
const SUMMARY = `${PATH}/office-summary?period=2026-H1`

let service: TestService
let builder: Parties
let quarry: Parties
let silent: Parties

/** A joint-stock builder and a limited quarry report; a third establishment does not. The builder declared its death. */
beforeAll(async () => {
  service = await startTestService()
  builder = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '4600123459-001', ownership: '3', workers: 300 })
  quarry = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '4600123459-002', ownership: '2', workers: 60 })
  silent = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '4600123459-003', ownership: '2', workers: 40 })
  service.setTime('2026-05-12T04:45:00Z')
  const accident = sample()
  await builder.enterprise.file({
    ...accident,
    establishment: { ...accident.establishment, taxCode: '4600123459-001' },
  })
  service.setTime('2026-07-02T02:00:00Z')
  await file(builder.enterprise, sampleReport)
  await file(quarry.enterprise, {
    kind: 'accident-summary',
    period: { year: 2026, half: 1 },
    workforce: { total: 60, women: 4 },
    zero: true,
  })
  service.setTime(NOW)
})
afterAll(() => service.close())

async function file(by: TestClient, report: unknown): Promise<Json> {
  const { body } = await by.expect(201, 'post', PATH, report, { 'idempotency-key': randomUUID() })
  return body
}

describe("the office's own summary", () => {
  it('counts establishments by type: registered, reporting, and their workers', async () => {
    const { body } = await builder.office.expect(200, 'get', SUMMARY)
    expect(body.partI).toMatchObject([
      { code: null, establishments: 3, reporting: 2, workers: 400, workersReporting: 300, women: 39, victims: 2 },
      { code: '2', establishments: 2, reporting: 1, workers: 100, workersReporting: 60, deaths: 0, k: 0, kDeaths: 0 },
      { code: '3', establishments: 1, reporting: 1, workers: 300, workersReporting: 240, deaths: 1 },
    ])
  })

  it('gives frequencies by a thousand workers of the establishments that reported', async () => {
    const { body } = await builder.office.expect(200, 'get', SUMMARY)
    const [total] = body.partI as Json[]
    expect(total).toMatchObject({ k: Math.round((2 / 300) * 1e7) / 1e4, kDeaths: Math.round((1 / 300) * 1e7) / 1e4 })
  })

  it('adds up the rows of the reports, with the losses in the row of the total', async () => {
    const { body } = await builder.office.expect(200, 'get', SUMMARY)
    const rows = body.partII as Json[]
    expect(rows.map(({ row }) => row)).toEqual([
      '1',
      '1.1.1',
      '1.2.injury-factors-kb:fall-from-height',
      '1.3.71',
      '2',
      '3',
    ])
    expect(rows.find(({ row }) => row === '1.1.1')).toMatchObject({ accidents: 1, deaths: 1, daysOff: null })
    expect(rows.at(-1)).toMatchObject({ accidents: 2, victims: 2, women: 1, daysOff: 12, costs: 706_500 })
  })

  it('stands beside what was declared', async () => {
    const { body } = await builder.office.expect(200, 'get', SUMMARY)
    expect(body.declared).toEqual({ accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1, serious: 0 })
  })

  it('says by when it is sent to the ministry', async () => {
    const { body } = await builder.office.expect(200, 'get', SUMMARY)
    expect(body.due).toMatchObject({ due: '2026-07-14', strictlyBefore: '2026-07-15' })
  })

  it('comes as CSV, one part at a time, with the columns of the form', async () => {
    const { text, headers } = await quarry.office.get(`${SUMMARY}&part=I`, { accept: 'text/csv' })
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const [header = '', total = ''] = text.split('\r\n')
    expect(header.split(',')).toHaveLength(12)
    expect(total.split(',').slice(0, 6)).toEqual(['Tổng số', '', '3', '2', '400', '300'])
    const partII = await quarry.office.get(SUMMARY, { accept: 'text/csv' })
    expect(partII.text.split('\r\n')[0]?.split(',')).toHaveLength(15)
  })

  it('is of the jurisdiction only', async () => {
    const elsewhere = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    const { body } = await elsewhere.expect(200, 'get', SUMMARY)
    expect(body.partI).toMatchObject([{ establishments: 0, reporting: 0, k: null, kDeaths: null }])
    expect(body.declared).toMatchObject({ accidents: 0 })
    expect((await builder.office.get(`${SUMMARY}&unit=01`)).status).toBe(403)
  })

  it('leaves out a report that was withdrawn', async () => {
    service.setTime('2026-07-02T02:00:00Z')
    const late = { kind: 'accident-summary', period: { year: 2025 }, zero: true }
    const { id } = await file(silent.enterprise, late)
    const reporting = async () => {
      const { body } = await builder.office.expect(200, 'get', `${PATH}/office-summary?period=2025`)
      return (body.partI as Json[])[0]?.reporting
    }
    expect(await reporting()).toBe(1)
    const reason = { reason: 'Nộp nhầm.' }
    await silent.enterprise.expect(200, 'post', `${PATH}/${id}/withdrawal`, reason, { 'if-match': '"1"' })
    expect(await reporting()).toBe(0)
    service.setTime(NOW)
  })

  it('is not for enterprises', async () => {
    expect((await builder.enterprise.get(SUMMARY)).status).toBe(403)
  })
})
