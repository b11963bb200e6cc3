import type { Programme } from '../../law/programmes.ts'
import { measureOf } from '../../law/target-reached.ts'
import type { Language } from '../../rules/rule.ts'
import type { Figure } from '../figures.ts'
import type { MeasuredTarget } from './measured.ts'
import { type OwedPlan, planOf } from './plans.ts'
import type { ProgrammeAnnual, TargetReported } from './schema.ts'

const NUMBERS = ['value', 'numerator', 'denominator', 'change'] as const

/** `directive-31-district-plan.fatality-rate.value`, `directive-31-district-plan.women.workers`. */
export function programmeAnnualFigures({ programmes = [] }: ProgrammeAnnual): readonly Figure[] {
  return programmes.flatMap(({ programme, targets = [], groups = [] }, index) => {
    const base = `/programmeAnnual/programmes/${index}`
    return [
      ...targets.flatMap((target, at) =>
        NUMBERS.flatMap((name) => {
          const value = target[name]
          const line = `${programme}.${target.target}.${name}`
          return value === undefined ? [] : [{ line, value, pointer: `${base}/targets/${at}/${name}` }]
        }),
      ),
      ...groups.flatMap(({ group, workers }, at) =>
        workers === undefined
          ? []
          : [{ line: `${programme}.${group}.workers`, value: workers, pointer: `${base}/groups/${at}/workers` }],
      ),
    ]
  })
}

/** The plans that are owed with every target and group, and no number: nobody declares any. */
export function draftProgrammeAnnual(owed: readonly OwedPlan[]): ProgrammeAnnual {
  return {
    programmes: owed.map(({ plan }) => ({
      programme: plan.id,
      targets: plan.targets.map(({ id }) => ({ target: id })),
      ...(plan.breakdowns.length > 0 && { groups: plan.breakdowns.map((group) => ({ group })) }),
    })),
  }
}

/** A drafted report with what the register measures of its targets. */
export async function withMeasured(
  { programmes = [] }: ProgrammeAnnual,
  measure: (plan: Programme) => Promise<readonly MeasuredTarget[]>,
  language: Language,
): Promise<ProgrammeAnnual> {
  const filled = programmes.map(async (reported) => {
    const plan = planOf(reported)
    if (plan === undefined) return reported
    const measured = await measure(plan)
    return {
      ...reported,
      targets: (reported.targets ?? []).map((target) => filledIn(target, plan, measured, language)),
    }
  })
  return { programmes: await Promise.all(filled) }
}

function filledIn(
  reported: TargetReported,
  { targets }: Programme,
  measured: readonly MeasuredTarget[],
  language: Language,
): TargetReported {
  const target = targets.find(({ id }) => id === reported.target)
  const figure = measured.find((one) => one.target === reported.target)
  if (target === undefined || figure === undefined) return reported
  // The register may know more of a part than of its whole: that is for the office to sort out.
  const isImpossible = measureOf(target) === 'share' && (figure.value ?? 0) > 100
  return { ...reported, ...(!isImpossible && numbersOf(figure)), note: figure.note[language] }
}

function numbersOf(figure: MeasuredTarget): TargetReported {
  return Object.fromEntries(NUMBERS.flatMap((name) => (figure[name] === null ? [] : [[name, figure[name]]])))
}
