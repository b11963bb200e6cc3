import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../support/database.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

/** Who asks and who answers: whose declaration it is decides, not the role of who writes. */

let service: TestService
let parties: Parties
let commune: TestClient

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  commune = await service.admin.newClient({
    name: 'Ủy ban nhân dân xã',
    role: 'commune',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '01849' }] },
  })
})
afterAll(() => service.close())

function accident() {
  const declaration = sample()
  declaration.accident.narrative.course = `Rơi từ sàn tầng 5. ${randomUUID()}`
  return declaration
}

async function filedBy(client: TestClient, declaration: unknown): Promise<string> {
  const answer = await client.file(declaration)
  expect(answer.status, answer.text).toBe(201)
  return String(answer.headers.location)
}

/** Of a worker without contract, in the name of the commune itself. */
function ofCommune(): Promise<string> {
  const declaration = accident()
  declaration.victims[0].employmentRelation = 'self-employed'
  return filedBy(commune, declaration)
}

async function act(by: TestClient, path: string, what: string, body: Json): Promise<Answer> {
  const { headers } = await by.expect(200, 'get', path)
  return by.send('post', `${path}/${what}`, body, { 'if-match': String(headers.etag) })
}

async function threadsOf(path: string): Promise<Json[]> {
  return (await parties.office.expect(200, 'get', `${path}/comments`)).body.items as Json[]
}

async function workOn(path: string, client: TestClient): Promise<unknown[]> {
  const { body } = await client.expect(200, 'get', '/v1/work-list?limit=200')
  return (body.items as Json[]).filter(({ link }) => link === path).map(({ sort }) => sort)
}

const returning = { comments: [{ text: 'Đề nghị ghi rõ nơi cư trú.' }], dueOn: '2026-12-20' }

describe('a commune', () => {
  it('answers for what it declared itself', async () => {
    const path = await ofCommune()
    expect((await act(parties.office, path, 'return', returning)).status).toBe(200)
    const [question] = await threadsOf(path)
    expect(question?.state).toBe('open')
    expect(await workOn(path, commune)).toEqual(['to-answer'])

    const answer = { thread: question?.thread, text: 'Thôn 5.' }
    await commune.expect(201, 'post', `${path}/comments`, answer)
    expect((await threadsOf(path)).map(({ state }) => state)).toEqual(['answered', 'answered'])
    expect(await workOn(path, parties.office)).toEqual(['answered'])
    expect(await workOn(path, commune)).toEqual([])
  })

  it('asks about what an enterprise declared', async () => {
    const path = await filedBy(parties.enterprise, accident())
    await commune.expect(201, 'post', `${path}/comments`, { text: 'Đề nghị ghi rõ thôn.' })
    expect((await threadsOf(path)).map(({ state }) => state)).toEqual(['open'])
    const [{ thread } = {}] = await threadsOf(path)
    await parties.enterprise.expect(201, 'post', `${path}/comments`, { thread, text: 'Thôn 5.' })
    expect((await threadsOf(path)).map(({ state }) => state)).toEqual(['answered', 'answered'])
  })

  it('does not contest its own filing', async () => {
    const path = await ofCommune()
    const refused = await act(commune, path, 'contestation', { reason: 'Sai.' })
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('chính bên khai báo')])
  })
})

describe('a thread', () => {
  it('is settled by the office, and not by who is asked', async () => {
    const path = await filedBy(parties.enterprise, accident())
    await act(parties.office, path, 'return', returning)
    const [{ thread } = {}] = await threadsOf(path)
    const settling = { thread, text: 'Đã rõ.', resolved: true }
    const refused = await parties.enterprise.send('post', `${path}/comments`, settling)
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('resolved')])
    expect((await threadsOf(path)).map(({ state }) => state)).toEqual(['open'])
    await parties.office.expect(201, 'post', `${path}/comments`, settling)
    expect((await threadsOf(path)).map(({ state }) => state)).toEqual(['resolved', 'resolved'])
  })

  it('takes comments that are written at the same moment', async () => {
    const path = await filedBy(parties.enterprise, accident())
    const texts = ['Một.', 'Hai.', 'Ba.', 'Bốn.']
    const answers = await Promise.all(
      texts.map((text) => parties.enterprise.send('post', `${path}/comments`, { text })),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect((await threadsOf(path)).map(({ text }) => text).sort()).toEqual([...texts].sort())
  })
})

describe('a comment from before sides were kept', () => {
  it.each([
    ['labour-office', 'enterprise', 'office'],
    ['health-office', 'enterprise', 'office'],
    ['commune', 'enterprise', 'office'],
    ['commune', 'commune', 'filer'],
    ['labour-office', 'commune', 'office'],
    ['enterprise', 'enterprise', 'filer'],
    ['examiner', 'enterprise', 'filer'],
  ])('of a %s about the declaration of a tenant of kind %s is the word of the %s', async (role, tenant, side) => {
    const [row] = await execute(
      service.ownerUrl,
      `select side_of('{"comments":[]}', $1, (select id from tenant where kind = $2 limit 1)) as side`,
      [role, tenant],
    )
    expect(row?.side).toBe(side)
  })
})
