import {
  type InvestigationTrigger,
  investigationTriggers,
  type TriggeredInvestigation,
} from '../law/disease-investigation.ts'
import { type DiseaseFacts, type HazardFacts, sexes } from './facts.ts'

/** A case for an investigation, and the row of the factor that shows it; null: the round as a whole. */
interface Trigger extends TriggeredInvestigation {
  readonly hazard: HazardFacts | null
}

/** Rounds that look for occupational diseases: whoever is left out of them was not examined. */
const DETECTING_KINDS: ReadonlySet<string> = new Set(['detection', 'after-failed-monitoring', 'acute-suspicion'])

/** Asked by rules and by the answer of the same filing, so worked out once for all. */
const worked = new WeakMap<DiseaseFacts, readonly Trigger[]>()

/** The cases for an investigation of occupational disease that the round shows, factor by factor. */
export function triggersOf(facts: DiseaseFacts): readonly Trigger[] {
  const known = worked.get(facts)
  if (known !== undefined) return known
  const triggers = [
    ...facts.hazards.flatMap((hazard) => triggersOfHazard(hazard, facts)),
    ...investigationTriggers({ ...NOTHING, acuteOn: acuteDays(facts) }, facts.legalDate).map((found) => ({
      ...found,
      hazard: null,
    })),
  ]
  worked.set(facts, triggers)
  return triggers
}

/** Those of the codes named. */
export function triggersNamed(facts: DiseaseFacts, codes: readonly InvestigationTrigger[]): readonly Trigger[] {
  return triggersOf(facts).filter(({ code }) => codes.includes(code))
}

const NOTHING = {
  exceeded: null,
  monitored: null,
  unmonitoredHazards: [],
  exposed: null,
  examined: null,
  suspected: 0,
  diagnosed: 0,
  acuteOn: [],
} as const

function triggersOfHazard(hazard: HazardFacts, facts: DiseaseFacts): readonly Trigger[] {
  const { filed, exposed, examined, diseases } = hazard
  if (exposed.total === 0 || diseases.length === 0) return []
  const results = facts.results.filter((result) => diseases.includes(result.filed.disease ?? ''))
  const detects = DETECTING_KINDS.has(facts.examination.kind ?? '')
  const shown = investigationTriggers(
    {
      ...NOTHING,
      exceeded: exceeded(hazard, facts),
      unmonitoredHazards: filed.monitoringResult === 'not-monitored' ? [filed.factor ?? ''] : [],
      exposed: exposed.total,
      examined: detects ? examined.total : null,
      suspected: results.reduce((sum, result) => sum + sexes(result.filed.suspected).total, 0),
      diagnosed: results.reduce((sum, { diagnosed }) => sum + diagnosed.total, 0),
    },
    facts.legalDate,
  )
  return shown.map((found) => ({ ...found, hazard }))
}

/**
 * As the filing says, else as the last monitoring filed here found by verified limits. That found nothing beyond them
 * does not say that it was within all limits.
 */
function exceeded({ filed }: HazardFacts, { context }: DiseaseFacts): boolean | null {
  if (filed.monitoringResult === 'exceeding') return true
  if (filed.monitoringResult === 'within-limits') return false
  if (filed.monitoringResult === 'not-monitored') return null
  const last = context.known.history?.monitoring.find(({ factor }) => factor === filed.factor)
  return last !== undefined && last.exceeding > 0 ? true : null
}

function acuteDays({ cases }: DiseaseFacts) {
  return cases.filter(({ filed }) => filed.form === 'acute').map(({ legalDate }) => legalDate)
}
