import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { callerOf } from '../http/authentication.ts'
import { purposeOf } from '../http/conditional.ts'
import { afterId, pageById } from '../http/id-page.ts'
import { languageOf } from '../http/language.ts'
import { type App, page } from '../http/route-schema.ts'
import { presentShapeErrors, type ShapeError } from '../http/shape-errors.ts'
import type { Text } from '../rules/rule.ts'
import { registerScope } from './caller.ts'
import {
  decisionBody,
  registeredSchema,
  registrationBody,
  registrationDetailSchema,
  registrationQuery,
  registrationSchema,
  sampleRegistered,
  sampleRegistration,
  sampleRegistrationView,
} from './registration-schemas.ts'
import { listRegistrations } from './registration-statements.ts'
import {
  decide,
  findRegistration,
  type RegistrationDeps,
  type RegistrationRow,
  readContact,
  register,
} from './registrations.ts'

const params = z.object({ id: z.uuid().meta({ description: 'Id of the registration.' }) })
const tags = ['access']

export async function registrationRoutes(app: App, deps: RegistrationDeps): Promise<void> {
  app.route({
    method: 'POST',
    url: '/v1/registrations',
    config: {
      access: 'open',
      returns: 'The provisional client, with its secret for the only time.',
      problems: ['conflict'],
      answers: ['Cache-Control'],
      examples: { request: sampleRegistration, response: sampleRegistered },
    },
    schema: {
      operationId: 'register',
      summary: 'Ask for an account',
      description:
        'For an enterprise that has none; open at any hour. The client works at once, and what it files waits as ' +
        '`needs-review` until an office confirms who it is. The secret is shown this once.',
      tags,
      body: registrationBody,
      response: { 201: registeredSchema },
    },
    handler: async (request, reply) => {
      const registered = await register(deps, request.body)
      switch (registered.outcome) {
        case 'invalid':
          return refuse(request, reply, registered.errors)
        case 'tax-code-taken':
          return reply.problem('conflict', { detail: TAKEN })
        case 'registered': {
          const { outcome: _, ...made } = registered
          return reply
            .code(201)
            .header('cache-control', 'no-store')
            .send({ ...made, state: 'pending', provisional: true })
        }
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/registrations',
    config: {
      access: 'registration.read',
      returns: 'A page of registrations.',
      examples: { response: { items: [sampleRegistrationView], next: null } },
    },
    schema: {
      operationId: 'listRegistrations',
      summary: 'List registrations',
      description: 'Of head offices in the jurisdiction, oldest first.',
      tags,
      querystring: registrationQuery,
      response: { 200: page(registrationSchema).meta({ id: 'RegistrationList' }) },
    },
    handler: async (request) => {
      const { cursor, state, limit } = request.query
      const after = afterId(cursor)
      const rows = await deps.database.within(registerScope(callerOf(request)), (session) =>
        session.run<RegistrationRow>(listRegistrations, [after, state ?? null, limit + 1]),
      )
      return pageById(rows, limit, viewOf)
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/registrations/:id',
    config: {
      access: 'registration.read',
      returns: 'The registration.',
      problems: ['not-found'],
      answers: ['Cache-Control'],
      examples: { response: { ...sampleRegistrationView, contact: null } },
      readsPersons: true,
    },
    schema: {
      operationId: 'readRegistration',
      summary: 'Read a registration',
      description: 'The contact is withheld unless X-Purpose says why it is read, which leaves a trace.',
      tags,
      params,
      response: { 200: registrationDetailSchema },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const purpose = purposeOf(request)
      const row = await findRegistration(deps, caller, request.params.id)
      if (row === null) return reply.problem('not-found')
      const contact = purpose === null ? null : await readContact(deps, caller, row, purpose)
      return reply.header('cache-control', 'no-store').send({ ...viewOf(row), contact })
    },
  })

  app.route({
    method: 'POST',
    url: '/v1/registrations/:id/decision',
    config: {
      access: 'registration.decide',
      returns: 'The registration as decided.',
      problems: ['not-found', 'conflict'],
      examples: {
        request: { decision: 'confirm' },
        response: { ...sampleRegistrationView, state: 'confirmed', decidedAt: '2026-05-12T03:00:00.000Z' },
      },
    },
    schema: {
      operationId: 'decideRegistration',
      summary: 'Confirm or refuse a registration',
      description:
        'Confirming ends the provisional state of enterprise and client. Refusing revokes the client and frees the tax code.',
      tags,
      params,
      body: decisionBody,
      response: { 200: registrationSchema },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const { decision, reason = null } = request.body
      if (decision === 'refuse' && reason === null) return refuse(request, reply, [REASON_NEEDED])
      const row = await findRegistration(deps, caller, request.params.id)
      if (row === null) return reply.problem('not-found')
      const decidedNow = await decide(deps, caller, row, { decision, reason })
      // Confirming again finishes what a server that died after confirming left undone.
      if (!decidedNow && !(decision === 'confirm' && row.state === 'confirmed'))
        return reply.problem('conflict', { detail: DECIDED })
      await deps.onDecided(row.tenant_id, decision, caller)
      const decided = await findRegistration(deps, caller, row.id)
      return decided === null ? reply.problem('not-found') : viewOf(decided)
    },
  })
}

function viewOf(row: RegistrationRow): z.infer<typeof registrationSchema> {
  return {
    id: row.id,
    state: row.state,
    enterpriseId: row.tenant_id,
    clientId: row.client_id,
    taxCode: row.tax_code,
    name: row.name,
    headOffice:
      row.head_office_scheme && row.head_office_unit
        ? { scheme: row.head_office_scheme, code: row.head_office_unit }
        : null,
    createdAt: row.created_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
  }
}

const TAKEN: Text = {
  vi: 'Mã số thuế này đã được đăng ký hoặc đang chờ xác nhận: hỏi người phụ trách an toàn, vệ sinh lao động của cơ sở, hoặc đề nghị cơ quan quản lý lao động nơi đặt trụ sở chính cấp tài khoản.',
  en: 'This tax code is registered already, or waits to be confirmed: ask whoever is in charge of safety at the enterprise, or have the labour office of its head office issue a client.',
}
const DECIDED: Text = {
  vi: 'Đơn này đã có quyết định, xem state và reason của đơn (GET). Nếu từ chối nhầm, cơ sở đăng ký lại.',
  en: 'This registration was decided on already; see its state and reason (GET). If it was refused by mistake, the enterprise registers again.',
}

const REASON_NEEDED: ShapeError = {
  pointer: '/reason',
  code: 'required',
  message: { vi: 'Từ chối phải nêu lý do.', en: 'A refusal needs a reason.' },
}

function refuse(request: FastifyRequest, reply: FastifyReply, errors: readonly ShapeError[]): FastifyReply {
  return reply.problem('validation-failed', { errors: presentShapeErrors(errors, languageOf(request)) })
}
