import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyRouteSchemaDef, FastifyValidationResult } from 'fastify/types/schema.js'
import type { z } from 'zod'
import { callerOf } from '../http/authentication.ts'
import { etagOf, expectedVersion, idempotencyKeyOf } from '../http/conditional.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import { validatorCompiler } from '../http/shape-errors.ts'
import type { Dated } from '../rules/rule.ts'
import { amend, findRecord } from './change.ts'
import type { DeclarationDeps } from './deps.ts'
import { exampleAnswers } from './examples.ts'
import type { FilingOutcome, FilingRequest } from './filing.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { answerNotDone } from './not-done.ts'
import { notInCharge } from './not-in-charge.ts'
import { amendsQuery, declarationId, type KindSchemas, kindName, withdrawalSchema } from './route-schemas.ts'
import { submit } from './submit.ts'
import { validate } from './validate.ts'
import { WITHDRAWAL_BARS, withdraw } from './withdraw.ts'

/** Filing, validating, amending and withdrawing a declaration of a kind. */
export async function filingRoutes<B extends FilingEnvelope, F extends Dated, K>(
  app: App,
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  schemas: KindSchemas,
): Promise<void> {
  const base = `/v1/${kind.path}`
  const name = kindName(kind)
  const tags = [kind.path]
  const answers = await exampleAnswers(kind)
  const requests = kind.samples === undefined ? { request: kind.sample } : { requests: kind.samples }

  app.route({
    method: 'POST',
    url: base,
    config: {
      access: `${kind.id}.file`,
      returns: 'Filed: the findings, what is due when, and the signed receipt.',
      problems: [
        'idempotency-key-missing',
        'validation-failed',
        'warnings-unconfirmed',
        'idempotency-key-reused',
        'conflict',
      ],
      answers: ['ETag', 'Location', 'Idempotency-Replayed'],
      examples: { ...requests, response: answers.filed },
      idempotent: true,
    },
    validatorCompiler: bodyIsJudgedByRules,
    schema: {
      operationId: `file${name}`,
      summary: 'File a declaration',
      description: 'Judged against the law; stored with its breaches, refused for errors and unconfirmed warnings.',
      tags,
      body: kind.schema,
      response: { 201: schemas.filed },
    },
    handler: async (request, reply) => {
      const outcome = await submit(kind, deps, { ...filingRequest(request), idempotencyKey: idempotencyKeyOf(request) })
      return answerFiling(request, reply, outcome, 201, base)
    },
  })

  app.route({
    method: 'POST',
    url: `${base}/validate`,
    config: {
      access: 'optional',
      returns: 'What filing would find.',
      problems: ['unauthenticated', 'not-found'],
      examples: { ...requests, response: answers.validated },
    },
    validatorCompiler: bodyIsJudgedByRules,
    schema: {
      operationId: `validate${name}`,
      summary: 'Validate without filing',
      description: 'The findings of exactly the same code that files; nothing is stored. A token is optional.',
      tags,
      querystring: amendsQuery,
      body: kind.schema,
      response: { 200: schemas.validated },
    },
    handler: async (request, reply) => {
      const { amends } = request.query
      const record = amends && request.caller ? await findRecord(kind, deps, request.caller, amends) : null
      if (amends && request.caller && record === null) return reply.problem('not-found')
      const { consequences, ...judged } = await validate(
        kind,
        deps,
        { body: request.body, caller: request.caller, language: languageOf(request) },
        record && { declarationId: record.id, revision: record.state.revision },
      )
      return { ...judged, ...consequences }
    },
  })

  app.route({
    method: 'PUT',
    url: `${base}/:id`,
    config: {
      access: `${kind.id}.file`,
      returns: 'Amended: the findings, what is due when, and a new receipt.',
      problems: [
        'not-found',
        'forbidden',
        'conflict',
        'stale',
        'if-match-missing',
        'validation-failed',
        'warnings-unconfirmed',
        'unchanged',
      ],
      answers: ['ETag', 'Location'],
      examples: { request: kind.amendment, response: answers.amended },
      conditional: true,
    },
    validatorCompiler: bodyIsJudgedByRules,
    schema: {
      operationId: `amend${name}`,
      summary: 'Amend a declaration',
      description: 'The whole declaration as it should read now, with a reason. Earlier revisions are kept.',
      tags,
      params: declarationId,
      body: kind.schema,
      response: { 200: schemas.filed },
    },
    handler: async (request, reply) => {
      const outcome = await amend(kind, deps, filingRequest(request), request.params.id, expectedVersion(request))
      return answerFiling(request, reply, outcome, 200, base)
    },
  })

  app.route({
    method: 'POST',
    url: `${base}/:id/withdrawal`,
    config: {
      access: `${kind.id}.withdraw`,
      returns: 'The declaration is withdrawn.',
      problems: ['not-found', 'forbidden', 'conflict', 'stale', 'if-match-missing', 'validation-failed'],
      answers: ['ETag'],
      examples: { request: { reason: 'Khai báo nhầm cơ sở.' }, response: answers.withdrawn },
      conditional: true,
    },
    schema: {
      operationId: `withdraw${name}`,
      summary: 'Withdraw a declaration',
      description:
        'It stays on record with the reason, and never counts. By the filer, unless an office recorded it, accepted it, returned it, investigated or told an outcome; by the office that reviews it at any time.',
      tags,
      params: declarationId,
      body: withdrawalSchema,
      response: { 200: schemas.changed },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await findRecord(kind, deps, caller, request.params.id)
      if (record === null) return reply.problem('not-found')
      const done = await withdraw(kind, deps, record, {
        caller,
        reason: request.body.reason,
        expectedSeq: expectedVersion(request),
      })
      if (done.outcome === 'barred') {
        const language = languageOf(request)
        return done.bar === 'not-theirs'
          ? reply.problem('forbidden', await notInCharge(kind, deps, record, language))
          : reply.problem('conflict', { detail: WITHDRAWAL_BARS[done.bar][language] })
      }
      if (done.outcome !== 'done') return answerNotDone(request, reply, done.outcome, record.state)
      const { seq, status } = done.state
      return reply.header('etag', etagOf(seq)).send({ id: record.id, status, seq })
    },
  })
}

