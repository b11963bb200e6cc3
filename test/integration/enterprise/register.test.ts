import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editEnterprise, findEnterprise } from '../../../src/enterprise/enterprises.ts'
import { sampleEnterprise } from '../../../src/enterprise/schema.ts'
import type { Scope } from '../../../src/platform/database.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'
import { execute } from '../../support/database.ts'
import { type Json, startTestService, type TestService } from '../access/service.ts'

const THAI_NGUYEN = { scheme: 'VN-2025', code: '19' }
const IN_THAI_NGUYEN = { scheme: 'VN-2025', code: '01849' }
/** In the former province Bắc Kạn, which went to Thái Nguyên. */
const FORMERLY_BAC_KAN = { scheme: 'VN-2004', code: '01840' }
const IN_HA_NOI = { scheme: 'VN-2025', code: '00070' }

let service: TestService
let admin: string
let office: string

beforeAll(async () => {
  service = await startTestService()
  admin = await service.administrator()
  office = await officeOf(THAI_NGUYEN)
})
afterAll(() => service.close())

const officeOf = async (...units: Json[]) =>
  (await service.newClient(admin, { name: 'Sở', role: 'labour-office', jurisdiction: { units } })).token
const register = (body: Json, token = admin) =>
  service.call('POST', '/v1/enterprises', { token, body: { name: 'Công ty Thử', headOffice: IN_THAI_NGUYEN, ...body } })
const read = (id: unknown, token = admin) => service.call('GET', `/v1/enterprises/${id}`, { token })
const change = (id: unknown, body: Json, version: number, token = admin) =>
  service.call('PUT', `/v1/enterprises/${id}`, { token, body, headers: { 'if-match': `"${version}"` } })
const list = async (query: string, token = admin) =>
  ((await service.call('GET', `/v1/enterprises?${query}`, { token })).body.items as Json[]).map(
    ({ taxCode }) => taxCode,
  )
const pointers = (body: Json) => (body.errors as { pointer: string }[]).map(({ pointer }) => pointer)

