import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accidentKind } from '../../../src/accident/kind.ts'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

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
      explanation: expect.stringContaining('trả lại bản 1'),
    })

    const [question] = await commentsOn(parties.enterprise, path)
    expect(question).toMatchObject({ state: 'open', by: { role: 'labour-office' }, pin: '/victims/0/injuries' })
    const answer = { thread: question?.thread, pointer: question?.pointer, text: 'Theo giấy chứng thương' }
    expect((await parties.enterprise.send('post', `${path}/comments`, answer)).status).toBe(201)
    expect((await commentsOn(parties.office, path)).map(({ state }) => state)).toEqual(['answered', 'answered'])

    const second = { ...declaration.victims[0], victimId: 'v0', condition: 'light', death: undefined, injuries: [] }
    const amended = { ...declaration, victims: [second, ...declaration.victims], reason: 'Bổ sung nạn nhân' }
    const put = await act(parties.enterprise, path, 'put', amended)
    expect([put.status, put.text]).toEqual([200, expect.anything()])
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

  it('keeps comments sealed, and from those who see no persons', async () => {
    const path = await filed()
    const secret = `Gọi cho anh Nguyễn Văn Kín ${randomUUID()}`
    await act(parties.office, path, 'return', { comments: [{ text: secret }] })
    const health = await service.admin.newClient({
      name: 'Sở Y tế',
      role: 'health-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
    })
    expect((await health.get(`${path}/comments`)).status).toBe(404)
    expect((await health.get(path)).status).toBe(200)
    const rows = await service.database.within({ reach: '*' }, (session) =>
      session.run<{ row: string }>({ name: 'every-act', text: 'select a::text as row from declaration_act a' }),
    )
    expect(rows.some(({ row }) => row.includes('Nguyễn Văn Kín'))).toBe(false)
  })
})
