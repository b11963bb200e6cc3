import { describe, expect, it } from 'vitest'
import { dossierPapers, requiredPapers } from '../../../src/law/accident-dossier.ts'
import {
  complaintOpenUntil,
  complaintReplyDue,
  countInvestigation,
  fatalDossierKeptUntil,
  type InvestigationClock,
  minutesDue,
  penaltyDecreeFor,
  requiredMembers,
} from '../../../src/law/accident-investigation.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const monday = legalDate('2026-03-02')
const clock: InvestigationClock = {
  case: 'FATAL',
  reportedOn: monday,
  expertise: false,
  policeFileCompleteOn: null,
  extensionDays: 0,
}

describe('the limit of an investigation reported on 2 March 2026', () => {
  it.each([
    ['LIGHT', '2026-03-06'],
    ['SERIOUS_1', '2026-03-09'],
    ['SERIOUS_2PLUS', '2026-03-22'],
    ['FATAL', '2026-04-01'],
  ] as const)('of %s ends on %s', (ofClass, due) => {
    expect(countInvestigation({ ...clock, case: ofClass })).toMatchObject({ date: due, fromFact: 'report' })
  })

  it('is 60 days where expertise is needed', () => {
    expect(countInvestigation({ ...clock, expertise: true })).toMatchObject({ date: '2026-05-01', days: 60 })
  })

  it('is extended by at most as many days, and not at all for light accidents', () => {
    expect(countInvestigation({ ...clock, extensionDays: 20 })).toMatchObject({ date: '2026-04-21', extendedBy: 20 })
    expect(countInvestigation({ ...clock, extensionDays: 45 })).toMatchObject({ date: '2026-05-01', extendedBy: 30 })
    expect(countInvestigation({ ...clock, case: 'LIGHT', extensionDays: 4 })).toMatchObject({ extendedBy: 0 })
  })

  it('runs from the complete file after a decision not to prosecute', () => {
    const policeFileCompleteOn = legalDate('2026-06-01')
    expect(countInvestigation({ ...clock, policeFileCompleteOn })).toMatchObject({
      date: '2026-07-01',
      from: '2026-06-01',
      fromFact: 'police-file',
    })
  })

  it('is not known before Law 84/2015', () => {
    expect(countInvestigation({ ...clock, reportedOn: legalDate('2016-06-30') })).toBeUndefined()
  })
})

describe('what follows the announcement', () => {
  it('minutes are sent within three working days, over the holidays of April and May', () => {
    for (const authority of ['base', 'provincial', 'central'] as const) {
      expect(minutesDue(legalDate('2026-04-29'), authority)?.date).toBe('2026-05-06')
    }
  })

  it('a complaint reopens it for 90 days, and is answered in 10 working days', () => {
    expect(complaintOpenUntil(legalDate('2026-06-10'))).toBe('2026-09-08')
    expect(complaintReplyDue(legalDate('2026-05-20'))?.date).toBe('2026-06-03')
  })

  it('the dossier of a fatal accident is kept for 15 years', () => {
    expect(fatalDossierKeptUntil(legalDate('2024-02-29'))).toBe('2039-02-28')
  })
})

describe('who sits in a team', () => {
  it('of a province, by the letter of 7 July 2025', () => {
    expect(requiredMembers('provincial', legalDate('2025-07-06'))[0]).toBe('labour-inspectorate')
    expect(requiredMembers('provincial', legalDate('2025-07-07'))[0]).toBe('home-affairs-department')
  })

  it('where no team is formed, nobody', () => {
    expect(requiredMembers('commune', monday)).toEqual([])
  })
})

describe('the decree on penalties', () => {
  it.each([
    ['2026-09-09', 'ND12-2022'],
    ['2026-09-10', 'ND283-2026'],
    ['2021-12-31', null],
  ] as const)('for an act that ended on %s is %s', (day, decree) => {
    expect(penaltyDecreeFor(legalDate(day))).toBe(decree)
  })
})

describe('the dossier of a victim', () => {
  it('has the papers of both articles, each once, with where the law asks for it', () => {
    const codes = dossierPapers.map(({ code }) => code)
    expect(new Set(codes).size).toBe(13)
    expect(dossierPapers.every(({ citation }) => citation.kind === 'law' && citation.article !== undefined)).toBe(true)
  })

  it('lacks no examination of a body where a court declared the death', () => {
    const codes = (declaredDead: boolean) => requiredPapers({ declaredDead }).map(({ code }) => code)
    expect(codes(false)).toContain('body-examination')
    expect(codes(true)).toEqual(codes(false).filter((code) => code !== 'body-examination'))
  })
})
