import type { Database } from '../platform/database.ts'
import { parseTaxCode } from '../reference/tax-code.ts'
import type { FacilityFacts, MonitoringOrganisationFacts } from './facts.ts'
import type { ProviderRow } from './provider-row.ts'
import { selectProviderByTaxCode, selectProviderInRegister } from './provider-statements.ts'
import type { Register } from './register.ts'

interface Identity {
  readonly id: string
  /** Of the register, when the filing was judged. */
  readonly version: number
  /** Canonical. */
  readonly taxCode: string
}

/** What the register knows of an examination facility, as JSON to keep with a filing. */
export type FacilitySnapshot = Identity & FacilityFacts

/** What the register knows of a monitoring organisation, as JSON to keep with a filing. */
export type MonitoringOrganisationSnapshot = Identity & MonitoringOrganisationFacts

/** How a filing names a provider; the id decides where both are given. */
export interface ProviderReference {
  readonly id?: string | undefined
  readonly taxCode?: string | undefined
}

/** Null for what is not in the register of facilities. */
export function findFacility(
  database: Pick<Database, 'run'>,
  reference: ProviderReference,
): Promise<FacilitySnapshot | null> {
  return find<FacilityFacts>(database, 'facility', reference)
}

/** Null for what is not in the register of monitoring organisations. */
export function findMonitoringOrganisation(
  database: Pick<Database, 'run'>,
  reference: ProviderReference,
): Promise<MonitoringOrganisationSnapshot | null> {
  return find<MonitoringOrganisationFacts>(database, 'monitoring-organisation', reference)
}

async function find<F>(
  database: Pick<Database, 'run'>,
  register: Register,
  { id, taxCode }: ProviderReference,
): Promise<(Identity & F) | null> {
  const row = await (id === undefined ? byTaxCode<F>(database, register, taxCode) : byId<F>(database, register, id))
  return row === undefined ? null : { id: row.id, version: row.version, taxCode: row.tax_code, ...row.facts }
}

async function byId<F>(database: Pick<Database, 'run'>, register: Register, id: string) {
  const [row] = await database.run<ProviderRow<F>>(selectProviderInRegister, [register, id])
  return row
}

async function byTaxCode<F>(database: Pick<Database, 'run'>, register: Register, taxCode: string | undefined) {
  const parsed = taxCode === undefined ? null : parseTaxCode(taxCode)
  if (parsed === null || parsed.kind === 'invalid') return undefined
  const [row] = await database.run<ProviderRow<F>>(selectProviderByTaxCode, [register, parsed.canonical])
  return row
}
