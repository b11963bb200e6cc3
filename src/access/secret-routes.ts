import { z } from 'zod'
import { callerOf } from '../http/authentication.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { clientIdSchema } from './caller.ts'
import { rotationBody, sampleSecret, secretCreatedSchema } from './client-schemas.ts'
import { deleteSecret, expireOtherSecrets, selectLiveHashes } from './client-statements.ts'
import { newSecret, storeSecret } from './clients.ts'
import { findClientToRotate } from './managed-clients.ts'

/** Every secret that works is tried at each token request, which is slow on purpose. */
const MOST_SECRETS = 5
const HOUR_MS = 3_600_000

const REVOKED = { vi: 'Tài khoản đã bị thu hồi.', en: 'The client is revoked.' }
const TOO_MANY = {
  vi: `Đã có ${MOST_SECRETS} mã bí mật còn hiệu lực; hãy xóa bớt một mã.`,
  en: `There are ${MOST_SECRETS} secrets that work; delete one first.`,
}

const tags = ['access']

export interface SecretDeps {
  readonly database: Database
  readonly clock: Clock
}

export async function secretRoutes(app: App, { database, clock }: SecretDeps): Promise<void> {
  app.route({
    method: 'POST',
    url: '/v1/clients/:id/secrets',
    config: {
      access: 'client.rotate-secret',
      returns: 'The new secret, for the only time.',
      problems: ['not-found', 'conflict'],
      answers: ['Cache-Control'],
      examples: {
        request: { overlapHours: 24 },
        response: {
          secretId: '01890a5d-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
          clientSecret: sampleSecret,
          othersExpireAt: '2026-05-13T02:00:00.000Z',
        },
      },
    },
    schema: {
      operationId: 'rotateClientSecret',
      summary: 'Give a client a new secret',
      description:
        'The earlier ones work for `overlapHours` more. By the client itself or whoever manages it; at most ' +
        `${MOST_SECRETS} work at a time.`,
      tags,
      params: z.object({ id: clientIdSchema.meta({ description: 'Id of the client.' }) }),
      body: rotationBody,
      response: { 201: secretCreatedSchema },
    },
    handler: async (request, reply) => {
      const client = await findClientToRotate(database, callerOf(request), request.params.id)
      if (client === null) return reply.problem('not-found')
      const live = await database.run(selectLiveHashes, [client.id, clock()])
      const obstacle = client.revokedAt !== null ? REVOKED : live.length >= MOST_SECRETS ? TOO_MANY : null
      if (obstacle !== null) return reply.problem('conflict', { detail: obstacle[languageOf(request)] })

      const secret = await newSecret()
      const othersExpireAt = new Date(clock().getTime() + request.body.overlapHours * HOUR_MS)
      await database.within({ client: client.id }, async (session) => {
        await storeSecret(session, client.id, secret)
        await session.run(expireOtherSecrets, [client.id, secret.id, othersExpireAt])
      })
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send({ secretId: secret.id, clientSecret: secret.plain, othersExpireAt: othersExpireAt.toISOString() })
    },
  })

  app.route({
    method: 'DELETE',
    url: '/v1/clients/:id/secrets/:credentialId',
    config: { access: 'client.rotate-secret', returns: 'The secret works no more.', problems: ['not-found'] },
    schema: {
      operationId: 'deleteClientSecret',
      summary: 'End a secret at once',
      description: 'For a secret that leaked. Tokens it already obtained work until they expire.',
      tags,
      params: z.object({
        id: clientIdSchema.meta({ description: 'Id of the client.' }),
        credentialId: z.uuid().meta({ description: 'The `secretId` of the secret.' }),
      }),
      response: { 204: z.undefined() },
    },
    handler: async (request, reply) => {
      const client = await findClientToRotate(database, callerOf(request), request.params.id)
      const deleted = client && (await database.run(deleteSecret, [client.id, request.params.credentialId]))
      return deleted?.length ? reply.code(204).send() : reply.problem('not-found')
    },
  })
}
