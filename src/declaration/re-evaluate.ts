import type { Dated, Language } from '../rules/rule.ts'
import { annexesOf } from './annex.ts'
import { type ChangeOutcome, countedFacts, openedRevision } from './change.ts'
import type { DeclarationDeps } from './deps.ts'
import { lookUpAbout, partyTenants } from './draft.ts'
import { breachesIn, type FilingRequest } from './filing.ts'
import { type Judgement, judge } from './judge.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { stateAfter } from './lifecycle.ts'
import { type PresentedJudgement, presentJudgement } from './present.ts'
import { sealReason } from './reasons.ts'
import { contextOf, type DeclarationRecord } from './record.ts'
import { type ActToWrite, hashOfAct, writeAct } from './write.ts'

export type ReEvaluation =
  | (Extract<ChangeOutcome, { outcome: 'done' }> & {
      readonly judgement: Pick<PresentedJudgement, 'findings' | 'notExecuted'>
      readonly defects: Judgement<unknown, unknown>['defects']
    })
  | Exclude<ChangeOutcome, { outcome: 'done' }>

/**
 * Judges the latest revision anew: by the rules, the limits and the registers as they are known today, with the
 * register's copy of the enterprise as it was. An act of its own; what was found before stays on record.
 */
export async function reEvaluate<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  {
    caller,
    reason,
    expectedSeq,
    language,
  }: { caller: FilingRequest['caller']; reason: string; expectedSeq: number; language: Language },
): Promise<ReEvaluation> {
  if (record.state.seq !== expectedSeq) return { outcome: 'stale' }
  const state = stateAfter(record.state, { act: 're-evaluate' })
  if (state === null) return { outcome: 'conflict' }

  const { revision, body } = await openedRevision<B>(kind, deps, record, state.revision, null)
  const { known: _judgedWith, ...context } = contextOf<K>(revision)
  const judgement = await judge(kind, body, {
    context,
    annexes: await annexesOf(deps, kind.id, record),
    lookUp: (parsed) => kind.lookUp(lookUpAbout(deps, parsed, record.tenantId, record.id)),
    absent: new Set(context.register === null ? ['register'] : []),
    mintId: () => '',
  })
  const { judged, findings, notExecuted, defects } = judgement
  if (judged === null) throw new Error(`revision ${state.revision} of ${record.id} has no shape`)
  const key = await deps.tenantKeys.keyOf(record.tenantId)
  const counting =
    state.inForce === null || state.inForce === state.revision
      ? {
          facts: judged.facts,
          breaches: breachesIn(findings),
          register: context.register,
          partyTenants: await partyTenants(kind, deps, judged.body, judged.facts.legalDate),
        }
      : await countedFacts(kind, deps, record, state.inForce)
  const toWrite: ActToWrite<F> = {
    tenantId: record.tenantId,
    declarationId: record.id,
    act: 're-evaluate',
    state,
    recordedAt: deps.clock(),
    filedAt: record.filedAt,
    legalDate: record.legalDate,
    caller,
    reason: sealReason(reason, key, record.id),
    previousHash: record.last.hash,
    judgement: { findings, notExecuted, ruleSet: kind.rules.hash, known: judged.known },
    revision: null,
    ...counting,
  }
  const written = await writeAct(kind, deps, toWrite, hashOfAct(toWrite, kind.id), null)
  if (written.outcome !== 'written') return { outcome: 'stale' }
  const { recordedAt } = toWrite
  return { outcome: 'done', record, state, recordedAt, defects, judgement: presentJudgement(kind, judgement, language) }
}
