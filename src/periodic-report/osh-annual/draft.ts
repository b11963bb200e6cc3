import { withValueAt } from '../../rules/pointer.ts'
import { sumOfRows } from '../accident-summary/columns.ts'
import type { DeclaredAccident } from '../accident-summary/declared-accident.ts'
import type { DeclaredFigure, DeclaredFigures } from '../figures.ts'
import { CELLS, ITEM_9 } from './cells.ts'
import { THOUSANDS } from './figures.ts'
import type { OshAnnual } from './schema.ts'
import type { DeclaredYear } from './year-declared.ts'

type Figures = ReadonlyMap<string, DeclaredFigure>

/** Annex II as far as declarations give it; items 1, 4 to 8 and 10 to 12 are known to the enterprise only. */
export function draftOshAnnual(accidents: readonly DeclaredAccident[], year: DeclaredYear | null): OshAnnual {
  const known = cellsDeclared(accidents, year)
  return CELLS.reduce<unknown>((section, { line, pointer }) => {
    const figure = known.get(line)
    return figure === undefined ? section : withValueAt(section, pointer, figure.value)
  }, {}) as OshAnnual
}

/**
 * The cells of items 2, 3 and 9 with the declarations counted in each. Differences are told of items 2 and 9 only: who
 * reads them may be none to whom diagnoses are shown.
 */
export function declaredOshFigures(accidents: readonly DeclaredAccident[], year: DeclaredYear | null): DeclaredFigures {
  return { figures: cellsDeclared(accidents, year), tellsOf: (line) => /^[29]\./.test(line) }
}

function cellsDeclared(accidents: readonly DeclaredAccident[], year: DeclaredYear | null): Figures {
  return new Map([...ofAccidents(accidents), ...ofDiseases(year), ...ofSamples(year)])
}

/** Those on the way to work too, as row 3 of the summary of accidents: item 2 does not part them. */
function ofAccidents(accidents: readonly DeclaredAccident[]): Figures {
  const counted = (of: (accident: DeclaredAccident) => number): DeclaredFigure => {
    const value = accidents.reduce((sum, accident) => sum + of(accident), 0)
    return { value, declarations: accidents.filter((accident) => of(accident) > 0).map(({ id }) => id) }
  }
  const column = (name: 'accidents' | 'fatalAccidents' | 'victims' | 'deaths') =>
    [`2.${name}`, counted(({ row }) => sumOfRows([row])[name])] as const
  const costs = counted(({ medical, wages, compensation }) => medical + wages + compensation)
  return new Map([
    column('accidents'),
    column('fatalAccidents'),
    column('victims'),
    column('deaths'),
    ['2.costs', { ...costs, value: costs.value / THOUSANDS }],
    ['2.daysOff', counted(({ daysOff }) => daysOff)],
  ])
}

function ofDiseases(year: DeclaredYear | null): Figures {
  if (!year?.diseases) return new Map()
  const { total, new: fallenIll, declarations } = year.diseases
  return new Map([
    ['3.total', { value: total, declarations: [] }],
    ['3.new', { value: fallenIll, declarations }],
  ])
}

function ofSamples(year: DeclaredYear | null): Figures {
  const samples = year?.samples ?? []
  const counted = (of: 'samples' | 'failed', factor?: string): DeclaredFigure => {
    const rows = samples.filter((row) => (factor === undefined || row.factor === factor) && row[of] > 0)
    return {
      value: rows.reduce((sum, row) => sum + row[of], 0),
      declarations: [...new Set(rows.map(({ id }) => id))],
    }
  }
  return new Map(
    (['samples', 'failed'] as const).flatMap((of) => [
      [`9.${of}`, counted(of)] as const,
      ...ITEM_9.map(({ code }) => [`9.${code}.${of}`, counted(of, code)] as const),
    ]),
  )
}
