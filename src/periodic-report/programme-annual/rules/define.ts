import type { Provenance, Violation } from '../../../rules/rule.ts'
import type { ReportFacts } from '../../facts.ts'
import type { ReportRule } from '../../rules/define.ts'
import { planOf } from '../plans.ts'

export const BASE = '/programmeAnnual/programmes'
/** A plan is no law, and is read by who reports on it. */
export const PLAN = { kind: 'policy' } as const
export const FROM_PLAN: Provenance = { verified: true, source: 'the plan' }
export const PERIOD = ['/kind', '/period/year', '/period/half'] as const
export const PROGRAMME = `${BASE}/*/programme`

/** The plans of the report that are known, with where each stands. */
function plansIn({ section: { programmeAnnual } }: ReportFacts) {
  return (programmeAnnual?.programmes ?? []).flatMap((reported, index) => {
    const plan = planOf(reported)
    return plan === undefined ? [] : [{ plan, reported, pointer: `${BASE}/${index}` }]
  })
}

type PlanInReport = ReturnType<typeof plansIn>[number]

export function eachPlan(judge: (one: PlanInReport, facts: ReportFacts) => readonly Violation[]): ReportRule['judge'] {
  return (facts) => plansIn(facts).flatMap((one) => judge(one, facts))
}
