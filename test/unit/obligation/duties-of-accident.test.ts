import { describe, expect, it } from 'vitest'
import type { InvestigationContent } from '../../../src/accident/investigation/schema.ts'
import { type AccidentOnRecord, dutiesOfAccident } from '../../../src/obligation/duties-of-accident.ts'
import type { Duty } from '../../../src/obligation/vocabulary.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const NOBODY = { dead: 0, serious: 0, light: 0, missing: 0, unknown: 0 }
const fatal = { ...NOBODY, dead: 1 }
const serious = { ...NOBODY, serious: 1 }
const KNOWN_AT = new Date('2026-05-12T03:00:00Z')
const RECEIVED_AT = new Date('2026-05-13T02:00:00Z')
const asFatal = { declared: fatal, receivedAt: RECEIVED_AT, worsened: null }
const asSerious = { ...asFatal, declared: serious }

function accident(change: Partial<AccidentOnRecord> = {}): AccidentOnRecord {
  return {
    id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
    occurredOn: legalDate('2026-05-12'),
    knownAt: KNOWN_AT,
    setting: { abroad: false, informal: false, specialField: false },
    course: asFatal,
    present: fatal,
    declaredAt: RECEIVED_AT,
    channel: null,
    incident: null,
    firstNotice: null,
    conclusion: null,
    versions: [],
    sceneVisitedAt: null,
    policeToldAt: null,
    victims: [],
    ...change,
  }
}

const oneSerious = { course: asSerious, present: serious }
const without = { abroad: false, informal: true, specialField: false }

function version(content: InvestigationContent, recordedOn = '2026-05-20') {
  return { recordedAt: new Date(`${recordedOn}T02:00:00Z`), content }
}

/** A file of which the minutes were announced, and sent to some. */
function announced(
  authority: 'base' | 'provincial' | 'central',
  meetingOn: string,
  sent: NonNullable<InvestigationContent['minutes']>['sent'] = [],
) {
  return version({ authority, startedOn: '2026-05-14', announcement: { meetingOn }, minutes: { sent } }, meetingOn)
}

function owed(of: AccidentOnRecord, duty: Duty) {
  return dutiesOfAccident(of).filter((one) => one.duty === duty)
}

describe('a declaration', () => {
  it('is due 24 hours after the employer knew, and done when it declared', () => {
    expect(owed(accident(), 'declaration')).toMatchObject([
      {
        owedBy: 'enterprise',
        owedTo: 'labour-office',
        since: '2026-05-12',
        due: '2026-05-13',
        dueAt: new Date('2026-05-13T03:00:00Z'),
        done: '2026-05-13',
        doneAt: RECEIVED_AT,
      },
    ])
  })

  it('that only an office recorded is still owed, with the source it came from', () => {
    expect(owed(accident({ declaredAt: null, channel: 'POLICE' }), 'declaration')).toMatchObject([
      { done: null, reason: { code: 'recorded-by-office', params: { on: '2026-05-12', channel: 'POLICE' } } },
    ])
  })

  it('is not owed where one was seriously injured', () => {
    expect(owed(accident(oneSerious), 'declaration')).toEqual([])
  })

  it('from abroad counts working days, and says so when a holiday on the way is not fixed', () => {
    const setting = { abroad: true, informal: false, specialField: false }
    const due = (day: string) => owed(accident({ setting, knownAt: new Date(`${day}T03:00:00Z`) }), 'declaration')
    expect(due('2026-05-12')).toMatchObject([{ due: '2026-05-19', dueAt: null, certain: true }])
    expect(due('2028-12-28')).toMatchObject([{ certain: false }])
  })

  it('of a death is told to the police too', () => {
    const policeToldAt = new Date('2026-05-12T04:00:00Z')
    expect(owed(accident(), 'police-notice')).toMatchObject([{ owedBy: 'enterprise', owedTo: 'police', done: null }])
    expect(owed(accident({ policeToldAt }), 'police-notice')).toMatchObject([
      { done: '2026-05-12', doneAt: policeToldAt },
    ])
  })
})

