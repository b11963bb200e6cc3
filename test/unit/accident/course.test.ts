import { describe, expect, it } from 'vitest'
import { courseOf, firstReceivedAt } from '../../../src/accident/course.ts'
import type { OutcomeContent } from '../../../src/accident/outcome/schema.ts'
import { type AnnexOnRecord, type RevisionOnRecord, tellingsOf } from '../../../src/accident/tellings.ts'
import type { Condition } from '../../../src/accident/vocabulary.ts'
import { legalDateOf } from '../../../src/reference/legal-date.ts'

const nobody = { dead: 0, serious: 0, light: 0, missing: 0, unknown: 0 }
const POLICE = 'COMMUNE_POLICE'

/** Filed by the enterprise at 9 o'clock of a day. */
function revision(seq: number, day: string, change: Partial<RevisionOnRecord> = {}): RevisionOnRecord {
  return { seq, recordedAt: `${day}T09:00:00+07:00`, filedAs: 'enterprise', ...change }
}

function victim(condition: Condition, diedAt?: string) {
  return { victims: [{ victimId: 'v1', condition, ...(diedAt && { death: { at: `${diedAt}:00+07:00` } }) }] }
}

function outcome(seq: number, day: string, content: OutcomeContent, filedAs = 'enterprise'): AnnexOnRecord {
  return { act: 'outcome', seq, recordedAt: `${day}T09:00:00+07:00`, filedAs, content }
}

const died = (knownAt: string): OutcomeContent => ({
  victimId: 'v1',
  condition: { now: 'dead', knownAt: `${knownAt}:00+07:00` },
})

const SETTING = { abroad: false, informal: false, specialField: false }

const courseAfter = (revisions: readonly RevisionOnRecord[], annexes: readonly AnnexOnRecord[] = []) =>
  courseOf(tellingsOf(revisions, annexes), SETTING)

/** What counts as declared, and the graver turn by its days. */
function of(revisions: readonly RevisionOnRecord[], annexes: readonly AnnexOnRecord[] = []) {
  const { declared, worsened } = courseAfter(revisions, annexes)
  if (worsened === null) return { declared, worsened }
  const { knownOn, receivedAt, declaredAt, policeToldAt, handedOverOn } = worsened
  const turn = {
    knownOn,
    receivedAt,
    declaredOn: declaredAt && legalDateOf(declaredAt),
    policeToldOn: policeToldAt && legalDateOf(policeToldAt),
    handedOverOn,
  }
  return { declared, worsened: turn }
}

describe('a death told by amending the declaration', () => {
  const first = revision(1, '2026-05-12', victim('serious'))

  it('is a graver turn since the day of death, declared by the amendment', () => {
    expect(of([first, revision(2, '2026-06-01', victim('dead', '2026-05-31T06:00'))])).toEqual({
      declared: { ...nobody, serious: 1 },
      worsened: {
        knownOn: '2026-05-31',
        receivedAt: new Date('2026-06-01T02:00:00Z'),
        declaredOn: '2026-06-01',
        policeToldOn: null,
        handedOverOn: null,
      },
    })
  })

  it('without a day is news of the day on which it was recorded', () => {
    expect(of([first, revision(2, '2026-06-01', victim('dead'))]).worsened).toMatchObject({ knownOn: '2026-06-01' })
  })

  it('before the declaration was received is the correction of an error', () => {
    const corrected = revision(2, '2026-06-01', victim('dead', '2026-05-12T08:30'))
    expect(of([first, corrected])).toEqual({ declared: { ...nobody, dead: 1 }, worsened: null })
  })

  it('later on the day of the declaration is a graver turn', () => {
    const amended = revision(2, '2026-05-13', victim('dead', '2026-05-12T17:00'))
    expect(of([first, amended]).worsened).toMatchObject({ knownOn: '2026-05-12', declaredOn: '2026-05-13' })
  })

  it('is measured against the first revision that told the victim alive, not against a later one', () => {
    const amended = revision(2, '2026-05-20', victim('serious'))
    const told = revision(3, '2026-06-01', victim('dead', '2026-05-15T08:00'))
    expect(of([first, amended, told]).worsened).toMatchObject({ knownOn: '2026-05-15', declaredOn: '2026-06-01' })
  })

  it('stays one turn when it is amended once more', () => {
    const told = revision(2, '2026-06-01', victim('dead', '2026-05-31T06:00'))
    expect(of([first, told, revision(3, '2026-06-10', victim('dead', '2026-05-31T06:00'))])).toEqual(of([first, told]))
  })

  it('is taken back by an amendment that tells the victim alive', () => {
    const told = revision(2, '2026-06-01', victim('dead', '2026-05-31T06:00'))
    expect(of([first, told, revision(3, '2026-06-10', victim('serious'))]).worsened).toBeNull()
  })

  it('by the office leaves the declaration of it to the enterprise', () => {
    const byOffice = revision(2, '2026-06-01', { ...victim('dead', '2026-05-31T06:00'), filedAs: 'labour-office' })
    expect(of([first, byOffice]).worsened).toMatchObject({ declaredOn: null })
    const own = revision(3, '2026-06-03', victim('dead', '2026-05-31T06:00'))
    expect(of([first, byOffice, own]).worsened).toMatchObject({ declaredOn: '2026-06-03' })
  })

  it('tells the police where they are named with it', () => {
    const notified = (at?: string) =>
      revision(2, '2026-06-01', {
        ...victim('dead', '2026-05-31T06:00'),
        recipients: [{ authority: POLICE, ...(at && { notifiedAt: `${at}:00+07:00` }) }],
      })
    const policeToldOn = (...revisions: RevisionOnRecord[]) => of(revisions).worsened?.policeToldOn
    expect(policeToldOn(first, notified('2026-05-31T07:00'))).toBe('2026-05-31')
    expect(policeToldOn(first, notified())).toBe('2026-06-01')
    // Told of the accident, as it was then.
    expect(policeToldOn(first, notified('2026-05-12T10:00'))).toBeNull()
    expect(policeToldOn({ ...first, recipients: [{ authority: POLICE }] }, notified())).toBeNull()
  })
})

