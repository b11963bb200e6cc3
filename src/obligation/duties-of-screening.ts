import { citeInForce } from '../law/citation.ts'
import type { ExaminedGroup } from '../law/examination-constants.ts'
import { examinationDueDates, referralCountsFrom, referralDue } from '../law/examination-due-dates.ts'
import { groupBy } from '../reference/group-by.ts'
import { type LegalDate, legalDate, yearOf } from '../reference/legal-date.ts'
import { type Obligation, PLAIN } from './obligation.ts'

/** A round of examinations as far as obligations depend on it. */
export interface RoundOnRecord {
  readonly id: string
  /** Code of `examination-kinds`. */
  readonly kind: string
  readonly endedOn: LegalDate
  readonly resultsReturnedOn: LegalDate | null
  /** Some work in heavy, harmful or dangerous jobs. */
  readonly heavy: boolean
  readonly cases: readonly CaseOnRecord[]
}

export interface CaseOnRecord {
  readonly disease: string
  readonly examinedOn: LegalDate
  readonly treatmentEndedOn: LegalDate | null
  readonly referredOn: LegalDate | null
  readonly assessedOn: LegalDate | null
}

/** What the rounds of one enterprise oblige to; each is the next one that the round before asked for. */
export function dutiesOfScreenings(rounds: readonly RoundOnRecord[]): readonly Obligation[] {
  return rounds.flatMap((round) => [...resultsAndNext(round, rounds), ...referrals(round)])
}

function resultsAndNext(round: RoundOnRecord, rounds: readonly RoundOnRecord[]): readonly Obligation[] {
  const { id, kind, endedOn } = round
  const groups: readonly ExaminedGroup[] = round.heavy ? ['general', 'frequent'] : ['general']
  const next = firstAfter(
    endedOn,
    rounds.map((other) => other.endedOn),
  )
  const common = {
    ...PLAIN,
    source: { kind: 'disease', id },
    since: endedOn,
    reason: { code: 'examined', params: { on: endedOn } },
  } as const
  let periodic = -1
  return examinationDueDates({ kind, endedOn, groups, diagnosed: [] })
    .filter(({ verified }) => verified)
    .flatMap(({ duty, due, certain, citations, text }): Obligation[] => {
      const stated = { ...common, due, certain, citations, what: text }
      if (duty === 'results') {
        return [{ ...stated, duty, owedBy: 'facility', owedTo: 'enterprise', done: round.resultsReturnedOn }]
      }
      if (duty !== 'periodic-examination') return []
      periodic += 1
      return [{ ...stated, duty, subject: groups[periodic] ?? '', owedBy: 'enterprise', owedTo: 'worker', done: next }]
    })
}

/** One for all whose referral is counted from the same day: persons are counted, not named. */
function referrals({ id, endedOn, cases }: RoundOnRecord): readonly Obligation[] {
  const byStart = groupBy(cases, referralCountsFrom)
  return [...byStart].flatMap(([from, group]): Obligation[] => {
    const counted = from ? referralDue(from) : undefined
    if (!from || counted === undefined) return []
    const settled = group.map(({ referredOn, assessedOn }) => referredOn ?? assessedOn)
    return [
      {
        ...PLAIN,
        duty: 'assessment-referral',
        source: { kind: 'disease', id },
        subject: from,
        owedBy: 'enterprise',
        owedTo: 'worker',
        since: from,
        due: counted.date,
        certain: counted.certain,
        done: lastOf(settled),
        citations: [counted.limit.citation],
        reason: { code: 'diagnosed', params: { on: endedOn, cases: group.length } },
      },
    ]
  })
}

/**
 * Years in which those exposed were not examined at all since the enterprise was known, up to its first round; from
 * then on each round asks for the next (Law 84/2015 arts. 21.1 and 21.2: every year).
 */
export function detectionOf(year: number, rounds: readonly RoundOnRecord[]) {
  const first = rounds.map(({ endedOn }) => endedOn).toSorted()[0]
  if (first !== undefined && yearOf(first) < year) return null
  const citations = citeInForce(['L84-2015 21.1', 'L84-2015 21.2'], legalDate(`${year}-12-31`))
  const done = first !== undefined && yearOf(first) === year ? first : null
  return citations.length === 0 ? null : { due: legalDate(`${year}-12-31`), done, citations }
}

/** Null while one of them is missing. */
function lastOf(days: readonly (LegalDate | null)[]): LegalDate | null {
  return days.includes(null) ? null : (days.toSorted().at(-1) ?? null)
}

function firstAfter(day: LegalDate, days: readonly LegalDate[]): LegalDate | null {
  return days.filter((other) => other > day).toSorted()[0] ?? null
}
