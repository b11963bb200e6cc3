import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Json, startTestService, TestClient, type TestService } from '../support/service.ts'

let service: TestService
let anonymous: TestClient

beforeAll(async () => {
  service = await startTestService()
  anonymous = TestClient.anonymous(service)
})
afterAll(() => service.close())

async function limits(query: string): Promise<Json[]> {
  const answer = await anonymous.get(`/v1/exposure-limits?${query}`)
  expect(answer.status).toBe(200)
  return answer.body.items as Json[]
}

const ids = (found: readonly Json[]) => found.map(({ id }) => id)

describe('exposure limits', () => {
  it('are told to anyone by CAS number, with text, dates and provenance', async () => {
    expect(await limits('cas=71-43-2&on=2026-03-10')).toEqual([
      expect.objectContaining({
        id: 'QCVN03-2019/9/twa',
        max: 5,
        unit: 'mg/m³',
        averaging: 'twa',
        known: true,
        regulation: { code: 'QCVN03-2019-BYT', text: { vi: 'QCVN 03:2019/BYT', en: 'QCVN 03:2019/BYT' } },
        validFrom: '2019-12-09',
        validTo: null,
        provenance: { verified: true, source: 'public copy of the table', supplied: false },
      }),
      expect.objectContaining({ id: 'QCVN03-2019/9/stel', max: 15, averaging: 'stel' }),
    ])
  })

  it('are those of the day asked for, and of today unless asked', async () => {
    expect(ids(await limits('cas=107-13-1&on=2025-09-30'))).toEqual(['QD3733-2002/3/twa', 'QD3733-2002/3/each-time'])
    expect(await limits('cas=107-13-1')).toMatchObject([{ id: 'QCVN01-2025/107-13-1/twa', known: false, max: null }])
  })

  it('are found by words with or without diacritics', async () => {
    const found = ids(await limits(`q=${encodeURIComponent('độ ẩm')}`))
    expect(found).toEqual(['QCVN26-2016/any/humidity'])
    expect(ids(await limits('q=do%20am'))).toEqual(found)
  })

  it('can be asked for by factor and by whether anybody read them', async () => {
    const dust = await limits('factor=DU-TOT')
    expect(dust).toHaveLength(4)
    expect(await limits('factor=DU-TOT&verified=false')).toEqual(dust)
    expect(await limits('factor=DU-TOT&verified=true')).toEqual([])
    expect((await limits('factor=MC-RADH'))[1]).toMatchObject({
      conditions: { place: 'indoor', bodyShare: { from: 25, fromIncluded: true, to: 50, toIncluded: true } },
    })
  })

  it('come in pages that lead from one to the next', async () => {
    const all = ids(await limits('factor=PH-LIGHT&limit=100'))
    const found: unknown[] = []
    let cursor: unknown = null
    do {
      const query = cursor === null ? '' : `&cursor=${cursor}`
      const { body } = await anonymous.get(`/v1/exposure-limits?factor=PH-LIGHT&limit=20${query}`)
      found.push(...ids(body.items as Json[]))
      cursor = body.next
    } while (cursor !== null)
    expect(all).toHaveLength(43)
    expect(found).toEqual(all)
  })

  it('are not sent again to who has them', async () => {
    const first = await anonymous.get('/v1/exposure-limits?cas=71-43-2')
    const again = await anonymous.get('/v1/exposure-limits?cas=71-43-2', {
      'if-none-match': String(first.headers.etag),
    })
    expect(first.headers['cache-control']).toBe('public, max-age=300')
    expect(again.status).toBe(304)
  })

  it.each(['on=hom-nay', 'verified=maybe', 'cursor=xyz', 'unknown=1'])('refuse %s', async (query) => {
    expect((await anonymous.get(`/v1/exposure-limits?${query}`)).status).toBe(400)
  })
})
