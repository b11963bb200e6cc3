import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KINDS } from '../../src/kinds.ts'
import { KIND_ACCESS } from '../support/access/kind-expectations.ts'
import type { Side } from '../support/access/matrix.ts'
import { filedBy, populate } from '../support/access/two-sides.ts'
import { amended, delegatedFiling, newFiling } from '../support/new-filings.ts'
import { registerFacility, registerMonitoringOrganisation, SAMPLE_ENTERPRISE } from '../support/parties.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../support/service.ts'
import { validTaxCode } from '../support/tax-codes.ts'

/** Of two enterprises one lets a facility, and an organisation, file in its name. */
let service: TestService
let own: Side
let foreign: Side

beforeAll(async () => {
  service = await startTestService()
  await registerFacility(service)
  await registerMonitoringOrganisation(service)
  own = await populate(service, { province: '19', commune: '01849', taxCode: SAMPLE_ENTERPRISE.taxCode })
  foreign = await populate(service, { province: '01', commune: '00004', taxCode: validTaxCode(9_000_000) })
})
afterAll(() => service.close())

const DELEGATES = KIND_ACCESS.flatMap(({ id, delegates }) => {
  const kind = KINDS.find((each) => each.id === id)
  return delegates.map((role) => ({ role, id, path: `/v1/${kind?.path}`, scope: kind?.delegation }))
})

describe.each(DELEGATES)('$role, to whom one enterprise delegated $id', ({ role, id, path, scope }) => {
  let delegate: TestClient

  beforeAll(async () => {
    delegate = await service.admin.newClient({ name: role, role })
    await own.filers.enterprise.expect(200, 'put', delegation(), { scopes: [scope], until: '2999-12-31' })
  })

  const delegation = () => `/v1/enterprises/${own.ids.enterprise}/delegations/${delegate.clientId}`
  const file = (side: Side, enterpriseId = side.ids.enterprise ?? '') =>
    delegate.send('post', path, delegatedFiling(id, side, enterpriseId), { 'idempotency-key': randomUUID() })

  async function filed() {
    const content = delegatedFiling(id, own, own.ids.enterprise ?? '')
    const { headers } = await delegate.expect(201, 'post', path, content, { 'idempotency-key': randomUUID() })
    return { content, location: String(headers.location) }
  }

  it('files for that enterprise, for no other and not without naming one', async () => {
    expect((await file(own)).status).toBe(201)
    expect((await file(foreign)).status).toBe(403)
    expect((await file(own, randomUUID())).status).toBe(403)
    const nobodys = newFiling(id, own)
    expect((await delegate.send('post', path, nobodys, { 'idempotency-key': randomUUID() })).status).toBe(422)
  })

  it('sees what it filed, and nothing that the enterprise or an office filed', async () => {
    const { location } = await filed()
    for (const part of ['', '/revisions', '/revisions/1', '/receipt', '/comments', '/files']) {
      expect((await delegate.get(`${location}${part}`)).status, part).toBe(200)
    }
    const others = [own.ids, foreign.ids, (await filedBy(own, id, 'health-office')).ids]
    for (const ids of others) expect((await delegate.get(`${path}/${ids[id]}`)).status).toBe(404)
    const { body } = await delegate.expect(200, 'get', `${path}?limit=200`)
    const listed = (body.items as Json[]).map((item) => item.id)
    expect(listed).toContain(location.split('/').at(-1))
    for (const ids of others) expect(listed).not.toContain(ids[id])
  })

  it('amends, comments on and withdraws what it filed, which the enterprise may contest', async () => {
    const { content, location } = await filed()
    const at = (seq: number) => ({ 'if-match': `"${seq}"` })
    expect((await delegate.send('put', location, amended(id, content), at(1))).status).toBe(200)
    expect((await delegate.send('post', `${location}/comments`, { text: 'Đã sửa.' })).status).toBe(201)
    const objection = { reason: 'Số liệu không đúng.' }
    expect((await own.filers.enterprise.send('post', `${location}/contestation`, objection, at(3))).status).toBe(200)
    const withdrawal = { reason: 'Nộp nhầm.' }
    expect((await delegate.send('post', `${location}/withdrawal`, withdrawal, at(4))).status).toBe(200)
  })

  it('neither reviews nor contests, and files nothing of another kind', async () => {
    const { location } = await filed()
    for (const act of ['return', 'acceptance', 're-evaluation', 'contestation']) {
      const answer = await delegate.send('post', `${location}/${act}`, { reason: 'x' }, { 'if-match': '"1"' })
      expect(answer.status, act).toBe(403)
    }
    for (const kind of KINDS.filter((each) => each.id !== id)) {
      const content = delegatedFiling(kind.id, own, own.ids.enterprise ?? '')
      const answer = await delegate.send('post', `/v1/${kind.path}`, content, { 'idempotency-key': randomUUID() })
      expect(answer.status, kind.id).toBe(403)
    }
  })

  it('changes nothing any more once the delegation is taken back', async () => {
    const { content, location } = await filed()
    await own.filers.enterprise.expect(204, 'delete', delegation())
    expect((await file(own)).status).toBe(403)
    expect((await delegate.send('put', location, amended(id, content), { 'if-match': '"1"' })).status).toBe(403)
    const withdrawal = await delegate.send('post', `${location}/withdrawal`, { reason: 'x' }, { 'if-match': '"1"' })
    expect(withdrawal.status).toBe(403)
    expect((await delegate.get(location)).status).toBe(200)
  })
})

describe('a delegation of something else', () => {
  it.each(DELEGATES)('is not to be had by a $role, who then files no $id', async ({ role, id, path, scope }) => {
    const delegate = await service.admin.newClient({ name: role, role })
    const scopes = DELEGATES.map((each) => each.scope).filter((each) => each !== scope)
    const delegation = `/v1/enterprises/${own.ids.enterprise}/delegations/${delegate.clientId}`
    await own.filers.enterprise.expect(404, 'put', delegation, { scopes, until: '2999-12-31' })
    const content = delegatedFiling(id, own, own.ids.enterprise ?? '')
    const answer = await delegate.send('post', path, content, { 'idempotency-key': randomUUID() })
    expect(answer.status).toBe(403)
  })
})
