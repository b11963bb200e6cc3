import { z } from 'zod'
import { day } from '../declaration/schema-parts.ts'
import { callerOf } from '../http/authentication.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import { presentShapeErrors, type ShapeError } from '../http/shape-errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import { type Caller, clientIdSchema } from './caller.ts'
import { DELEGATION_SCOPES } from './delegation-scopes.ts'
import { grantDelegation, listDelegations, revokeDelegation, selectDelegation } from './delegation-statements.ts'

const delegationBody = z
  .strictObject({
    scopes: z.array(z.enum(DELEGATION_SCOPES)).min(1).max(DELEGATION_SCOPES.length),
    until: day.meta({ description: 'Last day, in Viet Nam.' }),
  })
  .meta({ id: 'DelegationBody' })

const delegationSchema = z
  .object({
    clientId: clientIdSchema,
    name: z.string(),
    role: z.enum(['examiner', 'monitor']),
    scopes: z.array(z.enum(DELEGATION_SCOPES)),
    until: z.string(),
    grantedAt: z.iso.datetime(),
  })
  .meta({ id: 'Delegation' })

const enterpriseParams = z.object({ id: z.uuid().meta({ description: 'Id of the enterprise.' }) })
const params = enterpriseParams.extend({
  clientId: clientIdSchema.meta({ description: 'Client of the examination facility or monitoring organisation.' }),
})
const tags = ['enterprises']

const sample = {
  clientId: '01890a5d-ac96-774b-bcce-b302099a8057',
  name: 'Trung tâm Kiểm soát bệnh tật tỉnh Thái Nguyên',
  role: 'examiner',
  scopes: ['disease-screening'],
  until: '2027-12-31',
  grantedAt: '2026-05-12T02:00:00.000Z',
} satisfies z.infer<typeof delegationSchema>

export interface DelegationDeps {
  readonly database: Database
  readonly clock: Clock
}

interface DelegationRow {
  readonly client_id: string
  readonly name: string
  readonly role: 'examiner' | 'monitor'
  readonly scopes: (typeof DELEGATION_SCOPES)[number][]
  readonly until: string
  readonly granted_at: Date
}

export async function delegationRoutes(app: App, { database, clock }: DelegationDeps): Promise<void> {
  app.route({
    method: 'PUT',
    url: '/v1/enterprises/:id/delegations/:clientId',
    config: {
      access: 'delegation.grant',
      returns: 'The delegation as it stands now.',
      problems: ['not-found'],
      examples: { request: { scopes: ['disease-screening'], until: '2027-12-31' }, response: sample },
    },
    schema: {
      operationId: 'grantDelegation',
      summary: 'Let another organisation file for the enterprise',
      description: 'An examination facility or a monitoring organisation, until a day. By the enterprise itself.',
      tags,
      params,
      body: delegationBody,
      response: { 200: delegationSchema },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const { id, clientId } = request.params
      const { scopes, until } = request.body
      if (caller.tenantId !== id) return reply.problem('not-found')
      if (until < legalDateOf(clock())) {
        return reply.problem('validation-failed', { errors: presentShapeErrors([PAST], languageOf(request)) })
      }
      const row = await database.within(ownScope(caller, id), async (session) => {
        const granted = await session.run(grantDelegation, [id, clientId, [...new Set(scopes)], until, caller.clientId])
        const [stored] = granted.length > 0 ? await session.run<DelegationRow>(selectDelegation, [id, clientId]) : []
        return stored
      })
      return row === undefined ? reply.problem('not-found', { detail: NOBODY[languageOf(request)] }) : viewOf(row)
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/enterprises/:id/delegations',
    config: {
      access: 'delegation.grant',
      returns: 'The delegations of the enterprise.',
      problems: ['not-found'],
      examples: { response: { items: [sample] } },
    },
    schema: {
      operationId: 'listDelegations',
      summary: 'List who may file for the enterprise',
      description: 'Delegations that were not taken back, past ones too.',
      tags,
      params: enterpriseParams,
      response: { 200: z.object({ items: z.array(delegationSchema) }).meta({ id: 'DelegationList' }) },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      if (caller.tenantId !== id) return reply.problem('not-found')
      const rows = await database.within(ownScope(caller, id), (session) =>
        session.run<DelegationRow>(listDelegations, [id]),
      )
      return { items: rows.map(viewOf) }
    },
  })

  app.route({
    method: 'DELETE',
    url: '/v1/enterprises/:id/delegations/:clientId',
    config: { access: 'delegation.grant', returns: 'The delegation is taken back.', problems: ['not-found'] },
    schema: {
      operationId: 'revokeDelegation',
      summary: 'Take a delegation back',
      description: 'From now on; what was filed under it stays.',
      tags,
      params,
      response: { 204: z.undefined() },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const { id, clientId } = request.params
      if (caller.tenantId !== id) return reply.problem('not-found')
      const revoked = await database.within(ownScope(caller, id), (session) =>
        session.run(revokeDelegation, [id, clientId]),
      )
      return revoked.length > 0 ? reply.code(204).send() : reply.problem('not-found')
    },
  })
}

function ownScope(caller: Caller, tenantId: string) {
  return { tenant: tenantId, client: caller.clientId }
}

function viewOf(row: DelegationRow): z.infer<typeof delegationSchema> {
  return {
    clientId: row.client_id,
    name: row.name,
    role: row.role,
    scopes: row.scopes,
    until: row.until,
    grantedAt: row.granted_at.toISOString(),
  }
}

const PAST: ShapeError = {
  pointer: '/until',
  code: 'past',
  message: {
    vi: 'Ngày hết hạn đã qua; chọn từ hôm nay trở đi, hoặc dùng DELETE để thu hồi.',
    en: 'The end date has passed; choose today or later, or use DELETE to take the delegation back.',
  },
}

const NOBODY = {
  vi: 'Không có tài khoản nào như vậy có thể nhận ủy quyền này: cơ sở khám (examiner) nhận disease-screening, tổ chức quan trắc (monitor) nhận environment-monitoring.',
  en: 'No such client can hold this delegation: an examination facility (examiner) holds disease-screening, a monitoring organisation (monitor) environment-monitoring.',
}
