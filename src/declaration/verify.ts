import { Unsealable } from '../platform/cipher.ts'
import type { Dated } from '../rules/rule.ts'
import { annexContext } from './annex.ts'
import { chainHash } from './chain.ts'
import { countedFacts } from './change.ts'
import type { DeclarationDeps } from './deps.ts'
import { everyDeclaration, WHOLE_COUNTRY } from './every-declaration.ts'
import { sealContext } from './filing.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import type { DeclarationRecord } from './record.ts'
import { openValues } from './sealed-fields.ts'
import { selectChain } from './statements.ts'

export interface Verification {
  readonly declarations: number
  readonly acts: number
  /** One sentence each; empty when everything fits. */
  readonly faults: readonly string[]
}

interface ChainRow extends Record<string, unknown> {
  seq: number
  act: string
  revision: number
  status: string
  recorded_at: Date
  legal_date: string
  client_id: string
  actor: string | null
  reason: string | null
  rule_set: string | null
  body: string | null
  snapshot: string | null
  findings: string | null
  confirmations: string | null
  known: string | null
  annex: string | null
  sealed: Buffer | null
  commitment: Buffer | null
  previous_hash: Buffer | null
  hash: Buffer
}

/** Recomputes every hash chain, and every fact row from what was filed, and compares. */
export async function verifyDeclarations<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
): Promise<Verification> {
  const faults: string[] = []
  let declarations = 0
  let acts = 0
  for await (const record of everyDeclaration(kind, deps)) {
    declarations += 1
    acts += await verifyChain(kind.id, deps, record, faults)
    await verifyFacts(kind, deps, record, faults)
  }
  return { declarations, acts, faults }
}

async function verifyChain(
  kindId: string,
  deps: DeclarationDeps,
  { id, tenantId }: DeclarationRecord,
  faults: string[],
): Promise<number> {
  const key = await deps.tenantKeys.keyOf(tenantId)
  const rows = await deps.database.within(WHOLE_COUNTRY, (session) =>
    session.run<ChainRow & { tenant_id: string }>(selectChain, [id]),
  )
  let previous: Buffer | null = null
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1) faults.push(`${id}: act ${index + 1} is missing`)
    const hash = chainHash(
      {
        tenantId: row.tenant_id,
        declarationId: id,
        seq: row.seq,
        kind: kindId,
        act: row.act,
        revision: row.revision,
        status: row.status,
        recordedAt: row.recorded_at.toISOString(),
        legalDate: row.legal_date,
        clientId: row.client_id,
        actor: row.actor,
        reason: row.reason,
        ruleSet: row.rule_set,
        body: row.body,
        snapshot: row.body === null ? null : row.snapshot,
        findings: row.findings,
        confirmations: row.confirmations,
        known: row.known,
        annex: row.annex,
        commitment: row.commitment,
      },
      previous,
    )
    if (!hash.equals(row.hash)) faults.push(`${id}: act ${row.seq} does not have the hash it was filed with`)
    if (!isAsSealed(row, id, key)) faults.push(`${id}: what act ${row.seq} sealed is not what was filed`)
    previous = row.hash
  }
  return rows.length
}

/** The chain covers the commitment only: that what is sealed is what was committed to is told by opening it. */
function isAsSealed({ seq, revision, body, sealed, commitment }: ChainRow, id: string, key: Buffer): boolean {
  if (sealed === null || commitment === null) return sealed === commitment
  try {
    const context = body === null ? annexContext(id, seq) : sealContext(id, revision)
    return openValues(sealed, key, context).commitment.equals(commitment)
  } catch (error) {
    if (error instanceof Unsealable) return false
    throw error
  }
}

async function verifyFacts<B extends FilingEnvelope, F extends Dated, K>(
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  faults: string[],
): Promise<void> {
  const { id } = record
  for (const act of record.acts) {
    const counted = await countedFacts(kind, deps, record, act.inForce ?? act.revision, { upTo: act.seq })
    const projection = await kind.project(counted.facts, {
      ...act,
      tenantId: record.tenantId,
      declarationId: id,
      filedAt: record.filedAt,
      officeReach: record.officeReach,
      related: { byTaxCode: counted.partyTenants },
      pseudonym: (value) => deps.master.pseudonym('person', value),
      breaches: counted.breaches,
    })
    const [row] = await deps.database.within(WHOLE_COUNTRY, (session) =>
      session.run<{ differing: number }>(kind.compareStatement, [record.tenantId, id, act.seq, ...projection]),
    )
    if (row?.differing !== 0) faults.push(`${id}: the facts of act ${act.seq} are not those of what was filed`)
  }
}
