import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accidentKind } from '../../../src/accident/kind.ts'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Answer, type Json, NOW, startTestService, TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())

function fresh() {
  const declaration = sample()
  declaration.accident.narrative.course = `Rơi từ sàn tầng 5. ${randomUUID()}`
  return declaration
}

async function filed(declaration = fresh()): Promise<string> {
  const answer = await parties.enterprise.file(declaration)
  expect([answer.status, answer.text]).toEqual([201, expect.anything()])
  return String(answer.headers.location)
}

/** With the version the caller would have read a moment ago. */
async function act(client: TestClient, path: string, what: string, body: object): Promise<Answer> {
  const { etag } = (await client.get(path)).headers
  return client.send(what === 'put' ? 'put' : 'post', what === 'put' ? path : `${path}/${what}`, body, {
    'if-match': String(etag),
  })
}

const NOW_ISO = new Date(NOW).toISOString()

const view = async (path: string) => (await parties.enterprise.get(path)).body
const commentsOn = async (client: TestClient, path: string) =>
  (await client.get(`${path}/comments`)).body.items as Json[]

describe('the review of a declaration', () => {
  it('returns it with comments at their places, is answered, amended, and ends with acceptance', async () => {
    const declaration = fresh()
    const path = await filed(declaration)
    const asked = { comments: [{ pointer: '/victims/0/injuries', text: 'Chưa rõ thương tích' }], dueOn: '2026-12-01' }
    expect((await act(parties.office, path, 'return', asked)).body).toMatchObject({ status: 'returned', seq: 2 })
    expect(await view(path)).toMatchObject({
      status: 'returned',
      inForce: 1,
      explanation: expect.stringMatching(/trả lại bản 1 .*chậm nhất ngày 01\/12\/2026/),
      returned: { at: NOW_ISO, dueOn: '2026-12-01', comments: 1 },
    })
    const english = await parties.enterprise.get(path, { 'accept-language': 'en' })
    expect(english.body.explanation).toContain('answer or amend by 2026-12-01')

    const [question] = await commentsOn(parties.enterprise, path)
    expect(question).toMatchObject({
      state: 'open',
      by: { role: 'labour-office' },
      pin: '/victims/0/injuries',
      dueOn: '2026-12-01',
    })
    const answer = { thread: question?.thread, pointer: question?.pointer, text: 'Theo giấy chứng thương' }
    expect((await parties.enterprise.send('post', `${path}/comments`, answer)).status).toBe(201)
    expect((await commentsOn(parties.office, path)).map(({ state }) => state)).toEqual(['answered', 'answered'])
    expect((await view(path)).returned).toMatchObject({ comments: 0 })

    const second = { ...declaration.victims[0], victimId: 'v0', condition: 'light', death: undefined, injuries: [] }
    const amended = { ...declaration, victims: [second, ...declaration.victims], reason: 'Bổ sung nạn nhân' }
    const put = await act(parties.enterprise, path, 'put', amended)
    expect([put.status, put.text]).toEqual([200, expect.anything()])
    expect((await view(path)).returned).toBeNull()
    expect(await commentsOn(parties.office, path)).toMatchObject([
      { revision: 1, pointer: '/victims/0/injuries', pin: '/victims/1/injuries' },
      { pin: '/victims/1/injuries' },
    ])
    expect((await act(parties.office, path, 'acceptance', {})).body).toMatchObject({ status: 'accepted' })
    expect(await view(path)).toMatchObject({ status: 'accepted', inForce: 2 })
    expect((await commentsOn(parties.office, path)).map(({ state }) => state)).toEqual(['resolved', 'resolved'])
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
  })

  it('keeps what was accepted in force through amendments and returns, until one is accepted', async () => {
    const declaration = fresh()
    const path = await filed(declaration)
    await act(parties.office, path, 'acceptance', {})
    for (const reason of ['Sửa lần 1', 'Sửa lần 2']) {
      declaration.accident.narrative.course += reason
      expect((await act(parties.enterprise, path, 'put', { ...declaration, reason })).status).toBe(200)
      await act(parties.office, path, 'return', { comments: [{ text: 'Chưa đủ căn cứ' }] })
    }
    expect(await view(path)).toMatchObject({ status: 'returned', revision: 3, inForce: 1 })
    await act(parties.office, path, 'acceptance', {})
    expect(await view(path)).toMatchObject({ status: 'accepted', revision: 3, inForce: 3 })
  })

  it('refuses an amendment that is what is in force already, also when something else was filed since', async () => {
    const declaration = fresh()
    const path = await filed(declaration)
    await act(parties.office, path, 'acceptance', {})
    const other = { ...fresh(), reason: 'Sửa' }
    expect((await act(parties.enterprise, path, 'put', other)).status).toBe(200)
    const back = await act(parties.enterprise, path, 'put', { ...declaration, reason: 'Trở lại' })
    expect([back.status, back.body.code]).toEqual([422, 'unchanged'])
  })

  it('is for the office in whose jurisdiction the accident lies', async () => {
    const path = await filed()
    const return_ = { comments: [{ text: 'x' }] }
    expect((await act(parties.enterprise, path, 'return', return_)).status).toBe(403)
    const elsewhere = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    for (const what of ['return', 'acceptance']) {
      const body = what === 'return' ? return_ : {}
      const answer = await elsewhere.send('post', `${path}/${what}`, body, { 'if-match': '"1"' })
      expect(answer.status).toBe(404)
    }
  })

  it('sets no day that is over, as days are counted in Viet Nam', async () => {
    const path = await filed()
    const comments = [{ text: 'Chưa đủ căn cứ' }]
    const refused = await act(parties.office, path, 'return', { comments, dueOn: '2026-11-20' })
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ pointer: '/dueOn', code: 'past' }]])
    expect((await view(path)).status).toBe('filed')
    // Past midnight there, and still the day before in London.
    service.setTime('2026-11-20T18:00:00Z')
    const early = await act(parties.office, path, 'return', { comments, dueOn: '2026-11-20' })
    const today = await act(parties.office, path, 'return', { comments, dueOn: '2026-11-21' })
    expect([early.status, today.status]).toEqual([422, 200])
    service.setTime(NOW)
  })

  it('says of what waits to be confirmed that it was returned, and why it still does not count', async () => {
    const asked = await TestClient.anonymous(service).expect(201, 'post', '/v1/registrations', {
      taxCode: '4600777885',
      name: 'Cơ sở mới',
      headOffice: { scheme: 'VN-2025', code: '01849' },
      contact: { name: 'Người liên hệ', phone: '0912000222' },
    })
    const { clientId, clientSecret } = asked.body
    const newcomer = await TestClient.withCredentials(service.http, String(clientId), String(clientSecret))
    const declaration = fresh()
    Object.assign(declaration.establishment, { taxCode: '4600777885', name: 'Cơ sở mới' })
    const path = String((await newcomer.file(declaration)).headers.location)
    await act(parties.office, path, 'return', { comments: [{ text: 'Chưa rõ cơ sở' }], dueOn: '2026-12-01' })
    const { body } = await newcomer.expect(200, 'get', path)
    const sentence = expect.stringMatching(/đã trả lại bản 1 .*01\/12\/2026; hồ sơ chưa được tính/)
    expect(body).toMatchObject({
      status: 'needs-review',
      explanation: sentence,
      counting: { counted: false, reasons: [{ text: sentence }] },
      returned: { dueOn: '2026-12-01', comments: 1 },
    })
  })

  it('is answered by no other who reads it: each is told whose it is', async () => {
    const path = await filed()
    const health = await service.admin.newClient({
      name: 'Sở Y tế',
      role: 'health-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
    })
    // Reads accidents, and has no permission to write about them.
    expect((await health.send('post', `${path}/comments`, { text: 'x' })).status).toBe(403)
    const put = await act(parties.office, path, 'put', { ...fresh(), reason: 'Sửa' })
    expect([put.status, put.body.detail]).toEqual([403, expect.stringMatching(/bên khai báo sửa đổi.*\/return/)])
  })

  it('keeps comments sealed, and from those who see no persons', async () => {
    const path = await filed()
    const secret = `Gọi cho anh Nguyễn Văn Kín ${randomUUID()}`
    await act(parties.office, path, 'return', { comments: [{ text: secret }] })
    const health = await service.admin.newClient({
      name: 'Sở Y tế',
      role: 'health-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
    })
    const refused = await health.get(`${path}/comments`)
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('nêu tên người')])
    expect((await health.get(path)).status).toBe(200)
    const rows = await service.database.within({ reach: '*' }, (session) =>
      session.run<{ row: string }>({ name: 'every-act', text: 'select a::text as row from declaration_act a' }),
    )
    expect(rows.some(({ row }) => row.includes('Nguyễn Văn Kín'))).toBe(false)
  })
})

