import { v7 as uuid } from 'uuid'
import type { Dated } from '../rules/rule.ts'
import { writeAndAnswer } from './answer.ts'
import type { DeclarationDeps } from './deps.ts'
import { actFrom, contentHash, draft, requestHash } from './draft.ts'
import { type Filer, filerOf, mayFileAbout } from './filer.ts'
import type { FilingOutcome, FilingRequest, Stored } from './filing.ts'
import type { AnyKind, DeclarationKind, FilingEnvelope } from './kind.ts'
import { stateAfter } from './lifecycle.ts'
import { standingWithContent } from './standing-content.ts'
import { selectByIdempotencyKey } from './statements.ts'

/** Files a new declaration: parse, facts, findings, revision, one call to the database. */
export async function submit<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  request: FilingRequest,
): Promise<FilingOutcome> {
  const filer = await filerOf(kind, deps, request.caller, request.body)
  if (typeof filer === 'string') return { outcome: filer }

  const first = await attempt(kind, deps, request, filer, { sameContentAs: null, isFirst: true })
  switch (first.outcome) {
    case 'filed':
    case 'replayed':
      return first
    case 'stale':
      return { outcome: 'conflict', state: null }
    case 'key-reused':
      return { outcome: 'idempotency-key-reused' }
    default: {
      const content = await hashOfContent(kind, deps, request, filer)
      // A retry of a filing that succeeded finds its answer even if the law would refuse it by now; another body under
      // that key is told so before its findings, which it would mend in vain.
      const bound = await underTheSameKey(deps, request, filer.tenantId, content)
      return bound ?? knowingTheSameContent(kind, deps, request, filer, { first, content })
    }
  }
}

/** Null for what is no object, let alone a declaration. */
async function hashOfContent(
  kind: AnyKind,
  deps: DeclarationDeps,
  { body }: FilingRequest,
  { tenantId }: Filer,
): Promise<Buffer | null> {
  return body === null || typeof body !== 'object' ? null : contentHash(deps, tenantId, kind, body)
}

type NotFiled = Exclude<Awaited<ReturnType<typeof attempt>>, Stored | { outcome: 'key-reused' | 'stale' }>

/** What was not filed at once is judged again where the same content stands already: with that warning beside the rest. */
async function knowingTheSameContent<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  request: FilingRequest,
  filer: Filer,
  { first, content }: { readonly first: NotFiled; readonly content: Buffer | null },
): Promise<FilingOutcome> {
  const sameContentAs = content === null ? null : await standingWithContent(deps, filer.tenantId, content)
  if (first.outcome !== 'duplicate' && sameContentAs === null) return first
  const again = await attempt(kind, deps, request, filer, { sameContentAs, isFirst: false })
  switch (again.outcome) {
    case 'duplicate':
    case 'stale':
      return { outcome: 'conflict', state: null }
    case 'key-reused':
      return { outcome: 'idempotency-key-reused' }
    default:
      return again
  }
}

/**
 * `sameContentAs`: an earlier declaration with the same content. The first attempt does not look for one: the unique
 * key of the content, which the first filing of it takes, tells.
 */
async function attempt<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  request: FilingRequest,
  filer: Filer,
  { sameContentAs, isFirst }: { readonly sameContentAs: string | null; readonly isFirst: boolean },
) {
  const drafted = await draft(kind, deps, request, filer, { sameContentAs, amends: null })
  if (drafted.outcome !== 'drafted') return drafted
  if (!mayFileAbout(request.caller, filer, kind.reach(drafted.facts)))
    return { outcome: 'outside-jurisdiction' } as const
  const state = stateAfter(null, { act: 'file', needsReview: drafted.needsReview })
  if (state === null) return { outcome: 'conflict', state } as const
  const act = await actFrom(kind, deps, request, filer, drafted, {
    declarationId: uuid(),
    act: 'file',
    state,
    filedAt: drafted.receivedAt,
    previousHash: null,
    reason: null,
    contentKey: isFirst ? drafted.contentHash : null,
  })
  return writeAndAnswer(kind, deps, request, drafted, act)
}

/** What the idempotency key of a refused filing says of it; null where the key is free, as it is after refusals. */
async function underTheSameKey(
  deps: DeclarationDeps,
  { body, caller, idempotencyKey }: FilingRequest,
  tenantId: string,
  content: Buffer | null,
): Promise<Stored | { readonly outcome: 'idempotency-key-reused' } | null> {
  if (idempotencyKey === null) return null
  const [first] = await deps.database.within({ tenant: tenantId }, (session) =>
    session.run<{ declaration_id: string; seq: number; request_hash: Buffer; response: string }>(
      selectByIdempotencyKey,
      [tenantId, caller.clientId, idempotencyKey],
    ),
  )
  if (first === undefined) return null
  const same = content !== null && first.request_hash.equals(requestHash(deps, content, body as FilingEnvelope))
  if (!same) return { outcome: 'idempotency-key-reused' }
  return { outcome: 'replayed', declarationId: first.declaration_id, seq: first.seq, response: first.response }
}
