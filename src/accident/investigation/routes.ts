import { z } from 'zod'
import type { Caller } from '../../access/caller.ts'
import { findRecord } from '../../declaration/change.ts'
import type { DeclarationDeps } from '../../declaration/deps.ts'
import { bodyIsJudgedByRules } from '../../declaration/filing-routes.ts'
import type { DeclarationRecord } from '../../declaration/record.ts'
import { declarationId } from '../../declaration/route-schemas.ts'
import { mayReview, visibilityOf } from '../../declaration/visibility.ts'
import { callerOf } from '../../http/authentication.ts'
import { etagOf } from '../../http/conditional.ts'
import { languageOf } from '../../http/language.ts'
import { type App, citationSchema } from '../../http/route-schema.ts'
import { presentCitation } from '../../rules/present.ts'
import type { Language, Text } from '../../rules/rule.ts'
import { accidentAdditions, investigationLeftTo } from '../additions.ts'
import { annexFiled, answerAnnex, readRequest } from '../answer-annex.ts'
import { limitOf } from '../duties.ts'
import type { AccidentFacts } from '../facts.ts'
import { accidentKind } from '../kind.ts'
import { annexView, presentFacts, readAnnexes } from '../read-annexes.ts'
import { sampleAnswers } from '../sample-answers.ts'
import type { InvestigationFacts } from './facts.ts'
import { investigationKind } from './kind.ts'

const limitSchema = z
  .object({
    due: z.string().meta({ description: 'Last timely day for announcing the minutes.' }),
    days: z.int().meta({ description: 'By law, without the extension.' }),
    extendedBy: z.int(),
    from: z.string(),
    fromFact: z
      .enum(['report', 'police-file'])
      .meta({ description: 'The news or declaration, or the complete file after a decision not to prosecute.' }),
    certain: z.boolean(),
    citations: z.array(citationSchema),
  })
  .meta({ id: 'InvestigationLimit', description: 'As counted here (Law 84/2015, Art. 35.6).' })

const investigationView = z
  .object({
    ...annexView,
    versions: z.int().meta({ description: 'How many there have been; the acts are in the history.' }),
    limit: limitSchema.nullable(),
    investigation: z.record(z.string(), z.unknown()).meta({ description: 'As filed, without what is withheld.' }),
  })
  .meta({ id: 'AccidentInvestigationView' })

/** The file of the investigation, kept by the office in charge, and by the enterprise where it investigates. */
export async function investigationRoutes(app: App, deps: DeclarationDeps): Promise<void> {
  const url = `/v1/${accidentKind.path}/:id/investigation`
  const tags = [accidentKind.path]
  const { content, filed, view, facts } = await sampleAnswers(investigationKind)

  app.route({
    method: 'PUT',
    url,
    config: {
      access: 'accident.investigate',
      returns: 'On record: the findings, and what follows for the accident as it stands now.',
      problems: [
        'not-found',
        'forbidden',
        'conflict',
        'stale',
        'if-match-missing',
        'validation-failed',
        'warnings-unconfirmed',
      ],
      answers: ['ETag'],
      examples: { request: investigationKind.sample, response: filed },
      conditional: true,
    },
    validatorCompiler: bodyIsJudgedByRules,
    schema: {
      operationId: 'keepAccidentInvestigation',
      summary: 'Keep the file of the investigation',
      description:
        'The whole file as it reads now; earlier versions stay in the history. By the office in charge, by the enterprise where it investigates, by the commune that records the event.',
      tags,
      params: declarationId,
      body: investigationKind.schema,
      response: { 200: annexFiled },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await findRecord(accidentKind, deps, caller, request.params.id)
      if (record === null || visibilityOf(caller, record) !== 'whole') return reply.problem('not-found')
      if (!(await mayInvestigate(deps, caller, record, request.body))) {
        return reply.problem('forbidden', { detail: NOT_THEIRS[languageOf(request)] })
      }
      return answerAnnex(investigationKind, deps, record, request, reply, 200)
    },
  })

  app.route({
    method: 'GET',
    url,
    config: {
      access: 'accident.read',
      returns: 'The latest version of the file.',
      problems: ['not-found'],
      answers: ['ETag'],
      examples: {
        response: {
          ...view,
          versions: 1,
          limit: presentedLimit((facts as InvestigationFacts).after, 'vi'),
          investigation: content,
        },
      },
      readsPersons: true,
    },
    schema: {
      operationId: 'readAccidentInvestigation',
      summary: 'The file of the investigation',
      description: 'Its latest version with what was found in it. Persons as in reading a declaration.',
      tags,
      params: declarationId,
      response: { 200: investigationView },
    },
    handler: async (request, reply) => {
      const found = await readAnnexes(investigationKind, deps, readRequest(request))
      const latest = found?.items.at(-1)
      if (found === null || latest === undefined) return reply.problem('not-found')
      return reply.header('etag', etagOf(found.record.state.seq)).send({
        ...latest.view,
        versions: found.items.length,
        limit: presentedLimit(found.facts, languageOf(request)),
        investigation: latest.content,
      })
    },
  })
}

/**
 * The office in charge always; the enterprise while the law leaves the accident to it, so that it cannot conclude on
 * one that is not its own to investigate; the commune where it records the event.
 */
async function mayInvestigate(
  deps: DeclarationDeps,
  caller: Caller,
  record: DeclarationRecord,
  body: unknown,
): Promise<boolean> {
  if (mayReview(caller, record)) return true
  const { facts } = await presentFacts(deps, record)
  const stated = (body as { authority?: unknown } | null | undefined)?.authority
  const adder = { role: caller.role, owns: caller.tenantId === record.tenantId, reviews: false, seesWhole: true }
  return accidentAdditions(facts, adder).includes('investigate') && stated === investigationLeftTo(facts)
}

function presentedLimit(facts: AccidentFacts, language: Language): z.infer<typeof limitSchema> | null {
  const limit = limitOf(facts)
  if (limit === null) return null
  const { date: due, days, extendedBy, from, fromFact, certain, citation } = limit
  return { due, days, extendedBy, from, fromFact, certain, citations: [presentCitation(citation, language)] }
}

const NOT_THEIRS: Text = {
  vi: 'Vụ tai nạn này không do tài khoản này điều tra: doanh nghiệp chỉ lập hồ sơ cấp cơ sở (authority "base") khi luật giao, xã chỉ ghi nhận sự việc (authority "commune").',
  en: 'This accident is not for this client to investigate: an enterprise keeps the file of a "base" team where the law leaves it to it, a commune only records the event ("commune").',
}
