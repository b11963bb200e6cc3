import { describe, expect, it } from 'vitest'
import { type AccidentOnRecord, dutiesOfAccident } from '../../../src/obligation/duties-of-accident.ts'
import type { Duty } from '../../../src/obligation/vocabulary.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const NOBODY = { dead: 0, serious: 0, light: 0, missing: 0, unknown: 0 }
const fatal = { ...NOBODY, dead: 1 }
const serious = { ...NOBODY, serious: 1 }

function accident(change: Partial<AccidentOnRecord> = {}): AccidentOnRecord {
  return {
    id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
    occurredOn: legalDate('2026-05-12'),
    knownOn: legalDate('2026-05-12'),
    receivedAt: new Date('2026-05-13T02:00:00Z'),
    setting: { abroad: false, informal: false, specialField: false },
    declared: fatal,
    present: fatal,
    declaredOn: legalDate('2026-05-13'),
    channel: null,
    firstNotice: null,
    worsened: null,
    investigation: null,
    victims: [],
    ...change,
  }
}

const file = {
  authority: 'provincial',
  startedOn: legalDate('2026-05-14'),
  sceneVisitedAt: null,
  due: null,
  announcedOn: null,
  announcedBeforeOn: null,
  minutesSentOn: null,
} as const

function owed(of: AccidentOnRecord, duty: Duty) {
  return dutiesOfAccident(of).filter((one) => one.duty === duty)
}

describe('a declaration', () => {
  it('is due the day the employer knew, and done the day it declared', () => {
    expect(owed(accident(), 'declaration')).toMatchObject([
      { owedBy: 'enterprise', owedTo: 'labour-office', since: '2026-05-12', due: '2026-05-12', done: '2026-05-13' },
    ])
  })

  it('that only an office recorded is still owed, with the source it came from', () => {
    expect(owed(accident({ declaredOn: null, channel: 'POLICE' }), 'declaration')).toMatchObject([
      { done: null, reason: { code: 'recorded-by-office', params: { on: '2026-05-12', channel: 'POLICE' } } },
    ])
  })

  it('is not owed where one was seriously injured', () => {
    expect(owed(accident({ declared: serious, present: serious }), 'declaration')).toEqual([])
  })

  it('from abroad counts working days, and says so when a holiday on the way is not fixed', () => {
    const setting = { abroad: true, informal: false, specialField: false }
    const due = (day: string) => owed(accident({ setting, knownOn: legalDate(day) }), 'declaration')
    expect(due('2026-05-12')).toMatchObject([{ due: '2026-05-19', certain: true }])
    expect(due('2028-12-28')).toMatchObject([{ certain: false }])
  })
})

describe('a first notice', () => {
  const at = new Date('2026-05-12T04:00:00Z')

  it('is completed within the time left for a written form, by our policy', () => {
    expect(owed(accident({ firstNotice: { at, completedAt: null } }), 'completion')).toMatchObject([
      { since: '2026-05-12', due: '2026-05-15', dueAt: new Date('2026-05-15T04:00:00Z'), done: null },
    ])
  })

  it('is done when completed', () => {
    const completedAt = new Date('2026-05-14T04:00:00Z')
    expect(owed(accident({ firstNotice: { at, completedAt } }), 'completion')).toMatchObject([
      { done: '2026-05-14', doneAt: completedAt },
    ])
  })

  it('is not asked of a filing that was complete', () => {
    expect(owed(accident(), 'completion')).toEqual([])
  })
})

