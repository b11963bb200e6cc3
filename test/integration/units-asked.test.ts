import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programmes } from '../../src/law/programmes.ts'
import { operationsOf } from '../support/document.ts'
import { enrol, type Parties } from '../support/parties.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../support/service.ts'

/** What of the query each operation asks for beside `unit`. */
const QUERIES: Readonly<Record<string, string>> = {
  '/v1/accident-declarations': '',
  '/v1/contradictions': '',
  '/v1/data-quality': '',
  '/v1/data-quality/confirmations': '',
  '/v1/disease-screenings': '',
  '/v1/duplicates': '',
  '/v1/enterprises': '',
  '/v1/environment-monitorings': '',
  '/v1/indicators': 'year=2026',
  '/v1/indicators/fatal-accidents-declared': 'from=2026',
  '/v1/obligations': '',
  '/v1/periodic-reports': '',
  '/v1/periodic-reports/office-summary': 'period=2026-H1',
  [`/v1/programmes/${programmes[0]?.id}/progress`]: '',
  '/v1/technical-incidents': '',
  '/v1/work-list': '',
}
/** Registers that are open to all, and the draft of which the unit says whose it is: no matter of jurisdiction. */
const OPEN: Readonly<Record<string, string>> = {
  '/v1/facilities': '',
  '/v1/monitoring-organisations': '',
  '/v1/periodic-reports/draft': 'kind=office-summary&period=2026',
}

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())

const answerOf = (path: string, unit: string, client: TestClient = parties.office) =>
  client.get(`${path}?${[{ ...QUERIES, ...OPEN }[path], `unit=${unit}`].filter(Boolean).join('&')}`)

it('every operation that takes a unit is held to what follows', () => {
  const taking = operationsOf(service.contract.document).filter(({ parameters }) =>
    parameters.some((one) => one.name === 'unit' && one.in === 'query'),
  )
  const held = Object.keys({ ...QUERIES, ...OPEN })
  const patterns = taking.map(({ path }) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`))
  expect(taking.length).toBe(held.length)
  for (const pattern of patterns)
    expect(
      held.filter((path) => pattern.test(path)),
      String(pattern),
    ).not.toEqual([])
})

describe('a unit that its list does not have', () => {
  it.each(Object.keys({ ...QUERIES, ...OPEN }))(
    'is refused by %s, which names the parameter and the list',
    async (path) => {
      const { status, body } = await answerOf(path, '99999')
      expect([status, body.code]).toEqual([400, 'invalid-request'])
      expect(body.errors).toEqual([
        {
          pointer: '/querystring/unit',
          code: 'unknown-code',
          message: 'Danh mục VN-2025 không có đơn vị 99999; xem /v1/code-lists/administrative-units-vn-2025.',
        },
      ])
    },
  )

  it('is told with the one that was probably meant', async () => {
    const told = async (unit: string, language: string) => {
      const { body } = await parties.office.get(`/v1/obligations?unit=${unit}`, { 'accept-language': language })
      return String((body.errors as Json[])[0]?.message)
    }
    expect(await told('063', 'vi')).toContain('Có phải là VN-2004:063?')
    expect(await told('063', 'en')).toContain('Did you mean VN-2004:063?')
    expect(await told('1849', 'en')).toContain('Did you mean VN-2025:01849?')
    expect(await told('VN-2025:02', 'en')).toContain('Did you mean VN-2004:02?')
    expect(await told('99999', 'en')).not.toContain('Did you mean')
  })
})

describe('a unit outside the jurisdiction', () => {
  it.each(Object.keys(QUERIES))('is refused by %s with a sentence', async (path) => {
    for (const unit of ['01', 'VN-2025:00004', 'VN-2004:001']) {
      const { status, body } = await answerOf(path, unit)
      expect([unit, status, body.code]).toEqual([unit, 403, 'forbidden'])
      expect(body.detail).toContain('nằm ngoài địa bàn của cơ quan')
    }
  })

  it.each(Object.keys(QUERIES))('is none that lies in it, by either list, to %s', async (path) => {
    for (const unit of ['19', '01849', 'VN-2004:063', 'VN-2004:06']) {
      const { status } = await answerOf(path, unit)
      expect([unit, status]).toEqual([unit, 200])
    }
  })

  it('is none that contains it, nor any to who has no jurisdiction', async () => {
    const commune = await service.admin.newClient({
      name: 'UBND xã',
      role: 'commune',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01849' }] },
    })
    expect((await answerOf('/v1/accident-declarations', '19', commune)).status).toBe(200)
    expect((await answerOf('/v1/accident-declarations', '01', commune)).status).toBe(403)
    expect((await answerOf('/v1/accident-declarations', '01', parties.enterprise)).status).toBe(200)
  })
})
