import { z } from 'zod'
import { unitQuery } from '../declaration/listing.ts'
import { LEVELS } from './count.ts'
import { INDICATOR_IDS } from './indicators.ts'

const year = z.coerce.number().int().min(2016).max(2100)
const unit = unitQuery.optional().meta({
  description:
    'Province, district or commune; in force today unless its scheme is named; all of the jurisdiction when left out.',
  examples: ['VN-2025:19', 'VN-2004:063'],
})

export const indicatorsQuery = z.strictObject({ year, unit })
export const indicatorParams = z.strictObject({ indicator: z.enum(INDICATOR_IDS) })
export const indicatorQuery = z.strictObject({
  from: year.meta({ description: 'First year.' }),
  to: year.optional().meta({ description: 'Last year; the first when left out.' }),
  unit,
  by: z.enum(LEVELS).optional().meta({ description: 'Also each province or commune of today.' }),
})

const titled = z.object({
  title: z.string().meta({ description: 'What is counted, exactly.' }),
  value: z.number().nullable().meta({ description: 'Null where the register held nothing of the year.' }),
})

export const figureSchema = z
  .object({
    year: z.int(),
    unit: z.string().nullable().meta({ description: 'Null: the whole area asked for.' }),
    numerator: titled,
    denominator: titled.nullable().meta({ description: 'Null for a plain number.' }),
    value: z.number().nullable().meta({
      description: 'Null where there is nothing to divide by, and where it cannot be told, which `note` explains.',
    }),
    before: z.number().nullable().meta({ description: 'Of the year before, by the same counts.' }),
    change: z.number().nullable().meta({
      description: 'Percent on the year before; null for a growth, which is a change itself.',
    }),
    beside: titled.nullable().meta({ description: 'A number to be read beside the ratio.' }),
    note: z.string().nullable().meta({
      description:
        'Why it cannot be told: nothing was held of the year, or the reports that tell it are not due yet. Or why it is not of the whole year.',
    }),
  })
  .meta({ id: 'IndicatorFigure' })

export const targetSchema = z
  .object({
    programme: z.string(),
    id: z.string(),
    title: z.string(),
    operator: z.enum(['up', 'down', '>', '>=', '=', 'two-readings']),
    value: z.number().nullable(),
    unit: z.string().nullable(),
  })
  .meta({ id: 'IndicatorTarget', description: 'A target of a plan that the indicator measures.' })

const head = {
  id: z.enum(INDICATOR_IDS),
  title: z.string(),
  kind: z.enum(['share', 'growth', 'number']),
  per: z.number().nullable().meta({ description: '100: percent.' }),
  targets: z.array(targetSchema),
}

export const indicatorSchema = z
  .object({ ...head, figures: z.array(figureSchema) })
  .meta({ id: 'Indicator', description: 'A declared ratio, within the jurisdiction of the caller.' })
export const indicatorsSchema = z.object({ items: z.array(indicatorSchema) }).meta({ id: 'IndicatorList' })

export const programmesSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        basis: z.string(),
        validFrom: z.string(),
        validTo: z.string().nullable(),
        area: z.array(z.string()).nullable().meta({ description: 'Keys of units; null: whoever reports names it.' }),
        overlappingSince2025: z
          .array(z.string())
          .nullable()
          .meta({ description: 'Units of today that took land of the area, and other land too.' }),
        yearlyReportBefore: z.object({ units: z.string(), labourOffice: z.string().nullable() }),
        breakdowns: z.array(z.string()),
        targets: z.array(targetSchema.omit({ programme: true })),
      }),
    ),
  })
  .meta({ id: 'ProgrammeList' })

export const progressQuery = z.strictObject({
  from: year.optional().meta({ description: 'First year; that of the plan when left out.' }),
  to: year.optional().meta({ description: 'Last year; that of the plan, or this year, when left out.' }),
  unit: unit.meta({ description: 'In place of the area of the plan; needed where it names none.' }),
})
export const progressParams = z.strictObject({ programme: z.string().max(100) })

export const progressSchema = z
  .object({
    programme: z.string(),
    title: z.string(),
    area: z
      .object({ before: z.array(z.string()), since: z.array(z.string()) })
      .nullable()
      .meta({ description: 'Units asked, before and since 1 July 2025; null: all of the jurisdiction.' }),
    sameArea: z.boolean().meta({ description: 'False: the units since 1 July 2025 hold other land too.' }),
    targets: z.array(
      targetSchema.omit({ programme: true }).extend({
        unmeasured: z.string().nullable().meta({ description: 'Why no indicator measures it.' }),
        years: z.array(
          z.object({
            year: z.int(),
            met: z.boolean().nullable().meta({
              description:
                'By every indicator; null where one cannot be told, the year is not over, or the reading must be chosen.',
            }),
            reached: z.array(
              figureSchema.omit({ year: true, unit: true }).extend({
                indicator: z.enum(INDICATOR_IDS),
                met: z.boolean().nullable(),
                readings: z
                  .object({ fell: z.boolean().nullable(), below: z.boolean().nullable() })
                  .nullable()
                  .meta({ description: 'A target whose words allow both: it fell by so much, or lies below.' }),
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ProgrammeProgress' })
