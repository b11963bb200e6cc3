import { createPatch, type Operation } from 'rfc6902'
import { v7 as uuid } from 'uuid'
import { type Caller, databaseScope } from '../access/caller.ts'
import type { Session } from '../platform/database.ts'
import type { Dated, Language } from '../rules/rule.ts'
import { findRecord } from './change.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { type Act, nextActs } from './lifecycle.ts'
import { presentFindings, presentNotExecutedList } from './present.ts'
import { mapReasons, openReason } from './reasons.ts'
import { type DeclarationRecord, loadRevision, type StoredRevision } from './record.ts'
import { openBody, type RevealedBody, revealTo } from './reveal.ts'
import type { Confirmation } from './schema-parts.ts'
import { insertPersonalDataAccess } from './statements.ts'
import { mayChange, visibilityOf } from './visibility.ts'
import type { DeclarationDeps } from './write.ts'

export interface ReadRequest {
  readonly caller: Caller
  readonly language: Language
  readonly id: string
  /** Why personal data are read; without it they are withheld. */
  readonly purpose: string | null
}

interface OpenedRevision extends RevealedBody {
  readonly record: DeclarationRecord
  readonly revision: StoredRevision
  readonly confirmations: readonly Confirmation[]
  readonly number: number
}

/** One revision as the caller may see it, the latest unless a number is given; null when there is none for them. */
async function open<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  deps: DeclarationDeps,
  { caller, id, purpose }: ReadRequest,
  number?: number,
): Promise<OpenedRevision | null> {
  const record = await findRecord(kind, deps, caller, id)
  const visibility = record && visibilityOf(caller, record)
  if (record === null || visibility === null) return null
  const wanted = number ?? record.state.revision
  const revision = await deps.database.within(databaseScope(caller), async (session) => {
    const found = await loadRevision(session, kind.id, id, wanted)
    if (found !== null && purpose !== null && visibility !== 'without-persons') {
      await traceAccess(session, record, caller, purpose)
    }
    return found
  })
  if (revision === null) return null
  const body = await openBody(deps.tenantKeys, record, wanted, revision)
  const key = await deps.tenantKeys.keyOf(record.tenantId)
  const confirmations = mapReasons(revision.confirmations, (reason) => openReason(reason, key, id))
  const register = caller.tenantId === null ? null : await deps.register.snapshot(caller.tenantId)
  const revealed = revealTo(kind, body, { caller, visibility, purpose, register })
  return revealed === null ? null : { record, revision, confirmations, number: wanted, ...revealed }
}

async function traceAccess(
  session: Session,
  record: DeclarationRecord,
  caller: Caller,
  purpose: string,
): Promise<void> {
  await session.run(insertPersonalDataAccess, [
    record.tenantId,
    uuid(),
    record.id,
    caller.clientId,
    caller.actor,
    purpose,
  ])
}

/** A declaration with what was found in it and what may be done next. */
export async function readDeclaration<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  deps: DeclarationDeps,
  request: ReadRequest,
) {
  const opened = await open(kind, deps, request)
  if (opened === null) return null
  const { record } = opened
  return {
    seq: record.state.seq,
    view: {
      ...revisionView(kind, opened, request.language),
      id: record.id,
      status: record.state.status,
      inForce: record.state.inForce,
      filedAt: record.filedAt.toISOString(),
      changedAt: record.last.recordedAt.toISOString(),
      actions: actionsFor(request.caller, record),
    },
  }
}

/** Of what the state allows, what this caller may do. */
function actionsFor(caller: Caller, record: DeclarationRecord): Act[] {
  if (!mayChange(caller, record)) return []
  return nextActs(record.state).filter((act) => act === 'amend' || act === 'withdraw')
}

function revisionView<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  { body, withheld, remarks, revision, confirmations, number }: OpenedRevision,
  language: Language,
) {
  const facts = kind.facts(body as B, {
    receivedAt: revision.recordedAt,
    filedAs: revision.filedAs,
    register: revision.snapshot,
    sameContentAs: null,
    amends: null,
  })
  return {
    kind: kind.id,
    revision: number,
    receivedAt: revision.recordedAt.toISOString(),
    declaration: body,
    withheld,
    ...(remarks === 'none'
      ? { findings: [], notExecuted: [] }
      : {
          ...kind.consequences(facts, language),
          findings: presentFindings(kind, revision.findings, language),
          notExecuted: presentNotExecutedList(revision.notExecuted, language),
        }),
    confirmations: remarks === 'all' ? confirmations : [],
    ruleSet: revision.ruleSet,
  }
}

export async function readRevision<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  deps: DeclarationDeps,
  request: ReadRequest,
  number: number,
) {
  const opened = await open(kind, deps, request, number)
  return opened && revisionView(kind, opened, request.language)
}

/** What changed from the revision before, as a JSON Patch over what the caller may see. */
export async function readDiff<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  deps: DeclarationDeps,
  request: ReadRequest,
  number: number,
): Promise<{ from: number; to: number; changes: Operation[] } | null> {
  const after = await open(kind, deps, request, number)
  if (after === null || number < 2) return null
  const before = await open(kind, deps, request, number - 1)
  return before && { from: number - 1, to: number, changes: createPatch(before.body, after.body) }
}

/** All that happened, oldest first; bodies are read one by one. */
export async function readHistory(kind: { readonly id: string }, deps: DeclarationDeps, caller: Caller, id: string) {
  const record = await findRecord(kind, deps, caller, id)
  // Reasons are running text: people are named there.
  const reasons = record !== null && visibilityOf(caller, record) === 'whole'
  const key = record && (await deps.tenantKeys.keyOf(record.tenantId))
  return record?.acts.map((act) => ({
    seq: act.seq,
    act: act.act,
    revision: act.revision,
    status: act.status,
    recordedAt: act.recordedAt.toISOString(),
    clientId: act.clientId,
    actor: reasons ? act.actor : null,
    reason: reasons && key && act.reason !== null ? openReason(act.reason, key, id) : null,
    hash: act.hash.toString('hex'),
  }))
}

/** The receipt of the latest filing; only for those who see the whole. */
export async function readReceipt<B extends FilingEnvelope, F extends Dated>(
  kind: DeclarationKind<B, F>,
  deps: DeclarationDeps,
  caller: Caller,
  id: string,
): Promise<{ receipt: string } | null> {
  const record = await findRecord(kind, deps, caller, id)
  if (record === null || visibilityOf(caller, record) !== 'whole') return null
  const revision = await deps.database.within(databaseScope(caller), (session) =>
    loadRevision(session, kind.id, id, record.state.revision),
  )
  return revision && { receipt: (JSON.parse(revision.response) as { receipt: string }).receipt }
}
