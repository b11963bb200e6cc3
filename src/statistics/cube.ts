import type { SQL, SQLWrapper } from 'drizzle-orm'
import type { Role } from '../access/caller.ts'
import type { Text } from '../rules/rule.ts'
import type { Codes } from './codes.ts'

/**
 * A cube is a declaration: what is counted, by what, and what the numbers are called. The SQL, the documents and the
 * exports derive from it, so another register of facts joins by declaring another cube.
 */
export interface Cube {
  readonly id: string
  readonly title: Text
  readonly description: Text
  /** The event: an accident, a screening round, a campaign. */
  readonly base: BaseGrain
  /** What an event consists of: a victim, a disease, a measurement. */
  readonly detail?: DetailGrain
  readonly dimensions: Readonly<Record<string, Dimension>>
  readonly measures: Readonly<Record<string, Measure>>
  readonly ratios: Readonly<Record<string, Ratio>>
  /** Asked when a question names no measures. */
  readonly defaultMeasures: readonly string[]
  readonly confidential?: Confidentiality
}

/**
 * Figures that could tell of a person's health. Who is not of the roles gets them as protected tables only: small
 * cells hidden, with others that would tell them, and no question by which two answers could be compared.
 */
export interface Confidentiality {
  readonly shownWholeTo: readonly Role[]
  /** Always hidden together, so that none is told by its relation to another. */
  readonly measures: readonly string[]
  /** What the others may ask by, one at a time. */
  readonly by: readonly string[]
  /** Codes by dimension that the others are never told of: left out altogether, also from the totals. */
  readonly hidden: ReadonlyMap<string, readonly string[]>
}

export interface BaseGrain {
  readonly title: Text
  readonly from: SQLWrapper
  /** Identifies an event, whichever of its rows is read: distinct events are counted by it. */
  readonly key: SQLWrapper
  /** Which rows are the state at an instant, the present for null, and belong into the figures. */
  readonly inForce: (asOf: Date | null) => SQL
  /** The legal date that `from` and `to` speak of; null where nothing is dated. */
  readonly date: SQLWrapper | null
  /** Keys `scheme:code` of the units whose offices may ask about the event. */
  readonly reach: SQLWrapper
}

export interface DetailGrain {
  readonly title: Text
  readonly from: SQLWrapper
  /** Joins a row of detail to the row of its event. */
  readonly on: SQL
}

export type Grain = 'base' | 'detail'

/**
 * - `current`: where the place lies today.
 * - `at-event`: the unit in force on the day of the event, named with its scheme.
 */
export type UnitsMode = 'current' | 'at-event'
export const UNITS_MODES = ['current', 'at-event'] as const satisfies readonly UnitsMode[]

export interface Dimension {
  readonly title: Text
  readonly grain: Grain
  /** Null where the dimension does not exist in that mode: there are no districts today. */
  readonly view: (units: UnitsMode) => DimensionView | null
  /** `key` is an array: the row appears under each of its elements. */
  readonly multiValued?: true
  /** A dimension whose codes make sense only beside those of another, which is then shown too. */
  readonly within?: string
}

export interface DimensionView {
  readonly key: SQLWrapper
  readonly codes: Codes
  /** The name of each key, where it stands beside it in the facts and in no list. */
  readonly name?: SQLWrapper
}

/** A dimension that is the same in both modes of units. */
export function dimension(
  title: Text,
  grain: Grain,
  key: SQLWrapper,
  codes: Codes,
  more: Pick<Dimension, 'multiValued' | 'within'> = {},
): Dimension {
  return { title, grain, view: () => ({ key, codes }), ...more }
}

export interface Measure {
  readonly title: Text
  readonly unit: Text
  readonly base: Aggregate
  /**
   * Under a dimension or filter of the detail grain: the same quantity over rows of detail, `distinct` events that
   * have such a row (or distinct values of events that have), or null where the quantity belongs to the event as a
   * whole and cannot be divided.
   */
  readonly detail: Aggregate | 'distinct' | null
}

/** Rows counted, a column summed, or distinct values counted, which do not add up. */
export interface Aggregate {
  readonly sum?: SQLWrapper
  readonly distinct?: SQLWrapper
  readonly where?: SQL
}

export interface Ratio {
  readonly title: Text
  /** A measure of the same cube. */
  readonly numerator: string
  readonly denominator: Denominator | OwnDenominator
  readonly per: number
}

/** A measure of the same cube, under the same question. */
export interface OwnDenominator {
  /** Names the basis in the answer. */
  readonly basis: string
  readonly title: Text
  readonly measure: string
  readonly cube?: undefined
}

/** Codes by dimension that an answer to others leaves out, as it names the cells it does not show. */
export function neverTold({ confidential }: Cube): readonly Readonly<Record<string, string>>[] {
  return [...(confidential?.hidden ?? [])].flatMap(([name, codes]) => codes.map((code) => ({ [name]: code })))
}

/** What a rate is divided by: a measure of another cube, which answers for the dimensions that both have. */
export interface Denominator {
  readonly basis: string
  readonly title: Text
  readonly measure: string
  readonly cube: Cube
  /** Dimensions of the asking cube over which the denominator does not vary. */
  readonly constantOver: readonly string[]
  /** Dimensions that select events only: they may filter the numerator and leave the denominator as it is. */
  readonly unaffectedBy: readonly string[]
}

export function isOwn(denominator: Denominator | OwnDenominator): denominator is OwnDenominator {
  return denominator.cube === undefined
}

/** The code of rows that do not say. */
export const UNKNOWN = 'unknown'
