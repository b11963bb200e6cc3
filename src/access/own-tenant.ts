import type { Database, Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import { reachOf, type UnitRef, unitKey } from '../reference/administrative-units.ts'
import type { Caller } from './caller.ts'
import type { TenantKeys } from './tenant-keys.ts'

const selectOfficeId = statement('office-id', 'select office_id($1, $2) as id')

const insertTenant = statement(
  'tenant-insert',
  `insert into tenant (id, kind, unit, reach, wrapped_key) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
)

const selectIsOffice = statement(
  'tenant-is-office',
  'select exists (select from tenant where id = $1 and kind = $2 and unit = any($3)) as own',
)

/** Whether a tenant is the office of a unit of the caller's jurisdiction, whoever of its clients filed. */
export type IsOwnOffice = (caller: Caller, tenantId: string) => Promise<boolean>

export function ownOffices({ database }: { readonly database: Database }): IsOwnOffice {
  return async ({ role, jurisdiction }, tenantId) => {
    if (jurisdiction === null || 'national' in jurisdiction) return false
    const [office] = await database.run<{ own: boolean }>(selectIsOffice, [
      tenantId,
      role,
      jurisdiction.units.map(unitKey),
    ])
    return office?.own === true
  }
}

/**
 * Under whose name a caller files its own report: its enterprise, commune or organisation; the office of a unit of its
 * jurisdiction. Null where it has none, or the unit is not one of its own.
 */
export type OwnTenant = (caller: Caller, unit: UnitRef | null) => Promise<string | null>

export function ownTenants(deps: { readonly database: Database; readonly tenantKeys: TenantKeys }): OwnTenant {
  return async (caller, unit) => {
    const office = caller.tenantId === null ? officeUnit(caller, unit) : null
    return office === null ? caller.tenantId : officeTenant(deps, caller, office)
  }
}

/** The sole unit of an office, or the one named; an office of the whole country reports to nobody here. */
function officeUnit({ jurisdiction }: Caller, named: UnitRef | null): UnitRef | null {
  if (jurisdiction === null || 'national' in jurisdiction) return null
  const { units } = jurisdiction
  if (named === null) return units.length === 1 ? (units[0] ?? null) : null
  return units.find((unit) => unitKey(unit) === unitKey(named)) ?? null
}

async function officeTenant(
  { database, tenantKeys }: { readonly database: Database; readonly tenantKeys: TenantKeys },
  { clientId, role }: Caller,
  unit: UnitRef,
): Promise<string> {
  return database.within({ client: clientId }, async (session) => {
    const [office] = await session.run<{ id: string }>(selectOfficeId, [role, unitKey(unit)])
    if (office === undefined) throw new Error('office_id gave no row')
    await storeTenant(session, tenantKeys, { id: office.id, kind: role, unit, reach: reachOf(unit) })
    return office.id
  })
}

/** Makes the tenant unless it is there. */
export async function storeTenant(
  session: Session,
  tenantKeys: TenantKeys,
  tenant: {
    readonly id: string
    readonly kind: string
    readonly unit: UnitRef | null
    readonly reach: readonly string[]
  },
): Promise<void> {
  const { id, kind, unit, reach } = tenant
  await session.run(insertTenant, [id, kind, unit && unitKey(unit), reach, tenantKeys.create(id).wrapped])
}
