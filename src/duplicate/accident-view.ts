import type { LegalDate } from '../reference/legal-date.ts'

/** What of an accident declaration is compared with another. */
export interface AccidentView {
  readonly id: string
  readonly tenantId: string
  /** Other parties the declaration names: employers of victims, the owner of the premises. */
  readonly relatedTenants: readonly string[]
  readonly occurredAt: Date
  readonly occurredOn: LegalDate
  /** Of the map in force; null where it is not told. */
  readonly province: string | null
  readonly commune: string | null
  readonly address: string | null
  readonly casualties: { readonly dead: number; readonly serious: number; readonly light: number; readonly all: number }
  readonly persons: readonly PersonView[]
}

export interface PersonView {
  readonly name: string | null
  readonly sex: string | null
  /** Whole years on the day of the accident. */
  readonly age: number | null
  /** Pseudonym of the identity number. */
  readonly key: string | null
}
