import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

/** Two builders, one seriously injured and one lightly: for the employer to investigate. */
async function injured(): Promise<{ path: string; declaration: Json }> {
  const declaration = sample() as unknown as Json & { victims: Json[]; accident: Json }
  const [victim] = declaration.victims
  const hurt = { ...victim, condition: 'serious', death: undefined, daysLost: 3 }
  const second = {
    ...victim,
    victimId: 'v2',
    person: { name: 'Lê Văn Hai', birthYear: 1990, sex: 'male' },
    condition: 'light',
    death: undefined,
    injuries: [],
  }
  const filed = {
    ...declaration,
    accident: {
      ...declaration.accident,
      declaredClass: 'serious',
      narrative: { ...(declaration.accident.narrative as Json), course: `Ngã từ tầng 5. ${randomUUID()}` },
    },
    victims: [hurt, second],
  }
  const answer = await parties.enterprise.file(filed)
  expect([answer.status, answer.text]).toEqual([201, expect.anything()])
  return { path: String(answer.headers.location), declaration: filed }
}

/** With the version the caller would have read a moment ago. */
async function tell(client: TestClient, path: string, outcome: Json): Promise<Answer> {
  const { etag } = (await client.get(path)).headers
  return client.send('post', `${path}/outcomes`, outcome, { 'if-match': String(etag) })
}

const DEATH = {
  victimId: 'v1',
  condition: { now: 'dead', knownAt: '2026-05-31T08:00:00+07:00' },
  death: { at: '2026-05-31T06:00:00+07:00', mode: 'C', forensicRecord: true, certificate: 'KT-0077/2026' },
  notice: { policeToldAt: '2026-05-31T08:30:00+07:00' },
}

const duties = ({ body }: Answer) =>
  Object.fromEntries((body.dueDates as Json[]).map(({ duty, due }) => [String(duty), due]))
const rulesOf = ({ body }: Answer, kind: string) =>
  (body.findings as Json[]).filter((finding) => finding.kind === kind).map(({ rule }) => rule)
const inMay = async () => {
  const question = 'measures=deaths,serious,fatalAccidents&from=2026-05-12&to=2026-05-12'
  return (await parties.office.expect(200, 'get', `/v1/statistics/accidents?${question}`)).body.totals as Json
}

