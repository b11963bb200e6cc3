import { z } from 'zod'
import { answeredNotModified, contentTag } from '../../http/conditional.ts'
import { languageOf } from '../../http/language.ts'
import { formatFor, MEDIA_TYPES } from '../../http/media-type.ts'
import type { App } from '../../http/route-schema.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import { legalDateOf } from '../../reference/legal-date.ts'
import type { Text } from '../../rules/rule.ts'
import { describeStatistics } from '../describe.ts'
import { describedTable, publicationSchema } from '../description-schemas.ts'
import { examplePublication } from '../examples.ts'
import { type PeriodKind, publishedTables } from './declared-tables.ts'
import { readPeriod } from './period.ts'
import { presentPublication, publicationCsv } from './present.ts'
import { publish } from './publish.ts'

/** Tables that everybody may read, without a token: no filters and no `asOf`, so that nothing can be worked out. */
export async function publishedRoutes(app: App, deps: { database: Database; clock: Clock }): Promise<void> {
  app.route({
    method: 'GET',
    url: '/v1/statistics/published',
    config: {
      access: 'open',
      returns: 'The tables, without their figures.',
      revalidated: true,
      answers: ['ETag', 'Cache-Control'],
      examples: { response: { items: describeStatistics().published } },
    },
    schema: {
      operationId: 'listPublishedTables',
      summary: 'All published tables',
      description: 'What each counts, by what, and for which kind of period.',
      tags: ['statistics'],
      response: { 200: z.object({ items: z.array(describedTable) }).meta({ id: 'PublishedTables' }) },
    },
    handler: async (request, reply) => {
      const answer = { items: describeStatistics().published }
      reply.header('cache-control', 'public, max-age=300')
      if (answeredNotModified(request, reply, contentTag(answer))) return reply
      return answer
    },
  })

  const example = examplePublication(publishedTables[0])
  app.route({
    method: 'GET',
    url: '/v1/statistics/published/:table',
    config: {
      access: 'open',
      returns: 'The table.',
      revalidated: true,
      problems: ['not-found', 'conflict', 'not-acceptable'],
      answers: ['ETag', 'Cache-Control'],
      produces: { [MEDIA_TYPES.csv]: example.csv },
      examples: { response: example.json },
    },
    schema: {
      operationId: 'readPublishedTable',
      summary: 'A published table of one closed period',
      description:
        'Fixed at the first asking after its period has closed, and suppressed then. A year closes on 25 January of the next, its first half on 15 July. JSON or CSV by Accept.',
      tags: ['statistics'],
      params: z.object({
        table: z
          .string()
          .max(60)
          .regex(/^[a-z-]+$/)
          .meta({
            description: `One of: ${publishedTables.map(({ id }) => id).join(', ')}.`,
            examples: publishedTables.map(({ id }) => id),
          }),
      }),
      querystring: z.strictObject({
        period: z
          .string()
          .regex(/^(19|20)\d{2}(-H[12])?$/)
          .meta({ description: 'A year or a half-year, as the table is published.', examples: ['2025', '2025-H1'] }),
      }),
      response: { 200: publicationSchema },
    },
    handler: async (request, reply) => {
      const language = languageOf(request)
      const format = formatFor(request.headers.accept)
      if (format === null) return reply.problem('not-acceptable')
      const table = publishedTables.find(({ id }) => id === request.params.table)
      if (table === undefined) return reply.problem('not-found')
      const period = readPeriod(request.query.period)
      if (period === null || period.kind !== table.period) {
        const message = OTHER_PERIODS[table.period][language]
        return reply.problem('invalid-request', {
          errors: [{ pointer: '/querystring/period', code: 'unknown-period', message }],
        })
      }
      const now = deps.clock()
      if (legalDateOf(now) < period.closesOn) {
        return reply.problem('conflict', { detail: notClosed(period.id, period.closesOn)[language] })
      }
      const publication = await publish(deps.database, table, period, now)
      if (publication === null) return reply.problem('not-found', { detail: NOTHING_KNOWN[language] })
      const answer = presentPublication(table, period, publication)
      reply.header('cache-control', 'public, no-cache')
      if (answeredNotModified(request, reply, contentTag([format, language, answer]))) return reply
      if (format === 'json') return answer
      return reply
        .type(`${MEDIA_TYPES.csv}; charset=utf-8`)
        .serializer((text: string) => text)
        .send(publicationCsv(table, publication, language))
    },
  })
}

const OTHER_PERIODS: Record<PeriodKind, Text> = {
  year: { vi: 'Bảng này công bố theo năm, ví dụ 2025.', en: 'This table is published by year, as 2025.' },
  half: {
    vi: 'Bảng này công bố theo nửa năm, ví dụ 2025-H1.',
    en: 'This table is published by half-year, as 2025-H1.',
  },
}

const NOTHING_KNOWN: Text = {
  vi: 'Chưa có số liệu nào của kỳ này.',
  en: 'Nothing is known of this period yet.',
}

function notClosed(period: string, closesOn: string): Text {
  return {
    vi: `Kỳ ${period} chưa khóa sổ; bảng được công bố từ ngày ${closesOn}.`,
    en: `Period ${period} is not closed yet; its table is published from ${closesOn}.`,
  }
}
