import type { Session } from '../platform/database.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Finding, NotExecuted } from '../rules/evaluate.ts'
import type { EnterpriseSnapshot } from './enterprise-snapshot.ts'
import type { FilerRole } from './filing-context.ts'
import type { Act, Lifecycle, Status } from './lifecycle.ts'
import { selectActs, selectRevision } from './statements.ts'

/** One act as it is kept. */
export interface StoredAct extends Lifecycle {
  readonly act: Act
  readonly recordedAt: Date
  readonly clientId: string
  readonly actor: string | null
  /** Sealed. */
  readonly reason: string | null
  readonly hash: Buffer
  readonly contentHash: Buffer | null
}

/** A declaration with all that happened to it, without the bodies. */
export interface DeclarationRecord {
  readonly id: string
  readonly tenantId: string
  readonly filedAt: Date
  readonly state: Lifecycle
  readonly legalDate: LegalDate
  readonly acts: readonly [StoredAct, ...StoredAct[]]
  readonly last: StoredAct
  readonly reach: readonly string[]
  readonly officeReach: readonly string[]
  readonly relatedTenants: readonly string[]
}

interface ActRow {
  tenant_id: string
  declaration_id: string
  seq: number
  act: Act
  revision: number
  in_force: number | null
  status: Status
  recorded_at: Date
  legal_date: LegalDate
  client_id: string
  actor: string | null
  reason: string | null
  content_hash: Buffer | null
  hash: Buffer
  reach: string[]
  office_reach: string[]
  related_tenants: string[]
}

/** Null when there is none, or none that the session may see. */
export async function loadRecord(session: Session, kindId: string, id: string): Promise<DeclarationRecord | null> {
  const rows = await session.run<ActRow & Record<string, unknown>>(selectActs, [id, kindId])
  const [first, ...rest] = rows.map(storedAct)
  const row = rows.at(-1)
  if (first === undefined || row === undefined) return null
  const last = rest.at(-1) ?? first
  return {
    id,
    tenantId: row.tenant_id,
    filedAt: first.recordedAt,
    state: last,
    legalDate: row.legal_date,
    acts: [first, ...rest],
    last,
    reach: row.reach,
    officeReach: row.office_reach,
    relatedTenants: row.related_tenants,
  }
}

function storedAct(row: ActRow): StoredAct {
  return {
    seq: row.seq,
    act: row.act,
    revision: row.revision,
    inForce: row.in_force,
    status: row.status,
    recordedAt: row.recorded_at,
    clientId: row.client_id,
    actor: row.actor,
    reason: row.reason,
    hash: row.hash,
    contentHash: row.content_hash,
  }
}

/** What one filing or amendment held, still sealed. */
export interface StoredRevision {
  readonly seq: number
  readonly body: string
  readonly sealed: Buffer
  readonly snapshot: EnterpriseSnapshot | null
  readonly findings: readonly Finding[]
  readonly notExecuted: readonly NotExecuted[]
  readonly confirmations: readonly { rule: string; pointer: string; reason: string }[]
  readonly ruleSet: string
  readonly recordedAt: Date
  readonly filedAs: FilerRole
  readonly response: string
}

export async function loadRevision(
  session: Session,
  kindId: string,
  id: string,
  revision: number,
): Promise<StoredRevision | null> {
  const [row] = await session.run<Record<string, string> & { sealed: Buffer; recorded_at: Date; seq: number }>(
    selectRevision,
    [id, revision, kindId],
  )
  if (row === undefined) return null
  const { body = '', snapshot = 'null', findings = '[]', not_executed = '[]', confirmations = '[]' } = row
  return {
    seq: row.seq,
    body,
    sealed: row.sealed,
    snapshot: JSON.parse(snapshot ?? 'null'),
    findings: JSON.parse(findings),
    notExecuted: JSON.parse(not_executed),
    confirmations: JSON.parse(confirmations),
    ruleSet: row.rule_set ?? '',
    recordedAt: row.recorded_at,
    filedAs: row.filed_as as FilerRole,
    response: row.response ?? '',
  }
}
