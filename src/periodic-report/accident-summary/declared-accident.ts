import type { FullRow } from './columns.ts'

/** One declared accident as Annex XII counts it: numbers and codes, nobody's name. */
export interface DeclaredAccident {
  readonly id: string
  /** 2: on the way to or from work (Law 84/2015, Art. 39.2). */
  readonly section: 1 | 2
  readonly cause: string | null
  readonly factor: { readonly list: string; readonly code: string } | null
  readonly row: FullRow
  /** By occupation of the victims; victims without one are in no row. */
  readonly occupations: readonly { readonly occupation: string; readonly row: FullRow }[]
  readonly daysOff: number
  /** Thousand VND, here and below. */
  readonly medical: number
  readonly wages: number
  readonly compensation: number
  readonly propertyDamage: number
}
