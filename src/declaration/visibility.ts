import { type Caller, hasJurisdiction } from '../access/caller.ts'
import type { DeclarationRecord } from './record.ts'

/**
 * How much of a declaration a caller sees.
 * - `whole`: everything; identities for a stated purpose.
 * - `without-persons`: neither identities nor running text.
 * - `party`: only what concerns the caller as another party.
 */
export type Visibility = 'whole' | 'without-persons' | 'party'

/** Null: for this caller it does not exist. */
export function visibilityOf(caller: Caller, record: DeclarationRecord): Visibility | null {
  if (caller.tenantId === record.tenantId) return 'whole'
  if (record.acts.some((act) => act.clientId === caller.clientId)) return 'whole'
  if (caller.jurisdiction !== null && hasJurisdiction(caller.jurisdiction, record.reach)) {
    return caller.role === 'health-office' ? 'without-persons' : 'whole'
  }
  if (caller.jurisdiction !== null && hasJurisdiction(caller.jurisdiction, record.officeReach)) return 'without-persons'
  if (caller.tenantId !== null && record.relatedTenants.includes(caller.tenantId)) return 'party'
  return null
}

/** Whether the caller may amend or withdraw: the owner of the record, or the office that recorded it. */
export function mayChange(caller: Caller, record: DeclarationRecord): boolean {
  return caller.tenantId === record.tenantId || record.acts[0].clientId === caller.clientId
}
