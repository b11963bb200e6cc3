import { describe, expect, it } from 'vitest'
import { judge } from '../../../src/declaration/judge.ts'
import { separate } from '../../../src/declaration/sealed-fields.ts'
import { generalStaffMinimum, hazardousStaffMinimum, isStaffedEnough } from '../../../src/law/medical-staff.ts'
import { draftEnvironmentAnnual } from '../../../src/periodic-report/environment-annual/draft.ts'
import { environmentAnnualForm } from '../../../src/periodic-report/environment-annual/form.ts'
import { differencesBetween } from '../../../src/periodic-report/figures.ts'
import { reportKind } from '../../../src/periodic-report/kind.ts'
import {
  declaredHealthFigures,
  draftOccupationalHealth,
} from '../../../src/periodic-report/occupational-health/draft.ts'
import { occupationalHealthFigures } from '../../../src/periodic-report/occupational-health/figures.ts'
import { occupationalHealthForm } from '../../../src/periodic-report/occupational-health/form.ts'
import { sampleHealth, sampleOccupationalHealth } from '../../../src/periodic-report/occupational-health/sample.ts'
import { samplesByFactor } from '../../../src/periodic-report/occupational-health/samples-by-factor.ts'
import { readPeriod } from '../../../src/periodic-report/period.ts'
import { sampleContext, sampleKnown, sampleReport } from '../../../src/periodic-report/sample.ts'
import { type PeriodicReport, periodicReportSchema, reportSealedFields } from '../../../src/periodic-report/schema.ts'

const { accidentSummary: _, ...head } = sampleReport
const report: PeriodicReport = {
  ...head,
  kind: 'occupational-health',
  occupationalHealth: sampleOccupationalHealth,
}

describe('when the reports to the health office are due', () => {
  it.each([
    [occupationalHealthForm, '2026-H1', '2026-07-04'],
    [occupationalHealthForm, '2026', '2027-01-09'],
    [environmentAnnualForm, '2026', '2026-12-30'],
  ])('%o for %s: on %s at the latest, because the law says before the day after', (form, period, due) => {
    expect(form.due(readPeriod(period))?.due).toBe(due)
  })

  it('is on no day before Circular 19/2016, nor for a half-year of monitoring', () => {
    expect(occupationalHealthForm.due(readPeriod('2016-H1'))).toBeNull()
    expect(environmentAnnualForm.due(readPeriod('2026-H1'))).toBeNull()
  })
})

describe('the figures of Annex 8', () => {
  const figures = new Map(occupationalHealthFigures(sampleOccupationalHealth).map((figure) => [figure.line, figure]))

  it.each([
    ['II.HZ-DUST-SILICA.failed', 3, '/occupationalHealth/factors/0/failed'],
    ['III.5.diseaseDays', 14, '/occupationalHealth/absences/1/disease/days'],
    ['IV.1.OD-01.from5to30', 1, '/occupationalHealth/diseases/0/bands/from5to30/total'],
    ['IV.distinct.examinedWomen', 15, '/occupationalHealth/distinct/examined/women'],
    ['V.2.OD-18.q2', 1, '/occupationalHealth/diseasesByQuarter/1/quarters/q2'],
    ['V.3.deaths.q2', 1, '/occupationalHealth/accidentsByQuarter/deaths/q2'],
    ['VI.III.men', 35, '/occupationalHealth/healthClasses/2/men'],
    ['VIII.1', 75_000, '/occupationalHealth/costs/0/amount'],
  ])('have the cell %s', (line, value, pointer) => {
    expect(figures.get(line)).toEqual({ line, value, pointer })
  })

  it('keep distinct persons apart from persons x disease', () => {
    const examined = [...figures.values()].filter(({ line }) => /^IV\.1\.[^.]+\.examined$/.test(line))
    expect(examined.reduce((sum, { value }) => sum + value, 0)).toBe(200)
    expect(figures.get('IV.distinct.examined')?.value).toBe(150)
  })
})

describe('the draft of Annex 8', () => {
  it('differs in nothing from what it was made of', () => {
    const declared = declaredHealthFigures(sampleHealth)
    expect(differencesBetween(occupationalHealthFigures(draftOccupationalHealth(sampleHealth)), declared)).toEqual([])
  })

  it('takes the greater of two rounds for who is exposed, and their sum for who was examined', () => {
    const [round] = sampleHealth.rounds
    if (round === undefined) throw new Error('the sample has a round')
    const again = { ...round, id: 'again', hazards: [{ factor: 'HZ-PHY-NOISE', exposed: { total: 90, women: 2 } }] }
    const draft = draftOccupationalHealth({ ...sampleHealth, rounds: [round, again] })
    expect(draft.factors?.find(({ factor }) => factor === 'HZ-PHY-NOISE')?.exposed).toEqual({ total: 90, women: 6 })
    expect(draft.diseases?.[0]?.examined).toEqual({ total: 240, women: 24 })
  })

  it('leaves distinct persons and health classes of several rounds to the filer', () => {
    const rounds = [...sampleHealth.rounds, ...sampleHealth.rounds]
    const draft = draftOccupationalHealth({ ...sampleHealth, rounds })
    expect(draft.distinct).toBeUndefined()
    expect(draft.healthClasses).toBeUndefined()
  })

  it('tells nobody of the cases: names and diagnoses of persons stay in the screening', () => {
    expect(draftOccupationalHealth(sampleHealth)).not.toHaveProperty('cases')
  })
})

