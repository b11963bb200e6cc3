import { describe, expect, it } from 'vitest'
import { sampleAccidents } from '../../../src/periodic-report/accident-summary/sample.ts'
import { differencesBetween } from '../../../src/periodic-report/figures.ts'
import { reportKind } from '../../../src/periodic-report/kind.ts'
import { CELLS, ITEM_9 } from '../../../src/periodic-report/osh-annual/cells.ts'
import { declaredOshFigures, draftOshAnnual } from '../../../src/periodic-report/osh-annual/draft.ts'
import { oshAnnualFigures } from '../../../src/periodic-report/osh-annual/figures.ts'
import { oshAnnualForm } from '../../../src/periodic-report/osh-annual/form.ts'
import { sampleDeclaredYear, sampleOshAnnual } from '../../../src/periodic-report/osh-annual/sample.ts'
import { oshAnnualSchema } from '../../../src/periodic-report/osh-annual/schema.ts'
import { sampleContext, sampleKnown, sampleReport } from '../../../src/periodic-report/sample.ts'
import { annualReportItem9, healthClasses } from '../../../src/reference/catalogue.ts'
import { judgeBody } from '../rules/judged-kinds.ts'

const judged = { kind: reportKind, context: sampleContext, freeFields: {} }

function complaints(section: unknown) {
  const { accidentSummary: _summary, ...head } = sampleReport
  const body = { ...head, kind: 'osh-annual', period: { year: 2025 }, oshAnnual: section }
  const known = { ...sampleKnown, declaredYear: sampleDeclaredYear }
  const context = { receivedAt: new Date('2026-01-08T09:00:00+07:00'), known }
  return judgeBody(judged, body, { context }).then(({ findings }) =>
    findings.filter(({ kind }) => kind !== 'info').map(({ rule, kind, pointer }) => `${rule} ${kind} ${pointer}`),
  )
}

describe('the annual report on safety and health', () => {
  it('is due before 10 January, of whole years only', () => {
    expect(oshAnnualForm.due({ year: 2025, half: null })).toMatchObject({
      due: '2026-01-09',
      strictlyBefore: '2026-01-10',
    })
    expect(oshAnnualForm.due({ year: 2015, half: null })).toBeNull()
    expect(oshAnnualForm.periods).toEqual(['year'])
  })

  it('has nothing to object to in its sample but the month of the risk assessment, which lies ahead', async () => {
    expect(await complaints(sampleOshAnnual)).toEqual([
      'KB-OSH-09 error /oshAnnual/riskAssessedIn',
      'KB-OSH-24 error /oshAnnual/riskAssessedIn',
    ])
    expect(await complaints({ ...sampleOshAnnual, riskAssessedIn: '2025-03' })).toEqual([])
  })

  it('has every row of item 9 and every health class', () => {
    expect(ITEM_9.map(({ code }) => code)).toEqual(annualReportItem9.entriesOn().map(({ code }) => code))
    const lines = CELLS.map(({ line }) => line)
    for (const { code } of healthClasses.entriesOn()) expect(lines).toContain(`4.${code}`)
    expect(new Set(lines).size).toBe(lines.length)
  })

  it('names a cell for every number of its schema', () => {
    expect(oshAnnualSchema.safeParse(oshAnnualForm.zero).error).toBeUndefined()
    expect(oshAnnualFigures(oshAnnualForm.zero).every(({ value }) => value === 0)).toBe(true)
    expect(numbersIn(sampleOshAnnual)).toEqual(
      oshAnnualFigures(sampleOshAnnual)
        .filter(({ value }) => value !== 0)
        .map(({ pointer }) => pointer)
        .toSorted(),
    )
  })

  it('counts money in millions where declarations count thousands', () => {
    expect(draftOshAnnual(sampleAccidents, null).accidents).toMatchObject({ costs: 702, deaths: 1 })
    expect(oshAnnualForm.totals(sampleOshAnnual).costs).toBe(702_000)
    expect(oshAnnualSchema.safeParse({ planCosts: { hygiene: 10.2 } }).success).toBe(true)
    expect(oshAnnualSchema.safeParse({ planCosts: { hygiene: 10.2005 } }).success).toBe(false)
  })
})

describe('the draft of the annual report', () => {
  it('has accidents, persons diagnosed and samples, and nothing that only the enterprise knows', () => {
    expect(draftOshAnnual(sampleAccidents, sampleDeclaredYear)).toMatchObject({
      accidents: { accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1 },
      diseases: { total: 3, new: 1 },
      environment: { samples: 6, failed: 1, noise: { samples: 2, failed: 1 } },
    })
    expect(draftOshAnnual(sampleAccidents, sampleDeclaredYear)).not.toHaveProperty('training')
  })

  it('has no persons diagnosed for those to whom diagnoses are not shown', () => {
    expect(draftOshAnnual([], { ...sampleDeclaredYear, diseases: null })).not.toHaveProperty('diseases')
  })

  it('differs from the declarations in nothing, whatever item 3 says', () => {
    const declared = declaredOshFigures(sampleAccidents, sampleDeclaredYear)
    const draft = draftOshAnnual(sampleAccidents, sampleDeclaredYear)
    expect(differencesBetween(oshAnnualFigures(draft), declared)).toEqual([])
    const healthy = { ...draft, diseases: { total: 0, new: 0 } }
    expect(differencesBetween(oshAnnualFigures(healthy), declared)).toEqual([])
  })

  it('names the campaigns behind a row of item 9', () => {
    const { figures } = declaredOshFigures([], sampleDeclaredYear)
    expect(figures.get('9.noise.failed')).toEqual({ value: 1, declarations: [sampleDeclaredYear.samples[0]?.id] })
    expect(figures.get('9.light.failed')).toEqual({ value: 0, declarations: [] })
  })
})

/** Pointers of what is neither nought nor no in a section. */
function numbersIn(value: unknown, at = '/oshAnnual'): string[] {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value) === 0 ? [] : [at]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value)
    .flatMap(([key, part]) => numbersIn(part, `${at}/${key}`))
    .toSorted()
}
