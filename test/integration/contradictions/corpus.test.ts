import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECK_IDS } from '../../../src/contradiction/checks.ts'
import {
  CORPUS_TODAY,
  cleanStories,
  insertStories,
  type Planted,
  plantedStories,
} from '../../support/contradiction-corpus.ts'
import { execute } from '../../support/database.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../../support/service.ts'

const CLEAN = 1_000

let service: TestService
let planted: Planted[]
let offices: TestClient[]

beforeAll(async () => {
  service = await startTestService()
  service.setTime(CORPUS_TODAY)
  planted = plantedStories()
  await insertStories(service.ownerUrl, cleanStories(7, CLEAN))
  offices = []
  for (const role of ['labour-office', 'health-office']) {
    offices.push(await service.admin.newClient({ name: role, role, jurisdiction: { national: true } }))
  }
})
afterAll(() => service.close())

async function listed(): Promise<Json[]> {
  const items = new Map<unknown, Json>()
  for (const office of offices) {
    for (let path: string | null = '/v1/contradictions?limit=200'; path !== null; ) {
      const { body } = await office.expect(200, 'get', path)
      for (const item of body.items as Json[]) items.set(item.id, item)
      path = body.next === null ? null : `/v1/contradictions?limit=200&cursor=${body.next}`
    }
  }
  return [...items.values()]
}

describe(`${CLEAN} enterprises over three years whose filings agree`, () => {
  it('contradict one another in nothing', async () => {
    const [counts] = await execute(
      service.ownerUrl,
      `select (select count(*) from accident_fact)::int as accidents, (select count(*) from disease_fact)::int as rounds,
              (select count(*) from environment_fact where exceeding > 0)::int as exceeding,
              (select count(*) from periodic_report_fact)::int as reports`,
    )
    expect(counts).toMatchObject({ reports: 12 * CLEAN })
    for (const of of ['accidents', 'rounds', 'exceeding']) expect(counts?.[of]).toBeGreaterThan(CLEAN / 3)
    expect(await listed()).toEqual([])
  })
})

describe('every kind of contradiction, planted once', () => {
  it('has one for each check', () => {
    expect(planted.map(({ check }) => check).sort()).toEqual([...CHECK_IDS].sort())
  })

  it('is found where it was planted, and nothing else is', async () => {
    await insertStories(
      service.ownerUrl,
      planted.flatMap(({ stories }) => stories),
    )
    // The register tells of enterprises that came after the last reading, by the clock of the database.
    const tenants = planted.flatMap(({ stories }) => stories.map(({ tenant }) => tenant))
    await execute(service.ownerUrl, 'update enterprise set updated_at = now() where id = any($1)', [tenants])
    const found = (await listed()).map(({ check, left }) => `${check} at ${(left as Json).enterpriseId}`)
    expect([...new Set(found)].sort()).toEqual(planted.map(({ check, tenant }) => `${check} at ${tenant}`).sort())
  })
})
