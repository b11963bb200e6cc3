import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleScreening } from '../../../src/disease/sample.ts'
import { sampleCampaign } from '../../../src/environment/sample.ts'
import { sampleIncident } from '../../../src/technical-incident/sample.ts'
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
  const DEAD = { at: '2026-05-31T06:00:00+07:00', mode: 'C', forensicRecord: true }

  /** Declared on the day of the accident as seriously injured. */
  async function injured(course: string): Promise<{ declaration: Json & { victims: Json[] }; id: string }> {
    service.setTime('2026-05-12T04:45:00Z')
    const declaration = sample() as unknown as Json & { victims: Json[]; accident: Json }
    const [victim] = declaration.victims
    Object.assign(declaration.accident, { declaredClass: 'serious', narrative: { course } })
    declaration.victims = [{ ...victim, condition: 'serious', death: undefined, daysLost: 3 }]
    return { declaration, id: await file('/v1/accident-declarations', declaration) }
  }

  /** The version that the enterprise read last. */
  async function asOfNow(path: string): Promise<Record<string, string>> {
    return { 'if-match': String((await parties.enterprise.get(path)).headers.etag) }
  }

  async function tellOutcome(path: string): Promise<void> {
    const death = {
      victimId: 'v1',
      condition: { now: 'dead', knownAt: '2026-05-31T08:00:00+07:00' },
      death: DEAD,
      notice: { policeToldAt: '2026-05-31T08:30:00+07:00' },
    }
    const told = await parties.enterprise.send('post', `${path}/outcomes`, death, await asOfNow(path))
    expect(told.status, told.text).toBe(201)
  }

  async function amend(path: string, declaration: Json & { victims: Json[] }, death: Json): Promise<void> {
    const [victim] = declaration.victims
    const amended = {
      ...declaration,
      accident: { ...(declaration.accident as Json), declaredClass: 'fatal' },
      victims: [{ ...victim, victimId: 'v1', condition: 'dead', death }],
      reason: 'Nạn nhân đã tử vong.',
    }
    const send = async (confirmations: Json[]) =>
      parties.enterprise.send('put', path, { ...amended, confirmations }, await asOfNow(path))
    const first = await send([])
    const warnings = ((first.body.findings ?? []) as Json[]).filter(({ kind }) => kind === 'warning')
    const answer =
      first.status === 200
        ? first
        : await send(warnings.map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã kiểm tra.' })))
    expect(answer.status, answer.text).toBe(200)
  }

  it('leaves what was owed, and adds what the death asks for', async () => {
    const { id } = await injured('Ngã từ giàn giáo.')
    const before = await following(parties.office, id)
    expect(before.investigation).toMatchObject({ owedBy: 'enterprise', dueOn: '2026-05-19' })

    service.setTime('2026-06-01T02:00:00Z')
    await tellOutcome(`/v1/accident-declarations/${id}`)
    const after = await following(parties.office, id)
    expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)))
    expect(after['supplementary-declaration']).toMatchObject({ status: 'done-late', dueOn: '2026-06-01' })
    expect(after['police-notice']).toMatchObject({ status: 'done-on-time', owedTo: 'police' })
    expect(after['hand-over']).toMatchObject({ status: 'due', dueOn: null })
    expect(after.investigation).toMatchObject({ owedBy: 'enterprise', dueOn: '2026-05-19', status: 'done-late' })
    expect(after['investigation again']).toMatchObject({ owedBy: 'labour-office', dueOn: '2026-07-01' })
  })

  it('asks for the same when the declaration is amended to say so, and when both tell it', async () => {
    const { id, declaration } = await injured('Ngã từ cầu thang.')
    const path = `/v1/accident-declarations/${id}`
    service.setTime('2026-06-01T02:00:00Z')
    const recipients = [{ authority: 'COMMUNE_POLICE', notifiedAt: '2026-05-31T08:30:00+07:00' }]
    await amend(path, { ...declaration, recipients }, DEAD)
    const amended = await following(parties.office, id)
    expect(amended['supplementary-declaration']).toMatchObject({
      status: 'done-late',
      dueOn: '2026-06-01',
      dueAt: '2026-05-31T23:00:00.000Z',
      doneOn: '2026-06-01',
      reason: { code: 'worsened' },
    })
    expect(amended['police-notice']).toMatchObject({ status: 'done-on-time', owedTo: 'police' })
    expect(amended['hand-over']).toMatchObject({ status: 'due', dueOn: null })
    expect(amended['investigation again']).toMatchObject({ owedBy: 'labour-office', dueOn: '2026-07-01' })

    service.setTime('2026-06-02T02:00:00Z')
    await tellOutcome(path)
    expect(await following(parties.office, id)).toMatchObject({
      'supplementary-declaration': { dueAt: '2026-06-01T01:00:00.000Z', doneOn: '2026-06-01' },
      'investigation again': { dueOn: '2026-07-01' },
    })
  })

  it('had died before, and was declared wrongly: the declaration was owed, no further one is', async () => {
    const { id, declaration } = await injured('Ngã từ mái nhà.')
    service.setTime('2026-06-01T02:00:00Z')
    await amend(`/v1/accident-declarations/${id}`, declaration, { ...DEAD, at: '2026-05-12T10:30:00+07:00', mode: 'A' })
    const owed = await following(parties.office, id)
    expect(owed).not.toHaveProperty('supplementary-declaration')
    expect(owed.declaration).toMatchObject({ dueOn: '2026-05-13', status: 'done-on-time' })
    expect(owed).not.toHaveProperty('investigation again')
  })
})

