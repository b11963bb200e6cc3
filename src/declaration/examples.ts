import { diffOf } from './diff.ts'
import { judge } from './judge.ts'
import type { AnyKind } from './kind.ts'
import { presentJudgement } from './present.ts'
import { withoutIdentity } from './sealed-fields.ts'
import { PLAIN } from './standing.ts'
import { stateSentence } from './state-sentences.ts'
import { explainCounting } from './why-counted.ts'

const ID = '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01'
const CLIENT = '01890a5d-ac96-774b-bcce-b302099a8057'
const THREAD = '0199f3c2-6a20-7c44-9b11-2f3d4e5a6b7c'
const HASHES = ['7d793037a0760186574b0282f2f435e7', 'e2c569be17396eca2a2e3c11578123ed'].map((half) => half + half)
/** The shape of a receipt; its signature is none. */
const RECEIPT = 'eyJhbGciOiJFZERTQSIsImtpZCI6ImtQcksiLCJ0eXAiOiJraGFpLWJhby1yZWNlaXB0K2p3dCJ9.eyJyZXZpc2lvbiI6MX0.c2ln'

/** What the routes of a kind answer to its sample, found by the code that answers, so that it stays true. */
export async function exampleAnswers(kind: AnyKind) {
  const { known, ...context } = kind.sampleContext
  const { judged, ...judgement } = await judge(kind, kind.sample, {
    context,
    lookUp: async () => known,
    absent: new Set(),
    mintId: () => 'v1',
  })
  if (judged === null) throw new Error(`the sample of ${kind.id} has no facts`)
  const { errors, ...found } = presentJudgement(kind, judgement, 'vi')
  const consequences = kind.consequences(judged.facts, 'vi')
  const first = { seq: 1, revision: 1, inForce: 1, status: 'filed' } as const
  const at = kind.sampleContext.receivedAt.toISOString()
  const { body, withheld } = withoutIdentity(kind.sample, kind.sealed)
  const { reason, ...amended } = kind.amendment
  const pointer = `/${Object.keys(kind.sample)[0]}`
  const revision = {
    kind: kind.id,
    revision: 1,
    receivedAt: at,
    declaration: body,
    withheld,
    ...consequences,
    ...found,
    confirmations: [],
    ruleSet: kind.rules.hash,
  }
  const filed = { id: ID, revision: 1, status: 'filed', receivedAt: at, ...consequences, ...found, receipt: RECEIPT }
  const act = {
    seq: 1,
    act: 'file',
    revision: 1,
    status: 'filed',
    recordedAt: at,
    clientId: CLIENT,
    actor: null,
    reason: null,
    fileId: null,
    hash: HASHES[0],
  }
  return {
    filed,
    amended: { ...filed, revision: 2 },
    validated: { acceptable: true, ...consequences, ...found, errors },
    view: {
      ...revision,
      id: ID,
      status: 'filed',
      inForce: 1,
      explanation: stateSentence(first).vi,
      counting: explainCounting(first, PLAIN, () => kind.whyCounted(judged.facts), 'vi'),
      filedAt: at,
      changedAt: at,
      returned: null,
      contested: null,
      actions: ['amend', 'withdraw'],
    },
    revision,
    diff: { from: 1, to: 2, changes: diffOf(body, withoutIdentity(amended, kind.sealed).body, kind.longArrays) },
    history: {
      items: [act, { ...act, seq: 2, act: 'amend', revision: 2, reason, hash: HASHES[1] }],
    },
    receipt: { receipt: RECEIPT },
    withdrawn: { id: ID, status: 'withdrawn', seq: 2 },
    contested: { id: ID, status: 'filed', seq: 2 },
    // Without a day for the answer: one that is in the past when it is tried is refused.
    returning: { comments: [{ pointer, text: 'Đề nghị kiểm tra lại mục này.' }] },
    returned: { id: ID, status: 'returned', seq: 2 },
    accepted: { id: ID, status: 'accepted', seq: 2 },
    commenting: { pointer, text: 'Chúng tôi đã kiểm tra lại với bộ phận an toàn.' },
    commented: { id: THREAD, seq: 3 },
    comment: {
      id: THREAD,
      thread: THREAD,
      text: 'Đề nghị kiểm tra lại mục này.',
      revision: 1,
      pointer,
      pin: pointer,
      dueOn: '2026-12-01',
      by: { role: 'labour-office', clientId: CLIENT, actor: null },
      at,
      state: 'open',
    },
    reEvaluated: { id: ID, status: 'filed', seq: 2, findings: found.findings, notExecuted: found.notExecuted },
  }
}
