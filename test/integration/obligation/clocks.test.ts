import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.close())

/** The parties as they call on a day: tokens do not live for weeks. */
async function on(instant: string): Promise<Parties> {
  service.setTime(instant)
  const client = (role: string, rest: Json) => service.admin.newClient({ name: randomUUID(), role, ...rest })
  if (parties === undefined) return enrol(service)
  return {
    enterpriseId: parties.enterpriseId,
    office: await client('labour-office', { jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] } }),
    enterprise: await client('enterprise', { taxCode: '4600123459' }),
  }
}

/** Monday 2 March 2026, told by telephone at 9 o'clock. */
function death() {
  const declaration = sample()
  Object.assign(declaration.accident, {
    occurredAt: '2026-03-02T08:10:00+07:00',
    knownAt: '2026-03-02T08:20:00+07:00',
    declaredAt: '2026-03-02T09:00:00+07:00',
    narrative: { course: `Ngã từ giàn giáo. ${randomUUID()}` },
  })
  Object.assign(declaration.victims[0], { death: { mode: 'A', at: '2026-03-02T08:15:00+07:00' } })
  return { ...declaration, recipients: [] }
}

/** The same man, seriously injured; `v1`. */
function injury() {
  const declaration = death()
  declaration.accident.declaredClass = 'serious'
  Object.assign(declaration.victims[0], { condition: 'serious', death: undefined })
  return declaration
}

const DIED = { at: '2026-03-20T06:00:00+07:00', mode: 'C', forensicRecord: true }

