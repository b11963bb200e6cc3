import { LRUCache } from 'lru-cache'
import type { EnterpriseSnapshot } from '../declaration/enterprise-snapshot.ts'
import type { MasterKey } from '../platform/cipher.ts'
import type { Database } from '../platform/database.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { type EnterpriseRow, factsOf } from './enterprise-row.ts'
import { selectSnapshot } from './enterprise-statements.ts'
import { tenantOfTaxCode } from './tax-codes.ts'

const CACHED_ENTERPRISES = 20_000
const CACHED_MILLISECONDS = 5_000

/** The register, as far as a filing needs it. */
export interface EnterpriseRegister {
  /** As it was at most five seconds ago; changes made through this server show at once. */
  snapshot(tenantId: string): Promise<EnterpriseSnapshot | null>
  /** The enterprise changed: the next snapshot is read anew. */
  forget(tenantId: string): void
  tenantOfTaxCode(taxCode: string, on: LegalDate): Promise<string | null>
}

export function enterpriseRegister({
  database,
  master,
}: {
  readonly database: Database
  readonly master: MasterKey
}): EnterpriseRegister {
  // Every filing needs the snapshot, and a round trip for it cost as much as a third of the write.
  const cache = new LRUCache<string, { snapshot: EnterpriseSnapshot | null }>({
    max: CACHED_ENTERPRISES,
    ttl: CACHED_MILLISECONDS,
    fetchMethod: async (tenantId) => ({ snapshot: await readSnapshot(database, tenantId) }),
  })
  return {
    snapshot: async (tenantId) => (await cache.fetch(tenantId))?.snapshot ?? null,
    forget: (tenantId) => {
      cache.delete(tenantId)
    },
    tenantOfTaxCode: (taxCode, on) => tenantOfTaxCode(database, master, taxCode, on),
  }
}

/** What the register knows of an enterprise now; null for a tenant that is none. Checks nobody's right to know. */
export async function readSnapshot(database: Database, tenantId: string): Promise<EnterpriseSnapshot | null> {
  const [row] = await database.run<EnterpriseRow>(selectSnapshot, [tenantId])
  if (row === undefined) return null
  const { name, address, ownership, industry, headOffice, workers, women, hazardFactors, highRisk } = factsOf(row)
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
    hazardFactors,
    highRisk,
    provisional: row.provisional,
  }
}
