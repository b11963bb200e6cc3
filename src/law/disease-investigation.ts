import { diseaseInvestigationTriggers } from '../reference/catalogue.ts'
import { addDays, type LegalDate } from '../reference/legal-date.ts'
import { type Citation, cite } from './citation.ts'

/** Of the list `disease-investigation-triggers`, those that follow from what was filed. The others are requests. */
export const FILED_TRIGGERS = [
  'many-ill-at-once',
  'limit-exceeded-no-disease',
  'not-monitored',
  'within-limits-suspected',
  'not-examined',
] as const
export type InvestigationTrigger = (typeof FILED_TRIGGERS)[number]

/** What is known of an enterprise when a case for an investigation is looked for. Null: not known, so no case. */
export interface InvestigationFacts {
  /** Whether the last monitoring found a verified limit exceeded; null when there was none or it is not known. */
  readonly exceeded: boolean | null
  readonly monitored: boolean | null
  /** Declared hazard factors that the last monitoring left out. */
  readonly unmonitoredHazards: readonly string[]
  /** Persons exposed, and of these examined for occupational diseases; null where no examination is looked at. */
  readonly exposed: number | null
  readonly examined: number | null
  readonly suspected: number
  readonly diagnosed: number
  /** When each acute case fell ill, or was diagnosed. */
  readonly acuteOn: readonly LegalDate[]
}

export interface TriggeredInvestigation {
  readonly code: InvestigationTrigger
  readonly citations: readonly Citation[]
}

/** Not law, which says "many" and "at the same time": what this service takes for it unless its operator says otherwise. */
export const investigationPolicy = {
  /** Acute cases of one enterprise … */
  acuteCases: 3,
  /** … within so many days. */
  withinDays: 14,
} as const

/**
 * The cases for an investigation of occupational disease that the facts show: Circular 56/2025 art. 11.1, before
 * 15 February 2026 Circular 28/2016 art. 14.1, of which point d only was read. A sign for the health office, never
 * a fault of the filing.
 */
export function investigationTriggers(facts: InvestigationFacts, on: LegalDate): readonly TriggeredInvestigation[] {
  return FILED_TRIGGERS.filter((code) => SHOWN_BY[code](facts)).flatMap((code) => {
    const entry = diseaseInvestigationTriggers.find(code, on)
    return entry?.attributes.article === undefined ? [] : [{ code, citations: [cite(entry.attributes.article)] }]
  })
}

const SHOWN_BY: Readonly<Record<InvestigationTrigger, (facts: InvestigationFacts) => boolean>> = {
  'many-ill-at-once': ({ acuteOn }) => manyAtOnce(acuteOn),
  'limit-exceeded-no-disease': ({ exceeded, diagnosed, examined }) =>
    exceeded === true && diagnosed === 0 && (examined ?? 0) > 0,
  'not-monitored': ({ monitored, unmonitoredHazards }) => monitored === false || unmonitoredHazards.length > 0,
  'within-limits-suspected': ({ exceeded, suspected, diagnosed }) => exceeded === false && suspected + diagnosed > 0,
  'not-examined': ({ exposed, examined }) => (exposed ?? 0) > 0 && examined === 0,
}

function manyAtOnce(acuteOn: readonly LegalDate[]): boolean {
  const { acuteCases, withinDays } = investigationPolicy
  const days = acuteOn.toSorted()
  return days.some((day, index) => {
    const last = days[index + acuteCases - 1]
    return last !== undefined && last < addDays(day, withinDays)
  })
}
