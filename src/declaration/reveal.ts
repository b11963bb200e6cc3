import type { Caller } from '../access/caller.ts'
import type { EnterpriseSnapshot } from './enterprise-snapshot.ts'
import { sealContext } from './filing.ts'
import type { AnyKind, FilingEnvelope } from './kind.ts'
import type { DeclarationRecord, StoredRevision } from './record.ts'
import { join, openValues, withoutIdentity, withoutSealed } from './sealed-fields.ts'
import type { Visibility } from './visibility.ts'
import type { TenantKeys } from './write.ts'

/** A body as one caller may see it, and the pointers that were left out. */
export interface RevealedBody {
  readonly body: FilingEnvelope
  readonly withheld: readonly string[]
}

/** The whole body: for judging again and for those who gave a purpose. */
export async function openBody(
  tenantKeys: TenantKeys,
  record: Pick<DeclarationRecord, 'id' | 'tenantId'>,
  revisionNumber: number,
  revision: StoredRevision,
): Promise<FilingEnvelope> {
  const key = await tenantKeys.keyOf(record.tenantId)
  const { values } = openValues(revision.sealed, key, sealContext(record.id, revisionNumber))
  return join(JSON.parse(revision.body), values)
}

export interface Reader {
  readonly caller: Caller
  readonly visibility: Visibility
  /** Given, and the caller may read personal data. */
  readonly purpose: string | null
  /** Of the caller's own tenant, where it has one. */
  readonly register: EnterpriseSnapshot | null
}

/** Null when nothing of the body concerns the reader. */
export function revealTo(kind: AnyKind, body: FilingEnvelope, reader: Reader): RevealedBody | null {
  switch (reader.visibility) {
    case 'whole':
      return reader.purpose === null ? withoutIdentity(body, kind.sealed) : { body, withheld: [] }
    case 'without-persons':
      return withoutSealed(body, kind.sealed)
    case 'party': {
      const own = kind.viewFor(body, new Set(reader.register?.taxCode ? [reader.register.taxCode] : []))
      if (own === null) return null
      return reader.purpose === null ? withoutIdentity(own, kind.sealed) : { body: own, withheld: [] }
    }
  }
}
