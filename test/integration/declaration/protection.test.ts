import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accidentKind } from '../../../src/accident/kind.ts'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, SAMPLE_ENTERPRISE, sample } from '../../support/parties.ts'
import { type Json, startTestService, TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())

const NAME = 'Nguyễn Thị Bí Mật'
const NUMBER = '019195998877'
const PHONE = '0987654321'
const HOUSEHOLD = 'Hộ kinh doanh Lò Văn Riêng'
const HOUSEHOLD_NUMBER = '019088776655'

function secretive() {
  const declaration = sample()
  const [victim] = declaration.victims
  Object.assign(victim.person, { name: NAME, phone: PHONE })
  declaration.accident.narrative.course = `Chị ${NAME} ngã từ sàn thao tác. ${randomUUID()}`
  return declaration
}

async function filed(declaration: unknown = secretive()): Promise<string> {
  const { status, headers, text } = await parties.enterprise.file(declaration)
  if (status !== 201) throw new Error(text)
  return String(headers.location)
}

describe('personal data', () => {
  it('are in no table, no data file and no log', async () => {
    const declaration = secretive()
    Object.assign(declaration.victims[0].person, { idNumber: NUMBER, birthYear: 1938 })
    Object.assign(declaration.victims[0], {
      employer: { name: HOUSEHOLD, taxCode: HOUSEHOLD_NUMBER, outsideManagement: true },
    })
    Object.assign(declaration.declarant, { employerTaxCode: HOUSEHOLD_NUMBER })
    Object.assign(declaration.accident.place, { premisesOwner: { name: HOUSEHOLD, taxCode: HOUSEHOLD_NUMBER } })
    const { body } = await parties.enterprise.send('post', '/v1/accident-declarations/validate', declaration)
    const confirmations = (body.findings as Json[])
      .filter(({ kind }) => kind === 'warning')
      .map(({ rule, pointer }) => ({ rule, pointer, reason: `Đã đối chiếu giấy tờ của ${NAME}` }))
    expect(confirmations).not.toEqual([])
    const path = await filed({ ...declaration, confirmations })
    await parties.enterprise.get(path, { 'x-purpose': 'kiem-tra' })
    const amended = { ...declaration, confirmations, casualtiesUnknown: false, reason: `${NAME} khai lại` }
    await parties.enterprise.expect(200, 'put', path, amended, { 'if-match': '"1"' })
    const reason = `Người nhà ${NAME} (${NUMBER}) yêu cầu`
    await parties.enterprise.expect(200, 'post', `${path}/withdrawal`, { reason }, { 'if-match': '"2"' })
    const history = await parties.enterprise.get(`${path}/revisions`)
    expect((history.body.items as Json[]).map((act) => act.reason)).toEqual([null, amended.reason, reason])
    expect((await parties.enterprise.get(path)).body.confirmations).toEqual(confirmations)
    await execute(service.ownerUrl, 'checkpoint')

    const tables = await execute(
      service.ownerUrl,
      "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    let copied = ''
    for (const { table_name: table } of tables) {
      const rows = await execute(service.ownerUrl, `select t::text as row from ${table} t`)
      copied += rows.map(({ row }) => row).join('\n')
    }
    const [{ directory }] = (await execute(
      service.ownerUrl,
      "select current_setting('data_directory') as directory",
    )) as [{ directory: string }]
    const files = readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /base|pg_wal/.test(entry.parentPath))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    const latin = (text: string) => Buffer.from(text).toString('latin1')
    expect(copied).toContain(SAMPLE_ENTERPRISE.name)
    for (const secret of [NAME, NUMBER, PHONE, HOUSEHOLD, HOUSEHOLD_NUMBER, 'ngã từ sàn thao tác']) {
      expect(copied.includes(secret)).toBe(false)
      expect(service.logged().includes(secret)).toBe(false)
      expect(files.some((file) => file.includes(latin(secret)))).toBe(false)
    }
  })

  it('are withheld, and masked in running text, unless a purpose is named', async () => {
    const declaration = secretive()
    const path = await filed(declaration)
    const withheld = await parties.enterprise.get(path)
    expect(withheld.text).not.toContain(NAME)
    expect(withheld.text).not.toContain(declaration.victims[0].person.idNumber)
    expect(withheld.body.withheld).toContain('/victims/0/person/name')
    expect(withheld.text).toContain('[…] ngã từ sàn thao tác')
    const shown = await parties.enterprise.get(path, { 'x-purpose': 'doi chieu ho so' })
    expect(shown.text).toContain(NAME)
    expect(shown.body.withheld).toEqual([])
  })

  it('leave a trace of who read them and why', async () => {
    const path = await filed()
    await parties.office.get(path, {
      'x-purpose': encodeURIComponent('Điều tra vụ tai nạn'),
      'x-actor': 'Le Thi Thanh Tra',
    })
    const rows = await execute(
      service.ownerUrl,
      'select actor, purpose, client_id from personal_data_access where declaration_id = $1',
      [path.split('/').at(-1)],
    )
    expect(rows).toEqual([
      { actor: 'Le Thi Thanh Tra', purpose: 'Điều tra vụ tai nạn', client_id: parties.office.clientId },
    ])
  })

  it('of the same person give the same pseudonym, which is not a plain hash', async () => {
    const declaration = secretive()
    const first = await filed(declaration)
    declaration.accident.narrative.course = 'Ngã lần nữa.'
    const second = await filed(declaration)
    const rows = await execute(
      service.ownerUrl,
      "select encode(person_key, 'hex') as key from accident_victim_fact where declaration_id = any($1)",
      [[first, second].map((path) => path.split('/').at(-1))],
    )
    expect(rows.map(({ key }) => key)).toEqual([rows[0]?.key, rows[0]?.key])
    const plain = createHash('sha256').update(declaration.victims[0].person.idNumber).digest('hex')
    expect(rows[0]?.key).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0]?.key).not.toBe(plain)
  })
})

