import type { DeclarationDeps } from '../../declaration/deps.ts'
import { callerOf } from '../../http/authentication.ts'
import { languageOf } from '../../http/language.ts'
import { formatFor, MEDIA_TYPES } from '../../http/media-type.ts'
import type { App } from '../../http/route-schema.ts'
import { schemeOn, type UnitScheme, unitKey } from '../../reference/administrative-units.ts'
import { type LegalDate, legalDateOf } from '../../reference/legal-date.ts'
import { EMPTY_ROW } from '../accident-summary/columns.ts'
import { readPeriod } from '../period.ts'
import { officeSummaryCsv } from './csv.ts'
import { type FiguresOfOffice, figuresOfOffice } from './figures-of-office.ts'
import { officeSummary } from './office-summary.ts'
import { officeSummaryQuery, officeSummarySchema } from './schema.ts'

/** An office reads Annex XIV of its area from the reports it holds. */
export async function officeSummaryRoute(
  app: App,
  { database, clock }: Pick<DeclarationDeps, 'database' | 'clock'>,
): Promise<void> {
  const example = officeSummary(SAMPLE, { year: 2026, half: 1 }, 'VN-2025:19', 'vi')
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
    handler: async (request, reply) => {
      const format = formatFor(request.headers.accept)
      if (format === null) return reply.problem('not-acceptable')
      const { period: text, unit, part } = request.query
      const period = readPeriod(text)
      const language = languageOf(request)
      const key = unit === undefined ? null : keyOf(unit, legalDateOf(clock()))
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

function keyOf(unit: string, today: LegalDate): string {
  const [scheme, code] = unit.includes(':') ? unit.split(':') : [schemeOn(today), unit]
  return unitKey({ scheme: scheme as UnitScheme, code: code ?? '' })
}

/** One joint-stock company with one fatal accident, which declared it. */
const SAMPLE: FiguresOfOffice = {
  reported: [{ ownership: '3', establishments: 1, workers: 240, women: 35, victims: 1, deaths: 1, serious: 0 }],
  registered: [{ ownership: '3', establishments: 2, workers: 300 }],
  cells: new Map(
    ['1', '1.1.1', '1.2.injury-factors-kb:fall-from-height', '1.3.71', '3'].flatMap((row) =>
      Object.entries({ ...EMPTY_ROW, accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1 }).map(
        ([column, value]) => [`${row}.${column}`, value] as const,
      ),
    ),
  ),
  declared: { accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1, serious: 0 },
}