describe('a comment', () => {
  const commented = (by: TestClient, path: string, body: Json) => by.send('post', `${path}/comments`, body)

  it('is about something that the declaration has; otherwise the nearest that it has is named', async () => {
    const path = await filed()
    const refused = await commented(parties.office, path, { pointer: '/victims/0/death/place', text: 'x' })
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ pointer: '/pointer', code: 'unknown-place', message: expect.stringContaining('/victims/0/death') }],
    ])
    const comments = [{ pointer: '/victims/0', text: 'x' }, { pointer: '/nothing', text: 'x' }, { text: 'x' }]
    const returned = await act(parties.office, path, 'return', { comments })
    expect([returned.status, returned.body.errors]).toMatchObject([
      422,
      [{ pointer: '/comments/1/pointer', message: expect.stringContaining('bỏ pointer') }],
    ])
    expect(await view(path)).toMatchObject({ status: 'filed' })
  })

  it('that answers stands where its thread does, and nowhere else', async () => {
    const path = await filed()
    await act(parties.office, path, 'return', { comments: [{ pointer: '/victims/0/injuries', text: 'x' }] })
    const [{ thread } = {}] = await commentsOn(parties.enterprise, path)
    await parties.enterprise.expect(201, 'post', `${path}/comments`, { thread, text: 'Theo giấy chứng thương' })
    expect((await commentsOn(parties.office, path)).at(-1)).toMatchObject({
      thread,
      pointer: '/victims/0/injuries',
      pin: '/victims/0/injuries',
    })
    const elsewhere = await commented(parties.enterprise, path, { thread, pointer: '/victims/0', text: 'x' })
    expect([elsewhere.status, elsewhere.body.errors]).toMatchObject([
      422,
      [{ pointer: '/pointer', code: 'other-place', message: expect.stringContaining('/victims/0/injuries') }],
    ])
    const unknown = await commented(parties.enterprise, path, { thread: randomUUID(), text: 'x' })
    expect([unknown.status, unknown.body.errors]).toMatchObject([422, [{ pointer: '/thread', code: 'unknown-thread' }]])
  })

  it('that answers after an amendment may name the place of the thread as it stands now', async () => {
    const declaration = fresh()
    const path = await filed(declaration)
    await act(parties.office, path, 'return', { comments: [{ pointer: '/victims/0/injuries', text: 'x' }] })
    const [{ thread } = {}] = await commentsOn(parties.enterprise, path)
    const second = { ...declaration.victims[0], victimId: 'v0', condition: 'light', death: undefined, injuries: [] }
    const amended = { ...declaration, victims: [second, ...declaration.victims], reason: 'Bổ sung nạn nhân' }
    expect((await act(parties.enterprise, path, 'put', amended)).status).toBe(200)
    for (const pointer of ['/victims/0/injuries', '/victims/1/injuries']) {
      await parties.enterprise.expect(201, 'post', `${path}/comments`, { thread, pointer, text: 'Đã sửa.' })
    }
    const pins = (await commentsOn(parties.office, path)).map(({ pointer, pin }) => [pointer, pin])
    expect(new Set(pins.map(String))).toEqual(new Set(['/victims/0/injuries,/victims/1/injuries']))
  })

  it('has no place any more once an amendment took away what it was about', async () => {
    const declaration = { ...fresh(), preliminary: true }
    const path = await filed(declaration)
    await commented(parties.office, path, { pointer: '/preliminary', text: 'Còn sơ bộ?' })
    const { preliminary: _none, ...amended } = { ...declaration, reason: 'Đã đủ' }
    expect((await act(parties.enterprise, path, 'put', amended)).status).toBe(200)
    expect(await commentsOn(parties.office, path)).toMatchObject([{ revision: 1, pointer: '/preliminary', pin: null }])
  })
})