describe('an investigation', () => {
  it('of a death is owed by the province from the declaration it received', () => {
    expect(owed(accident(), 'investigation')).toMatchObject([
      { owedBy: 'labour-office', since: '2026-05-13', due: '2026-06-12' },
    ])
    expect(owed(accident(), 'scene-visit')).toMatchObject([{ dueAt: new Date('2026-05-13T04:00:00Z'), done: null }])
  })

  it('of one serious injury is owed by the employer from the news', () => {
    expect(owed(accident({ declared: serious, present: serious }), 'investigation')).toMatchObject([
      { owedBy: 'enterprise', since: '2026-05-12', due: '2026-05-19' },
    ])
  })

  it('on file is due as the file counts, with its extension, and done when announced', () => {
    const investigation = { ...file, due: legalDate('2026-07-12'), announcedOn: legalDate('2026-07-01') }
    expect(owed(accident({ investigation }), 'investigation')).toMatchObject([
      { since: '2026-05-14', due: '2026-07-12', done: '2026-07-01' },
    ])
  })

  it('of a worker without contract is a record of the commune', () => {
    const informal = { abroad: false, informal: true, specialField: false }
    const owing = dutiesOfAccident(accident({ setting: informal, declared: serious, present: serious }))
    expect(owing.map(({ duty, owedBy, owedTo, due }) => [duty, owedBy, owedTo, due])).toEqual([
      ['declaration', 'family', 'commune', '2026-05-12'],
      ['commune-record', 'commune', 'labour-office', null],
    ])
  })

  it('sends its minutes within three working days of the announcement, over a weekend', () => {
    const investigation = { ...file, announcedOn: legalDate('2026-06-11') }
    expect(owed(accident({ investigation }), 'minutes')).toMatchObject([{ due: '2026-06-16', done: null }])
  })

  it('sends its minutes after Tết when announced on the eve of it', () => {
    const investigation = { ...file, announcedOn: legalDate('2026-02-13') }
    const [minutes] = owed(accident({ investigation }), 'minutes')
    expect(minutes?.due).toBe('2026-02-25')
  })
})

describe('a graver turn', () => {
  const worsened = {
    knownOn: legalDate('2026-05-31'),
    receivedAt: new Date('2026-06-01T02:00:00Z'),
    declaredOn: null,
    policeToldOn: null,
    handedOverOn: null,
  }
  const dead = accident({ declared: serious, present: fatal, worsened })

  it('asks for a declaration and the police at once, and for the hand-over', () => {
    expect(owed(dead, 'supplementary-declaration')).toMatchObject([{ due: '2026-05-31', done: null }])
    expect(owed(dead, 'police-notice')).toMatchObject([{ owedTo: 'police', due: '2026-05-31' }])
    expect(owed(dead, 'hand-over')).toMatchObject([{ owedTo: 'provincial-team', due: null }])
  })

  it('passes the investigation to the province with a limit that begins with the news', () => {
    expect(owed(dead, 'investigation')).toMatchObject([{ owedBy: 'labour-office', due: '2026-07-01' }])
  })

  it('leaves done what the team of the employer had announced, and asks for another investigation', () => {
    const announcedOn = legalDate('2026-05-18')
    const investigation = { ...file, authority: 'base' as const, announcedOn, announcedBeforeOn: announcedOn }
    expect(owed({ ...dead, investigation }, 'investigation')).toMatchObject([
      { subject: '', owedBy: 'enterprise', due: '2026-05-19', done: '2026-05-18' },
      { subject: 'again', owedBy: 'labour-office', done: null },
    ])
  })
})

describe('a benefit', () => {
  const victim = { victimId: 'v1', dead: false, assessedOn: null, decidedOn: null, paidOn: null, fileSentOn: null }
  const duties = (change: object) =>
    dutiesOfAccident(accident({ victims: [{ ...victim, ...change }] }))
      .filter(({ subject }) => subject === 'v1')
      .map(({ duty, due, done }) => [duty, due, done])

  it('is not owed before the medical board has concluded', () => {
    expect(duties({})).toEqual([])
  })

  it('is decided within five working days of the conclusion, then paid and filed', () => {
    const assessedOn = legalDate('2026-06-05')
    expect(duties({ assessedOn })).toEqual([['compensation-decision', '2026-06-12', null]])
    const decidedOn = legalDate('2026-06-15')
    expect(duties({ assessedOn, decidedOn, paidOn: legalDate('2026-06-18') })).toEqual([
      ['compensation-decision', '2026-06-12', '2026-06-15'],
      ['compensation-payment', '2026-06-20', '2026-06-18'],
      ['compensation-file', '2026-06-25', null],
    ])
  })
})