describe('a sample that stands for several factors', () => {
  const toluene = [{ id: 'c', results: [{ hazards: ['HZ-CHEM-BTX', 'HZ-EXP-SOLV'], samples: 4, failed: 1 }] }]

  it('is counted under the one that people are exposed to', () => {
    expect(samplesByFactor(toluene, new Set(['HZ-EXP-SOLV']))).toMatchObject([{ factor: 'HZ-EXP-SOLV', samples: 4 }])
  })

  it('is counted once, under the first, where nobody is known to be exposed', () => {
    expect(draftEnvironmentAnnual(toluene).factors).toEqual([{ factor: 'HZ-CHEM-BTX', samples: 4, failed: 1 }])
  })

  it('of no factor of the list is counted as another factor', () => {
    const other = [{ id: 'c', results: [{ hazards: [], samples: 2, failed: 0 }] }]
    expect(samplesByFactor(other, new Set())).toMatchObject([{ factor: 'HZ-OTHER', samples: 2 }])
  })
})

describe('medical staff', () => {
  it.each([
    [generalStaffMinimum, 499, ['intermediate'], true],
    [generalStaffMinimum, 500, ['intermediate', 'intermediate'], false],
    [generalStaffMinimum, 500, ['assistant-doctor', 'intermediate'], true],
    [generalStaffMinimum, 1_001, ['assistant-doctor', 'intermediate'], false],
    [generalStaffMinimum, 1_001, ['doctor', 'intermediate'], true],
    [hazardousStaffMinimum, 299, ['intermediate'], true],
    [hazardousStaffMinimum, 300, ['intermediate'], false],
    [hazardousStaffMinimum, 300, ['doctor', 'intermediate'], true],
    [hazardousStaffMinimum, 500, ['assistant-doctor', 'intermediate'], false],
    [generalStaffMinimum, 10, ['other'], false],
  ] as const)('by %o of %i workers: %j is enough: %s', (minimumOf, workers, staff, enough) => {
    expect(isStaffedEnough(staff, minimumOf(workers))).toBe(enough)
  })

  it('of 1,000 workers in a hazardous sector is a facility of its own', () => {
    expect(hazardousStaffMinimum(1_000).ownFacility).toBe(true)
    expect(hazardousStaffMinimum(999).ownFacility).toBe(false)
  })
})

describe('what is sealed of a report on occupational health', () => {
  const { open, values } = separate(report, reportSealedFields)

  it('is every name, and all that tells of diseases', () => {
    expect(JSON.stringify(open)).not.toMatch(/Nguyễn Văn Đá|Hoàng Văn Ồn|Lê Thị Trạm|OD-01|OD-18/)
    expect(Object.keys(values)).toEqual(
      expect.arrayContaining([
        '/occupationalHealth/cases',
        '/occupationalHealth/diseases',
        '/occupationalHealth/distinct',
        '/occupationalHealth/diseasesByQuarter',
        '/occupationalHealth/medical/staff/0/name',
      ]),
    )
  })

  it('is not what tells of the workplace', () => {
    expect(open.occupationalHealth?.factors).toEqual(sampleOccupationalHealth.factors)
  })
})

describe('the sample of Annex 8', () => {
  it('is well formed, and nothing in it is to be objected to', async () => {
    expect(periodicReportSchema.safeParse(report).success).toBe(true)
    const { findings, errors, defects } = await judge(reportKind, report, {
      context: sampleContext,
      lookUp: async () => ({ ...sampleKnown, health: sampleHealth }),
      absent: new Set(),
      mintId: () => '',
    })
    expect([findings.filter(({ kind }) => kind !== 'info'), errors, defects]).toEqual([[], [], []])
  })

  it('never tells in a finding what a person has', async () => {
    const cases = sampleOccupationalHealth.cases?.map((one) => ({ ...one, age: 20, detectedOn: '2026-12-01' }))
    const { findings } = await judge(
      reportKind,
      { ...report, occupationalHealth: { ...sampleOccupationalHealth, cases } },
      { context: sampleContext, lookUp: async () => sampleKnown, absent: new Set(), mintId: () => '' },
    )
    const aboutCases = findings.filter(({ pointer }) => pointer.startsWith('/occupationalHealth/cases'))
    expect(aboutCases.length).toBeGreaterThan(0)
    expect(JSON.stringify(aboutCases)).not.toMatch(/OD-|Nguyễn|Hoàng/)
  })
})
