import type { DeclarationDeps } from '../declaration/deps.ts'
import { declarationRoutes } from '../declaration/routes.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { languageOf } from '../http/language.ts'
import { type App, page } from '../http/route-schema.ts'
import type { Language } from '../rules/rule.ts'
import { draftQuery, draftReport, draftSchema, sampleDraft } from './draft.ts'
import { reportKind } from './kind.ts'
import { listReports, reportListItem, reportListQuery, sampleListItem } from './list.ts'
import { officeSummaryRoute } from './office-summary/route.ts'

export async function reportRoutes(app: App, deps: DeclarationDeps): Promise<void> {
  await declarationRoutes(app, reportKind, deps)
  await officeSummaryRoute(app, deps)

  app.route({
    method: 'GET',
    url: `/v1/${reportKind.path}`,
    config: {
      access: 'report.read',
      returns: 'A page of reports.',
      examples: { response: { items: [sampleListItem], next: null } },
    },
    schema: {
      operationId: 'listReports',
      summary: 'List periodic reports',
      description: 'The last filed first, each as it stands now, within what the caller may see.',
      tags: [reportKind.path],
      querystring: reportListQuery,
      response: { 200: page(reportListItem).meta({ id: 'ReportList' }) },
    },
    handler: async (request, reply) => {
      const found = await listReports(deps.database, callerOf(request), request.query, deps.clock())
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })

  app.route({
    method: 'GET',
    url: `/v1/${reportKind.path}/draft`,
    config: {
      access: 'report.read',
      returns: 'The draft, and which declarations its figures come from.',
      problems: ['not-found', 'invalid-request'],
      examples: { response: sampleDraft },
    },
    schema: {
      operationId: 'draftReport',
      summary: 'Draft a periodic report',
      description: 'Filled in from what was declared of the period; complete it and file it.',
      tags: [reportKind.path],
      querystring: draftQuery,
      response: { 200: draftSchema },
    },
    handler: async (request, reply) => {
      const found = await draftReport(deps, callerOf(request), request.query)
      if (found === 'not-found') return reply.problem('not-found')
      if (found === 'no-such-period') return reply.problem('invalid-request', noSuchPeriod(languageOf(request)))
      return found
    },
  })
}

function noSuchPeriod(language: Language) {
  const message = {
    vi: 'Loại báo cáo này chỉ lập cho cả năm.',
    en: 'This report is made of whole years only.',
  }[language]
  return { errors: [{ pointer: '/querystring/period', code: 'no-such-period', message }] }
}
