import type { Programme, ProgrammeTarget } from '../law/programmes.ts'
import { measureOf } from '../law/target-reached.ts'
import type { MeasuredTarget, MeasureTargets } from '../periodic-report/programme-annual/measured.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { unitKey } from '../reference/administrative-units.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import type { Language, Text } from '../rules/rule.ts'
import type { Area } from './count.ts'
import { type IndicatorFigure, indicatorFigures } from './figures.ts'
import { indicators } from './indicators.ts'
import { keysOf } from './present.ts'
import { measuredBy } from './targets.ts'

/** The targets of a plan for the yearly report on it. */
export function targetMeasure({ database, clock }: { database: Database; clock: Clock }): MeasureTargets {
  return async (caller, programme, year, unit) => {
    const key = unitKey(unit)
    const asked = { from: year, to: year, area: areaOfPlan(programme) ?? { before: [key], since: [key] }, by: null }
    const figures = await indicatorFigures(database, caller, asked, indicatorsOfPlan(programme), legalDateOf(clock()))
    return programme.targets.map((target) =>
      measuredTarget(
        target,
        figures.filter(({ indicator }) => measuredBy[target.id]?.indicators.includes(indicator.id)),
      ),
    )
  }
}

/** Null for a plan that names no units. */
export function areaOfPlan({ area, overlappingSince2025 }: Programme): Area | null {
  const before = keysOf(area)
  return before && { before, since: keysOf(overlappingSince2025) ?? before }
}

export function indicatorsOfPlan({ targets }: Programme) {
  const wanted = new Set(targets.flatMap(({ id }) => measuredBy[id]?.indicators ?? []))
  return indicators.filter(({ id }) => wanted.has(id))
}

/** A target is reached by every indicator that measures it, so it is told by the lowest; all stand in the note. */
export function measuredTarget(target: ProgrammeTarget, figures: readonly IndicatorFigure[]): MeasuredTarget {
  const [lowest] = figures.toSorted(
    (a, b) => (a.value ?? Number.NEGATIVE_INFINITY) - (b.value ?? Number.NEGATIVE_INFINITY),
  )
  if (lowest === undefined)
    return { target: target.id, ...UNTOLD, note: measuredBy[target.id]?.unmeasured ?? NOT_MEASURED }
  const note = { vi: describe(figures, 'vi'), en: describe(figures, 'en') }
  if (lowest.value === null) return { target: target.id, ...UNTOLD, note }
  const { numerator, denominator, change } = lowest
  return {
    target: target.id,
    value: asPercent(target, lowest.value, lowest),
    numerator: denominator === null ? null : numerator,
    denominator,
    change,
    note,
  }
}

const UNTOLD = { value: null, numerator: null, denominator: null, change: null }
const NOT_MEASURED: Text = { vi: 'Sổ đăng ký không đo chỉ tiêu này.', en: 'The register does not measure this target.' }

/** An indicator may be per 100,000 where its target is in percent. */
function asPercent(target: ProgrammeTarget, value: number, { indicator }: IndicatorFigure): number {
  if (indicator.kind !== 'share' || measureOf(target) !== 'share') return value
  return Math.round((value * 1e9) / indicator.per) / 1e7
}

function describe(figures: readonly IndicatorFigure[], language: Language): string {
  return figures.map((figure) => `${figure.indicator.title[language]}: ${numbersOf(figure, language)}`).join('; ')
}

/** Where it cannot be told, why. */
function numbersOf({ value, numerator, denominator, note }: IndicatorFigure, language: Language): string {
  if (value === null && note !== null) return note[language]
  return denominator === null ? String(numerator) : `${numerator}/${denominator}`
}
