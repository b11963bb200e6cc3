import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import type { DelegationScope } from './delegation-scopes.ts'
import { selectDelegationInForce } from './delegation-statements.ts'

/** Whether an enterprise lets a client file something in its name today. */
export type HoldsDelegation = (tenantId: string, clientId: string, scope: DelegationScope) => Promise<boolean>

export function delegations({ database, clock }: { database: Database; clock: Clock }): HoldsDelegation {
  return async (tenantId, clientId, scope) => {
    const rows = await database.within({ client: clientId }, (session) =>
      session.run(selectDelegationInForce, [tenantId, clientId, scope, legalDateOf(clock())]),
    )
    return rows.length > 0
  }
}
