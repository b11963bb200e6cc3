import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { z } from 'zod'
import type { App } from './route-schema.ts'

const openApiDocument = z
  .looseObject({ openapi: z.string(), info: z.looseObject({}), paths: z.looseObject({}) })
  .meta({ id: 'OpenApiDocument', description: 'OpenAPI Specification 3.1.' })

/** Nothing from elsewhere; and plain http stays possible, as on a network of its own. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Swagger UI styles some of its elements in place.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The document itself, and a page of it that needs nothing from elsewhere. */
export const docs = fp(
  async (plain) => {
    const app = plain as unknown as App
    app.route({
      method: 'GET',
      url: '/openapi.json',
      config: {
        access: 'open',
        returns: 'OpenAPI 3.1.',
        examples: { response: { openapi: '3.1.0', info: { title: 'Khai Báo', version: '0.1.0' }, paths: {} } },
      },
      schema: {
        operationId: 'readOpenApi',
        summary: 'This document',
        description: 'As a page for people: /docs, which loads nothing from elsewhere.',
        tags: ['reference'],
        response: { 200: openApiDocument },
      },
      handler: async (_request, reply) => reply.type('application/json; charset=utf-8').send(app.swagger()),
    })
    // Made before anybody asks: it takes long enough to hold up other requests.
    app.addHook('onReady', async () => {
      app.swagger()
    })
    await app.register(swaggerUi, {
      routePrefix: '/docs',
      staticCSP: PAGE_POLICY,
      theme: { title: 'Khai Báo' },
      uiConfig: { docExpansion: 'list', tryItOutEnabled: true },
    })
  },
  { name: 'docs', dependencies: ['openapi-document'] },
)
