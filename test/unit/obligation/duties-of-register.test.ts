import { describe, expect, it } from 'vitest'
import { dutiesOfEnterprise, type EnterpriseOnRecord } from '../../../src/obligation/duties-of-register.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

function enterprise(change: Partial<EnterpriseOnRecord> = {}): EnterpriseOnRecord {
  return {
    id: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
    knownSince: 2026,
    stateIn: () => ({ workers: 240, hazards: 2 }),
    exempt: false,
    accidents: [],
    campaigns: [],
    rounds: [],
    reports: [],
    ...change,
  }
}

const brief = (change: Partial<EnterpriseOnRecord>, year = 2026) =>
  dutiesOfEnterprise(enterprise(change), year).map(({ duty, period, reason }) => `${duty} ${period}: ${reason.code}`)

describe('an enterprise with workers and hazards', () => {
  it('owes every periodic report, the monitoring and the examination, each for its reason', () => {
    expect(brief({})).toEqual([
      'accident-summary 2026-H1: employs-workers',
      'accident-summary 2026: employs-workers',
      'occupational-health 2026-H1: declared-hazards',
      'occupational-health 2026: declared-hazards',
      'osh-annual 2026: employs-workers',
      'environment-annual 2026: declared-hazards',
      'monitoring 2026: declared-hazards',
      'detection-examination 2026: declared-hazards',
    ])
  })

  it('owes them in every year since it is known', () => {
    const years = dutiesOfEnterprise(enterprise(), 2028).map(({ period }) => period?.slice(0, 4))
    expect(new Set(years)).toEqual(new Set(['2026', '2027', '2028']))
  })
})

describe('an enterprise without hazards', () => {
  const none = { stateIn: () => ({ workers: 12, hazards: 0 }) }

  it('owes no monitoring', () => {
    expect(brief(none)).toEqual([
      'accident-summary 2026-H1: employs-workers',
      'accident-summary 2026: employs-workers',
      'occupational-health 2026-H1: employs-workers',
      'occupational-health 2026: employs-workers',
      'osh-annual 2026: employs-workers',
    ])
  })

  it('owes it after all in the year of a campaign and the year after', () => {
    const campaigns = [{ sampledOn: legalDate('2026-04-01') }]
    const monitored = brief({ ...none, campaigns }, 2028).filter((one) => one.startsWith('monitoring'))
    expect(monitored).toEqual(['monitoring 2026: monitored-before', 'monitoring 2027: monitored-before'])
  })
})

describe('an enterprise without workers', () => {
  const empty = { stateIn: () => ({ workers: 0, hazards: 0 }) }

  it('owes nothing', () => {
    expect(brief(empty)).toEqual([])
  })

  it('owes the summary of a period in which an accident of it is on record', () => {
    expect(brief({ ...empty, accidents: [legalDate('2026-08-01')] })).toEqual([
      'accident-summary 2026: accidents-in-period',
    ])
  })

  it('keeps what it reported as done', () => {
    const reports = [{ report: 'osh-annual', period: '2026', receivedOn: legalDate('2027-01-05') }]
    const [report] = dutiesOfEnterprise(enterprise({ ...empty, reports }), 2026)
    expect(report).toMatchObject({ duty: 'osh-annual', done: '2027-01-05', reason: { code: 'reported' } })
  })
})

describe('who is expected', () => {
  it('an employer whose number of workers nobody told, because it is in the register', () => {
    expect(brief({ stateIn: () => ({ workers: null, hazards: 0 }) })[0]).toBe('accident-summary 2026-H1: registered')
  })

  it('no unit of the army, and nobody whom no office has confirmed', () => {
    expect(brief({ exempt: true })).toEqual([])
  })

  it('by what the register said in each year', () => {
    const stateIn = (year: number) => ({ workers: year < 2027 ? 5 : 0, hazards: 0 })
    const years = dutiesOfEnterprise(enterprise({ stateIn }), 2027).map(({ period }) => period)
    expect(new Set(years)).toEqual(new Set(['2026-H1', '2026']))
  })

  it('of an earlier year where an accident of then is on record', () => {
    expect(brief({ accidents: [legalDate('2024-02-01')] }).slice(0, 2)).toEqual([
      'accident-summary 2024-H1: accidents-in-period',
      'accident-summary 2024: accidents-in-period',
    ])
  })
})

it('is done by the day the report came first', () => {
  const reports = [{ report: 'accident-summary', period: '2026-H1', receivedOn: legalDate('2026-07-05') }]
  expect(dutiesOfEnterprise(enterprise({ reports }), 2026)[0]).toMatchObject({
    due: '2026-07-04',
    before: '2026-07-05',
    done: '2026-07-05',
  })
})
