import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Json, NOW, startTestService, TestClient, type TestService } from '../../support/service.ts'
import { validTaxCode } from '../../support/tax-codes.ts'

interface Listed extends Json {
  readonly id: string
  readonly status: string
  readonly duty: string
  readonly dueOn: string | null
  readonly enterpriseId: string | null
}
interface Answered {
  readonly items: readonly Listed[]
  readonly next: string | null
  readonly counts: Readonly<Record<string, number>>
}

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())

async function ask(by: TestClient, query: string): Promise<Answered> {
  const { body } = await by.expect(200, 'get', `/v1/obligations?${query}`)
  return body as unknown as Answered
}

async function askAll(by: TestClient, query: string): Promise<readonly Listed[]> {
  const items: Listed[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: Answered = await ask(by, `${query}&limit=200${next === '' ? '' : `&cursor=${next}`}`)
    items.push(...page.items)
    next = page.next
  }
  return items
}

function zeroReport(enterpriseId: string, receivedOn?: string): Json {
  const onBehalf = { enterpriseId, channel: 'POST', ...(receivedOn ? { receivedOn } : {}) }
  return { kind: 'accident-summary', period: { year: 2026, half: 1 }, zero: true, onBehalf }
}

const idempotent = () => ({ 'idempotency-key': randomUUID() })

describe('half-year summaries of 300 enterprises of which 280 reported', () => {
  const enterprises: string[] = []
  const HALF_YEAR = 'duty=accident-summary&period=2026-H1'
  let office: TestClient

  beforeAll(async () => {
    service.setTime(NOW)
    office = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    service.setTime('2026-07-01T03:00:00Z')
    for (let n = 0; n < 300; n += 1) {
      const { body } = await office.expect(201, 'post', '/v1/enterprises', {
        taxCode: validTaxCode(n),
        name: `Công ty số ${n}`,
        headOffice: { scheme: 'VN-2025', code: '00004' },
        workers: 20 + n,
      })
      enterprises.push(String(body.id))
    }
    for (const [n, id] of enterprises.slice(0, 280).entries()) {
      if (n === 260) service.setTime('2026-07-06T03:00:00Z')
      const answer = await office.send('post', '/v1/periodic-reports', zeroReport(id), idempotent())
      if (answer.status !== 201) throw new Error(answer.text)
    }
  }, 300_000)

  it('names the 20 others and nobody else', async () => {
    const overdue = await askAll(office, `${HALF_YEAR}&status=overdue`)
    expect(overdue.map(({ enterpriseId }) => enterpriseId).sort()).toEqual(enterprises.slice(280).sort())
    expect(overdue[0]).toMatchObject({ dueOn: '2026-07-04', before: '2026-07-05', daysLeft: -2, doneOn: null })
  })

  it('tells who was in time and who was late', async () => {
    const { counts } = await ask(office, `${HALF_YEAR}&limit=1`)
    expect(counts).toEqual({ due: 0, 'due-soon': 0, overdue: 20, 'done-on-time': 260, 'done-late': 20, waived: 0 })
  })

  it('goes through all of them page by page, each once', async () => {
    const all = await askAll(office, HALF_YEAR)
    expect(all).toHaveLength(300)
    expect(new Set(all.map(({ id }) => id)).size).toBe(300)
  })

  it('says who owes it to whom, by which article, and why it is expected', async () => {
    const { items } = await ask(office, `${HALF_YEAR}&status=overdue&enterpriseId=${enterprises[299]}`)
    expect(items[0]).toMatchObject({
      owedBy: 'enterprise',
      owedTo: 'labour-office',
      since: '2026-01-01',
      party: 'Công ty số 299',
      citations: [{ instrument: 'ND39-2016', article: '24.1' }],
      reason: { code: 'employs-workers', text: 'cơ sở đăng ký sử dụng 319 lao động' },
    })
    expect(items[0]?.explanation).toContain('trước ngày 05/07/2026 (chậm nhất 04/07/2026)')
  })

  it('counts a paper report by the day it came', async () => {
    const id = String(enterprises[280])
    await office.expect(201, 'post', '/v1/periodic-reports', zeroReport(id, '2026-07-03'), idempotent())
    const { items } = await ask(office, `${HALF_YEAR}&enterpriseId=${id}`)
    expect(items.map(({ status, doneOn }) => [status, doneOn])).toEqual([['done-on-time', '2026-07-03']])
  })

  it('is not shown to the office of another province, nor one enterprise to another', async () => {
    expect((await ask(parties.office, HALF_YEAR)).items).toHaveLength(1)
    expect((await ask(parties.enterprise, HALF_YEAR)).items.map(({ enterpriseId }) => enterpriseId)).toEqual([
      parties.enterpriseId,
    ])
  })

  it('stays due until the last timely day is over', async () => {
    const id = String(enterprises[281])
    const statuses: (string | undefined)[] = []
    for (const day of ['2026-06-20', '2026-06-27', '2026-07-04', '2026-07-05']) {
      service.setTime(`${day}T16:00:00Z`)
      statuses.push((await ask(office, `${HALF_YEAR}&enterpriseId=${id}`)).items[0]?.status)
    }
    expect(statuses).toEqual(['due', 'due-soon', 'due-soon', 'overdue'])
  })

  it('can be waived with a reason, which survives a recomputation, and the waiver can be lifted', async () => {
    service.setTime('2026-07-10T03:00:00Z')
    const id = String(enterprises[299])
    const one = async () => (await ask(office, `${HALF_YEAR}&enterpriseId=${id}`)).items[0]
    const path = `/v1/obligations/${(await one())?.id}/waiver`
    const waived = await office.expect(200, 'post', path, { reason: 'Cơ sở tạm ngừng hoạt động.' })
    expect(waived.body).toMatchObject({ status: 'waived', waiver: { reason: 'Cơ sở tạm ngừng hoạt động.' } })
    expect((await office.send('post', path, { reason: 'Lần nữa.' })).status).toBe(409)

    const changed = { name: 'Công ty đổi tên', headOffice: { scheme: 'VN-2025', code: '00004' }, workers: 5 }
    const { headers } = await office.expect(200, 'get', `/v1/enterprises/${id}`)
    await office.expect(200, 'put', `/v1/enterprises/${id}`, changed, { 'if-match': String(headers.etag) })
    expect(await one()).toMatchObject({ status: 'waived', party: 'Công ty đổi tên' })

    const lifted = await office.expect(200, 'post', path, { lifted: true, reason: 'Đã hoạt động lại.' })
    expect(lifted.body).toMatchObject({ status: 'overdue', waiver: null })
    expect((await office.send('post', path, { lifted: true, reason: 'Lần nữa.' })).status).toBe(409)
  })

  it('is waived only by the office that watches over it', async () => {
    service.setTime(NOW)
    const units = [{ scheme: 'VN-2025', code: '01' }]
    const health = await service.admin.newClient({ name: 'Sở Y tế', role: 'health-office', jurisdiction: { units } })
    const { items } = await ask(health, `${HALF_YEAR}&enterpriseId=${enterprises[299]}`)
    const path = `/v1/obligations/${items[0]?.id}/waiver`
    expect((await health.send('post', path, { reason: 'Không thuộc thẩm quyền.' })).status).toBe(403)
    expect((await parties.office.send('post', path, { reason: 'Tỉnh khác.' })).status).toBe(404)
  })

  it('falls away when a report is withdrawn: it is owed again', async () => {
    const id = String(enterprises[0])
    const { body } = await office.expect(200, 'get', `/v1/periodic-reports?enterprise=${id}`)
    const [filed] = body.items as Json[]
    const withdrawal = { reason: 'Gửi nhầm.' }
    await office.expect(200, 'post', `/v1/periodic-reports/${filed?.id}/withdrawal`, withdrawal, { 'if-match': '"1"' })
    expect((await ask(office, `${HALF_YEAR}&enterpriseId=${id}`)).items[0]).toMatchObject({ status: 'overdue' })
  })
})

