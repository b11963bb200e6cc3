import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrol, type Parties, SAMPLE_ENTERPRISE, sample } from '../../support/parties.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

let service: TestService
/** A builder with head office in Bắc Ninh, and the office there. */
let parties: Parties

const ministryOfHomeAffairs = () =>
  service.admin.newClient({ name: 'Bộ Nội vụ', role: 'labour-office', jurisdiction: { national: true } })
const officeOf = (province: string) =>
  service.admin.newClient({
    name: `Sở Nội vụ ${province}`,
    role: 'labour-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: province }] },
  })
const communeOf = (code: string) =>
  service.admin.newClient({
    name: `Ủy ban nhân dân ${code}`,
    role: 'commune',
    jurisdiction: { units: [{ scheme: 'VN-2025', code }] },
  })

beforeAll(async () => {
  service = await startTestService()
  service.setTime('2026-05-12T02:00:00Z')
  parties = await enrol(service, { ...SAMPLE_ENTERPRISE, headOffice: { scheme: 'VN-2025', code: '07210' } }, '24')
})
afterAll(() => service.close())

/** What follows from an accident, by duty. */
async function following(by: TestClient, id: string): Promise<Record<string, Json>> {
  const { body } = await by.expect(200, 'get', '/v1/obligations?limit=200')
  const items = (body.items as (Json & { source: Json })[]).filter(({ source }) => source.id === id)
  return Object.fromEntries(items.map((item) => [item.duty, item]))
}

/** Duties of accidents on a work list, of a sort. */
async function work(by: TestClient, sort: string, duties: readonly string[]): Promise<string[]> {
  const { body } = await by.expect(200, 'get', `/v1/work-list?limit=200&sort=${sort}`)
  const links = (body.items as Json[]).map(({ link }) => String(link))
  return duties.filter((duty) => links.some((link) => link.endsWith(`duty=${duty}`)))
}

const waive = (by: TestClient, obligation: Json | undefined, language = 'vi') =>
  by.send(
    'post',
    `/v1/obligations/${obligation?.id}/waiver`,
    { reason: 'Đã xử lý bằng văn bản.' },
    { 'accept-language': language },
  )

describe('an accident in another province than that of the head office', () => {
  /** Of the head office, and of the place of the accident. */
  let bacNinh: TestClient
  let thaiNguyen: TestClient
  let fatal: string
  let recorded: string

  beforeAll(async () => {
    service.setTime('2026-05-12T04:45:00Z')
    fatal = String((await parties.enterprise.file(sample())).body.id)

    service.setTime('2026-05-14T02:00:00Z')
    bacNinh = await officeOf('24')
    thaiNguyen = await officeOf('19')
    const { establishment: _own, ...declaration } = sample()
    Object.assign(declaration.accident, { declaredAt: undefined, narrative: { course: `Điện giật. ${randomUUID()}` } })
    const onBehalf = { enterpriseId: parties.enterpriseId, channel: 'POLICE', source: 'Công an phường báo tin' }
    const answer = await thaiNguyen.file({ ...declaration, onBehalf, recipients: [] })
    expect([answer.status, answer.text]).toEqual([201, expect.anything()])
    recorded = String(answer.body.id)
  })

  it('is visited and investigated by the province of the place, on its own work list alone', async () => {
    const own = (by: TestClient) => work(by, 'own-obligation', ['scene-visit', 'investigation'])
    expect(await own(thaiNguyen)).toEqual(['scene-visit', 'investigation'])
    expect(await own(bacNinh)).toEqual([])
    expect(await own(await ministryOfHomeAffairs())).toEqual([])
  })

  it('may be read by both', async () => {
    expect(Object.keys(await following(bacNinh, fatal))).toEqual(Object.keys(await following(thaiNguyen, fatal)))
  })

  it('is watched over by the province of the place: the other neither chases nor waives', async () => {
    const late = (by: TestClient) => work(by, 'overdue-obligation', ['declaration'])
    expect(await late(thaiNguyen)).toEqual(['declaration'])
    expect(await late(bacNinh)).toEqual([])

    const { declaration } = await following(bacNinh, recorded)
    const refused = await waive(bacNinh, declaration)
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('nơi xảy ra')])
    expect((await waive(bacNinh, declaration, 'en')).body.detail).toContain('where it happened')
    expect((await waive(thaiNguyen, declaration)).status).toBe(200)
  })

  it('leaves the periodic reports of the enterprise with the province of the head office', async () => {
    const { body } = await bacNinh.expect(200, 'get', '/v1/obligations?duty=accident-summary&period=2026-H1')
    expect((await waive(bacNinh, (body.items as Json[])[0])).status).toBe(200)
  })

  it('of somebody without contract is recorded by the commune of the place', async () => {
    const atPlace = await communeOf('01849')
    const declaration = sample()
    const [victim] = declaration.victims
    Object.assign(declaration.accident, { declaredClass: 'serious', narrative: { course: `Ngã cây. ${randomUUID()}` } })
    const hurt = { ...victim, condition: 'serious', death: undefined, employmentRelation: 'farmer' }
    const { establishment: _none, ...rest } = declaration
    const answer = await atPlace.file({ ...rest, victims: [hurt] })
    expect([answer.status, answer.text]).toEqual([201, expect.anything()])
    expect(await work(atPlace, 'own-obligation', ['commune-record'])).toEqual(['commune-record'])
  })

  it('is no duty of the commune of the head office', async () => {
    const ofHeadOffice = await communeOf('07210')
    const { body } = await ofHeadOffice.expect(200, 'get', '/v1/work-list?sort=own-obligation&limit=200')
    const kinds = (body.items as Json[]).map(({ link }) => String(link)).filter((link) => link.includes('enterpriseId'))
    expect(kinds).toEqual([])
  })
})

describe('an office', () => {
  it('does not waive what it owes itself; the ministry may', async () => {
    service.setTime('2026-05-12T04:45:00Z')
    const { taxCode } = SAMPLE_ENTERPRISE
    const enterprise = await service.admin.newClient({ name: 'phần mềm', role: 'enterprise', taxCode })
    const filed = await enterprise.file(anotherDeath())
    expect([filed.status, filed.text]).toEqual([201, expect.anything()])
    const [thaiNguyen, ministry] = [await officeOf('19'), await ministryOfHomeAffairs()]
    const owed = await following(thaiNguyen, String(filed.body.id))
    const refused = await waive(thaiNguyen, owed['scene-visit'])
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('chính cơ quan mình')])
    expect((await waive(thaiNguyen, owed['scene-visit'], 'en')).body.detail).toContain('its own duty')
    expect((await waive(ministry, owed['scene-visit'])).status).toBe(200)
  })

  it('does not waive its reports to the ministry', async () => {
    service.setTime('2026-07-10T03:00:00Z')
    const office = await officeOf('19')
    const { body } = await office.expect(200, 'get', '/v1/obligations?duty=province-accident-summary&period=2026-H1')
    expect((await waive(office, (body.items as Json[])[0])).status).toBe(403)
  })

  it('of the country is told which provinces are late', async () => {
    service.setTime('2026-07-20T03:00:00Z')
    const ministry = await ministryOfHomeAffairs()
    expect(await work(ministry, 'overdue-obligation', ['province-accident-summary'])).toEqual([
      'province-accident-summary',
    ])
  })
})

function anotherDeath() {
  const declaration = sample()
  declaration.accident.narrative.course = `Rơi từ sàn tầng 4. ${randomUUID()}`
  return declaration
}
