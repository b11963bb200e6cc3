import { z } from 'zod'
import { unitQuery } from '../declaration/listing.ts'
import { prose } from '../declaration/schema-parts.ts'
import { citationSchema, pageQuery } from '../http/route-schema.ts'
import { RECORD_KINDS } from './check.ts'
import { CHECK_IDS } from './checks.ts'

export const STATES = ['open', 'explained', 'settled'] as const

export const contradictionId = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .meta({
      description: 'Id of the contradiction: of the check, the records and the fields.',
      examples: ['7d793037a0760186574b0282f2f435e7'],
    }),
})

export const contradictionListQuery = z.strictObject({
  ...pageQuery,
  check: z.enum(CHECK_IDS).optional(),
  state: z.enum(STATES).optional(),
  unit: unitQuery.optional(),
  enterprise: z.uuid().optional(),
  period: z
    .string()
    .regex(/^20\d{2}(-H1)?$/)
    .optional()
    .meta({ description: 'Year, or its first half, of the legal date.', examples: ['2026', '2026-H1'] }),
})

export const contradictionDecisionBody = z.strictObject({ state: z.enum(STATES), explanation: prose(2_000) }).meta({
  id: 'ContradictionDecision',
  description:
    'Explained: both are right, for a reason. Settled: nothing is left to do. Other values open it again, and so does agreement that does not last.',
})

const instant = z.string().meta({ format: 'date-time' })
const figure = z.union([z.number(), z.string(), z.null()])

const side = z
  .object({
    kind: z.enum(RECORD_KINDS),
    id: z.uuid().nullable().meta({
      description:
        'One of them, where the value is of several. Null: the record that the other one calls for is missing.',
    }),
    enterpriseId: z.uuid(),
    field: z.string().meta({ description: 'Cell of a report, or pointer into the body.' }),
    value: figure,
  })
  .meta({ id: 'ContradictionSide' })

export const contradictionSchema = z
  .object({
    id: z.string(),
    check: z.string(),
    rules: z.array(z.string()),
    title: z.string(),
    message: z.string(),
    citations: z.array(citationSchema),
    state: z.enum(STATES).meta({
      description: 'Settled: by an office, or because the records agree by now and nobody explained why they did not.',
    }),
    holds: z.boolean().meta({ description: 'False: the records agree by now, or one of them was withdrawn.' }),
    settledOn: z
      .string()
      .meta({ format: 'date' })
      .nullable()
      .meta({ description: 'Since when the records agree; null while they do not.' }),
    establishment: z.string(),
    legalDate: z.string().meta({ format: 'date' }),
    since: z.string().meta({ format: 'date' }),
    left: side,
    right: side,
    decision: z
      .object({
        state: z.enum(STATES),
        explanation: z.string(),
        at: instant,
        by: z.object({ clientId: z.string(), actor: z.string().nullable() }),
      })
      .nullable()
      .meta({ description: 'The last one, also where other values have opened it again.' }),
  })
  .meta({ id: 'Contradiction' })
export type Contradiction = z.infer<typeof contradictionSchema>
