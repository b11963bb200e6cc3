import { v7 as uuid } from 'uuid'
import type { Dated } from '../rules/rule.ts'
import { writeAndAnswer } from './answer.ts'
import type { DeclarationDeps } from './deps.ts'
import { actFrom, contentHash, draft, requestHash } from './draft.ts'
import { type Filer, filerOf, mayFileAbout } from './filer.ts'
import type { FilingOutcome, FilingRequest, Stored } from './filing.ts'
import type { AnyKind, DeclarationKind, FilingEnvelope } from './kind.ts'
import { stateAfter } from './lifecycle.ts'
import { selectByIdempotencyKey } from './statements.ts'

/** Files a new declaration: parse, facts, findings, revision, one call to the database. */
export async function submit<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  request: FilingRequest,
): Promise<FilingOutcome> {
  const filer = await filerOf(kind, deps, request.caller, request.body)
  if (typeof filer === 'string') return { outcome: filer }

  const first = await attempt(kind, deps, request, filer, null)
  const outcome = first.outcome === 'duplicate' ? await attempt(kind, deps, request, filer, first.declarationId) : first
  switch (outcome.outcome) {
    case 'filed':
    case 'replayed':
      return outcome
    case 'duplicate':
      return { outcome: 'conflict' }
    case 'key-reused':
      return { outcome: 'idempotency-key-reused' }
    default:
      // A retry of a filing that succeeded finds its answer even if the law would refuse it by now.
      return (await earlierAnswer(kind, deps, request, filer.tenantId)) ?? outcome
  }
}

/**
 * `sameContentAs`: an earlier declaration with the same content. The first attempt does not look for one: the unique
 * key of the content tells, and the second attempt judges the filing knowing it.
 */
async function attempt<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  request: FilingRequest,
  filer: Filer,
  sameContentAs: string | null,
) {
  const drafted = await draft(kind, deps, request, filer, { sameContentAs, amends: null })
  if (drafted.outcome !== 'drafted') return drafted
  if (!mayFileAbout(request.caller, filer, kind.reach(drafted.facts)))
    return { outcome: 'outside-jurisdiction' } as const
  const state = stateAfter(null, { act: 'file', needsReview: drafted.needsReview })
  if (state === null) return { outcome: 'conflict' } as const
  const act = await actFrom(kind, deps, request, filer, drafted, {
    declarationId: uuid(),
    act: 'file',
    state,
    filedAt: drafted.receivedAt,
    previousHash: null,
    reason: null,
    contentKey: sameContentAs === null ? drafted.contentHash : null,
  })
  return writeAndAnswer(kind, deps, request, drafted, act)
}

async function earlierAnswer(
  kind: AnyKind,
  deps: DeclarationDeps,
  { body, caller, idempotencyKey }: FilingRequest,
  tenantId: string,
): Promise<Stored | null> {
  if (idempotencyKey === null || body === null || typeof body !== 'object') return null
  const [first] = await deps.database.within({ tenant: tenantId }, (session) =>
    session.run<{ declaration_id: string; seq: number; request_hash: Buffer; response: string }>(
      selectByIdempotencyKey,
      [tenantId, caller.clientId, idempotencyKey],
    ),
  )
  const hash = requestHash(deps, await contentHash(deps, tenantId, kind, body), body)
  if (first === undefined || !first.request_hash.equals(hash)) return null
  return { outcome: 'replayed', declarationId: first.declaration_id, seq: first.seq, response: first.response }
}
