import type { FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { type Caller, hasJurisdiction, registerScope } from '../access/caller.ts'
import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { callerOf } from '../http/authentication.ts'
import { etagOf, expectedVersion, standsAt } from '../http/conditional.ts'
import { languageOf } from '../http/language.ts'
import { type App, page } from '../http/route-schema.ts'
import { presentShapeErrors, type ShapeError } from '../http/shape-errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { reachOf, type UnitRef } from '../reference/administrative-units.ts'
import { type LegalDate, legalDateOf } from '../reference/legal-date.ts'
import { viewOf } from './enterprise-row.ts'
import { editEnterprise, findEnterprise, type RegisterKeys, storeEnterprise } from './enterprises.ts'
import { judgeFacts } from './judge.ts'
import { judgeTaxCode, type ValidTaxCode } from './judge-tax-code.ts'
import { enterpriseListQuery, listEnterprises } from './list.ts'
import { enterpriseBody, enterpriseChange, enterpriseSchema, sampleEnterprise, sampleEnterpriseView } from './schema.ts'
import { tenantOfTaxCode } from './tax-codes.ts'

export interface EnterpriseDeps extends RegisterKeys {
  /** Told after the change of an enterprise is committed. */
  readonly onChange: (enterpriseId: string) => void
  readonly database: Database
  readonly clock: Clock
}

const params = z.object({ id: z.uuid().meta({ description: 'Id of the enterprise.' }) })
const tags = ['enterprises']

export async function enterpriseRoutes(app: App, deps: EnterpriseDeps): Promise<void> {
  const { database, clock } = deps

  app.route({
    method: 'POST',
    url: '/v1/enterprises',
    config: {
      access: 'enterprise.register',
      returns: 'The enterprise as registered.',
      problems: ['conflict'],
      answers: ['ETag', 'Location'],
      examples: { request: sampleEnterprise, response: sampleEnterpriseView },
    },
    schema: {
      operationId: 'registerEnterprise',
      summary: 'Register an enterprise',
      description: 'By the administrator, or by an office in whose jurisdiction the head office lies.',
      tags,
      body: enterpriseBody,
      response: { 201: enterpriseSchema },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const { facts, errors } = judgeFacts(request.body, today(clock))
      const judged = judgeTaxCode(request.body.taxCode)
      const placeError = headOfficeWanted(caller, facts.headOffice)
      const all = [judged.error, placeError, ...errors].filter((error) => error !== null)
      if (judged.taxCode === null || all.length > 0) return refuse(request, reply, all)
      if (!mayRegisterAt(caller, facts.headOffice)) return outside(request, reply)

      const id = uuid()
      const view = await database.within({ tenant: id, client: caller.clientId }, async (session) => {
        const tenantKey = deps.tenantKeys.create(id)
        const enterprise = { id, taxCode: judged.taxCode, facts, tenantKey, provisional: false }
        if (!(await storeEnterprise(session, deps.master, enterprise, caller))) return null
        return findEnterprise(session, id)
      })
      if (view === null) return taken(request, reply)
      return reply.code(201).header('location', `/v1/enterprises/${id}`).header('etag', etagOf(1)).send(viewOf(view))
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/enterprises',
    config: {
      access: 'enterprise.read',
      returns: 'A page of enterprises.',
      examples: { response: { items: [sampleEnterpriseView], next: null } },
    },
    schema: {
      operationId: 'listEnterprises',
      summary: 'List enterprises',
      description: 'Those the caller may see, in the order in which they were registered.',
      tags,
      querystring: enterpriseListQuery,
      response: { 200: page(enterpriseSchema).meta({ id: 'EnterpriseList' }) },
    },
    preHandler: unitInJurisdiction,
    handler: async (request) => listEnterprises(deps, registerScope(callerOf(request)), request.query),
  })

  app.route({
    method: 'GET',
    url: '/v1/enterprises/:id',
    config: {
      access: 'enterprise.read',
      returns: 'The enterprise.',
      problems: ['not-found'],
      answers: ['ETag'],
      examples: { response: sampleEnterpriseView },
    },
    schema: {
      operationId: 'readEnterprise',
      summary: 'Read an enterprise',
      description: 'As it stands in the register.',
      tags,
      params,
      response: { 200: enterpriseSchema },
    },
    handler: async (request, reply) => {
      const { id } = request.params
      const row = await database.within(registerScope(callerOf(request)), (session) => findEnterprise(session, id))
      return row === null ? reply.problem('not-found') : reply.header('etag', etagOf(row.version)).send(viewOf(row))
    },
  })

  app.route({
    method: 'PUT',
    url: '/v1/enterprises/:id',
    config: {
      access: 'enterprise.change',
      returns: 'The enterprise as it stands now.',
      problems: ['not-found', 'conflict', 'stale', 'if-match-missing'],
      answers: ['ETag'],
      examples: { request: sampleEnterprise, response: sampleEnterpriseView },
      conditional: true,
    },
    schema: {
      operationId: 'changeEnterprise',
      summary: 'Change an enterprise',
      description:
        'Replaces the facts and keeps the earlier version. The tax code stays when left out; only an office or the ' +
        'administrator changes it.',
      tags,
      params,
      body: enterpriseChange,
      response: { 200: enterpriseSchema },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const version = expectedVersion(request)
      const row = await database.within(registerScope(caller), (session) => findEnterprise(session, id))
      if (row === null) return reply.problem('not-found')

      const { facts, errors } = judgeFacts(request.body, today(clock))
      const newCode = await judgeNewTaxCode(deps, caller, id, request.body.taxCode)
      const all = newCode.error === null ? errors : [newCode.error, ...errors]
      if (all.length > 0) return refuse(request, reply, all)

      const taxCode = newCode.taxCode ? { taxCode: newCode.taxCode, today: today(clock) } : undefined
      const edited = await database.within({ tenant: id, client: caller.clientId }, (session) =>
        editEnterprise(session, deps, { id, expectedVersion: version, facts, taxCode }, caller),
      )
      switch (edited.outcome) {
        case 'stale':
          return reply.problem('stale', standsAt(request, row.version))
        case 'tax-code-taken':
          return taken(request, reply)
        case 'changed':
          deps.onChange(id)
          return reply.header('etag', etagOf(edited.row.version)).send(viewOf(edited.row))
      }
    },
  })
}

function today(clock: Clock): LegalDate {
  return legalDateOf(clock())
}

/** Without a head office an enterprise would be out of sight of the office that registers it. */
function headOfficeWanted({ jurisdiction }: Caller, headOffice: UnitRef | null): ShapeError | null {
  if (headOffice !== null || jurisdiction === null || 'national' in jurisdiction) return null
  return {
    pointer: '/headOffice',
    code: 'required',
    message: {
      vi: 'Cần đơn vị hành chính nơi đặt trụ sở chính, để biết cơ sở thuộc địa bàn nào.',
      en: 'The unit of the head office is needed, to know whose territory the enterprise is on.',
    },
  }
}

function mayRegisterAt({ jurisdiction }: Caller, headOffice: UnitRef | null): boolean {
  return jurisdiction === null || hasJurisdiction(jurisdiction, headOffice === null ? [] : reachOf(headOffice))
}

interface JudgedNewTaxCode {
  /** Null when it stays as it is. */
  readonly taxCode: ValidTaxCode | null
  readonly error: ShapeError | null
}

async function judgeNewTaxCode(
  { database, master, clock }: EnterpriseDeps,
  caller: Caller,
  id: string,
  given: string | undefined,
): Promise<JudgedNewTaxCode> {
  if (given === undefined) return { taxCode: null, error: null }
  const judged = judgeTaxCode(given)
  if (judged.taxCode === null) return judged
  if ((await tenantOfTaxCode(database, master, given, today(clock))) === id) return { taxCode: null, error: null }
  return caller.role === 'enterprise' ? { taxCode: null, error: NOT_BY_ITSELF } : judged
}

const NOT_BY_ITSELF: ShapeError = {
  pointer: '/taxCode',
  code: 'not-changeable',
  message: {
    vi: 'Cơ sở không tự đổi được mã số thuế; đề nghị cơ quan lao động đổi.',
    en: 'An enterprise does not change its own tax code; ask the labour office to.',
  },
}

function refuse(request: FastifyRequest, reply: FastifyReply, errors: readonly ShapeError[]): FastifyReply {
  return reply.problem('validation-failed', { errors: presentShapeErrors(errors, languageOf(request)) })
}

const OUTSIDE = {
  vi: 'Trụ sở chính nằm ngoài địa bàn của cơ quan này.',
  en: 'The head office lies outside the jurisdiction of this office.',
}
const TAKEN = {
  vi: 'Mã số thuế này đã được đăng ký.',
  en: 'This tax code is already registered.',
}

function outside(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.problem('forbidden', { detail: OUTSIDE[languageOf(request)] })
}

function taken(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.problem('conflict', { detail: TAKEN[languageOf(request)] })
}
