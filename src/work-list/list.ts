import { z } from 'zod'
import { type Caller, databaseScope, reachOf } from '../access/caller.ts'
import type { AnyKind } from '../declaration/kind.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { Database } from '../platform/database.ts'
import { unitKey } from '../reference/administrative-units.ts'
import type { Language } from '../rules/rule.ts'
import type { WorkRow } from './row.ts'
import type { WorkCounts, WorkItem, WorkListQuery } from './schema.ts'
import { sentenceOf } from './sentences.ts'
import { countWork, selectWork } from './statements.ts'
import { timeLeft } from './time-left.ts'
import { SORTS, type Sort, workOf } from './vocabulary.ts'

export interface WorkPage {
  readonly items: readonly WorkItem[]
  readonly next: string | null
  readonly counts: WorkCounts
}

/** An instant as the database writes it: finer than a JavaScript clock. */
const moment = z.string().regex(/^(infinity|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?\+00)$/)
const BEFORE_ALL = ['-infinity', '-infinity', '', '']
const position = z.tuple([moment, moment, z.string().regex(/^[0-9a-f-]{32,36}$/), z.enum(SORTS)])

/** A page of what waits for the caller, what is due first coming first, with the counts of all. Null: no cursor of ours. */
export async function listWork(
  database: Database,
  caller: Caller,
  query: WorkListQuery,
  { kinds, now, language }: { readonly kinds: readonly AnyKind[]; readonly now: Date; readonly language: Language },
): Promise<WorkPage | null> {
  const after = query.cursor === undefined ? BEFORE_ALL : position.safeParse(decodeCursor(query.cursor)).data
  if (after === undefined) return null
  const { sort, unit, limit } = query
  const work = workOf(caller, kinds)
  const key = unit && unitKey(unit)
  const units = caller.jurisdiction === null ? [] : reachOf(caller.jurisdiction)
  const sorts = sort === undefined ? work.sorts : work.sorts.filter((one) => one === sort)
  const about = [
    work.kinds,
    key ?? null,
    units === '*' ? null : units,
    caller.role,
    caller.tenantId,
    work.own,
    work.watched,
  ]
  const { rows, counted } = await database.within(databaseScope(caller), async (session) => ({
    rows: await session.run<WorkRow>(selectWork, [now, sorts, ...about, ...after, limit + 1]),
    counted: await session.run<{ sort: Sort; n: number; overdue: number }>(countWork, [now, work.sorts, ...about]),
  }))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const counts = new Map(counted.map(({ sort, n, overdue }) => [sort, { all: n, overdue }]))
  return {
    items: page.map((row) => itemOf(row, { kinds, now, language })),
    next: rows.length > limit && last ? encodeCursor([last.due_key, last.since_key, last.id, last.sort]) : null,
    counts: Object.fromEntries(work.sorts.map((one) => [one, counts.get(one) ?? { all: 0, overdue: 0 }])),
  }
}

function itemOf(
  row: WorkRow,
  { kinds, now, language }: { readonly kinds: readonly AnyKind[]; readonly now: Date; readonly language: Language },
): WorkItem {
  return {
    sort: row.sort,
    what: sentenceOf(row, language),
    record: { kind: row.kind, id: row.id },
    enterprise: { id: row.tenant_id, name: row.establishment },
    since: row.since.toISOString(),
    due: row.due?.toISOString() ?? null,
    left: row.due && timeLeft(row.due, now),
    link: linkOf(row, kinds),
  }
}

function linkOf({ kind, id, tenant_id, code, owed_by }: WorkRow, kinds: readonly AnyKind[]): string {
  switch (kind) {
    case 'registration':
      return `/v1/registrations/${id}`
    case 'obligation':
      return tenant_id === null
        ? `/v1/obligations?owedBy=${owed_by}&duty=${code}`
        : `/v1/obligations?enterprise=${tenant_id}&duty=${code}`
    case 'contradiction':
      return `/v1/contradictions?enterprise=${tenant_id}&check=${code}`
    case 'duplicate':
      return `/v1/duplicates?enterprise=${tenant_id}`
    default:
      return `/v1/${kinds.find((one) => one.id === kind)?.path}/${id}`
  }
}
