import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../src/law/calendar.ts'
import { type AccidentOnRecord, dutiesOfAccident } from '../../src/obligation/duties-of-accident.ts'
import { dutiesOfEnterprise, type EnterpriseOnRecord } from '../../src/obligation/duties-of-register.ts'
import type { RoundOnRecord } from '../../src/obligation/duties-of-screening.ts'
import type { Located, PartyOnRecord } from '../../src/obligation/gather.ts'
import { type Obligation, obligationId } from '../../src/obligation/obligation.ts'
import { rowsOf } from '../../src/obligation/projector.ts'
import { addDays, daysBetween, type LegalDate, legalDate, legalDateOf } from '../../src/reference/legal-date.ts'

/** Three weeks either side of the Lunar New Years that the data holds, and any day between. */
const aroundTet = fc
  .tuple(fc.constantFrom('2025-01-29', '2026-02-17', '2027-02-06'), fc.integer({ min: -21, max: 21 }))
  .map(([newYear, n]) => addDays(legalDate(newYear), n))
const anyDay = fc.integer({ min: 0, max: 3 * 365 - 40 }).map((n) => addDays(legalDate('2025-01-01'), n))
const day = fc.oneof(anyDay, aroundTet)
const few = fc.integer({ min: 0, max: 3 })
const count = fc.record({ dead: few, serious: few, light: few, missing: few, unknown: few })
const instantOf = (on: LegalDate) => new Date(`${on}T03:00:00Z`)

const setting = fc.record({ abroad: fc.boolean(), informal: fc.boolean(), specialField: fc.boolean() })
const accident: fc.Arbitrary<AccidentOnRecord> = fc
  .record({
    id: fc.uuid(),
    occurredOn: day,
    late: fc.integer({ min: 0, max: 30 }),
    setting,
    declared: count,
    noticed: fc.boolean(),
    victims: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 3 }),
    benefit: fc.integer({ min: 5, max: 60 }),
  })
  .map(({ occurredOn, late, declared, noticed, victims, benefit, ...rest }) => {
    const knownOn = addDays(occurredOn, late)
    const receivedAt = instantOf(addDays(knownOn, 1))
    return {
      ...rest,
      occurredOn,
      knownOn,
      receivedAt,
      declared,
      present: declared,
      declaredOn: legalDateOf(receivedAt),
      channel: null,
      firstNotice: noticed ? { at: receivedAt, completedAt: null } : null,
      worsened: null,
      investigation: null,
      victims: victims.map((victimId) => ({
        victimId,
        dead: false,
        assessedOn: addDays(knownOn, benefit),
        decidedOn: addDays(knownOn, benefit + 3),
        paidOn: null,
        fileSentOn: null,
      })),
    }
  })

const enterprise: fc.Arbitrary<EnterpriseOnRecord> = fc
  .record({
    id: fc.uuid(),
    knownSince: fc.integer({ min: 2024, max: 2026 }),
    workers: fc.option(fc.integer({ min: 0, max: 500 })),
    hazards: few,
    exempt: fc.boolean(),
    accidents: fc.array(day, { maxLength: 4 }),
    campaigns: fc.array(
      day.map((sampledOn) => ({ sampledOn })),
      { maxLength: 4 },
    ),
    reports: fc.uniqueArray(
      fc.record({
        report: fc.constantFrom('accident-summary', 'occupational-health', 'osh-annual', 'environment-annual'),
        period: fc.constantFrom('2025-H1', '2025', '2026-H1', '2026'),
        receivedOn: day,
      }),
      { maxLength: 6, selector: ({ report, period }) => `${report}/${period}` },
    ),
  })
  .map(({ workers, hazards, ...rest }) => ({ ...rest, stateIn: () => ({ workers, hazards }), rounds: [] }))

const placed = { name: 'Công ty Mẫu', province: '19', reach: ['VN-2025:19'], officeReach: ['VN-2025:19'] }
const located = <T>(on: T): Located<T> => ({ on, placed })

const round: fc.Arbitrary<RoundOnRecord> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('periodic', 'detection', 'pre-placement'),
  endedOn: day,
  resultsReturnedOn: fc.option(day),
  heavy: fc.boolean(),
  cases: fc.array(
    fc.record({
      disease: fc.constantFrom('OD-01', 'OD-13', 'OD-32'),
      examinedOn: day,
      treatmentEndedOn: fc.option(day),
      referredOn: fc.option(day),
      assessedOn: fc.constant(null),
    }),
    { maxLength: 4 },
  ),
})

const party: fc.Arbitrary<PartyOnRecord> = fc
  .record({
    id: fc.uuid(),
    accidents: fc.uniqueArray(accident, { maxLength: 3, selector: ({ id }) => id }),
    rounds: fc.uniqueArray(round, { maxLength: 3, selector: ({ id }) => id }),
    enterprise,
  })
  .map(({ id, accidents, rounds, enterprise: of }) => ({
    id,
    accidents: accidents.map(located),
    rounds: rounds.map(located),
    campaigns: [],
    enterprise: located({ ...of, rounds }),
    standing: [],
  }))

const keys = (obligations: readonly Obligation[]) => obligations.map(obligationId)
const isDone = ({ done }: Obligation) => done !== null

