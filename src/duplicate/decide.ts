import { v7 as uuid } from 'uuid'
import { type Caller, databaseScope } from '../access/caller.ts'
import { actWithoutBody, findRecord } from '../declaration/change.ts'
import type { DeclarationDeps } from '../declaration/deps.ts'
import type { AnyKind } from '../declaration/kind.ts'
import { WHOLE_LOG } from '../declaration/log-reader.ts'
import { sealReason } from '../declaration/reasons.ts'
import { loadRecord } from '../declaration/record.ts'
import { mayReview } from '../declaration/visibility.ts'
import type { PairRow } from './list.ts'
import type { DecisionBody } from './schema.ts'
import { insertDuplicateDecision } from './statements.ts'

/**
 * - `keep-missing`: a merge keeps one of the two.
 * - `keep-ended`: the one to be kept counts no longer, so that the accident would be counted nowhere.
 * - `forbidden`: the declaration merged away lies outside the officer's jurisdiction.
 * - `conflict`: it is withdrawn, waits for review, or stands already as decided.
 * - `stale`: it changed at the same moment.
 */
export type DecisionOutcome = 'decided' | 'keep-missing' | 'keep-ended' | 'forbidden' | 'conflict' | 'stale'

/**
 * Two accidents or one. Of a merge, one declaration goes on counting and the other is kept without counting; finding
 * the two distinct later undoes it. The act comes first: what the log says of a declaration is the truth.
 */
export async function decideDuplicate(
  kind: AnyKind,
  deps: DeclarationDeps,
  caller: Caller,
  pair: PairRow,
  { decision, keep, reason }: DecisionBody,
): Promise<DecisionOutcome> {
  const ids = [pair.declaration_id, pair.other_declaration_id]
  if (decision === 'merge' && (keep === undefined || !ids.includes(keep))) return 'keep-missing'
  if (decision === 'merge' && pair.state === 'merged') return 'conflict'
  if (decision === 'merge' && !(await counts(kind, deps, keep ?? ''))) return 'keep-ended'

  const kept = decision === 'merge' ? keep : pair.state === 'merged' ? pair.keep : undefined
  if (kept !== undefined) {
    const act = decision === 'merge' ? 'merge' : 'unmerge'
    const away = ids.find((id) => id !== kept)
    const done = await actOn(kind, deps, caller, { id: away ?? '', act, reason, into: kept })
    if (done !== 'done') return done
  }
  const sealed = sealReason(reason, await deps.tenantKeys.keyOf(pair.tenant_id), pair.id)
  await deps.database.within({ ...databaseScope(caller), tenant: pair.tenant_id }, (session) =>
    session.run(insertDuplicateDecision, [
      pair.tenant_id,
      uuid(),
      pair.id,
      decision,
      keep ?? null,
      sealed,
      caller.clientId,
      caller.actor,
      deps.clock(),
      pair.reach,
    ]),
  )
  return 'decided'
}

/** Whether a declaration is in force, wherever in the country it lies: a pair may cross the borders of its offices. */
async function counts(kind: AnyKind, { database }: DeclarationDeps, id: string): Promise<boolean> {
  const record = await database.within(WHOLE_LOG, (session) => loadRecord(session, kind.id, id))
  return record !== null && record.state.inForce !== null
}

async function actOn(
  kind: AnyKind,
  deps: DeclarationDeps,
  caller: Caller,
  { id, act, reason, into }: { id: string; act: 'merge' | 'unmerge'; reason: string; into: string | null },
): Promise<'done' | Exclude<DecisionOutcome, 'decided' | 'keep-missing' | 'keep-ended'>> {
  const record = await findRecord(kind, deps, caller, id)
  if (record === null || !mayReview(caller, record)) return 'forbidden'
  const { outcome } = await actWithoutBody(kind, deps, record, {
    act,
    caller,
    reason,
    expectedSeq: record.state.seq,
    // Which one it was merged into is for offices: it may be another enterprise's.
    annex: { content: { into }, sealed: { identity: [], shown: [], special: [] } },
  })
  return outcome === 'not-found' ? 'forbidden' : outcome
}
