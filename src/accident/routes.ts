import type { DeclarationDeps } from '../declaration/deps.ts'
import { declarationRoutes } from '../declaration/routes.ts'
import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { type App, page } from '../http/route-schema.ts'
import { dossierRoutes } from './dossier-routes.ts'
import { investigationRoutes } from './investigation/routes.ts'
import { accidentKind } from './kind.ts'
import { accidentListItem, accidentListQuery, listAccidents, sampleListItem } from './list.ts'
import { outcomeRoutes } from './outcome/routes.ts'

export async function accidentRoutes(app: App, deps: DeclarationDeps): Promise<void> {
  await declarationRoutes(app, accidentKind, deps)
  await outcomeRoutes(app, deps)
  await investigationRoutes(app, deps)
  await dossierRoutes(app, deps)

  app.route({
    method: 'GET',
    url: `/v1/${accidentKind.path}`,
    config: {
      access: 'accident.read',
      returns: 'A page of declarations.',
      examples: { response: { items: [sampleListItem], next: null } },
    },
    schema: {
      operationId: 'listAccidents',
      summary: 'List accident declarations',
      description: 'Newest accident first, each as it stands now, within what the caller may see.',
      tags: [accidentKind.path],
      querystring: accidentListQuery,
      response: { 200: page(accidentListItem).meta({ id: 'AccidentList' }) },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      const found = await listAccidents(deps.database, callerOf(request), request.query)
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })
}
