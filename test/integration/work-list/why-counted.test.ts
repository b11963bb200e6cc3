import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleInvestigation } from '../../../src/accident/investigation/sample.ts'
import { newFiling } from '../../support/new-filings.ts'
import { enrol, type Parties, SAMPLE_ENTERPRISE, sample } from '../../support/parties.ts'
import { type Json, startTestService, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())

async function accident(): Promise<{ path: string; declaration: ReturnType<typeof sample> }> {
  const declaration = sample()
  declaration.accident.narrative.course = randomUUID()
  const { headers } = await parties.enterprise.file(declaration)
  return { path: String(headers.location), declaration }
}

async function read(path: string): Promise<Json & { counting: Json; actions: string[] }> {
  return (await parties.enterprise.expect(200, 'get', path)).body as Json & { counting: Json; actions: string[] }
}

describe('why a declaration is counted', () => {
  it('is told with the part of the form and the article', async () => {
    const { path } = await accident()
    expect((await read(path)).counting).toMatchObject({
      counted: true,
      reasons: [
        { text: expect.stringContaining('mục 1'), citations: [{ text: expect.stringContaining('84/2015') }, {}] },
      ],
    })
  })

  it('is told of every kind', async () => {
    const place = { commune: '01849', taxCode: SAMPLE_ENTERPRISE.taxCode }
    for (const [kind, path] of [
      ['disease', '/v1/disease-screenings'],
      ['environment', '/v1/environment-monitorings'],
      ['report', '/v1/periodic-reports'],
      ['incident', '/v1/technical-incidents'],
    ] as const) {
      const key = { 'idempotency-key': randomUUID() }
      const { headers } = await parties.enterprise.expect(201, 'post', path, newFiling(kind, place), key)
      const { counting } = await read(String(headers.location))
      expect([kind, (counting.reasons as Json[]).length]).not.toEqual([kind, 0])
      // Nobody has registered the organisation that monitored.
      expect([kind, counting.counted]).toEqual([kind, kind !== 'environment'])
    }
  })

  it('is told of what was amended after it was accepted by what is in force', async () => {
    const { path, declaration } = await accident()
    await parties.office.expect(200, 'post', `${path}/acceptance`, {}, { 'if-match': '"1"' })
    const amended = { ...declaration, preliminary: true, reason: 'Bổ sung' }
    await parties.enterprise.expect(200, 'put', path, amended, { 'if-match': '"2"' })
    expect((await read(path)).counting).toMatchObject({
      counted: true,
      reasons: [{ text: expect.stringContaining('bản 1 đã chấp nhận') }, { text: expect.stringContaining('mục 1') }],
    })
  })
})

describe('why a declaration is not counted', () => {
  it('is told once it is withdrawn', async () => {
    const { path } = await accident()
    await parties.enterprise.expect(200, 'post', `${path}/withdrawal`, { reason: 'Khai nhầm.' }, { 'if-match': '"1"' })
    expect((await read(path)).counting).toMatchObject({
      counted: false,
      reasons: [{ text: expect.stringContaining('Đã rút') }],
    })
  })

  it('is told where the minutes conclude that it was no work accident', async () => {
    const { path } = await accident()
    const file = { ...structuredClone(sampleInvestigation as Json), conclusion: 'not-occupational' }
    const headers = { 'if-match': '"1"' }
    const first = await parties.office.send('put', `${path}/investigation`, file, headers)
    const confirmations = ((first.body.findings as Json[]) ?? [])
      .filter(({ kind }) => kind === 'warning')
      .map(({ rule, pointer }) => ({ rule, pointer, reason: 'Theo kết luận của cơ quan điều tra.' }))
    if (first.status !== 200) {
      await parties.office.expect(200, 'put', `${path}/investigation`, { ...file, confirmations }, headers)
    }
    expect((await read(path)).counting).toMatchObject({
      counted: false,
      reasons: [{ text: expect.stringContaining('không phải là tai nạn lao động') }],
    })
  })
})

describe('what may be done about an accident', () => {
  it('is to tell outcomes, by who sees the whole, and to investigate, by the office in charge', async () => {
    const { path } = await accident()
    expect((await read(path)).actions).toContain('outcome')
    expect((await read(path)).actions).not.toContain('investigate')
    const { body } = await parties.office.expect(200, 'get', path)
    expect(body.actions).toEqual(expect.arrayContaining(['outcome', 'investigate']))
  })

  it('is to investigate by the employer of one seriously injured', async () => {
    const declaration = sample()
    const [victim] = declaration.victims
    Object.assign(victim, { condition: 'serious', death: undefined })
    Object.assign(declaration.accident, { declaredClass: 'serious' })
    declaration.accident.narrative.course = randomUUID()
    const filed = await parties.enterprise.file(declaration)
    expect([filed.status, filed.status === 201 ? '' : filed.text]).toEqual([201, ''])
    expect((await read(String(filed.headers.location))).actions).toEqual(
      expect.arrayContaining(['outcome', 'investigate']),
    )
  })
})
