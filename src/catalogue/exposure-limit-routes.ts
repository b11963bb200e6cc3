import { z } from 'zod'
import { day } from '../declaration/schema-parts.ts'
import { answeredNotModified, contentTag } from '../http/conditional.ts'
import { BAD_CURSOR, decodeCursor, encodeCursor } from '../http/cursor.ts'
import { type App, pageQuery } from '../http/route-schema.ts'
import { cite, describeCitation } from '../law/citation.ts'
import { BY_DURATION, type ExposureLimit, isKnown, SAMPLE_TYPES } from '../law/exposure/limit.ts'
import { builtInLimits, limitsFor } from '../law/exposure/limit-book.ts'
import type { Clock } from '../platform/clock.ts'
import { foldText } from '../reference/fold-text.ts'
import { covers, legalDate, legalDateOf } from '../reference/legal-date.ts'
import { once } from '../reference/once.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })
const range = z
  .object({ from: z.number(), fromIncluded: z.boolean(), to: z.number(), toIncluded: z.boolean() })
  .meta({ id: 'ConditionRange' })

const limit = z
  .object({
    id: z.string().meta({ description: 'What `limitCode` of a measurement may name, whole or without its last part.' }),
    factor: z.string().meta({ description: 'Code of `monitored-factors`.' }),
    cas: z.array(z.string()),
    name: bilingual,
    molarMass: z.number().nullable().meta({ description: 'g/mol.' }),
    averaging: z.enum(SAMPLE_TYPES).meta({
      description: 'Over a shift of 8 hours, over 15 minutes, at no time, as read at once.',
    }),
    conditions: z
      .object({
        labourClass: z.string().optional(),
        roomType: z.string().optional(),
        lightingWork: z.string().optional(),
        dustGroup: z.string().optional(),
        axis: z.string().optional(),
        place: z.string().optional(),
        bodyShare: range.optional().meta({ description: '%.' }),
        frequency: range.optional().meta({ description: 'MHz.' }),
        freeSilica: range.optional().meta({ description: '%.' }),
        exposure: range.optional().meta({ description: 'Minutes in a shift.' }),
        onlyIfNamed: z.boolean().optional().meta({ description: 'Applies to who names it by `limitCode` only.' }),
      })
      .meta({ description: 'For what it holds; the words are those a campaign is filed with.' }),
    known: z.boolean().meta({ description: 'False: the text has a limit that is not known here; nothing passes.' }),
    min: z.number().nullable(),
    max: z.number().nullable(),
    unit: z.string(),
    byDuration: z.enum(BY_DURATION).nullable().meta({ description: 'How the time of exposure moves the limit.' }),
    dividedByFrequency: z.boolean().meta({ description: '`max` is divided by the frequency in MHz.' }),
    correctedForShift: z.boolean().meta({
      description: 'Lower for shifts of more than 8 hours or weeks of more than 40; the correction is advisory.',
    }),
    regulation: z.object({ code: z.string(), text: bilingual }),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    provenance: z.object({
      verified: z.boolean().meta({ description: 'Whether somebody read it in a source; what is not informs only.' }),
      source: z.string(),
      supplied: z.boolean().meta({ description: "From this office's own directory of data." }),
    }),
  })
  .meta({ id: 'ExposureLimit' })

const query = z.strictObject({
  factor: z.string().min(1).max(20).optional().meta({ description: 'Code of `monitored-factors`.' }),
  cas: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .meta({ description: 'CAS number.', examples: ['71-43-2'] }),
  q: z.string().min(1).max(100).optional().meta({ description: 'Words of the name, with or without diacritics.' }),
  on: day.optional().meta({ description: 'Limits in force on this day; today when left out.' }),
  verified: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Only those that were read in a source, or not.' }),
  ...pageQuery,
})

/** Limits are open, as code lists are: whoever measures must be able to know what will be compared with what. */
export async function exposureLimitRoutes(app: App, { clock }: { clock: Clock }): Promise<void> {
  app.route({
    method: 'GET',
    url: '/v1/exposure-limits',
    config: {
      access: 'open',
      returns: 'A page of limits.',
      revalidated: true,
      answers: ['ETag', 'Cache-Control'],
      examples: {
        response: {
          on: '2026-03-10',
          items: limitsFor(builtInLimits(), { factor: 'CH-ORG', cas: '71-43-2' }, legalDate('2026-03-10')).map(limitOf),
          next: null,
        },
      },
    },
    schema: {
      operationId: 'listExposureLimits',
      summary: 'Exposure limits',
      description:
        'What measurements are compared with, in force on a day: by factor, substance or words of the name. ' +
        'A substance whose limit is not known here never passes.',
      tags: ['reference'],
      querystring: query,
      response: {
        200: z
          .object({ on: z.string(), items: z.array(limit), next: z.string().nullable() })
          .meta({ id: 'ExposureLimits' }),
      },
    },
    handler: async (request, reply) => {
      const { limit: size, cursor, on } = request.query
      const start = cursor === undefined ? 0 : Number(decodeCursor(cursor)?.[0])
      if (!Number.isSafeInteger(start) || start < 0) return reply.problem('invalid-request', BAD_CURSOR)
      const day = on === undefined ? legalDateOf(clock()) : legalDate(on)
      const found = limitsAsked(request.query, day)
      const items = found.slice(start, start + size).map(limitOf)
      const answer = { on: day, items, next: start + size < found.length ? encodeCursor([start + size]) : null }
      reply.header('cache-control', 'public, max-age=300')
      if (answeredNotModified(request, reply, contentTag(answer))) return reply
      return answer
    },
  })
}

const searchable = once(() =>
  builtInLimits().limits.map((one) => ({ one, text: foldText(`${one.name.vi} ${one.name.en} ${one.id}`) })),
)

function limitsAsked(
  { factor, cas, q, verified }: z.infer<typeof query>,
  on: ReturnType<typeof legalDate>,
): readonly ExposureLimit[] {
  const words = q === undefined ? '' : foldText(q)
  return searchable()
    .filter(
      ({ one, text }) =>
        covers(one, on) &&
        (factor === undefined || one.factor === factor) &&
        (cas === undefined || one.cas.includes(cas)) &&
        (verified === undefined || one.verified === (verified === 'true')) &&
        text.includes(words),
    )
    .map(({ one }) => one)
}

function limitOf(one: ExposureLimit): z.infer<typeof limit> {
  const { id, factor, cas, name, molarMass, min, max, unit, byDuration, dividedByFrequency, correctedForShift } = one
  const citation = cite(one.regulation)
  return {
    id,
    factor,
    cas: [...cas],
    name,
    molarMass,
    averaging: one.sampleType,
    conditions: one.conditions,
    known: isKnown(one),
    min,
    max,
    unit,
    byDuration,
    dividedByFrequency,
    correctedForShift,
    regulation: {
      code: one.regulation,
      text: { vi: describeCitation(citation, 'vi'), en: describeCitation(citation, 'en') },
    },
    validFrom: one.validFrom,
    validTo: one.validTo,
    provenance: { verified: one.verified, source: one.source, supplied: one.supplied },
  }
}
