import type { DeclarationDeps } from '../declaration/deps.ts'
import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { atStart } from '../http/at-start.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { languageOf } from '../http/language.ts'
import { type App, page } from '../http/route-schema.ts'
import { decideContradiction } from './decide.ts'
import { contradictionFinder } from './find.ts'
import { findContradiction, listContradictions, present } from './list.ts'
import { sampleContradiction, sampleExplained, sampleExplanation } from './sample.ts'
import { contradictionDecisionBody, contradictionId, contradictionListQuery, contradictionSchema } from './schema.ts'

/** Filings that contradict one another: the officer's list, and what the officer found. */
export async function contradictionRoutes(app: App, deps: DeclarationDeps): Promise<void> {
  const find = contradictionFinder(deps.database)
  const tags = ['contradictions']
  atStart(app, 'contradictions', find)

  app.route({
    method: 'GET',
    url: '/v1/contradictions',
    config: {
      access: 'contradiction.read',
      returns: 'A page of contradictions.',
      examples: { response: { items: [sampleContradiction], next: null } },
    },
    schema: {
      operationId: 'listContradictions',
      summary: 'Filings that contradict one another',
      description:
        'Within the jurisdiction, newest first, those that were mended too; each names both records, both fields and the article. Checks about diseases are for health offices.',
      tags,
      querystring: contradictionListQuery,
      response: { 200: page(contradictionSchema).meta({ id: 'ContradictionList' }) },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      await find()
      const at = { today: deps.clock(), language: languageOf(request) }
      const found = await listContradictions(deps, callerOf(request), request.query, at)
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })

  app.route({
    method: 'POST',
    url: '/v1/contradictions/:id/decision',
    config: {
      access: 'contradiction.decide',
      returns: 'The contradiction as decided.',
      problems: ['not-found', 'validation-failed'],
      examples: { request: sampleExplanation, response: sampleExplained },
    },
    schema: {
      operationId: 'decideContradiction',
      summary: 'Explain, settle or reopen a contradiction',
      description:
        'About the values there are now: when one of them changes, or the records part again after they agreed, it is open again. Every decision stays on record.',
      tags,
      params: contradictionId,
      body: contradictionDecisionBody,
      response: { 200: contradictionSchema },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const row = await findContradiction(deps, caller, request.params.id, deps.clock())
      if (row === null) return reply.problem('not-found')
      await decideContradiction(deps, caller, row, request.body)
      const decided = await findContradiction(deps, caller, row.id, deps.clock())
      return present(deps, decided ?? row, languageOf(request))
    },
  })
}
