import { z } from 'zod'
import { findEnterprise } from '../enterprise/enterprises.ts'
import { callerOf } from '../http/authentication.ts'
import type { App } from '../http/route-schema.ts'
import type { Database } from '../platform/database.ts'
import { type Caller, clientIdSchema, databaseScope, ROLES, SCOPES } from './caller.ts'
import { findClient } from './clients.ts'
import { jurisdictionSchema, presentJurisdiction } from './jurisdiction.ts'
import { denialOf, OPERATIONS, type Operation } from './permissions.ts'

const meSchema = z
  .object({
    clientId: clientIdSchema,
    name: z.string().nullable().meta({ description: 'Null for a client of another issuer.' }),
    role: z.enum(ROLES),
    actor: z.string().nullable(),
    tenantId: z.uuid().nullable(),
    enterprise: z
      .object({ id: z.uuid(), taxCode: z.string().nullable(), name: z.string() })
      .nullable()
      .meta({ description: 'The enterprise that the client files for.' }),
    jurisdiction: jurisdictionSchema.nullable(),
    scopes: z.array(z.enum(SCOPES)),
    provisional: z.boolean(),
    operations: z.array(z.enum(OPERATIONS)).meta({ description: 'What role and scopes allow.' }),
  })
  .meta({ id: 'Me' })

const sample = {
  clientId: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: 'Phần mềm ATVSLĐ của Công ty Bắc Sơn',
  role: 'enterprise',
  actor: null,
  tenantId: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
  enterprise: {
    id: '01890a5d-b1c2-7d3e-9f40-5a6b7c8d9e0f',
    taxCode: '4600123459',
    name: 'Công ty Cổ phần Xây dựng Bắc Sơn',
  },
  jurisdiction: null,
  scopes: ['declarations:write'],
  provisional: false,
  operations: ['accident.file', 'self.read'],
} satisfies z.infer<typeof meSchema>

export async function meRoutes(app: App, { database }: { readonly database: Database }): Promise<void> {
  app.route({
    method: 'GET',
    url: '/v1/me',
    config: {
      access: 'self.read',
      returns: 'The client, its place and what it may do.',
      examples: { response: sample },
    },
    schema: {
      operationId: 'readSelf',
      summary: 'Who the token is, and what it may do',
      description: 'The client as it is now, narrowed to the scopes of the token.',
      tags: ['access'],
      response: { 200: meSchema },
    },
    handler: async (request) => describeCaller(database, callerOf(request)),
  })
}

async function describeCaller(database: Database, caller: Caller): Promise<z.infer<typeof meSchema>> {
  const { tenantId } = caller
  const client = await findClient(database, caller.clientId)
  const enterprise =
    tenantId === null
      ? null
      : await database.within(databaseScope(caller), (session) => findEnterprise(session, tenantId))
  return {
    clientId: caller.clientId,
    name: client?.name ?? null,
    role: caller.role,
    actor: caller.actor,
    tenantId,
    enterprise: enterprise && { id: enterprise.id, taxCode: enterprise.tax_code, name: enterprise.name },
    jurisdiction: caller.jurisdiction && presentJurisdiction(caller.jurisdiction),
    scopes: [...caller.scopes],
    provisional: caller.provisional,
    operations: operationsOf(caller),
  }
}

function operationsOf(caller: Caller): Operation[] {
  return OPERATIONS.filter((operation) => denialOf(caller, operation) === null)
}
