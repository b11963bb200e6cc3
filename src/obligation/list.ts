import { and, arrayContains, eq, gte, lte, or, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { type Caller, databaseScope } from '../access/caller.ts'
import { given } from '../declaration/listing.ts'
import { day } from '../declaration/schema-parts.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import type { Session } from '../platform/database.ts'
import { type UnitRef, unitKey } from '../reference/administrative-units.ts'
import type { Language } from '../rules/rule.ts'
import { present } from './present.ts'
import type { ProjectorDeps } from './projector.ts'
import type { ObligationRow } from './row.ts'
import type { ObligationListQuery, ObligationView } from './schema.ts'
import { statusAt } from './status.ts'
import { obligationTable as o } from './tables.ts'
import { type ObligationStatus, STATUSES } from './vocabulary.ts'
import type { WaiverDeps } from './waiver-reason.ts'

export type ObligationDeps = ProjectorDeps & WaiverDeps

/** The day after all days stands for none. */
const NO_DAY = 'infinity'
const position = z.tuple([z.union([day, z.literal(NO_DAY)]), z.uuid()])
type Position = z.infer<typeof position>

const dueOrder = sql`coalesce(${o.due_on}, ${sql.raw(`'${NO_DAY}'::date`)})`

/** The last one of each obligation. Waivers are few, so they are joined as a whole. */
const LAST_WAIVERS = sql`left join (
  select distinct on (obligation_id) obligation_id, lifted, reason, client_id, actor, decided_at
    from obligation_waiver order by obligation_id, id desc) w on w.obligation_id = ${o.id} and not w.lifted`
const WAIVED = sql`w.obligation_id is not null`

export interface ObligationPage {
  readonly items: readonly ObligationView[]
  readonly next: string | null
  readonly counts: Readonly<Record<ObligationStatus, number>>
}

/** A page of obligations, the first due first, with the counts of all. Null when the cursor is none of ours. */
export async function listObligations(
  deps: ObligationDeps,
  caller: Caller,
  query: ObligationListQuery,
  language: Language,
): Promise<ObligationPage | null> {
  const after = query.cursor === undefined ? null : position.safeParse(decodeCursor(query.cursor)).data
  if (after === undefined) return null
  const now = deps.clock()
  const { rows, counted } = await deps.database.within(databaseScope(caller), async (session) => ({
    rows: await run<ObligationRow>(session, pageOf(query, after, now)),
    counted: await run<{ status: ObligationStatus; n: number }>(session, countsOf(query, now)),
  }))
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const counts = new Map(counted.map(({ status, n }) => [status, n]))
  return {
    items: await Promise.all(page.map((row) => present(deps, row, { now, language }))),
    next: rows.length > query.limit && last ? encodeCursor([last.due_on ?? NO_DAY, last.id]) : null,
    counts: Object.fromEntries(STATUSES.map((status) => [status, counts.get(status) ?? 0])) as ObligationPage['counts'],
  }
}

/** Null when the caller may not see it, or there is none. */
export async function findObligation(deps: ObligationDeps, caller: Caller, id: string): Promise<ObligationRow | null> {
  const [row] = await deps.database.within(databaseScope(caller), (session) =>
    run<ObligationRow>(session, selectOf(deps.clock(), eq(o.id, id))),
  )
  return row ?? null
}

async function run<T>(session: Session, query: SQL): Promise<T[]> {
  const { sql: text, params } = new PgDialect().sqlToQuery(query)
  return session.run<T & Record<string, unknown>>({ text }, params)
}

function pageOf(query: ObligationListQuery, after: Position | null, now: Date): SQL {
  const { status, limit } = query
  const rest = and(
    filtersOf(query),
    given(status, (wanted) => sql`${statusAt(o, WAIVED, now)} = ${wanted}`),
    given(after, ([due, id]) => sql`(${dueOrder}, ${o.id}) > (${due}::date, ${id}::uuid)`),
  )
  return sql`${selectOf(now, rest)} order by ${dueOrder}, ${o.id} limit ${limit + 1}`
}

function selectOf(now: Date, where: SQL | undefined): SQL {
  return sql`select obligation.*, ${statusAt(o, WAIVED, now)} as status,
      case when ${WAIVED} then json_build_object('reason', w.reason, 'client_id', w.client_id, 'actor', w.actor,
                                                 'decided_at', w.decided_at) end as waiver
    from obligation ${LAST_WAIVERS} where ${where ?? sql`true`}`
}

function countsOf(query: ObligationListQuery, now: Date): SQL {
  return sql`select ${statusAt(o, WAIVED, now)} as status, count(*) as n
    from obligation ${LAST_WAIVERS} where ${filtersOf(query) ?? sql`true`} group by 1`
}

function filtersOf(query: ObligationListQuery): SQL | undefined {
  const { duty, period, unit, enterpriseId, enterprise = enterpriseId, owedBy, dueFrom, dueTo } = query
  return and(
    given(duty, (wanted) => eq(o.duty, wanted)),
    given(period, (wanted) => eq(o.period, wanted)),
    given(unit, (wanted) => inUnit(wanted)),
    given(enterprise, (wanted) => eq(o.tenant_id, wanted)),
    given(owedBy, (wanted) => eq(o.owed_by, wanted)),
    given(dueFrom, (from) => gte(o.due_on, from)),
    given(dueTo, (to) => lte(o.due_on, to)),
  )
}

/** Where it happened, or where the head office lies. */
function inUnit(unit: UnitRef): SQL | undefined {
  const key = unitKey(unit)
  return or(arrayContains(o.reach, [key]), arrayContains(o.office_reach, [key]))
}
