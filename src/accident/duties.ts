import { type DueDate, dueDates } from '../law/accident-due-dates.ts'
import { type InvestigationAuthority, investigationAuthority } from '../law/accident-duties.ts'
import type { AccidentFacts } from './facts.ts'

/** What the law makes of the facts: who investigates, and what is due when. */
export interface AccidentDuties {
  /** Null while the class is undetermined, and where the law names nobody. */
  readonly investigator: InvestigationAuthority | null
  readonly due: readonly DueDate[]
}

/** Asked by a rule and by the answer of the same filing, so worked out once for both. */
const worked = new WeakMap<AccidentFacts, AccidentDuties>()

export function dutiesFrom(facts: AccidentFacts): AccidentDuties {
  const known = worked.get(facts)
  if (known !== undefined) return known
  const { counts, setting, legalDate, dates, context } = facts
  const knownOn = dates.known ?? legalDate
  const duties = {
    investigator: investigationAuthority(counts, setting, knownOn),
    due: dueDates({
      ...setting,
      casualties: counts,
      occurredOn: legalDate,
      knownOn,
      receivedAt: context.receivedAt,
    }),
  }
  worked.set(facts, duties)
  return duties
}
