import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accidentKind } from '../../src/accident/kind.ts'
import { verifyDeclarations } from '../../src/declaration/verify.ts'
import { enrol, SAMPLE_ENTERPRISE, sample } from '../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../support/service.ts'

let service: TestService
let path: string

beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.close())

/** The parties as they call on a day: tokens do not live for weeks. */
async function on(instant: string): Promise<{ office: TestClient; enterprise: TestClient }> {
  service.setTime(instant)
  const units = [{ scheme: 'VN-2025', code: '19' }]
  return {
    office: await service.admin.newClient({ name: 'Sở Nội vụ', role: 'labour-office', jurisdiction: { units } }),
    enterprise: await service.admin.newClient({
      name: 'phần mềm',
      role: 'enterprise',
      taxCode: SAMPLE_ENTERPRISE.taxCode,
    }),
  }
}

async function asOfNow(client: TestClient): Promise<Record<string, string>> {
  return { 'if-match': String((await client.get(path)).headers.etag) }
}

const found = ({ body }: Answer, kind: string) =>
  (body.findings as Json[]).filter((finding) => finding.kind === kind).map(({ rule }) => rule)
const due = ({ body }: Answer, duty: string) => (body.dueDates as Json[]).find((item) => item.duty === duty)?.due
const figures = async (office: TestClient) => {
  const question = 'measures=accidents,fatalAccidents,deaths,serious&from=2026-05-01&to=2026-05-31'
  return (await office.expect(200, 'get', `/v1/statistics/accidents?${question}`)).body.totals
}

