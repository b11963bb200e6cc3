import { describe, expect, it } from 'vitest'
import { dutiesOfStandingReporter, type StandingReporter } from '../../../src/obligation/duties-of-office.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

function reporter(change: Partial<StandingReporter> = {}): StandingReporter {
  return {
    id: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e10',
    kind: 'office',
    reporter: 'labour-office',
    reach: ['VN-2025:19'],
    wholeProvince: true,
    knownSince: 2026,
    actsIn: () => true,
    reports: [],
    ...change,
  }
}

const brief = (change: Partial<StandingReporter>, year = 2026) =>
  dutiesOfStandingReporter(reporter(change), year).map(({ duty, period, before }) => `${duty} ${period} ${before}`)

describe('the labour office of a province', () => {
  it('reports to the ministry, publishes, and reports on the programme before 25 December', () => {
    expect(brief({})).toEqual([
      'province-accident-summary 2026-H1 2026-07-15',
      'province-accident-summary 2026 2027-01-25',
      'province-accident-publication 2026-H1 2026-07-20',
      'province-accident-publication 2026 2027-01-30',
      'province-osh-summary 2026 2027-01-25',
      'programme-report 2026 2026-12-25',
    ])
  })
})

describe('an office of part of a province', () => {
  it('owes no summary of the province', () => {
    expect(brief({ wholeProvince: false })).toEqual(['programme-report 2026 2026-12-25'])
  })
})

describe('the health office of a province', () => {
  it('reports to the ministry of health', () => {
    expect(brief({ reporter: 'health-office' })).toEqual([
      'province-health-summary 2026-H1 2026-07-15',
      'province-health-summary 2026 2027-01-25',
    ])
  })
})

describe('a commune', () => {
  const commune = { kind: 'commune', reporter: 'commune', reach: ['VN-2025:19', 'VN-2025:01849'] } as const

  it('reports its workers without contract, and on the programme before 15 December', () => {
    expect(brief({ ...commune, wholeProvince: false })).toEqual([
      'commune-accident-summary 2026-H1 2026-07-05',
      'commune-accident-summary 2026 2027-01-05',
      'programme-report 2026 2026-12-15',
    ])
  })

  it('of the district with a programme of its own reports before 10 December while that runs', () => {
    const own = brief({ ...commune, knownSince: 2024 }).filter((one) => one.endsWith('-12-10'))
    expect(own).toEqual(['programme-report 2024 2024-12-10', 'programme-report 2025 2025-12-10'])
    const other = brief({ ...commune, reach: ['VN-2025:01', 'VN-2025:00004'], knownSince: 2024 })
    expect(other.filter((one) => one.endsWith('-12-10'))).toEqual([])
  })

  it('has done what it sent', () => {
    const reports = [{ report: 'commune-accident-summary', period: '2026', receivedOn: legalDate('2027-01-03') }]
    const done = dutiesOfStandingReporter(reporter({ ...commune, reports }), 2026).find(
      ({ period }) => period === '2026',
    )
    expect(done?.done).toBe('2027-01-03')
  })
})

describe('a monitoring organisation', () => {
  it('reports before 15 December of the years in which it might work', () => {
    const monitor = {
      kind: 'monitor',
      reporter: 'monitoring-organisation',
      actsIn: (year: number) => year === 2026,
    } as const
    expect(brief(monitor, 2027)).toEqual(['monitor-annual 2026 2026-12-15'])
  })
})
