import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyRouteSchemaDef, FastifyValidationResult } from 'fastify/types/schema.js'
import type { z } from 'zod'
import { callerOf } from '../http/authentication.ts'
import { etagOf, expectedVersion, idempotencyKeyOf, purposeOf } from '../http/conditional.ts'
import { languageOf } from '../http/language.ts'
import { ProblemError } from '../http/problems.ts'
import type { App } from '../http/route-schema.ts'
import { validatorCompiler } from '../http/shape-errors.ts'
import type { Dated } from '../rules/rule.ts'
import { actWithoutBody, amend, findRecord } from './change.ts'
import { exampleAnswers } from './examples.ts'
import type { FilingOutcome, FilingRequest } from './filing.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { readDeclaration, readDiff, readHistory, readReceipt, readRevision } from './read.ts'
import {
  amendsQuery,
  declarationId,
  diffSchema,
  historySchema,
  kindName,
  receiptSchema,
  revisionParams,
  schemasOf,
  withdrawalSchema,
} from './route-schemas.ts'
import { submit } from './submit.ts'
import { validate } from './validate.ts'
import { mayChange } from './visibility.ts'
import type { DeclarationDeps } from './write.ts'

/** The routes that every kind of declaration has; its list is its own. */
export async function declarationRoutes<B extends FilingEnvelope, F extends Dated>(
  app: App,
  kind: DeclarationKind<B, F>,
  deps: DeclarationDeps,
): Promise<void> {
  const base = `/v1/${kind.path}`
  const schemas = schemasOf(kind)
  const name = kindName(kind)
  const tags = [kind.path]
  const answers = exampleAnswers(kind)

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
      examples: { request: kind.sample, response: answers.filed },
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
      examples: { request: kind.sample, response: answers.validated },
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
    method: 'GET',
    url: `${base}/:id`,
    config: {
      access: `${kind.id}.read`,
      returns: 'The declaration as this caller may see it.',
      problems: ['not-found'],
      answers: ['ETag'],
      examples: { response: answers.view },
      readsPersons: true,
    },
    schema: {
      operationId: `read${name}`,
      summary: 'Read a declaration',
      description: 'Persons are withheld unless X-Purpose says why they are read, which leaves a trace.',
      tags,
      params: declarationId,
      response: { 200: schemas.view },
    },
    handler: async (request, reply) => {
      const found = await readDeclaration(kind, deps, readRequest(request))
      return found === null ? reply.problem('not-found') : reply.header('etag', etagOf(found.seq)).send(found.view)
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
      problems: ['not-found', 'conflict', 'stale', 'if-match-missing', 'validation-failed'],
      answers: ['ETag'],
      examples: { request: { reason: 'Khai báo nhầm cơ sở.' }, response: answers.withdrawn },
      conditional: true,
    },
    schema: {
      operationId: `withdraw${name}`,
      summary: 'Withdraw a declaration',
      description: 'It stays on record with the reason, and never counts.',
      tags,
      params: declarationId,
      body: withdrawalSchema,
      response: { 200: schemas.changed },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await findRecord(kind, deps, caller, request.params.id)
      if (record === null || !mayChange(caller, record)) return reply.problem('not-found')
      const done = await actWithoutBody(kind, deps, record, {
        act: 'withdraw',
        caller,
        reason: request.body.reason,
        expectedSeq: expectedVersion(request),
      })
      if (done.outcome !== 'done') return reply.problem(done.outcome)
      const { seq, status } = done.state
      return reply.header('etag', etagOf(seq)).send({ id: record.id, status, seq })
    },
  })

  app.route({
    method: 'GET',
    url: `${base}/:id/revisions`,
    config: {
      access: `${kind.id}.read`,
      returns: 'Every act, oldest first.',
      problems: ['not-found'],
      examples: { response: answers.history },
    },
    schema: {
      operationId: `list${name}Acts`,
      summary: 'All that happened to a declaration',
      description: 'Filings, amendments, withdrawals: who, when, why, each with its hash in the chain.',
      tags,
      params: declarationId,
      response: { 200: historySchema },
    },
    handler: async (request, reply) => {
      const items = await readHistory(kind, deps, callerOf(request), request.params.id)
      return items === undefined ? reply.problem('not-found') : { items }
    },
  })

  app.route({
    method: 'GET',
    url: `${base}/:id/revisions/:revision`,
    config: {
      access: `${kind.id}.read`,
      returns: 'The revision as this caller may see it.',
      problems: ['not-found'],
      examples: { response: answers.revision },
      readsPersons: true,
    },
    schema: {
      operationId: `read${name}Revision`,
      summary: 'Read one revision',
      description:
        'The declaration as it was filed then, with what was found in it. Persons as in reading a declaration.',
      tags,
      params: revisionParams,
      response: { 200: schemas.revision },
    },
    handler: async (request, reply) =>
      (await readRevision(kind, deps, readRequest(request), request.params.revision)) ?? reply.problem('not-found'),
  })

  app.route({
    method: 'GET',
    url: `${base}/:id/revisions/:revision/diff`,
    config: {
      access: `${kind.id}.read`,
      returns: 'The changes, as far as this caller may see them.',
      problems: ['not-found'],
      examples: { response: answers.diff },
      readsPersons: true,
    },
    schema: {
      operationId: `diff${name}Revision`,
      summary: 'What a revision changed',
      description:
        'A JSON Patch from the revision before; there is none for the first. Persons as in reading a declaration.',
      tags,
      params: revisionParams,
      response: { 200: diffSchema },
    },
    handler: async (request, reply) =>
      (await readDiff(kind, deps, readRequest(request), request.params.revision)) ?? reply.problem('not-found'),
  })

  app.route({
    method: 'GET',
    url: `${base}/:id/receipt`,
    config: {
      access: `${kind.id}.read`,
      returns: 'The receipt.',
      problems: ['not-found'],
      examples: { response: answers.receipt },
    },
    schema: {
      operationId: `read${name}Receipt`,
      summary: 'The receipt of the latest revision',
      description: 'The same signed statement that filing answered with; for those who see the whole declaration.',
      tags,
      params: declarationId,
      response: { 200: receiptSchema },
    },
    handler: async (request, reply) =>
      (await readReceipt(kind, deps, callerOf(request), request.params.id)) ?? reply.problem('not-found'),
  })
}

