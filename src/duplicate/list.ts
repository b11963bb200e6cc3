import { z } from 'zod'
import { type Caller, databaseScope } from '../access/caller.ts'
import type { Status } from '../declaration/lifecycle.ts'
import { WHOLE_LOG } from '../declaration/log-reader.ts'
import { openReason } from '../declaration/reasons.ts'
import { day } from '../declaration/schema-parts.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { unitKey } from '../reference/administrative-units.ts'
import type { Language } from '../rules/rule.ts'
import type { FindDeps } from './find.ts'
import { REASONS, type Reason } from './reasons.ts'
import type { Duplicate, duplicateListQuery, STATES } from './schema.ts'
import { selectPair, selectPairs, selectSides } from './statements.ts'

export interface PairRow extends Record<string, unknown> {
  readonly tenant_id: string
  readonly id: string
  readonly declaration_id: string
  readonly other_tenant_id: string
  readonly other_declaration_id: string
  readonly occurred_on: string
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly state: (typeof STATES)[number]
  readonly decision: 'merge' | 'distinct' | null
  readonly keep: string | null
  readonly reason: string
  readonly client_id: string
  readonly actor: string | null
  readonly decided_at: Date
  readonly reach: readonly string[]
}

const position = z.tuple([day, z.string().regex(/^[0-9a-f]{32}$/)])

/** A page of pairs in the officer's jurisdiction, newest accident first. Null when the cursor is none of ours. */
export async function listDuplicates(
  deps: FindDeps,
  caller: Caller,
  query: z.infer<typeof duplicateListQuery>,
  language: Language,
): Promise<{ items: Duplicate[]; next: string | null } | null> {
  const after = query.cursor === undefined ? null : position.safeParse(decodeCursor(query.cursor)).data
  if (after === undefined) return null
  const { state, from, to, unit, enterprise, minScore, limit } = query
  const key = unit && unitKey(unit)
  const params = [state, from, to, key, enterprise, minScore, after?.[0], after?.[1]].map((value) => value ?? null)
  const rows = await deps.database.within(databaseScope(caller), (session) =>
    session.run<PairRow>(selectPairs, [...params, limit + 1]),
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await present(deps, page, language),
    next: rows.length > limit && last ? encodeCursor([last.occurred_on, last.id]) : null,
  }
}

/** Null when there is none in the officer's jurisdiction. */
export async function findPair({ database }: FindDeps, caller: Caller, id: string): Promise<PairRow | null> {
  const [row] = await database.within(databaseScope(caller), (session) => session.run<PairRow>(selectPair, [id]))
  return row ?? null
}

interface SideRow extends Record<string, unknown> {
  readonly declaration_id: string
  readonly tenant_id: string
  readonly establishment: string
  readonly occurred_at: Date
  readonly filed_at: Date
  readonly status: Status
  readonly unit_scheme: string | null
  readonly unit: string | null
  readonly victims: number
  readonly deaths: number
}

export async function present(
  { database, tenantKeys }: FindDeps,
  rows: readonly PairRow[],
  language: Language,
): Promise<Duplicate[]> {
  const ids = rows.flatMap(({ declaration_id, other_declaration_id }) => [declaration_id, other_declaration_id])
  const sides = await database.within(WHOLE_LOG, (session) => session.run<SideRow>(selectSides, [ids]))
  const byId = new Map(sides.map((side) => [side.declaration_id, side]))
  const sideOf = (id: string): Duplicate['left'] => {
    const side = byId.get(id)
    if (side === undefined) throw new Error(`declaration ${id} of a pair has no facts`)
    return {
      declarationId: id,
      enterpriseId: side.tenant_id,
      establishment: side.establishment,
      occurredAt: side.occurred_at.toISOString(),
      filedAt: side.filed_at.toISOString(),
      status: side.status,
      unit: side.unit_scheme && side.unit ? { scheme: side.unit_scheme, code: side.unit } : null,
      victims: side.victims,
      deaths: side.deaths,
    }
  }
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      state: row.state,
      score: row.score,
      reasons: row.reasons.map(({ code, weight }) => ({ code, text: REASONS[code][language], weight })),
      left: sideOf(row.declaration_id),
      right: sideOf(row.other_declaration_id),
      decision: row.decision && {
        decision: row.decision,
        keep: row.keep,
        reason: openReason(row.reason, await tenantKeys.keyOf(row.tenant_id), row.id),
        at: row.decided_at.toISOString(),
        by: { clientId: row.client_id, actor: row.actor },
      },
    })),
  )
}