describe('a victim who dies after the declaration', () => {
  it('makes the accident fatal, starts clocks from the news, and counts on the day of the accident', async () => {
    const before = await inMay()
    const { path } = await injured()
    expect((await parties.enterprise.get(path)).body).toMatchObject({ class: 'serious', declarable: false })

    service.setTime('2026-05-31T10:00:00+07:00')
    const told = await tell(parties.enterprise, path, DEATH)
    expect([told.status, told.text]).toEqual([201, expect.anything()])
    expect(told.body).toMatchObject({ class: 'fatal', declarable: true, investigation: { authority: 'provincial' } })
    expect(duties(told)).toMatchObject({
      'supplementary-declaration': '2026-06-01',
      'police-notice': '2026-06-01',
      'hand-over': null,
      investigation: '2026-06-30',
      'periodic-report': '2026-07-04',
    })
    expect(rulesOf(told, 'breach')).toEqual([])

    const view = await parties.enterprise.get(path)
    expect(view.body).toMatchObject({
      class: 'fatal',
      conditions: [
        { victimId: 'v1', condition: 'dead', knownOn: '2026-05-31' },
        { victimId: 'v2', condition: 'light', knownOn: null },
      ],
    })
    expect((view.body.declaration as { victims: Json[] }).victims[0]?.condition).toBe('serious')
    const after = await inMay()
    expect(after).toEqual({
      deaths: Number(before.deaths) + 1,
      serious: before.serious,
      fatalAccidents: Number(before.fatalAccidents) + 1,
    })
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
  })

  it('told a week late, without the police and the file, is accepted with its breaches', async () => {
    const { path } = await injured()
    service.setTime('2026-06-07T10:00:00+07:00')
    const { notice: _none, ...silent } = DEATH
    const told = await tell(parties.enterprise, path, silent)
    expect(told.status).toBe(201)
    expect(rulesOf(told, 'breach')).toEqual(['KB-OUT-09', 'ACC-C19', 'ACC-C19'])
  })

  it('stays dead through an amendment of the declaration', async () => {
    const { path, declaration } = await injured()
    service.setTime('2026-05-31T10:00:00+07:00')
    await tell(parties.enterprise, path, DEATH)
    const etag = String((await parties.enterprise.get(path)).headers.etag)
    const amended = { ...declaration, casualtiesUnknown: false, reason: 'Bổ sung.' }
    const put = await parties.enterprise.send('put', path, amended, { 'if-match': etag })
    expect([put.status, put.text]).toEqual([200, expect.anything()])
    expect((await parties.enterprise.get(path)).body).toMatchObject({ class: 'fatal', revision: 2 })
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
  })

  it('does not come back to work, unless the outcome that said so is corrected', async () => {
    const { path } = await injured()
    service.setTime('2026-06-20T10:00:00+07:00')
    const told = await tell(parties.enterprise, path, DEATH)
    const returned = { victimId: 'v1', returnedOn: '2026-06-15' }
    const refused = await tell(parties.enterprise, path, returned)
    expect(refused.status).toBe(422)
    expect(rulesOf(refused, 'error')).toEqual(['KB-OUT-06'])

    const correction = { ...DEATH, victimId: 'v2', corrects: told.body.seq, reason: 'Nhầm người.' }
    const corrected = await tell(parties.enterprise, path, correction)
    expect([corrected.status, corrected.text]).toEqual([201, expect.anything()])
    expect((await tell(parties.enterprise, path, returned)).status).toBe(201)
    const { body } = await parties.enterprise.get(path)
    expect((body.conditions as Json[]).map(({ condition }) => condition)).toEqual(['serious', 'dead'])

    const takenBack = { corrects: corrected.body.seq, reason: 'Cả hai đều còn sống.' }
    expect((await tell(parties.enterprise, path, takenBack)).body).toMatchObject({ class: 'serious' })
    const items = (await parties.enterprise.get(`${path}/outcomes`)).body.items as Json[]
    expect(items.map(({ stands }) => stands)).toEqual([false, false, true, true])
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
  })
})

describe('compensation and what it cost', () => {
  it('too little and too late is on record as such, with the sums in the facts', async () => {
    const { path } = await injured()
    service.setTime('2026-07-20T10:00:00+07:00')
    const told = await tell(parties.enterprise, path, {
      victimId: 'v1',
      daysLost: 40,
      returnedOn: '2026-06-29',
      assessment: { percent: 20, assessedOn: '2026-06-20', receivedOn: '2026-06-22', board: 'Trung tâm Giám định' },
      costs: { medical: 12_000, wagesDuringTreatment: 0 },
      compensation: {
        benefit: 'compensation',
        ownFault: 'none',
        monthlySalary: 10_000,
        amount: 50_000,
        decidedOn: '2026-06-30',
        paidOn: '2026-07-06',
        paid: 50_000,
      },
    })
    expect([told.status, told.text]).toEqual([201, expect.anything()])
    expect(rulesOf(told, 'breach').toSorted()).toEqual(['ACC-F03', 'ACC-F06', 'ACC-F07', 'ACC-F08', 'ACC-Y07'])
    expect(duties(told)).toMatchObject({
      'compensation-decision': '2026-06-29',
      'compensation-payment': '2026-07-05',
      'compensation-file': '2026-07-10',
    })
    const rows = await execute(
      service.ownerUrl,
      `select f.days_lost, f.costs::int, f.compensation_paid::int, v.capacity_loss, v.returned_on::text
         from accident_fact f join accident_victim_fact v using (tenant_id, declaration_id, seq)
        where f.declaration_id = $1 and f.seq = 2 and v.ordinal = 1`,
      [path.split('/').at(-1)],
    )
    expect(rows).toEqual([
      { days_lost: 40, costs: 77_000, compensation_paid: 50_000, capacity_loss: 20, returned_on: '2026-06-29' },
    ])
  })

  it('is told as it comes: the decision, then the payment', async () => {
    const { path } = await injured()
    service.setTime('2026-06-24T10:00:00+07:00')
    const assessment = { percent: 20, assessedOn: '2026-06-20', receivedOn: '2026-06-22' }
    const decision = { benefit: 'compensation', monthlySalary: 10_000, amount: 55_000, decidedOn: '2026-06-24' }
    const decided = await tell(parties.enterprise, path, { victimId: 'v1', assessment, compensation: decision })
    expect([decided.status, rulesOf(decided, 'breach')]).toEqual([201, []])
    service.setTime('2026-06-30T10:00:00+07:00')
    const payment = { paidOn: '2026-06-30', paid: 55_000, fileSentOn: '2026-06-26' }
    const paid = await tell(parties.enterprise, path, { victimId: 'v1', compensation: payment })
    expect([paid.status, rulesOf(paid, 'breach')]).toEqual([201, ['ACC-F06']])
  })

  it('an improbable outcome waits for a confirmation, whose reason is kept', async () => {
    const { path } = await injured()
    service.setTime('2026-05-20T10:00:00+07:00')
    const outcome = { victimId: 'v1', daysLost: 30 }
    const unconfirmed = await tell(parties.enterprise, path, outcome)
    expect(unconfirmed.body).toMatchObject({ code: 'warnings-unconfirmed' })
    const confirmations = [{ rule: 'KB-OUT-10', pointer: '/daysLost', reason: 'Tính cả ngày nghỉ trước đó.' }]
    expect((await tell(parties.enterprise, path, { ...outcome, confirmations })).status).toBe(201)
    const [kept] = (await parties.office.get(`${path}/outcomes`)).body.items as Json[]
    expect(kept?.confirmations).toEqual(confirmations)
  })
})

