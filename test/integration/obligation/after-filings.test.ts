import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleScreening } from '../../../src/disease/sample.ts'
import { sampleCampaign } from '../../../src/environment/sample.ts'
import { enrol, type Parties, registerFacility, registerMonitoringOrganisation, sample } from '../../support/parties.ts'
import {
  type Answer,
  type Json,
  NOW,
  startTestService,
  type TestClient,
  type TestService,
} from '../../support/service.ts'

let service: TestService
let parties: Parties
let health: TestClient

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  await registerFacility(service)
  await registerMonitoringOrganisation(service)
  health = await service.admin.newClient({
    name: 'Sở Y tế',
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
})
afterAll(() => service.close())

/** Files, and confirms whatever was improbable. */
async function file(path: string, body: Json): Promise<string> {
  const send = (filing: Json) => parties.enterprise.send('post', path, filing, { 'idempotency-key': randomUUID() })
  const first = await send(body)
  const warnings = ((first.body.findings ?? []) as Json[]).filter(({ kind }) => kind === 'warning')
  const confirmations = warnings.map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã kiểm tra.' }))
  const answer: Answer = first.status === 201 ? first : await send({ ...body, confirmations })
  if (answer.status !== 201) throw new Error(answer.text)
  return String(answer.body.id)
}

/** What follows from one declaration, by duty and what it is about. */
async function following(by: TestClient, id: string): Promise<Record<string, Json>> {
  const { body } = await by.expect(200, 'get', `/v1/obligations?enterpriseId=${parties.enterpriseId}&limit=200`)
  const items = (body.items as (Json & { source: Json })[]).filter(({ source }) => source.id === id)
  return Object.fromEntries(items.map((item) => [`${item.duty} ${item.source.subject ?? ''}`.trim(), item]))
}

describe('a round of examinations', () => {
  let id: string
  beforeAll(async () => {
    service.setTime(NOW)
    id = await file('/v1/disease-screenings', structuredClone(sampleScreening) as unknown as Json)
  })

  it('asks the facility for the results and the employer for the next one', async () => {
    const owed = await following(health, id)
    expect(owed.results).toMatchObject({ owedBy: 'facility', owedTo: 'enterprise' })
    expect(owed['periodic-examination general']).toMatchObject({ owedBy: 'enterprise', status: 'due' })
  })

  it('tells of those to be assessed to the enterprise and the health office only', async () => {
    const referrals = async (by: TestClient) =>
      Object.keys(await following(by, id)).filter((key) => key.startsWith('assessment-referral'))
    expect(await referrals(health)).not.toEqual([])
    expect(await referrals(parties.enterprise)).toEqual(await referrals(health))
    expect(await referrals(parties.office)).toEqual([])
  })

  it('is the examination of the year for those exposed', async () => {
    const { body } = await health.expect(200, 'get', '/v1/obligations?duty=detection-examination&period=2026')
    expect(body.items).toMatchObject([{ status: 'done-on-time', doneOn: sampleScreening.examination.to }])
  })
})

describe('a monitoring campaign above a limit', () => {
  let id: string
  beforeAll(async () => {
    service.setTime(NOW)
    const {
      summary: _printed,
      measurements,
      ...campaign
    } = structuredClone(sampleCampaign) as unknown as Json & {
      measurements: [Json, ...Json[]]
    }
    const [dust, ...others] = measurements
    id = await file('/v1/environment-monitorings', {
      ...campaign,
      measurements: [{ ...dust, value: 0.45, verdict: 'exceed' }, ...others],
    })
  })

  it('asks for measures and an early examination, and was published in time', async () => {
    const owed = await following(health, id)
    expect(owed.publication).toMatchObject({ status: 'done-on-time', dueOn: '2026-04-02', doneOn: '2026-03-27' })
    expect(owed['corrective-measures']).toMatchObject({ dueOn: null, owedTo: 'worker' })
    expect(owed['early-examination']).toMatchObject({ reason: { code: 'exceeded' } })
  })

  it('is the monitoring of the year', async () => {
    const { body } = await health.expect(200, 'get', '/v1/obligations?duty=monitoring&period=2026')
    expect(body.items).toMatchObject([{ status: 'done-on-time', doneOn: '2026-03-11' }])
  })
})

describe('a worker who was seriously injured and died after 19 days', () => {
  it('leaves what was owed, and adds what the death asks for', async () => {
    service.setTime('2026-05-12T04:45:00Z')
    const declaration = sample() as unknown as Json & { victims: Json[]; accident: Json }
    const [victim] = declaration.victims
    const id = await file('/v1/accident-declarations', {
      ...declaration,
      accident: { ...declaration.accident, declaredClass: 'serious' },
      victims: [{ ...victim, condition: 'serious', death: undefined, daysLost: 3 }],
    })
    const before = await following(parties.office, id)
    expect(before.investigation).toMatchObject({ owedBy: 'enterprise', dueOn: '2026-05-19' })

    service.setTime('2026-06-01T02:00:00Z')
    const path = `/v1/accident-declarations/${id}`
    const { etag } = (await parties.enterprise.get(path)).headers
    const death = {
      victimId: String(victim?.victimId ?? 'v1'),
      condition: { now: 'dead', knownAt: '2026-05-31T08:00:00+07:00' },
      death: { at: '2026-05-31T06:00:00+07:00', mode: 'C', forensicRecord: true },
      notice: { policeToldAt: '2026-05-31T08:30:00+07:00' },
    }
    const told = await parties.enterprise.send('post', `${path}/outcomes`, death, { 'if-match': String(etag) })
    expect(told.status, told.text).toBeLessThan(300)

    const after = await following(parties.office, id)
    expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)))
    expect(after['supplementary-declaration']).toMatchObject({ status: 'done-late', dueOn: '2026-05-31' })
    expect(after['police-notice']).toMatchObject({ status: 'done-on-time', owedTo: 'police' })
    expect(after['hand-over']).toMatchObject({ status: 'due', dueOn: null })
    expect(after.investigation).toMatchObject({ owedBy: 'labour-office', dueOn: '2026-07-01' })
  })
})