describe('who sees an accident', () => {
  it('nobody else: foreign is like missing', async () => {
    const path = await filed()
    const other = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: '4600771234', name: 'Công ty Khác' }, '01')
    const missing = `/v1/accident-declarations/${randomUUID()}`
    for (const client of [other.enterprise, other.office]) {
      const [foreign, absent] = [await client.get(path), await client.get(missing)]
      expect(foreign.status).toBe(404)
      expect({ ...foreign.body, requestId: '', instance: '' }).toEqual({ ...absent.body, requestId: '', instance: '' })
      expect((await client.get('/v1/accident-declarations')).body.items).toEqual([])
      expect((await client.send('put', path, secretive(), { 'if-match': '"1"' })).status).toBe(404)
    }
  })

  it('the office of the head office sees it without persons', async () => {
    const elsewhere = {
      ...SAMPLE_ENTERPRISE,
      taxCode: '4700111224',
      name: 'Công ty ở Hà Nội',
      headOffice: { scheme: 'VN-2025', code: '00004' },
    }
    const hanoi = await enrol(service, elsewhere, '01')
    const { establishment: _own, ...declaration } = secretive()
    const { headers, status } = await hanoi.enterprise.file(declaration)
    expect(status).toBe(201)
    const seen = await hanoi.office.get(String(headers.location), { 'x-purpose': 'tong hop' })
    expect(seen.status).toBe(200)
    expect(seen.text).not.toContain(NAME)
    expect(seen.text).not.toContain('ngã từ sàn')
  })

  it("a victim's employer sees that victim only", async () => {
    const leasing = await enrol(
      service,
      { ...SAMPLE_ENTERPRISE, taxCode: '1900345672', name: 'Công ty Cho thuê lại lao động' },
      '01',
    )
    const declaration = secretive()
    const leased = {
      ...declaration.victims[0],
      victimId: 'v2',
      person: { name: 'Lý Văn Thuê', birthYear: 1990, sex: 'male', idNumber: '019090111222' },
      employer: { name: 'Công ty Cho thuê lại lao động', taxCode: '1900345672', outsideManagement: true },
    }
    const path = await filed({ ...declaration, victims: [...declaration.victims, leased] })
    const seen = await leasing.enterprise.get(path, { 'x-purpose': 'giai quyet che do' })
    expect(seen.status).toBe(200)
    expect(((seen.body.declaration as Json).victims as Json[]).map(({ victimId }) => victimId)).toEqual(['v2'])
    expect(seen.text).not.toContain(NAME)
    // Nor anything said of the others: findings, the class and what follows from it, reasons, the row of a list.
    expect(seen.body).toMatchObject({ findings: [], confirmations: [], notExecuted: [], actions: [] })
    for (const told of ['class', 'declarable', 'dueDates', 'investigation', 'toBeTold'])
      expect(seen.body).not.toHaveProperty(told)
    expect((await leasing.enterprise.get('/v1/accident-declarations')).body.items).toEqual([])
    await parties.enterprise.expect(
      200,
      'put',
      path,
      {
        ...declaration,
        victims: [...declaration.victims, leased],
        casualtiesUnknown: false,
        reason: `${NAME} khai lại`,
      },
      { 'if-match': '"1"' },
    )
    expect((await leasing.enterprise.get(`${path}/revisions`)).text).not.toContain(NAME)
    expect((await leasing.enterprise.send('put', path, declaration, { 'if-match': '"1"' })).status).toBe(403)
    expect((await leasing.enterprise.get(`${path}/comments`)).status).toBe(403)
  })
})

