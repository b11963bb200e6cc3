import { v7 as uuid } from 'uuid'
import { type Caller, databaseScope } from '../access/caller.ts'
import { findObligation, type ObligationDeps } from './list.ts'
import type { ObligationRow } from './row.ts'
import type { WaiverBody } from './schema.ts'
import { insertWaiver } from './statements.ts'
import { DUTY_NAMES } from './vocabulary.ts'
import { sealWaiverReason } from './waiver-reason.ts'

/**
 * - `forbidden`: another office watches over this duty.
 * - `conflict`: it is done, waived already, or there is no waiver to lift.
 */
export type WaiverOutcome = ObligationRow | 'not-found' | 'forbidden' | 'conflict'

/** Waives an obligation, or lifts the waiver; every decision stays on record and survives recomputation. */
export async function waive(
  deps: ObligationDeps,
  caller: Caller,
  id: string,
  { lifted, reason }: WaiverBody,
): Promise<WaiverOutcome> {
  const found = await findObligation(deps, caller, id)
  if (found === null) return 'not-found'
  if (DUTY_NAMES[found.duty].office !== caller.role) return 'forbidden'
  if (lifted ? found.waiver === null : found.waiver !== null || found.done_on !== null) return 'conflict'
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
  return (await findObligation(deps, caller, id)) ?? 'not-found'
}
