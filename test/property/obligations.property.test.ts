import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../../src/accident/vocabulary.ts'
import { isWorkingDay } from '../../src/law/calendar.ts'
import { type AccidentRow, accidentOnRecord } from '../../src/obligation/accident-on-record.ts'
import { type AccidentOnRecord, dutiesOfAccident } from '../../src/obligation/duties-of-accident.ts'
import type { IncidentOnRecord } from '../../src/obligation/duties-of-incident.ts'
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
    concluded: fc.constantFrom(null, 'occupational' as const, 'not-occupational' as const),
    noticed: fc.boolean(),
    victims: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 3 }),
    benefit: fc.integer({ min: 5, max: 60 }),
  })
  .map(({ occurredOn, late, declared, concluded, noticed, victims, benefit, ...rest }) => {
    const knownOn = addDays(occurredOn, late)
    const receivedAt = instantOf(addDays(knownOn, 1))
    return {
      ...rest,
      occurredOn,
      knownAt: instantOf(knownOn),
      course: { declared, receivedAt, worsened: null },
      present: declared,
      declaredAt: receivedAt,
      channel: null,
      incident: null,
      firstNotice: noticed ? { at: receivedAt, completedAt: null } : null,
      conclusion: concluded,
      versions: [],
      sceneVisitedAt: null,
      policeToldAt: null,
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

const hurt = fc.record({ dead: few, serious: few, light: few, missing: few })
const incident: fc.Arbitrary<IncidentOnRecord> = fc
  .record({
    id: fc.uuid(),
    occurredOn: day,
    late: fc.integer({ min: 0, max: 30 }),
    setting: fc.record({
      workers: hurt,
      others: hurt,
      casualtiesUnknown: fc.boolean(),
      serious: fc.boolean(),
      several: fc.boolean(),
      underSpecialisedLaw: fc.boolean(),
    }),
    declaredOn: fc.option(day),
    accidentsDeclaredOn: fc.option(day),
    localCommitteeToldOn: fc.option(day),
    specialisedAuthorityToldOn: fc.option(day),
    homeAffairsInformedOn: fc.option(day),
    noticed: fc.boolean(),
  })
  .map(({ late, noticed, declaredOn, accidentsDeclaredOn, ...rest }) => {
    const knownAt = instantOf(addDays(rest.occurredOn, late))
    const firstNotice = noticed ? { at: knownAt, completedAt: null } : null
    return {
      ...rest,
      knownAt,
      declaredAt: declaredOn && instantOf(declaredOn),
      accidentsDeclaredAt: accidentsDeclaredOn && instantOf(accidentsDeclaredOn),
      channel: declaredOn === null ? 'PRESS' : null,
      firstNotice,
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
    incidents: fc.uniqueArray(incident, { maxLength: 3, selector: ({ id }) => id }),
    rounds: fc.uniqueArray(round, { maxLength: 3, selector: ({ id }) => id }),
    enterprise,
  })
  .map(({ id, accidents, incidents, rounds, enterprise: of }) => ({
    id,
    accidents: accidents.map(located),
    incidents: incidents.map(located),
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
    .tuple(
      accident,
      few,
      fc.integer({ min: 0, max: 60 }),
      fc.option(fc.integer({ min: 0, max: 20 })),
      fc.constantFrom('base' as const, 'provincial' as const),
    )
    .map(([of, more, after, announced, authority]) => {
      const news = legalDateOf(of.knownAt)
      const knownOn = addDays(news, after)
      const receivedAt = instantOf(knownOn)
      const meetingOn = announced === null || announced >= after ? null : addDays(news, announced)
      const versions =
        meetingOn === null
          ? []
          : [{ recordedAt: instantOf(meetingOn), content: { authority, startedOn: news, announcement: { meetingOn } } }]
      const turn = {
        knownOn,
        knownAt: receivedAt,
        receivedAt,
        declaredAt: null,
        policeToldAt: null,
        handedOverOn: null,
      }
      const before = { ...of, versions }
      const present = { ...of.present, dead: of.present.dead + 1 + more }
      return { before, after: { ...before, present, course: { ...of.course, worsened: turn } } }
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

describe('a death after the declaration', () => {
  const ALIVE = ['serious', 'light', 'missing'] as const
  const story = fc.record({
    occurredOn: day,
    conditions: fc.array(fc.constantFrom<Condition>(...ALIVE, 'unknown'), { minLength: 1, maxLength: 4 }),
    dies: fc.nat(),
    /** Days from the declaration to the death, and from the death to the day it is told. */
    after: fc.integer({ min: 1, max: 40 }),
    late: fc.integer({ min: 0, max: 10 }),
    abroad: fc.boolean(),
    preliminary: fc.boolean(),
  })
  type Story = typeof story extends fc.Arbitrary<infer T> ? T : never
  type Way = 'amended' | 'outcome' | 'both'

  /** The rows of an accident that was declared on the day it happened, and the death told in one way or both. */
  function told({ occurredOn, conditions, dies, after, late, abroad, preliminary }: Story, way: Way): AccidentRow {
    const last = dies % conditions.length
    const diedOn = addDays(occurredOn, after)
    const [at, toldAt] = [instantOf(occurredOn), instantOf(addDays(diedOn, late))]
    const victims = conditions.map((condition, index) => ({ victimId: `v${index}`, condition }))
    const dead = { victimId: `v${last}`, condition: 'dead' as const, death: { at: `${diedOn}T08:00:00+07:00` } }
    const now = victims.map((victim, index) => (index === last ? dead : victim))
    const filed = { filedAs: 'enterprise', preliminary }
    const condition = { now: 'dead' as const, knownAt: `${diedOn}T08:00:00+07:00` }
    const many = (of: Condition) => now.filter((victim) => victim.condition === of).length
    return {
      id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
      occurred_on: occurredOn,
      occurred_at: at,
      filed_at: at,
      known_at: null,
      declared_at: null,
      channel: null,
      on_behalf_channel: null,
      own_filing_at: at,
      first_notice: preliminary,
      completed_at: null,
      special_field: null,
      deaths: many('dead'),
      serious: many('serious'),
      light: many('light'),
      missing: many('missing'),
      victims: now.length,
      conclusion: null,
      abroad,
      incident: null,
      first_filed_as: 'enterprise',
      recipients: null,
      revisions: [
        { ...filed, seq: 1, recordedAt: at.toISOString(), victims },
        ...(way === 'outcome' ? [] : [{ ...filed, seq: 3, recordedAt: toldAt.toISOString(), victims: now }]),
      ],
      annexes:
        way === 'amended'
          ? []
          : [
              {
                act: 'outcome' as const,
                seq: 2,
                recordedAt: toldAt.toISOString(),
                filedAs: 'enterprise',
                content: { victimId: dead.victimId, condition },
              },
            ],
      persons: now.map((victim) => ({
        victimId: victim.victimId,
        condition: victim.condition,
        relation: null,
        assessedOn: null,
        decidedOn: null,
        decided: null,
        paidOn: null,
        paid: null,
      })),
    }
  }

  const owedAs = (of: Story, way: Way) => dutiesOfAccident(accidentOnRecord(told(of, way)))
  /** Said before to be alive, for all that is known. */
  const wasAlive = ({ conditions, dies, preliminary }: Story) =>
    !preliminary || conditions[dies % conditions.length] !== 'unknown'

  it('asks for the same whether it is told by an outcome, by an amendment, or by both', () => {
    fc.assert(
      fc.property(story.filter(wasAlive), (of) => {
        expect(owedAs(of, 'amended')).toEqual(owedAs(of, 'outcome'))
        expect(owedAs(of, 'both')).toEqual(owedAs(of, 'outcome'))
        const further = owedAs(of, 'amended').find(({ duty }) => duty === 'supplementary-declaration')
        expect(further?.done).toBe(addDays(of.occurredOn, of.after + of.late))
      }),
    )
  })

  it('asks for no further declaration where it had come before the declaration', () => {
    fc.assert(
      fc.property(story, (of) => {
        if (of.conditions[of.dies % of.conditions.length] === 'missing') return
        const duties = owedAs({ ...of, after: 0 - of.after }, 'amended').map(({ duty }) => duty)
        expect(duties).not.toContain('supplementary-declaration')
        expect(duties).toContain('declaration')
      }),
    )
  })
})

describe('an amended date', () => {
  it('moves the limits that are counted in calendar days from it by as many days, under the same id', () => {
    fc.assert(
      fc.property(accident, fc.integer({ min: 1, max: 20 }), (of, days) => {
        const serious = { ...NOBODY, serious: 1 }
        const setting = { abroad: false, informal: false, specialField: false }
        const employer = { ...of, setting, course: { ...of.course, declared: serious }, present: serious }
        const due = (at: AccidentOnRecord) => dutiesOfAccident(at).find(({ duty }) => duty === 'investigation')
        const later = instantOf(addDays(legalDateOf(employer.knownAt), days))
        const [first, moved] = [due(employer), due({ ...employer, knownAt: later })]
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
        const content = { authority: 'provincial' as const, announcement: { meetingOn: announcedOn } }
        const versions = [{ recordedAt: instantOf(announcedOn), content }]
        const minutes = dutiesOfAccident({ ...of, versions }).find(({ duty }) => duty === 'minutes')
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

function readBackwards({ accidents, incidents, rounds, enterprise: of, ...rest }: PartyOnRecord): PartyOnRecord {
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
    incidents: incidents.toReversed(),
    rounds: rounds.toReversed(),
    enterprise: of && turned && { ...of, on: turned },
  }
}