describe('an accident whose place is corrected to another province', () => {
  it('leaves the first office for the second, with all that happened before', async () => {
    const declaration = secretive()
    const path = await filed(declaration)
    const second = await service.admin.newClient({
      name: 'Sở Nội vụ Tuyên Quang',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '08' }] },
    })
    expect((await second.get(path)).status).toBe(404)
    const unit = { scheme: 'VN-2025', code: '08' }
    const moved = {
      ...declaration,
      accident: { ...declaration.accident, place: { ...declaration.accident.place, unit } },
      recipients: declaration.recipients.map((recipient) => ({ ...recipient, unit })),
      reason: 'Ghi nhầm nơi xảy ra',
    }
    await parties.enterprise.expect(200, 'put', path, moved, { 'if-match': '"1"' })

    const history = await second.expect(200, 'get', `${path}/revisions`)
    expect((history.body.items as Json[]).map(({ act }) => act)).toEqual(['file', 'amend'])
    expect((await second.get(`${path}/revisions/1`)).status).toBe(200)
    const id = path.split('/').at(-1)
    const listed = async (client: TestClient) =>
      ((await client.get('/v1/accident-declarations?limit=200')).body.items as Json[]).some((item) => item.id === id)
    expect([await listed(second), (await second.get(path)).body.revision]).toEqual([true, 2])
    // The head office is still in the first province: seen there, without persons.
    const seen = await parties.office.get(path, { 'x-purpose': 'doi chieu' })
    expect([seen.status, seen.body.revision, seen.text.includes(NAME)]).toEqual([200, 2, false])
  })
})

describe('on behalf', () => {
  it('an office records what reached it by telephone, and the enterprise owns the record', async () => {
    const { establishment: _own, ...declaration } = secretive()
    const onBehalf = { enterpriseId: parties.enterpriseId, channel: 'PHONE', source: 'Người nhà nạn nhân gọi đến' }
    const { status, headers, text } = await parties.office.file({ ...declaration, onBehalf })
    expect([status, text]).toEqual([201, expect.anything()])
    const path = String(headers.location)
    const view = await parties.enterprise.get(path)
    expect(view.body).toMatchObject({
      status: 'filed',
      actions: ['amend', 'contest', 'comment', 'outcome', 'attach'],
    })
    const completed = await parties.enterprise.send(
      'put',
      path,
      { ...declaration, onBehalf, reason: 'Bổ sung', casualtiesUnknown: false },
      { 'if-match': '"1"' },
    )
    expect([completed.status, completed.text]).toEqual([200, expect.anything()])
  })

  it('not outside its jurisdiction, and not for an enterprise that is not registered', async () => {
    const hanoi = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    const onBehalf = { enterpriseId: parties.enterpriseId, channel: 'PHONE', source: 'Báo chí' }
    expect((await hanoi.file({ ...secretive(), onBehalf })).status).toBe(403)
    const unknown = await parties.office.file({ ...secretive(), onBehalf: { ...onBehalf, enterpriseId: randomUUID() } })
    expect(unknown.body.errors).toMatchObject([{ pointer: '/onBehalf/enterpriseId' }])
  })

  it('a commune declares its workers without contract', async () => {
    const commune = await service.admin.newClient({
      name: 'UBND xã',
      role: 'commune',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01849' }] },
    })
    const declaration = secretive()
    declaration.victims[0].employmentRelation = 'self-employed'
    const { status, body, text } = await commune.file(declaration)
    expect([status, text]).toEqual([201, expect.anything()])
    expect((await parties.office.get(`/v1/accident-declarations/${body.id}`)).status).toBe(200)
  })
})

