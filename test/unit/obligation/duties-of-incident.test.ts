import { describe, expect, it } from 'vitest'
import { dutiesOfIncident } from '../../../src/obligation/duties-of-incident.ts'
import { type IncidentRow, incidentOnRecord } from '../../../src/obligation/incident-on-record.ts'
import { legalDate } from '../../../src/reference/legal-date.ts'

const ID = '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a07'
const ACCIDENT = '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01'
const at = (day: string, time = '09:00') => `${day}T${time}:00+07:00`

/** A crane that fell on a market: two passers-by were seriously injured, a neighbour is involved. */
function row(change: Partial<IncidentRow> = {}): IncidentRow {
  const known = change.known_at ?? at('2026-05-12', '07:25')
  return {
    id: ID,
    occurred_on: legalDate(known.slice(0, 10)),
    occurred_at: new Date(known),
    filed_at: new Date(at('2026-05-13')),
    known_at: known,
    declared_at: null,
    channel: null,
    on_behalf_channel: null,
    own_filing_at: new Date(at('2026-05-13')),
    first_notice: false,
    completed_at: new Date(at('2026-05-13')),
    incident: { serious: true, severalEstablishments: true },
    casualties: { workers: {}, others: { serious: 2 } },
    accidents: [],
    revisions: [revision('2026-05-13')],
    ...change,
  }
}

function revision(day: string, says: Partial<IncidentRow['revisions'][number]> = {}): IncidentRow['revisions'][number] {
  return { recordedAt: at(day), ...says }
}

function owed(of: IncidentRow, accidents: Parameters<typeof incidentOnRecord>[1] = []) {
  return Object.fromEntries(dutiesOfIncident(incidentOnRecord(of, accidents)).map((one) => [one.duty, one]))
}

describe('a technical incident that must be declared', () => {
  it('is due 24 hours after it was known, and done when it was declared, by whatever channel', () => {
    expect(owed(row())['incident-declaration']).toMatchObject({
      source: { kind: 'incident', id: ID },
      owedBy: 'enterprise',
      owedTo: 'labour-office',
      since: '2026-05-12',
      due: '2026-05-13',
      dueAt: new Date(at('2026-05-13', '07:25')),
      done: '2026-05-13',
      doneAt: new Date(at('2026-05-13')),
      citations: [{ instrument: 'ND39-2016', article: '26.1' }, { kind: 'policy' }],
      reason: { code: 'declared-incident' },
    })
    const byPhone = row({ channel: 'PHONE', declared_at: at('2026-05-12', '08:30') })
    expect(owed(byPhone)['incident-declaration']).toMatchObject({ done: '2026-05-12' })
    // Of a filing here the receipt counts, whatever it states.
    const here = row({ declared_at: at('2026-05-12', '08:30') })
    expect(owed(here)['incident-declaration']).toMatchObject({ done: '2026-05-13' })
  })

  it('that an office recorded from the press is still owed, until the enterprise files', () => {
    const press = { on_behalf_channel: 'PRESS', own_filing_at: null }
    expect(owed(row(press))['incident-declaration']).toMatchObject({
      done: null,
      reason: { code: 'incident-recorded-by-office', params: { on: '2026-05-12', channel: 'PRESS' } },
    })
    const filed = { ...press, own_filing_at: new Date(at('2026-05-16')) }
    expect(owed(row(filed))['incident-declaration']).toMatchObject({ done: '2026-05-16' })
  })

  it('is none where nobody else was killed and fewer than two seriously injured', () => {
    const hurt = { casualties: { workers: {}, others: { serious: 1 } } }
    expect(owed(row(hurt))).not.toHaveProperty('incident-declaration')
    expect(owed(row({ ...hurt, occurred_on: legalDate('2015-05-12'), known_at: at('2015-05-12') }))).toEqual({})
  })
})

