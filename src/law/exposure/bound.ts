import type { Correction, Measured, NotAssessableReason } from './assessment.ts'
import {
  dailyShiftFactor,
  EXCURSION,
  electricFieldAllowed,
  electricFieldMinutesAllowed,
  noiseLevelAllowed,
  SHIFT_MINUTES,
  ultravioletAllowed,
  uvaAllowed,
  vibrationTimeFactor,
  weeklyShiftFactor,
} from './formulas.ts'
import type { ExposureLimit } from './limit.ts'

/** What a value is compared with, in the unit of comparison. */
export interface Bound {
  readonly limit: ExposureLimit
  readonly min: number | null
  readonly max: number | null
  /** `max` itself is too much already. */
  readonly maxExcluded: boolean
  readonly correction: Correction | null
  /** The bound without a correction from memory: what the verdict may rest on. */
  readonly certain: { readonly min: number | null; readonly max: number | null }
}

export type Bounded = Bound | { readonly reason: NotAssessableReason }

/** The limit for these hours, minutes and frequency. `value` decides whether the time matters at all. */
export function boundOf(limit: ExposureLimit, measured: Measured, value: number): Bounded {
  const { max, byDuration } = limit
  if (max === null) return printed(limit)
  if (byDuration !== null) return byTime(limit, max, measured, value)
  if (limit.dividedByFrequency) return divided(limit, max, measured)
  return limit.correctedForShift ? shiftCorrected(limit, max, measured) : printed(limit)
}

/** Where no short-term limit is printed: 3 times the limit of a shift for 30 minutes in all, 5 times never. */
export function excursionBound(limit: ExposureLimit, exposureMinutes: number): Bound {
  const factor = exposureMinutes > EXCURSION.minutes ? EXCURSION.timesForHalfAnHour : EXCURSION.timesNever
  return corrected(limit, (limit.max ?? 0) * factor, 'F-EXC', true)
}

function byTime(limit: ExposureLimit, max: number, { exposureMinutes = 0 }: Measured, value: number): Bounded {
  if (limit.byDuration === 'vibration-time') {
    const minutes = exposureMinutes > 0 ? exposureMinutes : SHIFT_MINUTES
    return corrected(limit, max * vibrationTimeFactor(minutes), 'F-VIB-TIME', false)
  }
  if (limit.byDuration === 'electric-field-time' && electricFieldMinutesAllowed(value) >= SHIFT_MINUTES) {
    return corrected(limit, electricFieldAllowed(SHIFT_MINUTES), 'F-EMF-T', true)
  }
  if (exposureMinutes <= 0) return { reason: 'exposure-time-missing' }
  switch (limit.byDuration) {
    case 'noise-halving':
      // The table of the text ends at 8 hours: what is said of longer shifts is our extrapolation.
      return corrected(limit, noiseLevelAllowed(exposureMinutes, max), 'F-NOISE-T', exposureMinutes <= SHIFT_MINUTES)
    case 'uv-dose':
      return corrected(limit, ultravioletAllowed(exposureMinutes * 60, max), 'F-UV', true)
    case 'uva-dose':
      return corrected(limit, uvaAllowed(exposureMinutes * 60, max), 'F-UV', true)
    default: {
      const allowed = electricFieldAllowed(exposureMinutes)
      return { ...corrected(limit, allowed, 'F-EMF-T', true), maxExcluded: allowed === max }
    }
  }
}

function divided(limit: ExposureLimit, max: number, { frequencyHz = 0 }: Measured): Bounded {
  if (frequencyHz <= 0) return { reason: 'condition-missing' }
  return corrected(limit, max / (frequencyHz / 1_000_000), 'F-EMF-F', true)
}

/** The smaller of the two corrections; which of them the text means when both apply is not said. */
function shiftCorrected(limit: ExposureLimit, max: number, { shiftHours = 8, weekHours = 40 }: Measured): Bound {
  const daily = dailyShiftFactor(shiftHours)
  const weekly = weeklyShiftFactor(weekHours)
  return corrected(limit, max * Math.min(daily, weekly), daily <= weekly ? 'F-TWAN' : 'F-TWAT', false)
}

function printed(limit: ExposureLimit): Bound {
  const { min, max } = limit
  return { limit, min, max, maxExcluded: false, correction: null, certain: { min, max } }
}

function corrected(limit: ExposureLimit, value: number, formula: string, verified: boolean): Bound {
  const { min, max } = limit
  const correction = value === max || max === null ? null : { formula, factor: rounded(value / max) }
  return { limit, min, max: value, maxExcluded: false, correction, certain: { min, max: verified ? value : max } }
}

/** To six significant digits: more than any instrument gives. */
export function rounded(value: number): number {
  return Number(value.toPrecision(6))
}
