import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generalRules } from '../../../src/declaration/general-rules.ts'
import { reportRules } from '../../../src/periodic-report/rules/index.ts'

describe('the table of kinds in docs/rules', () => {
  const table = readFileSync(new URL('../../../docs/rules/report-rule-kinds.md', import.meta.url), 'utf8')
  const rows = [...table.matchAll(/^\| ((?:ACC|OD|ENV|KB)-\S+) \| \S+ \| (\S+) \|/gm)].map(
    ([, id = '', kind]) => [id, kind] as const,
  )
  const documented = rows.filter(([, kind]) => kind !== 'left').map(([id, kind]) => `${id} ${kind}`)

  it('has every rule with the kind it has in the code', () => {
    const elsewhere = new Set(generalRules.map(({ id }) => id))
    const coded = [
      ...reportRules.rules.filter(({ id }) => !elsewhere.has(id)).map(({ id, kind }) => `${id} ${kind}`),
      ...reportRules.awaiting.map(({ id }) => `${id} awaiting`),
    ]
    expect(documented.toSorted()).toEqual(coded.toSorted())
  })

  it('has every rule of the group G of the collection', () => {
    const expected = Array.from({ length: 34 }, (_, index) => `ACC-G${String(index + 1).padStart(2, '0')}`)
    const ids = rows.map(([id]) => id).filter((id) => id.startsWith('ACC-G'))
    expect(ids.toSorted()).toEqual(expected)
  })
})
