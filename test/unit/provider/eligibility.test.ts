import { describe, expect, it } from 'vitest'
import {
  facilityMayExamine,
  facilityMayExamineAtWorkplace,
  facilityPeriods,
  organisationMayMonitor,
  organisationPeriods,
  type Periods,
} from '../../../src/provider/eligibility.ts'
import type { Licence, MonitoringOrganisationFacts } from '../../../src/provider/facts.ts'
import { addDays, covers, type LegalDate, legalDate } from '../../../src/reference/legal-date.ts'

const licence = (change: Partial<Licence> = {}): Licence => ({
  number: 'A',
  issuedOn: legalDate('2024-01-10'),
  issuedBy: 'Sở Y tế',
  validFrom: legalDate('2024-01-10'),
  validTo: legalDate('2026-01-09'),
  revokedOn: null,
  coversOccupationalDiseases: true,
  ...change,
})
const renewed = licence({ number: 'B', validFrom: legalDate('2026-03-01'), validTo: null })

describe('an examination facility', () => {
  it.each([
    ['2024-01-09', { reason: 'not-yet-licensed', licence: 'A', validFrom: '2024-01-10' }],
    ['2024-01-10', null],
    ['2026-01-09', null],
    ['2026-01-10', { reason: 'expired', licence: 'A', validTo: '2026-01-09' }],
    ['2026-03-01', null],
  ])('on %s: %j', (on, obstacle) => {
    expect(facilityMayExamine({ licences: [renewed, licence()] }, legalDate(on))).toEqual(obstacle)
  })

  it('may not from the day on which its licence was revoked', () => {
    const facts = { licences: [licence({ revokedOn: legalDate('2025-05-05') })] }
    expect(facilityMayExamine(facts, legalDate('2025-05-04'))).toBeNull()
    const revoked = { reason: 'revoked', licence: 'A', revokedOn: '2025-05-05' }
    expect(facilityMayExamine(facts, legalDate('2025-05-05'))).toEqual(revoked)
    expect(facilityMayExamine(facts, legalDate('2026-09-09'))).toEqual(revoked)
  })

  it('is told that a licence expired when it was revoked only afterwards', () => {
    const facts = { licences: [licence({ revokedOn: legalDate('2026-06-01') })] }
    expect(facilityMayExamine(facts, legalDate('2026-07-01'))).toMatchObject({ reason: 'expired' })
  })

  it('may not with a licence whose scope leaves occupational diseases out, beside another that has ended', () => {
    const general = licence({ number: 'C', validTo: null, coversOccupationalDiseases: false })
    const scope = { reason: 'scope', licence: 'C' }
    expect(facilityMayExamine({ licences: [general] }, legalDate('2025-01-01'))).toEqual(scope)
    expect(facilityMayExamine({ licences: [licence(), general] }, legalDate('2025-01-01'))).toBeNull()
    expect(facilityMayExamine({ licences: [licence(), general] }, legalDate('2026-02-01'))).toEqual(scope)
    expect(facilityMayExamine({ licences: [general] }, legalDate('2020-01-01'))).toEqual({ reason: 'no-licence' })
  })

  it.each([
    ['2024-04-09', { reason: 'mobile-not-yet-declared', declaredOn: '2024-04-10' }],
    ['2024-04-10', null],
    ['2025-04-09', null],
    ['2025-04-10', { reason: 'mobile-expired', validTo: '2025-04-09' }],
  ])('at a workplace on %s: %j', (on, obstacle) => {
    const mobileExamination = { declaredOn: legalDate('2024-04-10'), validTo: legalDate('2025-04-09') }
    expect(facilityMayExamineAtWorkplace({ mobileExamination }, legalDate(on))).toEqual(obstacle)
  })

  it('may not at a workplace without having declared it', () => {
    const on = legalDate('2025-01-01')
    expect(facilityMayExamineAtWorkplace({ mobileExamination: null }, on)).toEqual({ reason: 'mobile-undeclared' })
  })
})

type Standing = Pick<MonitoringOrganisationFacts, 'announcement' | 'withdrawnOn' | 'suspensions'>
const organisation: Standing = {
  announcement: {
    number: '1',
    announcedOn: legalDate('2024-03-05'),
    announcedBy: 'Sở Y tế',
    listSentOn: null,
  },
  withdrawnOn: legalDate('2026-06-01'),
  suspensions: [
    { from: legalDate('2025-02-01'), to: legalDate('2025-04-30'), decision: 'QĐ-7' },
    { from: legalDate('2026-05-20'), to: null, decision: 'QĐ-9' },
  ],
}

describe('a monitoring organisation', () => {
  it.each([
    ['2024-03-04', '2024-03-06', { reason: 'not-yet-announced', announcedOn: '2024-03-05' }],
    ['2024-03-05', '2024-03-05', null],
    ['2025-01-30', '2025-01-31', null],
    ['2025-01-30', '2025-02-01', { reason: 'suspended', from: '2025-02-01', to: '2025-04-30', decision: 'QĐ-7' }],
    ['2025-04-30', '2025-05-02', { reason: 'suspended', from: '2025-02-01', to: '2025-04-30', decision: 'QĐ-7' }],
    ['2025-05-01', '2026-05-19', null],
    ['2026-05-25', '2026-05-26', { reason: 'suspended', from: '2026-05-20', to: null, decision: 'QĐ-9' }],
    ['2026-05-31', '2026-06-01', { reason: 'withdrawn', withdrawnOn: '2026-06-01' }],
  ])('from %s to %s: %j', (from, to, obstacle) => {
    expect(organisationMayMonitor(organisation, legalDate(from), legalDate(to))).toEqual(obstacle)
  })
})

describe('the periods by which the registers are searched', () => {
  const covered = ({ granted, interrupted }: Periods, on: LegalDate) =>
    granted.some((period) => covers(period, on)) && !interrupted.some((period) => covers(period, on))
  const days = Array.from({ length: 1_300 }, (_, each) => addDays(legalDate('2023-12-01'), each))

  it('are those of a facility without obstacle', () => {
    const licences = [
      licence({ revokedOn: legalDate('2025-05-05') }),
      renewed,
      licence({ number: 'C', coversOccupationalDiseases: false }),
    ]
    const free = days.filter((on) => facilityMayExamine({ licences }, on) === null)
    expect(days.filter((on) => covered(facilityPeriods({ licences }), on))).toEqual(free)
    expect(free.length).toBeGreaterThan(0)
  })

  it('are those of an organisation without obstacle', () => {
    const free = days.filter((on) => organisationMayMonitor(organisation, on, on) === null)
    expect(days.filter((on) => covered(organisationPeriods(organisation), on))).toEqual(free)
    expect(free.length).toBeGreaterThan(0)
  })
})
