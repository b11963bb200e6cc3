import { z } from 'zod'
import { findRecord } from '../../declaration/change.ts'
import type { DeclarationDeps } from '../../declaration/deps.ts'
import { bodyIsJudgedByRules } from '../../declaration/filing-routes.ts'
import { declarationId } from '../../declaration/route-schemas.ts'
import { visibilityOf } from '../../declaration/visibility.ts'
import { callerOf } from '../../http/authentication.ts'
import type { App } from '../../http/route-schema.ts'
import { annexFiled, answerAnnex, readRequest } from '../answer-annex.ts'
import { accidentKind } from '../kind.ts'
import { annexView, readAnnexes } from '../read-annexes.ts'
import { sampleAnswers } from '../sample-answers.ts'
import { effectiveOutcomes } from './effective.ts'
import { outcomeKind } from './kind.ts'

const outcomeView = z
  .object({
    ...annexView,
    stands: z.boolean().meta({ description: 'False once another outcome took its place.' }),
    outcome: z.record(z.string(), z.unknown()).meta({ description: 'As told, without what is withheld.' }),
  })
  .meta({ id: 'AccidentOutcomeView' })
const outcomeList = z.object({ items: z.array(outcomeView) }).meta({ id: 'AccidentOutcomeList' })

/** What became of the victims after the declaration: told by the enterprise, the commune or the office in charge. */
export async function outcomeRoutes(app: App, deps: DeclarationDeps): Promise<void> {
  const url = `/v1/${accidentKind.path}/:id/outcomes`
  const tags = [accidentKind.path]
  const { content, filed, view } = await sampleAnswers(outcomeKind)

  app.route({
    method: 'POST',
    url,
    config: {
      access: 'accident.outcome',
      returns: 'On record: the findings, and what follows for the accident as it stands now.',
      problems: ['not-found', 'conflict', 'stale', 'if-match-missing', 'validation-failed', 'warnings-unconfirmed'],
      answers: ['ETag'],
      examples: { request: outcomeKind.sample, response: filed },
      conditional: true,
    },
    validatorCompiler: bodyIsJudgedByRules,
    schema: {
      operationId: 'tellAccidentOutcome',
      summary: 'Tell what became of a victim',
      description:
        'A death, a return, an assessment, costs, compensation. The class, the duties and the statistics follow; they stay with the day of the accident.',
      tags,
      params: declarationId,
      body: outcomeKind.schema,
      response: { 201: annexFiled },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await findRecord(accidentKind, deps, caller, request.params.id)
      if (record === null || visibilityOf(caller, record) !== 'whole') return reply.problem('not-found')
      return answerAnnex(outcomeKind, deps, record, request, reply, 201)
    },
  })

  app.route({
    method: 'GET',
    url,
    config: {
      access: 'accident.read',
      returns: 'All outcomes, oldest first.',
      problems: ['not-found'],
      examples: { response: { items: [{ ...view, stands: true, outcome: content }] } },
      readsPersons: true,
    },
    schema: {
      operationId: 'listAccidentOutcomes',
      summary: 'What became of the victims',
      description: 'Each as told, with what was found in it then. Persons as in reading a declaration.',
      tags,
      params: declarationId,
      response: { 200: outcomeList },
    },
    handler: async (request, reply) => {
      const found = await readAnnexes(outcomeKind, deps, readRequest(request))
      if (found === null) return reply.problem('not-found')
      const standing = new Set(effectiveOutcomes(found.items.map(({ annex }) => annex)).map(({ seq }) => seq))
      const items = found.items.map(({ annex, content: outcome, view: shown }) => ({
        ...shown,
        stands: standing.has(annex.seq),
        outcome,
      }))
      return { items }
    },
  })
}
