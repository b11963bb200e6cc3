import { and, arrayContains, desc, eq, gt, gte, lte, type SQL } from 'drizzle-orm'
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
import { codeOf, day } from '../declaration/schema-parts.ts'
import { pageQuery } from '../http/route-schema.ts'
import type { Database } from '../platform/database.ts'
import { environmentFact } from './tables.ts'

const yesOrNo = z.enum(['true', 'false'])

export const campaignListQuery = z.strictObject({
  ...pageQuery,
  from: day.optional().meta({ description: 'Campaigns whose sampling began on this day or later.' }),
  to: day.optional().meta({ description: 'Campaigns whose sampling began on this day or earlier.' }),
  unit: unitQuery.optional(),
  factor: codeOf('monitored-factors').optional().meta({ description: 'Campaigns that measured it.' }),
  exceeding: yesOrNo.optional().meta({ description: 'With a value beyond a verified limit, or without.' }),
  counted: yesOrNo.optional().meta({ description: 'That count as monitoring, or do not.' }),
  organisation: z
    .string()
    .regex(/^\d{10}(-\d{3})?$/)
    .optional()
    .meta({ description: 'Tax code of the monitoring organisation.' }),
  enterprise: z.uuid().optional(),
  status: z.enum(STATUSES).optional(),
  text: textQuery
    .meta({ description: 'In the name, tax code, place, organisation or report number, with or without diacritics.' })
    .optional(),
})
type CampaignListQuery = z.infer<typeof campaignListQuery>

const instant = z.string().meta({ format: 'date-time' })
export const campaignListItem = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    establishment: z.string(),
    organisation: z.string(),
    reportNumber: z.string().nullable(),
    sampledFrom: z.string(),
    sampledTo: z.string(),
    filedAt: instant,
    status: z.enum(STATUSES),
    revision: z.int(),
    eligible: z.boolean().meta({ description: 'The organisation might monitor in the days of the campaign.' }),
    counted: z.boolean().meta({ description: 'In force, and monitoring in the figures of compliance.' }),
    unit: z.object({ scheme: z.string(), code: z.string() }).nullable(),
    samples: z.int(),
    exceeding: z.int(),
    advisoryExceeding: z.int(),
    notAssessable: z.int(),
    positions: z.int(),
    positionsExceeding: z.int(),
    workersExceeding: z.int(),
    breaches: z.int(),
  })
  .meta({ id: 'EnvironmentListItem' })

/** The sample campaign in a list. */
export const sampleListItem: z.infer<typeof campaignListItem> = {
  id: '0199f3c2-5f10-7b1c-8a52-3e6d7c8b9a01',
  enterpriseId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
  establishment: 'Mỏ đá Bắc Sơn',
  organisation: 'Trung tâm Quan trắc môi trường lao động Sông Cầu',
  reportNumber: '38/2026/MTLĐ',
  sampledFrom: '2026-03-10',
  sampledTo: '2026-03-11',
  filedAt: '2026-03-30T02:00:00.000Z',
  status: 'filed',
  revision: 1,
  eligible: true,
  counted: true,
  unit: { scheme: 'VN-2025', code: '01849' },
  samples: 9,
  exceeding: 0,
  advisoryExceeding: 0,
  notAssessable: 1,
  positions: 2,
  positionsExceeding: 0,
  workersExceeding: 0,
  breaches: 0,
}

/** A page of campaigns, the newest sampling first, as each stands now. Null when the cursor is none of ours. */
export async function listCampaigns(
  database: Database,
  caller: Caller,
  query: CampaignListQuery,
): Promise<{ items: z.infer<typeof campaignListItem>[]; next: string | null } | null> {
  const page = await listPage<typeof environmentFact.$inferSelect>(
    database,
    caller,
    query,
    (after) => pageOf(caller, query, after),
    ({ sampled_on }) => beginningOf(sampled_on),
  )
  return page && { items: page.rows.map(itemOf), next: page.next }
}

function pageOf(caller: Caller, query: CampaignListQuery, after: Position | null): SQL {
  const fact = environmentFact
  return new QueryBuilder()
    .select()
    .from(fact)
    .where(
      and(
        latestAct(fact, 'environment_fact_later', null),
        listedFor(caller, fact),
        given(query.from, (from) => gte(fact.sampled_on, from)),
        given(query.to, (to) => lte(fact.sampled_on, to)),
        given(query.unit, (unit) => inUnit(unit, fact)),
        given(query.factor, (factor) => arrayContains(fact.factors, [factor])),
        given(query.exceeding, (asked) => (asked === 'true' ? gt(fact.exceeding, 0) : eq(fact.exceeding, 0))),
        given(query.counted, (asked) => eq(fact.counted, asked === 'true')),
        given(query.organisation, (taxCode) => eq(fact.organisation_tax_code, taxCode)),
        given(query.enterprise, (enterprise) => eq(fact.tenant_id, enterprise)),
        given(query.status, (status) => eq(fact.status, status)),
        given(query.text, (text) => holdsText(text, fact.search_text)),
        below(after, fact.sampled_on, fact.declaration_id),
      ),
    )
    .orderBy(desc(fact.sampled_on), desc(fact.declaration_id))
    .limit(query.limit + 1)
    .getSQL()
}

function itemOf(row: typeof environmentFact.$inferSelect): z.infer<typeof campaignListItem> {
  const code = row.commune ?? row.district ?? row.province
  return {
    id: row.declaration_id,
    enterpriseId: row.tenant_id,
    establishment: row.establishment,
    organisation: row.organisation,
    reportNumber: row.report_number,
    sampledFrom: row.sampled_on,
    sampledTo: row.sampled_to,
    filedAt: row.filed_at.toISOString(),
    status: row.status as (typeof STATUSES)[number],
    revision: row.revision,
    eligible: row.eligible,
    counted: row.counted,
    unit: row.unit_scheme && code ? { scheme: row.unit_scheme, code } : null,
    samples: row.samples,
    exceeding: row.exceeding,
    advisoryExceeding: row.advisory_exceeding,
    notAssessable: row.not_assessable,
    positions: row.positions,
    positionsExceeding: row.positions_exceeding,
    workersExceeding: row.workers_exceeding,
    breaches: row.breaches,
  }
}
