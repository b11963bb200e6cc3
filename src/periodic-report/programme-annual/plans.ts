import {
  concerns,
  type Programme,
  type ProgrammeTarget,
  programmes,
  reportedBefore,
  runsIn,
} from '../../law/programmes.ts'
import { reachOf } from '../../reference/administrative-units.ts'
import type { LegalDate } from '../../reference/legal-date.ts'
import { type ReportKnown, reporterOf } from '../known.ts'
import type { ProgrammeAnnual, ProgrammeReported, TargetReported } from './schema.ts'

/** Undefined for a plan that nobody knows. */
export function planOf({ programme }: Pick<ProgrammeReported, 'programme'>): Programme | undefined {
  return programmes.find(({ id }) => id === programme)
}

export interface PlannedTarget {
  readonly plan: Programme
  readonly target: ProgrammeTarget
  readonly reported: TargetReported
  /** Where it stands in the body. */
  readonly pointer: string
}

const BASE = '/programmeAnnual/programmes'

/** The targets reported that the plans named have. */
export function plannedTargets({ programmes: reported = [] }: ProgrammeAnnual): readonly PlannedTarget[] {
  return reported.flatMap((one, index) => {
    const plan = planOf(one)
    return (one.targets ?? []).flatMap((told, at) => {
      const target = plan?.targets.find(({ id }) => id === told.target)
      return plan && target ? [{ plan, target, reported: told, pointer: `${BASE}/${index}/targets/${at}` }] : []
    })
  })
}

export interface OwedPlan {
  readonly plan: Programme
  /** Late already. */
  readonly before: LegalDate
}

/** The plans on which a commune or labour office reports in a year; none for all others. */
export function plansOwed(known: Pick<ReportKnown, 'self' | 'commune'>, year: number): readonly OwedPlan[] {
  const unit = known.self?.unit ?? known.commune
  if (unit === null) return []
  const reach = reachOf(unit)
  return programmes.flatMap((plan) => {
    const before = owedBefore(plan, known, year)
    return before !== null && concerns(plan, reach) && runsIn(plan, year) ? [{ plan, before }] : []
  })
}

/** Before which day who reports is to report on a plan; null: the plan asks it for no report. */
export function owedBefore(
  plan: Programme,
  known: Pick<ReportKnown, 'self' | 'commune'>,
  year: number,
): LegalDate | null {
  const by = reporterOf(known)
  return by === 'commune' || by === 'labour-office' ? reportedBefore(plan, by, year) : null
}
