import { investigationTriggers, type TriggeredInvestigation } from '../law/disease-investigation.ts'
import { type MonitoringDueDate, monitoringDueDates } from '../law/environment-due-dates.ts'
import { unmonitoredHazards } from './coverage.ts'
import type { EnvironmentFacts } from './facts.ts'

/** What is due after the campaign, by whom and when. */
export function dueAfter({
  dates,
  legalDate,
  exceedingPositions,
  declaration,
  context,
}: EnvironmentFacts): readonly MonitoringDueDate[] {
  return monitoringDueDates({
    sampledOn: dates.sampledTo ?? legalDate,
    reportedOn: dates.results,
    exceeding: exceedingPositions.length > 0,
    ownMonitoring:
      declaration.organisation?.taxCode !== undefined && declaration.organisation.taxCode === context.register?.taxCode,
  })
}

/**
 * What of the campaign is a case for an investigation of occupational disease. What was found in workers is no part of
 * a campaign, so the cases that need it are shown with the screening.
 */
export function investigationsAfter(facts: EnvironmentFacts): readonly TriggeredInvestigation[] {
  return investigationTriggers(
    {
      exceeded: facts.exceedingPositions.length > 0,
      monitored: facts.standing.counts,
      unmonitoredHazards: unmonitoredHazards(facts),
      exposed: null,
      examined: null,
      suspected: 0,
      diagnosed: 0,
      acuteOn: [],
    },
    facts.legalDate,
  )
}
