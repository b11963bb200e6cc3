import type { LegalDate } from '../reference/legal-date.ts'
import type { RevisionOnRecord } from './tellings.ts'

/** What is looked up before an accident is judged, of the same filer only; null where nobody said whose it is. */
export type AccidentKnown = {
  /** Null where it names none, or none that is declared. */
  readonly incident: NamedIncident | null
  /** Other accidents of its victims. */
  readonly victims: readonly VictimElsewhere[]
  /** Periodic reports on accidents whose period it belongs to. */
  readonly reports: readonly ReportOfAccidents[]
  /** Revisions of the same declaration; absent where there are none. */
  readonly earlier?: readonly RevisionOnRecord[]
} | null

/** The technical incident named, where the same enterprise declared it and has not withdrawn it. */
export interface NamedIncident {
  readonly id: string
}

export interface VictimElsewhere {
  /** Index in `/victims` of this filing: no key of a person is kept. */
  readonly victim: number
  readonly declaration: string
  /** The day of the other accident. */
  readonly on: LegalDate
  /** The day of death by the other declaration; null for somebody alive or missing. */
  readonly died: LegalDate | null
}

export interface ReportOfAccidents {
  readonly id: string
  /** `2026` or `2026-H1`. */
  readonly period: string
  readonly reported: AccidentTotals
  /** Of the other accidents of its period. */
  readonly elsewhere: AccidentTotals
}

export interface AccidentTotals {
  readonly accidents: number
  readonly fatalAccidents: number
  readonly victims: number
  readonly deaths: number
  /** Null: the form does not tell. */
  readonly serious: number | null
}
