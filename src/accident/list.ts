import { and, desc, eq, gte, lte, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Caller } from '../access/caller.ts'
import { latestAct } from '../declaration/latest-act.ts'
import { STATUSES } from '../declaration/lifecycle.ts'
import {
  below,
  given,
  holdsText,
  inUnit,
  listedFor,
  listPage,
  type Position,
  textQuery,
  unitQuery,
} from '../declaration/listing.ts'
import { day } from '../declaration/schema-parts.ts'
import { pageQuery } from '../http/route-schema.ts'
import type { Database } from '../platform/database.ts'
import { accidentFact } from './tables.ts'
import { ACCIDENT_CLASSES } from './vocabulary.ts'

export const accidentListQuery = z.strictObject({
  ...pageQuery,
  from: day.optional().meta({ description: 'Accidents on this day or later.' }),
  to: day.optional().meta({ description: 'Accidents on this day or earlier.' }),
  unit: unitQuery.optional(),
  class: z.enum(ACCIDENT_CLASSES).optional(),
  declarable: z.enum(['true', 'false']).optional(),
  enterprise: z.uuid().optional(),
  status: z.enum(STATUSES).optional(),
  text: textQuery.optional(),
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
    breaches: z.int().meta({
      description: 'Found in the declaration itself; those of its investigation and outcomes: /v1/data-quality.',
    }),
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
): Promise<{ items: z.infer<typeof accidentListItem>[]; next: string | null } | null> {
  const page = await listPage<typeof accidentFact.$inferSelect>(
    database,
    caller,
    query,
    (after) => pageOf(caller, query, after),
    ({ occurred_at }) => occurred_at.toISOString(),
  )
  return page && { items: page.rows.map(itemOf), next: page.next }
}

function pageOf(caller: Caller, query: AccidentListQuery, after: Position | null): SQL {
  const fact = accidentFact
  return new QueryBuilder()
    .select()
    .from(fact)
    .where(
      and(
        latestAct(fact, 'accident_fact_later', null),
        listedFor(caller, fact),
        given(query.from, (from) => gte(fact.occurred_on, from)),
        given(query.to, (to) => lte(fact.occurred_on, to)),
        given(query.unit, (unit) => inUnit(unit, fact)),
        given(query.class, (of) => eq(fact.class, of)),
        given(query.declarable, (declarable) => eq(fact.declarable, declarable === 'true')),
        given(query.enterprise, (enterprise) => eq(fact.tenant_id, enterprise)),
        given(query.status, (status) => eq(fact.status, status)),
        given(query.text, (text) => holdsText(text, fact.search_text)),
        below(after, fact.occurred_at, fact.declaration_id),
      ),
    )
    .orderBy(desc(fact.occurred_at), desc(fact.declaration_id))
    .limit(query.limit + 1)
    .getSQL()
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