describe('who tells and who reads', () => {
  it('the office in charge and the commune tell; another province and another enterprise find nothing', async () => {
    const { path } = await injured()
    service.setTime('2026-06-20T10:00:00+07:00')
    const client = (role: string, jurisdiction: string) =>
      service.admin.newClient({
        name: role,
        role,
        jurisdiction: { units: [{ scheme: 'VN-2025', code: jurisdiction }] },
      })
    const commune = await client('commune', '01849')
    const elsewhere = await client('labour-office', '01')
    expect((await tell(parties.office, path, { victimId: 'v1', daysLost: 5 })).status).toBe(201)
    expect((await tell(commune, path, { victimId: 'v1', daysLost: 6 })).status).toBe(201)
    const foreign = { 'if-match': '"3"' }
    const sent = await elsewhere.send('post', `${path}/outcomes`, { victimId: 'v1', daysLost: 7 }, foreign)
    expect(sent.status).toBe(404)
    expect((await elsewhere.get(`${path}/outcomes`)).status).toBe(404)
    const stale = { 'if-match': '"1"' }
    const late = await parties.office.send('post', `${path}/outcomes`, { victimId: 'v1', daysLost: 7 }, stale)
    expect(late.status).toBe(412)
  })

  it('the paper that names the dead is kept sealed and shown for a purpose only', async () => {
    const { path } = await injured()
    service.setTime('2026-05-31T10:00:00+07:00')
    await tell(parties.enterprise, path, DEATH)
    const withheld = await parties.office.get(`${path}/outcomes`)
    expect(withheld.text).not.toContain('KT-0077/2026')
    expect((withheld.body.items as Json[])[0]?.withheld).toEqual(['/death/certificate'])
    const shown = await parties.office.get(`${path}/outcomes`, { 'x-purpose': 'doi chieu' })
    expect(shown.text).toContain('KT-0077/2026')
    const rows = await execute(service.ownerUrl, 'select act::text from declaration_act act')
    expect(JSON.stringify(rows)).not.toContain('KT-0077/2026')
    const health = await service.admin.newClient({
      name: 'Sở Y tế',
      role: 'health-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
    })
    const seen = await health.get(`${path}/outcomes`, { 'x-purpose': 'doi chieu' })
    expect(seen.text).not.toContain('KT-0077/2026')
  })
})
