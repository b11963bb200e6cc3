import { type Caller, hasJurisdiction } from '../access/caller.ts'
import type { EnterpriseSnapshot } from './enterprise-snapshot.ts'
import type { FilerRole } from './filing-context.ts'
import type { DeclarationDeps } from './write.ts'

/** For whom a caller files, and what the register knows of them. */
export interface Filer {
  readonly tenantId: string
  readonly register: EnterpriseSnapshot | null
  readonly filedAs: FilerRole
}

/** Null when the caller has no tenant of its own and names none that the register knows. */
export async function filerOf(
  { register }: Pick<DeclarationDeps, 'register'>,
  caller: Caller,
  body: unknown,
): Promise<Filer | null> {
  const tenantId = caller.role === 'enterprise' ? caller.tenantId : (enterpriseNamedIn(body) ?? caller.tenantId)
  if (tenantId === null) return null
  const snapshot = await register.snapshot(tenantId)
  if (snapshot === null && tenantId !== caller.tenantId) return null
  return { tenantId, register: snapshot, filedAs: filerRole(caller) }
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
