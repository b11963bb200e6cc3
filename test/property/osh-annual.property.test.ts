import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../src/declaration/judge.ts'
import { EMPTY_ROW } from '../../src/periodic-report/accident-summary/columns.ts'
import type { DeclaredAccident } from '../../src/periodic-report/accident-summary/declared-accident.ts'
import { differencesBetween } from '../../src/periodic-report/figures.ts'
import { reportKind } from '../../src/periodic-report/kind.ts'
import { ITEM_9 } from '../../src/periodic-report/osh-annual/cells.ts'
import { declaredOshFigures, draftOshAnnual } from '../../src/periodic-report/osh-annual/draft.ts'
import { oshAnnualFigures } from '../../src/periodic-report/osh-annual/figures.ts'
import { sampleContext, sampleKnown, sampleReport } from '../../src/periodic-report/sample.ts'

const accident = fc
  .record({
    id: fc.uuid(),
    victims: fc.integer({ min: 1, max: 5 }),
    deaths: fc.nat({ max: 5 }),
    daysOff: fc.nat({ max: 60 }),
    medical: fc.nat({ max: 50_000 }),
    compensation: fc.nat({ max: 900_000 }),
  })
  .map(({ id, victims, deaths, daysOff, medical, compensation }): DeclaredAccident => {
    const dead = Math.min(deaths, victims)
    return {
      id,
      section: 1,
      cause: null,
      factor: null,
      row: { ...EMPTY_ROW, accidents: 1, fatalAccidents: Number(dead > 0), victims, deaths: dead },
      occupations: [],
      daysOff,
      medical,
      wages: 0,
      compensation,
      propertyDamage: 0,
    }
  })

const samples = fc
  .record({
    id: fc.uuid(),
    factor: fc.constantFrom(...ITEM_9.map(({ code }) => code)),
    samples: fc.integer({ min: 1, max: 40 }),
    failed: fc.nat({ max: 40 }),
  })
  .map((row) => ({ ...row, failed: Math.min(row.failed, row.samples) }))

const diseases = fc
  .record({ total: fc.nat({ max: 9 }), new: fc.nat({ max: 9 }) })
  .map(({ total, new: fallenIll }) => ({ total, new: Math.min(total, fallenIll), declarations: [] }))

const year = fc.record({ diseases, samples: fc.array(samples, { maxLength: 20 }) })
const accidents = fc.array(accident, { maxLength: 10 })

describe('a draft of the annual report, filed unchanged', () => {
  it('differs from the declarations in nothing', () => {
    fc.assert(
      fc.property(accidents, year, (declared, of) => {
        const figures = oshAnnualFigures(draftOshAnnual(declared, of))
        expect(differencesBetween(figures, declaredOshFigures(declared, of))).toEqual([])
      }),
    )
  })

  it('has nothing to object to', async () => {
    await fc.assert(
      fc.asyncProperty(accidents, year, async (declared, declaredYear) => {
        const { accidentSummary: _summary, ...head } = sampleReport
        const body = {
          ...head,
          kind: 'osh-annual',
          period: { year: 2025 },
          oshAnnual: draftOshAnnual(declared, declaredYear),
        }
        const { findings, errors } = await judge(reportKind, body, {
          context: { ...sampleContext, receivedAt: new Date('2026-01-08T09:00:00+07:00') },
          lookUp: async () => ({ ...sampleKnown, accidents: declared, declaredYear }),
          absent: new Set(),
          mintId: () => 'minted',
        })
        expect(errors).toEqual([])
        expect(findings.filter(({ kind }) => kind !== 'info')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
