import { type SQL, sql } from 'drizzle-orm'
import { type Aggregate, type Cube, type DimensionView, type Measure, UNKNOWN } from './cube.ts'
import { asksDetail, isPartition, type Question } from './question.ts'

/** Whose events may be counted: units `scheme:code`, or the whole country. */
export type Reach = '*' | readonly string[]

/**
 * One statement, so one moment: the rows by the dimensions asked, and the row of totals, whose keys are null. Totals
 * are the answer to the same question without `by`. Columns are named after dimensions and measures, and after the
 * dimension in {@link nameColumn} where a key has a name of its own.
 */
export function cubeQuery(cube: Cube, question: Question, reach: Reach): SQL {
  if (isOnePass(cube, question)) return aggregate(cube, question, question.by, reach)
  const totals = aggregate(cube, { ...question, by: [] }, question.by, reach)
  return sql`${aggregate(cube, question, question.by, reach)} union all ${totals}`
}

/** A row of totals in the same pass counts every event once where each stands in one row. */
function isOnePass(cube: Cube, { by }: Question): boolean {
  return by.every((name) => isPartition(cube, name))
}

/** `columns` are the dimensions that have a column; those not in `by` are null. */
function aggregate(cube: Cube, question: Question, columns: readonly string[], reach: Reach): SQL {
  const aggregates = aggregatesOf(cube, question)
  if (aggregates === null) return aggregateByEvent(cube, question, columns, reach)
  const keys = columns.map((name) => named(question.by.includes(name) ? keyOf(cube, name, question) : NO_KEY, name))
  const names = columns.flatMap((name) => nameOf(cube, name, question) ?? [])
  const measures = aggregates.map(({ name, aggregate }) => named(sqlOf(aggregate), name))
  return sql`select ${list([...keys, ...names, ...measures])} ${source(cube, question, reach)}${grouping(cube, question)}`
}

/** What to compute over the rows as they are joined; null where events must be told apart first. */
function aggregatesOf(cube: Cube, question: Question): { name: string; aggregate: Aggregate }[] | null {
  const ofDetail = asksDetail(cube, question)
  const aggregates = question.measures.map((name) => {
    const { base, detail } = measureOf(cube, name)
    return { name, aggregate: ofDetail ? detail : base }
  })
  return aggregates.every(isPlain) ? aggregates : null
}

function isPlain(measure: {
  name: string
  aggregate: Measure['detail']
}): measure is { name: string; aggregate: Aggregate } {
  return measure.aggregate !== null && measure.aggregate !== 'distinct'
}

/**
 * In two steps, first by event and then by keys alone: events are counted by hashing them, where `count(distinct)`
 * would sort every row of detail (over 200,000 victims, half the time).
 */
function aggregateByEvent(cube: Cube, question: Question, columns: readonly string[], reach: Reach): SQL {
  const measures = question.measures.map((name) => {
    const { base, detail } = measureOf(cube, name)
    if (detail === null) throw new Error(`${name} belongs to the event and was asked under its detail`)
    const column = sql.identifier(name)
    if (detail === 'distinct' && base.distinct !== undefined) {
      return { name, ofEvent: sql`min(${base.distinct}::text)${filterOf(base)}`, ofAll: sql`count(distinct ${column})` }
    }
    return detail === 'distinct'
      ? { name, ofEvent: sql`bool_or(${base.where ?? sql`true`})`, ofAll: sql`count(*) filter (where ${column})` }
      : { name, ofEvent: sqlOf(detail), ofAll: sql`coalesce(sum(${column}), 0)::bigint` }
  })
  const keysOfEvent = question.by.map((name) => named(keyOf(cube, name, question), name))
  const namesOfEvent = question.by.flatMap((name) => nameOf(cube, name, question) ?? [])
  const ofEvents = [...keysOfEvent, ...namesOfEvent, ...measures.map(({ ofEvent, name }) => named(ofEvent, name))]
  const keys = columns.map((name) => named(question.by.includes(name) ? sql`${sql.identifier(name)}` : NO_KEY, name))
  const names = columns
    .filter((name) => nameOf(cube, name, question) !== null)
    .map((name) =>
      named(question.by.includes(name) ? sql`max(${sql.identifier(nameColumn(name))})` : NO_KEY, nameColumn(name)),
    )
  const ofAll = [...keys, ...names, ...measures.map((measure) => named(measure.ofAll, measure.name))]
  const byEvent = list([...question.by.map((_, index) => sql.raw(String(index + 1))), sql`${cube.base.key}`])
  return sql`select ${list(ofAll)} from (
      select ${list(ofEvents)} ${source(cube, question, reach)} group by ${byEvent}
    ) event${grouping(cube, question)}`
}

