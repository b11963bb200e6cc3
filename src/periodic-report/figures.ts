/** One number of a report. */
export interface Figure {
  /** Stable name of the cell: row and column of the form, such as `1.1.7.deaths`. */
  readonly line: string
  readonly value: number
  /** Where it stands in the body. */
  readonly pointer: string
}

/** What the enterprise's declarations of the period come to in one cell. */
export interface DeclaredFigure {
  readonly value: number
  /** Ids of the declarations counted there. */
  readonly declarations: readonly string[]
}

/** The cells that declarations tell of. */
export interface DeclaredFigures {
  readonly figures: ReadonlyMap<string, DeclaredFigure>
  /** Whether declarations can tell of a cell at all: a payroll is in no declaration. */
  tellsOf(line: string): boolean
}

/** A cell in which a report and the declarations of its period do not agree. */
export interface Difference {
  readonly line: string
  /** Null where the report does not have the cell. */
  readonly pointer: string | null
  readonly filed: number
  readonly declared: number
  /** Ids of the declarations counted there. */
  readonly declarations: readonly string[]
}

/** Cell by cell, in the order of the report; a cell that either side lacks is nought. */
export function differencesBetween(
  filed: readonly Figure[],
  { figures, tellsOf }: DeclaredFigures,
): readonly Difference[] {
  const cells = new Map(filed.map((figure) => [figure.line, figure]))
  return [...new Set([...cells.keys(), ...figures.keys()])].flatMap((line) => {
    const filedFigure = cells.get(line)
    const declaredFigure = figures.get(line)
    const [here, there] = [filedFigure?.value ?? 0, declaredFigure?.value ?? 0]
    if (here === there || !tellsOf(line)) return []
    return {
      line,
      pointer: filedFigure?.pointer ?? null,
      filed: here,
      declared: there,
      declarations: declaredFigure?.declarations ?? [],
    }
  })
}
