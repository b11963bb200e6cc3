import type { EnvironmentKnown, MonitoringHistory } from '../known.ts'
import { sampleKnown } from '../sample.ts'
import type { EnvironmentContext } from './define.ts'

/** For examples that no limit matters to: they stand in the public catalogue and would drag all limits there. */
export function knowing(known: Partial<EnvironmentKnown>): Partial<EnvironmentContext> {
  return { known: { ...sampleKnown, limits: [], ...known } }
}

export const lastYear = sampleKnown.history?.campaigns.slice(0, 1) ?? []

/** The history of the sample, changed. */
export function remembering(history: Partial<MonitoringHistory>): Partial<EnvironmentContext> {
  return knowing({ history: { campaigns: lastYear, screenings: [], ...history } })
}

/** The sample's campaign of last year, changed. */
export function afterCampaign(change: Partial<MonitoringHistory['campaigns'][number]>): Partial<EnvironmentContext> {
  return remembering({ campaigns: lastYear.map((campaign) => ({ ...campaign, ...change })) })
}
