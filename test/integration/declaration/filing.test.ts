import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Json, startTestService, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())

/** The sample with another narrative: content that was not filed before. */
function fresh() {
  const declaration = sample()
  declaration.accident.narrative.course = `Rơi từ sàn tầng 5. ${randomUUID()}`
  return declaration
}

const withKey = (key: string) => ({ 'idempotency-key': key })

describe('filing', () => {
  it('answers with id, findings, what is due and a receipt, and tells where the record is', async () => {
    const filed = await parties.enterprise.file(fresh())
    expect(filed.status).toBe(201)
    expect(filed.body).toMatchObject({ revision: 1, status: 'filed', class: 'fatal', declarable: true })
    expect(filed.headers.location).toBe(`/v1/accident-declarations/${filed.body.id}`)
    expect(filed.headers.etag).toBe('"1"')
    const duties = (filed.body.dueDates as Json[]).map((due) => due.duty)
    expect(duties).toEqual(['declaration', 'police-notice', 'scene-visit', 'periodic-report', 'investigation'])
    expect(String(filed.body.receipt).split('.')).toHaveLength(3)
  })

  it('accepts a truthful report of a breach and counts it', async () => {
    const late = { ...fresh(), recipients: [] }
    const filed = await parties.enterprise.file(late)
    expect(filed.status).toBe(201)
    const breaches = (filed.body.findings as Json[]).filter(({ kind }) => kind === 'breach')
    expect(breaches.map(({ rule }) => rule)).toContain('ACC-A04')
  })

  it('stores nothing that has an error, and says what, where, by which article and how to mend it', async () => {
    const wrong = fresh()
    wrong.victims[0].injuries = ['110']
    const refused = await parties.enterprise.file(wrong)
    expect(refused.status).toBe(422)
    expect(refused.body.code).toBe('validation-failed')
    expect((refused.body.findings as Json[])[0]).toMatchObject({
      rule: 'ACC-C12',
      kind: 'error',
      pointer: '/victims/0/injuries/0',
      message: expect.stringContaining('110'),
      citations: [{ text: expect.stringContaining('Nghị định 39/2016/NĐ-CP') }],
      fix: expect.stringContaining('0110'),
    })
  })

  it('refuses an unknown property with its pointer instead of dropping it', async () => {
    const refused = await parties.enterprise.file({ ...fresh(), nguoiBaoTin: 'x' })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer: '/nguoiBaoTin', code: 'unknown-property' }])
  })

  it('asks for a confirmation of what is improbable, and keeps the reason', async () => {
    const improbable = fresh()
    improbable.victims[0].person.birthYear = 1938
    const asked = await parties.enterprise.file(improbable)
    expect(asked.status).toBe(422)
    expect(asked.body.code).toBe('warnings-unconfirmed')
    const warnings = (asked.body.findings as Json[]).filter(({ kind }) => kind === 'warning')
    const confirmations = warnings.map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã đối chiếu căn cước.' }))
    const filed = await parties.enterprise.file({ ...improbable, confirmations })
    expect(filed.status).toBe(201)
    const view = await parties.enterprise.get(String(filed.headers.location))
    expect(view.body.confirmations).toEqual(confirmations)
  })

  it('validates with the same findings, byte for byte, and stores nothing', async () => {
    const declaration = { ...fresh(), recipients: [] }
    const validated = await parties.enterprise.send('post', '/v1/accident-declarations/validate', declaration)
    const filed = await parties.enterprise.file(declaration)
    expect(validated.body.acceptable).toBe(true)
    expect(JSON.stringify(validated.body.findings)).toBe(JSON.stringify(filed.body.findings))
    expect(validated.body.id).toBeUndefined()
  })

  it('speaks English on request', async () => {
    const refused = await parties.enterprise.file({}, { 'accept-language': 'en' })
    expect(refused.headers['content-language']).toBe('en')
    expect(refused.body.title).toBe('The content has errors and was not accepted')
  })
})

describe('retries', () => {
  it('give the first answer again, byte for byte, and store once', async () => {
    const key = randomUUID()
    const declaration = fresh()
    const first = await parties.enterprise.file(declaration, withKey(key))
    service.setTime('2026-11-21T03:30:00Z')
    const again = await parties.enterprise.file(declaration, withKey(key))
    service.setTime('2026-11-21T03:00:00Z')
    expect(again.status).toBe(201)
    expect(again.text).toBe(first.text)
    expect(again.headers['idempotency-replayed']).toBe('true')
  })

  it('that arrive at the same moment are one filing', async () => {
    const key = randomUUID()
    const declaration = fresh()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => parties.enterprise.file(declaration, withKey(key))),
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1)
  })

  it('with another body are refused', async () => {
    const key = randomUUID()
    await parties.enterprise.file(fresh(), withKey(key))
    const other = await parties.enterprise.file(fresh(), withKey(key))
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  it('after a refusal may carry the mended body', async () => {
    const key = randomUUID()
    const wrong = fresh()
    wrong.victims[0].injuries = ['110']
    expect((await parties.enterprise.file(wrong, withKey(key))).status).toBe(422)
    wrong.victims[0].injuries = ['0110']
    expect((await parties.enterprise.file(wrong, withKey(key))).status).toBe(201)
  })

  it('need a key', async () => {
    const answer = await parties.enterprise.send('post', '/v1/accident-declarations', fresh())
    expect([answer.status, answer.body.code]).toEqual([400, 'idempotency-key-missing'])
  })
})