describe('registering an enterprise', () => {
  it('stores what was said, and tells where it is', async () => {
    const registered = await register(sampleEnterprise)
    const { id } = registered.body
    expect(registered).toMatchObject({
      status: 201,
      headers: { location: `/v1/enterprises/${id}`, etag: '"1"' },
      body: { ...sampleEnterprise, version: 1, provisional: false },
    })
    expect(await read(id)).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: registered.body })
  })

  it('needs a tax code and a name only', async () => {
    const { status, body } = await service.call('POST', '/v1/enterprises', {
      token: admin,
      body: { taxCode: '0300588569', name: 'Công ty A' },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      headOffice: null,
      industry: null,
      workers: null,
      hazardFactors: [],
      cooperative: false,
    })
  })

  it('takes scheme and version in force today where none is given', async () => {
    const { body } = await register({
      taxCode: '0100109106',
      industry: { code: '4101' },
      headOffice: { code: '01849' },
    })
    expect(body).toMatchObject({ industry: { version: '2025' }, headOffice: { scheme: 'VN-2025' } })
  })

  it('still knows units and activities of earlier lists when they are named', async () => {
    const { status } = await register({
      taxCode: '0101248141',
      industry: { version: '2018', code: '4101' },
      headOffice: FORMERLY_BAC_KAN,
    })
    expect(status).toBe(201)
  })

  it.each<[string, Json, string[]]>([
    ['a wrong check digit', { taxCode: '0300588568' }, ['/taxCode']],
    ['a dependent unit 000', { taxCode: '0314409058-000' }, ['/taxCode']],
    ['a tax code too short', { taxCode: '12345' }, ['/taxCode']],
    ['an unknown type of establishment', { ownership: '77' }, ['/ownership']],
    ['an unknown activity', { industry: { code: '0000' } }, ['/industry/code']],
    ['an activity of no section of VSIC 2018', { industry: { version: '2018', code: '00' } }, ['/industry/code']],
    ['an unknown unit', { headOffice: { code: '99999' } }, ['/headOffice/code']],
    ['more women than workers', { workers: 10, women: 11 }, ['/women']],
    ['a code twice', { hazardFactors: ['HZ-PHY-NOISE', 'HZ-PHY-NOISE'] }, ['/hazardFactors']],
    ['an unknown hazard factor', { hazardFactors: ['HZ-PHY-NOISE', 'NOISE-2'] }, ['/hazardFactors/1']],
    ['an unknown high-risk sector', { highRisk: ['HR-99'] }, ['/highRisk/0']],
    ['several at once', { taxCode: '1', ownership: '77', workers: 0, women: 1 }, ['/taxCode', '/ownership', '/women']],
  ])('refuses %s, and says where', async (_what, body, expected) => {
    const answer = await register({ taxCode: '0100112437', ...body })
    expect(answer).toMatchObject({ status: 422, body: { code: 'validation-failed' } })
    expect(pointers(answer.body)).toEqual(expected)
  })

  it('tells the check digit that would be right', async () => {
    const { body } = await register({ taxCode: '0300588568' })
    expect((body.errors as Json[])[0]?.message).toContain('9')
  })

  it.each([
    ['misspelt', 'HZ-PHY-NOIS', 'did you mean HZ-PHY-NOISE (Noise)?'],
    ['told in words', 'bui silic', 'did you mean HZ-DUST-SILICA (Silica dust)?'],
    ['like no other', '§§§', 'look it up in /v1/code-lists/hazard-factors'],
  ])('answers a hazard factor %s with what was meant, and where the list is', async (_how, code, expected) => {
    const { body } = await service.call('POST', '/v1/enterprises', {
      token: admin,
      body: { taxCode: '0100112437', name: 'Công ty A', hazardFactors: [code] },
      headers: { 'accept-language': 'en' },
    })
    expect((body.errors as Json[])[0]?.message).toContain(expected)
    expect((body.errors as Json[])[0]?.message).toContain('/v1/code-lists/hazard-factors')
  })

  it('tells that a code belongs to the other list of units', async () => {
    const { body } = await register({ taxCode: '0100112437', headOffice: { code: '00001' } })
    expect((body.errors as Json[])[0]?.message).toContain('VN-2004')
  })

  it('refuses a tax code that another has, also with its hyphen left out', async () => {
    expect((await register({ taxCode: '0314409058-002' })).status).toBe(201)
    expect(await register({ taxCode: '0314409058002' })).toMatchObject({ status: 409 })
    expect((await register({ taxCode: '0314409058' })).status).toBe(201)
  })

  it('is done once when two come with the same tax code at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => register({ taxCode: '0100230800' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    const tenants = await execute(
      service.url,
      'select from tenant t left join enterprise e on e.id = t.id where e.id is null',
    )
    expect(tenants).toHaveLength(0)
  })

  it('never shows nor stores a person’s number in the open', async () => {
    const registered = await register({ taxCode: '019091000123' })
    expect(registered).toMatchObject({ status: 201, body: { taxCode: null } })
    const rows = await execute(
      service.url,
      'select e::text || v::text as text from enterprise e join enterprise_version v using (id)',
    )
    expect(rows.map(({ text }) => text).join()).not.toContain('019091000123')
    expect(await list('taxCode=019091000123')).toEqual([null])
    expect(await register({ taxCode: '019091000123' })).toMatchObject({ status: 409 })
  })
})

describe('an office', () => {
  it('registers on its territory, in either scheme', async () => {
    expect((await register({ taxCode: '0100150619' }, office)).status).toBe(201)
    expect((await register({ taxCode: '0100100079', headOffice: FORMERLY_BAC_KAN }, office)).status).toBe(201)
    const former = await officeOf({ scheme: 'VN-2004', code: '06' })
    expect((await register({ taxCode: '0100107370', headOffice: FORMERLY_BAC_KAN }, former)).status).toBe(201)
  })

  it('does not register elsewhere, nor without a head office', async () => {
    expect(await register({ taxCode: '0100107518', headOffice: IN_HA_NOI }, office)).toMatchObject({ status: 403 })
    const nowhere = await register({ taxCode: '0100107518', headOffice: null }, office)
    expect(nowhere).toMatchObject({ status: 422, body: { errors: [{ pointer: '/headOffice' }] } })
  })

  it('sees the enterprises of its territory and no others', async () => {
    const elsewhere = await register({ taxCode: '0100684378', headOffice: IN_HA_NOI })
    expect(await read(elsewhere.body.id, office)).toMatchObject({ status: 404 })
    expect(await change(elsewhere.body.id, { name: 'x' }, 1, office)).toMatchObject({ status: 404 })
    const seen = await list('limit=200', office)
    expect(seen).toContain('0100100079')
    expect(seen).not.toContain('0100684378')
  })
})

