import type { HoldsDelegation } from '../access/delegations.ts'
import type { IsOwnOffice, OwnTenant } from '../access/own-tenant.ts'
import type { MasterKey } from '../platform/cipher.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { Signer } from '../platform/jws.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { EnterpriseSnapshot } from './enterprise-snapshot.ts'

/** The data keys of tenants: what is sealed for one opens with its key only. */
export interface TenantKeys {
  keyOf(tenantId: string): Promise<Buffer>
}

/** The register, as far as a filing needs it. */
export interface Register {
  snapshot(tenantId: string): Promise<EnterpriseSnapshot | null>
  tenantOfTaxCode(taxCode: string, on: LegalDate): Promise<string | null>
}

/** What every operation on declarations works with. */
export interface DeclarationDeps {
  readonly database: Database
  readonly clock: Clock
  readonly master: MasterKey
  readonly signer: Signer
  readonly tenantKeys: TenantKeys
  readonly register: Register
  readonly delegated: HoldsDelegation
  readonly ownTenant: OwnTenant
  readonly isOwnOffice: IsOwnOffice
  readonly issuer: string
  readonly sandbox: boolean
}
