import type { Sexes } from './persons.ts'

/** What an enterprise declared of the period that Annex 8 asks for: counts and codes, nobody's name or health. */
export interface DeclaredHealth {
  readonly rounds: readonly DeclaredRound[]
  readonly campaigns: readonly DeclaredCampaign[]
  readonly accidents: readonly DeclaredCasualties[]
}

export type Quarter = 1 | 2 | 3 | 4

/** One round of examinations, by the day it ended. */
export interface DeclaredRound {
  readonly id: string
  readonly quarter: Quarter
  /** Distinct persons. */
  readonly examined: Sexes
  readonly hazards: readonly { readonly factor: string; readonly exposed: Sexes }[]
  /** Persons x disease. */
  readonly results: readonly DeclaredResult[]
  readonly healthClasses: readonly { readonly class: string; readonly men: number; readonly women: number }[]
}

export interface DeclaredResult {
  readonly disease: string
  readonly examined: Sexes
  readonly suspected: Sexes
  readonly diagnosed: Sexes
  readonly assessed: Sexes
  readonly under5: Sexes
  readonly from5to30: Sexes
  readonly from31: Sexes
}

/** One monitoring campaign that counts, by the day its sampling began. */
export interface DeclaredCampaign {
  readonly id: string
  /** Samples by the hazard factors they stand for; `failed`: beyond a verified limit. */
  readonly results: readonly {
    readonly hazards: readonly string[]
    readonly samples: number
    readonly failed: number
  }[]
}

/** One accident, by the day it happened. */
export interface DeclaredCasualties {
  readonly id: string
  readonly quarter: Quarter
  readonly victims: number
  readonly deaths: number
}
