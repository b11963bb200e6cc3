import type { Caller } from '../access/caller.ts'
import type { NewTenantKey, TenantKeys } from '../access/tenant-keys.ts'
import { type MasterKey, seal } from '../platform/cipher.ts'
import type { Session } from '../platform/database.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { type EnterpriseRow, factColumns, factsOf } from './enterprise-row.ts'
import {
  closeOtherTaxCodes,
  deleteTaxCodes,
  insertEnterprise,
  selectEnterprise,
  selectEnterpriseForChange,
  takeTaxCode,
  updateEnterprise,
} from './enterprise-statements.ts'
import type { EnterpriseFacts } from './judge.ts'
import type { ValidTaxCode } from './judge-tax-code.ts'
import { taxCodeKey } from './tax-codes.ts'

/** Who changes the register. */
export type Recorder = Pick<Caller, 'clientId' | 'actor'>

export interface RegisterKeys {
  readonly master: MasterKey
  readonly tenantKeys: TenantKeys
}

export interface NewEnterprise {
  /** A fresh UUID; the session's scope must name it as the tenant. */
  readonly id: string
  readonly taxCode: ValidTaxCode
  readonly facts: EnterpriseFacts
  readonly tenantKey: NewTenantKey
  /** Registered itself: waits for an office. */
  readonly provisional: boolean
}

/** Stores a new enterprise and its tenant. False, and nothing stored, when another holds the tax code. */
export async function storeEnterprise(
  session: Session,
  master: MasterKey,
  { id, taxCode, facts, tenantKey, provisional }: NewEnterprise,
  by: Recorder,
): Promise<boolean> {
  const kept = keptTaxCode(taxCode, tenantKey.key, id)
  const [stored] = await session.run(insertEnterprise, [
    id,
    taxCodeKey(master, taxCode.canonical),
    tenantKey.wrapped,
    kept.open,
    kept.sealed,
    provisional,
    factColumns(facts),
    contentOf(facts, kept.open, provisional),
    by.clientId,
    by.actor,
  ])
  return stored !== undefined
}

/** Null when the session's scope does not show it. */
export async function findEnterprise(session: Session, id: string): Promise<EnterpriseRow | null> {
  const [row] = await session.run<EnterpriseRow>(selectEnterprise, [id])
  return row ?? null
}

export interface EnterpriseEdit {
  readonly id: string
  /** The version that the change was made from; null: whatever it is. */
  readonly expectedVersion: number | null
  readonly facts?: EnterpriseFacts
  /** Takes effect today: the code held until yesterday still leads here for events until then. */
  readonly taxCode?: { readonly taxCode: ValidTaxCode; readonly today: LegalDate }
  readonly provisional?: boolean
}

export type EditOutcome =
  | { readonly outcome: 'changed'; readonly row: EnterpriseRow }
  | { readonly outcome: 'stale' | 'tax-code-taken' }

/** Changes an enterprise and records the new version. Whatever is refused leaves nothing behind. */
export async function editEnterprise(
  session: Session,
  { master, tenantKeys }: RegisterKeys,
  edit: EnterpriseEdit,
  by: Recorder,
): Promise<EditOutcome> {
  const [row] = await session.run<EnterpriseRow & { sealed_tax_code: Buffer | null }>(selectEnterpriseForChange, [
    edit.id,
  ])
  if (row === undefined) throw new Error(`enterprise ${edit.id} is not in the scope of its own tenant`)
  if (edit.expectedVersion !== null && row.version !== edit.expectedVersion) return { outcome: 'stale' }

  let kept: KeptTaxCode = { open: row.tax_code, sealed: row.sealed_tax_code }
  if (edit.taxCode) {
    const { taxCode, today } = edit.taxCode
    const key = taxCodeKey(master, taxCode.canonical)
    const [taken] = await session.run(takeTaxCode, [key, edit.id])
    if (taken === undefined) return { outcome: 'tax-code-taken' }
    await session.run(closeOtherTaxCodes, [key, edit.id, today])
    kept = keptTaxCode(taxCode, await tenantKeys.keyOf(edit.id), edit.id)
  }

  const facts = edit.facts ?? factsOf(row)
  const provisional = edit.provisional ?? row.provisional
  const [changed] = await session.run<EnterpriseRow>(updateEnterprise, [
    edit.id,
    kept.open,
    kept.sealed,
    provisional,
    factColumns(facts),
    contentOf(facts, kept.open, provisional),
    by.clientId,
    by.actor,
  ])
  if (changed === undefined) throw new Error(`enterprise ${edit.id} could not be changed`)
  return { outcome: 'changed', row: changed }
}

/** Frees the tax code of an enterprise that turned out not to be it. */
export async function releaseTaxCodes(session: Session, id: string): Promise<void> {
  await session.run(deleteTaxCodes, [id])
}

interface KeptTaxCode {
  readonly open: string | null
  readonly sealed: Buffer | null
}

/** A person's number is never stored in the open. */
function keptTaxCode({ kind, canonical }: ValidTaxCode, key: Buffer, tenantId: string): KeptTaxCode {
  if (kind !== 'person') return { open: canonical, sealed: null }
  return { open: null, sealed: seal(key, Buffer.from(canonical), `tax-code/${tenantId}`) }
}

function contentOf(facts: EnterpriseFacts, taxCode: string | null, provisional: boolean): string {
  return JSON.stringify({ taxCode, ...facts, provisional })
}
