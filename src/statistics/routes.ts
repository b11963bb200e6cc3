import { answeredNotModified, contentTag } from '../http/conditional.ts'
import type { App } from '../http/route-schema.ts'
import { allCubes } from './all-cubes.ts'
import { cubeRoute, type StatisticsDeps } from './cube-route.ts'
import { describeStatistics } from './describe.ts'
import { statisticsSchema } from './description-schemas.ts'
import { publishedRoutes } from './published/routes.ts'

/** What can be asked, each cube, and the tables for everybody. */
export async function statisticsRoutes(app: App, deps: StatisticsDeps): Promise<void> {
  app.route({
    method: 'GET',
    url: '/v1/statistics',
    config: {
      access: 'open',
      returns: 'The cubes and the published tables.',
      revalidated: true,
      answers: ['ETag', 'Cache-Control'],
      examples: { response: describeStatistics() },
    },
    schema: {
      operationId: 'describeStatistics',
      summary: 'What can be asked',
      description: 'Cubes with their dimensions, measures and rates, and the published tables.',
      tags: ['statistics'],
      response: { 200: statisticsSchema },
    },
    handler: async (request, reply) => {
      const answer = describeStatistics()
      reply.header('cache-control', 'public, max-age=300')
      if (answeredNotModified(request, reply, contentTag(answer))) return reply
      return answer
    },
  })

  for (const cube of allCubes) await cubeRoute(app, cube, deps)
  await publishedRoutes(app, deps)
}
