import { describe, expect, it } from 'vitest'
import { incidentDueDates } from '../../../src/law/incident-due-dates.ts'
import { type IncidentSetting, isIncidentDeclarable } from '../../../src/law/incident-duties.ts'
import { whoIsToldOfIncident } from '../../../src/law/incident-recipients.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const NOBODY = { dead: 0, serious: 0, light: 0, missing: 0 }
const NOW = legalDate('2026-05-12')
const BEFORE_TWO_LEVELS = legalDate('2025-06-30')

function incident(change: Partial<IncidentSetting> = {}): IncidentSetting {
  return {
    workers: NOBODY,
    others: NOBODY,
    casualtiesUnknown: false,
    serious: false,
    several: false,
    underSpecialisedLaw: false,
    ...change,
  }
}

const toldOf = (setting: IncidentSetting, on = NOW) =>
  whoIsToldOfIncident(setting, on).map(({ code, toldBy }) => `${code} by ${toldBy}`)

const noonOf = (on: typeof NOW) => new Date(`${on}T12:00:00+07:00`)

const duties = (setting: IncidentSetting, on = NOW) =>
  incidentDueDates({ ...setting, occurredOn: on, knownAt: noonOf(on) }).map(({ duty, due }) => `${duty} ${due}`)

describe('an incident must be declared', () => {
  it.each<[string, Partial<IncidentSetting>, boolean]>([
    ['when it killed somebody who is no worker', { others: { ...NOBODY, dead: 1 } }, true],
    ['when it seriously injured two of them', { others: { ...NOBODY, serious: 2 } }, true],
    ['not when it seriously injured one', { others: { ...NOBODY, serious: 1 } }, false],
    ['when nobody knows how own workers in distress are', { casualtiesUnknown: true }, true],
    ['not for own workers: theirs is an accident', { workers: { ...NOBODY, dead: 1 } }, false],
  ])('%s', (_, change, expected) => {
    expect(isIncidentDeclarable(incident(change), NOW)).toBe(expected)
  })

  it('not before the law of 1 July 2016', () => {
    expect(isIncidentDeclarable(incident({ casualtiesUnknown: true }), legalDate('2016-06-30'))).toBe(false)
  })
})

describe('who is told', () => {
  it('nobody of a slight incident without casualties', () => {
    expect(toldOf(incident())).toEqual([])
  })

  it('labour authority and police where somebody else died', () => {
    expect(toldOf(incident({ others: { ...NOBODY, dead: 1 } }))).toEqual([
      'PROV_LABOUR by employer',
      'POLICE by employer',
    ])
  })

  it('of a serious incident of several: commune and province by the employer, the labour authority by the commune', () => {
    expect(toldOf(incident({ serious: true, several: true }))).toEqual([
      'LOCAL_COMMITTEE by employer',
      'PROVINCE_COMMITTEE by employer',
      'PROV_LABOUR by commune',
      'MINISTRY by province',
    ])
  })

  it('by the names of the day, the successor of the inspectorate by analogy only', () => {
    const others = { ...NOBODY, dead: 1 }
    const named = (on: typeof NOW) =>
      whoIsToldOfIncident(incident({ others, serious: true }), on).map(({ name, verified }) => [name.vi, verified])
    expect(named(BEFORE_TWO_LEVELS)).toEqual([
      ['Thanh tra Sở Lao động - Thương binh và Xã hội nơi xảy ra sự cố', true],
      ['Công an cấp huyện', true],
      ['Ủy ban nhân dân cấp huyện nơi xảy ra sự cố', true],
      ['Bộ quản lý nhà nước về lao động', true],
    ])
    expect(named(NOW)).toEqual([
      ['Sở Nội vụ nơi xảy ra sự cố', false],
      ['Công an cấp xã', true],
      ['Ủy ban nhân dân cấp xã nơi xảy ra sự cố', true],
      ['Bộ quản lý nhà nước về lao động', true],
    ])
  })

  it('under a specialised law its authority; the district was not told beside it, the commune of today is', () => {
    const special = incident({ serious: true, underSpecialisedLaw: true })
    expect(toldOf(special, BEFORE_TWO_LEVELS)).toEqual(['SPECIALISED_AUTHORITY by employer', 'MINISTRY by province'])
    expect(toldOf(special)).toEqual([
      'LOCAL_COMMITTEE by employer',
      'SPECIALISED_AUTHORITY by employer',
      'MINISTRY by province',
    ])
  })
})

describe('what is due', () => {
  it('at once is within 24 hours of the news, and the periodic report falls due before the day the decree names', () => {
    expect(duties(incident({ serious: true, several: true, others: { ...NOBODY, serious: 2 } }))).toEqual([
      'declaration 2026-05-13',
      'notice-to-local-committee 2026-05-13',
      'notice-to-province 2026-05-13',
      'commune-report null',
      'quick-report null',
      'investigation-result null',
      'periodic-report 2026-07-04',
    ])
  })

  it('for own workers is the declaration of their accident', () => {
    expect(duties(incident({ workers: { ...NOBODY, dead: 1 } }))).toEqual(['accident-declaration 2026-05-13'])
  })

  it('before the law is nothing', () => {
    const setting = incident({ serious: true, several: true, underSpecialisedLaw: true, casualtiesUnknown: true })
    expect(duties(setting, legalDate('2016-06-30'))).toEqual([])
  })

  it('rests on texts in force on the day', () => {
    for (const on of [BEFORE_TWO_LEVELS, NOW]) {
      const due = incidentDueDates({
        ...incident({ serious: true, several: true, casualtiesUnknown: true }),
        occurredOn: on,
        knownAt: noonOf(on),
      })
      expect(due.every(({ citations }) => citations.length > 0)).toBe(true)
      const cited = due.flatMap(({ citations }) => citations).map((citation) => JSON.stringify(citation))
      expect(cited.some((citation) => citation.includes('ND128-2025'))).toBe(on === NOW)
    }
  })
})
