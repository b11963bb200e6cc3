import { v7 as uuid } from 'uuid'
import type { Dated } from '../rules/rule.ts'
import { type Annex, annexesOf, annexToWrite } from './annex.ts'
import type { AnnexKind } from './annex-kind.ts'
import { countedFacts, openedRevision } from './change.ts'
import type { DeclarationDeps } from './deps.ts'
import { filerRole } from './filer.ts'
import type { FilingRequest, Refused } from './filing.ts'
import { judge, refusalOf } from './judge.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { type Lifecycle, stateAfter } from './lifecycle.ts'
import { type PresentedJudgement, presentJudgement } from './present.ts'
import { mapReasons, sealReason } from './reasons.ts'
import { contextOf, type DeclarationRecord } from './record.ts'
import { type ActToWrite, hashOfAct, writeAct } from './write.ts'

export type AnnexOutcome<F> =
  | {
      readonly outcome: 'added'
      readonly state: Lifecycle
      readonly facts: F
      readonly judgement: Pick<PresentedJudgement, 'findings' | 'notExecuted'>
    }
  | Refused
  | { readonly outcome: 'stale' | 'conflict' }

/** Judges what is added to a declaration and writes it as an act, with the facts of the declaration as they are now. */
export async function fileAnnex<
  B extends FilingEnvelope,
  F extends Dated,
  K,
  A extends FilingEnvelope,
  G extends Dated,
>(
  kind: DeclarationKind<B, F, K>,
  annexKind: AnnexKind<A, G>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  { body: raw, caller, language }: Pick<FilingRequest, 'body' | 'caller' | 'language'>,
  expectedSeq: number,
): Promise<AnnexOutcome<G>> {
  if (record.state.seq !== expectedSeq) return { outcome: 'stale' }
  const state = stateAfter(record.state, { act: annexKind.act })
  if (state === null) return { outcome: 'conflict' }

  const counting = state.inForce ?? state.revision
  const annexes = await annexesOf(deps, kind.id, record)
  const { revision, body } = await openedRevision<B>(kind, deps, record, counting, null)
  const register = await deps.register.snapshot(record.tenantId)
  const recordedAt = deps.clock()
  const judgement = await judge(annexKind, raw, {
    context: { receivedAt: recordedAt, filedAs: filerRole(caller), register, sameContentAs: null, amends: null },
    lookUp: async () => ({ body, context: contextOf(revision), annexes }),
    absent: new Set(register === null ? ['register'] : []),
    mintId: uuid,
  })
  const presented = presentJudgement(annexKind, judgement, language)
  const refusal = refusalOf(judgement)
  if (refusal !== null || judgement.judged === null) {
    return { outcome: refusal ?? 'validation-failed', judgement: presented, defects: judgement.defects }
  }

  const { confirmations: _confirmations, reason = null, ...content } = judgement.judged.body
  const key = await deps.tenantKeys.keyOf(record.tenantId)
  const sealed = (text: string) => sealReason(text, key, record.id)
  const { clientId, actor } = caller
  const actedAs = filerRole(caller)
  const added: Annex = { ...state, act: annexKind.act, recordedAt, clientId, actor, actedAs, content }
  const act: ActToWrite<F> = {
    tenantId: record.tenantId,
    declarationId: record.id,
    act: annexKind.act,
    state,
    recordedAt,
    filedAt: record.filedAt,
    legalDate: record.legalDate,
    caller,
    reason: reason === null ? null : sealed(reason),
    previousHash: record.last.hash,
    judgement: {
      findings: judgement.findings,
      notExecuted: judgement.notExecuted,
      ruleSet: annexKind.rules.hash,
      known: null,
    },
    revision: null,
    annex: {
      ...annexToWrite(content, annexKind.sealed, key, { declarationId: record.id, seq: state.seq, actedAs }),
      confirmations: mapReasons(judgement.confirmed, sealed),
    },
    ...(await countedFacts(kind, deps, record, counting, { adding: [added] })),
  }
  const written = await writeAct(kind, deps, act, hashOfAct(act, kind.id), null)
  if (written.outcome !== 'written') return { outcome: 'stale' }
  const { findings, notExecuted } = presented
  return { outcome: 'added', state, facts: judgement.judged.facts, judgement: { findings, notExecuted } }
}
