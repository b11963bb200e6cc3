import { oneAtATime, readLog, WHOLE_LOG } from '../declaration/log-reader.ts'
import type { Database } from '../platform/database.ts'
import { keepFindings, selectChangedDeclarations } from './statements.ts'

/** Declarations looked at in one statement, which stays far below the time it is allowed. */
const BATCH = 1_000

/** Brings the findings up to date with everything that was acknowledged before. */
export function declarationFindings(database: Database): () => Promise<void> {
  return oneAtATime(() =>
    readLog(database, 'data-quality', async ({ from }) => {
      const changed = await database.within(WHOLE_LOG, (session) =>
        session.run<{ id: string }>(selectChangedDeclarations, [from]),
      )
      const ids = changed.map(({ id }) => id)
      for (let at = 0; at < ids.length; at += BATCH) await database.run(keepFindings, [ids.slice(at, at + BATCH)])
      return ids.length > 0
    }),
  )
}