describe('making obligations again', () => {
  it('gives the same rows, in whatever order the facts are read', () => {
    fc.assert(
      fc.property(party, (of) => {
        const byId = (rows: readonly { id: unknown }[]) => new Map(rows.map((row) => [row.id, row]))
        expect(byId(rowsOf(readBackwards(of), 2027))).toEqual(byId(rowsOf(of, 2027)))
      }),
    )
  })

  it('gives every obligation an id of its own', () => {
    fc.assert(
      fc.property(party, (of) => {
        const ids = rowsOf(of, 2027).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('never undoes in a later year what was done', () => {
    fc.assert(
      fc.property(enterprise, (of) => {
        const later = new Map(dutiesOfEnterprise(of, 2028).map((one) => [obligationId(one), one.done]))
        for (const one of dutiesOfEnterprise(of, 2026).filter(isDone)) {
          expect(later.get(obligationId(one))).toBe(one.done)
        }
      }),
    )
  })

  it('never undoes a report because the register changed', () => {
    fc.assert(
      fc.property(enterprise, (of) => {
        const emptied = { ...of, stateIn: () => ({ workers: 0, hazards: 0 }) }
        const reported = dutiesOfEnterprise(of, 2026).filter(({ duty, done }) => done !== null && isReport(duty))
        const kept = new Set(keys(dutiesOfEnterprise(emptied, 2026).filter(isDone)))
        expect(keys(reported).filter((key) => !kept.has(key))).toEqual([])
      }),
    )
  })
})

describe('a graver turn', () => {
  const turned = fc
    .tuple(accident, few, fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 0, max: 20 })))
    .map(([of, more, after, announced]) => {
      const knownOn = addDays(of.knownOn, after)
      const before = announced === null || announced >= after ? null : addDays(of.knownOn, announced)
      const file = {
        authority: 'base' as const,
        startedOn: of.knownOn,
        sceneVisitedAt: null,
        due: null,
        announcedOn: before,
        announcedBeforeOn: before,
        minutesSentOn: null,
      }
      const investigated = before === null ? of : { ...of, investigation: file }
      const receivedAt = instantOf(knownOn)
      const worsened = { knownOn, receivedAt, declaredOn: null, policeToldOn: null, handedOverOn: null }
      const present = { ...of.declared, dead: of.declared.dead + 1 + more }
      return { before: investigated, after: { ...investigated, present, worsened } }
    })

  it('adds obligations and loses none', () => {
    fc.assert(
      fc.property(turned, ({ before, after }) => {
        const left = new Set(keys(dutiesOfAccident(after)))
        expect(dutiesOfAccident(before).filter((one) => !left.has(obligationId(one)))).toEqual([])
        expect(dutiesOfAccident(after).map(({ duty }) => duty)).toContain('supplementary-declaration')
      }),
    )
  })

  it('leaves done what was done', () => {
    fc.assert(
      fc.property(turned, ({ before, after }) => {
        const done = new Map(dutiesOfAccident(after).map((one) => [obligationId(one), one.done]))
        for (const one of dutiesOfAccident(before).filter(isDone)) expect(done.get(obligationId(one))).toBe(one.done)
      }),
    )
  })
})

describe('an amended date', () => {
  it('moves the limits that are counted in calendar days from it by as many days, under the same id', () => {
    fc.assert(
      fc.property(accident, fc.integer({ min: 1, max: 20 }), (of, days) => {
        const one = { ...of, declared: { ...NOBODY, serious: 1 }, present: { ...NOBODY, serious: 1 } }
        const employer = { ...one, setting: { abroad: false, informal: false, specialField: false } }
        const due = (at: AccidentOnRecord) => dutiesOfAccident(at).find(({ duty }) => duty === 'investigation')
        const [first, moved] = [due(employer), due({ ...employer, knownOn: addDays(employer.knownOn, days) })]
        expect(daysBetween(first?.due as LegalDate, moved?.due as LegalDate)).toBe(days)
        expect(keys(moved ? [moved] : [])).toEqual(keys(first ? [first] : []))
      }),
    )
  })
})

describe('minutes announced around Tết', () => {
  it('are sent on the third working day after, whatever holidays lie between', () => {
    fc.assert(
      fc.property(accident, aroundTet, (of, announcedOn) => {
        const investigation = {
          authority: 'provincial' as const,
          startedOn: of.knownOn,
          sceneVisitedAt: null,
          due: null,
          announcedOn,
          announcedBeforeOn: null,
          minutesSentOn: null,
        }
        const minutes = dutiesOfAccident({ ...of, investigation }).find(({ duty }) => duty === 'minutes')
        const due = minutes?.due as LegalDate
        const between = Array.from({ length: daysBetween(announcedOn, due) }, (_, n) => addDays(announcedOn, n + 1))
        expect(between.filter((on) => isWorkingDay(on))).toHaveLength(3)
        expect(isWorkingDay(due)).toBe(true)
      }),
    )
  })
})

const NOBODY = { dead: 0, serious: 0, light: 0, missing: 0, unknown: 0 }

function isReport(duty: Obligation['duty']): boolean {
  return duty !== 'monitoring' && duty !== 'detection-examination'
}

function readBackwards({ accidents, rounds, enterprise: of, ...rest }: PartyOnRecord): PartyOnRecord {
  const turned = of && {
    ...of.on,
    accidents: of.on.accidents.toReversed(),
    campaigns: of.on.campaigns.toReversed(),
    rounds: of.on.rounds.toReversed(),
    reports: of.on.reports.toReversed(),
  }
  return {
    ...rest,
    accidents: accidents.toReversed(),
    rounds: rounds.toReversed(),
    enterprise: of && turned && { ...of, on: turned },
  }
}
