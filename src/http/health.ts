import { z } from 'zod'
import type { Database } from '../platform/database.ts'
import type { App } from './route-schema.ts'

const health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })

/** `ready` turns false when the service begins to shut down, so that balancers send no more. */
export async function healthRoutes(app: App, deps: { database: Database; ready: () => boolean }): Promise<void> {
  app.route({
    method: 'GET',
    url: '/livez',
    config: { access: 'open', returns: 'The process is alive.', examples: { response: { status: 'ok' } } },
    schema: {
      operationId: 'getLiveness',
      summary: 'The process is alive',
      description: 'Asks nothing of the database.',
      tags: ['health'],
      response: { 200: health },
    },
    handler: async () => ({ status: 'ok' }),
  })

  app.route({
    method: 'GET',
    url: '/readyz',
    config: { access: 'open', returns: 'The service can serve.', examples: { response: { status: 'ok' } } },
    schema: {
      operationId: 'getReadiness',
      summary: 'The service can serve',
      description: 'Its database answers and it is not shutting down.',
      tags: ['health'],
      response: { 200: health },
    },
    handler: async (_request, reply) => {
      if (!deps.ready()) return reply.problem('overloaded')
      await deps.database.ping()
      return { status: 'ok' }
    },
  })
}
