import rateLimit from '@fastify/rate-limit'
import fp from 'fastify-plugin'
import { ProblemError } from './problems.ts'

/**
 * Requests that may be under way at once. More are turned away rather than queued. The number of requests is measured
 * and not the lag of the event loop: that lag is long after every start, when nobody should be turned away.
 */
const MAX_IN_FLIGHT = 1_000

const WINDOW_SECONDS = 60

/** Rate limits per client (per address without a token) and back-pressure. */
export const limits = fp<{ requestsPerMinute: number }>(
  async (app, { requestsPerMinute }) => {
    let inFlight = 0
    app.addHook('onRequest', async (_request, reply) => {
      if (inFlight >= MAX_IN_FLIGHT) throw new ProblemError('overloaded')
      inFlight += 1
      // Of the socket, because an answer that nobody waits for is never sent.
      reply.raw.once('close', () => {
        inFlight -= 1
      })
    })
    if (requestsPerMinute === 0) return
    await app.register(rateLimit, {
      global: false,
      max: requestsPerMinute,
      timeWindow: WINDOW_SECONDS * 1_000,
      keyGenerator: (request) => request.caller?.clientId ?? request.ip,
      allowList: (request) => request.url === '/livez' || request.url === '/readyz',
    })
    const count = app.createRateLimit()
    // After authentication, so that a client is counted and not the proxy it comes through.
    app.addHook('preParsing', async (request, reply) => {
      const limit = await count(request)
      if (limit.isAllowed) return
      // draft-ietf-httpapi-ratelimit-headers-10; the plugin itself sends the names of an older draft.
      reply.header('ratelimit-policy', `"client";q=${limit.max};w=${WINDOW_SECONDS}`)
      reply.header('ratelimit', `"client";r=${limit.remaining};t=${limit.ttlInSeconds}`)
      if (!limit.isExceeded) return
      reply.header('retry-after', limit.ttlInSeconds)
      throw new ProblemError('too-many-requests')
    })
  },
  { name: 'limits', dependencies: ['problems', 'authentication'] },
)
