import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sample } from '../support/parties.ts'
import { type Json, startTestService, TestClient, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.close())

describe('an accident at night, at an enterprise that has no account', () => {
  it('is declared at once, waits, and counts from the moment an office confirms who the enterprise is', async () => {
    const anybody = TestClient.anonymous(service)
    const office = await service.admin.newClient({
      name: 'Sở Nội vụ Thái Nguyên',
      role: 'labour-office',
      jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
    })

    // The safety officer asks for an account and gets one that works.
    const registered = await anybody.expect(201, 'post', '/v1/registrations', {
      taxCode: '4600123459',
      name: 'Công ty Cổ phần Xây dựng Bắc Sơn',
      headOffice: { scheme: 'VN-2025', code: '01849' },
      contact: { name: 'Trần Thị Khai', phone: '0912000111' },
    })
    const { clientId, clientSecret, id } = registered.body
    const enterprise = await TestClient.withCredentials(service.http, String(clientId), String(clientSecret))

    // The declaration is kept, receipted and shown to the office, but in no statistics yet.
    const filed = await enterprise.file(sample(), { 'idempotency-key': randomUUID() })
    expect(filed.status).toBe(201)
    expect(filed.body.status).toBe('needs-review')
    const waiting = await office.expect(200, 'get', '/v1/accident-declarations?status=needs-review')
    expect((waiting.body.items as Json[]).map((item) => item.id)).toEqual([filed.body.id])
    const before = await office.expect(200, 'get', '/v1/statistics/accidents?measures=accidents')
    expect(before.body.totals).toMatchObject({ accidents: 0 })

    // In the morning the office confirms.
    await office.expect(200, 'post', `/v1/registrations/${id}/decision`, { decision: 'confirm' })
    const view = await enterprise.get(`/v1/accident-declarations/${filed.body.id}`)
    expect(view.body).toMatchObject({ status: 'filed', inForce: 1 })
    const after = await office.expect(200, 'get', '/v1/statistics/accidents?measures=accidents')
    expect(after.body.totals).toMatchObject({ accidents: 1 })

    // What it files from now on does not wait.
    const next = sample()
    next.accident.narrative.course = 'Một vụ khác.'
    const again = await enterprise.file(next, { 'idempotency-key': randomUUID() })
    expect(again.body.status).toBe('filed')
  })
})
