import { createHash } from 'node:crypto'
import { oneAtATime, readLog, WHOLE_LOG } from '../declaration/log-reader.ts'
import type { Database } from '../platform/database.ts'
import type { Check, Found } from './check.ts'
import { CHECKS } from './checks.ts'
import { keepContradictions, selectChangedTenants } from './statements.ts'

/** Tenants looked at in one go: every statement stays far below the time it is allowed. */
const BATCH = 250

/** Brings the contradictions up to date with everything that was acknowledged before. */
export function contradictionFinder(database: Database): () => Promise<void> {
  return oneAtATime(() =>
    readLog(database, 'contradictions', async ({ from, readAt }) => {
      const changed = await database.within(WHOLE_LOG, (session) =>
        session.run<{ id: string }>(selectChangedTenants, [from, readAt]),
      )
      const tenants = changed.map(({ id }) => id)
      for (let at = 0; at < tenants.length; at += BATCH) await findAmong(database, tenants.slice(at, at + BATCH))
      return tenants.length > 0
    }),
  )
}

async function findAmong(database: Database, tenants: readonly string[]): Promise<void> {
  const rows = await database.within(WHOLE_LOG, async (session) => {
    const found = new Map<string, ReturnType<typeof rowOf>>()
    for (const check of CHECKS) {
      const law = check.law === undefined ? [] : [JSON.stringify(check.law())]
      const ofCheck = await session.run<Found & Record<string, unknown>>(check.statement, [tenants, ...law])
      for (const row of ofCheck.map((one) => rowOf(check, one))) found.set(row.id, row)
    }
    return [...found.values()]
  })
  await database.run(keepContradictions, [tenants, JSON.stringify(rows)])
}

/** A row of the table `contradiction`. */
function rowOf(check: Check, found: Found) {
  const { left_id, left_field, right_field, subject } = found
  const right_id = check.rightStandsForSeveral ? null : found.right_id
  const told = [check.id, left_id, left_field, right_id, right_field, subject]
  return {
    ...found,
    id: createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32),
    check_id: check.id,
    left_kind: check.left,
    right_kind: check.right,
    holds: true,
    audience: check.audience,
  }
}
