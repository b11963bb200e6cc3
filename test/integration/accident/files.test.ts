import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accidentKind } from '../../../src/accident/kind.ts'
import { annexContext } from '../../../src/declaration/annex.ts'
import { sealValues } from '../../../src/declaration/sealed-fields.ts'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { postgresStorage } from '../../../src/file/postgres-storage.ts'
import { verifyFiles } from '../../../src/file/verify.ts'
import { seal } from '../../../src/platform/cipher.ts'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const LIMIT = 3_000_000

let service: TestService
let parties: Parties
let path: string

beforeAll(async () => {
  service = await startTestService({ KHAIBAO_FILE_LIMIT: String(LIMIT) })
  parties = await enrol(service)
  const declaration = sample()
  declaration.accident.narrative.course = `Rơi từ tầng 5. ${randomUUID()}`
  path = String((await parties.enterprise.file(declaration)).headers.location)
})
afterAll(() => service.close())

const NAME = 'Biên bản khám nghiệm (Nguyễn Văn Mẫu).pdf'
const pdf = (size = 100) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)])

const OCTETS = 'application/octet-stream'

function attach(client: TestClient, content: Buffer, query: Record<string, string> = {}, type = OCTETS, to = path) {
  const search = new URLSearchParams({ name: NAME, ...query })
  return service.http
    .post(`${to}/files?${search}`)
    .set('authorization', `Bearer ${client.token}`)
    .set('content-type', type)
    .send(content)
}

/** As bytes, whatever the media type. */
function download(client: TestClient, location: string, purpose: string) {
  return service.http
    .get(location)
    .set('authorization', `Bearer ${client.token}`)
    .set('x-purpose', purpose)
    .buffer(true)
    .parse((answer, done) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => done(null, Buffer.concat(chunks)))
    })
}

