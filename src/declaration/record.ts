import type { Session } from '../platform/database.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Finding, NotExecuted } from '../rules/evaluate.ts'
import type { EnterpriseSnapshot } from './enterprise-snapshot.ts'
import type { FilerRole, FilingContext } from './filing-context.ts'
import type { Act, Lifecycle, Status } from './lifecycle.ts'
import type { Offices } from './offices.ts'
import type { Side } from './side.ts'
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
  /** Role of the filer; of acts that file or add something. */
  readonly filedAs: FilerRole | null
  /** Whether it adds something beside the declaration. */
  readonly annexed: boolean
  /** Whose word it is, of acts that file or add something. */
  readonly side: Side | null
  /** What it attached, where it attached a file. */
  readonly fileId: string | null
  /** Of a return: the last day that it sets, if it sets one. */
  readonly dueOn: LegalDate | null
}

/** A declaration with all that happened to it, without the bodies. */
export interface DeclarationRecord extends Pick<Offices, 'reviewers' | 'wholeFor'> {
  readonly id: string
  readonly tenantId: string
  readonly filedAt: Date
  readonly state: Lifecycle
  readonly legalDate: LegalDate
  /** Whether another declaration of the same event is merged into it. */
  readonly keepsMerged: boolean
  readonly acts: readonly [StoredAct, ...StoredAct[]]
  readonly last: StoredAct
  /** The act that filed what stands now. */
  readonly latestFiling: StoredAct
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
  filed_as: FilerRole | null
  annexed: boolean
  side: Side | null
  file_id: string | null
  due_on: LegalDate | null
  keeps_merged: boolean
  hash: Buffer
  reviewers: Offices['reviewers']
  whole_for: Offices['wholeFor']
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
    keepsMerged: row.keeps_merged,
    acts: [first, ...rest],
    last,
    latestFiling: rest.findLast((act) => act.contentHash !== null) ?? first,
    reviewers: row.reviewers,
    wholeFor: row.whole_for,
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
    filedAs: row.filed_as,
    annexed: row.annexed,
    side: row.side,
    fileId: row.file_id,
    dueOn: row.due_on,
  }
}

/** What one filing or amendment held, still sealed, and how it was judged last. */
export interface StoredRevision {
  readonly seq: number
  readonly body: string
  readonly sealed: Buffer
  readonly snapshot: EnterpriseSnapshot | null
  readonly findings: readonly Finding[]
  readonly notExecuted: readonly NotExecuted[]
  readonly confirmations: readonly { rule: string; pointer: string; reason: string }[]
  readonly ruleSet: string
  /** What was looked up to judge it. */
  readonly known: unknown
  readonly recordedAt: Date
  readonly filedAs: FilerRole
  readonly response: string
}

/** In which a revision was judged, for judging it the same again. */
export function contextOf<K>(revision: StoredRevision): FilingContext<K> {
  return {
    receivedAt: revision.recordedAt,
    filedAs: revision.filedAs,
    register: revision.snapshot,
    sameContentAs: null,
    amends: null,
    known: revision.known as K,
  }
}

interface RevisionRow {
  seq: number
  body: string
  sealed: Buffer
  snapshot: string | null
  findings: string
  not_executed: string
  confirmations: string
  rule_set: string
  known: string | null
  recorded_at: Date
  filed_as: FilerRole
  response: string
}

/** As judged by the last act up to `upTo`; by the last of all, for null. */
export async function loadRevision(
  session: Session,
  kindId: string,
  id: string,
  revision: number,
  upTo: number | null = null,
): Promise<StoredRevision | null> {
  const [row] = await session.run<RevisionRow & Record<string, unknown>>(selectRevision, [id, revision, kindId, upTo])
  if (row === undefined) return null
  return {
    seq: row.seq,
    body: row.body,
    sealed: row.sealed,
    snapshot: JSON.parse(row.snapshot ?? 'null'),
    findings: JSON.parse(row.findings),
    notExecuted: JSON.parse(row.not_executed),
    confirmations: JSON.parse(row.confirmations),
    ruleSet: row.rule_set,
    known: JSON.parse(row.known ?? 'null'),
    recordedAt: row.recorded_at,
    filedAs: row.filed_as,
    response: row.response,
  }
}
