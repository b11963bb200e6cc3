import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import fp from 'fastify-plugin'
import { ProblemError } from './problems.ts'

/** How long the event loop may lag before requests are turned away rather than queued, in milliseconds. */
const MAX_EVENT_LOOP_DELAY = 1_000

/** Rate limits per client (per address without a token) and back-pressure. */
export const limits = fp<{ requestsPerMinute: number }>(
  async (app, { requestsPerMinute }) => {
    await app.register(underPressure, {
      maxEventLoopDelay: MAX_EVENT_LOOP_DELAY,
      retryAfter: 2,
      exposeStatusRoute: false,
      pressureHandler: () => {
        throw new ProblemError('overloaded')
      },
    })
    if (requestsPerMinute === 0) return
    await app.register(rateLimit, {
      max: requestsPerMinute,
      timeWindow: 60_000,
      // After authentication, so that a client is counted and not the proxy it comes through.
      hook: 'preParsing',
      keyGenerator: (request) => request.caller?.clientId ?? request.ip,
      enableDraftSpec: true,
      errorResponseBuilder: () => new ProblemError('too-many-requests'),
      allowList: (request) => request.url === '/livez' || request.url === '/readyz',
      addHeaders: { 'retry-after': true },
    })
  },
  { name: 'limits', dependencies: ['problems', 'authentication'] },
)
