import { createHash } from 'node:crypto'
import type { TenantKeys } from '../declaration/deps.ts'
import { oneAtATime, readLog, WHOLE_LOG } from '../declaration/log-reader.ts'
import { openBody } from '../declaration/reveal.ts'
import type { Database } from '../platform/database.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import type { AccidentView } from './accident-view.ts'
import { PROBABLE, score } from './score.ts'
import { keepDuplicates, selectCandidates, selectChangedAccidents, selectCompared } from './statements.ts'

export interface FindDeps {
  readonly database: Database
  readonly tenantKeys: TenantKeys
}

/** Accidents compared at a time: their names are open in memory as long. */
const BATCH = 500

/** Brings the pairs up to date with everything that was acknowledged before. */
export function duplicateFinder(deps: FindDeps): () => Promise<void> {
  return oneAtATime(() =>
    readLog(deps.database, 'duplicates', async ({ from }) => {
      const changed = await deps.database.within(WHOLE_LOG, (session) =>
        session.run<Changed>(selectChangedAccidents, [from]),
      )
      for (let at = 0; at < changed.length; at += BATCH) await find(deps, changed.slice(at, at + BATCH))
      return changed.length > 0
    }),
  )
}

interface Changed extends Record<string, unknown> {
  readonly tenantId: string
  readonly id: string
}

async function find({ database, tenantKeys }: FindDeps, changed: readonly Changed[]): Promise<void> {
  const ids = changed.map(({ id }) => id)
  const { candidates, rows } = await database.within(WHOLE_LOG, async (session) => {
    const tenants = changed.map(({ tenantId }) => tenantId)
    const candidates = await session.run<{ one: string; other: string }>(selectCandidates, [tenants, ids])
    const compared = [...new Set(candidates.flatMap(({ one, other }) => [one, other]))]
    return { candidates, rows: await session.run<ComparedRow & Record<string, unknown>>(selectCompared, [compared]) }
  })
  const compared = new Map<string, Compared>()
  for (const row of rows) compared.set(row.declaration_id, { row, view: await viewOf(tenantKeys, row) })
  const found = candidates.flatMap(({ one, other }) => {
    const [a, b] = [compared.get(one), compared.get(other)]
    return a === undefined || b === undefined ? [] : pairOf(a, b)
  })
  await database.run(keepDuplicates, [ids, JSON.stringify(found)])
}

interface ComparedRow {
  readonly tenant_id: string
  readonly declaration_id: string
  readonly revision: number
  readonly filed_at: Date
  readonly occurred_at: Date
  readonly occurred_on: LegalDate
  readonly current_province: string | null
  readonly current_commune: string | null
  readonly related_tenants: readonly string[]
  readonly deaths: number
  readonly serious: number
  readonly light: number
  readonly victims: number
  readonly reach: readonly string[]
  readonly body: string
  readonly sealed: Buffer
  readonly persons: readonly { ordinal: number; sex: string | null; age: number | null; key: string | null }[]
}

interface Compared {
  readonly row: ComparedRow
  readonly view: AccidentView
}

/** As much of the body as is compared. */
interface Told {
  readonly accident?: { readonly place?: { readonly address?: string } }
  readonly victims?: readonly { readonly person?: { readonly name?: string } }[]
}

async function viewOf(tenantKeys: TenantKeys, row: ComparedRow): Promise<AccidentView> {
  const record = { id: row.declaration_id, tenantId: row.tenant_id }
  const told = (await openBody(tenantKeys, record, row.revision, row)) as Told
  return {
    id: row.declaration_id,
    tenantId: row.tenant_id,
    relatedTenants: row.related_tenants,
    occurredAt: row.occurred_at,
    occurredOn: row.occurred_on,
    province: row.current_province,
    commune: row.current_commune,
    address: told.accident?.place?.address ?? null,
    casualties: { dead: row.deaths, serious: row.serious, light: row.light, all: row.victims },
    persons: row.persons.map(({ ordinal, ...person }) => ({
      ...person,
      name: told.victims?.[ordinal - 1]?.person?.name ?? null,
    })),
  }
}

/** A row of `duplicate_pair`, if the two are alike enough; the first filed comes first. */
function pairOf(a: Compared, b: Compared) {
  const alike = score(a.view, b.view)
  if (alike === null || alike.value < PROBABLE) return []
  const [first, other] = a.row.filed_at <= b.row.filed_at ? [a.row, b.row] : [b.row, a.row]
  const pair = {
    tenant_id: first.tenant_id,
    id: pairId(first.declaration_id, other.declaration_id),
    declaration_id: first.declaration_id,
    other_tenant_id: other.tenant_id,
    other_declaration_id: other.declaration_id,
    occurred_on: first.occurred_on,
    score: alike.value,
    reasons: alike.reasons,
    stands: true,
    reach: [...new Set([...first.reach, ...other.reach])],
  }
  return [pair]
}

/** Whichever of the two is named first. */
function pairId(one: string, other: string): string {
  return createHash('sha256').update([one, other].sort().join('|')).digest('hex').slice(0, 32)
}