describe('a death', () => {
  const filed = async (course: string, recipients: readonly Json[]) => {
    service.setTime('2026-05-12T04:45:00Z')
    const declaration = sample() as unknown as Json & { accident: Json }
    declaration.accident.narrative = { course }
    return file('/v1/accident-declarations', { ...declaration, recipients })
  }

  it('is told to the police when the declaration says that it was', async () => {
    const told = await filed('Bị cuốn vào máy trộn.', [
      { authority: 'COMMUNE_POLICE', notifiedAt: '2026-05-12T11:00:00+07:00' },
    ])
    expect((await following(parties.office, told))['police-notice']).toMatchObject({
      owedBy: 'enterprise',
      owedTo: 'police',
      dueAt: '2026-05-13T02:50:00.000Z',
      doneOn: '2026-05-12',
      status: 'done-on-time',
    })
  })

  it('is still to be told to them where it does not', async () => {
    const untold = await filed('Bị sập hố đào.', [{ authority: 'PROV_HOME_AFFAIRS' }])
    service.setTime('2026-05-13T03:00:00Z')
    expect((await following(parties.office, untold))['police-notice']).toMatchObject({
      status: 'overdue',
      doneOn: null,
    })
  })
})

describe('a technical incident', () => {
  const PATH = '/v1/technical-incidents'
  const incident = (course: string, rest: Json = {}): Json => {
    const filed = structuredClone(sampleIncident) as unknown as Json & { incident: Json }
    return { ...filed, incident: { ...filed.incident, course }, ...rest }
  }

  it('was declared and told to whom it must be, on the day', async () => {
    service.setTime('2026-05-12T04:45:00Z')
    const owed = await following(parties.office, await file(PATH, incident('Cần cẩu gãy.')))
    expect(owed).toMatchObject({
      'incident-declaration': { status: 'done-on-time', owedBy: 'enterprise', source: { kind: 'incident' } },
      'notice-to-local-committee': { status: 'done-on-time', owedTo: 'local-committee', doneOn: '2026-05-12' },
      'commune-report': { status: 'done-on-time', owedBy: 'commune', owedTo: 'labour-office' },
    })
    expect(owed['incident-declaration']?.explanation).toBe(
      'Người sử dụng lao động phải khai báo sự cố kỹ thuật; nơi nhận: Sở Nội vụ; chậm nhất ngày 13/05/2026; căn cứ Nghị định 39/2016/NĐ-CP, Điều 26 khoản 1; chính sách của hệ thống: 24 h; vì sự cố kỹ thuật ngày 12/05/2026 đã được ghi nhận. Đã thực hiện đúng hạn ngày 12/05/2026.',
    )
  })

  it('of which an office read is owed until the enterprise declares it', async () => {
    service.setTime('2026-05-14T02:00:00Z')
    const onBehalf = { enterpriseId: parties.enterpriseId, channel: 'PRESS', source: 'Báo Thái Nguyên' }
    const body = incident('Cần cẩu đổ vào chợ.', { onBehalf, recipients: [], declarant: undefined })
    const recorded = await parties.office.send('post', PATH, body, { 'idempotency-key': randomUUID() })
    expect(recorded.status, recorded.text).toBe(201)
    const id = String(recorded.body.id)
    expect(await following(parties.enterprise, id)).toMatchObject({
      'incident-declaration': {
        status: 'overdue',
        dueOn: '2026-05-13',
        reason: { code: 'incident-recorded-by-office', text: expect.stringContaining('(báo chí)') },
      },
      'notice-to-local-committee': { status: 'overdue' },
    })

    const path = `${PATH}/${id}`
    const own = { ...incident('Cần cẩu đổ vào chợ, hai người bị thương nặng.'), reason: 'Cơ sở khai báo.' }
    const version = { 'if-match': String((await parties.enterprise.get(path)).headers.etag) }
    await parties.enterprise.expect(200, 'put', path, own, version)
    expect(await following(parties.enterprise, id)).toMatchObject({
      'incident-declaration': { status: 'done-late', doneOn: '2026-05-14' },
      'notice-to-local-committee': { status: 'done-on-time' },
    })
  })

  it('that killed a worker asks for the accident too, and to complete what was told first', async () => {
    service.setTime('2026-05-12T04:45:00Z')
    const casualties = { workers: { dead: 1 }, others: { dead: 0 } }
    const id = await file(PATH, incident('Nổ nồi hơi.', { preliminary: true, casualties }))
    const before = await following(parties.office, id)
    expect(before['accident-declaration']).toMatchObject({ status: 'due-soon', dueOn: '2026-05-13' })
    expect(before.completion).toMatchObject({ dueOn: '2026-05-15', dueAt: expect.any(String) })

    const declaration = sample() as unknown as Json & { accident: Json }
    Object.assign(declaration.accident, { technicalIncident: { id }, narrative: { course: 'Nổ nồi hơi.' } })
    await file('/v1/accident-declarations', declaration)
    expect((await following(parties.office, id))['accident-declaration']).toMatchObject({ status: 'done-on-time' })
  })
})
