import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import type { App } from './route-schema.ts'

/** The document itself, and a page of it that needs nothing from elsewhere. */
export const docs = fp(
  async (plain) => {
    const app = plain as unknown as App
    app.route({
      method: 'GET',
      url: '/openapi.json',
      config: { access: 'open' },
      schema: { hide: true },
      handler: async (_request, reply) => reply.type('application/json; charset=utf-8').send(app.swagger()),
    })
    await app.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: true,
      uiConfig: { docExpansion: 'list', tryItOutEnabled: true },
    })
  },
  { name: 'docs', dependencies: ['openapi-document'] },
)
