import type { Caller } from '../access/caller.ts'
import type { Database } from '../platform/database.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { type Asked, counted } from './count.ts'
import { countsOf, type Indicator } from './indicators.ts'
import { besideOf, percent, type Told, tellerOf } from './tell.ts'

/** One indicator in one year and unit. */
export interface IndicatorFigure extends Told {
  readonly indicator: Indicator
  readonly year: number
  /** Key `VN-2025:19` of today; null: the whole area. */
  readonly unit: string | null
  /** Of the year before, on the same basis. */
  readonly before: number | null
  /** Percent on the year before; null where that was nought or unknown, and for a growth, which is a change itself. */
  readonly change: number | null
  readonly beside: number | null
}

/** The figures of some indicators as of a day, by indicator, then unit, then year. */
export async function indicatorFigures(
  database: Database,
  caller: Caller,
  asked: Asked,
  indicators: readonly Indicator[],
  today: LegalDate,
): Promise<readonly IndicatorFigure[]> {
  // Two years earlier: the growth of the year before needs the year before that.
  const held = await counted(database, caller, indicators.flatMap(countsOf), { ...asked, from: asked.from - 2 })
  const years = Array.from({ length: asked.to - asked.from + 1 }, (_, index) => asked.from + index)
  return indicators.flatMap((indicator) =>
    ['', ...held.units].flatMap((unit) =>
      years.map((year): IndicatorFigure => {
        const where = { held, unit, today }
        const tell = tellerOf(indicator, where, year)
        const now = tell(year)
        const before = tell(year - 1).value
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
          beside: besideOf(indicator, where, year),
        }
      }),
    ),
  )
}
