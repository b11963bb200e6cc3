import { touches } from '../rules/pointer.ts'
import type { TenantKeys } from './deps.ts'
import type { EnterpriseSnapshot } from './enterprise-snapshot.ts'
import { sealContext } from './filing.ts'
import type { AnyKind, FilingEnvelope } from './kind.ts'
import type { DeclarationRecord, StoredRevision } from './record.ts'
import { join, openValues, withoutIdentity, withoutSealed } from './sealed-fields.ts'
import type { Visibility } from './visibility.ts'

/** A body as one caller may see it, and the pointers that were left out. */
export interface RevealedBody {
  readonly body: FilingEnvelope
  readonly withheld: readonly string[]
  /**
   * How much of what is said about the filing goes with it.
   * - `all`: findings, what follows, and the reasons that people wrote.
   * - `without-reasons`: no running text.
   * - `none`: the body is cut down to what concerns the reader, and everything said about the rest stays out.
   */
  readonly remarks: 'all' | 'without-reasons' | 'none'
}

/** The whole body: for judging again and for those who gave a purpose. */
export async function openBody(
  tenantKeys: TenantKeys,
  record: Pick<DeclarationRecord, 'id' | 'tenantId'>,
  revisionNumber: number,
  revision: Pick<StoredRevision, 'body' | 'sealed'>,
): Promise<FilingEnvelope> {
  const key = await tenantKeys.keyOf(record.tenantId)
  const { values } = openValues(revision.sealed, key, sealContext(record.id, revisionNumber))
  return join(JSON.parse(revision.body), values)
}

export interface Reader {
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
      return { ...identified(kind, body, reader), remarks: 'all' }
    case 'without-persons':
      return { ...withoutSealed(body, kind.sealed), remarks: 'without-reasons' }
    case 'party': {
      const own = kind.viewFor(body, new Set(reader.register?.taxCode ? [reader.register.taxCode] : []))
      if (own === null) return null
      return { ...identified(kind, own, reader), remarks: own === body ? 'without-reasons' : 'none' }
    }
  }
}

/** Without the findings on what tells of people's health: their words would tell it. */
export function withoutHealth<F extends { readonly pointer: string }>(
  { sealed }: AnyKind,
  findings: readonly F[],
): readonly F[] {
  return findings.filter(({ pointer }) => !sealed.special.some((part) => touches(part, pointer)))
}

function identified(kind: AnyKind, body: FilingEnvelope, { purpose }: Reader): Omit<RevealedBody, 'remarks'> {
  return purpose === null ? withoutIdentity(body, kind.sealed) : { body, withheld: [] }
}
