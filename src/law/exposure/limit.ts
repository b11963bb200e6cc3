import type { Bilingual } from '../../reference/code-list.ts'
import type { Interval } from '../../reference/legal-date.ts'

/** How a limit is averaged: over a shift of 8 hours, over 15 minutes, never exceeded at any time, as read at once. */
export const SAMPLE_TYPES = ['twa', 'stel', 'ceiling', 'instantaneous'] as const
export type SampleType = (typeof SAMPLE_TYPES)[number]

/**
 * How the time of exposure moves a limit; the formula stands in formulas.ts.
 * - `noise-halving`: 3 dB for each halving of 8 hours, 115 dBA at most (QCVN 24:2016/BYT).
 * - `uv-dose`: `max` is a dose in mJ/cm²; the irradiance allowed is the dose through the time (QCVN 23:2016/BYT).
 * - `uva-dose`: below 1,000 s a dose of 1 J/cm², from then on `max` (QCVN 23:2016/BYT).
 * - `electric-field-time`: time allowed at a field of 50 Hz, `max` never reached (QCVN 25:2016/BYT).
 * - `vibration-time`: √(480/T) (QCVN 27:2016/BYT, local vibration).
 */
export const BY_DURATION = ['noise-halving', 'uv-dose', 'uva-dose', 'electric-field-time', 'vibration-time'] as const
export type ByDuration = (typeof BY_DURATION)[number]

/** An interval as mathematicians write it, `[25;50)`. */
export interface Range {
  readonly from: number
  readonly fromIncluded: boolean
  readonly to: number
  readonly toIncluded: boolean
}

/** What chooses among the rows of one factor; absent where the row holds whatever it is. */
export interface LimitConditions {
  readonly labourClass?: string
  readonly roomType?: string
  readonly lightingWork?: string
  readonly dustGroup?: string
  /** `xy` is either horizontal axis. */
  readonly axis?: 'z' | 'xy'
  /** The microclimate is judged indoors only. */
  readonly place?: 'indoor'
  /** Share of the body irradiated by heat, %. */
  readonly bodyShare?: Range
  /** MHz. */
  readonly frequency?: Range
  /** Free silica in the dust, %. */
  readonly freeSilica?: Range
  /** Minutes of exposure in a shift. */
  readonly exposure?: Range
  /** An exception that holds only for who names this row (`limitCode`): hot and humid air, work with rest. */
  readonly onlyIfNamed?: true
}

/** One limit of one text: a value, for what it holds and since when. */
export interface ExposureLimit extends Interval {
  /** Stable, `QCVN03-2019/14/twa`; the part before the last stroke names the entry of the table. */
  readonly id: string
  /** Code of the instrument in instruments.csv. */
  readonly regulation: string
  /** Code of monitored-factors; the chemicals are told apart by CAS number. */
  readonly factor: string
  readonly cas: readonly string[]
  /** The substance, or what the row is for. */
  readonly name: Bilingual
  /** g/mol; for converting parts per million. */
  readonly molarMass: number | null
  readonly sampleType: SampleType
  readonly conditions: LimitConditions
  readonly min: number | null
  /** Both null: the text has a limit that is not known here. */
  readonly max: number | null
  readonly unit: string
  readonly byDuration: ByDuration | null
  /** `max` is divided by the frequency in MHz (QCVN 21:2016/BYT). */
  readonly dividedByFrequency: boolean
  /** Lower where a shift is longer than 8 hours or a week than 40 (QCVN 02:2019/BYT, QCVN 03:2019/BYT). */
  readonly correctedForShift: boolean
  /** Whether the value was read in a source; what was not informs only. */
  readonly verified: boolean
  readonly source: string
  /** Put in by the office's own directory of data. */
  readonly supplied: boolean
}

/** Whether the text's value is known here. */
export function isKnown(limit: ExposureLimit): boolean {
  return limit.min !== null || limit.max !== null
}
