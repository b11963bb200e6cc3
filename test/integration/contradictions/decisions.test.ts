import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

/** A fall that killed one, and a half-year summary that says nobody died. */
let service: TestService
let parties: Parties
let ministry: TestClient
let report: string
let accident: string

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  ministry = await service.admin.newClient({ name: 'Bộ', role: 'labour-office', jurisdiction: { national: true } })
  const filed = await parties.enterprise.file(sample())
  expect(filed.status, filed.text).toBe(201)
  accident = String(filed.headers.location)
  report = String((await summarise('post', '/v1/periodic-reports', row(0))).body.id)
})
afterAll(() => service.close())

function row(deaths: number): Json {
  const victims = { accidents: 1, victims: 1, serious: 1 - Math.min(deaths, 1) }
  return { ...victims, deaths, fatalAccidents: Math.min(deaths, 1) }
}

/** Files or amends the summary; whatever is improbable is confirmed. */
async function summarise(method: 'post' | 'put', path: string, total: Json, headers: Record<string, string> = {}) {
  const factor = { list: 'injury-factors-kb', code: 'fall-from-height' }
  const body = {
    kind: 'accident-summary',
    period: { year: 2026, half: 1 },
    accidentSummary: {
      payroll: 21_600,
      atWork: {
        total,
        byCause: [{ cause: '1', ...total }],
        byFactor: [{ factor, ...total }],
        byOccupation: [{ occupation: '71', ...total }],
      },
      commuting: {},
      losses: { daysOff: 0, costs: { total: 15, medical: 15, wages: 0, compensation: 0 }, propertyDamage: 0 },
    },
    ...(method === 'put' ? { reason: 'Sửa số người chết.' } : {}),
  }
  const send = (content: Json): Promise<Answer> =>
    parties.enterprise.send(method, path, content, { 'idempotency-key': randomUUID(), ...headers })
  const first = await send(body)
  if (first.status < 300) return first
  const confirmations = ((first.body.findings ?? []) as Json[])
    .filter(({ kind }) => kind === 'warning')
    .map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã đối chiếu.' }))
  const confirmed = await send({ ...body, confirmations })
  expect(confirmed.status, confirmed.text).toBeLessThan(300)
  return confirmed
}

async function listed(client: TestClient, query = ''): Promise<Json[]> {
  return (await client.expect(200, 'get', `/v1/contradictions${query}`)).body.items as Json[]
}

async function deaths(): Promise<Json> {
  const found = (await listed(parties.office, '?check=deaths-summed')).find(
    ({ left }) => (left as Json).field === '1.deaths',
  )
  if (found === undefined) throw new Error('the contradiction is not listed')
  return found
}

async function decide(client: TestClient, decision: Json): Promise<Answer> {
  return client.send('post', `/v1/contradictions/${(await deaths()).id}/decision`, decision)
}

const AGREEING = { accidents: 2, victims: 2, serious: 0, deaths: 2, fatalAccidents: 2 }
const ONE_MORE = { ...AGREEING, victims: 3, deaths: 3, multiVictimAccidents: 1 }

async function amendReport(total: Json): Promise<void> {
  const path = `/v1/periodic-reports/${report}`
  const { headers } = await parties.enterprise.get(path)
  await summarise('put', path, total, { 'if-match': String(headers.etag) })
}

const EXPLANATION = { state: 'explained', explanation: 'Nạn nhân Nguyễn Văn Mẫu chết sau khi báo cáo đã gửi.' }

describe('a summary that leaves out a death', () => {
  it('is shown to the office with both records, both fields and the article', async () => {
    expect(await deaths()).toMatchObject({
      check: 'deaths-summed',
      rules: ['ACC-G28'],
      state: 'open',
      left: { kind: 'report', id: report, field: '1.deaths', value: 0 },
      right: { kind: 'accident', field: '/victims/*/condition', value: 1 },
    })
    const [citation] = (await deaths()).citations as Json[]
    expect(citation?.text).toBe('Luật 84/2015/QH13, Điều 36 khoản 1')
    const english = await parties.office.get('/v1/contradictions', { 'accept-language': 'en' })
    expect(english.text).toContain('the declarations of the period give 1')
  })

  it('is for no enterprise, no foreign office, and no health office', async () => {
    expect((await parties.enterprise.get('/v1/contradictions')).status).toBe(403)
    const foreign = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    const health = await service.admin.newClient({
      name: 'Sở Y tế',
      role: 'health-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
    })
    for (const client of [foreign, health]) {
      expect(await listed(client)).toEqual([])
      expect((await decide(client, EXPLANATION)).status).toBe(404)
    }
  })

  it('is found by its filters', async () => {
    const ofReport = `enterprise=${parties.enterpriseId}`
    for (const query of ['state=open', 'unit=19', 'period=2026', 'period=2026-H1', ofReport]) {
      expect(await listed(parties.office, `?check=deaths-summed&${query}`), query).not.toEqual([])
    }
    for (const query of ['state=explained', 'unit=01', 'period=2025', `enterprise=${report}`]) {
      expect(await listed(ministry, `?check=deaths-summed&${query}`), query).toEqual([])
    }
  })

  it('pages through without leaving anything out', async () => {
    const all = (await listed(parties.office)).map(({ id }) => id)
    expect(all.length).toBeGreaterThan(1)
    const paged: unknown[] = []
    for (let path: string | null = '/v1/contradictions?limit=1'; path !== null; ) {
      const { body } = await parties.office.expect(200, 'get', path)
      paged.push(...(body.items as Json[]).map(({ id }) => id))
      path = body.next === null ? null : `/v1/contradictions?limit=1&cursor=${body.next}`
    }
    expect(paged).toEqual(all)
    expect((await parties.office.get('/v1/contradictions?cursor=x')).status).toBe(400)
  })

  it('is explained, with a reason that only the office reads', async () => {
    const { status, body } = await decide(parties.office, EXPLANATION)
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'explained', decision: EXPLANATION })
    const rows = await execute(service.ownerUrl, 'select explanation from contradiction_decision')
    expect(JSON.stringify(rows)).not.toContain('Mẫu')
  })

  it('is open again when a value changes, and the decision stays on record', async () => {
    const second = sample()
    second.accident.occurredAt = '2026-06-02T09:00:00+07:00'
    second.accident.knownAt = '2026-06-02T09:10:00+07:00'
    second.accident.declaredAt = '2026-06-02T10:00:00+07:00'
    second.victims[0].death.at = '2026-06-02T09:05:00+07:00'
    second.victims[0].person = { ...second.victims[0].person, name: 'Lê Văn Hai', idNumber: '019091000456' }
    for (const recipient of second.recipients) recipient.notifiedAt = '2026-06-02T10:00:00+07:00'
    const filed = await parties.enterprise.file(second)
    expect(filed.status, filed.text).toBe(201)
    expect(await deaths()).toMatchObject({ state: 'open', right: { value: 2 }, decision: EXPLANATION })
  })

  it('is settled when the report is amended and the records agree', async () => {
    await amendReport(AGREEING)
    expect(await deaths()).toMatchObject({ state: 'settled', holds: false })
    expect(await listed(parties.office, '?state=open&check=deaths-summed')).toEqual([])
  })
})

