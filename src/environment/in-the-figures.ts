import { type EnvironmentFacts, isExceedance, type PositionFacts } from './facts.ts'
import { resultsByFactor, tallyOf } from './results.ts'

/** What of a campaign stands in official figures. */
export interface FiguresOfCampaign {
  readonly samples: number
  /** Held to a verified limit. */
  readonly assessed: number
  readonly exceeding: number
  readonly advisoryExceeding: number
  readonly notAssessable: number
  readonly positionsExceeding: number
  /** Who works at two positions counts at both. */
  readonly workersExceeding: number
  readonly womenExceeding: number
}

/** Measurements of calibrated instruments only, of a campaign that counts as monitoring (Decree 44/2016, Art. 37.1). */
export function figuresOf(facts: EnvironmentFacts): FiguresOfCampaign {
  const measurements = facts.measurements.filter(({ calibrated }) => calibrated)
  const tally = tallyOf(resultsByFactor(measurements, facts.declaration.counts ?? [], facts.legalDate).values())
  const exceeding = facts.exceedingPositions.filter((position) =>
    position.measurements.some((measurement) => measurement.calibrated && isExceedance(measurement)),
  )
  const sum = (of: (position: PositionFacts) => number) => exceeding.reduce((total, one) => total + of(one), 0)
  return {
    samples: tally.samples,
    assessed: tally.passing + tally.exceeding,
    exceeding: tally.exceeding,
    advisoryExceeding: tally.advisoryExceeding,
    notAssessable: tally.notAssessable,
    positionsExceeding: exceeding.length,
    workersExceeding: sum(({ position }) => position.workers ?? 0),
    womenExceeding: sum(({ position }) => position.women ?? 0),
  }
}

export const NO_FIGURES: FiguresOfCampaign = {
  samples: 0,
  assessed: 0,
  exceeding: 0,
  advisoryExceeding: 0,
  notAssessable: 0,
  positionsExceeding: 0,
  workersExceeding: 0,
  womenExceeding: 0,
}