describe('the list', () => {
  it('finds by tax code, however it is written', async () => {
    expect(await list('taxCode=0314409058002')).toEqual(['0314409058-002'])
    expect(await list('taxCode=12345')).toEqual([])
  })

  it('finds by part of the name, without accents', async () => {
    await register({ taxCode: '0900189284', name: 'Tập đoàn Hòa Phát 100%' })
    expect(await list('q=hoa%20phat')).toEqual(['0900189284'])
    expect(await list(`q=${encodeURIComponent('HÒA PHÁT 100%')}`)).toEqual(['0900189284'])
    expect(await list('q=%25%25')).toEqual([])
  })

  it('finds by a unit that contains the head office', async () => {
    const inHaNoi = await list('limit=200&unit=VN-2025:01')
    expect(inHaNoi).toEqual(['0100684378'])
    expect(await list('limit=200&unit=01')).toEqual(inHaNoi)
    expect(await list('limit=200&unit=VN-2004:06')).toContain('0100100079')
  })

  it('comes in pages that neither repeat nor skip one', async () => {
    const seen: unknown[] = []
    let next: unknown = ''
    while (next !== null) {
      const { body } = await service.call('GET', `/v1/enterprises?limit=2${next === '' ? '' : `&cursor=${next}`}`, {
        token: admin,
      })
      seen.push(...(body.items as Json[]).map(({ taxCode }) => taxCode))
      next = body.next
    }
    expect(seen).toEqual(await list('limit=200'))
  })

  it('refuses text that cannot be stored', async () => {
    expect(await service.call('GET', '/v1/enterprises?q=%00', { token: admin })).toMatchObject({ status: 400 })
    expect(await register({ taxCode: '0100233488', hazardFactors: ['\0'] })).toMatchObject({ status: 422 })
  })

  it('refuses parameters it does not know', async () => {
    expect(await service.call('GET', '/v1/enterprises?name=x', { token: admin })).toMatchObject({ status: 400 })
  })
})

describe('changing an enterprise', () => {
  it('needs the version it was made from', async () => {
    const { body } = await register({ taxCode: '2300325764' })
    const path = `/v1/enterprises/${body.id}`
    const facts = { name: 'Tên mới' }
    expect(await service.call('PUT', path, { token: admin, body: facts })).toMatchObject({ status: 428 })
    expect(await change(body.id, facts, 1)).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { name: 'Tên mới' },
    })
    expect(await change(body.id, facts, 1)).toMatchObject({ status: 412, body: { code: 'stale' } })
  })

  it('happens once when two change the same version at once', async () => {
    const { body } = await register({ taxCode: '5700100256' })
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => change(body.id, { name }, 1)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412])
  })

  it('keeps every version, with who made it and when', async () => {
    const { body } = await register({ taxCode: '0301444753', workers: 10 })
    const enterprise = await service.newClient(admin, { name: 'x', role: 'enterprise', taxCode: '0301444753' })
    await service.call('PUT', `/v1/enterprises/${body.id}`, {
      token: enterprise.token,
      body: { name: 'Công ty Thử', headOffice: IN_THAI_NGUYEN, workers: 12 },
      headers: { 'if-match': '"1"', 'x-actor': 'nguyen.van.a' },
    })
    const versions = await execute(
      service.url,
      "select version, content->>'workers' as workers, client_id, actor from enterprise_version where id = $1 order by version",
      [body.id],
    )
    expect(versions).toMatchObject([
      { version: 1, workers: '10', actor: null },
      { version: 2, workers: '12', client_id: enterprise.clientId, actor: 'nguyen.van.a' },
    ])
  })

  it('is judged like registering', async () => {
    const { body } = await register({ taxCode: '0300521758' })
    const answer = await change(body.id, { name: 'x', workers: 1, women: 2, ownership: '77' }, 1)
    expect(pointers(answer.body)).toEqual(['/ownership', '/women'])
  })

  it('moves it to another office with its head office', async () => {
    const { body } = await register({ taxCode: '0102671977' })
    const hanoi = await officeOf({ scheme: 'VN-2025', code: '01' })
    expect((await read(body.id, hanoi)).status).toBe(404)
    await change(body.id, { name: 'x', headOffice: IN_HA_NOI }, 1, office)
    expect((await read(body.id, hanoi)).status).toBe(200)
    expect((await read(body.id, office)).status).toBe(404)
  })

  it('is for the enterprise itself its own matter, but not another’s, and not its tax code', async () => {
    const { body } = await register({ taxCode: '2500150335' })
    const other = await register({ taxCode: '0303576603' })
    const { token } = await service.newClient(admin, { name: 'x', role: 'enterprise', taxCode: '2500150335' })
    expect((await change(body.id, { taxCode: '2500150335', name: 'Mới' }, 1, token)).status).toBe(200)
    const renamed = await change(body.id, { taxCode: '0100233488', name: 'Mới' }, 2, token)
    expect(renamed).toMatchObject({ status: 422, body: { errors: [{ pointer: '/taxCode' }] } })
    expect(await change(other.body.id, { name: 'x' }, 1, token)).toMatchObject({ status: 404 })
    expect(await change(body.id, { name: 'x', provisional: false }, 2, token)).toMatchObject({ status: 422 })
    expect(await list('limit=200', token)).toEqual(['2500150335'])
  })
})

