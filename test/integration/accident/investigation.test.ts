import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sampleInvestigation } from '../../../src/accident/investigation/sample.ts'
import { accidentKind } from '../../../src/accident/kind.ts'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())
beforeEach(() => service.setTime('2026-05-12T11:45:00+07:00'))

type Change = (declaration: ReturnType<typeof sample>) => void

async function filed(change: Change = () => undefined): Promise<string> {
  const declaration = sample()
  declaration.accident.narrative.course = `Rơi từ tầng 5. ${randomUUID()}`
  change(declaration)
  const answer = await parties.enterprise.file(declaration)
  expect([answer.status, answer.text]).toEqual([201, expect.anything()])
  return String(answer.headers.location)
}

const oneSeriouslyInjured: Change = ({ accident, victims: [victim] }) => {
  Object.assign(victim, { condition: 'serious', death: undefined })
  Object.assign(accident, { declaredClass: 'serious' })
}

async function keep(client: TestClient, path: string, file: Json): Promise<Answer> {
  const { etag } = (await client.get(path)).headers
  return client.send('put', `${path}/investigation`, file, { 'if-match': String(etag) })
}

const FILE = sampleInvestigation as unknown as Json
const breachesOf = ({ body }: Answer) =>
  (body.findings as Json[]).filter(({ kind }) => kind === 'breach').map(({ rule }) => rule)
const accidents = async () =>
  ((await parties.office.get('/v1/statistics/accidents?measures=accidents')).body.totals as Json).accidents

describe('the investigation of a fatal accident', () => {
  it('is kept by the office from its start to the minutes, with one extension', async () => {
    const path = await filed()
    const { announcement, minutes, conclusion, keepUntil, handling, ...begun } = FILE
    service.setTime('2026-05-13T09:00:00+07:00')
    const first = await keep(parties.office, path, { ...begun, police: undefined, sceneCleared: undefined })
    expect([first.status, first.text]).toEqual([200, expect.anything()])
    expect(breachesOf(first)).toEqual([])
    expect((await parties.enterprise.get(`${path}/investigation`)).body).toMatchObject({
      versions: 1,
      limit: { due: '2026-06-11', days: 30, extendedBy: 0, from: '2026-05-12', fromFact: 'report' },
    })

    service.setTime('2026-06-25T09:00:00+07:00')
    const extended = {
      ...FILE,
      extensions: [{ days: 20, reason: 'Chờ giám định giàn giáo.', consentedOn: '2026-06-08' }],
      announcement: { meetingOn: '2026-06-24', dissent: false },
      minutes: {
        form: 'ND39-PL10',
        sent: (FILE.minutes as { sent: Json[] }).sent.map(({ to }) => ({ to, on: '2026-06-25' })),
      },
    }
    const second = await keep(parties.office, path, extended)
    expect([second.status, second.text]).toEqual([200, expect.anything()])
    expect(breachesOf(second)).toEqual([])
    expect(second.body).toMatchObject({ conclusion: 'occupational' })
    const { body } = await parties.office.get(`${path}/investigation`)
    expect(body).toMatchObject({ versions: 2, limit: { due: '2026-07-01', extendedBy: 20 } })
    const history = (await parties.office.get(`${path}/revisions`)).body.items as Json[]
    expect(history.map(({ act }) => act)).toEqual(['file', 'investigate', 'investigate'])
    const rows = await execute(
      service.ownerUrl,
      `select conclusion, investigation_authority, investigation_due::text, announced_on::text, minutes_sent_on::text
         from accident_fact where declaration_id = $1 order by seq desc limit 1`,
      [path.split('/').at(-1)],
    )
    expect(rows).toEqual([
      {
        conclusion: 'occupational',
        investigation_authority: 'provincial',
        investigation_due: '2026-07-01',
        announced_on: '2026-06-24',
        minutes_sent_on: '2026-06-25',
      },
    ])
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
  })

  it('past its limit is on record as a breach', async () => {
    const path = await filed()
    service.setTime('2026-06-13T09:00:00+07:00')
    const late = { ...FILE, announcement: undefined, minutes: undefined, conclusion: undefined }
    const kept = await keep(parties.office, path, late)
    expect([kept.status, breachesOf(kept)]).toEqual([200, ['ACC-D06']])
  })

  it('is not for the enterprise to conclude', async () => {
    const path = await filed()
    service.setTime('2026-06-12T16:00:00+07:00')
    for (const authority of ['base', 'provincial']) {
      const refused = await keep(parties.enterprise, path, { ...FILE, authority, conclusion: 'not-occupational' })
      expect(refused.status).toBe(403)
    }
    expect((await parties.enterprise.get(`${path}/investigation`)).status).toBe(404)
  })
})

