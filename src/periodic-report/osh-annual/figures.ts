import { valueAt } from '../../rules/pointer.ts'
import type { Figure } from '../figures.ts'
import { NO_TOTALS, type ReportTotals } from '../form.ts'
import { CELLS, numberAt } from './cells.ts'
import type { OshAnnual } from './schema.ts'

/** Thousands in a million. */
export const THOUSANDS = 1_000

/** None of a cell that was left empty; a yes is one, a no is nought. */
export function oshAnnualFigures(section: OshAnnual): readonly Figure[] {
  return CELLS.flatMap(({ line, pointer }) =>
    valueAt(section, pointer) === undefined
      ? []
      : { line, value: numberAt(section, pointer), pointer: `/oshAnnual${pointer}` },
  )
}

/** Of item 2; the form does not tell who was seriously injured, nor of damage to property. */
export function oshAnnualTotals(section: OshAnnual): ReportTotals {
  const of = (name: string) => numberAt(section, `/accidents/${name}`)
  return {
    ...NO_TOTALS,
    accidents: of('accidents'),
    fatalAccidents: of('fatalAccidents'),
    victims: of('victims'),
    deaths: of('deaths'),
    daysOff: of('daysOff'),
    costs: Math.round(of('costs') * THOUSANDS),
  }
}
