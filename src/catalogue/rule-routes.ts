import { z } from 'zod'
import { day } from '../declaration/schema-parts.ts'
import { answeredNotModified, contentTag } from '../http/conditional.ts'
import { type App, citationSchema } from '../http/route-schema.ts'
import { type Instrument, instruments } from '../law/instruments.ts'
import { covers, legalDate } from '../reference/legal-date.ts'
import { suppliedFiles } from '../reference/supplied-data.ts'
import { FINDING_KINDS } from '../rules/rule.ts'
import { describeRules } from './rule-catalogue.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })
const citation = citationSchema.omit({ text: true }).extend(bilingual.shape).meta({ id: 'CitationInBothLanguages' })

const rule = z
  .object({
    id: z.string(),
    set: z.string().meta({ description: 'Kind of declaration it judges.' }),
    kind: z.enum(FINDING_KINDS).nullable().meta({ description: 'Null while it cannot be judged.' }),
    executable: z.boolean(),
    awaits: bilingual.optional().meta({ description: 'What a rule that cannot be judged yet waits for.' }),
    message: bilingual,
    fix: bilingual.optional(),
    citations: z.array(citation),
    verified: z.boolean(),
    source: z.string(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    inputs: z.array(z.string()),
    examples: z.object({ holds: z.array(z.unknown()), fails: z.array(z.unknown()) }).optional(),
  })
  .meta({ id: 'Rule' })

const instrumentSchema = z
  .object({
    code: z.string(),
    vi: z.string(),
    en: z.string(),
    status: z.enum(['issued', 'draft']),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    verified: z.boolean(),
    note: z.string().nullable(),
    supplied: z
      .string()
      .nullable()
      .meta({ description: "Source of a text from the office's own data; null for a text of the release." }),
  })
  .meta({ id: 'LegalInstrument' })

const suppliedData = z
  .object({
    hash: z.string().meta({ description: 'Of the files; part of the hash of every rule set.' }),
    files: z.array(z.object({ name: z.string(), rows: z.int() })),
  })
  .meta({ id: 'SuppliedData' })

const onQuery = z.strictObject({ on: day.optional().meta({ description: 'Only what is in force on this day.' }) })

/** What is law here, open to all: a filer can read every rule before filing. */
export async function ruleRoutes(app: App): Promise<void> {
  app.route({
    method: 'GET',
    url: '/v1/rules',
    config: {
      access: 'open',
      returns: 'The rules, by id.',
      revalidated: true,
      answers: ['ETag'],
      examples: { response: { items: describeRules().slice(0, 1), suppliedData: null } },
    },
    schema: {
      operationId: 'listRules',
      summary: 'The rules, with citations, provenance and examples',
      description: 'Those that judge filings, and those that await data, with the reason.',
      tags: ['reference'],
      querystring: onQuery.extend({ set: z.string().max(40).optional(), kind: z.enum(FINDING_KINDS).optional() }),
      response: {
        200: z
          .object({
            items: z.array(rule),
            suppliedData: suppliedData.nullable().meta({
              description: "The office's own limits, codes and constants that the rules judge by; null without.",
            }),
          })
          .meta({ id: 'Rules' }),
      },
    },
    handler: async (request, reply) => {
      const { on, set, kind } = request.query
      const items = describeRules().filter(
        (item) =>
          (set === undefined || item.set === set) &&
          (kind === undefined || item.kind === kind) &&
          (on === undefined || covers(item, legalDate(on))),
      )
      const answer = { items, suppliedData: suppliedFiles() }
      if (answeredNotModified(request, reply, contentTag(answer))) return reply
      return answer
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/legal-instruments',
    config: {
      access: 'open',
      returns: 'The texts, with their dates in force.',
      revalidated: true,
      answers: ['ETag'],
      examples: { response: { items: [...instruments.values()].slice(0, 1).map(viewOf) } },
    },
    schema: {
      operationId: 'listLegalInstruments',
      summary: 'The legal texts that are cited, with their dates in force',
      description: 'Issued texts and drafts; what nobody has read in its source is marked.',
      tags: ['reference'],
      querystring: onQuery,
      response: { 200: z.object({ items: z.array(instrumentSchema) }).meta({ id: 'LegalInstruments' }) },
    },
    handler: async (request, reply) => {
      const { on } = request.query
      const items = [...instruments.values()]
        .filter((text) => on === undefined || (text.status === 'issued' && covers(text, legalDate(on))))
        .map(viewOf)
      if (answeredNotModified(request, reply, contentTag(items))) return reply
      return { items }
    },
  })
}

function viewOf(text: Instrument): z.infer<typeof instrumentSchema> {
  const { code, vi, en, status, verified, note, supplied } = text
  const { validFrom, validTo } = text.status === 'issued' ? text : { validFrom: null, validTo: null }
  return { code, vi, en, status, validFrom, validTo, verified, note, supplied }
}
