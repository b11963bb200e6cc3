import type { AnyKind } from '../declaration/kind.ts'
import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { listWork } from './list.ts'
import { waitingDeclarations } from './projector.ts'
import { sampleCounts, sampleWork } from './sample.ts'
import { workList, workListQuery } from './schema.ts'

export interface WorkListDeps {
  readonly database: Database
  readonly clock: Clock
  readonly kinds: readonly AnyKind[]
  /** What else the list is read from, brought up to date: obligations, contradictions, duplicates. */
  readonly upToDate: readonly (() => Promise<void>)[]
}

/** What waits for an officer. */
export async function workListRoutes(app: App, { database, clock, kinds, upToDate }: WorkListDeps): Promise<void> {
  const sources = [waitingDeclarations(database), ...upToDate]

  app.route({
    method: 'GET',
    url: '/v1/work-list',
    config: {
      access: 'work-list.read',
      returns: 'A page of what waits, and the counts of all by sort of work.',
      examples: { response: { items: sampleWork, next: null, counts: sampleCounts } },
    },
    schema: {
      operationId: 'listWork',
      summary: 'What waits for this office',
      description:
        'By the clock: what is due first comes first, then what has waited longest. Only what this caller may do something about, within its jurisdiction. Holds everything acknowledged before the question.',
      tags: ['work-list'],
      querystring: workListQuery,
      response: { 200: workList },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      await Promise.all(sources.map((bring) => bring()))
      const at = { kinds, now: clock(), language: languageOf(request) }
      const found = await listWork(database, callerOf(request), request.query, at)
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })
}
