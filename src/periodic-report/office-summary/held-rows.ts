import { COLUMNS } from '../accident-summary/columns.ts'
import { type EstablishmentsByType, type ReportedByType, type ReportsHeld, totalOf } from '../reports-held.ts'
import { LOSS_COLUMNS, type PartIColumn } from './filed-schema.ts'
import { byCode, byRowNumber } from './row-number.ts'

/** Columns 3 to 9 of part II, which does not part victims not under management. */
export const PART_II_COLUMNS = COLUMNS.filter((column) => !column.endsWith('Outside'))

type Figures<Name extends string> = Readonly<Record<Name, number>>

export type TypeFigures = Figures<PartIColumn>

/** Part I: the total, and each type of establishment; null is the type of those that state none. */
export function partIHeld({ establishments, reported }: ReportsHeld): {
  readonly total: TypeFigures
  readonly types: readonly (TypeFigures & { readonly code: string | null })[]
} {
  const codes = [...new Set([...establishments, ...reported].map(({ ownership }) => ownership))].sort(byCode)
  return {
    total: typeFigures(establishments, reported),
    types: codes.map((code) => ({
      code,
      ...typeFigures(
        establishments.filter(({ ownership }) => ownership === code),
        reported.filter(({ ownership }) => ownership === code),
      ),
    })),
  }
}

function typeFigures(
  establishments: readonly EstablishmentsByType[],
  reported: readonly ReportedByType[],
): TypeFigures {
  return {
    establishments: totalOf(establishments, 'establishments'),
    reporting: totalOf(reported, 'establishments'),
    workers: totalOf(establishments, 'workers'),
    workersReporting: totalOf(reported, 'workers'),
    women: totalOf(reported, 'women'),
    victims: totalOf(reported, 'victims'),
    deaths: totalOf(reported, 'deaths'),
    serious: totalOf(reported, 'serious'),
  }
}

type HeldRow = Figures<(typeof PART_II_COLUMNS)[number]> &
  Partial<Figures<(typeof LOSS_COLUMNS)[number]>> & {
    /** `1.1.7`. */
    readonly row: string
  }

/**
 * Part II: rows 1, 2 and 3 always, and of each breakdown those in which something was reported. Losses stand in row 3:
 * establishments report them as a whole only.
 */
export function partIIHeld({ cells }: ReportsHeld): readonly HeldRow[] {
  const filed = [...cells.keys()].flatMap((line) => /^(1\.[123]\..+)\.accidents$/.exec(line)?.[1] ?? [])
  return [...new Set(['1', '2', '3', ...filed])].sort(byRowNumber).map((row) => ({
    row,
    ...figuresOf(cells, PART_II_COLUMNS, row),
    ...(row === '3' && figuresOf(cells, LOSS_COLUMNS, 'II')),
  }))
}

function figuresOf<Name extends string>(
  cells: ReadonlyMap<string, number>,
  names: readonly Name[],
  row: string,
): Figures<Name> {
  return Object.fromEntries(names.map((name) => [name, cells.get(`${row}.${name}`) ?? 0])) as Figures<Name>
}
