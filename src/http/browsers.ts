import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import fp from 'fastify-plugin'

/** What browsers are told: which origin's pages may call, what they may read, and to protect their users. */
export const browsers = fp<{ origin: string }>(
  async (app, { origin }) => {
    // The page of the document brings a policy of its own; nothing else here is a page.
    await app.register(helmet, { contentSecurityPolicy: false })
    await app.register(cors, {
      origin,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
      exposedHeaders: EXPOSED_HEADERS,
      maxAge: PREFLIGHT_SECONDS,
      // Without an Origin an OPTIONS request is no preflight, but nothing wrong either.
      strictPreflight: false,
    })
  },
  { name: 'browsers' },
)

const PREFLIGHT_SECONDS = 600

/** Those that a page cannot read unless told so (Fetch standard, safelisted response headers). */
const EXPOSED_HEADERS = [
  'ETag',
  'Location',
  'Idempotency-Replayed',
  'X-Request-Id',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'WWW-Authenticate',
]
