import { type Caller, databaseScope, reachOf } from '../access/caller.ts'
import type { Database, Session } from '../platform/database.ts'
import { type Statement, statement } from '../platform/statements.ts'
import { TWO_LEVELS_SINCE } from '../reference/administrative-units.ts'
import type { Text } from '../rules/rule.ts'

/** Rows of facts that a count reads, as they stand now. */
export interface Source {
  /** With the alias `f`. */
  readonly from: string
  /** Which rows belong into the figures. */
  readonly inForce: string
  /** The day that places a row in a year; null: of the present, alike in every year. */
  readonly date: string | null
}

/** One number of a year. No count is of diagnoses: those are answered by the cubes, which protect them. */
export interface Count {
  readonly id: string
  readonly title: Text
  readonly source: Source
  /** An aggregate over the rows. */
  readonly value: string
  readonly where?: string
}

/** Units whose figures are asked; before and since the new units of 1 July 2025. */
export interface Area {
  readonly before: readonly string[]
  readonly since: readonly string[]
}

/** Told apart by the units of today. */
export const LEVELS = ['province', 'commune'] as const
export type Level = (typeof LEVELS)[number]

export interface Asked {
  /** First and last year. */
  readonly from: number
  readonly to: number
  /** All of the jurisdiction for null. */
  readonly area: Area | null
  readonly by: Level | null
}

/** Numbers by year and unit; the unit of the whole area is empty. */
export type Counted = (year: number, unit: string) => number

const DIGITS: Readonly<Record<Level, string>> = { province: '__', commune: '_____' }

/** Each count once, in one transaction, within the jurisdiction of the caller. */
export async function counted(
  database: Database,
  caller: Caller,
  counts: readonly Count[],
  asked: Asked,
): Promise<{ readonly of: (count: Count) => Counted; readonly units: readonly string[] }> {
  const distinct = new Map(counts.map((count) => [count.id, count]))
  return database.within(databaseScope(caller), async (session) => {
    const tables = new Map<string, ReadonlyMap<string, number>>()
    for (const count of distinct.values()) tables.set(count.id, await numbersOf(session, caller, count, asked))
    const keys = [...tables.values()].flatMap((table) => [...table.keys()])
    return {
      of:
        ({ id }) =>
        (year, unit) =>
          tables.get(id)?.get(keyOf(year, unit)) ?? 0,
      units: [...new Set(keys.map((key) => key.slice(YEAR_DIGITS + 1)))].filter((unit) => unit !== '').toSorted(),
    }
  })
}

const YEAR_DIGITS = 4

function keyOf(year: number, unit: string): string {
  return `${year}/${unit}`
}

async function numbersOf(session: Session, caller: Caller, count: Count, asked: Asked) {
  const own = caller.jurisdiction === null ? [] : reachOf(caller.jurisdiction)
  const rows = await session.run<{ year: number; unit: string | null; value: number | null; whole: boolean }>(
    statementOf(count, asked.by),
    [asked.from, asked.to, own === '*' ? null : [...own], asked.area?.before ?? null, asked.area?.since ?? null],
  )
  return new Map(
    rows
      .filter(({ whole, unit }) => whole || unit !== null)
      .map(({ year, unit, value, whole }) => [keyOf(year, whole ? '' : (unit ?? '')), Number(value ?? 0)]),
  )
}

const statements = new Map<string, Statement>()

/** Names the statements of a count, once, when the service starts. */
export function register(count: Count): void {
  for (const by of [null, ...LEVELS]) {
    const name = nameOf(count, by)
    statements.set(name, statement(name, textOf(count, by)))
  }
}

/** @throws Error for a count of no indicator: a defect of ours. */
function statementOf(count: Count, by: Level | null): Statement {
  const made = statements.get(nameOf(count, by))
  if (made === undefined) throw new Error(`count ${count.id} is not registered`)
  return made
}

function nameOf({ id }: Count, by: Level | null): string {
  return `indicator-${id}-${by ?? 'whole'}`
}

/** What lies in an old commune that became several of today is in no row of communes, and in the whole. */
function textOf({ source, value, where }: Count, by: Level | null): string {
  const { from, inForce, date } = source
  const unit =
    by === null
      ? 'null::text'
      : `(select unit from unnest(f.reach) unit where unit like 'VN-2025:${DIGITS[by]}' limit 1)`
  const within =
    date === null
      ? '(f.reach && $4::text[] or f.reach && $5::text[])'
      : `f.reach && case when ${date} < date '${TWO_LEVELS_SINCE}' then $4::text[] else $5::text[] end`
  const years =
    date === null
      ? 'cross join generate_series($1::int, $2::int) as placed (year)'
      : `cross join lateral (select extract(year from ${date})::int as year) placed`
  return `select placed.year, told.unit, ${value} as value, grouping(told.unit) = 1 as whole
       from ${from} f ${years} cross join lateral (select ${unit} as unit) told
      where ${inForce} and placed.year between $1::int and $2::int
        and ($3::text[] is null or f.reach && $3::text[])
        and ($4::text[] is null or ${within})
        ${where === undefined ? '' : `and ${where}`}
      group by grouping sets ((placed.year), (placed.year, told.unit))`
}
