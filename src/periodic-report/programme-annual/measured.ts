import type { Caller } from '../../access/caller.ts'
import type { Programme } from '../../law/programmes.ts'
import type { UnitRef } from '../../reference/administrative-units.ts'
import type { Text } from '../../rules/rule.ts'

/** A target as far as the register measures it. */
export interface MeasuredTarget {
  readonly target: string
  /** As a report states it: percent where the target is. Null where it cannot be told. */
  readonly value: number | null
  /** Null where the value is a plain number. */
  readonly numerator: number | null
  readonly denominator: number | null
  /** Percent on the year before. */
  readonly change: number | null
  /** What was counted; of a target that is not measured, why. */
  readonly note: Text
}

/**
 * The targets of a plan in one year, within the jurisdiction of the caller: in the area of the plan, in that unit where it
 * names none.
 */
export type MeasureTargets = (
  caller: Caller,
  programme: Programme,
  year: number,
  unit: UnitRef,
) => Promise<readonly MeasuredTarget[]>
