import { describe, expect, it } from 'vitest'
import {
  type CaseOnRecord,
  detectionOf,
  dutiesOfScreenings,
  type RoundOnRecord,
} from '../../../src/obligation/duties-of-screening.ts'
import type { Duty } from '../../../src/obligation/vocabulary.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

function round(change: Partial<RoundOnRecord> = {}): RoundOnRecord {
  return {
    id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a02',
    kind: 'detection',
    endedOn: legalDate('2026-03-20'),
    resultsReturnedOn: null,
    heavy: false,
    cases: [],
    ...change,
  }
}

/** Silicosis: treatment cannot stabilise it, so the referral counts from the examination. */
const silicosis: CaseOnRecord = {
  disease: 'OD-01',
  examinedOn: legalDate('2026-03-18'),
  treatmentEndedOn: null,
  referredOn: null,
  assessedOn: null,
}

const owed = (rounds: readonly RoundOnRecord[], duty: Duty) =>
  dutiesOfScreenings(rounds).filter((one) => one.duty === duty)

describe('the results of a round', () => {
  it('are owed by the facility within 20 days since 15 February 2026', () => {
    expect(owed([round()], 'results')).toMatchObject([{ owedBy: 'facility', due: '2026-04-09', done: null }])
  })

  it('were owed within 20 working days before, Tết not counted', () => {
    expect(owed([round({ endedOn: legalDate('2026-02-10') })], 'results')).toMatchObject([{ due: '2026-03-17' }])
  })

  it('are done when returned', () => {
    const resultsReturnedOn = legalDate('2026-04-15')
    expect(owed([round({ resultsReturnedOn })], 'results')).toMatchObject([{ done: '2026-04-15' }])
  })
})

describe('the next examination', () => {
  it('is due after a year, of those in heavy work after six months', () => {
    expect(owed([round({ heavy: true })], 'periodic-examination')).toMatchObject([
      { subject: 'general', due: '2027-03-20', done: null },
      { subject: 'frequent', due: '2026-09-20', done: null },
    ])
  })

  it('is done by the round that follows', () => {
    const next = round({ id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a03', endedOn: legalDate('2027-02-01') })
    const [first, second] = owed([round(), next], 'periodic-examination')
    expect([first?.done, second?.done]).toEqual(['2027-02-01', null])
  })

  it('asks nothing of which the text has two readings', () => {
    expect(owed([round({ kind: 'pre-placement' })], 'detection-examination')).toEqual([])
  })
})

describe('the referral of the diagnosed', () => {
  it('is one duty for all whose clock began on the same day, and counts them without naming', () => {
    expect(owed([round({ cases: [silicosis, silicosis] })], 'assessment-referral')).toMatchObject([
      {
        subject: '2026-03-18',
        due: '2026-04-07',
        done: null,
        reason: { code: 'diagnosed', params: { on: '2026-03-20', cases: 2 } },
      },
    ])
  })

  it('is done when the last of them was referred', () => {
    const referred = (day: string) => ({ ...silicosis, referredOn: legalDate(day) })
    const of = (cases: CaseOnRecord[]) => owed([round({ cases })], 'assessment-referral')[0]?.done
    expect(of([referred('2026-03-30'), silicosis])).toBeNull()
    expect(of([referred('2026-03-30'), referred('2026-04-02')])).toBe('2026-04-02')
  })

  it('waits for the end of treatment where treatment can help', () => {
    const treated = { ...silicosis, disease: 'OD-13' }
    expect(owed([round({ cases: [treated] })], 'assessment-referral')).toEqual([])
    const ended = { ...treated, treatmentEndedOn: legalDate('2026-05-01') }
    expect(owed([round({ cases: [ended] })], 'assessment-referral')).toMatchObject([{ due: '2026-05-21' }])
  })
})

describe('the yearly examination of those exposed', () => {
  it('is owed in every year up to the first round', () => {
    expect(detectionOf(2026, [])).toMatchObject({ due: '2026-12-31', done: null })
    expect(detectionOf(2026, [round()])).toMatchObject({ done: '2026-03-20' })
    expect(detectionOf(2025, [round()])).toMatchObject({ done: null })
  })

  it('is asked for by the rounds themselves from then on', () => {
    expect(detectionOf(2027, [round()])).toBeNull()
  })

  it('is not owed before the law', () => {
    expect(detectionOf(2015, [])).toBeNull()
  })
})
