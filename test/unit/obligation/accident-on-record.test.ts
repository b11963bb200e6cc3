import { describe, expect, it } from 'vitest'
import { type AccidentRow, accidentOnRecord } from '../../../src/obligation/accident-on-record.ts'
import { dutiesOfAccident } from '../../../src/obligation/duties-of-accident.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const at = (day: string, time = '09:00') => `${day}T${time}:00+07:00`
const person = {
  victimId: 'v1',
  condition: 'dead',
  relation: 'fixed-term-contract',
  assessedOn: null,
  decidedOn: null,
  decided: null,
  paidOn: null,
  paid: null,
} as const

/** A death of Monday 2 March 2026, filed once. */
function row(change: Partial<AccidentRow> = {}): AccidentRow {
  return {
    id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
    occurred_on: legalDate('2026-03-02'),
    occurred_at: new Date(at('2026-03-02', '08:10')),
    filed_at: new Date(at('2026-03-02', '11:00')),
    known_at: null,
    declared_at: null,
    channel: null,
    on_behalf_channel: null,
    own_filing_at: new Date(at('2026-03-02', '11:00')),
    first_notice: false,
    completed_at: new Date(at('2026-03-02', '11:00')),
    special_field: null,
    deaths: 1,
    serious: 0,
    light: 0,
    missing: 0,
    victims: 1,
    conclusion: null,
    abroad: false,
    incident: null,
    first_filed_as: 'enterprise',
    recipients: null,
    revisions: null,
    annexes: null,
    persons: [person],
    ...change,
  }
}

const owed = (of: AccidentRow, wanted: string) =>
  dutiesOfAccident(accidentOnRecord(of)).find(({ duty }) => duty === wanted)

describe('the labour office had the news of an accident on record', () => {
  it('when it says so, where it keyed in what it had been told by telephone', () => {
    const keyed = row({
      filed_at: new Date(at('2026-11-16')),
      first_filed_as: 'labour-office',
      on_behalf_channel: 'PHONE',
      declared_at: at('2026-03-02'),
    })
    expect(owed(keyed, 'scene-visit')).toMatchObject({ dueAt: new Date(at('2026-03-02', '11:00')) })
    expect(owed(keyed, 'investigation')).toMatchObject({ since: '2026-03-02', due: '2026-04-01' })
  })

  it('when it received what the enterprise or a commune filed', () => {
    for (const first_filed_as of ['enterprise', 'commune']) {
      const filed = row({ first_filed_as, declared_at: at('2026-03-01') })
      expect(owed(filed, 'scene-visit')).toMatchObject({ dueAt: new Date(at('2026-03-02', '13:00')) })
    }
  })
})

describe('the police', () => {
  it('had the news when the filing says so, else with it', () => {
    const told = (notifiedAt?: string) =>
      owed(row({ recipients: [{ authority: 'COMMUNE_POLICE', ...(notifiedAt && { notifiedAt }) }] }), 'police-notice')
    expect(told(at('2026-03-02', '10:00'))?.doneAt).toEqual(new Date(at('2026-03-02', '10:00')))
    expect(told()?.doneAt).toEqual(new Date(at('2026-03-02', '11:00')))
    expect(owed(row(), 'police-notice')).toMatchObject({ done: null })
  })
})

describe('a payment', () => {
  it('is made once all that was decided is paid', () => {
    const paid = (decided: number | null, paid: number | null) => {
      const benefit = { decidedOn: legalDate('2026-06-15'), decided, paidOn: legalDate('2026-06-18'), paid }
      return owed(row({ persons: [{ ...person, ...benefit }] }), 'compensation-payment')?.done
    }
    expect(paid(702_000, 702_000)).toBe('2026-06-18')
    expect(paid(702_000, 701_999)).toBeNull()
    // Where a sum is not told, the day is.
    expect([paid(702_000, null), paid(null, 100)]).toEqual(['2026-06-18', '2026-06-18'])
  })
})
