import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../support/database.ts'
import { duplicateCorpus } from '../../support/duplicate-corpus.ts'
import { type Json, startTestService, type TestService } from '../../support/service.ts'
import { fileCorpus } from './corpus-filings.ts'

/** From filing to list: what narrowing in the database loses counts as lost. */
const corpus = duplicateCorpus(301, 110)
let service: TestService
let ids: readonly string[]
let items: Json[]

beforeAll(async () => {
  service = await startTestService()
  const filed = await fileCorpus(service, corpus)
  ids = filed.ids
  items = []
  for (let path: string | null = '/v1/duplicates?limit=200'; path !== null; ) {
    const { body } = await filed.office.expect(200, 'get', path)
    items.push(...(body.items as Json[]))
    path = body.next === null ? null : `/v1/duplicates?limit=200&cursor=${body.next}`
  }
})
afterAll(() => service.close())

describe('a corpus filed through the service', () => {
  it('is listed pair by pair: at least 98 % of the duplicates, and at least 95 % of the list are such', () => {
    const eventOf = new Map(ids.map((id, index) => [id, corpus.reports[index]?.event]))
    const same = ids.flatMap((id, i) => ids.slice(i + 1).filter((other) => eventOf.get(id) === eventOf.get(other)))
    const right = items.filter(({ left, right }) => {
      const [one, other] = [left as Json, right as Json].map(({ declarationId }) => eventOf.get(String(declarationId)))
      return one === other
    })
    const recall = right.length / same.length
    const precision = right.length / items.length
    process.stdout.write(
      `${ids.length} declarations, ${same.length} duplicates: recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}\n`,
    )
    expect(recall).toBeGreaterThanOrEqual(0.98)
    expect(precision).toBeGreaterThanOrEqual(0.95)
  })

  it('names no person, in the list or in the tables', async () => {
    const names = corpus.reports.flatMap(({ report }) => report.victims.map(({ person }) => person?.name ?? ''))
    const rows = await execute(service.ownerUrl, 'select json_agg(p)::text as rows from duplicate_pair p')
    const text = JSON.stringify([items, rows])
    expect(names.filter((name) => name !== '' && text.includes(name))).toEqual([])
  })
})
