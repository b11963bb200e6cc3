import type { LegalDate } from '../reference/legal-date.ts'

/** What is looked up before an incident is judged, as JSON kept with its revision. */
export interface IncidentKnown {
  /** Of the accidents named, those that the same enterprise declared; null where nobody said whose incident it is. */
  readonly accidents: readonly LinkedAccident[] | null
}

/** An accident declaration as it stood. */
export interface LinkedAccident {
  readonly id: string
  readonly occurredOn: LegalDate
  /** False when it was withdrawn. */
  readonly inForce: boolean
}
