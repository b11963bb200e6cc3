import type { LegalDate } from '../reference/legal-date.ts'
import type { Cube, UnitsMode } from './cube.ts'

/** A question that the cube can answer: every name in it is declared. */
export interface Question {
  readonly measures: readonly string[]
  readonly ratios: readonly string[]
  readonly by: readonly string[]
  /** Codes by dimension. */
  readonly filters: ReadonlyMap<string, readonly string[]>
  /** Codes by dimension of what is left out altogether, also from the totals. */
  readonly without?: ReadonlyMap<string, readonly string[]>
  /** Legal dates, both inclusive. */
  readonly from: LegalDate | null
  readonly to: LegalDate | null
  /** As known at an instant; null: everything acknowledged before the question. */
  readonly asOf: Date | null
  readonly units: UnitsMode
}

/** Whether rows of detail must be looked at: some dimension or filter is theirs. */
export function asksDetail(
  cube: Cube,
  { by, filters, without }: Pick<Question, 'by' | 'filters' | 'without'>,
): boolean {
  return [...by, ...filters.keys(), ...(without?.keys() ?? [])].some(
    (name) => cube.dimensions[name]?.grain === 'detail',
  )
}

/**
 * Whether the rows add up to the totals. Under an attribute of the detail they need not: an event counts once in
 * every row it has a part in, and one whose detail nobody listed is in no row. Distinct values never do: an
 * enterprise may have events in two rows.
 */
export function isAdditive(cube: Cube, question: Question): boolean {
  const numerators = question.ratios.map((name) => cube.ratios[name]?.numerator ?? '')
  const distinct = [...question.measures, ...numerators].some((name) => cube.measures[name]?.base.distinct)
  return !distinct && question.by.every((name) => isPartition(cube, name))
}

/** Whether every event stands in one row of the dimension. */
export function isPartition(cube: Cube, name: string): boolean {
  const asked = cube.dimensions[name]
  return asked?.grain === 'base' && asked.multiValued !== true
}
