import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accidentKind } from '../../../src/accident/kind.ts'
import { verifyDeclarations } from '../../../src/declaration/verify.ts'
import { enrol, type Parties, sample } from '../../support/parties.ts'
import { type Json, startTestService, type TestService } from '../../support/service.ts'

let service: TestService
let parties: Parties

beforeAll(async () => {
  service = await startTestService()
  parties = await enrol(service)
})
afterAll(() => service.close())

/** Recorded by the office for the enterprise. */
async function recorded() {
  const { establishment: _own, ...declaration } = sample()
  declaration.accident.narrative.course = `Rơi từ sàn tầng 5. ${randomUUID()}`
  const onBehalf = { enterpriseId: parties.enterpriseId, channel: 'PHONE', source: 'Người nhà nạn nhân gọi đến' }
  const filed = await parties.office.file({ ...declaration, onBehalf })
  expect([filed.status, filed.text]).toEqual([201, expect.anything()])
  return { path: String(filed.headers.location), declaration: { ...declaration, onBehalf } }
}

const first = { 'if-match': '"1"' }

describe('what was filed in the name of an enterprise', () => {
  it('can be contested by it; it counts on, and the office reads why', async () => {
    const { path } = await recorded()
    const reason = { reason: 'Nạn nhân không phải là người lao động của chúng tôi.' }
    const contested = await parties.enterprise.send('post', `${path}/contestation`, reason, first)
    expect([contested.status, contested.body]).toMatchObject([200, { status: 'filed', seq: 2 }])
    const seen = (await parties.office.get(path)).body
    expect(seen).toMatchObject({ inForce: 1, contested: { reason: reason.reason } })
  })

  it('is no longer contested once it was amended', async () => {
    const { path, declaration } = await recorded()
    await parties.enterprise.send('post', `${path}/contestation`, { reason: 'Sai số liệu' }, first)
    const amended = { ...declaration, reason: 'Sửa theo biên bản', preliminary: true }
    expect((await parties.enterprise.send('put', path, amended, { 'if-match': '"2"' })).status).toBe(200)
    expect((await parties.enterprise.get(path)).body.contested).toBeNull()
  })

  it('is contested by nobody else, and what an enterprise filed itself is amended instead', async () => {
    const { path } = await recorded()
    const reason = { reason: 'Không đúng' }
    expect((await parties.office.send('post', `${path}/contestation`, reason, first)).status).toBe(403)
    const own = sample()
    own.accident.narrative.course = randomUUID()
    const filed = await parties.enterprise.file(own)
    const refused = await parties.enterprise.send('post', `${filed.headers.location}/contestation`, reason, first)
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('sửa đổi')])
  })
})

describe('judging anew', () => {
  it('is an act of its own with its reason, and leaves receipt, revision and chain as they were', async () => {
    const { path } = await recorded()
    const before = (await parties.office.get(path)).body
    const reason = { reason: 'Danh mục mã đã được đính chính.' }
    const done = await parties.office.send('post', `${path}/re-evaluation`, reason, first)
    expect([done.status, done.body]).toMatchObject([200, { status: 'filed', seq: 2, findings: before.findings }])
    const { items } = (await parties.office.get(`${path}/revisions`)).body as { items: Json[] }
    expect(items.map(({ act, revision }) => `${act} ${revision}`)).toEqual(['file 1', 're-evaluate 1'])
    expect(items[1]?.reason).toBe(reason.reason)
    expect((await parties.office.get(path)).body).toMatchObject({ revision: 1, declaration: before.declaration })
    expect((await verifyDeclarations(accidentKind, service.declarations)).faults).toEqual([])
  })

  it('is for the office in charge', async () => {
    const { path } = await recorded()
    const reason = { reason: 'Xem lại' }
    expect((await parties.enterprise.send('post', `${path}/re-evaluation`, reason, first)).status).toBe(403)
    const elsewhere = await service.admin.newClient({
      name: 'Sở Nội vụ Hà Nội',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '01' }] },
    })
    expect((await elsewhere.send('post', `${path}/re-evaluation`, reason, first)).status).toBe(404)
  })

  it('of a state that nobody read last is refused', async () => {
    const { path } = await recorded()
    const stale = await parties.office.send('post', `${path}/re-evaluation`, { reason: 'x' }, { 'if-match': '"7"' })
    expect(stale.status).toBe(412)
  })
})
