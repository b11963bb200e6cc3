import type { Params, Text, Violation } from '../../rules/rule.ts'
import type { EnvironmentFacts, MeasurementFacts } from '../facts.ts'
import type { EnvironmentRule } from './define.ts'

/** Of one factor; beyond it each position is told once, with how many results it stands for. */
const TOLD_ONE_BY_ONE = 50

/** True or placeholders: the rule is violated. False: it holds, or does not concern this result. */
type Verdict = boolean | Params

/**
 * A rule judged on each result. Where hundreds of results of one factor break it, the one furthest from its limit is
 * told for each position. `at` is relative to the measurement. Beside the placeholders of the verdict the message may
 * have those of {@link toldOfResult}.
 */
export function gatheredRule(
  head: Omit<EnvironmentRule, 'judge'> & {
    readonly at: string
    readonly violated: (measurement: MeasurementFacts, facts: EnvironmentFacts) => Verdict
  },
): EnvironmentRule {
  const { at, violated, ...rule } = head
  return {
    ...rule,
    judge: (facts) => {
      const byFactor = new Map<string, Found[]>()
      for (const of of facts.measurements) {
        const verdict = violated(of, facts)
        if (verdict === false) continue
        const found = { of, params: verdict === true ? {} : verdict, count: 1 }
        const factor = of.measurement.factor ?? ''
        const same = byFactor.get(factor)
        if (same === undefined) byFactor.set(factor, [found])
        else same.push(found)
      }
      return [...byFactor.values()]
        .flatMap((found) => (found.length > TOLD_ONE_BY_ONE ? worstByPosition(found) : found))
        .map((found) => violationOf(found, at))
    },
  }
}

/** A message about one result, or about several of which it is the worst. */
export function toldOfResult({ vi, en }: Text): Text {
  return {
    vi: `${vi} Kết quả thứ {ordinal}, yếu tố {factor}, vị trí {position}; số kết quả như vậy: {count}.`,
    en: `${en} Result {ordinal}, factor {factor}, position {position}; such results: {count}.`,
  }
}

interface Found {
  readonly of: MeasurementFacts
  readonly params: Params
  readonly count: number
}

function worstByPosition(found: readonly Found[]): readonly Found[] {
  const byPosition = new Map<string, Found>()
  for (const one of found) {
    const position = one.of.measurement.positionId ?? ''
    const worst = byPosition.get(position)
    const count = (worst?.count ?? 0) + 1
    byPosition.set(position, { ...(worst === undefined || distance(one) > distance(worst) ? one : worst), count })
  }
  return [...byPosition.values()]
}

function distance({ of }: Found): number {
  return of.assessment?.index ?? 0
}

function violationOf({ of: { index, pointer, measurement }, params, count }: Found, at: string): Violation {
  const { factor = '-', positionId = '-' } = measurement
  return { pointer: `${pointer}${at}`, params: { ordinal: index + 1, factor, position: positionId, count, ...params } }
}
