import type { Caller } from '../access/caller.ts'
import type { Database } from '../platform/database.ts'
import { type Asked, counted } from './count.ts'
import { countsOf, type Indicator } from './indicators.ts'

/** One indicator in one year and unit. */
export interface IndicatorFigure {
  readonly indicator: Indicator
  readonly year: number
  /** Key `VN-2025:19` of today; null: the whole area. */
  readonly unit: string | null
  readonly numerator: number
  /** Null for a plain number. */
  readonly denominator: number | null
  /** Null where there is nothing to divide by. */
  readonly value: number | null
  /** Of the year before. */
  readonly before: number | null
  /** Percent on the year before; null where that was nought or unknown, and for a growth, which is a change itself. */
  readonly change: number | null
  readonly beside: number | null
}

/** The figures of some indicators, by indicator, then unit, then year. */
export async function indicatorFigures(
  database: Database,
  caller: Caller,
  asked: Asked,
  indicators: readonly Indicator[],
): Promise<readonly IndicatorFigure[]> {
  // Two years earlier: the growth of the year before needs the year before that.
  const { of, units } = await counted(database, caller, indicators.flatMap(countsOf), {
    ...asked,
    from: asked.from - 2,
  })
  const years = Array.from({ length: asked.to - asked.from + 1 }, (_, index) => asked.from + index)
  return indicators.flatMap((indicator) => {
    const ratioOf = (year: number, unit: string) => {
      const numerator = of(indicator.numerator)(year, unit)
      if (indicator.kind === 'number') return { numerator, denominator: null, value: numerator }
      if (indicator.kind === 'growth') {
        const last = of(indicator.numerator)(year - 1, unit)
        return { numerator, denominator: last, value: percent(numerator - last, last) }
      }
      const denominator = of(indicator.denominator)(year, unit)
      return { numerator, denominator, value: ratio(numerator, denominator, indicator.per) }
    }
    return ['', ...units].flatMap((unit) =>
      years.map((year): IndicatorFigure => {
        const now = ratioOf(year, unit)
        const before = ratioOf(year - 1, unit).value
        return {
          indicator,
          year,
          unit: unit === '' ? null : unit,
          ...now,
          before,
          change:
            now.value === null || before === null || indicator.kind === 'growth'
              ? null
              : percent(now.value - before, before),
          beside: indicator.beside ? of(indicator.beside)(year, unit) : null,
        }
      }),
    )
  })
}

function percent(part: number, whole: number): number | null {
  return ratio(part, whole, 100)
}

/** To four decimals; numerator and denominator stand beside it. */
function ratio(part: number, whole: number, per: number): number | null {
  return whole === 0 ? null : Math.round((part * per * 1e4) / whole) / 1e4
}
