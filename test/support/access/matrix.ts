import type { Role } from '../../../src/access/caller.ts'
import type { Operation } from '../../../src/access/permissions.ts'
import type { KindId } from '../../../src/declaration/kind.ts'
import type { Json, TestClient } from '../service.ts'

/** What the access matrix expects, and of what. */

export const SIDES = ['own', 'foreign'] as const

/** What exists on one side: a province, an enterprise in it, and what belongs to that. */
export interface Side {
  readonly province: string
  readonly commune: string
  readonly taxCode: string
  /** By what they are of: `enterprise`, `client`, `accident`, `accidentFile`. */
  readonly ids: Readonly<Record<string, string>>
  /** What the declaration of each kind says. */
  readonly bodies: Readonly<Partial<Record<KindId, Json>>>
  readonly etag: string
  readonly admin: TestClient
  /** Who files on this side: the enterprise, and the offices of its province. */
  readonly filers: Readonly<Record<'enterprise' | 'labour-office' | 'health-office', TestClient>>
}

export type Renewed = Partial<Pick<Side, 'ids' | 'bodies' | 'etag'>>

/** Statuses for the record of one's own side and for the foreign one. */
export type Statuses = readonly [own: number, foreign: number]
export type StatusesOfRoles = Partial<Readonly<Record<Role, Statuses>>>

export interface Expectation {
  readonly permission: Operation
  /** For every role that the permission names; all other roles are refused. */
  readonly roles: StatusesOfRoles
  readonly body?: (side: Side, role: Role | null) => Json | Buffer
  readonly query?: (side: Side) => string
  readonly headers?: (side: Side) => Record<string, string>
  /** Records made anew for every request, where the request ends them. */
  readonly fresh?: (side: Side, role: Role) => Promise<Renewed>
}

export function each(roles: readonly Role[], statuses: Statuses): StatusesOfRoles {
  return Object.fromEntries(roles.map((role) => [role, statuses]))
}

/** For what is no record of any side. */
export const always = (...roles: readonly Role[]) => each(roles, [200, 200])

export const withEtag = ({ etag }: Side) => ({ 'if-match': etag })
