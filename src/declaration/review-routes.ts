import { callerOf } from '../http/authentication.ts'
import { etagOf, expectedVersion } from '../http/conditional.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import type { Dated } from '../rules/rule.ts'
import { actWithoutBody, findRecord } from './change.ts'
import type { DeclarationDeps } from './deps.ts'
import { exampleAnswers } from './examples.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { answerNotDone } from './not-done.ts'
import { notInCharge } from './not-in-charge.ts'
import { reEvaluate } from './re-evaluate.ts'
import { contestationSchema, declarationId, type KindSchemas, kindName, reEvaluationSchema } from './route-schemas.ts'
import { mayContest, mayReview } from './visibility.ts'

/** What an enterprise says against a filing in its name, and what an office has judged anew. */
export async function reviewRoutes<B extends FilingEnvelope, F extends Dated, K>(
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
    url: `${base}/:id/contestation`,
    config: {
      access: `${kind.id}.contest`,
      returns: 'The objection is on record.',
      problems: ['not-found', 'conflict', 'stale', 'if-match-missing', 'validation-failed'],
      answers: ['ETag'],
      examples: {
        request: { reason: 'Số liệu này không phải của doanh nghiệp chúng tôi.' },
        response: answers.contested,
      },
      conditional: true,
    },
    schema: {
      operationId: `contest${name}`,
      summary: 'Contest a filing made in the name of the enterprise',
      description:
        'By the enterprise, where an office, a facility or an organisation filed. It goes on counting until an office decides or it is amended.',
      tags,
      params: declarationId,
      body: contestationSchema,
      response: { 200: schemas.changed },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await findRecord(kind, deps, caller, request.params.id)
      if (record === null) return reply.problem('not-found')
      if (!mayContest(caller, record)) return reply.problem('conflict', { detail: OWN_FILING[languageOf(request)] })
      const done = await actWithoutBody(kind, deps, record, {
        act: 'contest',
        caller,
        reason: request.body.reason,
        expectedSeq: expectedVersion(request),
      })
      if (done.outcome !== 'done') return answerNotDone(request, reply, done.outcome, record.state)
      const { seq, status } = done.state
      return reply.header('etag', etagOf(seq)).send({ id: record.id, status, seq })
    },
  })

  app.route({
    method: 'POST',
    url: `${base}/:id/re-evaluation`,
    config: {
      access: `${kind.id}.re-evaluate`,
      returns: 'The findings by what is known today.',
      problems: ['not-found', 'forbidden', 'conflict', 'stale', 'if-match-missing', 'validation-failed'],
      answers: ['ETag'],
      examples: {
        request: { reason: 'Giới hạn tiếp xúc đã được đối chiếu với bản công bố.' },
        response: answers.reEvaluated,
      },
      conditional: true,
    },
    schema: {
      operationId: `reEvaluate${name}`,
      summary: 'Judge a declaration anew',
      description:
        'By the office in charge: with the rules, limits and registers as they are known today. What was found before stays on record.',
      tags,
      params: declarationId,
      body: reEvaluationSchema,
      response: { 200: schemas.reEvaluated },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await findRecord(kind, deps, caller, request.params.id)
      if (record === null) return reply.problem('not-found')
      if (!mayReview(caller, record)) {
        return reply.problem('forbidden', await notInCharge(kind, deps, record, languageOf(request)))
      }
      const done = await reEvaluate(kind, deps, record, {
        caller,
        reason: request.body.reason,
        expectedSeq: expectedVersion(request),
        language: languageOf(request),
      })
      if (done.outcome !== 'done') return answerNotDone(request, reply, done.outcome, record.state)
      for (const { rule, error } of done.defects) request.log.error({ err: error, rule }, 'a rule failed')
      const { seq, status } = done.state
      const { findings, notExecuted } = done.judgement
      return reply.header('etag', etagOf(seq)).send({ id: record.id, status, seq, findings, notExecuted })
    },
  })
}

const OWN_FILING = {
  vi: 'Hồ sơ này do chính bên khai báo nộp: hãy sửa đổi (PUT) hoặc rút lại, không cần phản đối.',
  en: 'Its owner filed this itself: amend (PUT) or withdraw it instead of contesting it.',
}
