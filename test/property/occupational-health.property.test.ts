import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesBetween } from '../../src/periodic-report/figures.ts'
import type {
  DeclaredCampaign,
  DeclaredHealth,
  DeclaredRound,
} from '../../src/periodic-report/occupational-health/declared-health.ts'
import { declaredHealthFigures, draftOccupationalHealth } from '../../src/periodic-report/occupational-health/draft.ts'
import { occupationalHealthFigures } from '../../src/periodic-report/occupational-health/figures.ts'
import { occupationalHealthSchema } from '../../src/periodic-report/occupational-health/schema.ts'

const FACTORS = ['HZ-DUST-SILICA', 'HZ-PHY-NOISE', 'HZ-CHEM-BTX', 'HZ-EXP-SOLV'] as const
const DISEASES = ['OD-01', 'OD-18', 'OD-09'] as const

const persons = fc.tuple(fc.nat(500), fc.nat(500)).map(([men, women]) => ({ total: men + women, women }))
const quarter = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)

const round: fc.Arbitrary<DeclaredRound> = fc.record({
  id: fc.uuid(),
  quarter,
  examined: persons,
  hazards: fc.uniqueArray(fc.record({ factor: fc.constantFrom(...FACTORS), exposed: persons }), {
    selector: ({ factor }) => factor,
  }),
  results: fc.uniqueArray(
    fc.record({
      disease: fc.constantFrom(...DISEASES),
      examined: persons,
      suspected: persons,
      diagnosed: persons,
      assessed: persons,
      under5: persons,
      from5to30: persons,
      from31: persons,
    }),
    { selector: ({ disease }) => disease },
  ),
  healthClasses: fc.constant([{ class: 'I', men: 1, women: 1 }]),
})

const campaign: fc.Arbitrary<DeclaredCampaign> = fc.record({
  id: fc.uuid(),
  results: fc.array(
    fc
      .record({ hazards: fc.subarray([...FACTORS]), samples: fc.integer({ min: 1, max: 50 }), failed: fc.nat(50) })
      .map((row) => ({ ...row, failed: Math.min(row.failed, row.samples) })),
    { maxLength: 4 },
  ),
})

const declared: fc.Arbitrary<DeclaredHealth> = fc.record({
  rounds: fc.array(round, { maxLength: 3 }),
  campaigns: fc.array(campaign, { maxLength: 3 }),
  accidents: fc.array(
    fc.record({ id: fc.uuid(), quarter, victims: fc.integer({ min: 1, max: 5 }), deaths: fc.nat(1) }),
    { maxLength: 3 },
  ),
})

const figuresOf = (health: DeclaredHealth) =>
  new Map(occupationalHealthFigures(draftOccupationalHealth(health)).map(({ line, value }) => [line, value]))

describe('a draft of Annex 8 from any declarations', () => {
  it('is a report of the form and differs in nothing from them', () => {
    fc.assert(
      fc.property(declared, (health) => {
        const draft = draftOccupationalHealth(health)
        expect(occupationalHealthSchema.safeParse(draft).success).toBe(true)
        expect(differencesBetween(occupationalHealthFigures(draft), declaredHealthFigures(health))).toEqual([])
      }),
    )
  })

  it('counts every sample once, whatever it stands for', () => {
    fc.assert(
      fc.property(declared, (health) => {
        const sumOf = (column: 'samples' | 'failed') =>
          health.campaigns.flatMap(({ results }) => results).reduce((sum, row) => sum + row[column], 0)
        for (const column of ['samples', 'failed'] as const) {
          const cells = [...figuresOf(health)].filter(([line]) => line.startsWith('II.') && line.endsWith(`.${column}`))
          expect(cells.reduce((sum, [, value]) => sum + value, 0)).toBe(sumOf(column))
        }
      }),
    )
  })

  it('names for each cell above nought the declarations it comes from, and only those of the period', () => {
    fc.assert(
      fc.property(declared, (health) => {
        const ids = new Set([...health.rounds, ...health.campaigns, ...health.accidents].map(({ id }) => id))
        for (const [line, { value, declarations }] of declaredHealthFigures(health).figures) {
          expect([line, declarations.length > 0]).toEqual([line, value > 0])
          expect(declarations.every((id) => ids.has(id))).toBe(true)
        }
      }),
    )
  })

  it('with one more round counts nobody less', () => {
    fc.assert(
      fc.property(declared, round, (health, another) => {
        const after = figuresOf({ ...health, rounds: [...health.rounds, another] })
        const grows = /^(IV\.1|V\.2)\.|^II\..*\.exposed/
        for (const [line, value] of figuresOf(health)) {
          if (grows.test(line)) expect([line, (after.get(line) ?? 0) >= value]).toEqual([line, true])
        }
      }),
    )
  })
})
