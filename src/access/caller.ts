import { z } from 'zod'
import type { Scope as DatabaseScope } from '../platform/database.ts'
import type { UnitRef } from '../reference/administrative-units.ts'

export const ROLES = [
  'enterprise',
  'commune',
  'labour-office',
  'health-office',
  'examiner',
  'monitor',
  'integrator',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** What a token may be narrowed to; a client without scopes of its own has all that its role allows. */
export const SCOPES = [
  'declarations:read',
  'declarations:write',
  'personal:read',
  'statistics:read',
  'register',
  'clients',
] as const
export type AccessScope = (typeof SCOPES)[number]

export type Jurisdiction = { readonly national: true } | { readonly units: readonly UnitRef[] }

/** Client ids are opaque: ours are UUIDs, those of the settings and of other issuers are theirs to choose. */
export const clientIdSchema = z.string().regex(/^[\w.:@-]{1,128}$/)

/** Who is calling, as the token says; nothing here is taken from the request's own headers but the actor's name. */
export interface Caller {
  readonly clientId: string
  readonly role: Role
  /** The enterprise or commune that the client files for; null for offices and others. */
  readonly tenantId: string | null
  /** Of offices and communes; null for others. */
  readonly jurisdiction: Jurisdiction | null
  readonly scopes: ReadonlySet<AccessScope>
  readonly provisional: boolean
  /** The person behind the machine. */
  readonly actor: string | null
}

/** What the caller's transactions may see: the second line, beneath the checks of the application. */
export function databaseScope(caller: Caller): DatabaseScope {
  return {
    client: caller.clientId,
    role: caller.role,
    ...(caller.tenantId === null ? {} : { tenant: caller.tenantId }),
    ...(caller.jurisdiction === null ? {} : { reach: reachOf(caller.jurisdiction) }),
  }
}

/** Administrators keep the accounts, so they see the whole register of enterprises, though no declaration. */
export function registerScope(caller: Caller): DatabaseScope {
  return caller.role === 'administrator' ? { client: caller.clientId, reach: '*' } : databaseScope(caller)
}

/** Unit keys `scheme:code`, or `*` for the whole country. */
export function reachOf(jurisdiction: Jurisdiction): '*' | readonly string[] {
  return 'national' in jurisdiction ? '*' : jurisdiction.units.map(({ scheme, code }) => `${scheme}:${code}`)
}

/** Whether a jurisdiction covers something that lies in the units of `reach`. */
export function hasJurisdiction(jurisdiction: Jurisdiction, reach: readonly string[]): boolean {
  const own = reachOf(jurisdiction)
  return own === '*' || own.some((unit) => reach.includes(unit))
}
