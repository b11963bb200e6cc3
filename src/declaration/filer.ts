import { type Caller, hasJurisdiction } from '../access/caller.ts'
import type { DeclarationDeps } from './deps.ts'
import type { EnterpriseSnapshot } from './enterprise-snapshot.ts'
import type { FilerRole } from './filing-context.ts'
import type { AnyKind } from './kind.ts'

/** For whom a caller files, and what the register knows of them. */
export interface Filer {
  readonly tenantId: string
  readonly register: EnterpriseSnapshot | null
  readonly filedAs: FilerRole
}

/**
 * - `unknown-enterprise`: the caller has no tenant of its own and names none that the register knows.
 * - `not-delegated`: the enterprise does not let this facility or organisation file such declarations today.
 */
export async function filerOf(
  kind: Pick<AnyKind, 'delegation'>,
  deps: Pick<DeclarationDeps, 'register' | 'delegated'>,
  caller: Caller,
  body: unknown,
): Promise<Filer | 'unknown-enterprise' | 'not-delegated'> {
  const tenantId = caller.role === 'enterprise' ? caller.tenantId : (enterpriseNamedIn(body) ?? caller.tenantId)
  if (tenantId === null) return 'unknown-enterprise'
  if (!(await mayStandFor(kind, deps, caller, tenantId))) return 'not-delegated'
  const register = await deps.register.snapshot(tenantId)
  if (register === null && tenantId !== caller.tenantId) return 'unknown-enterprise'
  return { tenantId, register, filedAs: filerRole(caller) }
}

/** Examination facilities and monitoring organisations file as long as the enterprise lets them. */
export async function mayStandFor(
  { delegation }: Pick<AnyKind, 'delegation'>,
  { delegated }: Pick<DeclarationDeps, 'delegated'>,
  { role, clientId }: Caller,
  tenantId: string,
): Promise<boolean> {
  if (role !== 'examiner' && role !== 'monitor') return true
  return delegation !== null && delegated(tenantId, clientId, delegation)
}

/** An office files only about what lies in its jurisdiction. */
export function mayFileAbout(caller: Caller, filer: Filer, reach: readonly string[]): boolean {
  return (
    caller.jurisdiction === null || caller.tenantId === filer.tenantId || hasJurisdiction(caller.jurisdiction, reach)
  )
}

/** Read before the body is parsed, because whose record it will be decides what it is judged with. */
function enterpriseNamedIn(body: unknown): string | null {
  const onBehalf = (body as { onBehalf?: { enterpriseId?: unknown } } | null | undefined)?.onBehalf
  const id = onBehalf?.enterpriseId
  return typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : null
}

/** As far as the law distinguishes who files. */
export function filerRole({ role }: Caller): FilerRole {
  return role === 'integrator' || role === 'administrator' ? 'anonymous' : role
}
