import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AccidentOf, insertAccidents } from '../../support/accident-facts.ts'
import { type Json, startTestService, TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let anybody: TestClient

beforeAll(async () => {
  service = await startTestService()
  anybody = TestClient.anonymous(service)
})
afterAll(() => service.close())

const table = (id: string, period: string) => `/v1/statistics/published/${id}?period=${period}`
const times = (count: number, accident: AccidentOf): AccidentOf[] => Array.from({ length: count }, () => accident)
const inProvince = (code: string, year: number): AccidentOf => ({
  occurred_on: `${year}-03-01`,
  place: { scheme: 'VN-2025', code },
  listed: [{ sex: 'male' }],
})

describe('published tables', () => {
  it('are listed for everybody, with what they count and for which periods', async () => {
    const { body } = await anybody.expect(200, 'get', '/v1/statistics/published')
    expect(body.items).toContainEqual(
      expect.objectContaining({ id: 'accidents-by-province', by: ['province'], period: 'year' }),
    )
  })

  it('hide small cells and what would tell them, and say which', async () => {
    await insertAccidents(service.ownerUrl, [
      ...times(2, inProvince('04', 2024)),
      ...times(30, inProvince('01', 2024)),
      ...times(9, inProvince('19', 2024)),
    ])
    const { body } = await anybody.expect(200, 'get', table('accidents-by-province', '2024'))
    expect(body).toMatchObject({
      threshold: 5,
      from: '2024-01-01',
      to: '2024-12-31',
      totals: { accidents: 41, victims: 41, deaths: 0 },
      suppressed: [{ province: '04' }, { province: '19' }],
    })
    const shown = new Map((body.rows as Json[]).map(({ province, accidents }) => [province, accidents]))
    expect(shown.size).toBe(35)
    expect(['01', '04', '19', '08', 'unknown'].map((code) => shown.get(code))).toEqual([30, null, null, 0, 0])
  })

  it('are fixed once: a late filing changes nothing', async () => {
    const before = await anybody.expect(200, 'get', table('accidents-by-province', '2024'))
    await insertAccidents(service.ownerUrl, times(20, inProvince('04', 2024)))
    const after = await anybody.expect(200, 'get', table('accidents-by-province', '2024'))
    expect(after.body).toEqual(before.body)
    const tag = { 'if-none-match': String(before.headers.etag) }
    expect((await anybody.get(table('accidents-by-province', '2024'), tag)).status).toBe(304)
  })

  it('are the same for all who ask first at once', async () => {
    await insertAccidents(service.ownerUrl, times(12, inProvince('01', 2023)))
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => anybody.expect(200, 'get', table('accidents-by-province', '2023'))),
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  it('wait until their period has closed, and tell when that is', async () => {
    await insertAccidents(service.ownerUrl, times(8, { occurred_on: '2026-02-01', cause: '1' }))
    service.setTime('2026-07-14T16:59:59Z')
    const early = await anybody.get(table('accidents-by-cause', '2026-H1'))
    expect(early.status).toBe(409)
    expect(early.body).toMatchObject({ code: 'conflict', detail: expect.stringContaining('2026-07-15') })
    service.setTime('2026-07-14T17:00:00Z')
    const closed = await anybody.expect(200, 'get', table('accidents-by-cause', '2026-H1'))
    expect(closed.body).toMatchObject({ totals: { accidents: 8 }, asOf: '2026-07-14T17:00:00.000Z' })
  })

  it('are not fixed while nothing is known of the period', async () => {
    expect((await anybody.get(table('accidents-by-province', '2003'))).status).toBe(404)
    await insertAccidents(service.ownerUrl, times(7, inProvince('01', 2003)))
    expect((await anybody.get(table('accidents-by-province', '2003'))).status).toBe(200)
  })

  it('come as CSV, with a mark for what is hidden', async () => {
    const { text } = await anybody.expect(200, 'get', table('accidents-by-province', '2024'), undefined, {
      accept: 'text/csv',
    })
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      '\uFEFFprovince,province_label,accidents,victims,deaths',
      '01,Thành phố Hà Nội,30,30,0',
      '04,Tỉnh Cao Bằng,C,C,C',
    ])
  })

  it('show margins of two dimensions', async () => {
    await insertAccidents(service.ownerUrl, [
      ...times(6, { occurred_on: '2002-01-01', listed: [{ sex: 'male', age: 30 }] }),
      ...times(7, { occurred_on: '2002-01-01', listed: [{ sex: 'female', age: 40 }] }),
    ])
    const { body } = await anybody.expect(200, 'get', table('victims-by-sex-and-age', '2002'))
    expect(body.rows).toHaveLength(27)
    expect((body.margins as Json[]).map(({ labels, ...margin }) => margin)).toContainEqual({
      sex: 'female',
      victims: 7,
      deaths: 0,
    })
  })

  it('take no filters, no asOf and no other period', async () => {
    for (const query of ['period=2024&province=19', 'period=2024&asOf=2026-01-01T00:00:00Z', 'period=2024-H1', '']) {
      const refused = await anybody.get(`/v1/statistics/published/accidents-by-province?${query}`)
      expect([query, refused.status]).toEqual([query, 400])
    }
    expect((await anybody.get(table('none', '2024'))).status).toBe(404)
  })
})
