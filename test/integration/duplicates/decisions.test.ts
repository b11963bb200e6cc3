import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accidentKind } from '../../../src/accident/kind.ts'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { duplicateFinder } from '../../../src/duplicate/find.ts'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, SAMPLE_ENTERPRISE, sample } from '../../support/parties.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'
import { validTaxCode } from '../../support/tax-codes.ts'

/** One fall on a site: the contractor declares it, and so does the owner of the site. */
let service: TestService
let contractor: Parties
let owner: Parties
let elsewhere: TestClient
let declared: ReturnType<typeof sample>
let asOwner: ReturnType<typeof sample>
let first: string
let second: string

const OWNER = { ...SAMPLE_ENTERPRISE, taxCode: validTaxCode(1), name: 'Ban Quản lý dự án nhà ở' }
const REASON = 'Cùng một vụ: chủ công trường và nhà thầu cùng khai báo.'

beforeAll(async () => {
  service = await startTestService()
  contractor = await enrol(service)
  owner = await enrol(service, OWNER)
  elsewhere = await service.admin.newClient({
    name: 'Sở Nội vụ Hà Nội',
    role: 'labour-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
  })
  declared = sample()
  first = String((await contractor.enterprise.file(declared)).body.id)
  asOwner = structuredClone(declared)
  asOwner.establishment.taxCode = OWNER.taxCode
  asOwner.establishment.name = OWNER.name
  const [victim] = asOwner.victims
  const employer = { name: SAMPLE_ENTERPRISE.name, taxCode: SAMPLE_ENTERPRISE.taxCode, outsideManagement: true }
  const seen = { ...victim, person: { ...victim.person, name: 'NGUYỄN VĂN MẨU' }, employer }
  asOwner.victims = [seen as unknown as (typeof asOwner.victims)[0]]
  const filed = await owner.enterprise.file(asOwner)
  expect(filed.status, filed.text).toBe(201)
  second = String(filed.body.id)
})
afterAll(() => service.close())

const office = () => contractor.office

async function listed(client: TestClient, query = ''): Promise<Json[]> {
  return (await client.expect(200, 'get', `/v1/duplicates${query}`)).body.items as Json[]
}

async function pair(): Promise<Json> {
  const [found] = await listed(office())
  if (found === undefined) throw new Error('the pair is not listed')
  return found
}

async function decide(client: TestClient, decision: Json) {
  return client.send('post', `/v1/duplicates/${(await pair()).id}/decision`, decision)
}

async function counted(): Promise<unknown> {
  const { body } = await office().expect(200, 'get', '/v1/statistics/accidents?measures=accidents,deaths')
  return (body.rows as Json[])[0]
}

