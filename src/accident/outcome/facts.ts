import type { Annex } from '../../declaration/annex.ts'
import type { DeclarationSoFar } from '../../declaration/annex-kind.ts'
import type { FilingContext } from '../../declaration/filing-context.ts'
import { type LegalDate, legalDateOf } from '../../reference/legal-date.ts'
import type { Dated } from '../../rules/rule.ts'
import { type AccidentFacts, accidentFacts } from '../facts.ts'
import type { PresentVictim } from '../present.ts'
import type { AccidentDeclaration } from '../schema.ts'
import type { Outcome, OutcomeContent } from './schema.ts'

/** Everything a rule about an outcome may look at. */
export interface OutcomeFacts extends Dated {
  readonly outcome: Outcome
  readonly context: FilingContext<DeclarationSoFar>
  /** As things stood without it, and without what it corrects. */
  readonly before: AccidentFacts
  readonly after: AccidentFacts
  /** Null where no victim of the declaration is named. */
  readonly victimBefore: PresentVictim | null
  readonly victimAfter: PresentVictim | null
  /** As it stands with this outcome, which may tell the payment of what another decided; null where it tells nothing of it. */
  readonly compensation: NonNullable<Outcome['compensation']> | null
  /** The day the server received it. */
  readonly received: LegalDate
  readonly dates: Readonly<Record<'changed' | 'decided' | 'received', LegalDate | null>>
}

/** Its seq is not known before it is written, and is later than all. */
const NOT_YET_WRITTEN = Number.MAX_SAFE_INTEGER

export function outcomeFacts(outcome: Outcome, context: FilingContext<DeclarationSoFar>): OutcomeFacts {
  const { body, context: filedIn, annexes } = context.known
  const { confirmations: _confirmations, reason: _reason, ...content } = outcome
  const told = (said: OutcomeContent): Annex => ({
    act: 'outcome',
    seq: NOT_YET_WRITTEN,
    revision: 0,
    recordedAt: context.receivedAt,
    clientId: '',
    actor: null,
    actedAs: context.filedAs,
    content: said,
  })
  const withAnnexes = (added: readonly Annex[]) =>
    accidentFacts(body as AccidentDeclaration, filedIn as AccidentFacts['context'], [...annexes, ...added])
  const { corrects } = outcome
  const before = withAnnexes(corrects === undefined ? [] : [told({ corrects })])
  const after = withAnnexes([told(content)])
  const named = ({ present }: AccidentFacts) =>
    present.victims.find(({ victimId }) => victimId === outcome.victimId) ?? null
  const victimAfter = named(after)
  const compensation = outcome.compensation === undefined ? null : (victimAfter?.compensation ?? outcome.compensation)
  const received = legalDateOf(context.receivedAt)
  const { knownAt } = outcome.condition ?? {}
  return {
    outcome,
    context,
    before,
    after,
    victimBefore: named(before),
    victimAfter,
    compensation,
    received,
    legalDate: before.legalDate,
    dates: {
      changed: knownAt === undefined ? null : legalDateOf(new Date(knownAt)),
      decided: (compensation?.decidedOn as LegalDate | undefined) ?? null,
      received,
    },
  }
}

/** Whether it tells of a death that was not known before. */
export function isNewDeath({ outcome, victimBefore }: OutcomeFacts): boolean {
  return outcome.condition?.now === 'dead' && victimBefore !== null && victimBefore.condition !== 'dead'
}
