import { v7 as uuid } from 'uuid'
import { type Caller, databaseScope } from '../access/caller.ts'
import { sealReason } from '../declaration/reasons.ts'
import type { Clock } from '../platform/clock.ts'
import type { ContradictionRow, ReadDeps } from './list.ts'
import type { STATES } from './schema.ts'
import { insertContradictionDecision } from './statements.ts'

/** Adds what the officer found, about the values there are now; earlier decisions stay on record. */
export async function decideContradiction(
  { database, tenantKeys, clock }: ReadDeps & { readonly clock: Clock },
  caller: Caller,
  row: ContradictionRow,
  { state, explanation }: { readonly state: (typeof STATES)[number]; readonly explanation: string },
): Promise<void> {
  const sealed = sealReason(explanation, await tenantKeys.keyOf(row.tenant_id), row.id)
  await database.within({ ...databaseScope(caller), tenant: row.tenant_id }, (session) =>
    session.run(insertContradictionDecision, [
      row.tenant_id,
      uuid(),
      row.id,
      state,
      sealed,
      JSON.stringify(row.left_value),
      JSON.stringify(row.right_value),
      caller.clientId,
      caller.actor,
      clock(),
      row.audience,
      row.reach,
    ]),
  )
}