describe('an accident that an office learnt of from the police', () => {
  let id: string
  const dutiesOf = async () => {
    const { items } = await ask(parties.office, `enterpriseId=${parties.enterpriseId}&limit=200`)
    return new Map(
      items.filter(({ source }) => (source as Json).id === id).map((item) => [String(item.duty), item] as const),
    )
  }

  beforeAll(async () => {
    service.setTime('2026-05-14T02:00:00Z')
    const { establishment, ...rest } = sample()
    const accident = { ...rest.accident, declaredAt: undefined }
    const onBehalf = { enterpriseId: parties.enterpriseId, channel: 'POLICE', source: 'Công an phường báo tin' }
    const body = { ...rest, accident, establishment, onBehalf }
    const first = await parties.office.file(body)
    const findings = (first.body.findings ?? []) as Json[]
    const confirmations = findings
      .filter(({ kind }) => kind === 'warning')
      .map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã kiểm tra.' }))
    const answer = first.status === 201 ? first : await parties.office.file({ ...body, confirmations })
    if (answer.status !== 201) throw new Error(answer.text)
    id = String(answer.body.id)
  })

  it('leaves the declaration owed by the enterprise, and says from where the office knew', async () => {
    expect((await dutiesOf()).get('declaration')).toMatchObject({
      status: 'overdue',
      owedBy: 'enterprise',
      dueOn: '2026-05-13',
      reason: { code: 'recorded-by-office', text: expect.stringContaining('Công an') },
    })
  })

  it('starts the clocks of the province: two hours to the scene, thirty days to the minutes', async () => {
    const duties = await dutiesOf()
    expect(duties.get('scene-visit')).toMatchObject({
      owedBy: 'labour-office',
      dueAt: '2026-05-14T04:00:00.000Z',
      status: 'due-soon',
    })
    expect(duties.get('investigation')).toMatchObject({ owedBy: 'labour-office', dueOn: '2026-06-13' })
    service.setTime('2026-05-14T04:00:01Z')
    expect((await dutiesOf()).get('scene-visit')).toMatchObject({ status: 'overdue' })
  })

  it('makes the summary of the half-year expected for that reason', async () => {
    const { items } = await ask(
      parties.office,
      `duty=accident-summary&period=2026-H1&enterpriseId=${parties.enterpriseId}`,
    )
    expect(items[0]?.reason).toMatchObject({ code: 'accidents-in-period' })
  })

  it('is answered by the enterprise with its own filing', async () => {
    service.setTime('2026-05-15T02:00:00Z')
    const amended = { ...sample(), reason: 'Cơ sở tự khai báo.' }
    const path = `/v1/accident-declarations/${id}`
    const first = await parties.enterprise.send('put', path, amended, { 'if-match': '"1"' })
    const findings = (first.body.findings ?? []) as Json[]
    const confirmations = findings
      .filter(({ kind }) => kind === 'warning')
      .map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã kiểm tra.' }))
    if (first.status !== 200) {
      await parties.enterprise.expect(200, 'put', path, { ...amended, confirmations }, { 'if-match': '"1"' })
    }
    expect((await dutiesOf()).get('declaration')).toMatchObject({ status: expect.stringMatching(/^done-/) })
  })
})