describe('an accident of workers without contract', () => {
  it('is told to the commune by the family, and by the commune to the province and the police', () => {
    const owing = dutiesOfAccident(accident({ setting: without })).slice(0, 3)
    expect(owing).toMatchObject([
      { duty: 'declaration', owedBy: 'family', owedTo: 'commune', done: '2026-05-12' },
      { duty: 'commune-notice', owedBy: 'commune', owedTo: 'labour-office', due: '2026-05-13', doneAt: RECEIVED_AT },
      { duty: 'police-notice', owedBy: 'commune', owedTo: 'police', due: '2026-05-13', done: null },
    ])
  })

  it('of which an office read was told by nobody', () => {
    const read = accident({ setting: without, declaredAt: null, channel: 'PRESS' })
    expect(owed(read, 'declaration')).toMatchObject([{ done: null }])
    expect(owed(read, 'commune-notice')).toMatchObject([{ done: null, reason: { code: 'recorded-by-office' } }])
  })

  it('is recorded by the commune where one was seriously injured', () => {
    const owing = dutiesOfAccident(accident({ setting: without, ...oneSerious }))
    expect(owing.map(({ duty, owedBy, owedTo, due }) => [duty, owedBy, owedTo, due])).toEqual([
      ['declaration', 'family', 'commune', '2026-05-13'],
      ['commune-record', 'commune', 'labour-office', null],
    ])
    const versions = [version({ authority: 'commune', startedOn: '2026-05-15' })]
    expect(owed(accident({ setting: without, ...oneSerious, versions }), 'commune-record')).toMatchObject([
      { done: '2026-05-15' },
    ])
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
      { subject: '', owedBy: 'labour-office', since: '2026-05-13', due: '2026-06-12' },
    ])
    expect(owed(accident(), 'scene-visit')).toMatchObject([{ dueAt: new Date('2026-05-13T04:00:00Z'), done: null }])
  })

  it('of one serious injury is owed by the employer from the news', () => {
    expect(owed(accident(oneSerious), 'investigation')).toMatchObject([
      { owedBy: 'enterprise', since: '2026-05-12', due: '2026-05-19' },
    ])
  })

  it('on file is due as the file counts, with its extension, and done when announced', () => {
    const extensions = [{ days: 30, consentedOn: '2026-06-10' }]
    const content = { authority: 'provincial' as const, startedOn: '2026-05-14', extensions }
    const versions = [version(content), version({ ...content, announcement: { meetingOn: '2026-07-01' } })]
    expect(owed(accident({ versions }), 'investigation')).toMatchObject([
      { owedBy: 'labour-office', since: '2026-05-13', due: '2026-07-12', done: '2026-07-01' },
    ])
  })

  it('that is the province’s is not done by what a team of the employer announced', () => {
    expect(owed(accident({ versions: [announced('base', '2026-05-18')] }), 'investigation')).toMatchObject([
      { owedBy: 'labour-office', due: '2026-06-12', done: null },
    ])
  })

  it('sends its minutes within three working days of the announcement, over a weekend', () => {
    expect(owed(accident({ versions: [announced('provincial', '2026-06-11')] }), 'minutes')).toMatchObject([
      { due: '2026-06-16', done: null },
    ])
  })

  it('sends its minutes after Tết when announced on the eve of it', () => {
    const [minutes] = owed(accident({ versions: [announced('provincial', '2026-02-13')] }), 'minutes')
    expect(minutes?.due).toBe('2026-02-25')
  })

  it('has sent its minutes once everybody has them whom the law names', () => {
    const sentOn = (versions: AccidentOnRecord['versions'], change: Partial<AccidentOnRecord> = {}) =>
      owed(accident({ versions, ...change }), 'minutes').map(({ done }) => done)
    const toAll = [
      { to: 'members-bodies', on: '2026-06-12' },
      { to: 'ministry', on: '2026-06-15' },
      { to: 'victim-or-family', on: '2026-06-12' },
      { to: 'employer', on: '2026-06-11' },
    ] as const
    expect(sentOn([announced('provincial', '2026-06-11', toAll.slice(3))])).toEqual([null])
    expect(sentOn([announced('provincial', '2026-06-11', toAll.slice(0, 3))])).toEqual([null])
    expect(sentOn([announced('provincial', '2026-06-11', [...toAll])])).toEqual(['2026-06-15'])
    // To the employer once more, later.
    const again = [...toAll, { to: 'employer', on: '2026-06-30' } as const]
    expect(sentOn([announced('provincial', '2026-06-11', again)])).toEqual(['2026-06-15'])
    // Who works without contract has no employer.
    const toFamily = [announced('provincial', '2026-06-11', toAll.slice(0, 3))]
    expect(sentOn(toFamily, { setting: without })).toEqual(['2026-06-15'])
    const byEmployer = [announced('base', '2026-05-18', [{ to: 'victim-or-family', on: '2026-05-19' }])]
    expect(sentOn(byEmployer, oneSerious)).toEqual([null])
  })
})

