import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { startTestService, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())

const totals = async () => {
  const query = 'measures=accidents,fatalAccidents,victims,deaths,costs&by=province,class'
  const { body } = await parties.office.expect(200, 'get', `/v1/statistics/accidents?${query}`)
  return body.totals
}

describe('figures of what was filed', () => {
  it('include a declaration from its receipt on, and no longer once it is withdrawn', async () => {
    expect(await totals()).toMatchObject({ accidents: 0 })
    const filed = await parties.enterprise.file(sample())
    expect(filed.status).toBe(201)
    expect(await totals()).toEqual({ accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1, costs: 15_000 })
    const path = `${filed.headers.location}/withdrawal`
    await parties.enterprise.expect(200, 'post', path, { reason: 'Khai báo nhầm.' }, { 'if-match': '"1"' })
    expect(await totals()).toMatchObject({ accidents: 0 })
  })

  it('tell sex, size and industry of what was filed', async () => {
    await parties.enterprise.file({ ...sample(), accident: { ...sample().accident, measuresTaken: 'Đã lắp lan can.' } })
    const { body } = await parties.office.expect(
      200,
      'get',
      '/v1/statistics/accidents?measures=victims&by=sex,sizeClass,industrySection',
    )
    expect(body.rows).toMatchObject([{ sex: 'male', sizeClass: '200-499', industrySection: '2025:F', victims: 1 }])
  })
})
