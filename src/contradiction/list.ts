import { z } from 'zod'
import { type Caller, databaseScope } from '../access/caller.ts'
import type { TenantKeys } from '../declaration/deps.ts'
import { openReason } from '../declaration/reasons.ts'
import { day } from '../declaration/schema-parts.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { appliesOn } from '../law/citation.ts'
import type { Database } from '../platform/database.ts'
import { unitKey } from '../reference/administrative-units.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { fill, presentCitation } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import type { Found, RecordKind } from './check.ts'
import { checkOf } from './checks.ts'
import type { Contradiction, contradictionListQuery, STATES } from './schema.ts'
import { selectContradiction, selectContradictions } from './statements.ts'

export interface ReadDeps {
  readonly database: Database
  readonly tenantKeys: TenantKeys
}

export interface ContradictionRow extends Found, Record<string, unknown> {
  readonly id: string
  readonly check_id: string
  readonly left_kind: RecordKind
  readonly right_kind: RecordKind
  readonly holds: boolean
  readonly settled_on: string | null
  readonly audience: readonly string[]
  readonly state: (typeof STATES)[number]
  readonly decided_state: (typeof STATES)[number] | null
  readonly explanation: string
  readonly client_id: string
  readonly actor: string | null
  readonly decided_at: Date
}

const position = z.tuple([day, z.string().regex(/^[0-9a-f]{32}$/)])

/** A page of what the officer's jurisdiction and role show, newest first. Null when the cursor is none of ours. */
export async function listContradictions(
  deps: ReadDeps,
  caller: Caller,
  query: z.infer<typeof contradictionListQuery>,
  { today, language }: { readonly today: Date; readonly language: Language },
): Promise<{ items: Contradiction[]; next: string | null } | null> {
  const after = query.cursor === undefined ? null : position.safeParse(decodeCursor(query.cursor)).data
  if (after === undefined) return null
  const { check, state, unit, enterprise, period, limit } = query
  const on = legalDateOf(today)
  const key = unit && unitKey(unit)
  const [from, to] = period === undefined ? [] : daysOf(period)
  const params = [on, check, state, key, enterprise, from, to, after?.[0], after?.[1]].map((value) => value ?? null)
  const rows = await deps.database.within(databaseScope(caller), (session) =>
    session.run<ContradictionRow>(selectContradictions, [...params, limit + 1]),
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await Promise.all(page.map((row) => present(deps, row, language))),
    next: rows.length > limit && last ? encodeCursor([last.since, last.id]) : null,
  }
}

function daysOf(period: string): [string, string] {
  const year = period.slice(0, 4)
  return [`${year}-01-01`, period.endsWith('H1') ? `${year}-06-30` : `${year}-12-31`]
}

/** Null when there is none for this officer. */
export async function findContradiction(
  { database }: ReadDeps,
  caller: Caller,
  id: string,
  today: Date,
): Promise<ContradictionRow | null> {
  const [row] = await database.within(databaseScope(caller), (session) =>
    session.run<ContradictionRow>(selectContradiction, [id, legalDateOf(today)]),
  )
  return row ?? null
}

export async function present(
  { tenantKeys }: ReadDeps,
  row: ContradictionRow,
  language: Language,
): Promise<Contradiction> {
  const check = checkOf(row.check_id)
  const legalDate = row.legal_date as LegalDate
  const subject = row.subject === null ? '' : (check?.subjects?.findEver(row.subject)?.[language] ?? row.subject)
  const params = { subject, left: shown(row.left_value) ?? '–', right: shown(row.right_value) ?? '–' }
  return {
    id: row.id,
    check: row.check_id,
    rules: [...(check?.rules ?? [])],
    title: check?.title[language] ?? row.check_id,
    message: check === null ? row.check_id : fill(check.message[language], params, language),
    citations: (check?.citations ?? [])
      .filter((citation) => appliesOn(citation, legalDate))
      .map((citation) => presentCitation(citation, language)),
    state: row.state,
    holds: row.holds,
    settledOn: row.settled_on,
    establishment: row.establishment,
    legalDate,
    since: row.since,
    left: {
      kind: row.left_kind,
      id: row.left_id,
      enterpriseId: row.tenant_id,
      field: row.left_field,
      value: shown(row.left_value),
    },
    right: {
      kind: row.right_kind,
      id: row.right_id,
      enterpriseId: row.other_tenant_id,
      field: row.right_field,
      value: shown(row.right_value),
    },
    decision: row.decided_state && {
      state: row.decided_state,
      explanation: openReason(row.explanation, await tenantKeys.keyOf(row.tenant_id), row.id),
      at: row.decided_at.toISOString(),
      by: { clientId: row.client_id, actor: row.actor },
    },
  }
}

function shown(value: unknown): number | string | null {
  return typeof value === 'number' || typeof value === 'string' ? value : null
}
