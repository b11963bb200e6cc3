import { z } from 'zod'
import { findingSchema, notExecutedSchema } from '../http/route-schema.ts'
import type { AnyKind } from './kind.ts'
import { ACTS, STATUSES } from './lifecycle.ts'
import { countingSchema } from './why-counted.ts'

const instant = z.string().meta({ format: 'date-time' })
const judged = { findings: z.array(findingSchema), notExecuted: z.array(notExecutedSchema) }

export const declarationId = z.object({ id: z.uuid().meta({ description: 'Id of the declaration.' }) })
export const revisionParams = declarationId.extend({ revision: z.coerce.number().int().min(1).max(100_000) })
export const amendsQuery = z.object({
  amends: z.uuid().optional().meta({ description: 'Validate as an amendment of this declaration.' }),
})

export const withdrawalSchema = z
  .strictObject({ reason: z.string().min(1).max(2_000) })
  .meta({ id: 'Withdrawal', description: 'Why the declaration is withdrawn; it stays on record and never counts.' })

export const contestationSchema = z
  .strictObject({ reason: z.string().min(1).max(2_000) })
  .meta({ id: 'Contestation', description: 'What is wrong in the filing, in the words of the enterprise.' })

export const acceptanceSchema = z
  .strictObject({ reason: z.string().min(1).max(2_000).optional() })
  .meta({ id: 'Acceptance' })

export const reEvaluationSchema = z
  .strictObject({ reason: z.string().min(1).max(2_000) })
  .meta({ id: 'ReEvaluation', description: 'Why it is judged anew, such as a limit that was corrected.' })

export const actSchema = z
  .object({
    seq: z.int(),
    act: z.enum(ACTS),
    revision: z.int(),
    status: z.enum(STATUSES),
    recordedAt: instant,
    clientId: z.string(),
    actor: z.string().nullable(),
    reason: z.string().nullable(),
    fileId: z.uuid().nullable().meta({ description: 'Of the file that it attached.' }),
    hash: z.string().meta({ description: 'Of this act and the one before it, hexadecimal.' }),
  })
  .meta({ id: 'Act' })

export const historySchema = z.object({ items: z.array(actSchema) }).meta({ id: 'History' })

export const diffSchema = z
  .object({
    from: z.int(),
    to: z.int(),
    changes: z.array(
      z.object({ op: z.string(), path: z.string(), value: z.unknown().optional(), from: z.string().optional() }),
    ),
  })
  .meta({ id: 'Diff', description: 'RFC 6902 patch from one revision to the next.' })

export const receiptSchema = z
  .object({ receipt: z.string() })
  .meta({ id: 'Receipt', description: 'JWS in compact form.' })

/** `Accident`, as schemas and operations are named. */
export function kindName(kind: Pick<AnyKind, 'id'>): string {
  return `${kind.id.charAt(0).toUpperCase()}${kind.id.slice(1)}`
}

export type KindSchemas = ReturnType<typeof schemasOf>

/** Answers whose shape depends on the kind; made once a kind, so that they are one component each. */
export function schemasOf(kind: AnyKind) {
  const name = kindName(kind)
  const consequences = kind.consequencesSchema.shape
  const revision = z.object({
    kind: z.literal(kind.id),
    revision: z.int(),
    receivedAt: instant,
    declaration: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The body as filed, without what is withheld.' }),
    withheld: z.array(z.string()).meta({ description: 'Pointers of what this caller is not shown.' }),
    ...kind.consequencesSchema.partial().shape,
    ...judged,
    confirmations: z.array(z.object({ rule: z.string(), pointer: z.string(), reason: z.string() })),
    ruleSet: z.string().meta({ description: 'Hash of the rules that judged it.' }),
  })
  return {
    filed: z
      .object({
        id: z.uuid(),
        revision: z.int(),
        status: z.enum(STATUSES),
        receivedAt: instant,
        ...consequences,
        ...judged,
        receipt: z
          .string()
          .meta({ description: 'Signed receipt, a JWS that verifies offline with the published key.' }),
      })
      .meta({ id: `${name}Filed` }),
    validated: z
      .object({
        acceptable: z.boolean().meta({ description: 'Whether it would be stored as it stands.' }),
        ...kind.consequencesSchema.partial().shape,
        ...judged,
        errors: z
          .array(z.object({ pointer: z.string(), code: z.string(), message: z.string() }))
          .meta({ description: 'Wrong shapes; and `confirms-nothing`, which does not stand in the way of filing.' }),
      })
      .meta({ id: `${name}Validated` }),
    revision: revision.meta({ id: `${name}Revision` }),
    view: revision
      .extend({
        id: z.uuid(),
        status: z.enum(STATUSES),
        inForce: z.int().nullable().meta({ description: 'The revision that counts in statistics.' }),
        explanation: z.string().meta({ description: 'What this state means, in one sentence.' }),
        counting: countingSchema.nullable().meta({ description: 'Null for another party, who sees its part only.' }),
        filedAt: instant,
        changedAt: instant,
        returned: z
          .object({
            at: instant,
            dueOn: z
              .string()
              .nullable()
              .meta({ description: 'The last day for the answer, where the office set one.' }),
            comments: z.int().meta({ description: 'Threads that the filer has not answered.' }),
          })
          .nullable()
          .meta({ id: `${name}Returned`, description: 'What an office returned, until it is amended or decided on.' }),
        contested: z
          .object({ at: instant, reason: z.string().nullable() })
          .nullable()
          .meta({ description: "The enterprise's objection to what was filed in its name." }),
        actions: z.array(z.enum(ACTS)).meta({ description: 'What this caller may do next.' }),
      })
      .meta({ id: `${name}View` }),
    changed: z.object({ id: z.uuid(), status: z.enum(STATUSES), seq: z.int() }).meta({ id: `${name}Changed` }),
    reEvaluated: z
      .object({ id: z.uuid(), status: z.enum(STATUSES), seq: z.int(), ...judged })
      .meta({ id: `${name}ReEvaluated` }),
  }
}