describe('one fatal accident', () => {
  it('is told by telephone three days late: a builder fell and is seriously injured', async () => {
    service.setTime('2026-05-12T08:00:00+07:00')
    const { enterpriseId } = await enrol(service)
    const { office, enterprise } = await on('2026-05-15T09:30:00+07:00')
    const { establishment: _own, recipients: _none, ...declaration } = sample()
    const [victim] = declaration.victims
    Object.assign(victim, { condition: 'serious', death: undefined })
    Object.assign(declaration.accident, { declaredClass: 'serious', declaredAt: '2026-05-15T09:00:00+07:00' })
    const onBehalf = { enterpriseId, channel: 'PHONE', source: 'Chỉ huy công trường gọi điện' }
    const filed = await office.file({ ...declaration, channel: 'PHONE', onBehalf })
    expect([filed.status, filed.text]).toEqual([201, expect.anything()])
    path = String(filed.headers.location)
    expect(filed.body).toMatchObject({ class: 'serious', declarable: false, investigation: { authority: 'base' } })
    expect(due(filed, 'investigation')).toBe('2026-05-19')
    expect(await figures(office)).toEqual({ accidents: 1, fatalAccidents: 0, deaths: 0, serious: 1 })
    // The enterprise sees what was recorded in its name.
    expect((await enterprise.get(path)).status).toBe(200)
  })

  it('is investigated by the employer, who begins late', async () => {
    const { enterprise } = await on('2026-05-16T08:00:00+07:00')
    const file = {
      authority: 'base',
      decision: { on: '2026-05-15' },
      startedOn: '2026-05-15',
      team: [
        { role: 'employer', leader: true },
        { role: 'trade-union-or-workers' },
        { role: 'safety-officer' },
        { role: 'medical-staff' },
      ],
    }
    const kept = await enterprise.send('put', `${path}/investigation`, file, await asOfNow(enterprise))
    expect([kept.status, kept.text]).toEqual([200, expect.anything()])
    expect(found(kept, 'breach')).toEqual(['ACC-D12'])
  })

  it('becomes fatal after 19 days, and with it the province has 30 days from the news', async () => {
    const { office, enterprise } = await on('2026-05-31T10:00:00+07:00')
    const death = {
      victimId: 'v1',
      condition: { now: 'dead', knownAt: '2026-05-31T08:00:00+07:00' },
      death: { at: '2026-05-31T06:20:00+07:00', mode: 'C', forensicRecord: true },
      notice: { policeToldAt: '2026-05-31T08:30:00+07:00', fileHandedOverOn: '2026-05-31' },
    }
    const told = await enterprise.send('post', `${path}/outcomes`, death, await asOfNow(enterprise))
    expect([told.status, told.text]).toEqual([201, expect.anything()])
    expect(found(told, 'breach')).toEqual([])
    expect(told.body).toMatchObject({ class: 'fatal', declarable: true, investigation: { authority: 'provincial' } })
    expect(due(told, 'supplementary-declaration')).toBe('2026-06-01')
    expect(due(told, 'investigation')).toBe('2026-06-30')
    // In the figures of the day it happened.
    expect(await figures(office)).toEqual({ accidents: 1, fatalAccidents: 1, deaths: 1, serious: 0 })
  })

  it('is taken over by the province, which needs one extension', async () => {
    const { office, enterprise } = await on('2026-06-29T15:00:00+07:00')
    const kept = await office.send('put', `${path}/investigation`, provincial(), await asOfNow(office))
    expect([kept.status, kept.text]).toEqual([200, expect.anything()])
    expect(found(kept, 'breach')).toEqual([])
    expect((await enterprise.get(`${path}/investigation`)).body).toMatchObject({
      versions: 2,
      limit: { due: '2026-07-20', days: 30, extendedBy: 20, from: '2026-05-31', fromFact: 'report' },
    })
  })

  it('is concluded on the last day but one, with the file of the builder complete', async () => {
    const { office } = await on('2026-07-22T09:00:00+07:00')
    const papers = [
      'scene-sketch',
      'photographs',
      'body-examination',
      'statements',
      'investigation-minutes',
      'announcement-minutes',
    ]
    const concluded = {
      ...provincial(),
      announcement: { meetingOn: '2026-07-19', dissent: false },
      minutes: {
        form: 'ND39-PL10',
        sent: ['members-bodies', 'ministry', 'employer', 'victim-or-family'].map((to) => ({ to, on: '2026-07-21' })),
      },
      conclusion: 'occupational',
      cause: '1',
      injuryFactor: { list: 'injury-factors-kb', code: 'fall-from-height' },
      victims: [{ victimId: 'v1', ownFault: 'partly', papers }],
      handling: {
        measures: [{ text: 'Lắp lan can.' }],
        penalties: [{ decree: 'ND12-2022', actEndedOn: '2026-05-12' }],
      },
    }
    const kept = await office.send('put', `${path}/investigation`, concluded, await asOfNow(office))
    expect([kept.status, kept.text]).toEqual([200, expect.anything()])
    expect(found(kept, 'breach')).toEqual([])
    expect(due(kept, 'compensation-decision')).toBe('2026-07-24')
  })

  it('is compensated: too little at first, then what the law asks for', async () => {
    const { office, enterprise } = await on('2026-07-27T09:00:00+07:00')
    const decision = {
      benefit: 'compensation',
      monthlySalary: 12_000,
      amount: 300_000,
      decidedOn: '2026-07-23',
      paidOn: '2026-07-25',
      paid: 300_000,
      fileSentOn: '2026-07-25',
    }
    const outcome = { victimId: 'v1', costs: { medical: 45_000, funeral: 20_000 }, compensation: decision }
    const short = await enterprise.send('post', `${path}/outcomes`, outcome, await asOfNow(enterprise))
    expect([short.status, short.text]).toEqual([201, expect.anything()])
    expect(found(short, 'breach')).toEqual(['ACC-F03'])

    const corrected = {
      ...outcome,
      compensation: { ...decision, amount: 360_000, paid: 360_000, paidOn: '2026-07-27' },
      corrects: short.body.seq,
      reason: 'Trả đủ 30 tháng tiền lương.',
    }
    const full = await enterprise.send('post', `${path}/outcomes`, corrected, await asOfNow(enterprise))
    expect([full.status, found(full, 'breach')]).toEqual([201, []])
    expect((await enterprise.get(path)).body).toMatchObject({ class: 'fatal', conclusion: 'occupational' })
    expect(await figures(office)).toEqual({ accidents: 1, fatalAccidents: 1, deaths: 1, serious: 0 })
  })

  it('is missing from the half-year report, which contradicts it until it is corrected', async () => {
    const { office, enterprise } = await on('2026-07-27T14:00:00+07:00')
    const nought = { kind: 'accident-summary', period: { year: 2026, half: 1 }, zero: true }
    const send = (body: object, key: string) =>
      enterprise.send('post', '/v1/periodic-reports', body, { 'idempotency-key': key })
    const refused = await send(nought, 'h1')
    expect([refused.status, refused.body.code]).toEqual([422, 'warnings-unconfirmed'])
    const confirmations = (refused.body.findings as Json[])
      .filter(({ kind }) => kind === 'warning')
      .map(({ rule, pointer }) => ({ rule, pointer, reason: 'Theo sổ theo dõi của phòng Hành chính.' }))
    const filed = await send({ ...nought, confirmations }, 'h1')
    expect([filed.status, filed.text]).toEqual([201, expect.anything()])
    const contradicted = async () =>
      (await office.expect(200, 'get', '/v1/contradictions?state=open')).body.items as Json[]
    const open = await contradicted()
    expect(open.length).toBeGreaterThan(0)
    expect(JSON.stringify(open)).toContain(String(filed.body.id))

    const { body } = await enterprise.expect(
      200,
      'get',
      '/v1/periodic-reports/draft?kind=accident-summary&period=2026-H1',
    )
    const report = String(filed.headers.location)
    const corrected = { ...(body.draft as Json), reason: 'Báo cáo sót vụ tai nạn ngày 12/5.' }
    const { etag } = (await enterprise.get(report)).headers
    const amended = await enterprise.send('put', report, corrected, { 'if-match': String(etag) })
    expect([amended.status, amended.text]).toEqual([200, expect.anything()])
    expect(await contradicted()).toEqual([])
  })

  it('is all in one unbroken history', async () => {
    const { office } = await on('2026-07-28T09:00:00+07:00')
    const history = (await office.get(`${path}/revisions`)).body.items as Json[]
    expect(history.map(({ act }) => act)).toEqual([
      'file',
      'investigate',
      'outcome',
      'investigate',
      'investigate',
      'outcome',
      'outcome',
    ])
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
  })
})

function provincial() {
  return {
    authority: 'provincial',
    decision: { on: '2026-06-01' },
    startedOn: '2026-06-01',
    team: [
      { role: 'home-affairs-department', leader: true },
      { role: 'health-department' },
      { role: 'provincial-trade-union' },
    ],
    extensions: [{ days: 20, reason: 'Chờ xác minh hồ sơ thiết kế giàn giáo.', consentedOn: '2026-06-26' }],
  }
}
