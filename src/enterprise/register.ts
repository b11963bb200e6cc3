import type { EnterpriseSnapshot } from '../declaration/enterprise-snapshot.ts'
import type { MasterKey } from '../platform/cipher.ts'
import type { Database } from '../platform/database.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { type EnterpriseRow, factsOf } from './enterprise-row.ts'
import { selectSnapshot } from './enterprise-statements.ts'
import { tenantOfTaxCode } from './tax-codes.ts'

/** The register, as far as a filing needs it. */
export interface EnterpriseRegister {
  snapshot(tenantId: string): Promise<EnterpriseSnapshot | null>
  tenantOfTaxCode(taxCode: string, on: LegalDate): Promise<string | null>
}

export function enterpriseRegister({
  database,
  master,
}: {
  readonly database: Database
  readonly master: MasterKey
}): EnterpriseRegister {
  return {
    snapshot: (tenantId) => readSnapshot(database, tenantId),
    tenantOfTaxCode: (taxCode, on) => tenantOfTaxCode(database, master, taxCode, on),
  }
}

/** What the register knows of an enterprise now; null for a tenant that is none. Checks nobody's right to know. */
export async function readSnapshot(database: Database, tenantId: string): Promise<EnterpriseSnapshot | null> {
  const [row] = await database.run<EnterpriseRow>(selectSnapshot, [tenantId])
  if (row === undefined) return null
  const { name, address, ownership, industry, headOffice, workers, women } = factsOf(row)
  return {
    id: row.id,
    taxCode: row.tax_code,
    name,
    address,
    ownership,
    industry,
    headOffice,
    workers,
    women,
    provisional: row.provisional,
  }
}
