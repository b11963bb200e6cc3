import type { Dated } from '../rules/rule.ts'
import { turns } from '../rules/slices.ts'
import type { DeclarationDeps } from './deps.ts'
import type { Draft } from './draft.ts'
import type { FilingRequest, Stored } from './filing.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { signReceipt } from './receipt.ts'
import { type ActToWrite, hashOfAct, type WriteOutcome, writeAct } from './write.ts'

/** Writes an act with the answer its filer gets, and gets again on a retry. */
export async function writeAndAnswer<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  { language }: FilingRequest,
  drafted: Draft<B, F, K>,
  act: ActToWrite<F>,
): Promise<Stored | Exclude<WriteOutcome, { outcome: 'written' | 'replayed' }>> {
  const pause = turns()
  const hash = hashOfAct(act, kind.id)
  await pause()
  const { seq, revision, status } = act.state
  const receivedAt = act.recordedAt.toISOString()
  const receipt = signReceipt(
    {
      iss: deps.issuer,
      sub: act.declarationId,
      kind: kind.id,
      revision,
      seq,
      status,
      hash: hash.toString('hex'),
      previousHash: act.previousHash?.toString('hex') ?? null,
      receivedAt,
      ...(deps.sandbox ? { sandbox: true } : {}),
    },
    deps.signer,
  )
  const { findings, notExecuted } = drafted.presented
  const consequences = kind.consequences(drafted.facts, language)
  await pause()
  const response = JSON.stringify({
    id: act.declarationId,
    revision,
    status,
    receivedAt,
    ...consequences,
    findings,
    notExecuted,
    receipt,
  })
  await pause()
  const written = await writeAct(kind, deps, act, hash, response)
  switch (written.outcome) {
    case 'written':
      return { outcome: 'filed', declarationId: act.declarationId, seq, response }
    case 'replayed':
      return { outcome: 'replayed', declarationId: written.declarationId, seq: 1, response: written.response }
    default:
      return written
  }
}