/** With the row of totals in the same pass, where rows add up to it. */
function grouping(cube: Cube, question: Question): SQL {
  if (question.by.length === 0) return sql``
  const keys = question.by.map((_, index) => index + 1).join(', ')
  return sql.raw(isOnePass(cube, question) ? ` group by grouping sets ((${keys}), ())` : ` group by ${keys}`)
}

function source(cube: Cube, question: Question, reach: Reach): SQL {
  const joined = asksDetail(cube, question) ? joinDetail(cube) : sql``
  return sql`from ${cube.base.from}${joined}${spread(cube, question)}
    where ${sql.join(conditions(cube, question, reach), sql` and `)}`
}

function joinDetail(cube: Cube): SQL {
  return cube.detail ? sql` join ${cube.detail.from} on ${cube.detail.on}` : sql``
}

/** A row of its own for each value of the multi-valued dimensions asked. */
function spread(cube: Cube, question: Question): SQL {
  const lists = question.by.filter((name) => declared(cube.dimensions, name).multiValued)
  return sql.join(
    lists.map(
      (name) => sql` cross join lateral unnest(${viewOf(cube, name, question).key}) as ${spreadName(name)}(key)`,
    ),
  )
}

function conditions(cube: Cube, question: Question, reach: Reach): SQL[] {
  const { date } = cube.base
  return [
    cube.base.inForce(question.asOf),
    ...(reach === '*' ? [] : [sql`${cube.base.reach} && ${texts(reach)}`]),
    ...(date && question.from ? [sql`${date} >= ${question.from}::date`] : []),
    ...(date && question.to ? [sql`${date} <= ${question.to}::date`] : []),
    ...[...question.filters].map(([name, codes]) => {
      const isList = declared(cube.dimensions, name).multiValued && !question.by.includes(name)
      return isList
        ? sql`${viewOf(cube, name, question).key} && ${texts(codes)}`
        : sql`${keyOf(cube, name, question)} = any(${texts(codes)})`
    }),
    ...[...(question.without ?? [])].map(
      ([name, codes]) => sql`${keyOf(cube, name, question)} <> all(${texts(codes)})`,
    ),
  ]
}

function keyOf(cube: Cube, name: string, question: Question): SQL {
  if (declared(cube.dimensions, name).multiValued) return sql`${spreadName(name)}.key`
  return sql`coalesce(${viewOf(cube, name, question).key}, ${sql.raw(`'${UNKNOWN}'`)})`
}

function measureOf(cube: Cube, name: string): Measure {
  return declared(cube.measures, name)
}

const NO_KEY = sql`null::text`

function list(items: readonly SQL[]): SQL {
  return sql.join([...items], sql`, `)
}

function named(value: SQL, name: string): SQL {
  return sql`${value} as ${sql.identifier(name)}`
}

function sqlOf(aggregate: Aggregate): SQL {
  const { sum, distinct } = aggregate
  const filter = filterOf(aggregate)
  if (distinct !== undefined) return sql`count(distinct ${distinct})${filter}`
  // The sum of bigints is numeric, which has no number type of its own in JavaScript.
  return sum === undefined ? sql`count(*)${filter}` : sql`coalesce(sum(${sum})${filter}, 0)::bigint`
}

function filterOf({ where }: Aggregate): SQL {
  return where === undefined ? sql`` : sql` filter (where ${where})`
}

/** The column of the names of a dimension's keys. */
export function nameColumn(dimension: string): string {
  return `name of ${dimension}`
}

/** Of several names that one key had, any: the one that sorts last. */
function nameOf(cube: Cube, dimension: string, question: Question): SQL | null {
  const { name } = viewOf(cube, dimension, question)
  if (name === undefined) return null
  return named(question.by.includes(dimension) ? sql`max(${name})` : NO_KEY, nameColumn(dimension))
}

function viewOf(cube: Cube, name: string, { units }: Question): DimensionView {
  const view = declared(cube.dimensions, name).view(units)
  if (view === null) throw new Error(`${cube.id} has no dimension ${name} with units=${units}`)
  return view
}

function spreadName(name: string): SQL {
  return sql`${sql.identifier(`each ${name}`)}`
}

function texts(values: readonly string[]): SQL {
  return sql`${sql.param([...values])}::text[]`
}

/** @throws Error on a name the cube does not declare: the question was not checked, a defect of ours. */
export function declared<T>(names: Readonly<Record<string, T>>, name: string): T {
  const found = names[name]
  if (found === undefined) throw new Error(`${name} is not declared`)
  return found
}