describe('a tax code', () => {
  it('that changes leads to the enterprise by the new code from that day, by the old one until the day before', async () => {
    const { body } = await register({ taxCode: '0306731335' })
    expect((await change(body.id, { taxCode: '3600252847', name: 'Công ty Thử' }, 1, office)).status).toBe(200)
    const holder = (code: string, on: string) => service.register.tenantOfTaxCode(code, legalDate(on))
    expect(await holder('3600252847', '2026-10-05')).toBe(body.id)
    expect(await holder('0306731335', '2026-10-04')).toBe(body.id)
    expect(await holder('0306731335', '2026-10-05')).toBeNull()
    expect(await list('taxCode=0306731335')).toEqual([])
  })

  it('that another has is not taken, and nothing is changed', async () => {
    const { body } = await register({ taxCode: '0100686174' })
    expect(await change(body.id, { taxCode: '3600252847', name: 'Tên mới' }, 1)).toMatchObject({ status: 409 })
    expect((await read(body.id)).body).toMatchObject({ version: 1, taxCode: '0100686174', name: 'Công ty Thử' })
  })

  it('that was given up may be registered by another, from the day after', async () => {
    const { body } = await register({ taxCode: '0306731335' })
    const holder = (on: string) => service.register.tenantOfTaxCode('0306731335', legalDate(on))
    expect(await holder('2026-10-05')).toBe(body.id)
    expect(await holder('2026-10-04')).not.toBe(body.id)
  })
})

describe('row-level security', () => {
  it('hides an enterprise from every scope but its own and those of its territory', async () => {
    const { body } = await register({ taxCode: '0100233488' })
    const id = String(body.id)
    const seenBy = (scope: Scope) => service.database.within(scope, (session) => findEnterprise(session, id))
    expect(await seenBy({})).toBeNull()
    expect(await seenBy({ tenant: '01890a5d-ac96-774b-bcce-b302099a8000' })).toBeNull()
    expect(await seenBy({ reach: ['VN-2025:01'] })).toBeNull()
    expect(await seenBy({ tenant: id })).not.toBeNull()
    expect(await seenBy({ reach: ['VN-2025:19'] })).not.toBeNull()
    expect(await seenBy({ reach: '*' })).not.toBeNull()
  })

  it('lets nobody change it or add to its history from another scope', async () => {
    const [row] = await execute(service.url, 'select id from enterprise limit 1')
    const edit = { id: String(row?.id), expectedVersion: null, provisional: true }
    const by = { clientId: '01890a5d-ac96-774b-bcce-b302099a8000', actor: null }
    const attempt = service.database.within({ reach: '*' }, (session) =>
      editEnterprise(session, service.registerKeys, edit, by),
    )
    await expect(attempt).rejects.toThrow('scope')
  })
})

describe('what a filing copies from the register', () => {
  it('is the present state of the enterprise', async () => {
    const { body } = await register({ ...sampleEnterprise, taxCode: '0100681592' })
    const { taxCode: _, ...sample } = sampleEnterprise
    expect(await service.register.snapshot(String(body.id))).toEqual({
      id: body.id,
      taxCode: '0100681592',
      name: sample.name,
      address: sample.address,
      ownership: sample.ownership,
      industry: sample.industry,
      headOffice: sample.headOffice,
      workers: sample.workers,
      women: sample.women,
      hazardFactors: sample.hazardFactors,
      highRisk: sample.highRisk,
      provisional: false,
    })
  })

  it('does not exist for what is no enterprise', async () => {
    expect(await service.register.snapshot('01890a5d-ac96-774b-bcce-b302099a8000')).toBeNull()
  })
})
