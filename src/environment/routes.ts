import type { DeclarationDeps } from '../declaration/deps.ts'
import { readDeclaration } from '../declaration/read.ts'
import { declarationId } from '../declaration/route-schemas.ts'
import { declarationRoutes } from '../declaration/routes.ts'
import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { languageOf } from '../http/language.ts'
import { type App, page } from '../http/route-schema.ts'
import { annualSummary, annualSummaryQuery, annualSummarySchema } from './annual-summary.ts'
import { exampleViews } from './examples.ts'
import { type FormSource, form04, form04Schema } from './form-04.ts'
import { environmentKind } from './kind.ts'
import { campaignListItem, campaignListQuery, listCampaigns, sampleListItem } from './list.ts'

const NO_ENTERPRISE = [
  {
    pointer: '/enterpriseId',
    code: 'missing',
    message: 'enterpriseId: ghi cơ sở được hỏi (state the enterprise that is asked about).',
  },
]

export async function environmentRoutes(app: App, deps: DeclarationDeps): Promise<void> {
  const base = `/v1/${environmentKind.path}`
  const tags = [environmentKind.path]
  const examples = await exampleViews('vi')
  await declarationRoutes(app, environmentKind, deps)

  app.route({
    method: 'GET',
    url: base,
    config: {
      access: 'environment.read',
      returns: 'A page of campaigns.',
      examples: { response: { items: [sampleListItem], next: null } },
    },
    schema: {
      operationId: 'listEnvironmentMonitorings',
      summary: 'List monitoring campaigns',
      description: 'Newest sampling first, each as it stands now, within what the caller may see.',
      tags,
      querystring: campaignListQuery,
      response: { 200: page(campaignListItem).meta({ id: 'EnvironmentList' }) },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      const found = await listCampaigns(deps.database, callerOf(request), request.query)
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })

  app.route({
    method: 'GET',
    url: `${base}/annual-summary`,
    config: {
      access: 'environment.read',
      returns: 'The samples of the year as item 9 groups them.',
      problems: ['not-found'],
      examples: { response: examples.annualSummary },
    },
    schema: {
      operationId: 'summariseEnvironmentYear',
      summary: 'Item 9 of the annual report',
      description:
        'Failing and all samples of one enterprise in one year, from the campaigns that count as monitoring (Circular 07/2016, Annex II, item 9).',
      tags,
      querystring: annualSummaryQuery,
      response: { 200: annualSummarySchema },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const { year, enterpriseId = caller.tenantId } = request.query
      if (enterpriseId === null) return reply.problem('invalid-request', { errors: NO_ENTERPRISE })
      const found = await annualSummary(deps.database, caller, { year, enterpriseId }, languageOf(request))
      return found ?? reply.problem('not-found')
    },
  })

  app.route({
    method: 'GET',
    url: `${base}/:id/form-04`,
    config: {
      access: 'environment.read',
      returns: 'Form 04 with a verdict on each result.',
      problems: ['not-found'],
      examples: { response: examples.form04 },
    },
    schema: {
      operationId: 'readEnvironmentForm',
      summary: 'Form 04 of a campaign',
      description: 'The report of Decree 44/2016, Annex III, as a view of what was filed; without who signs it.',
      tags,
      params: declarationId,
      response: { 200: form04Schema },
    },
    handler: async (request, reply) => {
      const language = languageOf(request)
      const asked = { caller: callerOf(request), language, id: request.params.id, purpose: null }
      const found = await readDeclaration(environmentKind, deps, asked)
      return found === null ? reply.problem('not-found') : form04(found.view as unknown as FormSource, language)
    },
  })
}
