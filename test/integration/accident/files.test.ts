import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { startTestService, type TestClient, type TestService } from '../../support/service.ts'

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

function attach(
  client: TestClient,
  content: Buffer,
  query: Record<string, string> = {},
  type = 'application/octet-stream',
) {
  const search = new URLSearchParams({ name: NAME, ...query })
  return service.http
    .post(`${path}/files?${search}`)
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
    const files = await execute(service.ownerUrl, 'select f::text as row from declaration_file f')
    expect(chunks.some(({ sealed }) => (sealed as Buffer).includes(Buffer.from(secret)))).toBe(false)
    expect(JSON.stringify(files)).not.toContain('Mẫu')
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
    const declaration = sample()
    declaration.accident.narrative.course = `Rơi từ tầng 6. ${randomUUID()}`
    const filed = await parties.enterprise.file(declaration)
    const own = String(filed.headers.location)
    await parties.enterprise.expect(200, 'post', `${own}/withdrawal`, { reason: 'Nhầm.' }, { 'if-match': '"1"' })
    const answer = await service.http
      .post(`${own}/files?name=a.pdf`)
      .set('authorization', `Bearer ${parties.enterprise.token}`)
      .set('content-type', 'application/octet-stream')
      .send(pdf())
    expect(answer.status).toBe(409)
  })
})
