import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { environmentRules } from '../../../src/environment/rules/index.ts'

/** Where rules of the collection are judged that are none of a campaign. */
const ELSEWHERE = ['general', 'register', 'screening', 'accident', 'statistics', 'report']

describe('the table of kinds in docs/rules', () => {
  const table = readFileSync(new URL('../../../docs/rules/environment-rule-kinds.md', import.meta.url), 'utf8')
  const documented = [...table.matchAll(/^\| ((?:ENV|KB)-\S+) \| \S+ \| (\S+) \|/gm)].map(([, id = '', kind = '']) => ({
    id,
    kind,
  }))

  it('has every rule with the kind it has in the code', () => {
    const coded = [
      ...environmentRules.rules.map(({ id, kind }) => `${id} ${kind}`),
      ...environmentRules.awaiting.map(({ id }) => `${id} awaiting`),
    ]
    const judgedHere = documented.filter(({ kind }) => !ELSEWHERE.includes(kind))
    expect(judgedHere.map(({ id, kind }) => `${id} ${kind}`).toSorted()).toEqual(coded.toSorted())
  })

  it('has all 130 rules of the collection, each once', () => {
    const ranges = [
      [1, 13],
      [20, 33],
      [40, 52],
      [60, 70],
      [80, 104],
      [110, 135],
      [140, 156],
      [160, 164],
      [170, 175],
    ] as const
    const expected = ranges.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => `ENV-${String(first + index).padStart(3, '0')}`),
    )
    const ids = documented.map(({ id }) => id).filter((id) => id.startsWith('ENV-'))
    expect(ids.toSorted()).toEqual(expected.toSorted())
    expect(ids).toHaveLength(130)
  })
})
