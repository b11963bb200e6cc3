import { z } from 'zod'
import { line } from '../declaration/schema-parts.ts'
import { clientIdSchema, ROLES, SCOPES } from './caller.ts'
import type { Client } from './clients.ts'
import { jurisdictionBody, jurisdictionSchema, presentJurisdiction } from './jurisdiction.ts'

export const clientBody = z
  .strictObject({
    name: line(200),
    role: z.enum(ROLES),
    taxCode: z.string().min(1).max(20).optional().meta({
      description:
        'Of a registered enterprise, for `enterprise`; of a monitoring organisation that reports on itself, for `monitor`, which may leave it out.',
    }),
    jurisdiction: jurisdictionBody.optional().meta({
      description: 'For offices, and for `commune`, whose jurisdiction is exactly one commune.',
    }),
    scopes: z
      .array(z.enum(SCOPES))
      .min(1)
      .max(SCOPES.length)
      .optional()
      .meta({ description: 'All that the role allows when left out.' }),
  })
  .meta({ id: 'ClientBody' })
export type ClientBody = z.infer<typeof clientBody>

const fields = {
  clientId: clientIdSchema,
  name: z.string(),
  role: z.enum(ROLES),
  tenantId: z.uuid().nullable(),
  jurisdiction: jurisdictionSchema.nullable(),
  scopes: z.array(z.enum(SCOPES)),
  provisional: z.boolean(),
  createdAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().nullable(),
}

export const clientSchema = z.object(fields).meta({ id: 'Client' })

export const clientCreatedSchema = z
  .object({ ...fields, clientSecret: z.string().meta({ description: 'Shown this once.' }) })
  .meta({ id: 'ClientCreated' })

export const secretSchema = z
  .object({
    secretId: z.uuid(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ClientSecret', description: 'A secret, without itself.' })

export const clientDetailSchema = z.object({ ...fields, secrets: z.array(secretSchema) }).meta({ id: 'ClientDetail' })

export const rotationBody = z
  .strictObject({
    overlapHours: z
      .int()
      .min(0)
      .max(720)
      .default(24)
      .meta({ description: 'For how long the earlier secrets still work.' }),
  })
  .meta({ id: 'SecretRotation' })

export const secretCreatedSchema = z
  .object({
    secretId: z.uuid(),
    clientSecret: z.string().meta({ description: 'Shown this once.' }),
    othersExpireAt: z.iso.datetime(),
  })
  .meta({ id: 'SecretCreated' })

export function viewOfClient(client: Client): z.infer<typeof clientSchema> {
  return {
    clientId: client.id,
    name: client.name,
    role: client.role,
    tenantId: client.tenantId,
    jurisdiction: client.jurisdiction && presentJurisdiction(client.jurisdiction),
    scopes: [...client.scopes],
    provisional: client.provisional,
    createdAt: client.createdAt.toISOString(),
    revokedAt: client.revokedAt?.toISOString() ?? null,
  }
}

export const sampleClient = {
  name: 'Phần mềm ATVSLĐ của Công ty Bắc Sơn',
  role: 'enterprise',
  taxCode: '4600123459',
} as const satisfies ClientBody

export const sampleClientView = {
  clientId: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: sampleClient.name,
  role: sampleClient.role,
  tenantId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
  jurisdiction: null,
  scopes: ['declarations:read', 'declarations:write'],
  provisional: false,
  createdAt: '2026-05-12T02:00:00.000Z',
  revokedAt: null,
} as const
export const sampleSecret = 'q1Uq0m5dX8mQk1mYB2vJ7lq3o0s6x9dE4w5r8t7yZAs'
