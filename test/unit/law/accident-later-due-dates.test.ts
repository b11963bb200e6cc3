import { describe, expect, it } from 'vitest'
import { dueAfterWorsening, dueOfBenefit, type Worsening } from '../../../src/law/accident-later-due-dates.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const nobody = { dead: 0, serious: 0, light: 0, missing: 0, unknown: 0 }
const oneDied: Worsening = {
  before: { ...nobody, serious: 1 },
  after: { ...nobody, dead: 1 },
  knownAt: new Date('2026-05-31T08:00:00+07:00'),
  abroad: false,
  informal: false,
  specialField: false,
}
const dutiesOf = (worsening: Partial<Worsening>) =>
  dueAfterWorsening({ ...oneDied, ...worsening }).map(({ duty, owedBy, due }) => `${duty} ${owedBy} ${due}`)

describe('a graver turn obliges', () => {
  it('after a death to declare, tell the police and hand the file over', () => {
    expect(dutiesOf({})).toEqual([
      'supplementary-declaration employer 2026-06-01',
      'police-notice employer 2026-06-01',
      'hand-over employer null',
    ])
  })

  it('where the province investigated already, to no hand-over', () => {
    expect(dutiesOf({ before: { ...nobody, serious: 2 } })).toEqual([
      'supplementary-declaration employer 2026-06-01',
      'police-notice employer 2026-06-01',
    ])
  })

  it('where somebody had died before, to no second notice to the police', () => {
    expect(dutiesOf({ before: { ...nobody, dead: 1 }, after: { ...nobody, dead: 2 } }).join()).not.toContain('police')
  })

  it('when a second worker turns out seriously injured, to declare', () => {
    expect(dutiesOf({ after: { ...nobody, serious: 2 } })).toEqual(['supplementary-declaration employer 2026-06-01'])
  })

  it('when a light injury turns out serious, to nothing of these', () => {
    expect(dutiesOf({ before: { ...nobody, light: 1 }, after: { ...nobody, serious: 1 } })).toEqual([])
  })

  it('the commune where the victims have no contract, and no police abroad', () => {
    expect(dutiesOf({ informal: true })).toEqual([
      'supplementary-declaration commune 2026-06-01',
      'police-notice commune 2026-06-01',
    ])
    expect(dutiesOf({ abroad: true }).join()).not.toContain('police-notice')
  })

  it('by texts in force on the day of the news', () => {
    const texts = (knownOn: string) =>
      dueAfterWorsening({ ...oneDied, knownAt: new Date(`${knownOn}T08:00:00+07:00`) }).flatMap(({ citations }) =>
        citations.map((citation) => ('instrument' in citation ? citation.instrument : '')),
      )
    expect(texts('2025-06-30')).not.toContain('ND129-2025')
    expect(texts('2025-07-01')).toContain('ND129-2025')
  })
})

describe('compensation is due', () => {
  it('from the record of the board or the announcement, then from the decision', () => {
    expect(dueOfBenefit({ from: null, decidedOn: null })).toEqual([])
    const dues = dueOfBenefit({ from: legalDate('2026-06-10'), decidedOn: legalDate('2026-06-15') })
    expect(dues.map(({ duty, due }) => `${duty} ${due}`)).toEqual([
      'compensation-decision 2026-06-17',
      'compensation-payment 2026-06-20',
      'compensation-file 2026-06-25',
    ])
  })
})
