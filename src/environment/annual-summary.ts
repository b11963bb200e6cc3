import { z } from 'zod'
import { type Caller, databaseScope } from '../access/caller.ts'
import type { Database } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import { annualReportItem9 } from '../reference/catalogue.ts'
import type { Language } from '../rules/rule.ts'
import { item9BucketSchema } from './forms.ts'

export const annualSummaryQuery = z.strictObject({
  year: z.coerce.number().int().min(2016).max(2100).meta({ description: 'Year in which sampling began.' }),
  enterpriseId: z
    .uuid()
    .optional()
    .meta({ description: 'Needed by offices; an enterprise is told its own when left out.' }),
})

export const annualSummarySchema = z
  .object({
    year: z.int(),
    enterpriseId: z.uuid(),
    campaigns: z.int().meta({ description: 'In force that count as monitoring.' }),
    campaignsNotCounted: z.int().meta({ description: 'In force that do not, with their samples left out below.' }),
    samples: z.int(),
    exceeding: z.int(),
    advisoryExceeding: z.int().meta({ description: 'Beyond a limit nobody verified: not among `exceeding`.' }),
    notAssessable: z.int(),
    item9: z.array(item9BucketSchema),
  })
  .meta({
    id: 'EnvironmentAnnualSummary',
    description:
      'Item 9 of the annual safety and health report (Circular 07/2016, Annex II), from the campaigns filed.',
  })

/** Campaigns in force whose sampling began in a year, as each stands now. $1 enterprise, $2 year. */
const OF_YEAR = `f.tenant_id = $1 and f.in_force and extract(year from f.sampled_on) = $2
  and not exists (select from environment_fact_later later
                   where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                     and later.seq > f.seq)`

const selectYear = statement(
  'select-monitoring-of-year',
  `select (select count(*) from environment_fact f where ${OF_YEAR} and f.counted) as campaigns,
          (select count(*) from environment_fact f where ${OF_YEAR} and not f.counted) as outside,
          exists (select from enterprise where id = $1) as known`,
)

const selectItem9 = statement(
  'select-item-9-of-year',
  `select m.item_9 as bucket, sum(m.samples) as samples,
          coalesce(sum(m.samples) filter (where m.verdict = 'exceed' and not m.advisory), 0) as exceeding,
          coalesce(sum(m.samples) filter (where m.verdict = 'exceed' and m.advisory), 0) as advisory,
          coalesce(sum(m.samples) filter (where m.verdict = 'not-assessable'), 0) as "notAssessable"
     from environment_fact f
     join environment_measurement_fact m
       on (m.tenant_id, m.declaration_id, m.seq) = (f.tenant_id, f.declaration_id, f.seq)
    where ${OF_YEAR} and f.counted and m.counted
    group by m.item_9`,
)

interface Item9Row extends Record<string, unknown> {
  readonly bucket: string | null
  readonly samples: number
  readonly exceeding: number
  readonly advisory: number
  readonly notAssessable: number
}

/** Null where the caller sees neither the enterprise nor a campaign of it in the year. */
export async function annualSummary(
  database: Database,
  caller: Caller,
  { year, enterpriseId }: { readonly year: number; readonly enterpriseId: string },
  language: Language,
): Promise<z.infer<typeof annualSummarySchema> | null> {
  return database.within(databaseScope(caller), async (session) => {
    const [of] = await session.run<{ campaigns: number; outside: number; known: boolean }>(selectYear, [
      enterpriseId,
      year,
    ])
    const campaigns = of?.campaigns ?? 0
    const campaignsNotCounted = of?.outside ?? 0
    if (of?.known !== true && campaigns + campaignsNotCounted === 0) return null
    const rows = await session.run<Item9Row>(selectItem9, [enterpriseId, year])
    const sum = (of: (row: Item9Row) => number) => rows.reduce((total, row) => total + of(row), 0)
    const rowOf = new Map(rows.map((row) => [row.bucket ?? OTHER, row]))
    return {
      year,
      enterpriseId,
      campaigns,
      campaignsNotCounted,
      samples: sum(({ samples }) => samples),
      exceeding: sum(({ exceeding }) => exceeding),
      advisoryExceeding: sum(({ advisory }) => advisory),
      notAssessable: sum(({ notAssessable }) => notAssessable),
      item9: annualReportItem9.entriesOn().map((entry) => ({
        bucket: entry.code,
        name: entry[language] ?? entry.vi,
        samples: rowOf.get(entry.code)?.samples ?? 0,
        exceeding: rowOf.get(entry.code)?.exceeding ?? 0,
      })),
    }
  })
}

const OTHER = 'other'
