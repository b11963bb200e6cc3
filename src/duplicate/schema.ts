import { z } from 'zod'
import { STATUSES } from '../declaration/lifecycle.ts'
import { unitQuery } from '../declaration/listing.ts'
import { day, prose } from '../declaration/schema-parts.ts'
import { pageQuery } from '../http/route-schema.ts'
import { REASON_CODES } from './reasons.ts'

export const STATES = ['open', 'merged', 'distinct'] as const

export const duplicateId = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .meta({ description: 'Id of the pair.', examples: ['5d41402abc4b2a76b9719d911017c592'] }),
})

export const duplicateListQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(STATES).optional(),
  from: day.optional().meta({ description: 'Accidents on this day or later.' }),
  to: day.optional().meta({ description: 'Accidents on this day or earlier.' }),
  unit: unitQuery.optional(),
  enterprise: z.uuid().optional(),
  minScore: z.coerce.number().min(0).max(1).optional(),
})

export const decisionBody = z
  .strictObject({
    decision: z.enum(['merge', 'distinct']),
    keep: z.uuid().optional().meta({ description: 'Of a merge: the declaration that goes on counting.' }),
    reason: prose(2_000),
  })
  .meta({
    id: 'DuplicateDecision',
    description: 'Two accidents or one. Finding them distinct after a merge undoes the merge.',
  })
export type DecisionBody = z.infer<typeof decisionBody>

const instant = z.string().meta({ format: 'date-time' })

const side = z
  .object({
    declarationId: z.uuid(),
    enterpriseId: z.uuid(),
    establishment: z.string(),
    occurredAt: instant,
    filedAt: instant,
    status: z.enum(STATUSES),
    unit: z.object({ scheme: z.string(), code: z.string() }).nullable(),
    victims: z.int(),
    deaths: z.int(),
  })
  .meta({ id: 'DuplicateSide' })

export const duplicateSchema = z
  .object({
    id: z.string(),
    state: z.enum(STATES),
    score: z.number().meta({ description: 'How probable it is that both tell of one accident, from 0.5 to 1.' }),
    reasons: z.array(
      z
        .object({
          code: z.enum(REASON_CODES),
          text: z.string(),
          weight: z.number().meta({ description: 'Points: positive for one accident, negative for two.' }),
        })
        .meta({ id: 'DuplicateReason' }),
    ),
    left: side.meta({ description: 'The declaration filed first.' }),
    right: side,
    decision: z
      .object({
        decision: z.enum(['merge', 'distinct']),
        keep: z.uuid().nullable(),
        reason: z.string(),
        at: instant,
        by: z.object({ clientId: z.string(), actor: z.string().nullable() }),
      })
      .nullable(),
  })
  .meta({ id: 'Duplicate' })
export type Duplicate = z.infer<typeof duplicateSchema>
