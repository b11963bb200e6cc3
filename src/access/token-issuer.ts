import { randomUUID } from 'node:crypto'
import type { Clock } from '../platform/clock.ts'
import { type Signer, signCompact } from '../platform/jws.ts'
import { type AccessScope, reachOf } from './caller.ts'
import type { Client } from './clients.ts'

/** Seconds. */
export const TOKEN_LIFETIME = 3_600
/** RFC 9068, section 2.1. */
export const TOKEN_TYPE = 'at+jwt'

export interface TokenIssuer {
  /** An access token (RFC 9068) for the client, narrowed to the scopes. */
  issue(client: Client, scopes: readonly AccessScope[]): string
}

/** `issuer` is the public address of the service, and the audience of its tokens. */
export function tokenIssuer({
  issuer,
  signer,
  clock,
}: {
  readonly issuer: string
  readonly signer: Signer
  readonly clock: Clock
}): TokenIssuer {
  return {
    issue: (client, scopes) => {
      const issuedAt = Math.floor(clock().getTime() / 1_000)
      const claims = {
        iss: issuer,
        aud: issuer,
        sub: client.id,
        client_id: client.id,
        iat: issuedAt,
        exp: issuedAt + TOKEN_LIFETIME,
        jti: randomUUID(),
        scope: scopes.join(' '),
        role: client.role,
        ...(client.tenantId === null ? {} : { tenant: client.tenantId }),
        ...(client.jurisdiction === null ? {} : { jurisdiction: reachOf(client.jurisdiction) }),
        ...(client.provisional ? { provisional: true } : {}),
      }
      return signCompact(TOKEN_TYPE, claims, signer)
    },
  }
}
