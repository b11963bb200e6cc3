import { seal, unseal } from '../platform/cipher.ts'
import type { Database } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import type { FileStorage } from './storage.ts'

const insertChunk = statement(
  'file-chunk-insert',
  'insert into declaration_file_chunk (tenant_id, file_id, ordinal, sealed) values ($1, $2, $3, $4)',
)

const selectChunks = statement(
  'file-chunks',
  'select sealed from declaration_file_chunk where tenant_id = $1 and file_id = $2 order by ordinal',
)

/** Bytes: large enough to be few, small enough for the protocol to carry at once. */
const CHUNK = 1_048_576

interface StorageDeps {
  readonly database: Database
  readonly tenantKeys: { keyOf(tenantId: string): Promise<Buffer> }
}

/** In chunks, each sealed with the key of its tenant: it is erased with the tenant's other data. */
export function postgresStorage({ database, tenantKeys }: StorageDeps): FileStorage {
  return {
    keep: async (tenantId, fileId, content) => {
      const key = await tenantKeys.keyOf(tenantId)
      await database.within({ tenant: tenantId }, async (session) => {
        for (let ordinal = 0; ordinal * CHUNK < content.length; ordinal += 1) {
          const chunk = content.subarray(ordinal * CHUNK, (ordinal + 1) * CHUNK)
          await session.run(insertChunk, [tenantId, fileId, ordinal, seal(key, chunk, contextOf(fileId, ordinal))])
        }
      })
    },
    read: async (tenantId, fileId) => {
      const key = await tenantKeys.keyOf(tenantId)
      const rows = await database.within({ tenant: tenantId }, (session) =>
        session.run<{ sealed: Buffer }>(selectChunks, [tenantId, fileId]),
      )
      if (rows.length === 0) return null
      return Buffer.concat(rows.map(({ sealed }, ordinal) => unseal(key, sealed, contextOf(fileId, ordinal))))
    },
  }
}

function contextOf(fileId: string, ordinal: number): string {
  return `file/${fileId}/chunk/${ordinal}`
}
