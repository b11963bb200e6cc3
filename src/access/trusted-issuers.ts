import { createRemoteJWKSet, jwtVerify } from 'jose'
import { v5 as uuidOfName } from 'uuid'
import { z } from 'zod'
import { ProblemError } from '../http/problems.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { unitKey } from '../reference/administrative-units.ts'
import { type Caller, type Jurisdiction, ROLES, type Role, SCOPES } from './caller.ts'
import { selectCommuneTenant } from './client-statements.ts'
import { jurisdictionOfKeys, soleCommune } from './jurisdiction.ts'
import { type TokenSource, validPayload } from './own-tokens.ts'
import { scopesOfRole } from './permissions.ts'

const claimName = z.string().min(1).max(200)

/** An issuer of tokens besides this service, such as a national identity provider. */
const trustedIssuer = z.strictObject({
  issuer: z.string().min(1),
  audience: z.string().min(1),
  jwksUri: z.url({ protocol: /^https?$/ }),
  /** The names of its claims. */
  claims: z
    .strictObject({
      role: claimName.default('role'),
      /** Tax code of the enterprise. */
      taxCode: claimName.default('tax_code'),
      /** Unit keys `scheme:code`, or `*`. */
      jurisdiction: claimName.default('jurisdiction'),
      actor: claimName.default('actor'),
      scope: claimName.default('scope'),
    })
    .prefault({}),
})
export type TrustedIssuer = z.infer<typeof trustedIssuer>

export class TrustedIssuersInvalid extends Error {}

/** @throws TrustedIssuersInvalid, naming what is wrong in the setting KHAIBAO_TRUSTED_ISSUERS. */
export function readTrustedIssuers(setting: string | undefined): readonly TrustedIssuer[] {
  if (setting === undefined) return []
  let json: unknown
  try {
    json = JSON.parse(setting)
  } catch (error) {
    throw new TrustedIssuersInvalid('KHAIBAO_TRUSTED_ISSUERS is not JSON', { cause: error })
  }
  const parsed = z.array(trustedIssuer).safeParse(json)
  if (parsed.success) return parsed.data
  throw new TrustedIssuersInvalid(`KHAIBAO_TRUSTED_ISSUERS: ${z.prettifyError(parsed.error)}`)
}

/** Signatures anyone can check with a public key; a shared secret would let every verifier issue tokens. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512']

export interface TrustedIssuerDeps {
  readonly database: Database
  readonly clock: Clock
  readonly tenantOfTaxCode: (taxCode: string) => Promise<string | null>
}

/** Tokens of a trusted issuer. Who its claims do not place in this service is not let in. */
export function trustedTokens(config: TrustedIssuer, deps: TrustedIssuerDeps): TokenSource {
  const keys = createRemoteJWKSet(new URL(config.jwksUri), { timeoutDuration: 3_000 })
  return async (token) => {
    const payload = await validPayload(() =>
      jwtVerify(token, keys, {
        issuer: config.issuer,
        audience: config.audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        currentDate: deps.clock(),
      }),
    ).catch(() => {
      // Its keys cannot be had: the token may well be valid, so the caller is asked to come again.
      throw new ProblemError('overloaded')
    })
    if (payload === null) return null
    const claims = payload as Record<string, unknown> & { readonly sub: string; readonly exp: number }
    const caller = await callerFrom(claims, config, deps)
    return caller && { caller, expiresAt: new Date(claims.exp * 1_000) }
  }
}

async function callerFrom(
  claims: Record<string, unknown> & { readonly sub: string },
  { issuer, claims: names }: TrustedIssuer,
  deps: TrustedIssuerDeps,
): Promise<Caller | null> {
  const role = ROLES.find((known) => known === claims[names.role])
  if (role === undefined) return null
  const jurisdiction = jurisdictionOfKeys(claims[names.jurisdiction])
  const place = await placeOf(role, jurisdiction, textOf(claims[names.taxCode]), deps)
  if (place === null) return null
  const scope = textOf(claims[names.scope])
  const asked = new Set(scope?.split(' ').filter((word) => SCOPES.some((known) => known === word)))
  const ofRole = scopesOfRole(role)
  return {
    // Stable across tokens, and never the id of a client of ours.
    clientId: uuidOfName(`${issuer}#${claims.sub}`, uuidOfName.URL),
    role,
    ...place,
    // The scopes of an identity provider (openid, profile) are not ours: only ones of ours narrow.
    scopes: new Set(asked.size === 0 ? ofRole : ofRole.filter((known) => asked.has(known))),
    provisional: false,
    actor: textOf(claims[names.actor]),
  }
}

/** Null where the role needs a place and the claims give none that exists. */
async function placeOf(
  role: Role,
  jurisdiction: Jurisdiction | null,
  taxCode: string | null,
  { database, tenantOfTaxCode }: TrustedIssuerDeps,
): Promise<Pick<Caller, 'tenantId' | 'jurisdiction'> | null> {
  switch (role) {
    case 'enterprise': {
      const tenantId = taxCode === null ? null : await tenantOfTaxCode(taxCode)
      return tenantId === null ? null : { tenantId, jurisdiction: null }
    }
    case 'commune': {
      const commune = jurisdiction && soleCommune(jurisdiction)
      if (commune === null) return null
      const [tenant] = await database.run<{ id: string }>(selectCommuneTenant, [unitKey(commune)])
      return tenant === undefined ? null : { tenantId: tenant.id, jurisdiction }
    }
    case 'labour-office':
    case 'health-office':
      return jurisdiction === null ? null : { tenantId: null, jurisdiction }
    default:
      return { tenantId: null, jurisdiction: null }
  }
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim !== '' ? claim : null
}