describe('a graver turn', () => {
  const worsened = {
    knownAt: new Date('2026-05-31T01:00:00Z'),
    knownOn: legalDate('2026-05-31'),
    receivedAt: new Date('2026-06-01T02:00:00Z'),
    declaredAt: null,
    policeToldAt: null,
    handedOverOn: null,
  }
  const dead = accident({ course: { ...asSerious, worsened }, present: fatal })
  const deadWith = (...versions: AccidentOnRecord['versions']) => ({ ...dead, versions })

  it('asks for a declaration and the police at once, and for the hand-over', () => {
    expect(owed(dead, 'supplementary-declaration')).toMatchObject([
      { since: '2026-05-31', due: '2026-06-01', dueAt: new Date('2026-06-01T01:00:00Z'), done: null },
    ])
    expect(owed(dead, 'police-notice')).toMatchObject([{ owedTo: 'police', due: '2026-06-01' }])
    expect(owed(dead, 'hand-over')).toMatchObject([{ owedTo: 'provincial-team', due: null }])
  })

  it('begins an investigation by the province, with a limit from what reached the office', () => {
    expect(owed(dead, 'investigation')).toMatchObject([
      { subject: '', owedBy: 'enterprise', due: '2026-05-19' },
      { subject: 'again', owedBy: 'labour-office', since: '2026-06-01', due: '2026-07-01', done: null },
    ])
  })

  it('leaves the employer as late as its team was when the investigation passed on', () => {
    expect(owed(dead, 'investigation')[0]).toMatchObject({
      due: '2026-05-19',
      done: '2026-05-31',
      what: { vi: expect.stringContaining('31/05/2026'), en: expect.stringContaining('passed') },
    })
    const inTime = { ...worsened, knownAt: new Date('2026-05-15T01:00:00Z'), knownOn: legalDate('2026-05-15') }
    const early = accident({ course: { ...asSerious, worsened: inTime }, present: fatal })
    expect(owed(early, 'investigation')[0]).toMatchObject({ due: '2026-05-19', done: '2026-05-15' })
  })

  it('takes the limit from the file of the team that takes over, not from that of the employer', () => {
    const extensions = [{ days: 10, consentedOn: '2026-06-20' }]
    const base = version({
      authority: 'base',
      startedOn: '2026-05-13',
      extensions: [{ days: 7, consentedOn: '2026-05-18' }],
    })
    expect(owed(deadWith(base), 'investigation')).toMatchObject([
      { owedBy: 'enterprise', due: '2026-05-26' },
      { owedBy: 'labour-office', due: '2026-07-01' },
    ])
    const provincial = version({ authority: 'provincial', startedOn: '2026-06-02', extensions }, '2026-06-20')
    expect(owed(deadWith(base, provincial), 'investigation')).toMatchObject([
      { owedBy: 'enterprise', due: '2026-05-26' },
      { owedBy: 'labour-office', due: '2026-07-11' },
    ])
  })

  it('leaves done what the team of the employer had announced, and asks for another investigation', () => {
    const sent = (['victim-or-family', 'head-office-department', 'place-department'] as const).map((to) => ({
      to,
      on: '2026-05-20',
    }))
    const base = announced('base', '2026-05-18', sent)
    expect(owed(deadWith(base), 'investigation')).toMatchObject([
      { subject: '', owedBy: 'enterprise', due: '2026-05-19', done: '2026-05-18' },
      { subject: 'again', owedBy: 'labour-office', done: null },
    ])
    const both = deadWith(base, announced('provincial', '2026-06-20'))
    expect(owed(both, 'investigation').map(({ done }) => done)).toEqual(['2026-05-18', '2026-06-20'])
    expect(owed(both, 'minutes')).toMatchObject([
      { subject: '', owedBy: 'enterprise', done: '2026-05-20' },
      { subject: 'again', owedBy: 'labour-office', done: null },
    ])
  })

  it('is not met by what the employer announces after it', () => {
    expect(owed(deadWith(announced('base', '2026-06-05')), 'investigation')).toMatchObject([
      { owedBy: 'enterprise', done: '2026-05-31' },
      { owedBy: 'labour-office', done: null },
    ])
  })

  it('of two seriously injured is investigated on by the province, on the same file', () => {
    const two = { ...NOBODY, serious: 2 }
    const content = { authority: 'provincial', startedOn: '2026-05-14' } as const
    const versions = [version(content), announced('provincial', '2026-06-25')]
    const turned = accident({ course: { ...asFatal, declared: two, worsened }, present: { ...two, dead: 1 }, versions })
    expect(owed(turned, 'investigation')).toMatchObject([
      { owedBy: 'labour-office', due: '2026-06-02', done: '2026-05-31' },
      { owedBy: 'labour-office', due: '2026-07-01', done: '2026-06-25' },
    ])
  })
})

