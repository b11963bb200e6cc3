import { z } from 'zod'
import { unitQuery } from '../declaration/listing.ts'
import { day, instant, prose } from '../declaration/schema-parts.ts'
import { citationSchema, page, pageQuery } from '../http/route-schema.ts'
import { DUTIES, PARTIES, REASONS, type ReasonCode, SOURCE_KINDS, STATUSES } from './vocabulary.ts'

const period = z
  .string()
  .regex(/^20\d{2}(-H1)?$/)
  .meta({ description: 'A year, or its first half.', examples: ['2026', '2026-H1'] })

export const obligationListQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(STATUSES).optional(),
  duty: z.enum(DUTIES).optional(),
  period: period.optional(),
  unit: unitQuery.optional(),
  enterprise: z.uuid().optional(),
  enterpriseId: z
    .uuid()
    .optional()
    .meta({ deprecated: true, description: 'The same as `enterprise`, its earlier name.' }),
  owedBy: z.enum(PARTIES).optional(),
  dueFrom: day.optional().meta({ description: 'Due on this day or later.' }),
  dueTo: day.optional().meta({ description: 'Due on this day or earlier.' }),
})
export type ObligationListQuery = z.infer<typeof obligationListQuery>

export const obligationParams = z.object({ id: z.uuid() })

export const waiverBody = z
  .strictObject({
    lifted: z.literal(true).optional().meta({ description: 'Lifts the waiver that stands.' }),
    reason: prose(2_000),
  })
  .meta({ id: 'ObligationWaiverBody', description: 'Why the party need not do it, or must after all.' })
export type WaiverBody = z.infer<typeof waiverBody>

const reasonCodes = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]

export const obligationSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(STATUSES).meta({ description: 'By the clock of the question.' }),
    duty: z.enum(DUTIES),
    owedBy: z.enum(PARTIES),
    owedTo: z.enum(PARTIES),
    party: z.string().meta({ description: 'The name of the enterprise, office or organisation it is listed under.' }),
    enterpriseId: z.uuid().nullable().meta({ description: 'Null for offices, communes and organisations.' }),
    source: z.object({
      kind: z.enum(SOURCE_KINDS),
      id: z.uuid(),
      subject: z
        .string()
        .nullable()
        .meta({ description: 'What of it: a period, a victim, `again` after a graver turn; null: the whole.' }),
    }),
    period: z.string().nullable(),
    since: z.string().meta({ description: 'The day of the fact it follows from.' }),
    dueOn: z.string().nullable().meta({ description: 'Last timely day; null where the law sets none.' }),
    dueAt: instant.nullable().meta({ description: 'Where the limit is counted in hours.' }),
    before: z.string().nullable().meta({ description: 'The day the law names with "before": already late.' }),
    certain: z.boolean().meta({ description: 'False when a holiday on the way is not fixed yet.' }),
    daysLeft: z.int().nullable().meta({ description: 'To the last timely day; negative once it is over.' }),
    doneOn: z.string().nullable(),
    citations: z.array(citationSchema),
    reason: z.object({ code: z.enum(reasonCodes), text: z.string() }).meta({ id: 'ObligationReason' }),
    explanation: z.string(),
    waiver: z
      .object({
        reason: z.string(),
        at: instant,
        by: z.object({ clientId: z.string(), actor: z.string().nullable() }),
      })
      .nullable(),
  })
  .meta({ id: 'Obligation' })
export type ObligationView = z.infer<typeof obligationSchema>

const counts = z.object(Object.fromEntries(STATUSES.map((status) => [status, z.int()]))) as unknown as z.ZodObject<
  Record<(typeof STATUSES)[number], z.ZodInt>
>

export const obligationList = page(obligationSchema)
  .extend({
    counts: counts.meta({
      id: 'ObligationCounts',
      description: 'Of all pages, by status, for the same filters without `status`.',
    }),
  })
  .meta({ id: 'ObligationList' })
