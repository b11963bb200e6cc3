import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())

const english = { 'accept-language': 'en' }
const validate = '/v1/accident-declarations/validate'

/** The sample with another narrative: content that was not filed before. */
function fresh() {
  const declaration = sample()
  declaration.accident.narrative.course = `Rơi từ sàn tầng 5. ${randomUUID()}`
  return declaration
}

/** With warnings: a victim of 88 years. */
function improbable() {
  const declaration = fresh()
  declaration.victims[0].person.birthYear = 1938
  return declaration
}

function warningsOf({ body }: Answer): Json[] {
  return (body.findings as Json[]).filter(({ kind }) => kind === 'warning')
}

function withdraw(path: string, etag: string, headers: Record<string, string> = {}): Promise<Answer> {
  return parties.enterprise.send(
    'post',
    `${path}/withdrawal`,
    { reason: 'Nhầm cơ sở' },
    { 'if-match': etag, ...headers },
  )
}

describe('what is not done to a declaration', () => {
  it('because it changed since is told with the version it is at', async () => {
    const declaration = fresh()
    const { headers } = await parties.enterprise.file(declaration)
    const path = String(headers.location)
    declaration.accident.cause = '5'
    const amended = { ...declaration, reason: 'Nguyên nhân' }
    await parties.enterprise.expect(200, 'put', path, amended, { 'if-match': '"1"' })
    const answers = [
      await parties.enterprise.send('put', path, { ...amended, channel: 'x' }, { 'if-match': '"1"', ...english }),
      await withdraw(path, '"1"', english),
      await parties.office.send('post', `${path}/acceptance`, {}, { 'if-match': '"1"', ...english }),
    ]
    for (const { status, body } of answers) {
      expect([status, body.detail]).toEqual([412, expect.stringContaining('ETag "2"')])
    }
  })

  it('because nothing in it changed is told as on record', async () => {
    const declaration = fresh()
    const { headers } = await parties.enterprise.file(declaration)
    const same = { ...declaration, reason: 'Không đổi' }
    const answer = await parties.enterprise.send('put', String(headers.location), same, {
      'if-match': '"1"',
      ...english,
    })
    expect([answer.body.code, answer.body.detail]).toEqual(['unchanged', expect.stringContaining('on record')])
  })

  it('because of its state is told with that state and what may be done instead', async () => {
    const { headers } = await parties.enterprise.file(fresh())
    const path = String(headers.location)
    await parties.office.expect(200, 'post', `${path}/acceptance`, {}, { 'if-match': '"1"' })
    const again = await parties.office.send('post', `${path}/acceptance`, {}, { 'if-match': '"2"' })
    expect([again.status, again.body.detail]).toEqual([
      409,
      'Bản 1 đã được cơ quan quản lý chấp nhận và đang có hiệu lực. Không cần chấp nhận lần nữa; muốn thay đổi thì bên khai báo sửa đổi, cơ quan quản lý trả lại kèm ý kiến hoặc rút.',
    ])

    const other = String((await parties.enterprise.file(fresh())).headers.location)
    expect((await withdraw(other, '"1"')).status).toBe(200)
    const late = await withdraw(other, '"2"', english)
    expect([late.status, late.body.detail]).toEqual([
      409,
      'Withdrawn; kept on record, and never counted. It takes nothing but comments any more; if it was withdrawn by mistake, file anew.',
    ])
    const file = await parties.enterprise.send('post', `${other}/files?name=a.pdf`, '%PDF-1.7', {
      'content-type': 'application/octet-stream',
    })
    expect([file.status, file.body.detail]).toEqual([409, expect.stringContaining('Đã rút')])
  })
})

describe('an idempotency key', () => {
  const withKey = (key: string) => ({ 'idempotency-key': key })

  it('that belongs to a filing is refused for another body before the findings of that body', async () => {
    const key = randomUUID()
    await parties.enterprise.file(fresh(), withKey(key))
    const wrong = fresh()
    wrong.victims[0].injuries = ['110']
    for (const body of [wrong, improbable(), { ...fresh(), channel: 7 }, []]) {
      const other = await parties.enterprise.file(body, withKey(key))
      expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
    }
  })

  it('of a filing that was refused stays free, for that body and for others', async () => {
    const key = randomUUID()
    const wrong = fresh()
    wrong.victims[0].injuries = ['110']
    for (const body of [wrong, improbable(), wrong]) {
      const refused = await parties.enterprise.file(body, withKey(key))
      expect(refused.body.code).not.toBe('idempotency-key-reused')
    }
    expect((await parties.enterprise.file(fresh(), withKey(key))).status).toBe(201)
  })
})

