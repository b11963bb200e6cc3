import { describe, expect, it } from 'vitest'
import { FILED_KINDS, formOf } from '../../../src/periodic-report/forms.ts'
import { reportKind } from '../../../src/periodic-report/kind.ts'
import { sampleContext, sampleKnown } from '../../../src/periodic-report/sample.ts'
import type { PeriodicReport } from '../../../src/periodic-report/schema.ts'
import { periodicReportSchema } from '../../../src/periodic-report/schema.ts'
import { judgeBody } from '../rules/judged-kinds.ts'

const judged = { kind: reportKind, context: sampleContext, freeFields: {} }

function kept(body: Readonly<Record<string, unknown>>): PeriodicReport {
  return reportKind.complete({ period: { year: 2025 }, zero: true, ...body } as PeriodicReport, () => 'id')
}

async function found(body: Readonly<Record<string, unknown>>, known = {}) {
  const report = {
    period: { year: 2025 },
    zero: true,
    declarant: { name: 'Trần Thị Khai', position: 'Giám đốc' },
    ...body,
  }
  const context = {
    receivedAt: new Date('2026-01-08T09:00:00+07:00'),
    known: { ...sampleKnown, accidents: [], ...known },
  }
  const { findings } = await judgeBody(judged, report, { context })
  return findings.filter(({ kind }) => kind !== 'info').map(({ rule, pointer }) => `${rule} ${pointer}`)
}

describe('a zero report', () => {
  it.each(FILED_KINDS)('%s says nothing but noughts, in the shape of its section', (kind) => {
    const form = formOf(kind)
    const figures = form?.figures(form.zero) ?? []
    expect(periodicReportSchema.safeParse(kept({ kind })).error).toBeUndefined()
    expect(figures.filter(({ value }) => value !== 0)).toEqual([])
    expect(figures.filter(({ line }) => !(form?.zeroTells?.(line) ?? true))).toEqual([])
  })

  it('on safety and health tells of accidents and new cases, and of nothing else that the form asks', async () => {
    expect(kept({ kind: 'osh-annual' }).oshAnnual).toEqual({
      accidents: { accidents: 0, fatalAccidents: 0, victims: 0, deaths: 0 },
      diseases: { new: 0 },
    })
    expect(await found({ kind: 'osh-annual' })).toEqual([])
  })

  it('keeps no figure of a cell that was left empty', () => {
    const form = formOf('osh-annual')
    const lines = form?.figures({ management: { oshSystem: true, informed: false } }).map(({ line }) => line)
    expect(lines).toEqual(['M.oshSystem', 'M.informed'])
  })

  it('of accidents tells of neither payroll, days off nor costs, which may stand beside it', async () => {
    expect(kept({ kind: 'accident-summary' }).accidentSummary).not.toHaveProperty('losses')
    const section = { payroll: 21_600, losses: { daysOff: 12, costs: { medical: 3_000 } } }
    expect(kept({ kind: 'accident-summary', accidentSummary: section }).accidentSummary).toMatchObject({
      ...section,
      total: { accidents: 0, deaths: 0 },
    })
    // They are doubted, for they must come from an accident of an earlier period.
    expect(await found({ kind: 'accident-summary', accidentSummary: section })).toEqual([
      'ACC-G23 /accidentSummary/losses',
    ])
  })

  it('of an office tells of victims, not of establishments and workers', () => {
    expect(kept({ kind: 'office-summary' }).officeSummary?.partI).toEqual([
      { code: null, victims: 0, deaths: 0, serious: 0 },
    ])
    expect(kept({ kind: 'office-osh-summary' }).receivedReports).toEqual({ reporting: 0, workers: 0, cells: [] })
  })

  it('is refused where something did occur', async () => {
    expect(
      await found({ kind: 'accident-summary', accidentSummary: { commuting: { accidents: 1, victims: 1 } } }),
    ).toContain('KB-REP-08 /accidentSummary/commuting/accidents')
    expect(await found({ kind: 'osh-annual', oshAnnual: { diseases: { new: 1, total: 1 } } })).toContain(
      'KB-REP-08 /oshAnnual/diseases/new',
    )
  })

  it('is compared with what was declared in what it tells only', async () => {
    const samples = [{ id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a21', factor: 'noise', samples: 2, failed: 1 }]
    expect(await found({ kind: 'osh-annual' }, { declaredYear: { diseases: null, samples } })).toEqual([])
    const { accidents } = sampleKnown
    expect(await found({ kind: 'osh-annual' }, { accidents })).toContain('KB-OSH-18 /oshAnnual/accidents/deaths')
  })
})
