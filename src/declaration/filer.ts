import { z } from 'zod'
import { type Caller, hasJurisdiction } from '../access/caller.ts'
import type { UnitRef } from '../reference/administrative-units.ts'
import type { DeclarationDeps } from './deps.ts'
import type { EnterpriseSnapshot } from './enterprise-snapshot.ts'
import type { FilerRole } from './filing-context.ts'
import type { AnyKind } from './kind.ts'
import { unit } from './schema-parts.ts'

/** For whom a caller files, and what the register knows of them. */
export interface Filer {
  readonly tenantId: string
  readonly register: EnterpriseSnapshot | null
  readonly filedAs: FilerRole
}

/**
 * - `unknown-enterprise`: the caller files nothing of this kind in a name of its own, and names no enterprise that the
 *   register knows.
 * - `unknown-office`: the caller is an office of several units, or of the whole country, and names none of its own.
 * - `not-delegated`: the enterprise does not let this facility or organisation file such declarations today.
 */
export async function filerOf(
  kind: Pick<AnyKind, 'delegation' | 'ownName'>,
  deps: Pick<DeclarationDeps, 'register' | 'delegated' | 'ownTenant'>,
  caller: Caller,
  body: unknown,
): Promise<Filer | 'unknown-enterprise' | 'unknown-office' | 'not-delegated'> {
  const filedAs = filerRole(caller)
  const enterpriseId = caller.role === 'enterprise' ? null : enterpriseNamedIn(body)
  if (enterpriseId === null) {
    if (!kind.ownName.includes(filedAs)) return 'unknown-enterprise'
    const tenantId = await deps.ownTenant(caller, unitNamedIn(body))
    if (tenantId === null) return caller.jurisdiction === null ? 'unknown-enterprise' : 'unknown-office'
    return { tenantId, register: await deps.register.snapshot(tenantId), filedAs }
  }
  if (!(await mayStandFor(kind, deps, caller, enterpriseId))) return 'not-delegated'
  const register = await deps.register.snapshot(enterpriseId)
  return register === null ? 'unknown-enterprise' : { tenantId: enterpriseId, register, filedAs }
}

/** Examination facilities and monitoring organisations file as long as the enterprise lets them; all for themselves. */
export async function mayStandFor(
  { delegation }: Pick<AnyKind, 'delegation'>,
  { delegated }: Pick<DeclarationDeps, 'delegated'>,
  { role, clientId, tenantId: own }: Caller,
  tenantId: string,
): Promise<boolean> {
  if ((role !== 'examiner' && role !== 'monitor') || tenantId === own) return true
  return delegation !== null && delegated(tenantId, clientId, delegation)
}

/** An office files only about what lies in its jurisdiction. */
export function mayFileAbout(caller: Caller, filer: Filer, reach: readonly string[]): boolean {
  return (
    caller.jurisdiction === null || caller.tenantId === filer.tenantId || hasJurisdiction(caller.jurisdiction, reach)
  )
}

/** Both are read before the body is parsed, because whose record it will be decides what it is judged with. */
function enterpriseNamedIn(body: unknown): string | null {
  const onBehalf = (body as { onBehalf?: { enterpriseId?: unknown } } | null | undefined)?.onBehalf
  const id = onBehalf?.enterpriseId
  return typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : null
}

const ownUnit = z.object({ office: z.object({ unit: unit }) })

/** A unit without scheme is one of today. */
function unitNamedIn(body: unknown): UnitRef | null {
  const named = ownUnit.safeParse(body).data?.office.unit
  return named === undefined ? null : { scheme: named.scheme ?? 'VN-2025', code: named.code }
}

/** As far as the law distinguishes who files. */
export function filerRole({ role }: Caller): FilerRole {
  return role === 'integrator' || role === 'administrator' ? 'anonymous' : role
}
