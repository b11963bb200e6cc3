import { type Caller, databaseScope, reachOf } from '../access/caller.ts'
import type { Database, Session } from '../platform/database.ts'
import { type Statement, statement } from '../platform/statements.ts'
import { TWO_LEVELS_SINCE } from '../reference/administrative-units.ts'
import type { Text } from '../rules/rule.ts'
import { register, type Source } from './sources.ts'

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

const DIGITS: Readonly<Record<Level, string>> = { province: '__', commune: '_____' }

/** What the register holds, by unit; the unit of the whole area is empty. */
export interface Held {
  number(count: Count, year: number, unit: string): number
  /** The first year of which something was held; null: none. */
  since(source: Source, unit: string): number | null
  readonly units: readonly string[]
}

/** Each count and source once, in one transaction, within the jurisdiction of the caller. */
export async function counted(
  database: Database,
  caller: Caller,
  counts: readonly Count[],
  asked: Asked,
): Promise<Held> {
  const distinct = new Map(counts.map((count) => [count.id, count]))
  const sources = new Map([register, ...counts.map(({ source }) => source)].map((source) => [source.id, source]))
  const jurisdiction = caller.jurisdiction === null ? [] : reachOf(caller.jurisdiction)
  const scope = [
    jurisdiction === '*' ? null : [...jurisdiction],
    asked.area?.before ?? null,
    asked.area?.since ?? null,
  ] as const
  return database.within(databaseScope(caller), async (session) => {
    const numbers = new Map<string, ReadonlyMap<string, number>>()
    for (const count of distinct.values()) {
      numbers.set(count.id, await told(session, nameOf(count, asked.by), [...scope, asked.from, asked.to]))
    }
    const first = new Map<string, ReadonlyMap<string, number>>()
    for (const source of sources.values()) {
      if (source.heldSince !== null) first.set(source.id, await told(session, sinceNameOf(source, asked.by), scope))
    }
    const keys = [...numbers.values()].flatMap((table) => [...table.keys()])
    return {
      number: ({ id }, year, unit) => numbers.get(id)?.get(keyOf(year, unit)) ?? 0,
      since: ({ id }, unit) => first.get(id)?.get(keyOf(ANY_YEAR, unit)) ?? null,
      units: [...new Set(keys.map((key) => key.slice(YEAR_DIGITS + 1)))].filter((unit) => unit !== '').toSorted(),
    }
  })
}

const YEAR_DIGITS = 4
const ANY_YEAR = 9999

function keyOf(year: number, unit: string): string {
  return `${year}/${unit}`
}

/** By year and unit. */
async function told(session: Session, name: string, params: readonly unknown[]): Promise<ReadonlyMap<string, number>> {
  const rows = await session.run<{ year: number; unit: string | null; value: number | null; whole: boolean }>(
    statementNamed(name),
    params,
  )
  return new Map(
    rows
      .filter(({ whole, unit, value }) => value !== null && (whole || unit !== null))
      .map(({ year, unit, value, whole }) => [keyOf(year, whole ? '' : (unit ?? '')), Number(value)]),
  )
}

const statements = new Map<string, Statement>()

/** Names the statements of a count and its source, once, when the service starts. */
export function nameStatements(count: Count): void {
  const { source } = count
  const { heldSince } = source
  for (const by of [null, ...LEVELS]) {
    const name = nameOf(count, by)
    statements.set(name, statement(name, textOf(count, by)))
    const since = sinceNameOf(source, by)
    if (heldSince !== null && !statements.has(since)) {
      statements.set(since, statement(since, sinceTextOf(source, heldSince, by)))
    }
  }
}

/** @throws Error for a count of no indicator: a defect of ours. */
function statementNamed(name: string): Statement {
  const made = statements.get(name)
  if (made === undefined) throw new Error(`statement ${name} is not registered`)
  return made
}

function nameOf({ id }: Count, by: Level | null): string {
  return `indicator-${id}-${by ?? 'whole'}`
}

function sinceNameOf({ id }: Source, by: Level | null): string {
  return `indicator-since-${id}-${by ?? 'whole'}`
}

function textOf({ source, value, where }: Count, by: Level | null): string {
  const years =
    source.date === null
      ? 'cross join generate_series($4::int, $5::int) as placed (year)'
      : `cross join lateral (select extract(year from ${source.date})::int as year) placed`
  return `select placed.year, told.unit, ${value} as value, grouping(told.unit) = 1 as whole
       from ${source.from} f ${years} cross join lateral (select ${unitOf(source, by)} as unit) told
      where placed.year between $4::int and $5::int and ${within(source)} ${where === undefined ? '' : `and ${where}`}
      group by grouping sets ((placed.year), (placed.year, told.unit))`
}

function sinceTextOf(source: Source, heldSince: string, by: Level | null): string {
  return `select ${ANY_YEAR} as year, told.unit, min(${heldSince}) as value, grouping(told.unit) = 1 as whole
       from ${source.from} f cross join lateral (select ${unitOf(source, by)} as unit) told
      where ${within(source)}
      group by grouping sets ((), (told.unit))`
}

/** What lies in an old commune that became several of today is in no row of communes, and in the whole. */
function unitOf({ reach }: Source, by: Level | null): string {
  return by === null
    ? 'null::text'
    : `(select unit from unnest(${reach}) unit where unit like 'VN-2025:${DIGITS[by]}' limit 1)`
}

/** $1: the jurisdiction; $2 and $3: the area before and since the new units. */
function within({ inForce, reach, mapOf }: Source): string {
  const area =
    mapOf === null
      ? `(${reach} && $2::text[] or ${reach} && $3::text[])`
      : `${reach} && case when ${mapOf} < date '${TWO_LEVELS_SINCE}' then $2::text[] else $3::text[] end`
  return `${inForce} and ($1::text[] is null or ${reach} && $1::text[]) and ($2::text[] is null or ${area})`
}