describe('a contradiction that was mended', () => {
  const fatal = async () =>
    (await listed(parties.office, '?check=deaths-summed')).find(
      ({ left }) => (left as Json).field === '1.fatalAccidents',
    )

  it('stays known although nobody decided about it, with the day since which the records agree', async () => {
    expect(await fatal()).toMatchObject({ state: 'settled', holds: false, settledOn: '2026-11-21', decision: null })
    const settled = await listed(parties.office, '?state=settled&check=deaths-summed')
    expect(settled.map(({ left }) => (left as Json).field).sort()).toEqual(['1.deaths', '1.fatalAccidents'])
  })

  it('is open again when the records part again', async () => {
    await amendReport(ONE_MORE)
    expect(await deaths()).toMatchObject({ state: 'open', holds: true, settledOn: null, left: { value: 3 } })
    expect(await fatal()).toMatchObject({ state: 'settled', holds: false })
  })

  it('and explained is not settled by nobody, yet open again when agreement did not last', async () => {
    const asExplained = await decide(parties.office, EXPLANATION)
    expect(asExplained.body).toMatchObject({ state: 'explained', holds: true, settledOn: null })
    service.setTime('2026-11-21T03:20:00Z')
    await amendReport(AGREEING)
    expect(await deaths()).toMatchObject({ state: 'explained', holds: false, settledOn: '2026-11-21' })
    await amendReport(ONE_MORE)
    expect(await deaths()).toMatchObject({ state: 'open', holds: true, decision: EXPLANATION })
    const { body } = await parties.office.expect(200, 'get', '/v1/work-list?sort=contradiction&limit=200')
    expect((body.items as Json[]).map(({ record }) => (record as Json).id)).toContain((await deaths()).id)
    expect((await decide(parties.office, EXPLANATION)).body).toMatchObject({ state: 'explained', holds: true })
  })

  it('is the same one when another of the summed records stands for them', async () => {
    const { id, right } = await deaths()
    expect(accident).toContain(String((right as Json).id))
    const { headers } = await parties.enterprise.get(accident)
    const withdrawn = { reason: 'Khai nhầm.' }
    const answer = await parties.enterprise.send('post', `${accident}/withdrawal`, withdrawn, {
      'if-match': String(headers.etag),
    })
    expect(answer.status, answer.text).toBe(200)
    const now = await deaths()
    expect(now).toMatchObject({ id, state: 'open', holds: true, right: { value: 1 } })
    expect(accident).not.toContain(String((now.right as Json).id))
  })

  it('was none where the missing filing came in time', async () => {
    const row = {
      tenant_id: parties.enterpriseId,
      id: 'f'.repeat(32),
      check_id: 'exceeded-without-examination',
      legal_date: '2026-11-01',
      since: '2027-11-02',
      establishment: '',
      left_kind: 'environment',
      left_id: randomUUID(),
      left_field: '/measurements',
      right_kind: 'disease',
      right_field: '/hazards',
      other_tenant_id: parties.enterpriseId,
      holds: true,
      audience: ['health-office'],
      reach: [],
    }
    const kept = (id: string) => execute(service.ownerUrl, 'select holds from contradiction where id = $1', [id])
    const keep = (found: Json[]) =>
      execute(service.ownerUrl, 'select keep_contradictions($1, $2)', [[parties.enterpriseId], JSON.stringify(found)])
    const due = { ...row, id: 'e'.repeat(32), since: '2026-11-02' }
    await keep([row, due])
    await keep([])
    expect(await kept(row.id)).toEqual([])
    expect(await kept(due.id)).toEqual([{ holds: false }])
  })
})
