import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
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
import { REVIEWERS, type Reviewer } from '../declaration/offices.ts'
import { pageQuery } from '../http/route-schema.ts'
import type { Database } from '../platform/database.ts'
import { formOf } from './forms.ts'
import { periodicReportFact } from './tables.ts'
import { REPORT_KINDS, type ReportKind } from './vocabulary.ts'

export const reportListQuery = z.strictObject({
  ...pageQuery,
  kind: z.enum(REPORT_KINDS).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  half: z
    .enum(['1', 'none'])
    .optional()
    .meta({ description: '`1`: reports of the first half-year; `none`: of whole years.' }),
  unit: unitQuery.optional().meta({
    description: 'Province, district or commune of the head office; with its scheme, or a code in force today.',
    examples: ['VN-2025:19', '19'],
  }),
  enterprise: z.uuid().optional(),
  reviewer: z.enum(REVIEWERS).optional().meta({ description: 'Reports that this office reviews.' }),
  status: z.enum(STATUSES).optional(),
  late: z.enum(['true', 'false']).optional(),
  text: textQuery.optional(),
})
export type ReportListQuery = z.infer<typeof reportListQuery>

const instant = z.string().meta({ format: 'date-time' })
export const reportListItem = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    establishment: z.string(),
    kind: z.enum(REPORT_KINDS),
    period: z.string().meta({ examples: ['2026', '2026-H1'] }),
    receivedOn: z.string(),
    dueOn: z.string().nullable(),
    timely: z.boolean().nullable(),
    filedAt: instant,
    status: z.enum(STATUSES),
    revision: z.int(),
    zero: z.boolean(),
    unit: z.object({ scheme: z.string(), code: z.string() }).nullable(),
    workers: z.int().nullable(),
    accidents: z.int().nullable(),
    deaths: z.int().nullable(),
    differing: z.int().nullable().meta({ description: 'Cells that differ from what was declared.' }),
    reviewer: z
      .enum(REVIEWERS)
      .nullable()
      .meta({ description: 'The office that returns and accepts it; null where none here does.' }),
    breaches: z.int(),
  })
  .meta({ id: 'ReportListItem' })

/** The sample report in a list. */
export const sampleListItem: z.infer<typeof reportListItem> = {
  id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
  enterpriseId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
  establishment: 'Công ty Cổ phần Xây dựng Bắc Sơn',
  kind: 'accident-summary',
  period: '2026-H1',
  receivedOn: '2026-07-02',
  dueOn: '2026-07-04',
  timely: true,
  filedAt: '2026-07-02T02:00:00.000Z',
  status: 'filed',
  revision: 1,
  zero: false,
  unit: { scheme: 'VN-2025', code: '01849' },
  workers: 240,
  accidents: 2,
  deaths: 1,
  differing: 0,
  reviewer: 'labour-office',
  breaches: 0,
}

/** A page of reports, the last filed first, as each stands now. Null when the cursor is none of ours. */
export async function listReports(
  database: Database,
  caller: Caller,
  query: ReportListQuery,
): Promise<{ items: z.infer<typeof reportListItem>[]; next: string | null } | null> {
  const page = await listPage<typeof periodicReportFact.$inferSelect>(
    database,
    caller,
    query,
    (after) => pageOf(caller, query, after),
    ({ filed_at }) => filed_at.toISOString(),
  )
  return page && { items: page.rows.map(itemOf), next: page.next }
}

function pageOf(caller: Caller, query: ReportListQuery, after: Position | null): SQL {
  const fact = periodicReportFact
  return new QueryBuilder()
    .select()
    .from(fact)
    .where(
      and(
        latestAct(fact, 'report_fact_later', null),
        listedFor(caller, fact),
        given(query.kind, (kind) => eq(fact.report_kind, kind)),
        given(query.year, (year) => eq(fact.year, year)),
        given(query.half, (half) => (half === '1' ? eq(fact.half, 1) : sql`${fact.half} is null`)),
        given(query.unit, (unit) => inUnit(unit, fact)),
        given(query.enterprise, (enterprise) => eq(fact.tenant_id, enterprise)),
        given(query.reviewer, (reviewer) => inArray(fact.report_kind, kindsFor(reviewer))),
        given(query.status, (status) => eq(fact.status, status)),
        given(query.late, (late) => eq(fact.timely, late === 'false')),
        given(query.text, (text) => holdsText(text, fact.search_text)),
        below(after, fact.filed_at, fact.declaration_id),
      ),
    )
    .orderBy(desc(fact.filed_at), desc(fact.declaration_id))
    .limit(query.limit + 1)
    .getSQL()
}

function kindsFor(reviewer: Reviewer): ReportKind[] {
  return REPORT_KINDS.filter((kind) => formOf(kind)?.recipient === reviewer)
}

function itemOf(row: typeof periodicReportFact.$inferSelect): z.infer<typeof reportListItem> {
  const code = row.commune ?? row.district ?? row.province
  const kind = row.report_kind as ReportKind
  return {
    id: row.declaration_id,
    enterpriseId: row.tenant_id,
    establishment: row.establishment,
    kind,
    period: row.period,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    timely: row.timely,
    filedAt: row.filed_at.toISOString(),
    status: row.status as (typeof STATUSES)[number],
    revision: row.revision,
    zero: row.zero,
    unit: row.unit_scheme && code ? { scheme: row.unit_scheme, code } : null,
    workers: row.workers,
    accidents: row.accidents,
    deaths: row.deaths,
    differing: row.differing,
    reviewer: formOf(kind)?.recipient ?? null,
    breaches: row.breaches,
  }
}
