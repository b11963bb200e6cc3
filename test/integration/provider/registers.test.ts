import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleFacility, sampleMonitoringOrganisation } from '../../../src/provider/sample.ts'
import { findFacility, findMonitoringOrganisation } from '../../../src/provider/snapshot.ts'
import { registerFacility, registerMonitoringOrganisation } from '../../support/parties.ts'
import { type Json, startTestService, TestClient, type TestService } from '../../support/service.ts'

const FACILITIES = '/v1/facilities'
const ORGANISATIONS = '/v1/monitoring-organisations'
const IN_HA_NOI = { scheme: 'VN-2025', code: '00070' }

let service: TestService
let anybody: TestClient
let thaiNguyen: TestClient
let ministry: TestClient
let facilityId: string
let organisationId: string

beforeAll(async () => {
  service = await startTestService()
  anybody = TestClient.anonymous(service)
  thaiNguyen = await healthOffice({ units: [{ scheme: 'VN-2025', code: '19' }] })
  ministry = await healthOffice({ national: true })
  facilityId = await registerFacility(service)
  organisationId = await registerMonitoringOrganisation(service)
})
afterAll(() => service.close())

const healthOffice = (jurisdiction: Json) =>
  service.admin.newClient({ name: 'Cơ quan y tế', role: 'health-office', jurisdiction })
const { taxCode: facilityTaxCode, ...facility } = sampleFacility
const { taxCode: organisationTaxCode, ...organisation } = sampleMonitoringOrganisation
const errorsOf = ({ body }: { body: Json }) => body.errors as { pointer: string; message: string }[]
const codesIn = async (path: string) =>
  ((await anybody.expect(200, 'get', path)).body.items as Json[]).map(({ taxCode }) => taxCode)

describe('keeping the registers', () => {
  it('stores what was said, tells where it is, and shows it to anybody', async () => {
    const taxCode = '0100112437'
    const made = await thaiNguyen.expect(201, 'post', FACILITIES, { ...sampleFacility, taxCode })
    expect(made.headers).toMatchObject({ location: `${FACILITIES}/${made.body.id}`, etag: '"1"' })
    expect(made.body).toMatchObject({ ...facility, taxCode, version: 1 })
    const read = await anybody.expect(200, 'get', `${FACILITIES}/${made.body.id}`)
    expect(read.body).toEqual(made.body)
    expect(read.headers.etag).toBe('"1"')
  })

  it('keeps what was left out as unknown', async () => {
    const { body } = await thaiNguyen.expect(201, 'post', ORGANISATIONS, {
      taxCode: '0100112437',
      name: 'Đội quan trắc',
      address: 'Thái Nguyên',
      unit: { code: '19' },
      announcement: { number: '7', announcedOn: '2025-01-02', announcedBy: 'Sở Y tế' },
      factors: ['PH-NOISE-LAEQ'],
    })
    expect(body).toMatchObject({ lead: null, qualifiedStaff: null, suspensions: [], withdrawnOn: null })
  })

  it('refuses a tax code that the same register has, and not the one of the other register', async () => {
    const again = await thaiNguyen.send('post', FACILITIES, { ...sampleFacility, taxCode: ` ${facilityTaxCode}` })
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict' } })
    await thaiNguyen.expect(201, 'post', ORGANISATIONS, { ...sampleMonitoringOrganisation, taxCode: facilityTaxCode })
  })

  it('is for the office of the province of the head office, and for the Ministry everywhere', async () => {
    const inHaNoi = { ...sampleFacility, taxCode: '0101248141', unit: IN_HA_NOI }
    expect(await thaiNguyen.send('post', FACILITIES, inHaNoi)).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('ngoài địa bàn') },
    })
    const { body } = await ministry.expect(201, 'post', FACILITIES, inHaNoi)
    const change = { ...facility, unit: IN_HA_NOI }
    const path = `${FACILITIES}/${body.id}`
    await thaiNguyen.expect(403, 'put', path, change, { 'if-match': '"1"' })
    await thaiNguyen.expect(403, 'put', path, facility, { 'if-match': '"1"' })
    await ministry.expect(200, 'put', path, facility, { 'if-match': '"1"' })
    await thaiNguyen.expect(403, 'put', path, change, { 'if-match': '"2"' })
    await thaiNguyen.expect(200, 'put', path, facility, { 'if-match': '"2"' })
  })

  it('changes only the version that was read, and shows every version to anybody', async () => {
    const path = `${ORGANISATIONS}/${organisationId}`
    await thaiNguyen.expect(428, 'put', path, organisation)
    const suspended = {
      ...organisation,
      suspensions: [{ from: '2026-11-01', to: '2027-02-28', decision: '88/QĐ-XPHC' }],
    }
    const changed = await thaiNguyen.expect(200, 'put', path, suspended, { 'if-match': '"1"' })
    expect(changed.body).toMatchObject({ version: 2, taxCode: organisationTaxCode, suspensions: suspended.suspensions })
    await thaiNguyen.expect(412, 'put', path, organisation, { 'if-match': '"1"' })
    const { body } = await anybody.expect(200, 'get', `${path}/versions`)
    expect(body.items).toMatchObject([
      { version: 2, facts: { suspensions: suspended.suspensions } },
      { version: 1, facts: { suspensions: [] } },
    ])
  })

  it('finds nothing under an id of the other register', async () => {
    await anybody.expect(404, 'get', `${FACILITIES}/${organisationId}`)
    await anybody.expect(404, 'get', `${FACILITIES}/${organisationId}/versions`)
    await ministry.expect(404, 'put', `${FACILITIES}/${organisationId}`, facility, { 'if-match': '"1"' })
  })

  it('tells in Vietnamese what is wrong, where, by which article and how to mend it', async () => {
    const [licence] = sampleFacility.licences
    const answer = await thaiNguyen.send('post', FACILITIES, {
      ...sampleFacility,
      taxCode: '0101218691',
      unit: { code: '99' },
      licences: [{ ...licence, validTo: '2023-12-31' }],
    })
    expect(answer.status).toBe(422)
    expect(errorsOf(answer)).toMatchObject([
      { pointer: '/taxCode', message: expect.stringContaining('phải là 0') },
      { pointer: '/unit/code', message: expect.stringContaining('không có đơn vị "99"') },
      {
        pointer: '/licences/0/validTo',
        message:
          'Ngày giấy phép hết hạn (2023-12-31) trước ngày giấy phép có hiệu lực (2024-02-20); sửa một trong hai ngày ' +
          '(Thông tư 56/2025/TT-BYT, Điều 2 khoản 1).',
      },
    ])
  })

  it('tells a missing part and a date as a spreadsheet writes it', async () => {
    const { announcement: _, ...incomplete } = sampleMonitoringOrganisation
    const answer = await thaiNguyen.send('post', ORGANISATIONS, { ...incomplete, withdrawnOn: '01/02/2025' })
    expect(answer.status).toBe(422)
    expect(errorsOf(answer).map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/announcement', '/withdrawnOn']),
    )
  })
})

