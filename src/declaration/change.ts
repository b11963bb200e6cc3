import { databaseScope } from '../access/caller.ts'
import type { Dated } from '../rules/rule.ts'
import { writeAndAnswer } from './answer.ts'
import { actFrom, draft, partyTenants } from './draft.ts'
import { filerRole } from './filer.ts'
import { breachesIn, type FilingOutcome, type FilingRequest } from './filing.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { type Act, stateAfter } from './lifecycle.ts'
import { sealReason } from './reasons.ts'
import { type DeclarationRecord, loadRecord, loadRevision } from './record.ts'
import { openBody } from './reveal.ts'
import { mayChange, visibilityOf } from './visibility.ts'
import { type ActToWrite, type DeclarationDeps, hashOfAct, writeAct } from './write.ts'

/** The record, if the caller may see it. */
export async function findRecord(
  kind: { readonly id: string },
  { database }: Pick<DeclarationDeps, 'database'>,
  caller: FilingRequest['caller'],
  id: string,
): Promise<DeclarationRecord | null> {
  const record = await database.within(databaseScope(caller), (session) => loadRecord(session, kind.id, id))
  return record !== null && visibilityOf(caller, record) !== null ? record : null
}

/** Files the next revision of a declaration; `expectedSeq` is what the caller last read. */
export async function amend<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  deps: DeclarationDeps,
  request: FilingRequest,
  id: string,
  expectedSeq: number,
): Promise<FilingOutcome> {
  const { caller } = request
  const record = await findRecord(kind, deps, caller, id)
  if (record === null || !mayChange(caller, record)) return { outcome: 'not-found' }
  if (record.state.seq !== expectedSeq) return { outcome: 'stale' }

  const filer = {
    tenantId: record.tenantId,
    register: await deps.register.snapshot(record.tenantId),
    filedAs: filerRole(caller),
  }
  const drafted = draft(kind, deps, request, filer, {
    sameContentAs: null,
    amends: { declarationId: id, revision: record.state.revision },
  })
  if (drafted.outcome !== 'drafted') return drafted
  const latest = record.acts.findLast((act) => act.contentHash !== null)
  if (latest?.contentHash?.equals(drafted.contentHash)) return { outcome: 'unchanged' }

  const state = stateAfter(record.state, { act: 'amend', needsReview: drafted.needsReview })
  if (state === null) return { outcome: 'conflict' }
  const act = await actFrom(kind, deps, request, filer, drafted, {
    declarationId: id,
    act: 'amend',
    state,
    filedAt: record.filedAt,
    previousHash: record.last.hash,
    reason: drafted.body.reason ?? null,
    contentKey: null,
  })
  const counting =
    state.inForce === null || state.inForce === state.revision
      ? {}
      : await countedFacts(kind, deps, record, state.inForce)
  const written = await writeAndAnswer(kind, deps, request, drafted, { ...act, ...counting })
  return written.outcome === 'filed' ? written : { outcome: 'stale' }
}

export type ChangeOutcome =
  | { readonly outcome: 'done'; readonly record: DeclarationRecord; readonly state: ActToWrite<unknown>['state'] }
  | { readonly outcome: 'not-found' | 'stale' | 'conflict' }

/** An act without a body: a withdrawal, or an office's release of a filing that waited for review. */
export async function actWithoutBody<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  {
    act,
    caller,
    reason,
    expectedSeq,
  }: {
    act: Exclude<Act, 'file' | 'amend'>
    caller: FilingRequest['caller']
    reason: string | null
    expectedSeq: number
  },
): Promise<ChangeOutcome> {
  if (record.state.seq !== expectedSeq) return { outcome: 'stale' }
  const state = stateAfter(record.state, { act })
  if (state === null) return { outcome: 'conflict' }
  const key = await deps.tenantKeys.keyOf(record.tenantId)
  const toWrite: ActToWrite<F> = {
    tenantId: record.tenantId,
    declarationId: record.id,
    act,
    state,
    recordedAt: deps.clock(),
    filedAt: record.filedAt,
    legalDate: record.legalDate,
    caller,
    reason: reason === null ? null : sealReason(reason, key, record.id),
    previousHash: record.last.hash,
    revision: null,
    ...(await countedFacts(kind, deps, record, state.inForce ?? state.revision)),
  }
  const written = await writeAct(kind, deps, toWrite, hashOfAct(toWrite, kind.id), null)
  return written.outcome === 'written' ? { outcome: 'done', record, state } : { outcome: 'stale' }
}

/** Facts of a revision that was filed before, from what is stored: the same code that made them then. */
export async function countedFacts<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  deps: Pick<DeclarationDeps, 'database' | 'tenantKeys' | 'register'>,
  record: DeclarationRecord,
  revisionNumber: number,
): Promise<Pick<ActToWrite<F>, 'facts' | 'breaches' | 'register' | 'partyTenants'>> {
  const revision = await deps.database.within({ tenant: record.tenantId }, (session) =>
    loadRevision(session, kind.id, record.id, revisionNumber),
  )
  if (revision === null) throw new Error(`revision ${revisionNumber} of ${record.id} is missing`)
  const body = (await openBody(deps.tenantKeys, record, revisionNumber, revision)) as B
  const facts = kind.facts(body, {
    receivedAt: revision.recordedAt,
    filedAs: revision.filedAs,
    register: revision.snapshot,
    sameContentAs: null,
    amends: null,
  })
  return {
    facts,
    breaches: breachesIn(revision.findings),
    register: revision.snapshot,
    partyTenants: await partyTenants(kind, deps, body, facts.legalDate),
  }
}
