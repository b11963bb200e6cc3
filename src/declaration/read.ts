import type { Operation } from 'rfc6902'
import { v7 as uuid } from 'uuid'
import { type Caller, databaseScope } from '../access/caller.ts'
import type { Session } from '../platform/database.ts'
import type { Dated, Language } from '../rules/rule.ts'
import { actionsFor } from './actions.ts'
import { annexesOf, type KeptAnnex } from './annex.ts'
import { countedFacts, findRecord } from './change.ts'
import { threadsOf } from './comments.ts'
import type { DeclarationDeps } from './deps.ts'
import { diffOf } from './diff.ts'
import type { AnyKind, DeclarationKind, FilingEnvelope } from './kind.ts'
import { presentFindings, presentNotExecutedList } from './present.ts'
import { mapReasons, openReason } from './reasons.ts'
import { contextOf, type DeclarationRecord, loadRevision, type StoredRevision } from './record.ts'
import { openBody, type RevealedBody, revealTo, withoutHealth } from './reveal.ts'
import type { Confirmation } from './schema-parts.ts'
import { type Standing, settledAt, standingOf } from './standing.ts'
import { stateSentence } from './state-sentences.ts'
import { insertPersonalDataAccess } from './statements.ts'
import { visibilityOf } from './visibility.ts'
import { explainCounting } from './why-counted.ts'

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
  readonly annexes: readonly KeptAnnex[]
  readonly number: number
}

/** One revision as the caller may see it, the latest unless a number is given; null when there is none for them. */
async function open<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
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
  const annexes = await annexesOf(deps, kind.id, record)
  const body = await openBody(deps.tenantKeys, record, wanted, revision)
  const key = await deps.tenantKeys.keyOf(record.tenantId)
  const confirmations = mapReasons(revision.confirmations, (reason) => openReason(reason, key, id))
  const register = caller.tenantId === null ? null : await deps.register.snapshot(caller.tenantId)
  const revealed = revealTo(kind, body, { visibility, purpose, register })
  return revealed === null ? null : { record, revision, confirmations, annexes, number: wanted, ...revealed }
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
export async function readDeclaration<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  request: ReadRequest,
) {
  const opened = await open(kind, deps, request)
  if (opened === null) return null
  const { record } = opened
  const { inForce } = record.state
  const facts = await factsOf(kind, opened)
  const counted =
    inForce === null || inForce === opened.number ? facts : (await countedFacts(kind, deps, record, inForce)).facts
  const standing = standingOf(record)
  return {
    seq: record.state.seq,
    view: {
      ...revisionView(kind, opened, facts, request.language),
      id: record.id,
      status: record.state.status,
      inForce: record.state.inForce,
      explanation: stateSentence(record.state, standing)[request.language],
      filedAt: record.filedAt.toISOString(),
      changedAt: record.last.recordedAt.toISOString(),
      returned: returnOf(opened, standing),
      contested: await contestOf(deps, opened),
      // To another party, whose part is cut out, it would tell of the rest.
      counting:
        opened.remarks === 'none'
          ? null
          : explainCounting(record.state, standing, () => kind.whyCounted(counted), request.language),
      actions: await actionsFor(kind, deps, request.caller, record, counted),
    },
  }
}

/** What an office returned, until it is amended or decided on; null for another party, as is what is said of the rest. */
function returnOf({ record, annexes, remarks }: OpenedRevision, { returned }: Standing) {
  if (returned === null || remarks === 'none') return null
  const open = threadsOf(annexes, settledAt(record)).filter(({ state }) => state === 'open')
  return { at: returned.at.toISOString(), dueOn: returned.dueOn, comments: open.length }
}

/** The enterprise's objection to what stands now; null when there is none. */
async function contestOf({ tenantKeys }: DeclarationDeps, { record, remarks }: OpenedRevision) {
  const act = record.acts.findLast(({ act, seq }) => act === 'contest' && seq > record.latestFiling.seq)
  if (act === undefined) return null
  const key = await tenantKeys.keyOf(record.tenantId)
  const reason = remarks === 'all' && act.reason !== null ? openReason(act.reason, key, record.id) : null
  return { at: act.recordedAt.toISOString(), reason }
}

/** As far as the caller sees the body. */
function factsOf<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  { body, revision, annexes }: OpenedRevision,
): F | Promise<F> {
  return kind.facts(body as B, contextOf<K>(revision), annexes)
}

function revisionView<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  { body, withheld, remarks, revision, confirmations, number }: OpenedRevision,
  facts: F,
  language: Language,
) {
  const shown = remarks === 'all' ? revision.findings : withoutHealth(kind, revision.findings)
  const isCut = withheld.some((pointer) => kind.sealed.special.includes(pointer))
  return {
    kind: kind.id,
    revision: number,
    receivedAt: revision.recordedAt.toISOString(),
    declaration: body,
    withheld,
    ...(remarks === 'none'
      ? { findings: [], notExecuted: [] }
      : {
          // Without what is withheld they would follow from less than was filed.
          ...(remarks === 'all' || !isCut ? kind.consequences(facts, language) : {}),
          findings: presentFindings(kind, shown, language),
          notExecuted: presentNotExecutedList(revision.notExecuted, language),
        }),
    confirmations: remarks === 'all' ? confirmations : [],
    ruleSet: revision.ruleSet,
  }
}

export async function readRevision<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  request: ReadRequest,
  number: number,
) {
  const opened = await open(kind, deps, request, number)
  return opened && revisionView(kind, opened, await factsOf(kind, opened), request.language)
}

/** What changed from the revision before, as a JSON Patch over what the caller may see. */
export async function readDiff<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  request: ReadRequest,
  number: number,
): Promise<{ from: number; to: number; changes: Operation[] } | null> {
  const after = await open(kind, deps, request, number)
  if (after === null || number < 2) return null
  const before = await open(kind, deps, request, number - 1)
  return before && { from: number - 1, to: number, changes: diffOf(before.body, after.body, kind.longArrays) }
}

/** All that happened, oldest first; bodies are read one by one. */
export async function readHistory(kind: AnyKind, deps: DeclarationDeps, caller: Caller, id: string) {
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
    fileId: act.fileId,
    reason: reasons && key && act.reason !== null ? openReason(act.reason, key, id) : null,
    hash: act.hash.toString('hex'),
  }))
}

/** The receipt of the latest filing; only for those who see the whole. */
export async function readReceipt(
  kind: AnyKind,
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
