import { z } from 'zod'
import type { App } from '../http/route-schema.ts'
import { SCOPES } from './caller.ts'
import type { SigningKeys } from './signing-keys.ts'

const jwk = z
  .object({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string(),
    kid: z.string(),
    use: z.literal('sig'),
    alg: z.literal('EdDSA'),
  })
  .meta({ id: 'JsonWebKey', description: 'RFC 7517, RFC 8037.' })
const jwks = z.object({ keys: z.array(jwk) }).meta({ id: 'JsonWebKeySet' })

const metadata = z
  .object({
    issuer: z.string(),
    token_endpoint: z.string(),
    jwks_uri: z.string(),
    grant_types_supported: z.array(z.string()),
    response_types_supported: z.array(z.string()),
    token_endpoint_auth_methods_supported: z.array(z.string()),
    scopes_supported: z.array(z.string()),
  })
  .meta({ id: 'AuthorizationServerMetadata', description: 'RFC 8414.' })

/** Seconds for which others may keep the keys. */
const CACHED = 'public, max-age=300'

export interface WellKnownDeps {
  /** Public address of this service. */
  readonly issuer: string
  readonly keys: Pick<SigningKeys, 'publicJwks'>
}

export async function wellKnownRoutes(app: App, { issuer, keys }: WellKnownDeps): Promise<void> {
  const published = jwks.parse(keys.publicJwks())
  const described = describe(issuer)

  app.route({
    method: 'GET',
    url: '/.well-known/jwks.json',
    config: {
      access: 'open',
      returns: 'Public keys, as a JSON Web Key Set.',
      answers: ['Cache-Control'],
      examples: { response: EXAMPLE_KEYS },
    },
    schema: {
      operationId: 'readSigningKeys',
      summary: 'Keys that tokens and receipts are signed with',
      description: 'Retired keys stay, so that a receipt can be checked years later.',
      tags: ['access'],
      response: { 200: jwks },
    },
    handler: async (_request, reply) => reply.header('cache-control', CACHED).send(published),
  })

  app.route({
    method: 'GET',
    url: '/.well-known/oauth-authorization-server',
    config: {
      access: 'open',
      returns: 'The metadata.',
      answers: ['Cache-Control'],
      examples: { response: describe('https://khaibao.example') },
    },
    schema: {
      operationId: 'readAuthorizationServer',
      summary: 'Metadata of the built-in token issuer',
      description: 'Where tokens are issued, and how.',
      tags: ['access'],
      response: { 200: metadata },
    },
    handler: async (_request, reply) => reply.header('cache-control', CACHED).send(described),
  })
}

function describe(issuer: string): z.infer<typeof metadata> {
  return {
    issuer,
    token_endpoint: `${issuer}/oauth2/token`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    grant_types_supported: ['client_credentials'],
    // RFC 8414 requires the member; there is no authorization endpoint to answer.
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    scopes_supported: [...SCOPES],
  }
}

/** The key of RFC 8037, appendix A. */
const EXAMPLE_KEYS = {
  keys: [
    {
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      use: 'sig',
      alg: 'EdDSA',
    },
  ],
}
