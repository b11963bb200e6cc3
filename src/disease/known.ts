import type { FacilitySnapshot } from '../provider/snapshot.ts'
import type { LegalDate } from '../reference/legal-date.ts'

/** What is looked up before a screening is judged, as JSON kept with its revision. */
export interface DiseaseKnown {
  /** Null where the filing names none that the register of facilities knows. */
  readonly facility: FacilitySnapshot | null
  /** Of the same enterprise only; null for somebody who validates without a token. */
  readonly history: DiseaseHistory | null
}

export interface DiseaseHistory {
  /** Rounds that ended in the three years before this one, the latest first. */
  readonly screenings: readonly EarlierScreening[]
  /** Which of the cases filed now were diagnosed in an earlier round: no key of a person is kept. */
  readonly diagnosed: readonly EarlierDiagnosis[]
  /** New diagnoses by disease in all earlier rounds. */
  readonly cumulative: readonly { readonly disease: string; readonly diagnosed: number }[]
  /** Environment monitorings that ended in the three years before the end of the round, by hazard factor. */
  readonly monitoring: readonly EarlierMonitoring[]
  /** Hazard factors that campaigns begun in the year of the round measured, also those after it. */
  readonly measuredInYear: readonly string[]
  /** Reports on occupational health whose period the round belongs to. */
  readonly reports: readonly ReportOfRound[]
}

/** How far back a cause of a disease should have been measured, as the source of ENV-145 has it. */
export const MONTHS_OF_MONITORING = 36

export interface EarlierScreening {
  readonly id: string
  readonly from: LegalDate
  readonly to: LegalDate
  readonly kind: string | null
  /** Distinct persons. */
  readonly examined: number
  readonly hazards: readonly { readonly factor: string; readonly exposed: number; readonly examined: number }[]
}

export interface EarlierDiagnosis {
  /** Index in `/cases` of this filing. */
  readonly case: number
  readonly disease: string
  readonly on: LegalDate | null
  readonly declaration: string
}

export interface EarlierMonitoring {
  /** Code of `hazard-factors`. */
  readonly factor: string
  readonly sampledOn: LegalDate
  readonly samples: number
  /** By verified limits only. */
  readonly exceeding: number
}

export interface ReportOfRound {
  readonly id: string
  /** `2026` or `2026-H1`. */
  readonly period: string
  /** Of the diseases that this round examined for. */
  readonly diseases: readonly {
    readonly disease: string
    /** As reported. */
    readonly examined: number
    readonly diagnosed: number
    /** New diagnoses of the other rounds of the period. */
    readonly diagnosedElsewhere: number
  }[]
}
