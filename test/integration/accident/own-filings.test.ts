import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrol, type Parties, SAMPLE_ENTERPRISE, sample } from '../../support/parties.ts'
import { type Answer, type Json, startTestService, type TestService } from '../../support/service.ts'
import { validTaxCode } from '../../support/tax-codes.ts'

/** A builder who reports a half-year without accidents, and then declares those it had. */
let service: TestService
let builder: Parties
let report: string
let first: ReturnType<typeof sample>
let declared: Answer

beforeAll(async () => {
  service = await startTestService()
  builder = await enrol(service)
  const zero = { kind: 'accident-summary', period: { year: 2026, half: 1 }, zero: true }
  const filed = await builder.enterprise.expect(201, 'post', '/v1/periodic-reports', zero, {
    'idempotency-key': 'zero',
  })
  report = String(filed.body.id)
  first = sample()
  declared = await builder.enterprise.file(first)
})
afterAll(() => service.close())

const found = ({ body }: Answer, rule: string) => (body.findings as Json[]).filter((finding) => finding.rule === rule)

async function listed(check: string): Promise<Json[]> {
  return (await builder.office.expect(200, 'get', `/v1/contradictions?check=${check}`)).body.items as Json[]
}

/** The same victim in an accident of another day. */
function again(day: string, change: Json = {}): Json {
  const at = (time: string) => `${day}T${time}:00+07:00`
  const declaration = structuredClone(first)
  Object.assign(declaration.accident, { occurredAt: at('09:40'), knownAt: at('09:50'), declaredAt: at('11:15') })
  declaration.victims[0].death.at = at('09:45')
  for (const recipient of declaration.recipients) recipient.notifiedAt = at('11:15')
  return { ...declaration, ...change }
}

describe('an accident of a period that was reported without it', () => {
  it('is stored, and its filer is told which report to amend', () => {
    expect(declared.status, declared.text).toBe(201)
    const [told] = found(declared, 'KB-ACC-34')
    expect(told).toMatchObject({ kind: 'info', pointer: '/accident/occurredAt' })
    expect(told?.message).toContain(`Báo cáo ${report} kỳ 2026-H1`)
    expect(told?.fix).toContain(`PUT /v1/periodic-reports/${report}`)
    expect(told?.message).toContain('số người chết 0, theo hồ sơ khai báo 1')
  })

  it('is on the list of the office with the same report', async () => {
    const [contradiction] = await listed('deaths-summed')
    expect(contradiction).toMatchObject({ left: { id: report, value: 0 }, right: { id: declared.body.id, value: 1 } })
  })
})

describe('the same victim in a second declaration of the same establishment', () => {
  it('is told and stored, since a declaration does not wait for another, and listed for the office', async () => {
    const answer = await builder.enterprise.file(again('2026-05-13'))
    expect(answer.status, answer.text).toBe(201)
    const [told] = found(answer, 'KB-ACC-32')
    expect(told?.message).toContain(`hồ sơ ${declared.body.id} của chính cơ sở (tai nạn ngày 12/05/2026)`)
    const ids = [{ id: declared.body.id }, { id: answer.body.id }]
    expect(await listed('same-victim')).toMatchObject([{ left: ids[0], right: ids[1] }])
  })

  it('hurt after a death is told too', async () => {
    const asked = await builder.enterprise.expect(
      200,
      'post',
      '/v1/accident-declarations/validate',
      again('2026-06-20'),
    )
    const [told] = found(asked, 'KB-ACC-33')
    expect(told).toMatchObject({ kind: 'info', pointer: '/victims/0/person/idNumber' })
    expect(told?.message).toContain('chết ngày 12/05/2026 mà vẫn bị tai nạn ngày 20/06/2026')
    expect(found(asked, 'KB-ACC-32')).toEqual([])
  })

  it('is nothing when the declaration amends itself', async () => {
    const path = `/v1/accident-declarations/${declared.body.id}`
    const amended = again('2026-05-12', { reason: 'Ghi rõ giờ.', measuresTaken: undefined })
    const answer = await builder.enterprise.send('put', path, amended, { 'if-match': '"1"' })
    const others = found(answer, 'KB-ACC-32').map(({ message }) => String(message))
    expect(others).toHaveLength(1)
    expect(others[0]).not.toContain(String(declared.body.id))
  })

  it('of another establishment is told to nobody who files', async () => {
    const other = await enrol(service, { ...SAMPLE_ENTERPRISE, taxCode: validTaxCode(3), name: 'Nhà thầu khác' })
    const declaration = again('2026-05-12')
    Object.assign(declaration.establishment as Json, { taxCode: validTaxCode(3), name: 'Nhà thầu khác' })
    const answer = await other.enterprise.file(declaration)
    expect(answer.status, answer.text).toBe(201)
    expect([...found(answer, 'KB-ACC-32'), ...found(answer, 'KB-ACC-34')]).toEqual([])
    expect(answer.text).not.toContain(String(declared.body.id))
  })
})
