import type { Database, Session } from '../../platform/database.ts'
import { ask } from '../ask.ts'
import type { Question } from '../question.ts'
import { codesInForce } from './codes-in-force.ts'
import type { PublishedTable } from './declared-tables.ts'
import { suppressTable, type TableWithMargins } from './margins.ts'
import type { Period } from './period.ts'
import { insertPublishedTable, selectPublishedTable } from './statements.ts'

export interface Publication {
  readonly computedAt: Date
  readonly content: TableWithMargins
}

/**
 * The table of a closed period, fixed for good at the first asking: computing it again after a late filing would let
 * two versions be compared. Null while nothing of the period is known, which is not fixed.
 */
export async function publish(
  database: Database,
  table: PublishedTable,
  period: Period,
  now: Date,
): Promise<Publication | null> {
  return database.within({ reach: '*' }, async (session) => {
    const fixed = await read(session, table, period)
    if (fixed !== null) return fixed
    const content = await compute(session, table, period)
    if (content === null) return null
    await session.run(insertPublishedTable, [table.id, period.id, now, JSON.stringify(content)])
    return read(session, table, period)
  })
}

async function read(session: Session, table: PublishedTable, period: Period): Promise<Publication | null> {
  const [row] = await session.run<{ computed_at: Date; content: TableWithMargins }>(selectPublishedTable, [
    table.id,
    period.id,
  ])
  return row === undefined ? null : { computedAt: row.computed_at, content: row.content }
}

async function compute(
  session: Session,
  { cube, by, measures }: PublishedTable,
  { from, to }: Period,
): Promise<TableWithMargins | null> {
  const { confidential } = cube
  // What is hidden from offices is hidden here by the same counts, so that neither answer tells what the other hides.
  const masking = confidential?.measures ?? measures
  const question: Question = {
    measures: masking,
    ratios: [],
    by,
    filters: new Map(),
    ...(confidential && { without: confidential.hidden }),
    from,
    to,
    asOf: null,
    units: 'current',
  }
  const { rows } = await ask(session, cube, question, '*')
  if (rows.length === 0) return null
  const counted = rows.map(({ keys, values }) => ({
    keys,
    counts: Object.fromEntries(masking.map((measure) => [measure, values[measure] ?? 0])),
  }))
  return suppressTable(by, masking, counted, codesInForce(cube, by, { from, to }), confidential ? 'known' : 'unknown')
}
