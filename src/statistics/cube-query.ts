import { type SQL, sql } from 'drizzle-orm'
import { type Aggregate, type Cube, type DimensionView, type Measure, UNKNOWN } from './cube.ts'
import { asksDetail, type Question } from './question.ts'

/** Whose events may be counted: units `scheme:code`, or the whole country. */
export type Reach = '*' | readonly string[]

/** Name of the column that tells the row of totals. */
export const IS_TOTAL = 'is_total'

/**
 * One statement, so one moment: the rows by the dimensions asked, and the row of totals, which is the answer to the
 * same question without `by`. Columns are named after dimensions and measures.
 */
export function cubeQuery(cube: Cube, question: Question, reach: Reach): SQL {
  const totals = aggregate(cube, { ...question, by: [] }, question.by, reach)
  if (question.by.length === 0) return totals
  return sql`${aggregate(cube, question, question.by, reach)} union all ${totals}`
}

/** `columns` are the dimensions that have a column; those not in `by` are null. */
function aggregate(cube: Cube, question: Question, columns: readonly string[], reach: Reach): SQL {
  const detail = asksDetail(cube, question)
  const keys = columns.map((name) => {
    const key = question.by.includes(name) ? keyOf(cube, name, question) : sql`null::text`
    return sql`${key} as ${sql.identifier(name)}`
  })
  const measures = question.measures.map((name) => {
    const measure = declared(cube.measures, name)
    return sql`${aggregateOf(cube, measure, detail)} as ${sql.identifier(name)}`
  })
  const isTotal = sql`${sql.raw(String(question.by.length === 0))} as ${sql.identifier(IS_TOTAL)}`
  const grouping = sql.raw(question.by.length > 0 ? ` group by ${question.by.map((_, i) => i + 1).join(', ')}` : '')
  return sql`select ${sql.join([...keys, ...measures, isTotal], sql`, `)}
    from ${cube.base.from}${detail ? joinDetail(cube) : sql``}${spread(cube, question)}
    where ${sql.join(conditions(cube, question, reach), sql` and `)}${grouping}`
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
  ]
}

function keyOf(cube: Cube, name: string, question: Question): SQL {
  if (declared(cube.dimensions, name).multiValued) return sql`${spreadName(name)}.key`
  return sql`coalesce(${viewOf(cube, name, question).key}, ${sql.raw(`'${UNKNOWN}'`)})`
}

function aggregateOf(cube: Cube, measure: Measure, detail: boolean): SQL {
  if (!detail) return sqlOf(measure.base)
  if (measure.detail === 'distinct') return distinctEvents(cube, measure.base)
  if (measure.detail === null) throw new Error('a measure of the event was asked under its detail')
  return sqlOf(measure.detail)
}

function sqlOf({ sum, where }: Aggregate): SQL {
  const filter = where === undefined ? sql`` : sql` filter (where ${where})`
  // The sum of bigints is numeric, which has no number type of its own in JavaScript.
  return sum === undefined ? sql`count(*)${filter}` : sql`coalesce(sum(${sum})${filter}, 0)::bigint`
}

function distinctEvents(cube: Cube, { where }: Aggregate): SQL {
  return sql`count(distinct ${cube.base.key})${where === undefined ? sql`` : sql` filter (where ${where})`}`
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
