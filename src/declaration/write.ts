import type { Caller } from '../access/caller.ts'
import { reachOf } from '../reference/administrative-units.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { Finding, NotExecuted } from '../rules/evaluate.ts'
import type { Dated } from '../rules/rule.ts'
import { turns } from '../rules/slices.ts'
import type { AnnexToWrite } from './annex.ts'
import { chainHash } from './chain.ts'
import type { DeclarationDeps } from './deps.ts'
import type { EnterpriseSnapshot } from './enterprise-snapshot.ts'
import type { FilerRole } from './filing-context.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import type { Act, Lifecycle } from './lifecycle.ts'
import type { Confirmation } from './schema-parts.ts'

/** One act, ready to be written with its fact rows. */
export interface ActToWrite<F> {
  readonly tenantId: string
  readonly declarationId: string
  readonly act: Act
  readonly state: Lifecycle
  readonly recordedAt: Date
  readonly filedAt: Date
  readonly legalDate: LegalDate
  readonly caller: Caller
  /** Sealed. */
  readonly reason: string | null
  readonly previousHash: Buffer | null
  /** The facts of the revision that counts; of the latest one where none does. */
  readonly facts: F
  readonly breaches: number
  readonly register: EnterpriseSnapshot | null
  readonly partyTenants: ReadonlyMap<string, string>
  /** What the law says of the revision; of an act that says nothing new, null. */
  readonly judgement: JudgementToWrite | null
  /** Only with a body. */
  readonly revision: RevisionToWrite | null
  /** What the act adds beside the declaration. */
  readonly annex?: AnnexToWrite
}

export interface JudgementToWrite {
  readonly findings: readonly Finding[]
  readonly notExecuted: readonly NotExecuted[]
  readonly ruleSet: string
  /** What was looked up to judge it. */
  readonly known: unknown
}

export interface RevisionToWrite {
  readonly filedAs: FilerRole
  /** JSON text, stored and hashed as it is. */
  readonly body: string
  readonly confirmations: readonly Confirmation[]
  readonly sealed: Buffer
  readonly commitment: Buffer
  readonly contentHash: Buffer
  readonly contentKey: Buffer | null
  readonly idempotencyKey: string | null
  readonly requestHash: Buffer | null
}

export type WriteOutcome =
  | { readonly outcome: 'written' }
  | { readonly outcome: 'replayed'; readonly declarationId: string; readonly response: string }
  | { readonly outcome: 'key-reused' }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'duplicate'; readonly declarationId: string }

export function hashOfAct<F>(act: ActToWrite<F>, kindId: string): Buffer {
  const { judgement, revision, annex, state } = act
  return chainHash(
    {
      tenantId: act.tenantId,
      declarationId: act.declarationId,
      seq: state.seq,
      kind: kindId,
      act: act.act,
      revision: state.revision,
      status: state.status,
      recordedAt: act.recordedAt.toISOString(),
      legalDate: act.legalDate,
      clientId: act.caller.clientId,
      actor: act.caller.actor,
      reason: act.reason,
      ruleSet: judgement?.ruleSet ?? null,
      body: revision?.body ?? null,
      snapshot: revision && act.register && JSON.stringify(act.register),
      findings: judgement && JSON.stringify(judgement.findings),
      confirmations: confirmationsText(act),
      known: knownText(judgement),
      annex: annex?.open ?? null,
      commitment: (revision ?? annex)?.commitment ?? null,
    },
    act.previousHash,
  )
}

function confirmationsText<F>({ revision, annex }: ActToWrite<F>): string | null {
  const given = (revision ?? annex)?.confirmations
  return given === undefined ? null : JSON.stringify(given)
}

/** Nothing where the kind looks nothing up: such acts have the hash they had before there was anything to look up. */
function knownText(judgement: JudgementToWrite | null): string | null {
  return judgement === null || judgement.known === null ? null : JSON.stringify(judgement.known)
}

/** The one call that writes: act, body and fact rows together, or nothing. */
export async function writeAct<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  { database, master }: Pick<DeclarationDeps, 'database' | 'master'>,
  act: ActToWrite<F>,
  hash: Buffer,
  response: string | null,
): Promise<WriteOutcome> {
  const { judgement, revision, annex, state, register } = act
  const { reviewers, wholeFor } = kind.offices(act.facts)
  const officeReach = register?.headOffice ? reachOf(register.headOffice) : []
  const header = {
    tenant_id: act.tenantId,
    declaration_id: act.declarationId,
    seq: state.seq,
    kind: kind.id,
    act: act.act,
    revision: state.revision,
    in_force: state.inForce,
    status: state.status,
    recorded_at: act.recordedAt,
    legal_date: act.legalDate,
    client_id: act.caller.clientId,
    filed_as: revision?.filedAs ?? annex?.actedAs ?? null,
    actor: act.caller.actor,
    reason: act.reason,
    commitment: bytea((revision ?? annex)?.commitment),
    content_hash: bytea(revision?.contentHash),
    content_key: bytea(revision?.contentKey),
    snapshot: revision && register,
    findings: judgement?.findings ?? null,
    confirmations: (revision ?? annex)?.confirmations ?? null,
    not_executed: judgement?.notExecuted ?? null,
    rule_set: judgement?.ruleSet ?? null,
    known: judgement?.known ?? null,
    annex: annex === undefined ? null : JSON.parse(annex.open),
    previous_hash: bytea(act.previousHash),
    hash: bytea(hash),
    reach: kind.reach(act.facts),
    reviewers,
    whole_for: wholeFor,
    office_reach: officeReach,
    related_tenants: [...new Set(act.partyTenants.values())],
    idempotency_key: revision?.idempotencyKey ?? null,
    request_hash: bytea(revision?.requestHash),
  }
  const pause = turns()
  const facts = await kind.project(act.facts, {
    ...state,
    tenantId: act.tenantId,
    declarationId: act.declarationId,
    recordedAt: act.recordedAt,
    filedAt: act.filedAt,
    clientId: act.caller.clientId,
    officeReach,
    related: { byTaxCode: act.partyTenants },
    pseudonym: (value) => master.pseudonym('person', value),
    breaches: act.breaches,
  })
  await pause()
  const [row] = await database.run<{
    outcome: WriteOutcome['outcome']
    declaration_id: string
    response: string | null
  }>(kind.writeStatement, [
    JSON.stringify(header),
    revision?.body ?? null,
    (revision ?? annex)?.sealed ?? null,
    response,
    ...facts,
  ])
  if (row === undefined) throw new Error('the write function gave no outcome')
  switch (row.outcome) {
    case 'replayed':
      return { outcome: 'replayed', declarationId: row.declaration_id, response: row.response ?? '' }
    case 'duplicate':
      return { outcome: 'duplicate', declarationId: row.declaration_id }
    default:
      return { outcome: row.outcome }
  }
}

/** How PostgreSQL reads bytea inside JSON. */
function bytea(bytes: Buffer | null | undefined): string | null {
  return bytes ? `\\x${bytes.toString('hex')}` : null
}
