import type { TenantKeys } from '../declaration/deps.ts'
import { openReason, sealReason } from '../declaration/reasons.ts'
import type { MasterKey } from '../platform/cipher.ts'
import type { ObligationRow } from './row.ts'

export interface WaiverDeps {
  readonly tenantKeys: TenantKeys
  readonly master: MasterKey
}

type Waived = Pick<ObligationRow, 'id' | 'tenant_id' | 'source_kind'>

/** Reasons name persons, so they are sealed: for the tenant, or by the service where there is none. */
export async function sealWaiverReason(
  { tenantKeys, master }: WaiverDeps,
  of: Waived,
  reason: string,
): Promise<string> {
  return hasTenant(of)
    ? sealReason(reason, await tenantKeys.keyOf(of.tenant_id), of.id)
    : master.sealSecret(Buffer.from(reason), contextOf(of)).toString('base64')
}

/** @throws Unsealable */
export async function openWaiverReason(
  { tenantKeys, master }: WaiverDeps,
  of: Waived,
  sealed: string,
): Promise<string> {
  return hasTenant(of)
    ? openReason(sealed, await tenantKeys.keyOf(of.tenant_id), of.id)
    : master.unsealSecret(Buffer.from(sealed, 'base64'), contextOf(of)).toString()
}

/** An organisation may get one later, so its reasons are never sealed with it. */
function hasTenant({ source_kind }: Waived): boolean {
  return source_kind !== 'office' && source_kind !== 'monitor'
}

function contextOf({ id }: Waived): string {
  return `obligation/${id}/waiver`
}
