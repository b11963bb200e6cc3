import fp from 'fastify-plugin'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import type { Database } from '../platform/database.ts'
import type { App } from './route-schema.ts'

/** Prometheus metrics of requests, the pool and the process. */
export const metrics = fp<{ database: Database }>(
  async (plain, { database }) => {
    const app = plain as unknown as App
    const registry = new Registry()
    collectDefaultMetrics({ register: registry })
    const labels = ['method', 'route', 'status'] as const
    const requests = new Counter({
      name: 'http_requests_total',
      help: 'Requests answered',
      labelNames: labels,
      registers: [registry],
    })
    const seconds = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'From first byte to answer',
      labelNames: ['method', 'route'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    })
    new Gauge({
      name: 'database_connections',
      help: 'Connections of the pool and requests waiting for one',
      labelNames: ['state'],
      registers: [registry],
      collect() {
        for (const [state, value] of Object.entries(database.stats())) this.set({ state }, value)
      },
    })

    app.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'unknown'
      requests.inc({ method: request.method, route, status: reply.statusCode })
      seconds.observe({ method: request.method, route }, reply.elapsedTime / 1_000)
    })

    app.route({
      method: 'GET',
      url: '/metrics',
      config: {
        access: 'open',
        returns: 'The metrics in the text format of Prometheus.',
        produces: {
          'text/plain': '# HELP http_requests_total Requests answered\n# TYPE http_requests_total counter\n',
        },
      },
      schema: {
        operationId: 'readMetrics',
        summary: 'Metrics for Prometheus',
        description: 'Requests, the pool of connections and the process; nothing about anybody.',
        tags: ['health'],
        response: { 200: z.undefined() },
      },
      handler: async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
    })
  },
  { name: 'metrics', dependencies: ['problems', 'authentication'] },
)
