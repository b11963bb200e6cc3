import type { z } from 'zod'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Language } from '../rules/rule.ts'
import type { FacilityObstacle, OrganisationObstacle, Periods } from './eligibility.ts'
import type { ProviderFacts } from './facts.ts'
import type { JudgedFacts } from './judge.ts'

export type Register = 'facility' | 'monitoring-organisation'

/** What one of the two registers brings; everything else is shared. `B`: the facts as sent, `F`: as kept. */
export interface ProviderRegister<B, F extends ProviderFacts> {
  readonly id: Register
  /** Below /v1. */
  readonly path: string
  /** In names of operations: one, and several. */
  readonly noun: readonly [one: string, several: string]
  /** In sentences. */
  readonly words: readonly [one: string, several: string]
  readonly body: z.ZodType<B & { taxCode: string }>
  readonly change: z.ZodType<B>
  readonly view: z.ZodType
  readonly list: z.ZodType
  readonly versions: z.ZodType
  readonly sample: B & { taxCode: string }
  judge(body: B, today: LegalDate): JudgedFacts<F>
  periods(facts: F): Periods
  /** Null on a day on which it may work. */
  obstacle(facts: F, on: LegalDate): FacilityObstacle | OrganisationObstacle | null
  /** What is computed on reading, besides whether it may work. */
  computed(facts: F, on: LegalDate, language: Language): Promise<Readonly<Record<string, unknown>>>
  readonly sampleComputed: Readonly<Record<string, unknown>>
}
