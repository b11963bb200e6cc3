import type { DeclarationDeps } from '../../declaration/deps.ts'
import { unitInJurisdiction } from '../../declaration/unit-in-jurisdiction.ts'
import { callerOf } from '../../http/authentication.ts'
import { languageOf } from '../../http/language.ts'
import { formatFor, MEDIA_TYPES } from '../../http/media-type.ts'
import type { App } from '../../http/route-schema.ts'
import { unitKey } from '../../reference/administrative-units.ts'
import { readPeriod } from '../period.ts'
import { officeSummaryCsv } from './csv.ts'
import { figuresOfOffice } from './figures-of-office.ts'
import { officeSummary } from './office-summary.ts'
import { sampleHeld } from './sample.ts'
import { officeSummaryQuery, officeSummarySchema } from './schema.ts'

/** An office reads Annex XIV of its area from the reports it holds. */
export async function officeSummaryRoute(app: App, { database }: Pick<DeclarationDeps, 'database'>): Promise<void> {
  const example = officeSummary(sampleHeld, { year: 2026, half: 1 }, 'VN-2025:19', 'vi')
  app.route({
    method: 'GET',
    url: '/v1/periodic-reports/office-summary',
    config: {
      access: 'report.summarise',
      returns: 'The summary.',
      problems: ['not-acceptable'],
      produces: { [MEDIA_TYPES.csv]: officeSummaryCsv(example, 'II', 'vi') },
      examples: { response: example },
    },
    schema: {
      operationId: 'summariseReports',
      summary: "The office's own summary (Annex XIV)",
      description:
        'Made from the reports in force of head offices in the area, and held against what was declared. JSON or CSV by Accept.',
      tags: ['periodic-reports'],
      querystring: officeSummaryQuery,
      response: { 200: officeSummarySchema },
    },
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      const format = formatFor(request.headers.accept)
      if (format === null) return reply.problem('not-acceptable')
      const { period: text, unit, part } = request.query
      const period = readPeriod(text)
      const language = languageOf(request)
      const key = unit === undefined ? null : unitKey(unit)
      const summary = officeSummary(
        await figuresOfOffice(database, callerOf(request), period, key),
        period,
        key,
        language,
      )
      if (format === 'json') return summary
      return reply
        .type(`${MEDIA_TYPES.csv}; charset=utf-8`)
        .serializer((csv: string) => csv)
        .send(officeSummaryCsv(summary, part, language))
    },
  })
}
