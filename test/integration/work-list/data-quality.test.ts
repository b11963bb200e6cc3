import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties
let path: string

/** A man in a group of women only, which the filer confirms. */
const REASON = 'Đã đối chiếu hồ sơ nhân sự của nạn nhân.'

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
  const declaration = sample()
  const [victim] = declaration.victims
  Object.assign(victim, { vulnerableGroups: ['women'] })
  declaration.accident.narrative.course = randomUUID()
  const first = await parties.enterprise.file(declaration)
  const confirmations = (first.body.findings as Json[])
    .filter(({ kind }) => kind === 'warning')
    .map(({ rule, pointer }) => ({ rule, pointer, reason: REASON }))
  expect(confirmations.map(({ rule }) => rule)).toContain('KB-ACC-18')
  const { body } = await parties.enterprise.file({ ...declaration, confirmations })
  expect(body).toMatchObject({ status: 'filed' })
  path = `/v1/accident-declarations/${body.id}`
})
afterAll(() => service.close())

async function groups(query: string, client: TestClient = parties.office): Promise<Json[]> {
  const { body } = await client.expect(200, 'get', `/v1/data-quality?${query}`)
  return body.items as Json[]
}

describe('the quality of data', () => {
  it('is told by rule, with warnings and how many were confirmed', async () => {
    const rule = (await groups('by=rule')).find(({ key }) => key === 'KB-ACC-18')
    expect(rule).toMatchObject({ declarations: 1, findings: 1, warnings: 1, confirmed: 1, breaches: 0 })
    expect(rule?.label).not.toContain('{')
  })

  it('is told by filer and by unit, with the same sum', async () => {
    const sum = (rows: Json[]) => rows.reduce((total, { findings }) => total + Number(findings), 0)
    const byRule = sum(await groups('by=rule'))
    expect(byRule).toBeGreaterThan(0)
    for (const by of ['enterprise', 'province', 'commune']) expect(sum(await groups(`by=${by}`))).toBe(byRule)
    expect(await groups('by=enterprise')).toMatchObject([{ key: parties.enterpriseId, declarations: 1 }])
    expect(await groups('by=province')).toMatchObject([{ key: '19', label: expect.stringContaining('Thái Nguyên') }])
  })

  it('is of a period, a unit and an enterprise', async () => {
    expect(await groups('to=2020-12-31')).toEqual([])
    expect((await parties.office.get('/v1/data-quality?unit=VN-2025:01')).status).toBe(403)
    expect(await groups(`enterprise=${randomUUID()}`)).toEqual([])
    expect(await groups(`enterprise=${parties.enterpriseId}&unit=VN-2025:19`)).not.toEqual([])
  })

  it('opens the reasons for the office that sees the whole, and for nobody else', async () => {
    const confirmations = '/v1/data-quality/confirmations?rule=KB-ACC-18'
    const { body } = await parties.office.expect(200, 'get', confirmations)
    expect(body.items).toMatchObject([
      { rule: 'KB-ACC-18', enterprise: { id: parties.enterpriseId }, reasons: [{ reason: REASON }] },
    ])
    const health = await service.admin.newClient({
      name: 'Sở Y tế Thái Nguyên',
      role: 'health-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
    })
    expect((await health.expect(200, 'get', confirmations)).body.items).toEqual([])
    expect(await groups('by=rule', health)).toEqual([])
    expect((await parties.enterprise.get(confirmations)).status).toBe(403)
  })

  it('pages through groups', async () => {
    const all = await groups('by=rule&limit=200')
    const paged: Json[] = []
    for (let cursor = ''; ; ) {
      const { body } = await parties.office.expect(200, 'get', `/v1/data-quality?by=rule&limit=1${cursor}`)
      paged.push(...(body.items as Json[]))
      if (body.next === null) break
      cursor = `&cursor=${body.next}`
    }
    expect(paged).toEqual(all)
  })

  it('leaves out what was withdrawn', async () => {
    const { headers } = await parties.enterprise.expect(200, 'get', path)
    const reason = { reason: 'Khai nhầm.' }
    await parties.enterprise.expect(200, 'post', `${path}/withdrawal`, reason, { 'if-match': String(headers.etag) })
    expect(await groups('by=rule')).toEqual([])
  })
})
