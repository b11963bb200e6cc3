import { oneAtATime, readLog, WHOLE_LOG } from '../declaration/log-reader.ts'
import type { Database } from '../platform/database.ts'
import { keepWaiting, selectChangedDeclarations } from './statements.ts'

/** Declarations looked at in one statement, which stays far below the time it is allowed. */
const BATCH = 2_000

/** Brings up to date which declarations wait for somebody, with everything that was acknowledged before. */
export function waitingDeclarations(database: Database): () => Promise<void> {
  return oneAtATime(() =>
    readLog(database, 'work-list', async ({ from }) => {
      const changed = await database.within(WHOLE_LOG, (session) =>
        session.run<{ id: string }>(selectChangedDeclarations, [from]),
      )
      const ids = changed.map(({ id }) => id)
      for (let at = 0; at < ids.length; at += BATCH) await database.run(keepWaiting, [ids.slice(at, at + BATCH)])
      return ids.length > 0
    }),
  )
}
