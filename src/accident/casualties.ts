import type { AccidentDeclaration } from './schema.ts'
import type { Condition } from './vocabulary.ts'

export interface CasualtyCounts {
  readonly dead: number
  readonly serious: number
  readonly light: number
  readonly missing: number
  readonly unknown: number
}

export function countConditions(victims: readonly { readonly condition?: Condition | undefined }[]): CasualtyCounts {
  const of = (condition: Condition) => victims.filter((victim) => (victim.condition ?? 'unknown') === condition).length
  return {
    dead: of('dead'),
    serious: of('serious'),
    light: of('light'),
    missing: of('missing'),
    unknown: of('unknown'),
  }
}

export function totalOf({ dead, serious, light, missing, unknown }: CasualtyCounts): number {
  return dead + serious + light + missing + unknown
}

/** Where the victims are not listed yet. */
export function statedCounts({ casualties = {} }: Pick<AccidentDeclaration, 'casualties'>): CasualtyCounts {
  const { dead = 0, serious = 0, light = 0, missing = 0 } = casualties
  return { dead, serious, light, missing, unknown: 0 }
}
