import { groupBy } from '../../reference/group-by.ts'
import type { DeclaredFigure, DeclaredFigures, Figure } from '../figures.ts'
import { sumOfRows } from './columns.ts'
import type { DeclaredAccident } from './declared-accident.ts'
import { accidentSummaryFigures } from './figures.ts'
import type { AccidentSummary } from './schema.ts'

/** Annex XII as the declared accidents of the period give it. */
export function draftAccidentSummary(accidents: readonly DeclaredAccident[]): AccidentSummary {
  const [atWork, commuting] = ([1, 2] as const).map((section) =>
    accidents.filter((accident) => accident.section === section),
  ) as [DeclaredAccident[], DeclaredAccident[]]
  const total = rowOf(atWork)
  const onTheWay = rowOf(commuting)
  const sum = (of: (accident: DeclaredAccident) => number) => accidents.reduce((all, one) => all + of(one), 0)
  const medical = sum((accident) => accident.medical)
  const wages = sum((accident) => accident.wages)
  const compensation = sum((accident) => accident.compensation)
  return {
    atWork: {
      total,
      byCause: grouped(atWork, ({ cause }) => cause).map(([cause, ofIt]) => ({ cause, ...rowOf(ofIt) })),
      byFactor: grouped(atWork, ({ factor }) => factor && `${factor.list}:${factor.code}`).map(([key, ofIt]) => ({
        factor: { list: key.slice(0, key.indexOf(':')), code: key.slice(key.indexOf(':') + 1) },
        ...rowOf(ofIt),
      })),
      byOccupation: grouped(
        atWork.flatMap(({ occupations }) => occupations),
        ({ occupation }) => occupation,
      ).map(([occupation, ofIt]) => ({ occupation, ...sumOfRows(ofIt.map(({ row }) => row)) })),
    },
    commuting: onTheWay,
    total: sumOfRows([total, onTheWay]),
    losses: {
      daysOff: sum((accident) => accident.daysOff),
      costs: { total: medical + wages + compensation, medical, wages, compensation },
      propertyDamage: sum((accident) => accident.propertyDamage),
    },
  }
}

function rowOf(accidents: readonly DeclaredAccident[]) {
  return sumOfRows(accidents.map(({ row }) => row))
}

/** By code, in its order; what has none is left out. */
function grouped<T>(items: readonly T[], codeOf: (item: T) => string | null): [string, readonly T[]][] {
  return [...groupBy(items, codeOf)]
    .flatMap(([code, ofIt]): [string, readonly T[]][] => (code === null ? [] : [[code, ofIt]]))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The same, cell by cell, with the declarations counted in each: those by which the cell is more than nought. */
export function declaredAccidentFigures(accidents: readonly DeclaredAccident[]): DeclaredFigures {
  const figures = new Map<string, DeclaredFigure>()
  for (const { line, value } of accidentSummaryFigures(draftAccidentSummary(accidents))) {
    figures.set(line, { value, declarations: [] })
  }
  for (const accident of accidents) {
    for (const { line, value } of cellsOf(accident)) {
      const figure = figures.get(line)
      if (figure !== undefined && value > 0) {
        figures.set(line, { ...figure, declarations: [...figure.declarations, accident.id] })
      }
    }
  }
  return { figures, tellsOf: (line) => line !== 'payroll' }
}

/** The form as this accident alone would fill it. */
function cellsOf(accident: DeclaredAccident): readonly Figure[] {
  return accidentSummaryFigures(draftAccidentSummary([accident]))
}
