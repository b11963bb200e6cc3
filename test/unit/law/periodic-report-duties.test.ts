import { describe, expect, it } from 'vitest'
import {
  PERIODIC_REPORTS,
  type PeriodicReport,
  periodicReportDuties,
  type ReportPeriod,
} from '../../../src/law/periodic-report-duties.ts'

const limitOf = (report: PeriodicReport, period: ReportPeriod) =>
  periodicReportDuties.find((duty) => duty.report === report)?.limit(period)

describe('periodic reports', () => {
  it('are each owed by one party', () => {
    expect(periodicReportDuties.map(({ report }) => report)).toEqual(PERIODIC_REPORTS)
  })

  it.each([
    ['accident-summary', { year: 2026, half: 1 }, '2026-07-04', 'ND39-2016'],
    ['accident-summary', { year: 2026, half: null }, '2027-01-09', 'ND39-2016'],
    ['occupational-health', { year: 2026, half: 1 }, '2026-07-04', 'TT19-2016-BYT'],
    ['occupational-health', { year: 2026, half: null }, '2027-01-09', 'TT19-2016-BYT'],
    ['osh-annual', { year: 2026, half: null }, '2027-01-09', 'TT07-2016-BLDTBXH'],
    ['environment-annual', { year: 2026, half: null }, '2026-12-30', 'ND44-2016'],
    ['monitor-annual', { year: 2026, half: null }, '2026-12-14', 'ND44-2016'],
    ['commune-accident-summary', { year: 2026, half: null }, '2027-01-04', 'ND39-2016'],
    ['province-accident-summary', { year: 2026, half: 1 }, '2026-07-14', 'ND39-2016'],
    ['province-accident-publication', { year: 2026, half: null }, '2027-01-29', 'TT13-2020-BLDTBXH'],
    ['province-osh-summary', { year: 2026, half: null }, '2027-01-24', 'TT07-2016-BLDTBXH'],
    ['province-health-summary', { year: 2026, half: 1 }, '2026-07-14', 'TT19-2016-BYT'],
  ] as const)('%s of %j are timely until %s by %s', (report, period, due, instrument) => {
    expect(limitOf(report, period)).toMatchObject({ due, citations: [{ instrument }] })
  })

  it('named with "before" are late on the day itself', () => {
    expect(limitOf('accident-summary', { year: 2026, half: 1 })).toMatchObject({
      due: '2026-07-04',
      strictlyBefore: '2026-07-05',
    })
  })

  it('are not owed before the law that asks for them', () => {
    for (const duty of periodicReportDuties) expect(duty.limit({ year: 2015, half: null }), duty.report).toBeNull()
    expect(limitOf('province-accident-publication', { year: 2020, half: null })).toBeNull()
    expect(limitOf('occupational-health', { year: 2016, half: 1 })).toBeNull()
  })
})
