import type { FilingContext } from '../declaration/filing-context.ts'
import type { PlaceFacts } from '../declaration/place.ts'
import type { Assessment } from '../law/exposure/assessment.ts'
import type { CodeEntry } from '../reference/code-list.ts'
import { type LegalDate, legalDate, legalDateOf } from '../reference/legal-date.ts'
import type { Dated } from '../rules/rule.ts'
import type { EnvironmentKnown } from './known.ts'
import type { EnvironmentMonitoring, Instrument, Measurement, Position } from './schema.ts'

/** Everything a rule about a monitoring campaign may look at. */
export interface EnvironmentFacts extends Dated {
  /** As filed, without the parts whose type or shape was wrong. */
  readonly declaration: EnvironmentMonitoring
  readonly context: FilingContext<EnvironmentKnown>
  readonly campaign: NonNullable<EnvironmentMonitoring['campaign']>
  readonly positions: readonly PositionFacts[]
  /** Of several positions of one id the first. */
  readonly positionById: ReadonlyMap<string, PositionFacts>
  readonly instrumentById: ReadonlyMap<string, Instrument>
  readonly measurements: readonly MeasurementFacts[]
  /** By code of `monitored-factors`, in the order filed; with the factors of which only counts were filed. */
  readonly factors: ReadonlyMap<string, FactorResults>
  /** Codes of `hazard-factors` that the measurements and counts cover. */
  readonly hazardsCovered: ReadonlySet<string>
  /** Positions with a value beyond a verified limit. */
  readonly exceedingPositions: readonly PositionFacts[]
  /** Positions with several chemicals, and what these come to together. */
  readonly mixtures: readonly Mixture[]
  /** Equal for equal results at the same workplaces; null where nothing was measured. */
  readonly fingerprint: string | null
  /** Whether it counts as monitoring, and why not. */
  readonly standing: Standing
  /** Of the site, else of the head office. */
  readonly place: PlaceFacts | null
  readonly dates: Readonly<Record<EnvironmentDate, LegalDate | null>>
}

/**
 * `sampled`: the first day of sampling; `results`: when the enterprise had them; `reported`: the first report to the
 * health office, by whatever channel.
 */
type EnvironmentDate = 'sampled' | 'sampledTo' | 'report' | 'results' | 'reported' | 'published' | 'received'

export interface MeasurementFacts {
  /** From zero. */
  readonly index: number
  readonly pointer: string
  readonly measurement: Measurement
  /** Null where the report does not list it. */
  readonly position: PositionFacts | null
  /** The day that chooses the version of its limit. */
  readonly on: LegalDate
  /** Of `monitored-factors`; null for an unknown code. */
  readonly factor: CodeEntry | null
  /** Null where factor, value or unit are missing: there is nothing to hold to a limit. */
  readonly assessment: Assessment | null
  /** False where its instrument had no valid calibration on the day. */
  readonly calibrated: boolean
}

export interface PositionFacts {
  readonly index: number
  readonly pointer: string
  readonly position: Position
  readonly measurements: readonly MeasurementFacts[]
}

export interface Mixture {
  readonly position: PositionFacts
  /** ΣCi/Li over its substances: above 1 they are too much together. Advice only. */
  readonly index: number
}

/** Samples by what became of them; together they are all samples. */
export interface Tally {
  readonly samples: number
  /** Within a verified limit, and beyond one. */
  readonly passing: number
  readonly exceeding: number
  /** The same of limits nobody verified: advice, never part of official figures. */
  readonly advisoryPassing: number
  readonly advisoryExceeding: number
  readonly notAssessable: number
}

/** What a campaign found of one factor. */
export interface FactorResults extends Tally {
  readonly factor: string
  /** Null for an unknown code. */
  readonly entry: CodeEntry | null
  readonly measurements: readonly MeasurementFacts[]
  /** Of the measurements: with the verdict `exceed` printed, and with any verdict printed. */
  readonly printedExceeding: number
  readonly printed: number
  /** True where an old form holds counts only: they are taken as declared. */
  readonly fromCounts: boolean
}

/** Why a campaign is no monitoring in the figures of compliance; it stays stored and shown. */
export const OBJECTIONS = [
  'organisation-unknown',
  'organisation-not-eligible',
  'report-cancelled',
  'production-not-running',
  'not-calibrated',
] as const
export type Objection = (typeof OBJECTIONS)[number]

export interface Standing {
  /** By an organisation that may monitor (Decree 44/2016, Arts. 33-34). */
  readonly eligible: boolean
  /** Eligible, and done as the decree asks: what counts as monitoring. */
  readonly counts: boolean
  readonly objections: readonly Objection[]
}

/** Whether a value is beyond a limit that somebody read in its text; only this counts as exceedance. */
export function isExceedance({ assessment }: MeasurementFacts): boolean {
  return assessment !== null && assessment.verdict === 'exceed' && !assessment.advisory
}

/** The day in Viet Nam of a day or an instant as filed. */
export function dayOfSampling(text: string | undefined): LegalDate | null {
  if (text === undefined) return null
  return text.length === 10 ? legalDate(text) : legalDateOf(new Date(text))
}
