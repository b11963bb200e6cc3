import { errors, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { type Caller, clientIdSchema } from './caller.ts'
import { findClient } from './clients.ts'
import type { SigningKeys } from './signing-keys.ts'
import { TOKEN_TYPE } from './token-issuer.ts'

/** What a token says, and until when it may be believed. */
export interface VerifiedToken {
  readonly caller: Caller
  readonly expiresAt: Date
}

/** Verifies tokens of one issuer; null for one that is not valid, or no longer. */
export type TokenSource = (token: string) => Promise<VerifiedToken | null>

const claims = z.object({ sub: clientIdSchema, client_id: clientIdSchema, exp: z.number(), scope: z.string() })

/**
 * Tokens of this service. The client's row is asked too: a token proves who calls, the row says what that client is
 * today, so a revoked one stops and a confirmed one is no longer provisional.
 */
export function ownTokens({
  issuer,
  keys,
  database,
  clock,
}: {
  readonly issuer: string
  readonly keys: SigningKeys
  readonly database: Database
  readonly clock: Clock
}): TokenSource {
  const keyOf = ({ kid }: { kid?: string }) => {
    const key = kid === undefined ? null : keys.publicKey(kid)
    if (key === null) throw new errors.JWKSNoMatchingKey()
    return key
  }
  return async (token) => {
    const payload = await validPayload(() =>
      jwtVerify(token, keyOf, {
        issuer,
        audience: issuer,
        algorithms: ['EdDSA'],
        typ: TOKEN_TYPE,
        currentDate: clock(),
      }),
    )
    const said = claims.safeParse(payload)
    if (!said.success || said.data.sub !== said.data.client_id) return null
    const client = await findClient(database, said.data.client_id)
    if (client === null || client.revokedAt !== null) return null
    const narrowed = new Set(said.data.scope.split(' '))
    return {
      caller: {
        clientId: client.id,
        role: client.role,
        tenantId: client.tenantId,
        jurisdiction: client.jurisdiction,
        scopes: new Set(client.scopes.filter((scope) => narrowed.has(scope))),
        provisional: client.provisional,
        actor: null,
      },
      expiresAt: new Date(said.data.exp * 1_000),
    }
  }
}

/** Faults of a token, as opposed to an issuer that cannot be reached. */
const INVALID = new Set([
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSMultipleMatchingKeys.code,
  errors.JWKSNoMatchingKey.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JWTClaimValidationFailed.code,
  errors.JWTExpired.code,
  errors.JWTInvalid.code,
])

/** Null for a token that is not valid. @throws whatever else goes wrong. */
export async function validPayload(verify: () => Promise<{ payload: unknown }>): Promise<unknown> {
  try {
    return (await verify()).payload
  } catch (error) {
    if (error instanceof errors.JOSEError && INVALID.has(error.code)) return null
    throw error
  }
}
