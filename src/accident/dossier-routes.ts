import { z } from 'zod'
import { findRecord } from '../declaration/change.ts'
import type { DeclarationDeps } from '../declaration/deps.ts'
import { declarationId } from '../declaration/route-schemas.ts'
import { visibilityOf } from '../declaration/visibility.ts'
import { filesOf } from '../file/attached-file.ts'
import { callerOf } from '../http/authentication.ts'
import { languageOf } from '../http/language.ts'
import { type App, citationSchema } from '../http/route-schema.ts'
import { dossierPapers, requiredPapers } from '../law/accident-dossier.ts'
import { presentCitation } from '../rules/present.ts'
import type { Language } from '../rules/rule.ts'
import type { AccidentFacts } from './facts.ts'
import { accidentFacts } from './facts.ts'
import { accidentKind } from './kind.ts'
import type { PresentVictim } from './present.ts'
import { presentFacts } from './read-annexes.ts'
import { sampleAccident, sampleContext } from './sample.ts'
import type { AccidentDeclaration } from './schema.ts'

const paperSchema = z
  .object({
    paper: z.string(),
    name: z.string(),
    dossier: z.enum(['investigation', 'compensation']),
    required: z.boolean().meta({ description: 'Whether a dossier without it is incomplete.' }),
    stated: z.boolean().meta({ description: 'Whether the file of the investigation says it is there.' }),
    files: z.array(z.uuid()).meta({ description: 'Attached files that are this paper.' }),
    citations: z.array(citationSchema),
  })
  .meta({ id: 'DossierPaper' })

const dossierList = z
  .object({
    items: z.array(z.object({ victimId: z.string(), papers: z.array(paperSchema) }).meta({ id: 'Dossier' })),
  })
  .meta({ id: 'DossierList' })

interface FiledPaper {
  readonly id: string
  readonly victimId: string | null
  readonly paper: string | null
}

/** The dossier of each victim (Decree 39/2016, Art. 16; Circular 28/2021, Art. 6). */
export async function dossierRoutes(app: App, deps: DeclarationDeps): Promise<void> {
  const sample = accidentFacts(sampleAccident as unknown as AccidentDeclaration, { ...sampleContext, known: null })

  app.route({
    method: 'GET',
    url: `/v1/${accidentKind.path}/:id/dossiers`,
    config: {
      access: 'accident.read',
      returns: 'One dossier for each victim.',
      problems: ['not-found'],
      examples: { response: { items: dossiersOf(sample, [], 'vi') } },
    },
    schema: {
      operationId: 'listAccidentDossiers',
      summary: 'The dossier of each victim',
      description: 'Which papers the law asks for, which the investigation has, and the files attached as such.',
      tags: [accidentKind.path],
      params: declarationId,
      response: { 200: dossierList },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await findRecord(accidentKind, deps, caller, request.params.id)
      if (record === null || visibilityOf(caller, record) !== 'whole') return reply.problem('not-found')
      const { facts } = await presentFacts(deps, record)
      return { items: dossiersOf(facts, await filesOf(accidentKind, deps, record), languageOf(request)) }
    },
  })
}

function dossiersOf(facts: AccidentFacts, files: readonly FiledPaper[], language: Language) {
  return facts.present.victims.map((victim) => ({
    victimId: victim.victimId,
    papers: papersOf(victim, facts, files, language),
  }))
}

function papersOf(
  { victimId, declaredDead, compensation }: PresentVictim,
  { present }: AccidentFacts,
  files: readonly FiledPaper[],
  language: Language,
): z.infer<typeof paperSchema>[] {
  const stated = present.investigation?.content.victims?.find((each) => each.victimId === victimId)?.papers ?? []
  const required = new Set(requiredPapers({ declaredDead }).map(({ code }) => code))
  return dossierPapers.map(({ code, dossier, required: when, citation, ...names }) => ({
    paper: code,
    name: names[language],
    dossier,
    required: required.has(code) || (dossier === 'compensation' && when === 'always' && compensation !== null),
    stated: stated.includes(code),
    // A paper about the accident as a whole is attached once, for all victims.
    files: files.filter((file) => file.paper === code && (file.victimId ?? victimId) === victimId).map(({ id }) => id),
    citations: [presentCitation(citation, language)],
  }))
}
