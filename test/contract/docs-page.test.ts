import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestService, type TestService } from '../support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.close())

describe('the page of the document', () => {
  it('is forbidden to load anything from elsewhere', async () => {
    const page = await service.http.get('/docs')
    expect(page.status).toBe(200)
    expect(page.type).toBe('text/html')
    const sources = String(page.headers['content-security-policy'])
      .split(';')
      .flatMap((directive) => directive.trim().split(' ').slice(1))
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", "'unsafe-inline'", 'data:']))
  })

  it('has all its parts with it', async () => {
    const { text } = await service.http.get('/docs')
    const parts = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part]) => String(part))
    expect(parts.filter((part) => part.endsWith('.js')).length).toBeGreaterThan(1)
    for (const part of parts) {
      expect(part).toMatch(/^\/docs\//)
      const { status, headers } = await service.http.get(part)
      expect(status, part).toBe(200)
      expect(Number(headers['content-length']), part).toBeGreaterThan(0)
    }
  })

  it('shows the document that is served', async () => {
    const shown = await service.http.get('/docs/json')
    const served = await service.http.get('/openapi.json')
    expect(shown.body).toEqual(served.body)
  })
})