/** An office document as far as its type goes: a ZIP archive of empty entries. */
function archiveOf(...names: string[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const name of names) {
    const bytes = Buffer.from(name)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(bytes.length, 26)
    local.push(header, bytes)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(bytes.length, 28)
    entry.writeUInt32LE(offset, 42)
    central.push(entry, bytes)
    offset += header.length + bytes.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

describe('a file', () => {
  it('comes back as it was attached, for a purpose, which leaves a trace', async () => {
    const content = pdf(2_500_000)
    const attached = await attach(parties.enterprise, content, { victimId: 'v1', paper: 'body-examination' })
    expect([attached.status, attached.text]).toEqual([201, expect.anything()])
    expect(attached.body).toMatchObject({ name: NAME, mediaType: 'application/pdf', size: content.length })
    const { location } = attached.headers as { location: string }

    expect((await parties.office.get(location)).status).toBe(403)
    const read = await download(parties.office, location, 'Dieu tra')
    expect(read.status).toBe(200)
    expect(content.equals(read.body as Buffer)).toBe(true)
    expect(read.headers['content-type']).toBe('application/pdf')
    expect(decodeURIComponent(String(read.headers['content-disposition']))).toContain(NAME)
    const traces = await execute(service.ownerUrl, 'select client_id, purpose from personal_data_access')
    expect(traces).toEqual([{ client_id: parties.office.clientId, purpose: 'Dieu tra' }])

    const { body } = await parties.office.get(`${path}/dossiers`)
    const [dossier] = body.items as { papers: { paper: string; required: boolean; files: string[] }[] }[]
    expect(dossier?.papers.find(({ paper }) => paper === 'body-examination')).toMatchObject({
      required: true,
      files: [attached.body.id],
    })
  })

  it('is in the database neither by its name nor by its content', async () => {
    const secret = 'Nạn nhân Nguyễn Văn Mẫu, bị thương ở đầu'
    await attach(parties.enterprise, Buffer.from(`%PDF-1.7\n${secret}`))
    const chunks = await execute(service.ownerUrl, 'select sealed from declaration_file_chunk')
    const acts = await execute(service.ownerUrl, `select a::text as row from declaration_act a where act = 'attach'`)
    expect(chunks.some(({ sealed }) => (sealed as Buffer).includes(Buffer.from(secret)))).toBe(false)
    expect(acts).not.toEqual([])
    expect(JSON.stringify(acts)).not.toContain('Mẫu')
    expect(service.logged()).not.toContain('Mẫu')
  })

  it('is not served once a piece of it was changed', async () => {
    const { headers } = await attach(parties.enterprise, pdf())
    const id = String(headers.location).split('/').at(-1)
    await execute(
      service.ownerUrl,
      'update declaration_file_chunk set sealed = set_byte(sealed, 20, (get_byte(sealed, 20) + 1) % 256) where file_id = $1',
      [id],
    )
    expect((await parties.enterprise.get(String(headers.location), { 'x-purpose': 'kiem tra' })).status).toBe(500)
  })

  it.each<[string, Buffer, string]>([
    ['PDF', pdf(), 'application/pdf'],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['PNG', Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1'), 'image/png'],
    [
      'Word',
      archiveOf('[Content_Types].xml', 'word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'Excel',
      archiveOf('[Content_Types].xml', 'xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  ])('of %s is known by its content', async (_what, content, mediaType) => {
    expect((await attach(parties.enterprise, content)).body.mediaType).toBe(mediaType)
  })

  it.each<[string, Buffer]>([
    ['a page of HTML', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a program', Buffer.from('MZ\x90\x00', 'latin1')],
    ['an archive of anything', archiveOf('readme.txt')],
    ['a document with macros', archiveOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
    ['a cut archive', archiveOf('[Content_Types].xml', 'word/document.xml').subarray(0, 60)],
    ['nothing', Buffer.alloc(0)],
  ])('that is %s is refused', async (_what, content) => {
    const refused = await attach(parties.enterprise, content)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ code: 'unsupported-content' }])
  })

  it('larger than the limit is refused, as is one that is not sent as it is', async () => {
    expect((await attach(parties.enterprise, pdf(LIMIT + 1))).status).toBe(413)
    expect((await attach(parties.enterprise, pdf(), {}, 'application/pdf')).status).toBe(415)
    expect((await attach(parties.enterprise, pdf(), { paper: 'photo' })).status).toBe(400)
  })
})

/** A declaration of its own, by the path of which files are attached. */
async function another(victimIds: readonly string[] = ['v1']): Promise<string> {
  const declaration = sample()
  const victims = victimIds.map((victimId) => ({ ...sample().victims[0], victimId }))
  declaration.accident.narrative.course = `Rơi từ tầng 7. ${randomUUID()}`
  const { headers, status, text } = await parties.enterprise.file({ ...declaration, victims })
  expect(status, text).toBe(201)
  return String(headers.location)
}

describe('the act that attaches a file', () => {
  it('stands in the history with the file, whose hash the chain covers', async () => {
    const own = await another()
    const content = pdf()
    const attached = await attach(parties.enterprise, content, { victimId: 'v1' }, OCTETS, own)
    expect([attached.status, attached.headers.etag]).toEqual([201, '"2"'])
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(attached.body).toMatchObject({ sha256, seq: 2, victimId: 'v1' })
    const { items } = (await parties.office.get(`${own}/revisions`)).body as { items: Json[] }
    expect(items.map(({ act, fileId }) => [act, fileId])).toEqual([
      ['file', null],
      ['attach', attached.body.id],
    ])
    expect((await parties.office.get(`${own}/files`)).body.items).toMatchObject([{ sha256, seq: 2 }])
    const [row] = await execute(
      service.ownerUrl,
      `select annex::text from declaration_act where seq = 2 and act = 'attach'`,
    )
    expect(String(row?.annex)).not.toMatch(new RegExp(`${sha256}|Mẫu`))
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
  })

  it('is offered to whoever has a say, until nothing is added any more', async () => {
    const own = await another()
    for (const client of [parties.enterprise, parties.office]) {
      expect((await client.get(own)).body.actions).toContain('attach')
    }
    await parties.enterprise.expect(200, 'post', `${own}/withdrawal`, { reason: 'Nhầm.' }, { 'if-match': '"1"' })
    expect((await parties.enterprise.get(own)).body.actions).toEqual(['comment'])
    expect((await attach(parties.enterprise, pdf(), {}, OCTETS, own)).status).toBe(409)
  })

  it('comes one after another when several files are sent at once', async () => {
    const own = await another()
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => attach(parties.enterprise, pdf(), {}, OCTETS, own)))
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    const { items } = (await parties.enterprise.get(`${own}/files`)).body as { items: Json[] }
    expect(items.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6])
  })

  it('names a victim of the declaration, of the revision in force or of the latest', async () => {
    const own = await another(['v1', 'v2'])
    const refused = await attach(parties.enterprise, pdf(), { victimId: 'v9' }, OCTETS, own)
    expect(refused.status).toBe(422)
    const [error] = refused.body.errors
    expect(error).toMatchObject({ pointer: '/querystring/victimId', code: 'unknown-victim' })
    expect(error.message).toContain('Nạn nhân trong hồ sơ: v1, v2;')
    expect((await parties.enterprise.get(`${own}/files`)).body.items).toEqual([])
    expect((await attach(parties.enterprise, pdf(), { victimId: 'v2' }, OCTETS, own)).status).toBe(201)
  })

  it('names no victim where the kind of declaration has none', async () => {
    const { status, headers, text } = await parties.enterprise.send('post', '/v1/periodic-reports', ZERO, {
      'idempotency-key': randomUUID(),
    })
    expect(status, text).toBe(201)
    const refused = await attach(parties.enterprise, pdf(), { victimId: 'v1' }, OCTETS, String(headers.location))
    expect([refused.status, refused.body.errors[0].message]).toEqual([
      422,
      expect.stringContaining('không có nạn nhân'),
    ])
  })
})

const ZERO = { kind: 'accident-summary', period: { year: 2024 }, zero: true }

describe('the check of the register', () => {
  const storage = () => postgresStorage(service.declarations)
  const faultsOf = async (path: string) => {
    const { faults } = await verifyFiles(accidentKind, { ...service.declarations, storage: storage() })
    return faults.filter((fault) => fault.startsWith(String(path.split('/').at(-1))))
  }

  it('finds every content that is not the one attached', async () => {
    const own = await another()
    const { body } = await attach(parties.enterprise, pdf(), {}, OCTETS, own)
    expect(await faultsOf(own)).toEqual([])
    // By somebody who has the keys, under the same name.
    await execute(service.ownerUrl, 'delete from declaration_file_chunk where file_id = $1', [body.id])
    await storage().keep(parties.enterpriseId, String(body.id), pdf())
    expect(await faultsOf(own)).toEqual([expect.stringContaining(`file ${body.id} is not what was attached`)])
    expect((await parties.enterprise.get(`${own}/files/${body.id}`, { 'x-purpose': 'kiem tra' })).status).toBe(500)
    await execute(service.ownerUrl, 'delete from declaration_file_chunk where file_id = $1', [body.id])
    expect(await faultsOf(own)).toHaveLength(1)
  })

  it('finds an act whose sealed part was replaced, hash and all', async () => {
    const own = await another()
    const id = String(own.split('/').at(-1))
    await attach(parties.enterprise, pdf(), {}, OCTETS, own)
    const key = await service.declarations.tenantKeys.keyOf(parties.enterpriseId)
    const other = sealValues({ '/name': 'khac.pdf', '/sha256': '00'.repeat(32) }, key, annexContext(id, 2))
    await execute(service.ownerUrl, 'update declaration_act set sealed = $2 where declaration_id = $1 and seq = 2', [
      id,
      other.sealed,
    ])
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([
      `${id}: what act 2 sealed is not what was filed`,
    ])
  })
})

describe('a file from before attaching was an act', () => {
  it('is listed, read and checked like the others', async () => {
    const own = await another()
    const id = randomUUID()
    const content = pdf()
    const { tenantKeys, master } = service.declarations
    await postgresStorage(service.declarations).keep(parties.enterpriseId, id, content)
    const sha256 = createHash('sha256').update(content).digest('hex')
    await execute(
      service.ownerUrl,
      `insert into declaration_file (tenant_id, id, declaration_id, kind, media_type, size, digest, sealed_name, client_id, attached_at)
       values ($1, $2, $3, 'accident', 'application/pdf', $4, $5, $6, 'cu', '2026-06-01T02:00:00Z')`,
      [
        parties.enterpriseId,
        id,
        own.split('/').at(-1),
        content.length,
        master.pseudonym(`file/${parties.enterpriseId}`, sha256),
        seal(await tenantKeys.keyOf(parties.enterpriseId), Buffer.from('cu.pdf'), `file/${id}/name`),
      ],
    )
    await attach(parties.enterprise, pdf(), {}, OCTETS, own)
    const { items } = (await parties.office.get(`${own}/files`)).body as { items: Json[] }
    expect(items).toMatchObject([{ id, name: 'cu.pdf', sha256: null, seq: null }, { seq: 2 }])
    const read = await download(parties.office, `${own}/files/${id}`, 'Dieu tra')
    expect([read.status, content.equals(read.body as Buffer)]).toEqual([200, true])
  })
})

describe('who is entitled', () => {
  it('the enterprise, the commune and the office of the place; nobody else', async () => {
    const { headers } = await attach(parties.enterprise, pdf())
    const location = String(headers.location)
    const client = (role: string, code: string) =>
      service.admin.newClient({ name: role, role, jurisdiction: { units: [{ scheme: 'VN-2025', code }] } })
    const commune = await client('commune', '01849')
    expect((await commune.get(location, { 'x-purpose': 'ho so' })).status).toBe(200)
    for (const stranger of [await client('labour-office', '01'), await client('health-office', '19')]) {
      expect((await stranger.get(location, { 'x-purpose': 'ho so' })).status).toBe(404)
      expect((await stranger.get(`${path}/files`)).status).toBe(404)
      expect((await attach(stranger, pdf())).status).toBe(404)
    }
    expect((await service.admin.get(location, { 'x-purpose': 'ho so' })).status).toBe(403)
    const other = `${location.slice(0, -36)}${randomUUID()}`
    expect((await parties.office.get(other, { 'x-purpose': 'ho so' })).status).toBe(404)
  })

  it('nobody attaches to what was withdrawn', async () => {
    const own = await another()
    await parties.enterprise.expect(200, 'post', `${own}/withdrawal`, { reason: 'Nhầm.' }, { 'if-match': '"1"' })
    expect((await attach(parties.enterprise, pdf(), {}, OCTETS, own)).status).toBe(409)
  })
})
