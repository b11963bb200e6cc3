import type { FastifyRequest } from 'fastify'
import { type Caller, databaseScope, reachOf } from '../access/caller.ts'
import { callerOf } from '../http/authentication.ts'
import { answeredNotModified, contentTag } from '../http/conditional.ts'
import { languageOf } from '../http/language.ts'
import { formatFor, MEDIA_TYPES } from '../http/media-type.ts'
import type { App } from '../http/route-schema.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { answerCsv, columnsOf, presentAnswer, rowsOf } from './answer.ts'
import { ask, type Figures } from './ask.ts'
import type { Cube } from './cube.ts'
import { nameOfCube } from './cube-name.ts'
import type { Reach } from './cube-query.ts'
import { answerSchema, questionSchema } from './cube-schemas.ts'
import { exampleAnswer } from './examples.ts'
import { judgeQuestion } from './judge-question.ts'
import { askProtected, judgeProtected, mustProtect } from './protected.ts'
import type { Question } from './question.ts'
import { type QuestionError, readQuestion } from './read-question.ts'

export interface StatisticsDeps {
  readonly database: Database
  /** Answers questions with `asOf`, whose moment a replica has long passed; the primary when there is none. */
  readonly readDatabase?: Database
  readonly clock: Clock
}

/** Offices ask a cube freely within their jurisdiction. */
export async function cubeRoute(app: App, cube: Cube, deps: StatisticsDeps): Promise<void> {
  const example = exampleAnswer(cube)
  app.route({
    method: 'GET',
    url: `/v1/statistics/${cube.id}`,
    config: {
      access: 'statistics.ask',
      returns: 'The figures.',
      revalidated: true,
      problems: ['not-acceptable', 'unanswerable'],
      answers: ['ETag', 'Cache-Control'],
      produces: { [MEDIA_TYPES.csv]: example.csv },
      examples: { response: example.json },
    },
    schema: {
      operationId: `ask${nameOfCube(cube.id)}`,
      summary: `Ask the cube ${cube.id}`,
      description: `${cube.description.en} Within the jurisdiction of the caller, with every declaration acknowledged before the question. JSON or CSV by Accept.`,
      tags: ['statistics'],
      querystring: questionSchema(cube),
      response: { 200: answerSchema(cube) },
    },
    handler: async (request, reply) => {
      const format = formatFor(request.headers.accept)
      if (format === null) return reply.problem('not-acceptable')
      const { measures, by, from, to, asOf, units, ...others } = request.query
      const { question, errors } = readQuestion(cube, { measures, by, from, to, asOf, units }, others)
      if (errors.length > 0) return reply.problem('invalid-request', { errors: errorsFor(request, errors) })
      const caller = callerOf(request)
      const isProtected = mustProtect(cube, question, caller.role)
      const unanswerable = [...judgeQuestion(cube, question), ...(isProtected ? judgeProtected(cube, question) : [])]
      if (unanswerable.length > 0) {
        return reply.problem('unanswerable', { errors: errorsFor(request, unanswerable) })
      }
      const { figures, suppressed } = await within(caller, deps, cube, question, async (askOne) =>
        isProtected ? askProtected(cube, question, askOne) : { figures: await askOne(question), suppressed: [] },
      )
      const answer = presentAnswer(cube, question, figures, deps.clock(), suppressed)
      const language = languageOf(request)
      // The moment of asking is no part of what was found.
      const tag = contentTag([format, language, { ...answer, asOf: question.asOf }])
      reply.header('cache-control', 'private, no-cache')
      if (answeredNotModified(request, reply, tag)) return reply
      if (format === 'json') return answer
      return reply
        .type(`${MEDIA_TYPES.csv}; charset=utf-8`)
        .serializer((text: string) => text)
        .send(answerCsv(cube, question, columnsOf(cube, question), rowsOf(question, figures), language))
    },
  })
}

/** Milliseconds within which a replica has caught up. */
const REPLICA_LAG = 60_000

/** Asks the cube as the caller, in one transaction. */
function within<T>(
  caller: Caller,
  deps: StatisticsDeps,
  cube: Cube,
  { asOf }: Question,
  work: (askOne: (question: Question) => Promise<Figures>) => Promise<T>,
): Promise<T> {
  // A replica lags; what was acknowledged before the question must be in the answer.
  const settled = asOf !== null && asOf.getTime() < deps.clock().getTime() - REPLICA_LAG
  const database = settled ? (deps.readDatabase ?? deps.database) : deps.database
  return database.within(databaseScope(caller), (session) =>
    work((question) => ask(session, cube, question, reachOfCaller(caller))),
  )
}

/** The place of the event counts, not the head office of the enterprise; row-level security would allow both. */
function reachOfCaller({ jurisdiction }: Caller): Reach {
  return jurisdiction === null ? [] : reachOf(jurisdiction)
}

function errorsFor(request: FastifyRequest, errors: readonly QuestionError[]) {
  const language = languageOf(request)
  return errors.map(({ pointer, code, message }) => ({ pointer, code, message: message[language] }))
}
