import { organisationMayMonitor } from '../provider/eligibility.ts'
import type { EnvironmentFacts, Objection, Standing } from './facts.ts'

/** Decree 44/2016, Arts. 34.4, 35.3 and 37.1; Decree 283/2026, Art. 38.10.a. */
export function standingOf(
  facts: Pick<EnvironmentFacts, 'declaration' | 'context' | 'measurements' | 'dates'>,
): Standing {
  const { declaration, context, measurements } = facts
  const organisation = context.known.organisation
  const ineligible = organisation !== null && obstacleOf(facts) !== null
  const byInstruments = measurements.filter(({ measurement }) => measurement.instrumentId !== undefined)
  const objections: Objection[] = [
    ...(organisation === null ? (['organisation-unknown'] as const) : []),
    ...(ineligible ? (['organisation-not-eligible'] as const) : []),
    ...(cancellationOf(facts) === undefined ? [] : (['report-cancelled'] as const)),
    ...(declaration.campaign?.productionRunning === true ? [] : (['production-not-running'] as const)),
    ...(byInstruments.length > 0 && !byInstruments.some(({ calibrated }) => calibrated)
      ? (['not-calibrated'] as const)
      : []),
  ]
  return { eligible: organisation !== null && !ineligible, counts: objections.length === 0, objections }
}

/** What kept the organisation from monitoring in the days of the campaign; null where nothing did, or nobody knows. */
export function obstacleOf({ context, dates }: Pick<EnvironmentFacts, 'context' | 'dates'>) {
  const organisation = context.known.organisation
  const from = dates.sampled ?? dates.sampledTo
  if (organisation === null || from === null) return null
  return organisationMayMonitor(organisation, from, dates.sampledTo ?? from)
}

/** The decision that made the report void. */
export function cancellationOf({ declaration, context }: Pick<EnvironmentFacts, 'declaration' | 'context'>) {
  const number = declaration.report?.number
  return context.known.organisation?.cancelledReports.find(({ reportNumber }) => reportNumber === number)
}
