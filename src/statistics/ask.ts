import { PgDialect } from 'drizzle-orm/pg-core'
import type { Session } from '../platform/database.ts'
import type { Statement } from '../platform/statements.ts'
import { groupBy } from '../reference/group-by.ts'
import { type Cube, type Denominator, isOwn } from './cube.ts'
import { cubeQuery, declared, nameColumn, type Reach } from './cube-query.ts'
import type { Question } from './question.ts'

export type Numbers = Readonly<Record<string, number | null>>

/** Codes by dimension and numbers by measure. */
export interface FigureRow {
  readonly keys: Readonly<Record<string, string>>
  readonly values: Numbers
  /** Of codes that stand in no list, by dimension. */
  readonly names?: Readonly<Record<string, string>>
}

export interface Figures {
  /** In the order of their codes. */
  readonly rows: readonly FigureRow[]
  readonly totals: Numbers
}

type Column = string | number | boolean | null
const dialect = new PgDialect()
/** Counting the distinct accidents of 200,000 victims spills to disk with the 4 MB of PostgreSQL, and takes twice as long. */
const ROOM_TO_HASH: Statement = { text: "set local work_mem = '32MB'" }

/**
 * The figures a question asks for, within a reach. The question must have passed `readQuestion` and `judgeQuestion`.
 * A rate is null where its denominator is; the measures it is made of are shown beside it.
 */
export async function ask(session: Session, cube: Cube, question: Question, reach: Reach): Promise<Figures> {
  const ratios = question.ratios.map((name) => [name, declared(cube.ratios, name)] as const)
  const own = ratios.map(([, { denominator }]) => denominator).filter(isOwn)
  const parts = [...ratios.map(([, { numerator }]) => numerator), ...own.map(({ measure }) => measure)]
  const measures = [...new Set([...question.measures, ...parts])]
  await session.run(ROOM_TO_HASH)
  const counted = await select(session, cube, { ...question, measures }, reach)
  if (ratios.length === 0) return counted
  const lookups = new Map<Denominator, DenominatorOf>()
  for (const [, { denominator }] of ratios) {
    if (!isOwn(denominator) && !lookups.has(denominator))
      lookups.set(denominator, await denominators(session, denominator, question, reach))
  }
  const withRates = ({ keys, values, ...row }: FigureRow): FigureRow => {
    const all: Record<string, number | null> = { ...values }
    for (const [name, { numerator, denominator, per }] of ratios) {
      const divisor = (isOwn(denominator) ? values[denominator.measure] : lookups.get(denominator)?.(keys)) ?? null
      all[denominator.measure] = divisor
      all[name] = rate(values[numerator] ?? null, divisor, per)
    }
    return { ...row, keys, values: all }
  }
  return { rows: counted.rows.map(withRates), totals: withRates({ keys: {}, values: counted.totals }).values }
}

async function select(session: Session, cube: Cube, question: Question, reach: Reach): Promise<Figures> {
  const { sql: text, params } = dialect.sqlToQuery(cubeQuery(cube, question, reach))
  const columns = await session.run<Record<string, Column>>({ text }, params)
  const rows: FigureRow[] = []
  let totals: Numbers = {}
  for (const row of columns) {
    const values = pick(row, question.measures, Number)
    if (question.by.every((name) => row[name] === null)) totals = values
    else rows.push({ keys: pick(row, question.by, String), values, ...namesIn(row, question.by) })
  }
  return { rows: rows.sort((a, b) => compareKeys(question.by, a, b)), totals }
}

function namesIn(row: Readonly<Record<string, Column>>, by: readonly string[]): Pick<FigureRow, 'names'> {
  const names = by.flatMap((name) => {
    const text = row[nameColumn(name)]
    return typeof text === 'string' ? [[name, text] as const] : []
  })
  return names.length === 0 ? {} : { names: Object.fromEntries(names) }
}

type DenominatorOf = (keys: FigureRow['keys']) => number | null

/** The denominator of a row, by the dimensions that the other cube shares; the others leave it as it is. */
async function denominators(
  session: Session,
  { cube, measure }: Denominator,
  question: Question,
  reach: Reach,
): Promise<DenominatorOf> {
  const by = question.by.filter((name) => name in cube.dimensions)
  const filters = new Map([...question.filters].filter(([name]) => name in cube.dimensions))
  const figures = await select(
    session,
    cube,
    { ...question, by, filters, measures: [measure], ratios: [], from: null, to: null },
    reach,
  )
  const keyOf = (keys: FigureRow['keys']) => by.map((name) => keys[name]).join('\n')
  const rows = groupBy(figures.rows, ({ keys }) => keyOf(keys))
  return (keys) =>
    (Object.keys(keys).length === 0 || by.length === 0
      ? figures.totals[measure]
      : rows.get(keyOf(keys))?.[0]?.values[measure]) ?? null
}

/** To four decimals; numerator and denominator stand beside it. Null where there is nothing to divide by. */
function rate(numerator: number | null, denominator: number | null, per: number): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null
  return Math.round(((numerator * per) / denominator) * 1e4) / 1e4
}

function pick<T>(row: Readonly<Record<string, Column>>, names: readonly string[], as: (value: Column) => T) {
  return Object.fromEntries(names.map((name) => [name, as(row[name] ?? null)]))
}

function compareKeys(by: readonly string[], a: FigureRow, b: FigureRow): number {
  for (const name of by) {
    const [left = '', right = ''] = [a.keys[name], b.keys[name]]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}
