import type { DeclarationDeps } from '../declaration/deps.ts'
import type { AnyKind } from '../declaration/kind.ts'
import { unitInJurisdiction } from '../declaration/unit-in-jurisdiction.ts'
import { atStart } from '../http/at-start.ts'
import { callerOf } from '../http/authentication.ts'
import { BAD_CURSOR } from '../http/cursor.ts'
import { languageOf } from '../http/language.ts'
import { type App, page } from '../http/route-schema.ts'
import type { Text } from '../rules/rule.ts'
import { decideDuplicate } from './decide.ts'
import { duplicateFinder } from './find.ts'
import { findPair, listDuplicates, present } from './list.ts'
import { sampleDecided, sampleDuplicate } from './sample.ts'
import { decisionBody, duplicateId, duplicateListQuery, duplicateSchema } from './schema.ts'

const KEEP_MISSING = {
  vi: 'Gộp phải nêu `keep`: một trong hai hồ sơ của cặp này tiếp tục được tính.',
  en: 'A merge needs `keep`: one of the two declarations of this pair goes on counting.',
}

const NOT_DECIDED: Readonly<Record<'forbidden' | 'conflict' | 'stale', Text>> = {
  forbidden: {
    vi: 'Hồ sơ không được giữ lại thuộc địa bàn khác: chỉ cơ quan xem xét hồ sơ đó mới gộp hoặc tách được. Hãy giữ hồ sơ kia (keep), hoặc chuyển đề nghị tới cơ quan đó.',
    en: 'The declaration that would not go on counting is for the office of another place, which alone merges it or parts it again. Keep that one instead (keep), or ask that office.',
  },
  conflict: {
    vi: 'Cặp này đã được gộp, hoặc hồ sơ không được giữ lại đã rút hay đang chờ xác nhận: đọc lại danh sách (GET /v1/duplicates).',
    en: 'The pair is merged already, or the declaration that would not go on counting is withdrawn or waits to be confirmed: read the list again (GET /v1/duplicates).',
  },
  stale: {
    vi: 'Một trong hai hồ sơ vừa thay đổi: đọc lại hai hồ sơ rồi quyết định lại.',
    en: 'One of the two changed just now: read both again, then decide again.',
  },
}

const KEEP_ENDED = {
  vi: 'Hồ sơ định giữ lại đã rút, đã gộp hoặc chưa được xác nhận, nên vụ việc sẽ không còn được tính: hãy giữ hồ sơ kia.',
  en: 'The declaration to be kept is withdrawn, merged or not confirmed, so that the accident would be counted nowhere: keep the other one.',
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
    preHandler: unitInJurisdiction,
    handler: async (request, reply) => {
      await find()
      const found = await listDuplicates(deps, callerOf(request), request.query, languageOf(request))
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
      if (outcome === 'keep-ended') return reply.problem('conflict', { detail: KEEP_ENDED[language] })
      if (outcome !== 'decided') return reply.problem(outcome, { detail: NOT_DECIDED[outcome] })
      const decided = await findPair(deps, caller, pair.id)
      const [shown] = await present(deps, decided === null ? [] : [decided], language)
      return shown
    },
  })
}