describe('a death after a first notice', () => {
  const notice = (change: Partial<RevisionOnRecord>) => revision(1, '2026-05-12', { preliminary: true, ...change })
  const complete = revision(2, '2026-05-14', victim('dead', '2026-05-13T08:00'))

  it('that left the condition open completes the notice', () => {
    const completed = { declared: { ...nobody, dead: 1 }, worsened: null }
    expect(of([notice(victim('unknown')), complete])).toEqual(completed)
    expect(of([notice({}), complete])).toEqual(completed)
    expect(of([notice({ casualties: { dead: 0, serious: 0 } }), complete])).toEqual(completed)
  })

  it('that told the victim alive is a graver turn', () => {
    expect(of([notice(victim('serious')), complete]).worsened).toMatchObject({ knownOn: '2026-05-13' })
    expect(of([notice({ casualties: { serious: 1 } }), complete])).toMatchObject({
      declared: { serious: 1 },
      worsened: { knownOn: '2026-05-13' },
    })
  })
})

describe('a missing person found dead', () => {
  it('is news, on whatever day death came', () => {
    const first = revision(1, '2026-05-12', victim('missing'))
    expect(of([first, revision(2, '2026-05-15', victim('dead', '2026-05-12T08:00'))]).worsened).not.toBeNull()
  })
})

describe('a victim nobody had listed', () => {
  const first = revision(1, '2026-05-12', victim('light'))
  const listed = (at?: string) =>
    revision(2, '2026-05-14', {
      victims: [
        { victimId: 'v1', condition: 'light' },
        { victimId: 'v2', condition: 'dead', ...(at && { death: { at: `${at}:00+07:00` } }) },
      ],
    })

  it('is news where death came later, else an omission made good', () => {
    expect(of([first, listed('2026-05-13T08:00')]).worsened).toMatchObject({ knownOn: '2026-05-13' })
    expect(of([first, listed('2026-05-12T08:00')]).worsened).toBeNull()
    expect(of([first, listed()])).toEqual({ declared: { ...nobody, dead: 1, light: 1 }, worsened: null })
  })
})

