import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AnnexKind } from '../declaration/annex-kind.ts'
import type { DeclarationDeps } from '../declaration/deps.ts'
import { type AnnexOutcome, fileAnnex } from '../declaration/file-annex.ts'
import type { FilingEnvelope } from '../declaration/kind.ts'
import { answerNotDone } from '../declaration/not-done.ts'
import type { DeclarationRecord } from '../declaration/record.ts'
import { callerOf } from '../http/authentication.ts'
import { etagOf, expectedVersion, purposeOf } from '../http/conditional.ts'
import { languageOf } from '../http/language.ts'
import { findingSchema, notExecutedSchema } from '../http/route-schema.ts'
import type { Dated } from '../rules/rule.ts'
import { accidentConsequencesSchema } from './consequences.ts'
import { accidentKind } from './kind.ts'
import type { ReadAnnexes } from './read-annexes.ts'

/** What an annex is answered with: its findings, and what follows for the accident as it stands now. */
export const annexFiled = z
  .object({
    id: z.uuid().meta({ description: 'Of the declaration.' }),
    seq: z.int().meta({ description: 'Number of the act; the ETag.' }),
    ...accidentConsequencesSchema.shape,
    findings: z.array(findingSchema),
    notExecuted: z.array(notExecutedSchema),
  })
  .meta({ id: 'AccidentAnnexFiled' })

/** Files an annex of an accident and answers. */
export async function answerAnnex<A extends FilingEnvelope, G extends Dated>(
  annexKind: AnnexKind<A, G>,
  deps: DeclarationDeps,
  record: DeclarationRecord,
  request: FastifyRequest,
  reply: FastifyReply,
  success: number,
): Promise<FastifyReply> {
  const language = languageOf(request)
  const filing = { body: request.body, caller: callerOf(request), language }
  const done: AnnexOutcome<G> = await fileAnnex(accidentKind, annexKind, deps, record, filing, expectedVersion(request))
  switch (done.outcome) {
    case 'added': {
      const { seq } = done.state
      const consequences = annexKind.consequences(done.facts, language)
      return reply
        .code(success)
        .header('etag', etagOf(seq))
        .send({ id: record.id, seq, ...consequences, ...done.judgement })
    }
    case 'validation-failed':
    case 'warnings-unconfirmed':
      for (const { rule, error } of done.defects) request.log.error({ err: error, rule }, 'a rule failed')
      return reply.problem(done.outcome, done.judgement)
    case 'stale':
    case 'conflict':
      return answerNotDone(request, reply, done.outcome, record.state)
  }
}

/** @throws ProblemError 403 when persons are asked for without the scope to read them. */
export function readRequest(request: FastifyRequest<{ Params: { id: string } }>): ReadAnnexes {
  return {
    caller: callerOf(request),
    id: request.params.id,
    language: languageOf(request),
    purpose: purposeOf(request),
  }
}
