import type { ProgrammeTarget } from './programmes.ts'

export const READINGS = ['fell', 'below'] as const
export type Reading = (typeof READINGS)[number]

/**
 * The two things a target of two readings can mean. `fell`: by at least that much on the year before. `below`: the rate,
 * as a share of workers, lies below it.
 */
export type Readings = Readonly<Record<Reading, boolean | null>>

/** What was reached. `change`: percent on the year before; both null where they cannot be told. */
export interface Reached {
  readonly value: number | null
  readonly change: number | null
  /** What `value` is per, 100 for percent. */
  readonly per: number
}

/** Whether a target is met; null where the figure is missing or whoever reports must choose the reading. */
export function isMet(target: ProgrammeTarget, { value, change }: Reached): boolean | null {
  switch (target.operator) {
    case 'up':
      return change === null ? null : change > 0
    case 'down':
      return change === null ? null : change < 0
    case '>':
      return value === null ? null : value > target.value
    case '>=':
      return value === null ? null : value >= target.value
    case '=':
      return value === null ? null : value === target.value
    case 'two-readings':
      return null
  }
}

/** Null for a target that has one reading only. */
export function readingsOf(target: ProgrammeTarget, { value, change, per }: Reached): Readings | null {
  if (target.operator !== 'two-readings') return null
  return {
    fell: change === null ? null : change <= -target.value,
    below: value === null ? null : (value / per) * 100 < target.value,
  }
}

/**
 * What the value of a target is.
 * - `direction`: any number, of which only the change counts.
 * - `share`: a part in percent of the whole.
 * - `growth`: percent on the year before, which may be negative or beyond 100.
 */
export type TargetMeasure = 'direction' | 'share' | 'growth'

export function measureOf(target: ProgrammeTarget): TargetMeasure {
  if (!('value' in target)) return 'direction'
  return target.operator !== 'two-readings' && target.unit === '%/year' ? 'growth' : 'share'
}
