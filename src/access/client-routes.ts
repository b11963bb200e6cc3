import { z } from 'zod'
import { callerOf } from '../http/authentication.ts'
import { afterId, pageById } from '../http/id-page.ts'
import { languageOf } from '../http/language.ts'
import { type App, page, pageQuery } from '../http/route-schema.ts'
import { presentShapeErrors } from '../http/shape-errors.ts'
import { clientIdSchema } from './caller.ts'
import {
  clientBody,
  clientCreatedSchema,
  clientDetailSchema,
  clientSchema,
  sampleClient,
  sampleClientView,
  sampleSecret,
  viewOfClient,
} from './client-schemas.ts'
import { listSecrets, revokeClient } from './client-statements.ts'
import { clientOf } from './clients.ts'
import { type ClientDeps, createClient } from './create-client.ts'
import { findManagedClient, managedClients } from './managed-clients.ts'

const params = z.object({ id: clientIdSchema.meta({ description: 'Id of the client.' }) })
const tags = ['access']

export async function clientRoutes(app: App, deps: ClientDeps): Promise<void> {
  const { database } = deps

  app.route({
    method: 'POST',
    url: '/v1/clients',
    config: {
      access: 'client.manage',
      returns: 'The client, with its secret for the only time.',
      answers: ['Location', 'Cache-Control'],
      examples: { request: sampleClient, response: { ...sampleClientView, clientSecret: sampleSecret } },
    },
    schema: {
      operationId: 'createClient',
      summary: 'Create a client',
      description:
        'The secret is shown this once. An administrator creates any client; a labour office creates clients of ' +
        'enterprises and communes in its jurisdiction.',
      tags,
      body: clientBody,
      response: { 201: clientCreatedSchema },
    },
    handler: async (request, reply) => {
      const language = languageOf(request)
      const created = await createClient(deps, callerOf(request), request.body)
      switch (created.outcome) {
        case 'invalid':
          return reply.problem('validation-failed', { errors: presentShapeErrors(created.errors, language) })
        case 'role-not-allowed':
        case 'outside-jurisdiction':
          return reply.problem('forbidden', { detail: DENIALS[created.outcome][language] })
        case 'created':
          return reply
            .code(201)
            .header('location', `/v1/clients/${created.client.id}`)
            .header('cache-control', 'no-store')
            .send({ ...viewOfClient(created.client), clientSecret: created.secret.plain })
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/clients',
    config: {
      access: 'client.manage',
      returns: 'A page of clients.',
      examples: { response: { items: [sampleClientView], next: null } },
    },
    schema: {
      operationId: 'listClients',
      summary: 'List clients',
      description: 'Those the caller manages, revoked ones too, in the order in which they were made.',
      tags,
      querystring: z.strictObject(pageQuery),
      response: { 200: page(clientSchema).meta({ id: 'ClientList' }) },
    },
    handler: async (request) => {
      const { cursor, limit } = request.query
      const rows = await managedClients(database, callerOf(request), afterId(cursor, clientIdSchema), limit)
      return pageById(rows, limit, (row) => viewOfClient(clientOf(row)))
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/clients/:id',
    config: {
      access: 'client.manage',
      returns: 'The client.',
      problems: ['not-found'],
      examples: { response: { ...sampleClientView, secrets: [] } },
    },
    schema: {
      operationId: 'readClient',
      summary: 'Read a client',
      description: 'With when its secrets were made and until when they work.',
      tags,
      params,
      response: { 200: clientDetailSchema },
    },
    handler: async (request, reply) => {
      const client = await findManagedClient(database, callerOf(request), request.params.id)
      if (client === null) return reply.problem('not-found')
      const secrets = await database.run<SecretRow>(listSecrets, [client.id])
      return { ...viewOfClient(client), secrets: secrets.map(viewOfSecret) }
    },
  })

  app.route({
    method: 'DELETE',
    url: '/v1/clients/:id',
    config: {
      access: 'client.manage',
      returns: 'The client is revoked; also when it already was.',
      problems: ['not-found'],
    },
    schema: {
      operationId: 'revokeClient',
      summary: 'Revoke a client',
      description: 'It gets no token any more, and the ones it has stop working within a minute. What it filed stays.',
      tags,
      params,
      response: { 204: z.undefined() },
    },
    handler: async (request, reply) => {
      const client = await findManagedClient(database, callerOf(request), request.params.id)
      if (client === null) return reply.problem('not-found')
      await database.run(revokeClient, [client.id])
      return reply.code(204).send()
    },
  })
}

interface SecretRow {
  readonly id: string
  readonly created_at: Date
  readonly expires_at: Date | null
}

function viewOfSecret(row: SecretRow) {
  return {
    secretId: row.id,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
  }
}

const DENIALS = {
  'role-not-allowed': {
    vi: 'Cơ quan chỉ tạo được tài khoản cho cơ sở và cấp xã; tài khoản khác do quản trị viên tạo.',
    en: 'An office creates clients of enterprises and communes only; others are made by the administrator.',
  },
  'outside-jurisdiction': {
    vi: 'Đơn vị này nằm ngoài địa bàn của cơ quan.',
    en: 'This unit lies outside the jurisdiction of the office.',
  },
} as const
