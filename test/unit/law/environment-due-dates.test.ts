import { describe, expect, it } from 'vitest'
import { cite } from '../../../src/law/citation.ts'
import {
  type MonitoringCampaign,
  monitoringDueDates,
  nextMonitoringDue,
  publicationDue,
  yearlyReportDue,
} from '../../../src/law/environment-due-dates.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const day = legalDate
const CAMPAIGN: MonitoringCampaign = { sampledOn: day('2026-05-12'), reportedOn: day('2026-05-28'), exceeding: false }

const short = (campaign: Partial<MonitoringCampaign>) =>
  monitoringDueDates({ ...CAMPAIGN, ...campaign }).map(({ duty, owedBy, due }) => `${duty} by ${owedBy}: ${due}`)

describe('yearly reports about a campaign', () => {
  it.each([
    ['employer', '2026-05-12', '2026-12-30', '2026-12-31'],
    ['employer', '2026-12-30', '2026-12-30', '2026-12-31'],
    ['employer', '2026-12-31', '2027-12-30', '2027-12-31'],
    ['monitoring-organisation', '2026-12-14', '2026-12-14', '2026-12-15'],
    ['monitoring-organisation', '2026-12-15', '2027-12-14', '2027-12-15'],
  ] as const)('by the %s, sampled on %s: %s at the latest, before %s', (by, sampledOn, due, strictlyBefore) => {
    expect(yearlyReportDue(day(sampledOn), by)).toEqual({ due, strictlyBefore })
  })
})

describe('due dates of a campaign', () => {
  it('within the limits: publication, reports, and the next campaign in the next calendar year', () => {
    expect(short({})).toEqual([
      'publication by employer: 2026-06-04',
      'employer-report by employer: 2026-12-30',
      'organisation-report by monitoring-organisation: 2026-12-14',
      'next-monitoring by employer: 2027-12-31',
    ])
  })

  it('with results over a limit: also measures and early examination, for which the law sets no day', () => {
    expect(short({ exceeding: true })).toEqual([
      'publication by employer: 2026-06-04',
      'corrective-measures by employer: null',
      'early-examination by employer: null',
      'employer-report by employer: 2026-12-30',
      'organisation-report by monitoring-organisation: 2026-12-14',
      'next-monitoring by employer: 2027-12-31',
    ])
    const early = monitoringDueDates({ ...CAMPAIGN, exceeding: true }).find(({ duty }) => duty === 'early-examination')
    expect(early?.citations).toEqual([cite('ND44-2016 37.4.b')])
  })

  it('without results yet: nothing to publish', () => {
    expect(short({ reportedOn: null })[0]).toBe('employer-report by employer: 2026-12-30')
  })

  it('by the employer itself: no other organisation reports', () => {
    expect(short({ ownMonitoring: true })).not.toContainEqual(expect.stringContaining('organisation-report'))
  })

  it('none before Law 84/2015 and Decree 44/2016', () => {
    expect(short({ sampledOn: day('2016-06-30'), reportedOn: day('2016-06-30'), exceeding: true })).toEqual([])
  })

  it('the last campaign of a year and the first of the next suffice, however long between', () => {
    expect(nextMonitoringDue(day('2026-01-01'))).toBe('2027-12-31')
    expect(nextMonitoringDue(day('2026-12-31'))).toBe('2027-12-31')
  })

  it('publication is late after seven days by our policy, and the text says that the law says at once', () => {
    expect(publicationDue(day('2026-05-28'))).toBe('2026-06-04')
    expect(monitoringDueDates(CAMPAIGN)[0]?.text.en).toContain('at once')
  })
})
