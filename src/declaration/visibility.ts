import { type Caller, hasJurisdiction } from '../access/caller.ts'
import type { DeclarationDeps } from './deps.ts'
import { mayStandFor } from './filer.ts'
import type { AnyKind } from './kind.ts'
import type { DeclarationRecord } from './record.ts'

/**
 * How much of a declaration a caller sees.
 * - `whole`: everything; identities for a stated purpose.
 * - `without-persons`: neither identities nor running text, nor anybody's health.
 * - `party`: only what concerns the caller as another party.
 */
export type Visibility = 'whole' | 'without-persons' | 'party'

/** Null: for this caller it does not exist. */
export function visibilityOf(
  { wholeFor }: Pick<AnyKind, 'wholeFor'>,
  caller: Caller,
  record: DeclarationRecord,
): Visibility | null {
  if (caller.tenantId === record.tenantId) return 'whole'
  if (record.acts.some((act) => act.clientId === caller.clientId)) return 'whole'
  if (caller.jurisdiction !== null && hasJurisdiction(caller.jurisdiction, record.reach)) {
    return wholeFor.includes(caller.role) ? 'whole' : 'without-persons'
  }
  if (caller.jurisdiction !== null && hasJurisdiction(caller.jurisdiction, record.officeReach)) return 'without-persons'
  if (caller.tenantId !== null && record.relatedTenants.includes(caller.tenantId)) return 'party'
  return null
}

/**
 * Whether the caller may amend or withdraw: the owner of the record, the office that recorded it, or whoever filed it
 * in the owner's name and still may.
 */
export async function mayChange(
  kind: AnyKind,
  deps: Pick<DeclarationDeps, 'delegated'>,
  caller: Caller,
  record: DeclarationRecord,
): Promise<boolean> {
  if (caller.tenantId === record.tenantId) return true
  return record.acts[0].clientId === caller.clientId && mayStandFor(kind, deps, caller, record.tenantId)
}

/** Whether the caller is the enterprise in whose name somebody else filed what stands now. */
export function mayContest(caller: Caller, record: DeclarationRecord): boolean {
  return caller.tenantId === record.tenantId && record.latestFiling.filedAs !== 'enterprise'
}

/** Whether the caller is an office that reviews the declaration, and may have it judged anew. */
export function mayReview(kind: AnyKind, caller: Caller, record: DeclarationRecord): boolean {
  return (
    kind.wholeFor.includes(caller.role) &&
    caller.role !== 'commune' &&
    caller.jurisdiction !== null &&
    hasJurisdiction(caller.jurisdiction, record.reach)
  )
}
