import fp from 'fastify-plugin'
import { v7 as uuid } from 'uuid'
import { headerOf } from './authentication.ts'
import { languageOf } from './language.ts'

const KNOWN_ID = /^[A-Za-z0-9._-]{1,64}$/
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/

/** The caller's id of the request where it is usable, else one of ours. */
export function requestId(raw: { headers: Record<string, string | string[] | undefined> }): string {
  const given = raw.headers['x-request-id']
  return typeof given === 'string' && KNOWN_ID.test(given) ? given : uuid()
}

/**
 * One line a request, and the headers that every answer has. Paths are logged without their query and bodies never:
 * both may hold personal data.
 */
export const requestLog = fp(
  async (app) => {
    app.addHook('onSend', async (request, reply) => {
      reply.header('x-request-id', request.id)
      reply.header('content-language', languageOf(request))
      reply.header('vary', [reply.getHeader('vary'), 'Accept-Language'].filter(Boolean).join(', '))
    })
    app.addHook('onResponse', async (request, reply) => {
      request.log.info(
        {
          method: request.method,
          route: request.routeOptions.url,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime * 10) / 10,
          clientId: request.caller?.clientId,
          traceId: TRACEPARENT.exec(headerOf(request, 'traceparent') ?? '')?.[1],
        },
        'answered',
      )
    })
  },
  { name: 'request-log', dependencies: ['authentication'] },
)