describe('receipts', () => {
  it('verify offline with the published keys, and here', async () => {
    const { body } = await parties.enterprise.file(secretive())
    const receipt = String(body.receipt)
    const keys = await service.http.get('/.well-known/jwks.json')
    const { payload } = await compactVerify(receipt, createLocalJWKSet(keys.body as JSONWebKeySet))
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ sub: body.id, revision: 1, seq: 1 })

    const anybody = TestClient.anonymous(service)
    const verified = await anybody.send('post', '/v1/receipts/verify', { receipt })
    expect(verified.body).toMatchObject({ valid: true, claims: { sub: body.id } })
    const [header, claims, signature] = receipt.split('.')
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(claims ?? '', 'base64url').toString()), status: 'accepted' }),
    ).toString('base64url')
    const refused = await anybody.send('post', '/v1/receipts/verify', { receipt: `${header}.${forged}.${signature}` })
    expect(refused.body).toEqual({ valid: false, reason: 'not-ours' })
    const token = await anybody.send('post', '/v1/receipts/verify', { receipt: 'a.b.c' })
    expect(token.body).toEqual({ valid: false, reason: 'not-ours' })
  })

  it('of an older revision can be had again, and the latest is the one given', async () => {
    const declaration = secretive()
    const { headers } = await parties.enterprise.file(declaration)
    declaration.accident.cause = '2'
    const amended = await parties.enterprise.send(
      'put',
      String(headers.location),
      { ...declaration, reason: 'Nguyên nhân' },
      { 'if-match': '"1"' },
    )
    const again = await parties.enterprise.get(`${headers.location}/receipt`)
    expect(again.body.receipt).toBe(amended.body.receipt)
  })
})

describe('the record', () => {
  it('fits its hash chain and its facts, and every tampering shows', async () => {
    const path = await filed()
    const declaration = secretive()
    declaration.accident.cause = '3'
    await parties.enterprise.expect(200, 'put', path, { ...declaration, reason: 'Sửa' }, { 'if-match': '"1"' })
    await parties.enterprise.expect(200, 'post', `${path}/withdrawal`, { reason: 'Nhầm' }, { 'if-match': '"2"' })
    const intact = await verifyDeclarations(accidentKind, service.declarations)
    expect(intact.faults).toEqual([])
    expect(intact.acts).toBeGreaterThan(intact.declarations)

    const id = path.split('/').at(-1)
    await execute(
      service.ownerUrl,
      "update declaration_act set body = replace(body::text, 'Thợ cốp pha', 'Thợ nề')::json where declaration_id = $1 and seq = 1",
      [id],
    )
    await execute(service.ownerUrl, 'update accident_fact set deaths = 0 where declaration_id = $1 and seq = 2', [id])
    const { faults } = await verifyDeclarations(accidentKind, service.declarations)
    expect(faults).toEqual([
      `${id}: act 1 does not have the hash it was filed with`,
      `${id}: the facts of act 2 are not those of what was filed`,
    ])
  })

  it('can be neither changed nor deleted by the application', async () => {
    const client = new pg.Client({ connectionString: service.ownerUrl, options: '-c role=khaibao_app' })
    await client.connect()
    for (const sql of [
      'update declaration_act set reason = null',
      'delete from declaration_act',
      'update accident_fact set deaths = 0',
      'drop table declaration_act',
      'alter table declaration_act disable row level security',
    ]) {
      await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/)
    }
    await client.end()
  })
})