describe('the same content under a new key', () => {
  it('is a warning, shown alike by validating, and may be confirmed', async () => {
    const declaration = fresh()
    await parties.enterprise.file(declaration)
    const validated = await parties.enterprise.send('post', '/v1/accident-declarations/validate', declaration)
    const asked = await parties.enterprise.file(declaration)
    expect(asked.body.code).toBe('warnings-unconfirmed')
    expect(JSON.stringify(validated.body.findings)).toBe(JSON.stringify(asked.body.findings))
    const warnings = (asked.body.findings as Json[]).filter(({ kind }) => kind === 'warning')
    expect(warnings.map(({ rule }) => rule)).toContain('KB-GEN-01')
    const reason = 'Hai vụ khác nhau cùng diễn biến.'
    const confirmations = warnings.map(({ rule, pointer }) => ({ rule, pointer, reason }))
    expect((await parties.enterprise.file({ ...declaration, confirmations })).status).toBe(201)
  })
})

describe('amending', () => {
  it('needs what was last read, a reason and a change', async () => {
    const declaration = fresh()
    const { headers } = await parties.enterprise.file(declaration)
    const path = String(headers.location)
    const put = (body: unknown, more: Record<string, string> = {}) => parties.enterprise.send('put', path, body, more)
    expect((await put(declaration)).body.code).toBe('if-match-missing')
    expect((await put({ ...declaration, reason: 'x' }, { 'if-match': '"7"' })).body.code).toBe('stale')
    expect((await put({ ...declaration, reason: 'Không đổi' }, { 'if-match': '"1"' })).body.code).toBe('unchanged')
    const changed = structuredClone(declaration)
    changed.accident.cause = '5'
    expect((await put(changed, { 'if-match': '"1"' })).body.code).toBe('validation-failed')
    const amended = await put({ ...changed, reason: 'Xác định lại nguyên nhân' }, { 'if-match': '"1"' })
    expect([amended.status, amended.body.revision, amended.headers.etag]).toEqual([200, 2, '"2"'])
  })

  it('keeps every revision and shows what changed', async () => {
    const declaration = fresh()
    const { headers } = await parties.enterprise.file(declaration)
    const path = String(headers.location)
    declaration.accident.cause = '5'
    await parties.enterprise.expect(200, 'put', path, { ...declaration, reason: 'Nguyên nhân' }, { 'if-match': '"1"' })
    const first = await parties.enterprise.get(`${path}/revisions/1`)
    expect((first.body.declaration as Json).accident).toMatchObject({ cause: '1' })
    const diff = await parties.enterprise.get(`${path}/revisions/2/diff`)
    expect(diff.body.changes).toEqual([{ op: 'replace', path: '/accident/cause', value: '5' }])
    const history = await parties.enterprise.get(`${path}/revisions`)
    expect((history.body.items as Json[]).map(({ act, reason }) => [act, reason])).toEqual([
      ['file', null],
      ['amend', 'Nguyên nhân'],
    ])
  })

  it('by two at once lets one through', async () => {
    const declaration = fresh()
    const { headers } = await parties.enterprise.file(declaration)
    const answers = await Promise.all(
      ['2', '3', '4', '5'].map((cause) =>
        parties.enterprise.send(
          'put',
          String(headers.location),
          { ...declaration, accident: { ...declaration.accident, cause }, reason: `Nguyên nhân ${cause}` },
          { 'if-match': '"1"' },
        ),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412])
  })

  it('completes a preliminary notice of few fields', async () => {
    const { accident, establishment } = fresh()
    const notice = {
      preliminary: true,
      establishment,
      accident: { occurredAt: accident.occurredAt, place: accident.place },
      casualties: { dead: 1 },
      declarant: { name: 'Trần Thị Khai', phone: '0912000111' },
    }
    const filed = await parties.enterprise.file(notice)
    expect(filed.text).toContain('"status":"filed"')
    expect(filed.body.class).toBe('fatal')
    const completed = await parties.enterprise.send(
      'put',
      String(filed.headers.location),
      { ...fresh(), reason: 'Hoàn thiện hồ sơ' },
      { 'if-match': '"1"' },
    )
    expect(completed.status).toBe(200)
  })
})

describe('withdrawing', () => {
  it('keeps the record, says why, and ends it', async () => {
    const { headers, body } = await parties.enterprise.file(fresh())
    const path = String(headers.location)
    const withdrawn = await parties.enterprise.send(
      'post',
      `${path}/withdrawal`,
      { reason: 'Nhầm cơ sở' },
      { 'if-match': '"1"' },
    )
    expect(withdrawn.body).toMatchObject({ id: body.id, status: 'withdrawn' })
    const view = await parties.enterprise.get(path)
    expect(view.body).toMatchObject({ status: 'withdrawn', inForce: null, actions: ['comment'] })
    const again = await parties.enterprise.send('put', path, { ...fresh(), reason: 'x' }, { 'if-match': '"2"' })
    expect([again.status, again.body.code]).toEqual([409, 'conflict'])
  })
})

describe('the list', () => {
  it('finds by period, unit of either scheme, class, status and text without diacritics, page by page', async () => {
    const search = async (query: string) =>
      ((await parties.office.expect(200, 'get', `/v1/accident-declarations?${query}`)).body.items as Json[]).length
    expect(await search('unit=19')).toBeGreaterThan(3)
    expect(await search('unit=VN-2025:01849&class=fatal&from=2026-05-01&to=2026-05-31')).toBeGreaterThan(3)
    expect(await search('unit=VN-2004:063')).toBe(0)
    expect(await search('text=bac%20son')).toBeGreaterThan(3)
    expect(await search('text=khong%20co')).toBe(0)
    expect(await search('status=withdrawn')).toBe(1)

    const seen: string[] = []
    for (let cursor: unknown = ''; cursor !== null; ) {
      const page = await parties.office.expect(
        200,
        'get',
        `/v1/accident-declarations?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      )
      seen.push(...(page.body.items as Json[]).map(({ id }) => String(id)))
      cursor = page.body.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(await search('limit=200'))
  })
})