describe('reading the registers', () => {
  it('tells on which days a provider may work, and why not on others', async () => {
    const on = async (day: string) =>
      (await anybody.expect(200, 'get', `${FACILITIES}/${facilityId}?on=${day}`)).body.eligibility
    expect(await on('2024-02-20')).toEqual({ on: '2024-02-20', eligible: true, obstacle: null })
    expect(await on('2029-02-20')).toMatchObject({
      eligible: false,
      obstacle: { reason: 'expired', message: 'Giấy phép 215/TNG-GPHĐ hết hạn ngày 19/02/2029.' },
    })
  })

  it('finds by tax code, by words without diacritics, by province and by the day', async () => {
    expect(await codesIn(`${FACILITIES}?taxCode=${facilityTaxCode}`)).toEqual([facilityTaxCode])
    expect(await codesIn(`${FACILITIES}?taxCode=123`)).toEqual([])
    expect(await codesIn(`${ORGANISATIONS}?q=doi quan trac`)).toEqual(['0100112437'])
    expect(await codesIn(`${ORGANISATIONS}?unit=01`)).toEqual([])
    expect(await codesIn(`${ORGANISATIONS}?unit=VN-2025:19`)).toContain(organisationTaxCode)
    expect(await codesIn(`${FACILITIES}?on=2024-02-19`)).toEqual([])
    expect(await codesIn(`${ORGANISATIONS}?on=2026-10-31`)).toContain(organisationTaxCode)
    expect(await codesIn(`${ORGANISATIONS}?on=2026-11-01`)).not.toContain(organisationTaxCode)
    expect(await codesIn(`${ORGANISATIONS}?on=2027-03-01`)).toContain(organisationTaxCode)
  })

  it('goes through a register page by page', async () => {
    const first = await anybody.expect(200, 'get', `${FACILITIES}?limit=2`)
    const rest = await anybody.expect(200, 'get', `${FACILITIES}?limit=2&cursor=${first.body.next}`)
    const ids = [first, rest].flatMap(({ body }) => (body.items as Json[]).map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect([ids.length, rest.body.next]).toEqual([3, null])
    await anybody.expect(400, 'get', `${FACILITIES}?cursor=khong`)
  })

  it('shows what of the list of capabilities an organisation lacks, and duties it has missed', async () => {
    const change = { ...organisation, factors: ['PH-NOISE-LAEQ', 'PH-LIGHT'], qualifiedStaff: 3 }
    const path = `${ORGANISATIONS}/${organisationId}`
    const { headers } = await anybody.get(path)
    const { body } = await thaiNguyen.expect(200, 'put', path, change, { 'if-match': String(headers.etag) })
    expect(body.capability).toMatchObject({ share: 0.05, minimum: 0.7 })
    expect((body.capability as { missing: Json[] }).missing).toContainEqual({ code: 'temperature', name: 'Nhiệt độ' })
    expect(body.findings).toMatchObject([
      { rule: 'ENV-026', kind: 'breach', pointer: '/qualifiedStaff' },
      { rule: 'ENV-024', kind: 'info', pointer: '/factors' },
    ])
    const later = await anybody.expect(200, 'get', `${path}?on=2027-06-01`)
    expect((later.body.findings as Json[]).map(({ rule }) => rule)).toContain('ENV-029')
  })
})

describe('what a filing takes from the registers', () => {
  it('is found by id or by tax code in any writing, as JSON that can be kept', async () => {
    const found = await findFacility(service.database, { taxCode: ` ${facilityTaxCode} ` })
    expect(found).toEqual({ id: facilityId, version: 1, taxCode: facilityTaxCode, ...facility })
    expect(await findFacility(service.database, { id: facilityId })).toEqual(found)
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
    const organisationFound = await findMonitoringOrganisation(service.database, { taxCode: organisationTaxCode })
    expect(organisationFound?.id).toBe(organisationId)
  })

  it('is nothing for what the register does not have', async () => {
    for (const reference of [{}, { taxCode: 'x' }, { taxCode: '0100230800' }, { id: organisationId }]) {
      expect(await findFacility(service.database, reference)).toBeNull()
    }
  })
})
