import formbody from '@fastify/formbody'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { ProblemCode } from '../http/problem-catalogue.ts'
import type { App } from '../http/route-schema.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { Text } from '../rules/rule.ts'
import type { AccessScope } from './caller.ts'
import { authenticateClient, type Client } from './clients.ts'
import { TOKEN_LIFETIME, type TokenIssuer } from './token-issuer.ts'

const tokenRequest = z
  .object({
    grant_type: z.string().max(100).meta({ description: '`client_credentials`.' }),
    client_id: z.string().max(200).optional().meta({ description: 'Unless the client authenticates by HTTP Basic.' }),
    client_secret: z.string().max(500).optional(),
    scope: z
      .string()
      .max(500)
      .optional()
      .meta({ description: 'Scopes parted by spaces; all of the client when left out.' }),
  })
  .meta({
    id: 'TokenRequest',
    description: 'RFC 6749, section 4.4. Unknown parameters are ignored, as section 3.2 asks.',
  })

const tokenResponse = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'Seconds.' }),
    scope: z.string(),
  })
  .meta({ id: 'TokenResponse' })

/** RFC 6749, section 5.2, and the problem each is told as. */
const REFUSALS = {
  invalid_request: 'invalid-request',
  invalid_client: 'unauthenticated',
  unsupported_grant_type: 'invalid-request',
  invalid_scope: 'invalid-request',
} as const satisfies Record<string, ProblemCode>

const REMEDIES: Readonly<Record<keyof typeof REFUSALS, Text>> = {
  invalid_request: {
    vi: 'Gửi grant_type=client_credentials, cùng client_id và client_secret trong nội dung hoặc bằng HTTP Basic, chỉ một trong hai cách.',
    en: 'Send grant_type=client_credentials, with client_id and client_secret either in the body or by HTTP Basic, not both.',
  },
  invalid_client: {
    vi: 'client_id hoặc client_secret không đúng, đã hết hạn hoặc đã bị thu hồi: kiểm tra lại, hoặc đề nghị nơi cấp tài khoản cấp khóa mới.',
    en: 'client_id or client_secret is wrong, has expired or was revoked: check them, or ask whoever issued the client for a new secret.',
  },
  unsupported_grant_type: {
    vi: 'grant_type chỉ có thể là client_credentials.',
    en: 'grant_type can only be client_credentials.',
  },
  invalid_scope: {
    vi: 'Tài khoản không có một trong các phạm vi đã xin: bỏ scope để nhận mọi phạm vi tài khoản có, xem scopes ở GET /v1/me.',
    en: 'The client lacks one of the scopes asked for: leave out scope to get all it has; GET /v1/me lists them.',
  },
}

export interface TokenRouteDeps {
  readonly database: Database
  readonly clock: Clock
  readonly tokens: TokenIssuer
}

export async function tokenRoutes(app: App, { database, clock, tokens }: TokenRouteDeps): Promise<void> {
  // A context of its own: everywhere else a form is 415.
  await app.register(async (endpoint: App) => {
    await endpoint.register(formbody)
    endpoint.route({
      method: 'POST',
      url: '/oauth2/token',
      attachValidation: true,
      config: {
        access: 'open',
        returns: 'The token, and for how many seconds it is good.',
        problems: ['unauthenticated'],
        answers: ['Cache-Control', 'Pragma'],
        examples: {
          request: {
            grant_type: 'client_credentials',
            client_id: '01890a5d-ac96-774b-bcce-b302099a8057',
            client_secret: 'q1Uq0m5dX8mQk1mYB2vJ7lq3o0s6x9dE4w5r8t7yZAs',
          },
          response: {
            access_token: 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl',
            token_type: 'Bearer',
            expires_in: TOKEN_LIFETIME,
            scope: 'declarations:read declarations:write',
          },
        },
      },
      schema: {
        operationId: 'issueToken',
        summary: 'Issue an access token',
        description:
          'Grant `client_credentials`. Id and secret by HTTP Basic or in the body, as a form or as JSON; not both ways at ' +
          'once. A refusal is a problem whose `error` member is the code of RFC 6749, section 5.2.',
        tags: ['access'],
        consumes: ['application/x-www-form-urlencoded', 'application/json'],
        body: tokenRequest,
        response: { 200: tokenResponse },
      },
      handler: async (request, reply) => {
        if (request.validationError) return refuse(reply, 'invalid_request')
        if (request.body.grant_type !== 'client_credentials') return refuse(reply, 'unsupported_grant_type')

        const basic = basicCredentials(request.headers.authorization)
        if (basic !== null && request.body.client_secret !== undefined) return refuse(reply, 'invalid_request')
        const { id, secrets } = basic ?? bodyCredentials(request.body)
        const client = await authenticateClient(database, { id, secrets, now: clock() })
        if (client === null) {
          if (basic !== null) reply.header('www-authenticate', 'Basic realm="khai-bao"')
          return refuse(reply, 'invalid_client')
        }

        const scopes = narrowed(client, request.body.scope)
        if (scopes === null) return refuse(reply, 'invalid_scope')
        return reply
          .header('cache-control', 'no-store')
          .header('pragma', 'no-cache')
          .send({
            access_token: tokens.issue(client, scopes),
            token_type: 'Bearer',
            expires_in: TOKEN_LIFETIME,
            scope: scopes.join(' '),
          })
      },
    })
  })
}

function refuse(reply: FastifyReply, error: keyof typeof REFUSALS): FastifyReply {
  return reply.problem(REFUSALS[error], { error, detail: REMEDIES[error] })
}

interface Credentials {
  readonly id: string
  /** Readings of what was sent. */
  readonly secrets: ReadonlySet<string>
}

/** Null when the request does not authenticate by Basic. */
function basicCredentials(header: string | undefined): Credentials | null {
  const encoded = /^Basic +([\w+/=-]+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return null
  const text = Buffer.from(encoded, 'base64').toString()
  const [id = '', ...rest] = text.split(':')
  const secret = rest.join(':')
  // RFC 6749, section 2.3.1 has it form-encoded; curl and many libraries send it as it is.
  return { id, secrets: new Set([secret, formDecoded(secret)]) }
}

function bodyCredentials(body: z.infer<typeof tokenRequest>): Credentials {
  return { id: body.client_id ?? '', secrets: new Set([body.client_secret ?? '']) }
}

function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** Null when a scope is asked for that the client does not have. */
function narrowed(client: Client, asked: string | undefined): readonly AccessScope[] | null {
  const words = asked?.split(' ').filter(Boolean) ?? []
  if (words.length === 0) return client.scopes
  const scopes = client.scopes.filter((scope) => words.includes(scope))
  return scopes.length === new Set(words).size ? scopes : null
}
