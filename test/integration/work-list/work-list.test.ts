import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleInvestigation } from '../../../src/accident/investigation/sample.ts'
import { unitName } from '../../../src/reference/administrative-units.ts'
import { sampleIncident } from '../../../src/technical-incident/sample.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Json, NOW, startTestService, TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())

interface Filed {
  readonly id: string
  readonly path: string
  readonly declaration: ReturnType<typeof sample>
}

async function filed(): Promise<Filed> {
  const declaration = sample()
  declaration.accident.narrative.course = `Rơi từ sàn tầng 5. ${randomUUID()}`
  const { body } = await parties.enterprise.expect(201, 'post', '/v1/accident-declarations', declaration, {
    'idempotency-key': randomUUID(),
  })
  return { id: String(body.id), path: `/v1/accident-declarations/${body.id}`, declaration }
}

async function listed(query = '', client: TestClient = parties.office): Promise<{ items: Json[]; counts: Json }> {
  const { body } = await client.expect(200, 'get', `/v1/work-list?limit=200${query}`)
  return body as { items: Json[]; counts: Json }
}

/** The sorts of work that a declaration is to its office. */
async function workOn(id: string, client: TestClient = parties.office): Promise<unknown[]> {
  const { items } = await listed('', client)
  return items.filter(({ record }) => (record as Json).id === id).map(({ sort }) => sort)
}

const act = (client: TestClient, path: string, seq: number, body: unknown, method: 'post' | 'put' = 'post') =>
  client.send(method, path, body, { 'if-match': `"${seq}"` })

