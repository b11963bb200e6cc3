import type { DeclarationDeps } from '../declaration/deps.ts'
import { declarationRoutes } from '../declaration/routes.ts'
import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { type App, page } from '../http/route-schema.ts'
import { incidentKind } from './kind.ts'
import { incidentListItem, incidentListQuery, listIncidents, sampleListItem } from './list.ts'

export async function technicalIncidentRoutes(app: App, deps: DeclarationDeps): Promise<void> {
  await declarationRoutes(app, incidentKind, deps)

  app.route({
    method: 'GET',
    url: `/v1/${incidentKind.path}`,
    config: {
      access: 'incident.read',
      returns: 'A page of declarations.',
      examples: { response: { items: [sampleListItem], next: null } },
    },
    schema: {
      operationId: 'listIncidents',
      summary: 'List declarations of technical incidents',
      description: 'Newest incident first, each as it stands now, within what the caller may see.',
      tags: [incidentKind.path],
      querystring: incidentListQuery,
      response: { 200: page(incidentListItem).meta({ id: 'IncidentList' }) },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      const found = await listIncidents(deps.database, callerOf(request), request.query)
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })
}
