import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type DuplicateCorpus, duplicateCorpus } from '../../support/duplicate-corpus.ts'

const corpus = duplicateCorpus(1, 400)

function groups({ reports }: DuplicateCorpus) {
  const byEvent = new Map<string, DuplicateCorpus['reports'][number][]>()
  for (const each of reports) byEvent.set(each.event, [...(byEvent.get(each.event) ?? []), each])
  return [...byEvent.values()]
}

describe('the labelled set of duplicates', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(duplicateCorpus(1, 400)).toEqual(corpus)
    expect(duplicateCorpus(2, 400)).not.toEqual(corpus)
  })

  it('holds every way in which an accident is told again, and every near miss', () => {
    expect([...new Set(corpus.reports.map(({ how }) => how))].sort()).toEqual([
      'a namesake at another employer',
      'a relative at the same employer',
      'another employer in the same commune',
      'by another employer',
      'by telephone',
      'fields missing',
      'names swapped',
      'nobody named yet',
      'own declaration',
      'the next day at the same place',
      'the same day at the same employer',
      'the same person weeks later',
      'typed again with errors',
    ])
  })

  it('tells one event by reports that agree on who was hurt how badly, at most by a grade', () => {
    for (const [first, ...again] of groups(corpus)) {
      for (const { report } of again) {
        const victims =
          (report.casualties && Object.values(report.casualties).reduce((a, b) => a + b)) ?? report.victims.length
        expect(victims).toBe(first?.report.victims.length)
        expect(Math.abs(Date.parse(report.occurredAt) - Date.parse(first?.report.occurredAt ?? ''))).toBeLessThan(
          2 * 86_400_000,
        )
      }
    }
  })

  it('shares no code with the matcher', () => {
    const source = readFileSync(new URL('../../support/duplicate-corpus.ts', import.meta.url), 'utf8')
    expect(source.match(/from '.*'/g)).toEqual(["from './seeded.ts'"])
  })
})
