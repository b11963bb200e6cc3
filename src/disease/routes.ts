import type { DeclarationDeps } from '../declaration/deps.ts'
import { declarationRoutes } from '../declaration/routes.ts'
import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { languageOf } from '../http/language.ts'
import { type App, page } from '../http/route-schema.ts'
import { diseaseKind } from './kind.ts'
import { listScreenings, sampleListItem, screeningListItem, screeningListQuery, seesDiagnoses } from './list.ts'

export async function diseaseRoutes(app: App, deps: DeclarationDeps): Promise<void> {
  await declarationRoutes(app, diseaseKind, deps)

  app.route({
    method: 'GET',
    url: `/v1/${diseaseKind.path}`,
    config: {
      access: 'disease.read',
      returns: 'A page of screenings.',
      problems: ['forbidden'],
      examples: { response: { items: [sampleListItem], next: null } },
    },
    schema: {
      operationId: 'listDiseaseScreenings',
      summary: 'List disease screenings',
      description: 'Newest round first, each as it stands now, within what the caller may see.',
      tags: [diseaseKind.path],
      querystring: screeningListQuery,
      response: { 200: page(screeningListItem).meta({ id: 'DiseaseScreeningList' }) },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      if (request.query.disease !== undefined && !seesDiagnoses(callerOf(request))) {
        return reply.problem('forbidden', { detail: DIAGNOSES[languageOf(request)] })
      }
      const found = await listScreenings(deps.database, callerOf(request), request.query)
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })
}

const DIAGNOSES = {
  vi: 'Lọc theo bệnh chỉ dành cho cơ quan y tế, doanh nghiệp và cơ sở khám: chẩn đoán là dữ liệu nhạy cảm.',
  en: 'Filtering by disease is for the health office, the enterprise and the facility: diagnoses are sensitive data.',
}
