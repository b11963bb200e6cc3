import type { LegalDate } from '../../reference/legal-date.ts'
import type { ExposureLimit, SampleType } from './limit.ts'

/** One result of one sample, and what is told of the worker's exposure. */
export interface Measured {
  /** Code of monitored-factors. */
  readonly factor: string
  readonly cas?: string
  /** Id of a limit, or the part of it before the last stroke, where several would fit. */
  readonly limitCode?: string
  readonly sampleType?: SampleType
  /** In `unit`; absent where below detection. */
  readonly value?: number
  readonly belowDetection?: { readonly detectionLimit: number }
  readonly unit: string
  /** How long was sampled. */
  readonly durationMinutes?: number
  /** How long a worker is exposed in a shift. */
  readonly exposureMinutes?: number
  /** Day of the sample: chooses the version of the law. */
  readonly on: LegalDate
  readonly shiftHours?: number
  readonly weekHours?: number
  readonly labourClass?: string
  readonly roomType?: string
  readonly lightingWork?: string
  readonly dustGroup?: string
  readonly axis?: 'x' | 'y' | 'z'
  /** Indoors when left out. */
  readonly place?: string
  /** Share of the body irradiated by heat, %. */
  readonly bodyShare?: number
  readonly frequencyHz?: number
  /** Of the dust at this position, %: total or respirable dust is then judged by its silica. */
  readonly freeSilicaPercent?: number
}

/** Why a value cannot be held to a limit. */
export const NOT_ASSESSABLE_REASONS = [
  'value-missing',
  'no-limit',
  'limit-not-known',
  'several-limits',
  'averaging-mismatch',
  'detection-limit-above-limit',
  'exposure-time-missing',
  'labour-class-missing',
  'condition-missing',
  'condition-unknown',
  'place-outside-scope',
  'wrong-unit',
  'molar-mass-unknown',
] as const
export type NotAssessableReason = (typeof NOT_ASSESSABLE_REASONS)[number]

/** A formula of formulas.ts that made the limit compared with from the one printed. */
export interface Correction {
  readonly formula: string
  /** Limit compared with through limit printed. */
  readonly factor: number
}

export interface Assessment {
  readonly verdict: 'pass' | 'exceed' | 'not-assessable'
  /** Null unless not assessable. */
  readonly reason: NotAssessableReason | null
  /** The verdict hangs on a limit or a formula that nobody has read: it informs only. */
  readonly advisory: boolean
  readonly limit: ExposureLimit | null
  /** The bound that decided, after correction, in `unit`. */
  readonly limitValue: number | null
  /** Whether `limitValue` is the least allowed rather than the most. */
  readonly isMinimum: boolean
  readonly correction: Correction | null
  /** In `unit`; null below detection. */
  readonly value: number | null
  /** Canonical. */
  readonly unit: string
  /** How many times the limit; for a minimum its inverse, for noise the dose. Null without a value or a limit above 0. */
  readonly index: number | null
}