describe('the conclusion', () => {
  it('that it was no work accident takes it out of the figures, and a later one brings it back', async () => {
    const before = Number(await accidents())
    const path = await filed()
    expect(await accidents()).toBe(before + 1)
    service.setTime('2026-06-12T16:00:00+07:00')
    const none = await keep(parties.office, path, { ...FILE, conclusion: 'not-occupational' })
    expect([none.status, none.text]).toEqual([200, expect.anything()])
    expect((none.body.findings as Json[]).map(({ rule }) => rule)).toContain('ACC-C20')
    expect(await accidents()).toBe(before)
    expect((await parties.enterprise.get(path)).body).toMatchObject({ inForce: 1, conclusion: 'not-occupational' })
    await keep(parties.office, path, FILE)
    expect(await accidents()).toBe(before + 1)
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
  })

  it('gives the cause and the factor that count', async () => {
    const path = await filed()
    service.setTime('2026-06-12T16:00:00+07:00')
    await keep(parties.office, path, {
      ...FILE,
      cause: '3',
      injuryFactor: { list: 'injury-factors-kb', code: 'other' },
    })
    const rows = await execute(
      service.ownerUrl,
      'select cause, factor from accident_fact where declaration_id = $1 order by seq',
      [path.split('/').at(-1)],
    )
    expect(rows).toEqual([
      { cause: '1', factor: 'fall-from-height' },
      { cause: '3', factor: 'other' },
    ])
    const { body } = await parties.office.get('/v1/statistics/accidents?measures=accidents&by=conclusion')
    expect(body.rows).toContainEqual(expect.objectContaining({ conclusion: 'occupational' }))
  })
})

describe('an accident of one seriously injured', () => {
  const base = {
    authority: 'base',
    decision: { on: '2026-05-12' },
    startedOn: '2026-05-12',
    team: [
      { role: 'employer', leader: true, name: 'Trần Văn Bí Mật' },
      { role: 'trade-union-or-workers' },
      { role: 'safety-officer' },
      { role: 'medical-staff' },
    ],
  }

  it('is investigated by the enterprise within 7 days, until the victim dies', async () => {
    const path = await filed(oneSeriouslyInjured)
    const kept = await keep(parties.enterprise, path, base)
    expect([kept.status, breachesOf(kept)]).toEqual([200, []])
    expect((await parties.enterprise.get(`${path}/investigation`)).body).toMatchObject({
      limit: { due: '2026-05-19', days: 7 },
      withheld: ['/team/0/name'],
    })

    service.setTime('2026-05-18T10:00:00+07:00')
    const { etag } = (await parties.enterprise.get(path)).headers
    const death = {
      victimId: 'v1',
      condition: { now: 'dead', knownAt: '2026-05-18T08:00:00+07:00' },
      death: { at: '2026-05-18T07:00:00+07:00', mode: 'C', forensicRecord: true },
      notice: { policeToldAt: '2026-05-18T09:00:00+07:00' },
    }
    await parties.enterprise.expect(201, 'post', `${path}/outcomes`, death, { 'if-match': String(etag) })
    expect((await keep(parties.enterprise, path, base)).status).toBe(403)
    const provincial = { ...base, authority: 'provincial', team: FILE.team, decision: { on: '2026-05-18' } }
    const taken = await keep(parties.office, path, provincial)
    expect([taken.status, breachesOf(taken)]).toEqual([200, []])
    expect((await parties.office.get(`${path}/investigation`)).body).toMatchObject({
      limit: { due: '2026-06-17', days: 30, from: '2026-05-18' },
    })
  })

  it('names in the file are kept sealed, and masked in its text unless a purpose is named', async () => {
    const path = await filed(oneSeriouslyInjured)
    await keep(parties.enterprise, path, { ...base, findings: 'Anh Nguyễn Văn Mẫu bước lùi qua mép sàn.' })
    const masked = await parties.enterprise.get(`${path}/investigation`)
    expect((masked.body.investigation as Json).findings).toBe('Anh […] bước lùi qua mép sàn.')
    expect(masked.body.withheld).toEqual(['/team/0/name'])
    const rows = await execute(service.ownerUrl, 'select act::text from declaration_act act')
    expect(JSON.stringify(rows)).not.toContain('Bí Mật')
    expect((await parties.office.get(`${path}/investigation`)).text).not.toContain('Bí Mật')
    const shown = await parties.office.get(`${path}/investigation`, { 'x-purpose': 'doi chieu' })
    expect(shown.text).toContain('Trần Văn Bí Mật')
  })
})
