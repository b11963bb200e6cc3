import type { Caller } from './access/caller.ts'
import { actWithoutBody } from './declaration/change.ts'
import type { DeclarationDeps } from './declaration/deps.ts'
import { loadRecord } from './declaration/record.ts'
import { selectPendingOfTenant } from './declaration/statements.ts'
import { KINDS } from './kinds.ts'

/** An office has confirmed who an enterprise is: what it filed meanwhile no longer waits. */
export async function releaseWaitingFilings(deps: DeclarationDeps, tenantId: string, officer: Caller): Promise<void> {
  const waiting = await deps.database.within({ tenant: tenantId }, (session) =>
    session.run<{ declaration_id: string; kind: string }>(selectPendingOfTenant, [tenantId]),
  )
  for (const { declaration_id: id, kind: kindId } of waiting) {
    const kind = KINDS.find((known) => known.id === kindId)
    const record = await deps.database.within({ tenant: tenantId }, (session) => loadRecord(session, kindId, id))
    if (kind === undefined || record === null) continue
    await actWithoutBody(kind, deps, record, {
      act: 'release',
      caller: officer,
      reason: null,
      expectedSeq: record.state.seq,
    })
  }
}