describe('the accident of own workers', () => {
  const dead = row({ casualties: { workers: { dead: 1 } } })
  const accident = { id: ACCIDENT, incident: null, declaredAt: new Date(at('2026-05-12')) }

  it('is declared apart: until one is linked, it is owed', () => {
    expect(owed(dead)['accident-declaration']).toMatchObject({ due: '2026-05-13', done: null })
    expect(owed(dead, [accident])['accident-declaration']).toMatchObject({ done: null })
  })

  it('is declared once the incident names it, or it the incident', () => {
    const named = { ...dead, accidents: [ACCIDENT] }
    expect(owed(named, [accident])['accident-declaration']).toMatchObject({ done: '2026-05-12' })
    expect(owed(dead, [{ ...accident, incident: ID }])['accident-declaration']).toMatchObject({ done: '2026-05-12' })
  })

  it('is not declared while one of several is not', () => {
    const other = { id: ID, incident: ID, declaredAt: null }
    const named = { ...dead, accidents: [ACCIDENT] }
    expect(owed(named, [accident, other])['accident-declaration']).toMatchObject({ done: null })
  })
})

describe('those told of a serious incident', () => {
  const committee = (notifiedAt?: string) => ({
    recipients: [{ authority: 'COMMUNE_PC', ...(notifiedAt && { notifiedAt }) }],
  })
  const told = (...revisions: IncidentRow['revisions']) => owed(row({ revisions }))

  it("are the People's Committee at once, and by it the department", () => {
    expect(told(revision('2026-05-13'))).toMatchObject({
      'notice-to-local-committee': { owedTo: 'local-committee', due: '2026-05-13', done: null },
      'commune-report': { owedBy: 'commune', owedTo: 'labour-office', due: null, done: null },
    })
  })

  it('are told on the day stated, else on the day that first says so', () => {
    const done = (...revisions: IncidentRow['revisions']) => told(...revisions)['notice-to-local-committee']?.done
    expect(done(revision('2026-05-13', committee(at('2026-05-12', '07:40'))))).toBe('2026-05-12')
    expect(done(revision('2026-05-13', committee()), revision('2026-05-20', committee()))).toBe('2026-05-13')
    expect(done(revision('2026-05-13', committee()), revision('2026-05-20'))).toBeNull()
    const passedOn = told(revision('2026-05-13'), revision('2026-05-15', { homeAffairsInformed: true }))
    expect(passedOn['commune-report']).toMatchObject({ done: '2026-05-15' })
  })

  it('were the district until 30 June 2025, which passed nothing on', () => {
    const before = row({ known_at: at('2025-06-12'), revisions: [revision('2025-06-13')] })
    expect(Object.keys(owed(before))).toEqual(['incident-declaration', 'notice-to-local-committee'])
  })

  it('are an authority of the field where a specialised law says so', () => {
    const underOther = { serious: false, underSpecialisedLaw: true }
    expect(owed(row({ incident: underOther }))['specialised-declaration']).toMatchObject({ due: null, done: null })
    const named = [revision('2026-05-14', { specialisedAuthority: 'Cục An toàn bức xạ và hạt nhân' })]
    expect(owed(row({ incident: underOther, revisions: named }))['specialised-declaration']).toMatchObject({
      owedTo: 'specialised-authority',
      done: '2026-05-14',
    })
  })

  it('are followed as far as a record can show that they were told', () => {
    expect(Object.keys(owed(row()))).toEqual(['incident-declaration', 'notice-to-local-committee', 'commune-report'])
  })
})

describe('a first notice of an incident', () => {
  it('is completed within the time left for a written form, by our policy', () => {
    const notice = row({ first_notice: true, completed_at: null })
    expect(owed(notice).completion).toMatchObject({
      source: { kind: 'incident' },
      owedBy: 'enterprise',
      since: '2026-05-13',
      due: '2026-05-16',
      done: null,
    })
    const completed = { ...notice, completed_at: new Date(at('2026-05-15')) }
    expect(owed(completed).completion).toMatchObject({ done: '2026-05-15' })
  })
})
