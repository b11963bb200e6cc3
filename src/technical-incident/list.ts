import { and, arrayContains, desc, eq, gte, lte, type SQL } from 'drizzle-orm'
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
import { technicalIncidentFact } from './tables.ts'
import { INCIDENT_KINDS } from './vocabulary.ts'

export const incidentListQuery = z.strictObject({
  ...pageQuery,
  from: day.optional().meta({ description: 'Incidents on this day or later.' }),
  to: day.optional().meta({ description: 'Incidents on this day or earlier.' }),
  unit: unitQuery.optional(),
  kind: z.enum(INCIDENT_KINDS).optional(),
  serious: z.enum(['true', 'false']).optional(),
  accident: z.uuid().optional().meta({ description: 'Incidents that name this accident declaration.' }),
  enterprise: z.uuid().optional(),
  status: z.enum(STATUSES).optional(),
  text: textQuery.optional(),
})
export type IncidentListQuery = z.infer<typeof incidentListQuery>

const instant = z.string().meta({ format: 'date-time' })
const hurt = z.object({ dead: z.int(), serious: z.int(), light: z.int(), missing: z.int() })
export const incidentListItem = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    establishment: z.string(),
    occurredAt: instant,
    filedAt: instant,
    status: z.enum(STATUSES),
    revision: z.int(),
    kind: z.enum(INCIDENT_KINDS).nullable(),
    serious: z.boolean(),
    declarable: z.boolean(),
    preliminary: z.boolean(),
    unit: z.object({ scheme: z.string(), code: z.string() }).nullable(),
    workers: hurt,
    others: hurt,
    accidents: z.array(z.uuid()),
    breaches: z.int(),
  })
  .meta({ id: 'IncidentListItem' })

/** The sample declaration in a list. */
export const sampleListItem: z.infer<typeof incidentListItem> = {
  id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
  enterpriseId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
  establishment: 'Công ty Cổ phần Xây dựng Bắc Sơn',
  occurredAt: '2026-05-12T00:20:00.000Z',
  filedAt: '2026-05-12T04:45:00.000Z',
  status: 'filed',
  revision: 1,
  kind: 'lifting-equipment',
  serious: true,
  declarable: true,
  preliminary: false,
  unit: { scheme: 'VN-2025', code: '01849' },
  workers: { dead: 0, serious: 0, light: 1, missing: 0 },
  others: { dead: 0, serious: 2, light: 3, missing: 0 },
  accidents: [],
  breaches: 0,
}

/** A page of incidents, newest first, as each stands now. Null when the cursor is none of ours. */
export async function listIncidents(
  database: Database,
  caller: Caller,
  query: IncidentListQuery,
): Promise<{ items: z.infer<typeof incidentListItem>[]; next: string | null } | null> {
  const page = await listPage<typeof technicalIncidentFact.$inferSelect>(
    database,
    caller,
    query,
    (after) => pageOf(caller, query, after),
    ({ occurred_at }) => occurred_at.toISOString(),
  )
  return page && { items: page.rows.map(itemOf), next: page.next }
}

function pageOf(caller: Caller, query: IncidentListQuery, after: Position | null): SQL {
  const fact = technicalIncidentFact
  return new QueryBuilder()
    .select()
    .from(fact)
    .where(
      and(
        latestAct(fact, 'technical_incident_fact_later', null),
        listedFor(caller, fact),
        given(query.from, (from) => gte(fact.occurred_on, from)),
        given(query.to, (to) => lte(fact.occurred_on, to)),
        given(query.unit, (unit) => inUnit(unit, fact)),
        given(query.kind, (kind) => eq(fact.incident_kind, kind)),
        given(query.serious, (serious) => eq(fact.serious, serious === 'true')),
        given(query.accident, (accident) => arrayContains(fact.accidents, [accident])),
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

function itemOf(row: typeof technicalIncidentFact.$inferSelect): z.infer<typeof incidentListItem> {
  const code = row.commune ?? row.district ?? row.province
  return {
    id: row.declaration_id,
    enterpriseId: row.tenant_id,
    establishment: row.establishment,
    occurredAt: row.occurred_at.toISOString(),
    filedAt: row.filed_at.toISOString(),
    status: row.status as (typeof STATUSES)[number],
    revision: row.revision,
    kind: row.incident_kind as (typeof INCIDENT_KINDS)[number] | null,
    serious: row.serious,
    declarable: row.declarable,
    preliminary: row.preliminary,
    unit: row.unit_scheme && code ? { scheme: row.unit_scheme, code } : null,
    workers: {
      dead: row.workers_dead,
      serious: row.workers_serious,
      light: row.workers_light,
      missing: row.workers_missing,
    },
    others: {
      dead: row.others_dead,
      serious: row.others_serious,
      light: row.others_light,
      missing: row.others_missing,
    },
    accidents: row.accidents,
    breaches: row.breaches,
  }
}
