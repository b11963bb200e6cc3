import { type Caller, hasJurisdiction } from '../access/caller.ts'
import type { DeclarationDeps } from './deps.ts'
import { mayStandFor } from './filer.ts'
import type { AnyKind } from './kind.ts'
import type { DeclarationRecord } from './record.ts'
import type { Side } from './side.ts'

/**
 * How much of a declaration a caller sees.
 * - `whole`: everything; identities for a stated purpose.
 * - `without-persons`: neither identities nor running text, nor anybody's health.
 * - `party`: only what concerns the caller as another party.
 */
export type Visibility = 'whole' | 'without-persons' | 'party'

/** Null: for this caller it does not exist. */
export function visibilityOf(caller: Caller, record: DeclarationRecord): Visibility | null {
  if (isFilers(caller, record)) return 'whole'
  const { jurisdiction } = caller
  if (lieWithin(caller, record)) return record.wholeFor.includes(caller.role) ? 'whole' : 'without-persons'
  if (jurisdiction !== null && hasJurisdiction(jurisdiction, record.officeReach)) return 'without-persons'
  if (caller.tenantId !== null && record.relatedTenants.includes(caller.tenantId)) return 'party'
  return null
}

/** Whether it is the caller's own, or the caller filed one of its revisions. */
function isFilers({ tenantId, clientId }: Caller, record: DeclarationRecord): boolean {
  return (
    tenantId === record.tenantId || record.acts.some((act) => act.contentHash !== null && act.clientId === clientId)
  )
}

function lieWithin({ jurisdiction }: Caller, { reach }: DeclarationRecord): boolean {
  return jurisdiction !== null && hasJurisdiction(jurisdiction, reach)
}

/**
 * Whether the caller may amend or withdraw: the owner of the record, by any of its clients, the office that recorded it,
 * or whoever filed it in the owner's name and still may.
 */
export async function mayChange(
  kind: AnyKind,
  deps: Pick<DeclarationDeps, 'delegated' | 'isOwnOffice'>,
  caller: Caller,
  record: DeclarationRecord,
): Promise<boolean> {
  if (caller.tenantId === record.tenantId) return true
  if (record.acts[0].filedAs === caller.role && (await deps.isOwnOffice(caller, record.tenantId))) return true
  return record.acts[0].clientId === caller.clientId && mayStandFor(kind, deps, caller, record.tenantId)
}

/** Whether the caller is the one in whose name somebody else filed what stands now. */
export function mayContest(caller: Caller, record: DeclarationRecord): boolean {
  return caller.tenantId === record.tenantId && record.latestFiling.filedAs !== caller.role
}

/** Whether the caller is an office that reviews the declaration, and may have it judged anew. */
export function mayReview(caller: Caller, record: DeclarationRecord): boolean {
  return lieWithin(caller, record) && record.reviewers.some((role) => role === caller.role)
}

/**
 * On whose side a caller adds to a declaration. Whose it is decides, not the role: a commune answers for its own, and
 * asks about those of enterprises. Null: the caller reads it at most.
 */
export function sideOf(caller: Caller, record: DeclarationRecord): Side | null {
  if (caller.tenantId === record.tenantId) return 'filer'
  if (mayReview(caller, record)) return 'office'
  if (caller.role === 'commune' && visibilityOf(caller, record) === 'whole') return 'office'
  return isFilers(caller, record) ? 'filer' : null
}
