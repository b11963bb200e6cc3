import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { atStart } from '../http/at-start.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import { listObligations, type ObligationDeps } from './list.ts'
import { present } from './present.ts'
import { obligationProjector } from './projector.ts'
import { sampleCounts, sampleObligation, sampleWaived, sampleWaiver } from './sample.ts'
import { obligationList, obligationListQuery, obligationParams, obligationSchema, waiverBody } from './schema.ts'
import { waive } from './waive.ts'

/** Who owes what to whom by when, and waivers. */
export async function obligationRoutes(app: App, deps: ObligationDeps): Promise<void> {
  const bringUpToDate = obligationProjector(deps)
  const tags = ['obligations']
  atStart(app, 'obligations', bringUpToDate)

  app.route({
    method: 'GET',
    url: '/v1/obligations',
    config: {
      access: 'obligation.read',
      returns: 'A page of obligations, and the counts of all by status.',
      examples: { response: { items: [sampleObligation], next: null, counts: sampleCounts } },
    },
    schema: {
      operationId: 'listObligations',
      summary: 'Who owes what to whom by when',
      description:
        'What is due first comes first. Enterprises see what lies with them, offices and communes their jurisdiction, by the place or by the head office. Holds everything acknowledged before the question.',
      tags,
      querystring: obligationListQuery,
      response: { 200: obligationList },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      await bringUpToDate()
      const found = await listObligations(deps, callerOf(request), request.query, languageOf(request))
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })

  app.route({
    method: 'POST',
    url: '/v1/obligations/:id/waiver',
    config: {
      access: 'obligation.waive',
      returns: 'The obligation as decided.',
      problems: ['not-found', 'forbidden', 'conflict'],
      examples: { request: sampleWaiver, response: sampleWaived },
    },
    schema: {
      operationId: 'waiveObligation',
      summary: 'Waive an obligation, or lift its waiver',
      description:
        'By the office that watches over the duty, of an accident or incident that of the place; never by whoever owes it. Every decision stays on record, with who and why.',
      tags,
      params: obligationParams,
      body: waiverBody,
      response: { 200: obligationSchema },
    },
    handler: async (request, reply) => {
      await bringUpToDate()
      const language = languageOf(request)
      const done = await waive(deps, callerOf(request), request.params.id, request.body)
      switch (done.outcome) {
        case 'decided':
          return present(deps, done.row, { now: deps.clock(), language })
        case 'forbidden':
          return reply.problem('forbidden', { detail: done.why[language] })
        default:
          return reply.problem(done.outcome)
      }
    },
  })
}
