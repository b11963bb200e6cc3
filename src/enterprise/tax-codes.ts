import type { MasterKey } from '../platform/cipher.ts'
import type { Database } from '../platform/database.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { parseTaxCode } from '../reference/tax-code.ts'
import { selectTaxCodeHolder } from './enterprise-statements.ts'

/** What a tax code is found by: a keyed hash, because 12 digits are a person's number. */
export function taxCodeKey(master: MasterKey, canonical: string): Buffer {
  return master.pseudonym('tax-code', canonical)
}

/** Who held the tax code on that day, in whatever way it is written; null for nobody, and for what is no tax code. */
export async function tenantOfTaxCode(
  database: Pick<Database, 'run'>,
  master: MasterKey,
  taxCode: string,
  on: LegalDate,
): Promise<string | null> {
  const parsed = parseTaxCode(taxCode)
  if (parsed.kind === 'invalid') return null
  const [holder] = await database.run<{ tenant_id: string }>(selectTaxCodeHolder, [
    taxCodeKey(master, parsed.canonical),
    on,
  ])
  return holder?.tenant_id ?? null
}
