import { describe, expect, it } from 'vitest'
import { type CampaignOnRecord, dutiesOfCampaign, monitoringOf } from '../../../src/obligation/duties-of-monitoring.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

function campaign(change: Partial<CampaignOnRecord> = {}): CampaignOnRecord {
  return {
    id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a04',
    sampledOn: legalDate('2026-03-10'),
    reportedOn: legalDate('2026-03-25'),
    exceeding: 0,
    publishedOn: null,
    measures: [],
    earlyExaminationOn: null,
    ...change,
  }
}

const brief = (change: Partial<CampaignOnRecord>) =>
  dutiesOfCampaign(campaign(change)).map(({ duty, since, due, done }) => [duty, since, due, done])

describe('a campaign', () => {
  it('within the limits is published, counted from its report', () => {
    expect(brief({})).toEqual([['publication', '2026-03-25', '2026-04-01', null]])
  })

  it('without results has nothing to publish', () => {
    expect(brief({ reportedOn: null })).toEqual([])
  })

  it('above a limit asks for measures and an early examination, for which the law sets no day', () => {
    expect(brief({ exceeding: 2, publishedOn: legalDate('2026-03-26') })).toEqual([
      ['publication', '2026-03-25', '2026-04-01', '2026-03-26'],
      ['corrective-measures', '2026-03-10', null, null],
      ['early-examination', '2026-03-10', null, null],
    ])
  })

  it('has its measures done when the last one is', () => {
    const done = (measures: CampaignOnRecord['measures']) => brief({ exceeding: 1, measures })[1]?.[3]
    expect(done([legalDate('2026-05-01'), null])).toBeNull()
    expect(done([legalDate('2026-05-01'), legalDate('2026-04-01')])).toBe('2026-05-01')
  })
})

describe('the monitoring of a year', () => {
  it('is done by its first campaign', () => {
    const campaigns = ['2026-08-01', '2026-03-10', '2025-12-01'].map((day) => ({ sampledOn: legalDate(day) }))
    expect(monitoringOf(2026, campaigns)).toMatchObject({ due: '2026-12-31', done: '2026-03-10' })
    expect(monitoringOf(2027, campaigns)).toMatchObject({ done: null })
  })

  it('is not owed before the law', () => {
    expect(monitoringOf(2015, [])).toBeNull()
  })
})