describe('a death told by an outcome', () => {
  const first = revision(1, '2026-05-12', victim('serious'))
  const told = outcome(2, '2026-06-01', died('2026-05-31T08:00'))

  it('is a graver turn since it was known, and stays one when the declaration is amended to say the same', () => {
    const turn = { declared: { serious: 1 }, worsened: { knownOn: '2026-05-31', declaredOn: '2026-06-01' } }
    expect(of([first], [told])).toMatchObject(turn)
    expect(of([first, revision(3, '2026-06-05', victim('dead', '2026-05-31T06:00'))], [told])).toMatchObject(turn)
  })

  it('after an amendment told of it says when it was known', () => {
    const amended = revision(2, '2026-06-01', victim('dead', '2026-05-30T23:00'))
    const later = outcome(3, '2026-06-02', died('2026-05-31T08:00'))
    expect(of([first, amended], [later]).worsened).toMatchObject({ knownOn: '2026-05-31', declaredOn: '2026-06-01' })
  })

  it('keeps its place when it is corrected, and is gone when it is taken back', () => {
    const corrected = outcome(3, '2026-06-09', { ...died('2026-05-30T08:00'), corrects: 2 })
    expect(of([first], [told, corrected]).worsened).toMatchObject({
      knownOn: '2026-05-30',
      receivedAt: new Date('2026-06-01T02:00:00Z'),
      declaredOn: '2026-06-01',
    })
    expect(of([first], [told, outcome(3, '2026-06-09', { corrects: 2 })]).worsened).toBeNull()
  })

  it('by the office is declared once the enterprise says it too', () => {
    const byOffice = outcome(2, '2026-06-01', died('2026-05-31T08:00'), 'labour-office')
    expect(of([first], [byOffice]).worsened).toMatchObject({ declaredOn: null })
    const amended = revision(3, '2026-06-04', victim('dead', '2026-05-31T06:00'))
    expect(of([first, amended], [byOffice]).worsened).toMatchObject({ declaredOn: '2026-06-04' })
  })
})

describe('the labour office had the news', () => {
  const call = '2026-03-02T09:00:00+07:00'
  const byOffice = { filedAs: 'labour-office', declaredAt: call }
  const receivedAt = (...revisions: RevisionOnRecord[]) => courseAfter(revisions).receivedAt

  it('when it says that it was told, where it recorded the accident itself', () => {
    expect(receivedAt(revision(1, '2026-11-16', { ...victim('dead'), ...byOffice }))).toEqual(new Date(call))
  })

  it('when it received what others filed, whatever they state and however often they amend', () => {
    const filed = revision(1, '2026-03-05', { ...victim('dead'), declaredAt: call })
    const amended = revision(2, '2026-03-25', { ...victim('dead'), declaredAt: '2026-03-06T09:00:00+07:00' })
    expect(receivedAt(filed)).toEqual(new Date('2026-03-05T02:00:00Z'))
    expect(receivedAt(filed, amended)).toEqual(new Date('2026-03-05T02:00:00Z'))
  })

  it('as the office states last, not as the enterprise does that completes the record', () => {
    const recorded = revision(1, '2026-11-16', { ...victim('dead'), ...byOffice })
    const corrected = revision(2, '2026-11-17', {
      ...victim('dead'),
      ...byOffice,
      declaredAt: '2026-03-02T10:00:00+07:00',
    })
    const own = revision(3, '2026-11-18', { ...victim('dead'), declaredAt: '2026-03-05T09:00:00+07:00' })
    expect(receivedAt(recorded, corrected, own)).toEqual(new Date('2026-03-02T10:00:00+07:00'))
  })

  it('with the correction, where an error had left the investigation to the employer', () => {
    const first = revision(1, '2026-03-02', victim('serious'))
    expect(receivedAt(first, revision(2, '2026-03-21', victim('dead', '2026-03-02T08:00')))).toEqual(
      new Date('2026-03-21T02:00:00Z'),
    )
  })

  it('with the first notice, where that left open how the victim was', () => {
    const notice = revision(1, '2026-03-02', { ...victim('unknown'), preliminary: true })
    expect(receivedAt(notice, revision(2, '2026-03-04', victim('dead', '2026-03-02T08:00')))).toEqual(
      new Date('2026-03-02T02:00:00Z'),
    )
  })

  it('never later than it recorded it', () => {
    expect(firstReceivedAt([revision(1, '2026-03-01', byOffice)])).toEqual(new Date('2026-03-01T02:00:00Z'))
  })

  it('of a death between the call and its recording, as of a graver turn', () => {
    const recorded = revision(1, '2026-11-16', { ...victim('serious'), ...byOffice })
    const told = revision(2, '2026-11-17', victim('dead', '2026-03-20T06:00'))
    expect(courseAfter([recorded, told]).worsened).toMatchObject({ knownOn: '2026-03-20' })
  })
})