describe('the same content', () => {
  it('is no warning once the earlier declaration is withdrawn, filed or validated, and one again thereafter', async () => {
    const declaration = fresh()
    const first = await parties.enterprise.file(declaration)
    await withdraw(String(first.headers.location), '"1"')

    const validated = await parties.enterprise.send('post', validate, declaration)
    expect(validated.body.acceptable).toBe(true)
    const anew = await parties.enterprise.file(declaration)
    expect(anew.status).toBe(201)

    const third = await parties.enterprise.file(declaration)
    expect(warningsOf(third)).toContainEqual(
      expect.objectContaining({ rule: 'KB-GEN-01', message: expect.stringContaining(String(anew.body.id)) }),
    )
    expect(warningsOf(await parties.enterprise.send('post', validate, declaration))).toEqual(warningsOf(third))
  })
})

describe('a confirmation', () => {
  it('of a warning that there is none is told, with where the warning stands', async () => {
    const declaration = improbable()
    const [warning] = warningsOf(await parties.enterprise.file(declaration))
    const confirmations = [
      { rule: 'ACC-X99', pointer: '', reason: 'Đúng.' },
      { rule: warning?.rule, pointer: '/victims/7', reason: 'Đúng.' },
    ]
    const refused = await parties.enterprise.file({ ...declaration, confirmations }, english)
    expect(refused.body.code).toBe('warnings-unconfirmed')
    const told = [
      { pointer: '/confirmations/0', code: 'confirms-nothing', message: expect.stringContaining('ACC-X99') },
      {
        pointer: '/confirmations/1',
        code: 'confirms-nothing',
        message: expect.stringContaining(`"${warning?.pointer}"`),
      },
    ]
    expect(refused.body.errors).toEqual(told)
    const validated = await parties.enterprise.send('post', validate, { ...declaration, confirmations }, english)
    expect(validated.body.errors).toEqual(told)
  })

  it('of what is no longer a warning stands in nobody’s way', async () => {
    const confirmations = [{ rule: 'ACC-X99', pointer: '', reason: 'Đúng.' }]
    const declaration = { ...fresh(), confirmations }
    const validated = await parties.enterprise.send('post', validate, declaration)
    expect([validated.body.acceptable, validated.body.errors]).toEqual([
      true,
      [expect.objectContaining({ code: 'confirms-nothing' })],
    ])
    expect((await parties.enterprise.file(declaration)).status).toBe(201)
  })

  it('of a rule that could not be judged is not called idle', async () => {
    const declaration = improbable()
    const [warning] = warningsOf(await parties.enterprise.file(declaration))
    const confirmations = [{ rule: warning?.rule, pointer: warning?.pointer, reason: 'Đúng.' }]
    const unread = { ...declaration, accident: { ...declaration.accident, occurredAt: 'hôm qua' }, confirmations }
    const refused = await parties.enterprise.file(unread)
    expect((refused.body.notExecuted as Json[]).map(({ rule }) => rule)).toContain(warning?.rule)
    expect((refused.body.errors as Json[]).map(({ code }) => code)).not.toContain('confirms-nothing')
  })

  it('that was given is marked on its warning while others are not confirmed yet', async () => {
    const declaration = improbable()
    await parties.enterprise.expect(201, 'post', '/v1/accident-declarations', fresh(), {
      'idempotency-key': randomUUID(),
    })
    declaration.accident.narrative.course = 'Ngã.'
    const first = warningsOf(await parties.enterprise.send('post', validate, declaration))
    const [warning] = first
    const confirmations = [{ rule: warning?.rule, pointer: warning?.pointer, reason: 'Đúng.' }]
    const again = warningsOf(await parties.enterprise.send('post', validate, { ...declaration, confirmations }))
    expect(first.map(({ confirmed }) => confirmed)).not.toContain(true)
    expect(again[0]?.confirmed).toBe(true)
  })
})
