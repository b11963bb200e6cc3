import { databaseScope } from '../access/caller.ts'
import type { Dated } from '../rules/rule.ts'
import { type Annex, annexesOf, annexToWrite } from './annex.ts'
import { writeAndAnswer } from './answer.ts'
import type { DeclarationDeps } from './deps.ts'
import { actFrom, draft, partyTenants } from './draft.ts'
import { filerRole } from './filer.ts'
import { breachesIn, type FilingOutcome, type FilingRequest } from './filing.ts'
import type { AnyKind, DeclarationKind, FilingEnvelope } from './kind.ts'
import { type Act, type Lifecycle, stateAfter } from './lifecycle.ts'
import { sealReason } from './reasons.ts'
import { contextOf, type DeclarationRecord, loadRecord, loadRevision, type StoredRevision } from './record.ts'
import { openBody } from './reveal.ts'
import type { SealedFields } from './sealed-fields.ts'
import { mayChange, visibilityOf } from './visibility.ts'
import { type ActToWrite, hashOfAct, writeAct } from './write.ts'

/** The record, if the caller may see it. */
export async function findRecord(
  kind: Pick<AnyKind, 'id'>,
  { database }: Pick<DeclarationDeps, 'database'>,
  caller: FilingRequest['caller'],
  id: string,
): Promise<DeclarationRecord | null> {
  const record = await database.within(databaseScope(caller), (session) => loadRecord(session, kind.id, id))
  return record !== null && visibilityOf(caller, record) !== null ? record : null
}

/** Files the next revision of a declaration; `expectedSeq` is what the caller last read. */
export async function amend<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  request: FilingRequest,
  id: string,
  expectedSeq: number,
): Promise<FilingOutcome> {
  const { caller } = request
  const record = await findRecord(kind, deps, caller, id)
  if (record === null) return { outcome: 'not-found' }
  if (!(await mayChange(kind, deps, caller, record))) return { outcome: 'not-theirs' }
  if (record.state.seq !== expectedSeq) return { outcome: 'stale', state: record.state }

  const filer = {
    tenantId: record.tenantId,
    register: await deps.register.snapshot(record.tenantId),
    filedAs: filerRole(caller),
  }
  const history = { sameContentAs: null, amends: { declarationId: id, revision: record.state.revision } }
  const annexes = await annexesOf(deps, kind.id, record)
  const drafted = await draft(kind, deps, request, filer, history, annexes)
  if (drafted.outcome !== 'drafted') return drafted
  if (isOnRecord(record, drafted.contentHash)) return { outcome: 'unchanged' }

  const state = stateAfter(record.state, { act: 'amend', needsReview: drafted.needsReview })
  if (state === null) return { outcome: 'conflict', state: record.state }
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
  return written.outcome === 'filed' ? written : { outcome: 'stale', state: record.state }
}

/** Whether the same content stands already: as the latest filed, or as what is in force. */
function isOnRecord({ acts, state, latestFiling }: DeclarationRecord, contentHash: Buffer): boolean {
  const inForce = acts.find((act) => act.contentHash !== null && act.revision === state.inForce)
  return [latestFiling, inForce].some((act) => act?.contentHash?.equals(contentHash))
}

export type ChangeOutcome =
  | ({ readonly outcome: 'done'; readonly record: DeclarationRecord } & Pick<
      ActToWrite<unknown>,
      'state' | 'recordedAt'
    >)
  | { readonly outcome: 'not-found' | 'stale' | 'conflict' }

interface BodilessAct {
  readonly act: Exclude<Act, 'file' | 'amend' | 're-evaluate'>
  readonly caller: FilingRequest['caller']
  readonly reason: string | null
  readonly expectedSeq: number
  readonly annex?: { readonly content: object; readonly sealed: SealedFields }
}

