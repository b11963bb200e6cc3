import type { DeclarationDeps } from '../declaration/deps.ts'
import type { AnyKind } from '../declaration/kind.ts'
import { atStart } from '../http/at-start.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { languageOf } from '../http/language.ts'
import { type App, page } from '../http/route-schema.ts'
import { decideDuplicate } from './decide.ts'
import { duplicateFinder } from './find.ts'
import { findPair, listDuplicates, present } from './list.ts'
import { sampleDecided, sampleDuplicate } from './sample.ts'
import { decisionBody, duplicateId, duplicateListQuery, duplicateSchema } from './schema.ts'

const KEEP_MISSING = {
  vi: 'Gộp phải nêu `keep`: một trong hai hồ sơ của cặp này tiếp tục được tính.',
  en: 'A merge needs `keep`: one of the two declarations of this pair goes on counting.',
}

/** Probable duplicates among the declarations of `kind`: the officer's list, and the decision on a pair. */
export async function duplicateRoutes(app: App, deps: DeclarationDeps, kind: AnyKind): Promise<void> {
  const find = duplicateFinder(deps)
  const tags = ['duplicates']
  atStart(app, 'duplicates', find)

  app.route({
    method: 'GET',
    url: '/v1/duplicates',
    config: {
      access: 'duplicate.read',
      returns: 'A page of pairs.',
      examples: { response: { items: [sampleDuplicate], next: null } },
    },
    schema: {
      operationId: 'listDuplicates',
      summary: 'Accidents that were probably declared twice',
      description: 'Pairs within the jurisdiction with what speaks for and against, newest accident first.',
      tags,
      querystring: duplicateListQuery,
      response: { 200: page(duplicateSchema).meta({ id: 'DuplicateList' }) },
    },
    handler: async (request, reply) => {
      await find()
      const at = { today: deps.clock(), language: languageOf(request) }
      const found = await listDuplicates(deps, callerOf(request), request.query, at)
      return found ?? reply.problem('invalid-request', BAD_CURSOR)
    },
  })

  app.route({
    method: 'POST',
    url: '/v1/duplicates/:id/decision',
    config: {
      access: 'duplicate.decide',
      returns: 'The pair as decided.',
      problems: ['not-found', 'forbidden', 'conflict', 'stale', 'validation-failed'],
      examples: {
        request: { decision: 'distinct', reason: 'Hai vụ khác nhau: đã đối chiếu biên bản hiện trường.' },
        response: sampleDecided,
      },
    },
    schema: {
      operationId: 'decideDuplicate',
      summary: 'Decide whether two declarations tell of one accident',
      description: 'Merged: one goes on counting, the other is kept without counting. Every decision stays on record.',
      tags,
      params: duplicateId,
      body: decisionBody,
      response: { 200: duplicateSchema },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const language = languageOf(request)
      const pair = await findPair(deps, caller, request.params.id)
      if (pair === null) return reply.problem('not-found')
      const outcome = await decideDuplicate(kind, deps, caller, pair, request.body)
      if (outcome === 'keep-missing') {
        const errors = [{ pointer: '/keep', code: 'required', message: KEEP_MISSING[language] }]
        return reply.problem('validation-failed', { errors })
      }
      if (outcome !== 'decided') return reply.problem(outcome)
      const decided = await findPair(deps, caller, pair.id)
      const [shown] = await present(deps, decided === null ? [] : [decided], language)
      return shown
    },
  })
}
