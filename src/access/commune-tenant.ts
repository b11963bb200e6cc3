import { v7 as uuid } from 'uuid'
import type { Session } from '../platform/database.ts'
import { reachOf, type UnitRef, unitKey } from '../reference/administrative-units.ts'
import { insertCommuneTenant, selectCommuneTenant } from './client-statements.ts'
import type { TenantKeys } from './tenant-keys.ts'

/** The tenant under which a commune files for its workers without contract; made when its first client is. */
export async function communeTenant(session: Session, tenantKeys: TenantKeys, commune: UnitRef): Promise<string> {
  const id = uuid()
  await session.run(insertCommuneTenant, [id, unitKey(commune), reachOf(commune), tenantKeys.create(id).wrapped])
  const [tenant] = await session.run<{ id: string }>(selectCommuneTenant, [unitKey(commune)])
  if (tenant === undefined) throw new Error(`commune ${unitKey(commune)} has no tenant, although one was just made`)
  return tenant.id
}
