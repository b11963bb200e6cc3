import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleInvestigation } from '../../../src/accident/investigation/sample.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestService } from '../../support/service.ts'

/** Findings of what acts added to a declaration. */
let service: TestService
let parties: Parties
let path: string

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  service.setTime('2026-05-12T11:45:00+07:00')
  const answer = await parties.enterprise.file(sample())
  expect(answer.status, answer.text).toBe(201)
  path = String(answer.headers.location)
  service.setTime('2026-06-13T09:00:00+07:00')
})
afterAll(() => service.close())

const FILE = sampleInvestigation as unknown as Json
const WRONG_FORM = { ...FILE, minutes: { ...(FILE.minutes as Json), form: 'ND39-PL9' } }

async function add(method: 'put' | 'post', what: string, body: Json): Promise<Answer> {
  const { headers } = await parties.office.expect(200, 'get', path)
  const answer = await parties.office.send(method, `${path}/${what}`, body, { 'if-match': String(headers.etag) })
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer
}

async function rule(id: string): Promise<Json | undefined> {
  const { body } = await parties.office.expect(200, 'get', `/v1/data-quality?by=rule&rule=${id}`)
  return (body.items as Json[])[0]
}

describe('the quality of data', () => {
  it('holds the breaches of an investigation, in words of the rule', async () => {
    await add('put', 'investigation', WRONG_FORM)
    const found = await rule('ACC-Y04')
    expect(found).toMatchObject({ declarations: 1, findings: 1, breaches: 1 })
    expect(found?.label).toContain('Biên bản điều tra không đúng mẫu')
    expect(found?.citations).not.toEqual([])
  })

  it('holds those of its last version only', async () => {
    await add('put', 'investigation', FILE)
    expect(await rule('ACC-Y04')).toBeUndefined()
  })

  it('holds those of every outcome that stands, and none of one that was corrected', async () => {
    const unsent = {
      victimId: 'v1',
      compensation: {
        benefit: 'compensation',
        ownFault: 'none',
        monthlySalary: 23_400,
        amount: 100,
        decidedOn: '2026-06-12',
      },
    }
    const told = await add('post', 'outcomes', unsent)
    const broken = (told.body.findings as Json[]).filter(({ kind }) => kind === 'breach').map((one) => String(one.rule))
    expect(broken).not.toEqual([])
    const [id = ''] = broken
    expect(await rule(id)).toMatchObject({ declarations: 1, breaches: 1 })
    await add('post', 'outcomes', unsent)
    expect(await rule(id)).toMatchObject({ declarations: 1, breaches: 2 })
    const { body } = await parties.office.expect(200, 'get', `${path}/outcomes`)
    for (const { seq } of body.items as Json[]) await add('post', 'outcomes', { corrects: seq, reason: 'Ghi nhầm.' })
    expect(await rule(id)).toBeUndefined()
  })

  it('holds the warnings confirmed in them, with the reason, page by page', async () => {
    const tooManyDays = { victimId: 'v1', daysLost: 300, costs: { funeral: 1 } }
    const confirmations = [{ rule: 'KB-OUT-10', pointer: '/daysLost', reason: 'Tính cả ngày nghỉ phép.' }]
    await add('post', 'outcomes', { ...tooManyDays, confirmations })
    await add('post', 'outcomes', { ...tooManyDays, confirmations })
    expect(await rule('KB-OUT-10')).toMatchObject({ warnings: 2, confirmed: 2 })
    const query = '/v1/data-quality/confirmations?rule=KB-OUT-10&limit=1'
    const first = await parties.office.expect(200, 'get', query)
    const second = await parties.office.expect(200, 'get', `${query}&cursor=${first.body.next}`)
    for (const { body } of [first, second]) {
      expect(body.items).toMatchObject([{ reasons: [{ pointer: '/daysLost', reason: 'Tính cả ngày nghỉ phép.' }] }])
    }
    expect(second.body.next).toBeNull()
  })

  it('counts the declaration once, whatever was added to it', async () => {
    const { body } = await parties.office.expect(200, 'get', '/v1/data-quality?by=enterprise')
    expect(body.items).toMatchObject([{ key: parties.enterpriseId, declarations: 1 }])
  })
})