describe('what the calendar asks of others', () => {
  it('is owed by the office of the province to the ministry', async () => {
    service.setTime('2026-07-10T03:00:00Z')
    const { items } = await ask(parties.office, 'duty=province-accident-summary&period=2026-H1')
    expect(items).toMatchObject([
      { owedBy: 'labour-office', owedTo: 'ministry', enterpriseId: null, dueOn: '2026-07-14', status: 'due-soon' },
    ])
    const ministry = { name: 'Bộ Nội vụ', role: 'labour-office', jurisdiction: { national: true } }
    const path = `/v1/obligations/${items[0]?.id}/waiver`
    const decision = { reason: 'Bộ đã nhận bản giấy.' }
    const { body } = await (await service.admin.newClient(ministry)).expect(200, 'post', path, decision)
    expect(body).toMatchObject({ status: 'waived', waiver: decision })
  })

  it('is owed by a commune with an account', async () => {
    service.setTime(NOW)
    const commune = await service.admin.newClient({
      name: 'Ủy ban nhân dân xã',
      role: 'commune',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01849' }] },
    })
    const { items } = await ask(commune, 'owedBy=commune&period=2026-H1')
    expect(items).toMatchObject([{ duty: 'commune-accident-summary', dueOn: '2026-07-04' }])
    const { items: programme } = await ask(commune, 'owedBy=commune&duty=programme-report')
    expect(programme).toMatchObject([{ before: '2026-12-15', dueOn: '2026-12-14' }])
  })

  it('is asked of an enterprise with hazards: monitoring, examination, and its report', async () => {
    const { items } = await ask(parties.enterprise, 'period=2026&limit=200')
    expect(items.map(({ duty, dueOn }) => [duty, dueOn])).toEqual(
      expect.arrayContaining([
        ['environment-annual', '2026-12-30'],
        ['monitoring', '2026-12-31'],
        ['detection-examination', '2026-12-31'],
        ['osh-annual', '2027-01-09'],
      ]),
    )
  })
})

it('comes to the same when everything is made again', async () => {
  service.setTime(NOW)
  await ask(parties.office, 'limit=1')
  const rows = () => execute(service.ownerUrl, 'select * from obligation order by id')
  const before = await rows()
  await execute(service.ownerUrl, "delete from log_reader where name like 'obligations/%'")
  await execute(service.ownerUrl, 'delete from obligation')
  await ask(parties.office, 'limit=1')
  expect(before.length).toBeGreaterThan(300)
  expect(await rows()).toEqual(before)
})

it('answers a cursor of nobody with 400', async () => {
  service.setTime(NOW)
  expect((await parties.office.get('/v1/obligations?cursor=nonsense')).status).toBe(400)
})

it('begins anew with a year', async () => {
  service.setTime(NOW)
  const ministry = { name: 'Bộ Nội vụ', role: 'labour-office', jurisdiction: { national: true } }
  const { body } = await service.admin.expect(201, 'post', '/v1/clients', ministry)
  const before = await TestClient.withCredentials(service.http, String(body.clientId), String(body.clientSecret))
  const query = `duty=accident-summary&period=2027-H1&enterpriseId=${parties.enterpriseId}`
  expect((await ask(before, query)).items).toEqual([])
  service.setTime('2027-01-02T03:00:00Z')
  const after = await TestClient.withCredentials(service.http, String(body.clientId), String(body.clientSecret))
  expect((await ask(after, query)).items).toMatchObject([{ dueOn: '2027-07-04', status: 'due' }])
})