/** An act that neither brings a body nor judges: a withdrawal, a release of what waited for review, an objection. */
export async function actWithoutBody<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  { act, caller, reason, expectedSeq, annex }: BodilessAct,
): Promise<ChangeOutcome> {
  if (record.state.seq !== expectedSeq) return { outcome: 'stale' }
  const state = stateAfter(record.state, { act, ...(act === 'unmerge' ? { before: beforeMerge(record) } : {}) })
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
    judgement: null,
    revision: null,
    ...(annex && {
      annex: annexToWrite(annex.content, annex.sealed, key, {
        declarationId: record.id,
        seq: state.seq,
        actedAs: filerRole(caller),
      }),
    }),
    ...(await countedFacts(kind, deps, record, state.inForce ?? state.revision)),
  }
  const written = await writeAct(kind, deps, toWrite, hashOfAct(toWrite, kind.id), null)
  if (written.outcome !== 'written') return { outcome: 'stale' }
  return { outcome: 'done', record, state, recordedAt: toWrite.recordedAt }
}

/** Of those who add to one declaration at once, each time one comes first. */
const MOST_AT_ONCE = 10

/**
 * Adds to a declaration as it stands: whoever names no version is not told that another was faster, unless that one
 * amended it. What is added may be about a place or a person that is there no longer.
 */
export async function addToLatest<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  addition: Pick<BodilessAct, 'act' | 'caller' | 'annex'>,
): Promise<ChangeOutcome> {
  let latest: DeclarationRecord | null = record
  for (let attempt = 0; attempt < MOST_AT_ONCE; attempt += 1) {
    const { seq } = latest.state
    const done: ChangeOutcome = await actWithoutBody(kind, deps, latest, {
      ...addition,
      reason: null,
      expectedSeq: seq,
    })
    if (done.outcome !== 'stale') return done
    latest = await findRecord(kind, deps, addition.caller, record.id)
    if (latest === null) return { outcome: 'not-found' }
    if (latest.state.revision !== record.state.revision) break
  }
  return { outcome: 'stale' }
}

/** How a merged declaration stood before. */
function beforeMerge({ acts }: DeclarationRecord): Pick<Lifecycle, 'inForce' | 'status'> | undefined {
  const merged = acts.findLastIndex(({ act }) => act === 'merge')
  const last = acts[merged - 1]
  return last && { inForce: last.inForce, status: last.status }
}

/**
 * Facts of a revision that was filed before, from what is stored and as it was judged up to an act: the same code that
 * made them then.
 */
export async function countedFacts<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: Pick<DeclarationDeps, 'database' | 'tenantKeys' | 'register'>,
  record: DeclarationRecord,
  revisionNumber: number,
  { upTo = null, adding = [] }: { readonly upTo?: number | null; readonly adding?: readonly Annex[] } = {},
): Promise<Pick<ActToWrite<F>, 'facts' | 'breaches' | 'register' | 'partyTenants'>> {
  const { revision, body } = await openedRevision<B>(kind, deps, record, revisionNumber, upTo)
  const annexes = await annexesOf(deps, kind.id, record, upTo)
  const facts = await kind.facts(body, contextOf<K>(revision), [...annexes, ...adding])
  return {
    facts,
    breaches: breachesIn(revision.findings),
    register: revision.snapshot,
    partyTenants: await partyTenants(kind, deps, body, facts.legalDate),
  }
}

/** @throws Error when the record has no such revision: it was read from the record itself. */
export async function openedRevision<B extends FilingEnvelope>(
  kind: Pick<AnyKind, 'id'>,
  { database, tenantKeys }: Pick<DeclarationDeps, 'database' | 'tenantKeys'>,
  record: DeclarationRecord,
  number: number,
  upTo: number | null,
): Promise<{ readonly revision: StoredRevision; readonly body: B }> {
  const revision = await database.within({ tenant: record.tenantId }, (session) =>
    loadRevision(session, kind.id, record.id, number, upTo),
  )
  if (revision === null) throw new Error(`revision ${number} of ${record.id} is missing`)
  return { revision, body: (await openBody(tenantKeys, record, number, revision)) as B }
}