/** Sends, and confirms whatever was improbable. */
async function confirmed(send: (confirmations: Json[]) => Promise<Answer>): Promise<Answer> {
  const first = await send([])
  if (first.status < 300) return first
  const warnings = ((first.body.findings ?? []) as Json[]).filter(({ kind }) => kind === 'warning')
  const answer = await send(warnings.map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã kiểm tra.' })))
  expect([answer.status < 300, answer.text]).toEqual([true, expect.anything()])
  return answer
}

const file = (by: TestClient, body: object) => confirmed((confirmations) => by.file({ ...body, confirmations }))

async function amend(by: TestClient, filed: Answer, body: object): Promise<Answer> {
  const path = String(filed.headers.location)
  const version = { 'if-match': String((await by.get(path)).headers.etag) }
  return confirmed((confirmations) =>
    by.send('put', path, { ...body, reason: 'Bổ sung.', confirmations }, { ...version }),
  )
}

async function add(by: TestClient, filed: Answer, part: 'investigation' | 'outcomes', body: object): Promise<Answer> {
  const path = String(filed.headers.location)
  const version = { 'if-match': String((await by.get(path)).headers.etag) }
  return confirmed((confirmations) =>
    by.send(part === 'outcomes' ? 'post' : 'put', `${path}/${part}`, { ...body, confirmations }, version),
  )
}

/** By duty and what it is about. */
async function obligations(by: TestClient, filed: Answer): Promise<Record<string, Json>> {
  const { body } = await by.expect(200, 'get', `/v1/obligations?enterpriseId=${parties.enterpriseId}&limit=200`)
  const items = (body.items as (Json & { source: Json })[]).filter(({ source }) => source.id === filed.body.id)
  return Object.fromEntries(items.map((item) => [`${item.duty} ${item.source.subject ?? ''}`.trim(), item]))
}

const due = ({ body }: Answer, duty: string) =>
  (body.dueDates as Json[])
    .filter((item) => item.duty === duty)
    .map(({ owedBy, due, dueAt }) => ({ owedBy, due, dueAt }))

describe('the clocks of an accident told by telephone in March and keyed in November', () => {
  let filed: Answer

  beforeAll(async () => {
    parties = await on('2026-03-01T01:00:00Z')
    const { office } = await on('2026-11-16T03:00:00Z')
    const { establishment: _own, ...declaration } = death()
    const onBehalf = { enterpriseId: parties.enterpriseId, channel: 'PHONE', source: 'Chỉ huy công trường gọi điện' }
    filed = await file(office, { ...declaration, channel: 'PHONE', onBehalf })
  })

  it('run from the call: two hours to the scene, thirty days to the minutes', async () => {
    const { office } = await on('2026-11-16T04:00:00Z')
    expect(await obligations(office, filed)).toMatchObject({
      'scene-visit': { since: '2026-03-02', dueAt: '2026-03-02T04:00:00.000Z', status: 'overdue' },
      investigation: { since: '2026-03-02', dueOn: '2026-04-01', status: 'overdue' },
    })
    expect(due(filed, 'scene-visit')).toEqual([
      { owedBy: 'province', due: '2026-03-02', dueAt: '2026-03-02T04:00:00.000Z' },
    ])
    expect(due(filed, 'investigation')).toMatchObject([{ owedBy: 'province', due: '2026-04-01' }])
  })

  it('do not move when the enterprise completes the record, whatever it states', async () => {
    const { office, enterprise } = await on('2026-11-17T03:00:00Z')
    const own = death()
    own.accident.declaredAt = '2026-03-05T09:00:00+07:00'
    const amended = await amend(enterprise, filed, { ...own, channel: 'PHONE' })
    expect(due(amended, 'investigation')).toMatchObject([{ owedBy: 'province', due: '2026-04-01' }])
    expect(await obligations(office, filed)).toMatchObject({ investigation: { dueOn: '2026-04-01' } })
  })

  it('are those of the file of the investigation, where it does not say when the news came', async () => {
    const { office } = await on('2026-11-18T03:00:00Z')
    const kept = await add(office, filed, 'investigation', {
      authority: 'provincial',
      startedOn: '2026-03-03',
      team: [
        { role: 'home-affairs-department', leader: true },
        { role: 'health-department' },
        { role: 'provincial-trade-union' },
      ],
    })
    expect(due(kept, 'investigation')).toMatchObject([{ owedBy: 'province', due: '2026-04-01' }])
    const path = `${filed.headers.location}/investigation`
    expect((await office.get(path)).body).toMatchObject({ limit: { from: '2026-03-02', due: '2026-04-01' } })
    expect(await obligations(office, filed)).toMatchObject({ investigation: { dueOn: '2026-04-01' } })
  })
})

describe('the clocks of an accident that the enterprise filed', () => {
  it('run from the first receipt here, in the answer to every revision as in the obligations', async () => {
    const first = await on('2026-03-02T04:00:00Z')
    const declaration = death()
    const filed = await file(first.enterprise, declaration)
    const { office, enterprise } = await on('2026-03-25T04:00:00Z')
    Object.assign(declaration.accident, { declaredAt: '2026-03-04T09:00:00+07:00', measuresTaken: 'Lắp lan can.' })
    const amended = await amend(enterprise, filed, declaration)
    for (const answer of [filed, amended]) {
      expect(due(answer, 'scene-visit')).toMatchObject([{ dueAt: '2026-03-02T06:00:00.000Z' }])
      expect(due(answer, 'investigation')).toMatchObject([{ due: '2026-04-01' }])
    }
    expect(await obligations(office, filed)).toMatchObject({
      'scene-visit': { dueAt: '2026-03-02T06:00:00.000Z' },
      investigation: { dueOn: '2026-04-01' },
    })
  })
})

describe('a death after the employer investigated a serious injury', () => {
  const BASE = {
    authority: 'base',
    decision: { on: '2026-03-02' },
    startedOn: '2026-03-02',
    team: [
      { role: 'employer', leader: true },
      { role: 'trade-union-or-workers' },
      { role: 'safety-officer' },
      { role: 'medical-staff' },
    ],
  }
  const announced = (meetingOn: string) => ({
    ...BASE,
    announcement: { meetingOn, dissent: false },
    minutes: {
      form: 'ND39-PL9',
      sent: ['victim-or-family', 'head-office-department', 'place-department'].map((to) => ({ to, on: meetingOn })),
    },
    conclusion: 'occupational',
    cause: '1',
    injuryFactor: { list: 'injury-factors-kb', code: 'fall-from-height' },
    victims: [{ victimId: 'v1', ownFault: 'none', papers: [] }],
  })

  async function injured(): Promise<Answer> {
    const { enterprise } = await on('2026-03-02T04:00:00Z')
    return file(enterprise, injury())
  }

  const told = {
    outcome: (by: TestClient, filed: Answer) =>
      add(by, filed, 'outcomes', {
        victimId: 'v1',
        condition: { now: 'dead', knownAt: '2026-03-20T08:00:00+07:00' },
        death: DIED,
        notice: { policeToldAt: '2026-03-20T08:30:00+07:00' },
      }),
    amendment: (by: TestClient, filed: Answer) => {
      const declaration = death()
      Object.assign(declaration.victims[0], { death: DIED })
      return amend(by, filed, { ...declaration, victims: [{ ...declaration.victims[0], victimId: 'v1' }] })
    },
  }

  it.each(['outcome', 'amendment'] as const)(
    'is investigated by the province, thirty days from what reached the office, told by %s',
    async (way) => {
      const filed = await injured()
      const before = await on('2026-03-06T04:00:00Z')
      await add(before.enterprise, filed, 'investigation', announced('2026-03-06'))
      const { office, enterprise } = await on('2026-03-21T04:00:00Z')
      const answer = await told[way](enterprise, filed)
      expect(due(answer, 'investigation')).toMatchObject([{ owedBy: 'province', due: '2026-04-20' }])
      expect(due(answer, 'compensation-decision')).toEqual([])
      expect(await obligations(office, filed)).toMatchObject({
        investigation: { owedBy: 'enterprise', dueOn: '2026-03-09', doneOn: '2026-03-06', status: 'done-on-time' },
        'investigation again': { owedBy: 'labour-office', since: '2026-03-21', dueOn: '2026-04-20', doneOn: null },
        minutes: { owedBy: 'enterprise', doneOn: '2026-03-06' },
      })
      expect(await obligations(office, filed)).not.toHaveProperty('compensation-decision v1')

      const kept = await add(office, filed, 'investigation', {
        ...announced('2026-03-21'),
        authority: 'provincial',
        decision: { on: '2026-03-21' },
        startedOn: '2026-03-21',
        team: [
          { role: 'home-affairs-department', leader: true },
          { role: 'health-department' },
          { role: 'provincial-trade-union' },
        ],
        minutes: { form: 'ND39-PL10', sent: [{ to: 'employer', on: '2026-03-21' }] },
      })
      expect(due(kept, 'investigation')).toMatchObject([{ owedBy: 'province', due: '2026-04-20' }])
      expect(due(kept, 'compensation-decision')).toMatchObject([{ due: '2026-03-27' }])
      expect(await obligations(office, filed)).toMatchObject({
        investigation: { owedBy: 'enterprise', doneOn: '2026-03-06' },
        'investigation again': { owedBy: 'labour-office', dueOn: '2026-04-20', doneOn: '2026-03-21' },
        minutes: { doneOn: '2026-03-06' },
        'minutes again': { owedBy: 'labour-office', dueOn: '2026-03-25', doneOn: null },
        'compensation-decision v1': { dueOn: '2026-03-27', doneOn: null },
      })
    },
  )

  it('leaves the employer late whose team had not announced in time', async () => {
    const filed = await injured()
    const { office, enterprise } = await on('2026-03-21T04:00:00Z')
    await add(enterprise, filed, 'investigation', BASE)
    const answer = await told.outcome(enterprise, filed)
    expect(due(answer, 'investigation')).toMatchObject([{ owedBy: 'province', due: '2026-04-20' }])
    expect(await obligations(office, filed)).toMatchObject({
      investigation: { owedBy: 'enterprise', dueOn: '2026-03-09', doneOn: '2026-03-20', status: 'done-late' },
      'investigation again': { owedBy: 'labour-office', dueOn: '2026-04-20', status: 'due' },
    })
  })

  it('that had come before the declaration was investigated by nobody: the province is told with the correction', async () => {
    const filed = await injured()
    const before = await on('2026-03-06T04:00:00Z')
    await add(before.enterprise, filed, 'investigation', announced('2026-03-06'))
    const { office, enterprise } = await on('2026-03-21T04:00:00Z')
    const declaration = death()
    const corrected = { ...declaration, victims: [{ ...declaration.victims[0], victimId: 'v1' }] }
    const answer = await amend(enterprise, filed, corrected)
    expect(due(answer, 'investigation')).toMatchObject([{ owedBy: 'province', due: '2026-04-20' }])
    expect(await obligations(office, filed)).toMatchObject({
      investigation: { owedBy: 'labour-office', dueOn: '2026-04-20', doneOn: null },
    })
  })
})

describe('"immediately"', () => {
  it('is the same of an obligation as of the rule: 24 hours, by the policy of this service', async () => {
    const { office, enterprise } = await on('2026-03-03T01:00:00Z')
    const inTime = await file(enterprise, death())
    expect((await obligations(office, inTime)).declaration).toMatchObject({
      dueAt: '2026-03-03T01:20:00.000Z',
      status: 'done-on-time',
      citations: expect.arrayContaining([expect.objectContaining({ kind: 'policy' })]),
    })
    expect((inTime.body.findings as Json[]).map(({ rule }) => rule)).not.toContain('ACC-D03')

    service.setTime('2026-03-03T01:30:00Z')
    const late = await file(enterprise, death())
    expect((late.body.findings as Json[]).map(({ rule }) => rule)).toContain('ACC-D03')
    expect((await obligations(office, late)).declaration).toMatchObject({ status: 'done-late', doneOn: '2026-03-03' })
  })
})
