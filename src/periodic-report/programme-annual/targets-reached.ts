import { isMet, type Reading, readingsOf } from '../../law/target-reached.ts'
import type { Language } from '../../rules/rule.ts'
import { plannedTargets } from './plans.ts'
import type { ProgrammeAnnual } from './schema.ts'

export interface TargetReached {
  readonly programme: string
  readonly target: string
  readonly title: string
  readonly value: number | null
  /** Percent on the year before. */
  readonly change: number | null
  readonly reading: Reading | null
  /** Null where it cannot be told, or a reading must be chosen. */
  readonly met: boolean | null
}

/** Whether each target is met, by what is reported of it and, of two readings, by the one chosen. */
export function targetsReached(section: ProgrammeAnnual, language: Language): TargetReached[] {
  return plannedTargets(section).map(({ plan, target, reported }) => {
    const { value = null, change = null, reading = null } = reported
    const told = { value, change, per: 100 }
    const readings = readingsOf(target, told)
    return {
      programme: plan.id,
      target: target.id,
      title: target[language],
      value,
      change,
      reading,
      met: readings === null ? isMet(target, told) : reading && readings[reading],
    }
  })
}
