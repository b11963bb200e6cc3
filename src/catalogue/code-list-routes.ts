import { z } from 'zod'
import { day } from '../declaration/schema-parts.ts'
import { answeredNotModified, contentTag } from '../http/conditional.ts'
import { BAD_CURSOR, decodeCursor, encodeCursor } from '../http/cursor.ts'
import { type App, pageQuery } from '../http/route-schema.ts'
import type { Clock } from '../platform/clock.ts'
import { accidentCauses, codeLists } from '../reference/catalogue.ts'
import type { CodeEntry, CodeList } from '../reference/code-list.ts'
import { legalDate, legalDateOf } from '../reference/legal-date.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })
const summary = z
  .object({
    id: z.string(),
    title: bilingual,
    basis: z
      .string()
      .meta({ description: 'Legal instrument or standard the list comes from; `KB-POLICY` for our own.' }),
    complete: z.boolean().meta({ description: 'False: the official list has codes that are not here.' }),
    note: bilingual.nullable(),
    entries: z.int(),
  })
  .meta({ id: 'CodeListSummary' })
const entry = z
  .object({
    code: z.string(),
    parent: z.string().nullable(),
    level: z.string().nullable(),
    vi: z.string(),
    en: z.string().nullable(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    selectable: z.boolean().meta({ description: 'False for headings.' }),
    verified: z
      .boolean()
      .meta({ description: 'Whether somebody read it in a source; what is not verified never refuses a filing.' }),
    source: z.string(),
    supplied: z
      .boolean()
      .meta({ description: "True: from the office's own data, which add to the list or correct it." }),
    attributes: z.record(z.string(), z.string()),
  })
  .meta({ id: 'CodeEntry' })

const params = z.object({
  list: z
    .string()
    .min(1)
    .max(60)
    .regex(/^[a-z0-9-]+$/)
    .meta({ description: 'Id of the list.', examples: [accidentCauses.id] }),
})
const query = z.strictObject({
  on: day.optional().meta({ description: 'Entries in force on this day; today when left out.' }),
  parent: z.string().max(20).optional().meta({ description: 'Only entries directly under this code.' }),
  q: z.string().min(1).max(100).optional().meta({ description: 'Words of the name, with or without diacritics.' }),
  ...pageQuery,
})

/** Code lists are open: a payroll system must be able to fetch them before it has an account. */
export async function codeListRoutes(app: App, { clock }: { clock: Clock }): Promise<void> {
  app.route({
    method: 'GET',
    url: '/v1/code-lists',
    config: {
      access: 'open',
      returns: 'The lists, without their entries.',
      revalidated: true,
      answers: ['ETag', 'Cache-Control'],
      examples: { response: { items: [summaryOf(accidentCauses)] } },
    },
    schema: {
      operationId: 'listCodeLists',
      summary: 'All code lists',
      description: 'Every list whose codes a declaration or the register uses.',
      tags: ['reference'],
      response: { 200: z.object({ items: z.array(summary) }).meta({ id: 'CodeLists' }) },
    },
    handler: async (request, reply) => {
      const items = [...codeLists.values()].map(summaryOf)
      reply.header('cache-control', 'public, max-age=300')
      if (answeredNotModified(request, reply, contentTag(items))) return reply
      return { items }
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/code-lists/:list',
    config: {
      access: 'open',
      returns: 'The list with a page of its entries.',
      revalidated: true,
      problems: ['not-found'],
      answers: ['ETag', 'Cache-Control'],
      examples: {
        response: {
          ...summaryOf(accidentCauses),
          on: '2026-05-12',
          items: accidentCauses.entriesOn().slice(0, 2).map(entryOf),
          next: encodeCursor([2]),
        },
      },
    },
    schema: {
      operationId: 'readCodeList',
      summary: 'Entries of a code list',
      description: 'In force on a day, in the order of the list; by parent or by words of the name.',
      tags: ['reference'],
      params,
      querystring: query,
      response: {
        200: summary
          .extend({ on: z.string(), items: z.array(entry), next: z.string().nullable() })
          .meta({ id: 'CodeListEntries' }),
      },
    },
    handler: async (request, reply) => {
      const list = codeLists.get(request.params.list)
      if (list === undefined) return reply.problem('not-found')
      const { limit, cursor, on } = request.query
      const start = cursor === undefined ? 0 : Number(decodeCursor(cursor)?.[0])
      if (!Number.isSafeInteger(start) || start < 0) return reply.problem('invalid-request', BAD_CURSOR)
      const day = on === undefined ? legalDateOf(clock()) : legalDate(on)
      const found = entriesOf(list, request.query, day)
      const items = found.slice(start, start + limit).map(entryOf)
      const next = start + limit < found.length ? encodeCursor([start + limit]) : null
      const answer = { ...summaryOf(list), on: day, items, next }
      reply.header('cache-control', 'public, max-age=300')
      if (answeredNotModified(request, reply, contentTag(answer))) return reply
      return answer
    },
  })
}

function entriesOf(
  list: CodeList,
  { parent, q }: z.infer<typeof query>,
  on: ReturnType<typeof legalDate>,
): readonly CodeEntry[] {
  const found =
    q === undefined ? (parent === undefined ? list.entriesOn(on) : list.childrenOf(parent, on)) : list.search(q, on)
  return q === undefined || parent === undefined ? found : found.filter((item) => item.parent === parent)
}

function summaryOf(list: CodeList): z.infer<typeof summary> {
  const { id, title, basis, complete, note } = list
  return { id, title, basis, complete, note, entries: list.entriesOn().length }
}

function entryOf(item: CodeEntry): z.infer<typeof entry> {
  const { code, parent, level, vi, en, validFrom, validTo, selectable, verified, source, supplied, attributes } = item
  return { code, parent, level, vi, en, validFrom, validTo, selectable, verified, source, supplied, attributes }
}