describe('a benefit', () => {
  const victim = { victimId: 'v1', dead: false, assessedOn: null, decidedOn: null, paidOn: null, fileSentOn: null }
  const duties = (change: object, of: Partial<AccidentOnRecord> = {}) =>
    dutiesOfAccident(accident({ victims: [{ ...victim, ...change }], ...of }))
      .filter(({ subject }) => subject === 'v1')
      .map(({ duty, due, done }) => [duty, due, done])
  const assessedOn = legalDate('2026-06-05')
  const decidedOn = legalDate('2026-06-15')

  it('is not owed before the medical board has concluded', () => {
    expect(duties({})).toEqual([])
  })

  it('is decided within five working days of the conclusion, then paid and filed', () => {
    expect(duties({ assessedOn })).toEqual([['compensation-decision', '2026-06-12', null]])
    expect(duties({ assessedOn, decidedOn, paidOn: legalDate('2026-06-18') })).toEqual([
      ['compensation-decision', '2026-06-12', '2026-06-15'],
      ['compensation-payment', '2026-06-20', '2026-06-18'],
      ['compensation-file', '2026-06-25', null],
    ])
  })

  it('of a death counts from what a provincial or central team announced, not from what the employer did', () => {
    const base = announced('base', '2026-05-18')
    expect(duties({ dead: true }, { versions: [base] })).toEqual([])
    for (const authority of ['provincial', 'central'] as const) {
      expect(duties({ dead: true }, { versions: [base, announced(authority, '2026-06-08')] })).toEqual([
        ['compensation-decision', '2026-06-15', null],
      ])
    }
  })

  it('is none where it was no work accident; on the way to work it is an allowance', () => {
    const versions = [announced('provincial', '2026-06-08')]
    const concluded = (conclusion: AccidentOnRecord['conclusion']) =>
      duties({ dead: true, decidedOn }, { versions, conclusion }).length
    expect(concluded('not-occupational')).toBe(0)
    expect([concluded('commuting'), concluded('occupational')]).toEqual([3, 3])
  })
})