describe('an accident that two enterprises declared', () => {
  it('is shown to the office of the place, with its reasons in both languages', async () => {
    expect(await pair()).toMatchObject({
      state: 'open',
      left: { declarationId: first, enterpriseId: contractor.enterpriseId },
      right: { declarationId: second, establishment: OWNER.name },
      decision: null,
    })
    const reasons = (await pair()).reasons as Json[]
    expect(reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['named-as-party', 'same-identity']))
    const english = await office().get('/v1/duplicates', { 'accept-language': 'en' })
    expect(english.text).toContain('The same identity number.')
  })

  it('is found once when two servers read the whole log at the same time', async () => {
    const before = await listed(office())
    await execute(service.ownerUrl, 'delete from log_reader')
    const servers = [duplicateFinder(service.declarations), duplicateFinder(service.declarations)]
    await Promise.all(servers.map((find) => find()))
    expect(await listed(office())).toEqual(before)
    const [reader] = await execute(service.ownerUrl, "select version from log_reader where name = 'duplicates'")
    expect(reader?.version).toBeGreaterThan(0)
  })

  it('is for nobody else', async () => {
    expect(await listed(elsewhere)).toEqual([])
    for (const client of [contractor.enterprise, owner.enterprise]) {
      expect((await client.get('/v1/duplicates')).status).toBe(403)
    }
    const { id } = await pair()
    const foreign = await elsewhere.send('post', `/v1/duplicates/${id}/decision`, { decision: 'distinct', reason: 'x' })
    expect(foreign.status).toBe(404)
  })

  it('is found by its filters', async () => {
    expect(await listed(office(), '?state=open&unit=19&from=2026-05-12&to=2026-05-12&minScore=0.9')).toHaveLength(1)
    expect(await listed(office(), `?enterprise=${owner.enterpriseId}`)).toHaveLength(1)
    for (const query of ['?state=merged', '?from=2026-05-13', `?enterprise=${first}`]) {
      expect(await listed(office(), query), query).toEqual([])
    }
  })

  it('is not merged without saying which of the two goes on counting', async () => {
    for (const keep of [undefined, contractor.enterpriseId]) {
      const { status, body } = await decide(office(), { decision: 'merge', keep, reason: REASON })
      expect(status).toBe(422)
      expect(body.errors).toMatchObject([{ pointer: '/keep' }])
    }
  })

  it('counts twice, and once when merged', async () => {
    expect(await counted()).toMatchObject({ accidents: 2, deaths: 2 })
    const { status, body } = await decide(office(), { decision: 'merge', keep: first, reason: REASON })
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'merged', decision: { keep: first, reason: REASON } })
    expect(await counted()).toMatchObject({ accidents: 1, deaths: 1 })
    expect(await listed(office(), '?state=merged')).toHaveLength(1)
  })

  it('counts once whoever wants the one that counts withdrawn, as long as the two are merged', async () => {
    const path = `/v1/accident-declarations/${first}`
    const withdrawal = { reason: 'Khai nhầm.' }
    for (const [client, detail] of [
      [contractor.enterprise, /đã xử lý.*\/comments/],
      [office(), /"distinct"/],
    ] as const) {
      const { body, headers } = await client.expect(200, 'get', path)
      expect(body.actions).not.toContain('withdraw')
      const refused = await client.send('post', `${path}/withdrawal`, withdrawal, { 'if-match': String(headers.etag) })
      expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(detail)])
    }
    const { text } = await contractor.enterprise.expect(200, 'get', path)
    expect(text).not.toContain(second)
    expect(await counted()).toMatchObject({ accidents: 1, deaths: 1 })
  })

  it('is not merged twice', async () => {
    expect((await decide(office(), { decision: 'merge', keep: second, reason: REASON })).status).toBe(409)
  })

  it('stays on record where it was merged away, tells its owner so, and takes no amendment', async () => {
    const { body, headers } = await owner.enterprise.get(`/v1/accident-declarations/${second}`)
    expect(body).toMatchObject({ status: 'merged', inForce: null, actions: ['comment'] })
    expect(body.explanation).toContain('không tính riêng')
    expect(JSON.stringify(body)).not.toContain(first)
    const amendment = { ...asOwner, channel: 'EMAIL', reason: 'Sửa.' }
    const refused = await owner.enterprise.send('put', `/v1/accident-declarations/${second}`, amendment, {
      'if-match': String(headers.etag),
    })
    expect(refused.status).toBe(409)
  })

  it('counts twice again when the office finds two accidents after all', async () => {
    const { body } = await decide(office(), { decision: 'distinct', reason: 'Biên bản cho thấy hai vụ.' })
    expect(body.state).toBe('distinct')
    expect(await counted()).toMatchObject({ accidents: 2, deaths: 2 })
    expect((await owner.enterprise.get(`/v1/accident-declarations/${second}`)).body.status).toBe('filed')
    const { body: history } = await office().get(`/v1/accident-declarations/${second}/revisions`)
    expect((history.items as Json[]).map(({ act }) => act)).toEqual(['file', 'merge', 'unmerge'])
  })

  it('keeps every decision, its reason sealed, and leaves nothing for the check to find', async () => {
    const rows = await execute(service.ownerUrl, 'select decision, keep, reason from duplicate_decision order by id')
    expect(rows).toMatchObject([
      { decision: 'merge', keep: first },
      { decision: 'distinct', keep: null },
    ])
    expect(JSON.stringify(rows)).not.toContain('nhà thầu')
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
  })

  it('stays decided when one of the two is amended', async () => {
    const amended = {
      ...declared,
      accident: { ...declared.accident, measuresTaken: 'Đã lắp lưới.' },
      reason: 'Bổ sung.',
    }
    const path = `/v1/accident-declarations/${first}`
    await contractor.enterprise.expect(200, 'put', path, amended, { 'if-match': '"1"' })
    expect((await pair()).state).toBe('distinct')
  })
})

describe('a pair told apart', () => {
  it('is not merged into one that was withdrawn since: it would be counted nowhere', async () => {
    const path = `/v1/accident-declarations/${first}`
    const { body, headers } = await office().expect(200, 'get', path)
    expect(body.actions).toContain('withdraw')
    await office().expect(
      200,
      'post',
      `${path}/withdrawal`,
      { reason: 'Hồ sơ khai nhầm.' },
      { 'if-match': String(headers.etag) },
    )
    const refused = await decide(office(), { decision: 'merge', keep: first, reason: REASON })
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('giữ hồ sơ kia')])
    expect(await counted()).toMatchObject({ accidents: 1, deaths: 1 })
  })
})

describe('a pair', () => {
  it('is listed no more when one of the two is withdrawn before anybody decided', async () => {
    const one = sample()
    one.accident.occurredAt = '2026-06-01T09:00:00+07:00'
    one.accident.knownAt = '2026-06-01T09:10:00+07:00'
    one.accident.declaredAt = '2026-06-01T10:00:00+07:00'
    one.victims[0].death.at = '2026-06-01T09:05:00+07:00'
    one.recipients = [one.recipients[0]]
    one.recipients[0].notifiedAt = '2026-06-01T10:00:00+07:00'
    const other = { ...structuredClone(one), accident: { ...one.accident, measuresTaken: 'Khác.' } }
    const filed = [await contractor.enterprise.file(one), await contractor.enterprise.file(other)]
    expect(filed.map(({ status, text }) => status === 201 || text)).toEqual([true, true])
    expect(await listed(office(), '?from=2026-06-01')).toHaveLength(1)
    const path = `/v1/accident-declarations/${filed[1]?.body.id}/withdrawal`
    await contractor.enterprise.expect(200, 'post', path, { reason: 'Nộp hai lần.' }, { 'if-match': '"1"' })
    expect(await listed(office(), '?from=2026-06-01')).toEqual([])
  })
})
