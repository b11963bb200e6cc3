import type { ExposureLimit } from '../law/exposure/limit.ts'
import type { MonitoringOrganisationSnapshot } from '../provider/snapshot.ts'
import type { LegalDate } from '../reference/legal-date.ts'

/** What is looked up before a campaign is judged, and kept with its revision. */
export interface EnvironmentKnown {
  /** Null where the register does not have the organisation named. */
  readonly organisation: MonitoringOrganisationSnapshot | null
  /** Every limit that could apply to the factors and substances filed, on their dates: those that judged it. */
  readonly limits: readonly ExposureLimit[]
  /** Null where nobody said whose campaign it is. */
  readonly history: MonitoringHistory | null
}

/** What the same enterprise filed before. */
export interface MonitoringHistory {
  /** Campaigns in force of the last three years, newest first. */
  readonly campaigns: readonly EarlierCampaign[]
  /** Disease screenings from three years before it to a year after it, newest first. */
  readonly screenings: readonly EarlierScreening[]
  /** Of the year in which sampling began; absent in what was kept before it was looked up. */
  readonly restOfYear?: RestOfYear
}

/** What else the enterprise filed on a year of monitoring. */
export interface RestOfYear {
  /** Hazard factors that its other campaigns measured, as far as these count as monitoring. */
  readonly hazards: readonly string[]
  /** Periodic reports that hold the samples of the campaign. */
  readonly reports: readonly ReportOfSamples[]
}

export interface ReportOfSamples {
  readonly id: string
  readonly kind: 'occupational-health' | 'osh-annual'
  /** `2026` or `2026-H1`. */
  readonly period: string
  readonly reported: SampleCounts
  /** Of the other campaigns of its period. */
  readonly elsewhere: SampleCounts
}

export interface SampleCounts {
  readonly samples: number
  readonly failed: number
}

export interface EarlierCampaign {
  readonly id: string
  readonly sampledFrom: LegalDate
  readonly sampledTo: LegalDate
  readonly reportNumber: string | null
  /** Tax code of the organisation. */
  readonly organisation: string | null
  readonly samples: number
  readonly exceeding: number
  /** Whether it counts as monitoring: by an eligible organisation, while production ran. */
  readonly counted: boolean
  /** Codes of `monitored-factors`: what was measured, and what of it went beyond a verified limit. */
  readonly factors: readonly string[]
  readonly exceedingFactors: readonly string[]
  /** Codes of `hazard-factors` of what went beyond. */
  readonly exceedingHazards: readonly string[]
  /** At all positions. */
  readonly workers: number
  /** Equal for equal results at the same places, whatever the day. */
  readonly fingerprint: string | null
}

export interface EarlierScreening {
  readonly to: LegalDate
  readonly kind: string | null
  /** Codes of `hazard-factors` examined for. */
  readonly hazards: readonly string[]
}
