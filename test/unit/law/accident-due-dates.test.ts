import { describe, expect, it } from 'vitest'
import { accidentPolicy } from '../../../src/law/accident-constants.ts'
import {
  type AccidentTimeline,
  dueDates,
  investigationDue,
  periodicReportDue,
} from '../../../src/law/accident-due-dates.ts'
import { cite } from '../../../src/law/citation.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const day = legalDate
const morningOf = (on: string) => new Date(`${on}T07:30:00+07:00`)

describe('end of an investigation reported on Monday 2 March 2026', () => {
  it.each([
    ['LIGHT', '2026-03-06', '2026-03-06'],
    ['SERIOUS_1', '2026-03-09', '2026-03-09'],
    ['SERIOUS_2PLUS', '2026-03-22', '2026-03-23'],
    ['FATAL', '2026-04-01', '2026-04-01'],
    ['EXPERTISE', '2026-05-01', '2026-05-04'],
  ] as const)('%s: %s, with roll-over %s', (kind, due, rolled) => {
    expect(investigationDue(day('2026-03-02'), kind)?.date).toBe(due)
    expect(investigationDue(day('2026-03-02'), kind, { rollOver: true })?.date).toBe(rolled)
  })
})

describe('periodic report', () => {
  it.each([
    ['employer', '2026-01-01', '2026-07-04', '2026-07-05'],
    ['employer', '2026-06-30', '2026-07-04', '2026-07-05'],
    ['employer', '2026-07-01', '2027-01-09', '2027-01-10'],
    ['employer', '2026-12-31', '2027-01-09', '2027-01-10'],
    ['commune', '2026-12-31', '2027-01-04', '2027-01-05'],
    ['province', '2026-03-01', '2026-07-14', '2026-07-15'],
  ] as const)('of the %s about %s is due on %s, before %s', (reporter, covered, due, strictlyBefore) => {
    expect(periodicReportDue(day(covered), reporter)).toMatchObject({ due, strictlyBefore })
  })
})

describe('due dates of an accident', () => {
  const of = (change: Partial<AccidentTimeline>) =>
    dueDates({
      casualties: { dead: 0, serious: 0, light: 0, missing: 0, unknown: 0, ...change.casualties },
      abroad: false,
      informal: false,
      specialField: false,
      occurredOn: day('2026-03-01'),
      knownAt: morningOf('2026-03-01'),
      receivedAt: new Date('2026-03-02T23:30:00+07:00'),
      ...change,
    })
  const hurt = (casualties: Partial<AccidentTimeline['casualties']>) => ({
    casualties: { dead: 0, serious: 0, light: 0, missing: 0, unknown: 0, ...casualties },
  })
  const short = (change: Partial<AccidentTimeline>) =>
    of(change).map(({ duty, owedBy, due }) => `${duty} by ${owedBy}: ${due}`)

  it('a death: declared and told to the police at once, scene in two hours, thirty days from receipt', () => {
    expect(short(hurt({ dead: 1 }))).toEqual([
      'declaration by employer: 2026-03-02',
      'police-notice by employer: 2026-03-02',
      'scene-visit by province: 2026-03-03',
      'investigation by province: 2026-04-01',
      'periodic-report by employer: 2026-07-04',
    ])
    const visit = of(hurt({ dead: 1 })).find(({ duty }) => duty === 'scene-visit')
    expect(visit?.dueInstant).toEqual(new Date('2026-03-03T01:30:00+07:00'))
  })

  it('at once is 24 hours from the news, which is the policy of this service and cited as such', () => {
    const [declaration] = of(hurt({ dead: 1 }))
    expect(declaration?.dueInstant).toEqual(morningOf('2026-03-02'))
    expect(declaration?.citations).toContainEqual({ kind: 'policy', note: `${accidentPolicy.immediatelyHours} h` })
  })

  it('a death without contract: the commune passes the news on to the province and the police', () => {
    expect(short({ ...hurt({ dead: 1 }), informal: true })).toEqual([
      'declaration by family: 2026-03-02',
      'commune-notice by commune: 2026-03-02',
      'police-notice by commune: 2026-03-02',
      'scene-visit by province: 2026-03-03',
      'investigation by province: 2026-04-01',
      'periodic-report by commune: 2026-07-04',
    ])
  })

  it('two seriously injured without contract: the commune passes it on, to no police', () => {
    const duties = short({ ...hurt({ serious: 2 }), informal: true })
    expect(duties).toContain('commune-notice by commune: 2026-03-02')
    expect(duties.join()).not.toContain('police-notice')
  })

  it('one seriously injured: not declared, seven days from the news', () => {
    expect(short(hurt({ serious: 1 }))).toEqual([
      'investigation by employer: 2026-03-08',
      'periodic-report by employer: 2026-07-04',
    ])
  })

  it('two seriously injured abroad: five working days from the news', () => {
    expect(short({ ...hurt({ serious: 2 }), abroad: true, knownAt: morningOf('2026-04-24') })).toEqual([
      'declaration by employer: 2026-05-06',
      'periodic-report by employer: 2026-07-04',
    ])
  })

  it('a death abroad just before a year whose holidays are unknown: the day is not certain', () => {
    const [declaration] = of({ ...hurt({ dead: 1 }), abroad: true, knownAt: morningOf('2026-12-30') })
    expect(declaration).toMatchObject({ duty: 'declaration', certain: false })
  })

  it('one seriously injured without contract: the commune is told and writes a record, for which there is no limit', () => {
    expect(short({ ...hurt({ serious: 1 }), informal: true })).toEqual([
      'declaration by family: 2026-03-02',
      'commune-record by commune: null',
      'periodic-report by commune: 2026-07-04',
    ])
  })

  it('a death in a special field: declared by the decree too, investigated by the specialised law', () => {
    expect(short({ ...hurt({ dead: 1 }), specialField: true })).toEqual([
      'declaration by employer: 2026-03-02',
      'police-notice by employer: 2026-03-02',
      'periodic-report by employer: 2026-07-04',
    ])
    const [declaration] = of({ ...hurt({ dead: 1 }), specialField: true })
    expect(declaration?.citations).toContainEqual(cite('ND39-2016 10.2.a'))
  })

  it('a victim in unknown condition: no limit of investigation until it is known', () => {
    expect(short(hurt({ unknown: 1 }))).toEqual(['periodic-report by employer: 2026-07-04'])
  })

  it('none before Law 84/2015', () => {
    const before = day('2016-06-01')
    const receivedAt = new Date('2016-06-01T08:00:00+07:00')
    expect(of({ ...hurt({ dead: 1 }), occurredOn: before, knownAt: receivedAt, receivedAt })).toEqual([])
  })
})
