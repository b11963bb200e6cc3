import { z } from 'zod'
import { unitQuery } from '../declaration/listing.ts'
import { day } from '../declaration/schema-parts.ts'
import { citationSchema, page, pageQuery } from '../http/route-schema.ts'

export const GROUPINGS = ['rule', 'enterprise', 'province', 'commune'] as const
export type Grouping = (typeof GROUPINGS)[number]

const filters = {
  ...pageQuery,
  from: day.optional().meta({ description: 'Declarations of this legal date or later.' }),
  to: day.optional().meta({ description: 'Declarations of this legal date or earlier.' }),
  unit: unitQuery.optional(),
  rule: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  enterprise: z.uuid().optional(),
}

export const qualityQuery = z.strictObject({
  ...filters,
  by: z.enum(GROUPINGS).default('rule').meta({ description: 'Rule, filer, or unit of today.' }),
})
export type QualityQuery = z.infer<typeof qualityQuery>

export const confirmationQuery = z.strictObject(filters)
export type ConfirmationQuery = z.infer<typeof confirmationQuery>

const KINDS = ['accident', 'disease', 'environment', 'incident', 'report'] as const

const qualityRow = z
  .object({
    key: z.string().nullable().meta({ description: 'Rule, enterprise or unit; null: unknown.' }),
    label: z.string(),
    citations: z.array(citationSchema).meta({ description: 'Of a rule; else none.' }),
    declarations: z.int(),
    findings: z.int(),
    breaches: z
      .int()
      .meta({ description: 'Duties that were missed, truthfully told; in investigations and outcomes too.' }),
    warnings: z.int().meta({ description: 'Improbable values that stand.' }),
    confirmed: z.int().meta({ description: 'Of the warnings, those the filer confirmed with a reason.' }),
    infos: z.int(),
  })
  .meta({ id: 'DataQualityRow' })
export type QualityRow = z.infer<typeof qualityRow>

export const qualityList = page(qualityRow).meta({ id: 'DataQuality' })

const confirmation = z
  .object({
    rule: z.string(),
    message: z.string(),
    declaration: z.object({ kind: z.enum(KINDS), id: z.uuid(), revision: z.int() }),
    enterprise: z.object({ id: z.uuid(), name: z.string() }),
    legalDate: z.string().meta({ format: 'date' }),
    confirmedAt: z.string().meta({ format: 'date-time' }),
    filedAs: z.string(),
    reasons: z.array(z.object({ pointer: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ConfirmedWarning' })
export type ConfirmedWarning = z.infer<typeof confirmation>

export const confirmationList = page(confirmation).meta({ id: 'ConfirmedWarningList' })
