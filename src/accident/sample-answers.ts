import type { AnnexKind } from '../declaration/annex-kind.ts'
import { judge } from '../declaration/judge.ts'
import type { FilingEnvelope } from '../declaration/kind.ts'
import { presentJudgement } from '../declaration/present.ts'
import { withoutIdentity } from '../declaration/sealed-fields.ts'
import type { Dated } from '../rules/rule.ts'

const ID = '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01'
const CLIENT = '01890a5d-ac96-774b-bcce-b302099a8057'

/** What the routes of an annex answer to its sample, found by the code that answers, so that it stays true. */
export async function sampleAnswers<B extends FilingEnvelope, F extends Dated>(annexKind: AnnexKind<B, F>) {
  const { known, ...context } = annexKind.sampleContext
  const { judged, ...judgement } = await judge(annexKind, annexKind.sample, {
    context,
    lookUp: async () => known,
    absent: new Set(),
    mintId: () => 'v1',
  })
  if (judged === null) throw new Error(`the sample of ${annexKind.id} has no facts`)
  const { findings, notExecuted } = presentJudgement(annexKind, judgement, 'vi')
  const { body: content, withheld } = withoutIdentity(annexKind.sample, annexKind.sealed)
  return {
    content,
    filed: { id: ID, seq: 3, ...annexKind.consequences(judged.facts, 'vi'), findings, notExecuted },
    facts: judged.facts,
    view: {
      seq: 3,
      revision: 1,
      recordedAt: context.receivedAt.toISOString(),
      by: { role: context.filedAs, clientId: CLIENT, actor: null },
      withheld,
      findings,
      notExecuted,
      confirmations: [],
      ruleSet: annexKind.rules.hash,
    },
  }
}
