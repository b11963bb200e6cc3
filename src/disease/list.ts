import { and, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Caller } from '../access/caller.ts'
import { latestAct } from '../declaration/latest-act.ts'
import { STATUSES } from '../declaration/lifecycle.ts'
import {
  beginningOf,
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
import { diseaseFact, diseaseHazardFact, diseaseResultFact } from './tables.ts'

export const screeningListQuery = z.strictObject({
  ...pageQuery,
  from: day.optional().meta({ description: 'Rounds that ended on this day or later.' }),
  to: day.optional().meta({ description: 'Rounds that ended on this day or earlier.' }),
  unit: unitQuery.optional(),
  kind: z.string().min(1).max(40).optional().meta({ description: 'Code of `examination-kinds`.' }),
  factor: z.string().min(1).max(20).optional().meta({ description: 'Rounds with this factor of `hazard-factors`.' }),
  disease: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .meta({ description: 'Rounds with this disease of `occupational-diseases`, found or not.' }),
  facility: z.uuid().optional(),
  enterprise: z.uuid().optional(),
  status: z.enum(STATUSES).optional(),
  text: textQuery.optional(),
})
export type ScreeningListQuery = z.infer<typeof screeningListQuery>

const personsXDisease =
  'Persons x disease: somebody with two diseases counts twice. Null for offices that may not see diagnoses.'

export const screeningListItem = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    establishment: z.string(),
    examinedFrom: z.string(),
    examinedTo: z.string(),
    filedAt: z.string().meta({ format: 'date-time' }),
    status: z.enum(STATUSES),
    revision: z.int(),
    kind: z.string().nullable(),
    facility: z.string().nullable(),
    unit: z.object({ scheme: z.string(), code: z.string() }).nullable(),
    exposed: z.int().meta({ description: 'Distinct persons.' }),
    examined: z.int().meta({ description: 'Distinct persons.' }),
    suspected: z.int().nullable().meta({ description: personsXDisease }),
    diagnosed: z.int().nullable().meta({ description: personsXDisease }),
    breaches: z.int(),
  })
  .meta({ id: 'DiseaseScreeningListItem' })

/** The sample screening in a list. */
export const sampleListItem: z.infer<typeof screeningListItem> = {
  id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
  enterpriseId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
  establishment: 'Mỏ đá Núi Voi - Công ty Cổ phần Xây dựng Bắc Sơn',
  examinedFrom: '2026-09-07',
  examinedTo: '2026-09-11',
  filedAt: '2026-10-02T02:00:00.000Z',
  status: 'filed',
  revision: 1,
  kind: 'detection',
  facility: 'Trung tâm Sức khỏe nghề nghiệp Sông Cầu',
  unit: { scheme: 'VN-2025', code: '01849' },
  exposed: 150,
  examined: 150,
  suspected: 5,
  diagnosed: 2,
  breaches: 0,
}

/** Few of one enterprise are ill, so a count tells who: diagnoses are for the health office, the enterprise, who filed. */
export function seesDiagnoses({ role }: Caller): boolean {
  return role !== 'labour-office'
}

/** A page of rounds, newest first, as each stands now. Null when the cursor is none of ours. */
export async function listScreenings(
  database: Database,
  caller: Caller,
  query: ScreeningListQuery,
): Promise<{ items: z.infer<typeof screeningListItem>[]; next: string | null } | null> {
  const page = await listPage<typeof diseaseFact.$inferSelect>(
    database,
    caller,
    query,
    (after) => pageOf(caller, query, after),
    ({ examined_on }) => beginningOf(examined_on),
  )
  return page && { items: page.rows.map((row) => itemOf(row, seesDiagnoses(caller))), next: page.next }
}

function pageOf(caller: Caller, query: ScreeningListQuery, after: Position | null): SQL {
  const fact = diseaseFact
  return new QueryBuilder()
    .select()
    .from(fact)
    .where(
      and(
        latestAct(fact, 'disease_fact_later', null),
        listedFor(caller, fact),
        given(query.from, (from) => gte(fact.examined_on, from)),
        given(query.to, (to) => lte(fact.examined_on, to)),
        given(query.unit, (unit) => inUnit(unit, fact)),
        given(query.kind, (kind) => eq(fact.exam_kind, kind)),
        given(query.factor, (factor) => hasRow(diseaseHazardFact, eq(diseaseHazardFact.factor, factor))),
        given(query.disease, (disease) => hasRow(diseaseResultFact, eq(diseaseResultFact.disease, disease))),
        given(query.facility, (facility) => eq(fact.facility_id, facility)),
        given(query.enterprise, (enterprise) => eq(fact.tenant_id, enterprise)),
        given(query.status, (status) => eq(fact.status, status)),
        given(query.text, (text) => holdsText(text, fact.search_text)),
        below(after, fact.examined_on, fact.declaration_id),
      ),
    )
    .orderBy(desc(fact.examined_on), desc(fact.declaration_id))
    .limit(query.limit + 1)
    .getSQL()
}

/** A row of the same act among those of its factors or diseases. */
function hasRow(part: typeof diseaseHazardFact | typeof diseaseResultFact, condition: SQL): SQL {
  const { tenant_id, declaration_id, seq } = diseaseFact
  return sql`exists (select from ${part} where ${and(
    eq(part.tenant_id, tenant_id),
    eq(part.declaration_id, declaration_id),
    eq(part.seq, seq),
    condition,
  )})`
}

function itemOf(row: typeof diseaseFact.$inferSelect, diagnoses: boolean): z.infer<typeof screeningListItem> {
  const code = row.commune ?? row.district ?? row.province
  return {
    id: row.declaration_id,
    enterpriseId: row.tenant_id,
    establishment: row.establishment,
    examinedFrom: row.examined_from,
    examinedTo: row.examined_on,
    filedAt: row.filed_at.toISOString(),
    status: row.status as (typeof STATUSES)[number],
    revision: row.revision,
    kind: row.exam_kind,
    facility: row.facility,
    unit: row.unit_scheme && code ? { scheme: row.unit_scheme, code } : null,
    exposed: row.exposed,
    examined: row.examined,
    suspected: diagnoses ? row.suspected : null,
    diagnosed: diagnoses ? row.diagnosed : null,
    breaches: row.breaches,
  }
}
