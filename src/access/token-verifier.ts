import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { LRUCache } from 'lru-cache'
import type { VerifyToken } from '../http/authentication.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { ownTokens, type VerifiedToken } from './own-tokens.ts'
import type { SigningKeys } from './signing-keys.ts'
import { type TrustedIssuer, trustedTokens } from './trusted-issuers.ts'

const CACHED_TOKENS = 20_000
/** After this a revoked client is out, on every server. */
const CACHED_MILLISECONDS = 60_000

export interface TokenVerifierDeps {
  /** Public address of this service. */
  readonly issuer: string
  readonly keys: SigningKeys
  readonly database: Database
  readonly clock: Clock
  readonly trustedIssuers: readonly TrustedIssuer[]
  readonly tenantOfTaxCode: (taxCode: string) => Promise<string | null>
}

/**
 * Verifies a token once a minute instead of once a request: a signature costs some 100 microseconds, and the client's
 * row a round trip.
 */
export function createTokenVerifier(deps: TokenVerifierDeps): VerifyToken {
  const { issuer, clock } = deps
  // The `iss` claim only says whom to ask; who is asked checks it.
  const sources = new Map(deps.trustedIssuers.map((trusted) => [trusted.issuer, trustedTokens(trusted, deps)]))
  sources.set(issuer, ownTokens(deps))

  const cache = new LRUCache<string, VerifiedToken, string>({
    max: CACHED_TOKENS,
    ttl: CACHED_MILLISECONDS,
    perf: { now: () => clock().getTime() },
    ttlResolution: 0,
    ignoreFetchAbort: true,
    fetchMethod: async (_hash, _stale, { context: token }) =>
      (await sources.get(claimedIssuer(token))?.(token)) ?? undefined,
  })
  return async (token, actor) => {
    const verified = await cache.fetch(createHash('sha256').update(token).digest('base64'), { context: token })
    if (verified === undefined || verified.expiresAt <= clock()) return null
    const { caller } = verified
    return caller.actor === null && actor !== null ? { ...caller, actor } : caller
  }
}

function claimedIssuer(token: string): string {
  try {
    return decodeJwt(token).iss ?? ''
  } catch {
    return ''
  }
}
