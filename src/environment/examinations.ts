import { addMonths } from '../law/calendar.ts'
import { diseasesOfHazard } from '../law/disease-hazards.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { EnvironmentFacts } from './facts.ts'
import { exceedingOf, exceedingTogether } from './hazards.ts'
import type { EarlierCampaign } from './known.ts'

/** Ours, for the law sets no day: the workers are examined within the next yearly round. */
export const MONTHS_TO_EXAMINE = 12

/** Hazard factors beyond a limit that a campaign found, and for which nobody was examined in the term. */
export interface MissedExamination {
  readonly sampledTo: LegalDate
  readonly hazards: readonly string[]
}

/**
 * Of the campaigns before this one those whose term is over, and this one where it is filed after its own term (Decree
 * 44/2016, Art. 37.4.b). It says for what workers were examined, never what was found.
 */
export function missedExaminations(facts: EnvironmentFacts): readonly MissedExamination[] {
  const { campaigns = [] } = facts.context.known.history ?? {}
  const earlier = campaigns.filter(({ sampledTo }) => addMonths(sampledTo, MONTHS_TO_EXAMINE) < facts.legalDate)
  return [...earlier, ...lateItself(facts)].flatMap(({ sampledTo, ...exceeding }) => {
    const hazards = exceedingTogether(exceeding)
      // Only hazards that cause a disease of the list are screened for.
      .filter((together) => together.some((hazard) => diseasesOfHazard(hazard, facts.legalDate).length > 0))
      .filter((together) => !wasExamined(facts, together, sampledTo))
      .flat()
    return hazards.length === 0 ? [] : [{ sampledTo, hazards: [...new Set(hazards)] }]
  })
}

/** Hazard factors of the register, measured within the limits, whose exposed nobody examined a year before or after. */
export function unexaminedHazards(facts: EnvironmentFacts): readonly string[] {
  const end = lastDay(facts)
  const { register } = facts.context
  if (!isPastTerm(facts) || facts.positions.every(({ position }) => (position.workers ?? 0) === 0)) return []
  const { exceedingHazards } = exceedingOf(facts)
  return (register?.hazardFactors ?? []).filter(
    (hazard) =>
      facts.hazardsCovered.has(hazard) &&
      !exceedingHazards.includes(hazard) &&
      diseasesOfHazard(hazard, facts.legalDate).length > 0 &&
      !wasExamined(facts, [hazard], addMonths(end, -MONTHS_TO_EXAMINE)),
  )
}

function lateItself(
  facts: EnvironmentFacts,
): readonly Pick<EarlierCampaign, 'sampledTo' | 'exceedingFactors' | 'exceedingHazards'>[] {
  return isPastTerm(facts) ? [{ sampledTo: lastDay(facts), ...exceedingOf(facts) }] : []
}

/** Whether the campaign is filed so late that its workers should have been examined, and does not say that they were. */
function isPastTerm(facts: EnvironmentFacts): boolean {
  const { dates, declaration } = facts
  const over = addMonths(lastDay(facts), MONTHS_TO_EXAMINE) < (dates.received ?? '')
  return over && declaration.earlyExamination?.doneOn === undefined
}

function lastDay({ dates, legalDate }: EnvironmentFacts): LegalDate {
  return dates.sampledTo ?? legalDate
}

function wasExamined({ context }: EnvironmentFacts, hazards: readonly string[], since: LegalDate): boolean {
  const { screenings = [] } = context.known.history ?? {}
  return screenings.some(
    ({ to, hazards: examined }) => to >= since && hazards.some((hazard) => examined.includes(hazard)),
  )
}
