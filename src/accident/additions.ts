import type { Adder, Addition } from '../declaration/kind.ts'
import { presentDuties } from './duties.ts'
import type { AccidentFacts } from './facts.ts'

/**
 * Whom, beside the office in charge, the law leaves the file of the investigation to: the employer's own team, or the
 * commune that records the event. The employer keeps none any more once another team has taken over.
 */
export function investigationLeftTo(facts: AccidentFacts): 'base' | 'commune' | null {
  const lawful = presentDuties(facts).investigator?.authority
  if (lawful === 'commune-record') return 'commune'
  const last = facts.present.investigation?.content.authority ?? 'base'
  return lawful === 'base' && last === 'base' ? 'base' : null
}

/** What of outcomes and investigation a reader may add to the accident as it stands now. */
export function accidentAdditions(
  facts: AccidentFacts,
  { role, owns, reviews, seesWhole }: Adder,
): readonly Addition[] {
  const leftTo = investigationLeftTo(facts)
  const investigates = reviews || (role === 'commune' ? seesWhole && leftTo === 'commune' : owns && leftTo === 'base')
  return [...(seesWhole ? (['outcome'] as const) : []), ...(investigates ? (['investigate'] as const) : [])]
}
