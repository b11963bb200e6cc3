import { groupBy } from '../../reference/group-by.ts'
import type { DeclaredFigure, DeclaredFigures } from '../figures.ts'
import type { DeclaredHealth, DeclaredResult, DeclaredRound, Quarter } from './declared-health.ts'
import { occupationalHealthFigures } from './figures.ts'
import { greatestOf, type Sexes, sumOfSexes } from './persons.ts'
import { type CountedSamples, samplesByFactor } from './samples-by-factor.ts'
import type { OccupationalHealth, Quarters, ReportedDisease, ReportedFactor } from './schema.ts'

/**
 * Annex 8 as the declarations of the period give it. What no declaration tells is left out: sections III, V.1 and VII
 * to IX, most of I, and the names of IV.2.
 */
export function draftOccupationalHealth(declared: DeclaredHealth): OccupationalHealth {
  const { rounds, accidents } = declared
  const [only, another] = rounds
  // Somebody may have been in two rounds: distinct persons of several are in no declaration.
  const single = another === undefined ? only : undefined
  return {
    factors: factorRows(rounds, samplesByFactor(declared.campaigns, factorsOf(rounds))),
    diseases: diseaseRows(rounds),
    ...(single && { distinct: { examined: single.examined } }),
    ...(single && single.healthClasses.length > 0 && { healthClasses: [...single.healthClasses] }),
    diseasesByQuarter: diagnosedByQuarter(rounds),
    accidentsByQuarter: {
      victims: byQuarter(accidents, ({ victims }) => victims),
      deaths: byQuarter(accidents, ({ deaths }) => deaths),
    },
  }
}

function factorsOf(rounds: readonly DeclaredRound[]): ReadonlySet<string> {
  return new Set(rounds.flatMap(({ hazards }) => hazards.map(({ factor }) => factor)))
}

/** Who is exposed is a stock, and rounds may ask for it twice: the greatest of them. */
function factorRows(rounds: readonly DeclaredRound[], samples: readonly CountedSamples[]): ReportedFactor[] {
  const exposed = groupBy(
    rounds.flatMap(({ hazards }) => hazards),
    ({ factor }) => factor,
  )
  const measured = groupBy(samples, ({ factor }) => factor)
  return sorted([...exposed.keys(), ...measured.keys()]).map((factor) => ({
    factor,
    samples: sum(measured.get(factor), (one) => one.samples),
    failed: sum(measured.get(factor), (one) => one.failed),
    exposed: greatestOf((exposed.get(factor) ?? []).map((row) => row.exposed)),
  }))
}

function diseaseRows(rounds: readonly DeclaredRound[]): ReportedDisease[] {
  const results = groupBy(
    rounds.flatMap((round) => round.results),
    ({ disease }) => disease,
  )
  return sorted(results.keys()).map((disease) => {
    const column = (of: (result: DeclaredResult) => Sexes) => sumOfSexes((results.get(disease) ?? []).map(of))
    return {
      disease,
      examined: column(({ examined }) => examined),
      suspected: column(({ suspected }) => suspected),
      diagnosed: column(({ diagnosed }) => diagnosed),
      assessed: column(({ assessed }) => assessed),
      bands: {
        under5: column(({ under5 }) => under5),
        from5to30: column(({ from5to30 }) => from5to30),
        from31: column(({ from31 }) => from31),
      },
    }
  })
}

function diagnosedByQuarter(rounds: readonly DeclaredRound[]): NonNullable<OccupationalHealth['diseasesByQuarter']> {
  const found = rounds.flatMap(({ quarter, results }) =>
    results
      .filter(({ diagnosed }) => diagnosed.total > 0)
      .map(({ disease, diagnosed }) => ({ disease, quarter, diagnosed: diagnosed.total })),
  )
  const rows = groupBy(found, ({ disease }) => disease)
  return sorted(rows.keys()).map((disease) => ({
    disease,
    quarters: byQuarter(rows.get(disease) ?? [], ({ diagnosed }) => diagnosed),
  }))
}

/** Quarters in which there was none are left out: of a half-year the later ones have no place. */
function byQuarter<T extends { readonly quarter: Quarter }>(items: readonly T[], of: (item: T) => number): Quarters {
  const quarters = groupBy(items, ({ quarter }) => quarter)
  return Object.fromEntries(
    ([1, 2, 3, 4] as const).flatMap((quarter) => {
      const ofIt = quarters.get(quarter)
      return ofIt === undefined ? [] : [[`q${quarter}`, sum(ofIt, of)]]
    }),
  )
}

function sum<T>(items: readonly T[] | undefined, of: (item: T) => number): number {
  return (items ?? []).reduce((total, item) => total + of(item), 0)
}

function sorted(codes: Iterable<string>): string[] {
  return [...new Set(codes)].sort()
}

/** The same, cell by cell, with the declarations counted in each. */
export function declaredHealthFigures(declared: DeclaredHealth): DeclaredFigures {
  const figures = new Map<string, DeclaredFigure>()
  for (const { line, value } of figuresOf(declared)) figures.set(line, { value, declarations: [] })
  const factors = factorsOf(declared.rounds)
  for (const { id, alone } of oneByOne(declared)) {
    // Alone it must count its samples where they count together with the others.
    for (const { line, value } of figuresOf(alone, factors)) {
      const figure = figures.get(line)
      if (figure !== undefined && value > 0) {
        figures.set(line, { ...figure, declarations: [...figure.declarations, id] })
      }
    }
  }
  return { figures, tellsOf: (line) => isTold(line, factors) }
}

function figuresOf(declared: DeclaredHealth, factors = factorsOf(declared.rounds)) {
  const draft = draftOccupationalHealth(declared)
  const rows = factorRows(declared.rounds, samplesByFactor(declared.campaigns, factors))
  return occupationalHealthFigures({ ...draft, factors: rows })
}

function oneByOne({ rounds, campaigns, accidents }: DeclaredHealth) {
  const none: DeclaredHealth = { rounds: [], campaigns: [], accidents: [] }
  return [
    ...rounds.map((round) => ({ id: round.id, alone: { ...none, rounds: [round] } })),
    ...campaigns.map((campaign) => ({ id: campaign.id, alone: { ...none, campaigns: [campaign] } })),
    ...accidents.map((accident) => ({ id: accident.id, alone: { ...none, accidents: [accident] } })),
  ]
}

/**
 * Columns whose numbers are all in declarations. Exposure is, of the factors that somebody was examined for; suspicion
 * is too, but not on the form.
 */
function isTold(line: string, factors: ReadonlySet<string>): boolean {
  const [, factor] = /^II\.([^.]+)\.exposed(Women)?$/.exec(line) ?? []
  if (factor !== undefined) return factors.has(factor)
  return /^(II\.[^.]+\.(samples|failed)|IV\.1\.[^.]+\.(?!suspected).+|V\.[23]\..+)$/.test(line)
}
