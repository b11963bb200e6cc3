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
  /** Environment monitorings that ended in the 24 months before the end of the round, by hazard factor. */
  readonly monitoring: readonly EarlierMonitoring[]
}

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
