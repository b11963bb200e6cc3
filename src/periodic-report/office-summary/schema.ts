import { z } from 'zod'
import { unitQuery } from '../../declaration/listing.ts'
import { citationSchema } from '../../http/route-schema.ts'
import { PERIOD_TEXT } from '../period.ts'

export const officeSummaryQuery = z.strictObject({
  period: z
    .string()
    .regex(PERIOD_TEXT)
    .meta({ description: 'A year or its first half.', examples: ['2026-H1'] }),
  unit: unitQuery.optional().meta({
    description:
      'Province or commune of the head offices, in force today unless its scheme is named; all of the jurisdiction when left out.',
    examples: ['VN-2025:19'],
  }),
  part: z.enum(['I', 'II']).default('II').meta({ description: 'Of CSV, which holds one part.' }),
})

const partIRow = z
  .object({
    code: z
      .string()
      .nullable()
      .meta({ description: 'Column 2: code of `establishment-types`; null: the total, or not stated.' }),
    name: z.string(),
    establishments: z.int().meta({ description: 'Column 3: in the register.' }),
    reporting: z.int().meta({ description: 'Column 4: that sent a report.' }),
    workers: z.int().meta({ description: 'Column 5: by the register.' }),
    workersReporting: z.int().meta({ description: 'Column 6: of those that reported.' }),
    women: z.int(),
    victims: z.int(),
    deaths: z.int(),
    serious: z.int(),
    k: z
      .number()
      .nullable()
      .meta({ description: 'Column 11: victims by `perWorkers` workers of those that reported.' }),
    kDeaths: z
      .number()
      .nullable()
      .meta({ description: 'Column 12: deaths by `perWorkers` workers of those that reported.' }),
  })
  .meta({ id: 'OfficeSummaryPartI' })

const partIIRow = z
  .object({
    row: z.string().meta({ description: 'Number on the form: `1`, `1.1.7`, `2`, `3`.' }),
    name: z.string(),
    accidents: z.int(),
    fatalAccidents: z.int(),
    multiVictimAccidents: z.int(),
    victims: z.int(),
    women: z.int(),
    deaths: z.int(),
    serious: z.int(),
    daysOff: z
      .int()
      .nullable()
      .meta({ description: 'Losses stand in row 3 only: establishments report them as a whole.' }),
    costs: z.int().nullable().meta({ description: 'Thousand VND, here and below.' }),
    medical: z.int().nullable(),
    wages: z.int().nullable(),
    compensation: z.int().nullable(),
    propertyDamage: z.int().nullable(),
  })
  .meta({ id: 'OfficeSummaryPartII' })

export const officeSummarySchema = z
  .object({
    form: z.string(),
    period: z.string(),
    unit: z.string().nullable(),
    perWorkers: z.int(),
    due: z
      .object({ due: z.string(), strictlyBefore: z.string(), citations: z.array(citationSchema) })
      .nullable()
      .meta({ description: 'By when the office sends it to the ministry and the statistics office.' }),
    partI: z.array(partIRow),
    partII: z.array(partIIRow),
    declared: z
      .object({
        accidents: z.int(),
        fatalAccidents: z.int(),
        victims: z.int(),
        deaths: z.int(),
        serious: z.int(),
      })
      .meta({
        description: 'What establishments of the same area declared of the period, to hold the reports against.',
      }),
  })
  .meta({ id: 'OfficeSummary', description: 'Annex XIV of Decree 39/2016 from the reports an office holds.' })

export type OfficeSummary = z.infer<typeof officeSummarySchema>