describe('what waits for an office', () => {
  it('is a declaration from its receipt until it is accepted', async () => {
    const { id, path } = await filed()
    const { items } = await listed('&sort=review')
    expect(items.find(({ record }) => (record as Json).id === id)).toMatchObject({
      what: 'Khai báo tai nạn lao động chết người ngày 12/05/2026 mới nhận, chưa được xem xét.',
      enterprise: { id: parties.enterpriseId },
      since: new Date(NOW).toISOString(),
      due: null,
      left: null,
      link: path,
    })
    expect((await act(parties.office, `${path}/acceptance`, 1, {})).status).toBe(200)
    expect(await workOn(id)).toEqual([])
  })

  it('tells a cut from a death', async () => {
    const declaration = sample()
    declaration.accident.narrative.course = `Đứt tay. ${randomUUID()}`
    Object.assign(declaration.victims[0], { condition: 'light', death: undefined, injuries: [] })
    Object.assign(declaration.accident, { declaredClass: 'light' })
    const { status, text, body } = await parties.enterprise.file(declaration)
    expect(status, text).toBe(201)
    const { items } = await listed('&sort=review')
    expect(items.find(({ record }) => (record as Json).id === body.id)?.what).toBe(
      'Khai báo tai nạn lao động nhẹ ngày 12/05/2026 mới nhận, chưa được xem xét.',
    )
    const english = await parties.office.get('/v1/work-list?sort=review&limit=200', { 'accept-language': 'en' })
    expect(english.text).toContain('Declaration of a light accident of 2026-05-12: received, and not reviewed yet.')
  })

  it('that a commune declared itself has the name of the commune in every list', async () => {
    const commune = await service.admin.newClient({
      name: 'Ủy ban nhân dân xã',
      role: 'commune',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01849' }] },
    })
    const { establishment: _none, ...accident } = sample()
    accident.victims[0].employmentRelation = 'self-employed'
    const { establishment: _neither, ...incident } = structuredClone(sampleIncident) as unknown as Json
    const name = unitName({ scheme: 'VN-2025', code: '01849' })
    for (const [path, declaration] of [
      ['/v1/accident-declarations', accident],
      ['/v1/technical-incidents', incident],
    ] as const) {
      const key = { 'idempotency-key': randomUUID() }
      const { status, text, body } = await commune.send('post', path, declaration, key)
      expect(status, text).toBe(201)
      const { items } = await listed('&sort=review')
      expect(items.find(({ record }) => (record as Json).id === body.id)?.enterprise).toMatchObject({ name })
      const all = await parties.office.expect(200, 'get', `${path}?limit=200`)
      expect((all.body.items as Json[]).find(({ id }) => id === body.id)?.establishment).toBe(name)
      const owed = await parties.office.expect(200, 'get', '/v1/obligations?limit=200')
      const ofIt = (owed.body.items as Json[]).filter(({ source }) => (source as Json).id === body.id)
      expect(ofIt, path).not.toEqual([])
      for (const { party } of ofIt) expect(party).toBe(name)
    }
    const quality = await parties.office.expect(200, 'get', '/v1/data-quality?by=enterprise&limit=200')
    const labels = (quality.body.items as Json[]).map(({ label }) => label)
    expect(labels).toContain(name)
    expect(labels).not.toContain('VN-2025:01849')
  })

  it('is the amendment of what was accepted', async () => {
    const { id, path, declaration } = await filed()
    await act(parties.office, `${path}/acceptance`, 1, {})
    const amended = { ...declaration, preliminary: true, reason: 'Bổ sung' }
    expect((await act(parties.enterprise, path, 2, amended, 'put')).status).toBe(200)
    expect(await workOn(id)).toEqual(['amendment'])
  })

  it('is a return once its day is over, and its answer at once', async () => {
    const comments = [{ text: 'Đề nghị ghi rõ giờ xảy ra.' }, { text: 'Đề nghị ghi rõ nơi xảy ra.' }]
    const returned = async (dueOn: string) => {
      const { id, path } = await filed()
      expect((await act(parties.office, `${path}/return`, 1, { comments, dueOn })).status).toBe(200)
      return { id, path }
    }
    // It is 10 o'clock of the 21st in Viet Nam.
    expect(await workOn((await returned('2026-11-21')).id)).toEqual([])
    service.setTime('2026-11-20T03:00:00Z')
    const { id, path } = await returned('2026-11-20')
    service.setTime(NOW)
    const { items } = await listed('&sort=returned')
    expect(items.find(({ record }) => (record as Json).id === id)).toMatchObject({
      what: expect.stringContaining('còn 2 ý kiến'),
      due: '2026-11-20T17:00:00.000Z',
      left: { over: true, days: 0, hours: 10, minutes: 0 },
    })
    const { body } = await parties.enterprise.expect(200, 'get', `${path}/comments`)
    for (const { thread } of body.items as Json[]) {
      await parties.enterprise.expect(201, 'post', `${path}/comments`, { text: 'Lúc 9 giờ 40.', thread })
    }
    expect(await workOn(id)).toEqual(['answered'])
    expect((await act(parties.office, `${path}/acceptance`, 4, {})).status).toBe(200)
    expect(await workOn(id)).toEqual([])
  })

  it('is what an enterprise contests, until the office decides', async () => {
    const { establishment: _own, ...declaration } = sample()
    declaration.accident.narrative.course = `Ngã giàn giáo. ${randomUUID()}`
    const onBehalf = { enterpriseId: parties.enterpriseId, channel: 'PHONE', source: 'Người nhà nạn nhân gọi đến' }
    const { body } = await parties.office.file({ ...declaration, onBehalf })
    const path = `/v1/accident-declarations/${body.id}`
    await act(parties.enterprise, `${path}/contestation`, 1, { reason: 'Không phải của chúng tôi.' })
    expect(await workOn(String(body.id))).toEqual(expect.arrayContaining(['review', 'contested']))
    await act(parties.office, `${path}/acceptance`, 2, {})
    expect(await workOn(String(body.id))).toEqual([])
  })

  it('is an account that was asked for, and what it filed', async () => {
    const asked = await TestClient.anonymous(service).expect(201, 'post', '/v1/registrations', {
      taxCode: '4600777885',
      name: 'Cơ sở mới',
      headOffice: { scheme: 'VN-2025', code: '01849' },
      contact: { name: 'Người liên hệ', phone: '0912000222' },
    })
    const { clientId, clientSecret } = asked.body
    const newcomer = await TestClient.withCredentials(service.http, String(clientId), String(clientSecret))
    const declaration = sample()
    declaration.accident.narrative.course = randomUUID()
    Object.assign(declaration.establishment, { taxCode: '4600777885', name: 'Cơ sở mới' })
    const { body } = await newcomer.file(declaration)
    expect(body).toMatchObject({ status: 'needs-review' })
    expect(await workOn(String(asked.body.id))).toEqual(['registration'])
    expect(await workOn(String(body.id))).toEqual(['needs-review'])
    const decision = { decision: 'confirm' }
    await parties.office.expect(200, 'post', `/v1/registrations/${asked.body.id}/decision`, decision)
    expect(await workOn(String(asked.body.id))).toEqual([])
    expect(await workOn(String(body.id))).toEqual(['review'])
  })

  it('is an investigation with its limit, until its minutes are announced', async () => {
    const { id, path } = await filed()
    const { announcement: _meeting, minutes: _minutes, conclusion: _conclusion, ...file } = sampleInvestigation as Json
    const kept = await act(parties.office, `${path}/investigation`, 1, file, 'put')
    expect([kept.status, kept.status === 200 ? '' : kept.text]).toEqual([200, ''])
    const { items } = await listed('&sort=investigation')
    const item = items.find(({ record }) => (record as Json).id === id)
    expect(item).toMatchObject({
      what: 'Cuộc điều tra tai nạn lao động chết người ngày 12/05/2026 chưa công bố biên bản.',
      due: expect.stringContaining('T17:00:00.000Z'),
      link: path,
    })
  })

  it('is what enterprises are late with, and what the office itself owes', async () => {
    const { items, counts } = await listed('&sort=overdue-obligation')
    const late = items.find(({ link }) => String(link).includes(`enterprise=${parties.enterpriseId}`))
    expect(late).toMatchObject({ left: { over: true }, record: { kind: 'obligation' } })
    const shown = (await parties.office.expect(200, 'get', String(late?.link))).body.items as Json[]
    expect(shown.map(({ enterpriseId }) => enterpriseId)).toContain(parties.enterpriseId)
    expect([...new Set(shown.map(({ enterpriseId }) => enterpriseId))]).toHaveLength(1)
    expect((counts['overdue-obligation'] as Json).all).toBe((counts['overdue-obligation'] as Json).overdue)
    const own = (await listed('&sort=own-obligation')).items
    expect(own.map(({ link }) => link)).toContainEqual(expect.stringContaining('owedBy=labour-office'))
  })

  it('is what another province may not see', async () => {
    const { id } = await filed()
    const elsewhere = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    expect(await workOn(id)).toEqual(['review'])
    const { items } = await listed('', elsewhere)
    expect(items.filter(({ enterprise }) => (enterprise as Json).id === parties.enterpriseId)).toEqual([])
  })

  it('of a health office is no accident', async () => {
    const { id } = await filed()
    const health = await service.admin.newClient({
      name: 'Sở Y tế Thái Nguyên',
      role: 'health-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
    })
    expect(await workOn(id, health)).toEqual([])
  })
})

describe('the pages of a work list', () => {
  it('hold every item once, what is due first coming first, and agree with the counts', async () => {
    const { items, counts } = await listed()
    const paged: Json[] = []
    for (let cursor = ''; ; ) {
      const { body } = await parties.office.expect(200, 'get', `/v1/work-list?limit=3${cursor}`)
      paged.push(...(body.items as Json[]))
      if (body.next === null) break
      cursor = `&cursor=${body.next}`
    }
    expect(paged).toEqual(items)
    const due = items.map((item) => String(item.due ?? '9999'))
    expect(due).toEqual([...due].sort())
    const all = Object.values(counts as Record<string, { all: number }>).reduce((sum, count) => sum + count.all, 0)
    expect(all).toBe(items.length)
  })

  it('refuse a cursor that is none', async () => {
    expect((await parties.office.get('/v1/work-list?cursor=abc')).status).toBe(400)
  })
})
