import { and, arrayOverlaps, desc, eq, gte, like, lte, or, type SQL, sql } from 'drizzle-orm'
import { PgDialect, QueryBuilder } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { type Caller, databaseScope, reachOf } from '../access/caller.ts'
import { latestAct } from '../declaration/latest-act.ts'
import { STATUSES } from '../declaration/lifecycle.ts'
import { day, instant as occurrence } from '../declaration/schema-parts.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { pageQuery } from '../http/route-schema.ts'
import type { Database } from '../platform/database.ts'
import { levelOf, schemeOn, type UnitRef } from '../reference/administrative-units.ts'
import { foldText } from '../reference/fold-text.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import { accidentFact } from './tables.ts'
import { ACCIDENT_CLASSES } from './vocabulary.ts'

export const accidentListQuery = z.strictObject({
  ...pageQuery,
  from: day.optional().meta({ description: 'Accidents on this day or later.' }),
  to: day.optional().meta({ description: 'Accidents on this day or earlier.' }),
  unit: z
    .string()
    .regex(/^(VN-2004:|VN-2025:)?\d{2,5}$/)
    .optional()
    .meta({
      description: 'Province, district or commune of the place; with its scheme, or a code in force today.',
      examples: ['VN-2025:19', '19', 'VN-2004:063'],
    }),
  class: z.enum(ACCIDENT_CLASSES).optional(),
  declarable: z.enum(['true', 'false']).optional(),
  enterprise: z.uuid().optional(),
  status: z.enum(STATUSES).optional(),
  text: z
    .string()
    .min(2)
    .max(100)
    .optional()
    .meta({ description: 'In the name, tax code or place, with or without diacritics.' }),
})
export type AccidentListQuery = z.infer<typeof accidentListQuery>

const instant = z.string().meta({ format: 'date-time' })
export const accidentListItem = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    establishment: z.string(),
    occurredAt: instant,
    filedAt: instant,
    status: z.enum(STATUSES),
    revision: z.int(),
    class: z.enum(ACCIDENT_CLASSES),
    declarable: z.boolean(),
    preliminary: z.boolean(),
    context: z.string(),
    unit: z.object({ scheme: z.string(), code: z.string() }).nullable(),
    victims: z.int(),
    deaths: z.int(),
    serious: z.int(),
    light: z.int(),
    missing: z.int(),
    breaches: z.int(),
  })
  .meta({ id: 'AccidentListItem' })

/** The sample declaration in a list. */
export const sampleListItem: z.infer<typeof accidentListItem> = {
  id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
  enterpriseId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
  establishment: 'Công ty Cổ phần Xây dựng Bắc Sơn',
  occurredAt: '2026-05-12T02:40:00.000Z',
  filedAt: '2026-05-12T04:45:00.000Z',
  status: 'filed',
  revision: 1,
  class: 'fatal',
  declarable: true,
  preliminary: false,
  context: 'at-work',
  unit: { scheme: 'VN-2025', code: '01849' },
  victims: 1,
  deaths: 1,
  serious: 0,
  light: 0,
  missing: 0,
  breaches: 0,
}

/** A page of accidents, newest first, as each stands now. Null when the cursor is none of ours. */
export async function listAccidents(
  database: Database,
  caller: Caller,
  query: AccidentListQuery,
  today: Date,
): Promise<{ items: z.infer<typeof accidentListItem>[]; next: string | null } | null> {
  const after = query.cursor === undefined ? null : positionOf(query.cursor)
  if (after === undefined) return null
  const { sql: text, params } = new PgDialect().sqlToQuery(pageOf(caller, query, after, today))
  const rows = await database.within(databaseScope(caller), (session) =>
    session.run<typeof accidentFact.$inferSelect>({ text }, params),
  )
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(itemOf),
    next:
      rows.length > query.limit && last ? encodeCursor([last.occurred_at.toISOString(), last.declaration_id]) : null,
  }
}

