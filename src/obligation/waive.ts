import { v7 as uuid } from 'uuid'
import { type Caller, databaseScope } from '../access/caller.ts'
import type { Bilingual } from '../reference/code-list.ts'
import { whyNotWaived } from './in-charge.ts'
import { findObligation, type ObligationDeps } from './list.ts'
import type { ObligationRow } from './row.ts'
import type { WaiverBody } from './schema.ts'
import { insertWaiver } from './statements.ts'
import { sealWaiverReason } from './waiver-reason.ts'

/**
 * - `forbidden`: it is for another office, or authority, to decide.
 * - `conflict`: it is done, waived already, or there is no waiver to lift.
 */
export type WaiverOutcome =
  | { readonly outcome: 'decided'; readonly row: ObligationRow }
  | { readonly outcome: 'forbidden'; readonly why: Bilingual }
  | { readonly outcome: 'not-found' | 'conflict' }

/** Waives an obligation, or lifts the waiver; every decision stays on record and survives recomputation. */
export async function waive(
  deps: ObligationDeps,
  caller: Caller,
  id: string,
  { lifted, reason }: WaiverBody,
): Promise<WaiverOutcome> {
  const found = await findObligation(deps, caller, id)
  if (found === null) return { outcome: 'not-found' }
  const why = whyNotWaived(caller, found)
  if (why !== null) return { outcome: 'forbidden', why }
  if (lifted ? found.waiver === null : found.waiver !== null || found.done_on !== null) return { outcome: 'conflict' }
  const sealed = await sealWaiverReason(deps, found, reason)
  await deps.database.within({ ...databaseScope(caller), tenant: found.tenant_id }, (session) =>
    session.run(insertWaiver, [
      found.tenant_id,
      uuid(),
      found.id,
      lifted === true,
      sealed,
      caller.clientId,
      caller.actor,
      deps.clock(),
      [...new Set([...found.reach, ...found.office_reach])],
    ]),
  )
  const row = await findObligation(deps, caller, id)
  return row === null ? { outcome: 'not-found' } : { outcome: 'decided', row }
}
