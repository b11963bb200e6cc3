import { LRUCache } from 'lru-cache'
import { type MasterKey, newDataKey } from '../platform/cipher.ts'
import type { Database } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'

const selectWrappedKey = statement('tenant-wrapped-key', 'select wrapped_key from tenant where id = $1')

const CACHED_TENANTS = 10_000
/** A destroyed key is forgotten by every server after this time. */
const CACHED_MILLISECONDS = 60_000

export interface NewTenantKey {
  readonly key: Buffer
  /** What the tenant's row keeps. */
  readonly wrapped: Buffer
}

/** The data keys of tenants: what is sealed for one opens with its key only. */
export interface TenantKeys {
  /** A key for a tenant that is about to be stored. */
  create(tenantId: string): NewTenantKey
  /** @throws Error for a tenant that does not exist. */
  keyOf(tenantId: string): Promise<Buffer>
}

export function tenantKeys({ database, master }: { database: Database; master: MasterKey }): TenantKeys {
  const cache = new LRUCache<string, Buffer>({
    max: CACHED_TENANTS,
    ttl: CACHED_MILLISECONDS,
    ignoreFetchAbort: true,
    fetchMethod: async (tenantId) => {
      const [row] = await database.run<{ wrapped_key: Buffer }>(selectWrappedKey, [tenantId])
      return row && master.unwrap(row.wrapped_key, tenantId)
    },
  })
  return {
    create: (tenantId) => {
      const key = newDataKey()
      return { key, wrapped: master.wrap(key, tenantId) }
    },
    keyOf: async (tenantId) => {
      const key = await cache.fetch(tenantId)
      if (key === undefined) throw new Error(`tenant ${tenantId} has no data key`)
      return key
    },
  }
}