/** The declaration's own code parses it, so that one malformed value does not hide the other findings. */
function bodyIsJudgedByRules(route: FastifyRouteSchemaDef<unknown>): FastifyValidationResult {
  if (route.httpPart === 'body') return (data: unknown) => ({ value: data })
  return validatorCompiler(route as FastifyRouteSchemaDef<z.ZodType>)
}

function filingRequest(request: FastifyRequest): FilingRequest {
  return { body: request.body, caller: callerOf(request), language: languageOf(request), idempotencyKey: null }
}

function readRequest(request: FastifyRequest<{ Params: { id: string } }>) {
  const caller = callerOf(request)
  const purpose = purposeOf(request)
  if (purpose !== null && !caller.scopes.has('personal:read')) throw new ProblemError('forbidden')
  return { caller, language: languageOf(request), id: request.params.id, purpose }
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
    case 'unknown-enterprise':
      return reply.problem('validation-failed', {
        errors: [
          { pointer: '/onBehalf/enterpriseId', code: 'unknown-enterprise', message: UNKNOWN[languageOf(request)] },
        ],
      })
    default:
      return reply.problem(outcome.outcome)
  }
}

const OUTSIDE = {
  vi: 'Nơi xảy ra sự việc không thuộc địa bàn quản lý của tài khoản này.',
  en: 'The place of the event is outside the jurisdiction of this client.',
}

const UNKNOWN = {
  vi: 'Nêu doanh nghiệp đã đăng ký mà hồ sơ này thuộc về (onBehalf.enterpriseId); đăng ký doanh nghiệp trước nếu chưa có.',
  en: 'Name the registered enterprise whose record this is (onBehalf.enterpriseId); register the enterprise first.',
}