/** When the last accident of a page occurred, and its id. */
const position = z.tuple([occurrence, z.uuid()])
type Position = z.infer<typeof position>

function positionOf(cursor: string): Position | undefined {
  return position.safeParse(decodeCursor(cursor)).data
}

function pageOf(caller: Caller, query: AccidentListQuery, after: Position | null, today: Date): SQL {
  const fact = accidentFact
  return new QueryBuilder()
    .select()
    .from(fact)
    .where(
      and(
        latestAct(fact, 'accident_fact_later', null),
        listedFor(caller),
        given(query.from, (from) => gte(fact.occurred_on, from)),
        given(query.to, (to) => lte(fact.occurred_on, to)),
        given(query.unit, (unit) => inUnit(unit, today)),
        given(query.class, (of) => eq(fact.class, of)),
        given(query.declarable, (declarable) => eq(fact.declarable, declarable === 'true')),
        given(query.enterprise, (enterprise) => eq(fact.tenant_id, enterprise)),
        given(query.status, (status) => eq(fact.status, status)),
        given(query.text, (text) => like(fact.search_text, `%${foldText(text).replace(/[\\%_]/g, '\\$&')}%`)),
        given(
          after,
          ([at, id]) => sql`(${fact.occurred_at}, ${fact.declaration_id}) < (${at}::timestamptz, ${id}::uuid)`,
        ),
      ),
    )
    .orderBy(desc(fact.occurred_at), desc(fact.declaration_id))
    .limit(query.limit + 1)
    .getSQL()
}

/**
 * Filers list their own, offices what lies in their jurisdiction. Other parties read by id what concerns them: a row
 * of this list tells of all victims.
 */
function listedFor(caller: Caller): SQL | undefined {
  const { tenant_id, client_id, reach, office_reach } = accidentFact
  const units = caller.jurisdiction === null ? [] : reachOf(caller.jurisdiction)
  if (units === '*') return undefined
  return or(
    eq(client_id, caller.clientId),
    given(caller.tenantId, (tenantId) => eq(tenant_id, tenantId)),
    units.length === 0 ? undefined : or(arrayOverlaps(reach, [...units]), arrayOverlaps(office_reach, [...units])),
  )
}

function given<T>(value: T | null | undefined, condition: (value: T) => SQL | undefined): SQL | undefined {
  return value === null || value === undefined ? undefined : condition(value)
}

/** By where the place lies today for units of today, by where it lay for others. */
function inUnit(text: string, today: Date): SQL | undefined {
  const [scheme, code] = text.includes(':') ? text.split(':') : [schemeOn(legalDateOf(today)), text]
  const ref = { scheme, code } as UnitRef
  const { unit_scheme, province, district, commune, current_province, current_commune } = accidentFact
  if (ref.scheme === 'VN-2025') {
    return ref.code.length === 2 ? eq(current_province, ref.code) : eq(current_commune, ref.code)
  }
  const column = { province, district, commune }[levelOf(ref) ?? 'commune']
  return and(eq(unit_scheme, ref.scheme), eq(column, ref.code))
}

function itemOf(row: typeof accidentFact.$inferSelect): z.infer<typeof accidentListItem> {
  const code = row.commune ?? row.district ?? row.province
  return {
    id: row.declaration_id,
    enterpriseId: row.tenant_id,
    establishment: row.establishment,
    occurredAt: row.occurred_at.toISOString(),
    filedAt: row.filed_at.toISOString(),
    status: row.status as (typeof STATUSES)[number],
    revision: row.revision,
    class: row.class as (typeof ACCIDENT_CLASSES)[number],
    declarable: row.declarable,
    preliminary: row.preliminary,
    context: row.context,
    unit: row.unit_scheme && code ? { scheme: row.unit_scheme, code } : null,
    victims: row.victims,
    deaths: row.deaths,
    serious: row.serious,
    light: row.light,
    missing: row.missing,
    breaches: row.breaches,
  }
}
