import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import { declarationFindings } from './projector.ts'
import { type QualityDeps, readConfirmations, readQuality } from './read.ts'
import { sampleConfirmed, sampleQuality } from './sample.ts'
import { confirmationList, confirmationQuery, qualityList, qualityQuery } from './schema.ts'

/** What was found in the declarations that stand, and what filers confirmed. */
export async function dataQualityRoutes(app: App, deps: QualityDeps): Promise<void> {
  const bringUpToDate = declarationFindings(deps.database)
  const tags = ['data-quality']

  app.route({
    method: 'GET',
    url: '/v1/data-quality',
    config: {
      access: 'data-quality.read',
      returns: 'A page of groups, those with the most findings first.',
      examples: { response: { items: [sampleQuality], next: null } },
    },
    schema: {
      operationId: 'readDataQuality',
      summary: 'Findings by rule, filer and unit',
      description:
        'Of the latest revisions within the jurisdiction and of the investigations and outcomes added to them, withdrawn and merged ones left out, and of the kinds this office sees whole. Holds everything acknowledged before the question.',
      tags,
      querystring: qualityQuery,
      response: { 200: qualityList },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      await bringUpToDate()
      const found = await readQuality(deps, callerOf(request), request.query, languageOf(request))
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/data-quality/confirmations',
    config: {
      access: 'data-quality.read',
      returns: 'A page of confirmed warnings.',
      examples: { response: { items: [sampleConfirmed], next: null } },
    },
    schema: {
      operationId: 'listConfirmations',
      summary: 'Why filers confirmed what is improbable',
      description: 'Newest legal date first, for the office that sees the whole declaration.',
      tags,
      querystring: confirmationQuery,
      response: { 200: confirmationList },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      await bringUpToDate()
      const found = await readConfirmations(deps, callerOf(request), request.query, languageOf(request))
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })
}
