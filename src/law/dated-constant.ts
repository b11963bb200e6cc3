import { covers, type Interval, type LegalDate, legalDate } from '../reference/legal-date.ts'
import { type Citation, cite } from './citation.ts'

export interface DatedValue<T> extends Interval {
  readonly validFrom: LegalDate
  readonly value: T
  readonly citation: Citation
  /** Whether the value was read in a source; what was not must not refuse a filing. */
  readonly verified: boolean
}

/** What the law may change, a number or a name: its value from which day on, each with its own text. Earliest first. */
export type DatedConstant<T> = readonly DatedValue<T>[]

/** The value on a day with its citation; undefined before the first one: the law known here said nothing then. */
export function valueOn<T>(constant: DatedConstant<T>, on: LegalDate): DatedValue<T> | undefined {
  return constant.findLast((dated) => covers(dated, on))
}

/** @throws RangeError on a malformed date or citation: a defect of ours. */
export function since<T>(validFrom: string, value: T, citation: string): DatedValue<T> {
  return { validFrom: legalDate(validFrom), validTo: null, value, citation: cite(citation), verified: true }
}

/** Like {@link since}, for what is known from memory or by analogy only. */
export function unverifiedSince<T>(validFrom: string, value: T, citation: string): DatedValue<T> {
  return { ...since(validFrom, value, citation), verified: false }
}