/** The declaration's own code parses it, so that one malformed value does not hide the other findings. */
export function bodyIsJudgedByRules(route: FastifyRouteSchemaDef<unknown>): FastifyValidationResult {
  if (route.httpPart === 'body') return (data: unknown) => ({ value: data })
  return validatorCompiler(route as FastifyRouteSchemaDef<z.ZodType>)
}

function filingRequest(request: FastifyRequest): FilingRequest {
  return { body: request.body, caller: callerOf(request), language: languageOf(request), idempotencyKey: null }
}

function answerFiling(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: FilingOutcome,
  success: number,
  base: string,
): FastifyReply {
  switch (outcome.outcome) {
    case 'filed':
    case 'replayed':
      if (outcome.outcome === 'replayed') reply.header('idempotency-replayed', 'true')
      return reply
        .code(success)
        .header('etag', etagOf(outcome.seq))
        .header('location', `${base}/${outcome.declarationId}`)
        .type('application/json; charset=utf-8')
        .serializer((text: string) => text)
        .send(outcome.response)
    case 'validation-failed':
    case 'warnings-unconfirmed':
      for (const { rule, error } of outcome.defects) request.log.error({ err: error, rule }, 'a rule failed')
      return reply.problem(outcome.outcome, outcome.judgement)
    case 'outside-jurisdiction':
      return reply.problem('forbidden', { detail: OUTSIDE[languageOf(request)] })
    case 'not-delegated':
      return reply.problem('forbidden', { detail: NOT_DELEGATED[languageOf(request)] })
    case 'not-theirs':
      return reply.problem('forbidden', { detail: NOT_THEIRS[languageOf(request)] })
    case 'unknown-enterprise':
      return reply.problem('validation-failed', {
        errors: [
          { pointer: '/onBehalf/enterpriseId', code: 'unknown-enterprise', message: UNKNOWN[languageOf(request)] },
        ],
      })
    case 'unknown-office':
      return reply.problem('validation-failed', {
        errors: [{ pointer: '/office/unit', code: 'unknown-office', message: UNKNOWN_OFFICE[languageOf(request)] }],
      })
    case 'stale':
    case 'conflict':
      return answerNotDone(request, reply, outcome.outcome, outcome.state)
    default:
      return reply.problem(outcome.outcome)
  }
}

const OUTSIDE = {
  vi: 'Nơi xảy ra sự việc không thuộc địa bàn quản lý của tài khoản này.',
  en: 'The place of the event is outside the jurisdiction of this client.',
}

const NOT_DELEGATED = {
  vi: 'Doanh nghiệp này chưa ủy quyền cho tài khoản của bạn nộp loại hồ sơ này, hoặc ủy quyền đã hết hạn. Doanh nghiệp ủy quyền tại PUT /v1/enterprises/{id}/delegations/{clientId}.',
  en: 'This enterprise has not delegated such filings to your client, or the delegation has ended. The enterprise delegates by PUT /v1/enterprises/{id}/delegations/{clientId}.',
}

const NOT_THEIRS = {
  vi: 'Hồ sơ này do bên khai báo sửa đổi, hoặc do nơi đã nộp hồ sơ thay bên khai báo và còn được ủy quyền; tài khoản này chỉ được đọc. Cơ quan xem xét hồ sơ thấy cần sửa thì trả lại kèm ý kiến (POST …/return).',
  en: 'This is for the filer to amend, or for whoever filed it in the name of the filer and still may; this client only reads it. The office that reviews it returns it with comments instead (POST …/return).',
}

const UNKNOWN_OFFICE = {
  vi: 'Tài khoản này phụ trách nhiều đơn vị hoặc cả nước: nêu báo cáo của cơ quan nào bằng office.unit, là một đơn vị trong địa bàn của tài khoản (xem /v1/me); báo cáo của một cơ sở thì nêu onBehalf.enterpriseId.',
  en: 'This client is in charge of several units or of the whole country: say whose report it is by office.unit, one of the units of its jurisdiction (see /v1/me); for the report of an enterprise give onBehalf.enterpriseId.',
}

const UNKNOWN = {
  vi: 'Nêu doanh nghiệp đã đăng ký mà hồ sơ này thuộc về (onBehalf.enterpriseId); đăng ký doanh nghiệp trước nếu chưa có.',
  en: 'Name the registered enterprise whose record this is (onBehalf.enterpriseId); register the enterprise first.',
}
