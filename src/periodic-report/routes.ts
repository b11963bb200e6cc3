import type { DeclarationDeps } from '../declaration/deps.ts'
import { declarationRoutes } from '../declaration/routes.ts'
import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { languageOf } from '../http/language.ts'
import { type App, page } from '../http/route-schema.ts'
import type { Language } from '../rules/rule.ts'
import { type DraftDeps, draftQuery, draftReport, draftSchema, sampleDraft } from './draft.ts'
import { reportKind } from './kind.ts'
import { listReports, reportListItem, reportListQuery, sampleListItem } from './list.ts'
import { officeSummaryRoute } from './office-summary/route.ts'

export async function reportRoutes(app: App, deps: DeclarationDeps & DraftDeps): Promise<void> {
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
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      const found = await listReports(deps.database, callerOf(request), request.query)
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
      const found = await draftReport(deps, callerOf(request), request.query, languageOf(request))
      if (found === 'not-found') return reply.problem('not-found')
      if (found === 'no-such-period' || found === 'not-owed') {
        return reply.problem('invalid-request', notDrafted(found, languageOf(request)))
      }
      return found
    },
  })
}

function notDrafted(code: keyof typeof NOT_DRAFTED, language: Language) {
  const { pointer, ...message } = NOT_DRAFTED[code]
  return { errors: [{ pointer, code, message: message[language] }] }
}

const NOT_DRAFTED = {
  'no-such-period': {
    pointer: '/querystring/period',
    vi: 'Loại báo cáo này chỉ lập cho cả năm.',
    en: 'This report is made of whole years only.',
  },
  'not-owed': {
    pointer: '/querystring/kind',
    vi: 'Loại báo cáo này do bên khác lập; cơ quan soạn thay một cơ sở thì nêu enterprise.',
    en: 'This kind of report is owed by somebody else; an office that drafts for an enterprise names it by enterprise.',
  },
} as const
