import { z } from 'zod'
import { callerOf } from '../http/authentication.ts'
import { etagOf, expectedVersion } from '../http/conditional.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import { presentShapeErrors } from '../http/shape-errors.ts'
import type { Dated } from '../rules/rule.ts'
import { isUnconfirmed } from './actions.ts'
import { actWithoutBody, findRecord } from './change.ts'
import { commentBody, commentSchema, returnBody } from './comments.ts'
import { comment, returnWith } from './decide.ts'
import type { DeclarationDeps } from './deps.ts'
import { exampleAnswers } from './examples.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { answerNotDone } from './not-done.ts'
import { notInCharge } from './not-in-charge.ts'
import { readComments } from './read-comments.ts'
import { acceptanceSchema, declarationId, type KindSchemas, kindName } from './route-schemas.ts'
import { mayReview, sideOf } from './visibility.ts'

const commentList = z.object({ items: z.array(commentSchema) }).meta({ id: 'CommentList' })
const commentAdded = z.object({ id: z.uuid(), seq: z.int() }).meta({ id: 'CommentAdded' })

/** The office's review: it returns a declaration with comments, which are answered, or accepts it. */
export async function decisionRoutes<B extends FilingEnvelope, F extends Dated, K>(
  app: App,
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  schemas: KindSchemas,
): Promise<void> {
  const base = `/v1/${kind.path}`
  const name = kindName(kind)
  const tags = [kind.path]
  const answers = await exampleAnswers(kind)

  app.route({
    method: 'POST',
    url: `${base}/:id/return`,
    config: {
      access: `${kind.id}.review`,
      returns: 'Returned to the filer with the comments.',
      problems: ['not-found', 'forbidden', 'conflict', 'stale', 'if-match-missing', 'validation-failed'],
      answers: ['ETag'],
      examples: { request: answers.returning, response: answers.returned },
      conditional: true,
    },
    schema: {
      operationId: `return${name}`,
      summary: 'Return a declaration with comments',
      description: 'What is to be answered or mended, pinned to its places. What is in force stays in force.',
      tags,
      params: declarationId,
      body: returnBody,
      response: { 200: schemas.changed },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await findRecord(kind, deps, caller, request.params.id)
      if (record === null) return reply.problem('not-found')
      if (!mayReview(caller, record)) {
        return reply.problem('forbidden', await notInCharge(kind, deps, record, languageOf(request)))
      }
      const done = await returnWith(kind, deps, record, {
        body: request.body,
        caller,
        expectedSeq: expectedVersion(request),
      })
      if (done.outcome === 'misplaced') {
        return reply.problem('validation-failed', { errors: presentShapeErrors(done.errors, languageOf(request)) })
      }
      if (done.outcome !== 'done') return answerNotDone(request, reply, done.outcome, record.state)
      const { seq, status } = done.state
      return reply.header('etag', etagOf(seq)).send({ id: record.id, status, seq })
    },
  })

  app.route({
    method: 'POST',
    url: `${base}/:id/acceptance`,
    config: {
      access: `${kind.id}.review`,
      returns: 'Accepted: the latest revision is in force.',
      problems: ['not-found', 'forbidden', 'conflict', 'stale', 'if-match-missing', 'validation-failed'],
      answers: ['ETag'],
      examples: { request: {}, response: answers.accepted },
      conditional: true,
    },
    schema: {
      operationId: `accept${name}`,
      summary: 'Accept a declaration',
      description: 'It stays in force until an amendment of it is accepted; open threads are settled.',
      tags,
      params: declarationId,
      body: acceptanceSchema,
      response: { 200: schemas.changed },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await findRecord(kind, deps, caller, request.params.id)
      if (record === null) return reply.problem('not-found')
      if (!mayReview(caller, record)) {
        return reply.problem('forbidden', await notInCharge(kind, deps, record, languageOf(request)))
      }
      if (await isUnconfirmed(deps, record.tenantId)) {
        return reply.problem('conflict', { detail: PROVISIONAL[languageOf(request)] })
      }
      const done = await actWithoutBody(kind, deps, record, {
        act: 'accept',
        caller,
        reason: request.body.reason ?? null,
        expectedSeq: expectedVersion(request),
      })
      if (done.outcome !== 'done') return answerNotDone(request, reply, done.outcome, record.state)
      const { seq, status } = done.state
      return reply.header('etag', etagOf(seq)).send({ id: record.id, status, seq })
    },
  })

  app.route({
    method: 'GET',
    url: `${base}/:id/comments`,
    config: {
      access: `${kind.id}.read`,
      returns: 'All comments, oldest first.',
      problems: ['not-found', 'forbidden'],
      examples: { response: { items: [answers.comment] } },
    },
    schema: {
      operationId: `list${name}Comments`,
      summary: 'Comments on a declaration',
      description: 'Each with its place in the latest revision and the state of its thread.',
      tags,
      params: declarationId,
      response: { 200: commentList },
    },
    handler: async (request, reply) => {
      const items = await readComments(kind, deps, callerOf(request), request.params.id)
      if (items === 'withheld') return reply.problem('forbidden', { detail: WITHHELD[languageOf(request)] })
      return items === null ? reply.problem('not-found') : { items: [...items] }
    },
  })

  app.route({
    method: 'POST',
    url: `${base}/:id/comments`,
    config: {
      access: `${kind.id}.comment`,
      returns: 'The comment is on record.',
      problems: ['not-found', 'forbidden', 'conflict', 'stale', 'validation-failed'],
      answers: ['ETag'],
      examples: { request: answers.commenting, response: answers.commented },
    },
    schema: {
      operationId: `comment${name}`,
      summary: 'Comment on a declaration, or answer a comment',
      description: 'By the filer and by the office in charge. Comments survive amendments.',
      tags,
      params: declarationId,
      body: commentBody,
      response: { 201: commentAdded },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await findRecord(kind, deps, caller, request.params.id)
      if (record === null) return reply.problem('not-found')
      const side = sideOf(caller, record)
      if (side === null) {
        return reply.problem('forbidden', await notInCharge(kind, deps, record, languageOf(request)))
      }
      if (side === 'filer' && request.body.resolved) {
        return reply.problem('forbidden', { detail: SETTLES[languageOf(request)] })
      }
      const done = await comment(kind, deps, record, { body: request.body, caller, side })
      if (done.outcome === 'misplaced') {
        return reply.problem('validation-failed', { errors: presentShapeErrors(done.errors, languageOf(request)) })
      }
      if (done.outcome !== 'done') return answerNotDone(request, reply, done.outcome, record.state)
      const { seq } = done.state
      return reply.code(201).header('etag', etagOf(seq)).send({ id: done.commentId, seq })
    },
  })
}

const SETTLES = {
  vi: 'Chỉ cơ quan xem xét hồ sơ mới kết thúc một trao đổi (resolved); bên khai báo trả lời bằng text, bỏ trường resolved.',
  en: 'Only the office that reviews settles a thread (resolved); the filer answers by its text, without that field.',
}

const WITHHELD = {
  vi: 'Ý kiến có thể nêu tên người và sức khỏe của họ, nên chỉ bên khai báo và nơi được xem toàn bộ hồ sơ mới đọc được; tài khoản này xem hồ sơ không có thông tin cá nhân.',
  en: 'Comments may name persons and tell of their health: only the filer and those who see the whole read them; this client sees the declaration without persons.',
}

const PROVISIONAL = {
  vi: 'Doanh nghiệp chưa được xác nhận: hãy quyết định đơn đăng ký (POST /v1/registrations/{id}/decision) trước.',
  en: 'The enterprise is not confirmed yet: decide on its registration (POST /v1/registrations/{id}/decision) first.',
}
