import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../src/declaration/judge.ts'
import type { FullRow } from '../../src/periodic-report/accident-summary/columns.ts'
import type { DeclaredAccident } from '../../src/periodic-report/accident-summary/declared-accident.ts'
import { declaredAccidentFigures, draftAccidentSummary } from '../../src/periodic-report/accident-summary/draft.ts'
import { accidentSummaryFigures } from '../../src/periodic-report/accident-summary/figures.ts'
import { differencesBetween } from '../../src/periodic-report/figures.ts'
import { reportKind } from '../../src/periodic-report/kind.ts'
import { sampleContext, sampleKnown, sampleReport } from '../../src/periodic-report/sample.ts'

const victim = fc.record({
  condition: fc.constantFrom('dead', 'serious', 'light'),
  woman: fc.boolean(),
  outside: fc.boolean(),
  occupation: fc.constantFrom('71', '72', '83', '93'),
})
type Victim = typeof victim extends fc.Arbitrary<infer V> ? V : never

function rowOf(victims: readonly Victim[]): FullRow {
  const count = (holds: (victim: Victim) => boolean) => victims.filter(holds).length
  const deaths = count(({ condition }) => condition === 'dead')
  return {
    accidents: 1,
    fatalAccidents: deaths > 0 ? 1 : 0,
    multiVictimAccidents: victims.length > 1 ? 1 : 0,
    victims: victims.length,
    victimsOutside: count(({ outside }) => outside),
    women: count(({ woman }) => woman),
    womenOutside: count(({ woman, outside }) => woman && outside),
    deaths,
    deathsOutside: count(({ condition, outside }) => condition === 'dead' && outside),
    serious: count(({ condition }) => condition === 'serious'),
    seriousOutside: count(({ condition, outside }) => condition === 'serious' && outside),
  }
}

const accident = fc
  .record({
    id: fc.uuid(),
    section: fc.constantFrom(1 as const, 2 as const),
    cause: fc.constantFrom('1', '4', '7', '9'),
    factor: fc.constantFrom('fall-from-height', 'electricity').map((code) => ({ list: 'injury-factors-kb', code })),
    victims: fc.array(victim, { minLength: 1, maxLength: 4 }),
    daysOff: fc.nat({ max: 60 }),
    medical: fc.integer({ min: 1, max: 50_000 }),
    wages: fc.nat({ max: 50_000 }),
    compensation: fc.nat({ max: 900_000 }),
    propertyDamage: fc.nat({ max: 900_000 }),
  })
  .map(({ victims, ...rest }): DeclaredAccident => {
    const occupations = [...new Set(victims.map(({ occupation }) => occupation))]
    return {
      ...rest,
      row: rowOf(victims),
      occupations: occupations.map((occupation) => ({
        occupation,
        row: rowOf(victims.filter((one) => one.occupation === occupation)),
      })),
    }
  })

const accidents = fc.uniqueArray(accident, { selector: ({ id }) => id, maxLength: 8 })

describe('a report drafted from declarations and filed unchanged', () => {
  it('differs from them in no cell', () => {
    fc.assert(
      fc.property(accidents, (declared) => {
        const filed = accidentSummaryFigures(draftAccidentSummary(declared))
        expect(differencesBetween(filed, declaredAccidentFigures(declared))).toEqual([])
      }),
    )
  })

  it('has no fault: no error, nothing to confirm, no breach', async () => {
    await fc.assert(
      fc.asyncProperty(accidents, async (declared) => {
        const report = { ...sampleReport, accidentSummary: draftAccidentSummary(declared) }
        const { known: _known, ...context } = sampleContext
        const { findings, errors } = await judge(reportKind, report, {
          context,
          lookUp: async () => ({ ...sampleKnown, accidents: declared }),
          absent: new Set(),
          mintId: () => '',
        })
        expect([errors, findings.filter(({ kind }) => kind !== 'info')]).toEqual([[], []])
      }),
    )
  })

  it('names declarations for exactly the cells that are more than nought', () => {
    fc.assert(
      fc.property(accidents, (declared) => {
        for (const { value, declarations } of declaredAccidentFigures(declared).figures.values()) {
          expect(declarations.length > 0).toBe(value > 0)
        }
      }),
    )
  })

  it('changed in one cell differs in that cell, by what was changed', () => {
    fc.assert(
      fc.property(accidents, fc.nat(), fc.integer({ min: 1, max: 9 }), (declared, at, by) => {
        const filed = accidentSummaryFigures(draftAccidentSummary(declared))
        const index = at % filed.length
        const changed = filed.map((figure, each) => (each === index ? { ...figure, value: figure.value + by } : figure))
        const differences = differencesBetween(changed, declaredAccidentFigures(declared))
        expect(differences.map(({ line, filed: here, declared: there }) => [line, here - there])).toEqual([
          [filed[index]?.line, by],
        ])
      }),
    )
  })
})
