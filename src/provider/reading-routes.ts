import type { z } from 'zod'
import { etagOf } from '../http/conditional.ts'
import { afterId, pageById } from '../http/id-page.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import { unitKey } from '../reference/administrative-units.ts'
import { foldText } from '../reference/fold-text.ts'
import { legalDate, legalDateOf } from '../reference/legal-date.ts'
import { parseTaxCode } from '../reference/tax-code.ts'
import type { ProviderFacts } from './facts.ts'
import { type ProviderDeps, providerParams } from './keeping-routes.ts'
import { sampleViewOf, viewOf } from './present.ts'
import type { ProviderRow } from './provider-row.ts'
import { listProviders, listProviderVersions, selectProviderInRegister } from './provider-statements.ts'
import type { ProviderRegister, Register } from './register.ts'
import { providerListQuery, providerQuery } from './schema.ts'

/** Both registers are open: an enterprise must see whom it may engage. */
export function readingRoutes<B, F extends ProviderFacts>(
  app: App,
  { database, clock }: ProviderDeps,
  register: ProviderRegister<B, F>,
): void {
  const [Noun, Nouns] = register.noun
  const [words, manyWords] = register.words
  const tags = ['providers']
  const params = providerParams(words)
  const { taxCode: _, ...sampleFacts } = register.sample

  app.route({
    method: 'GET',
    url: `/v1/${register.path}`,
    config: {
      access: 'open',
      returns: 'A page of the register.',
      examples: { response: { items: [sampleViewOf(register)], next: null } },
    },
    schema: {
      operationId: `list${Nouns}`,
      summary: `List ${manyWords}`,
      description: 'In the order in which they were registered. Open: no token is asked for.',
      tags,
      querystring: providerListQuery,
      response: { 200: register.list },
    },
    handler: async (request) => {
      const today = legalDateOf(clock())
      const { on, limit } = request.query
      const params = listParams(register.id, request.query)
      const rows = params === null ? [] : await database.run<ProviderRow<F>>(listProviders, params)
      const { items, next } = pageById(rows, limit, (row) => row)
      const day = on === undefined ? today : legalDate(on)
      const views = items.map((row) => viewOf(register, row, day, languageOf(request)))
      return { items: await Promise.all(views), next }
    },
  })

  app.route({
    method: 'GET',
    url: `/v1/${register.path}/:id`,
    config: {
      access: 'open',
      returns: 'The record.',
      problems: ['not-found'],
      answers: ['ETag'],
      examples: { response: sampleViewOf(register) },
    },
    schema: {
      operationId: `read${Noun}`,
      summary: `Read ${words}`,
      description: 'As the register has it now, and whether it may work on the day asked for. Open.',
      tags,
      params,
      querystring: providerQuery,
      response: { 200: register.view },
    },
    handler: async (request, reply) => {
      const { on } = request.query
      const [row] = await database.run<ProviderRow<F>>(selectProviderInRegister, [register.id, request.params.id])
      if (row === undefined) return reply.problem('not-found')
      reply.header('etag', etagOf(row.version))
      return viewOf(register, row, on === undefined ? legalDateOf(clock()) : legalDate(on), languageOf(request))
    },
  })

  app.route({
    method: 'GET',
    url: `/v1/${register.path}/:id/versions`,
    config: {
      access: 'open',
      returns: 'The versions, newest first.',
      problems: ['not-found'],
      examples: {
        response: { items: [{ version: 1, recordedAt: '2026-05-12T02:00:00.000Z', facts: sampleFacts }] },
      },
    },
    schema: {
      operationId: `list${Noun}Versions`,
      summary: `Earlier and present facts of ${words}`,
      description: 'What the register said, from when on. Open.',
      tags,
      params,
      response: { 200: register.versions },
    },
    handler: async (request, reply) => {
      const rows = await database.run<VersionRow<F>>(listProviderVersions, [register.id, request.params.id])
      if (rows.length === 0) return reply.problem('not-found')
      return {
        items: rows.map(({ version, facts, recorded_at }) => ({
          version,
          recordedAt: recorded_at.toISOString(),
          facts,
        })),
      }
    },
  })
}

interface VersionRow<F> {
  readonly version: number
  readonly facts: F
  readonly recorded_at: Date
}

/**
 * Null where nothing can be found: a tax code that is none.
 * @throws ProblemError 400 on a cursor that is none.
 */
function listParams(
  register: Register,
  { cursor, q, unit, on, taxCode, limit }: z.infer<typeof providerListQuery>,
): readonly unknown[] | null {
  const after = afterId(cursor)
  const parsed = taxCode === undefined ? null : parseTaxCode(taxCode)
  if (parsed?.kind === 'invalid') return null
  return [
    register,
    after,
    q === undefined ? null : foldText(q),
    unit === undefined ? null : unitKey(unit),
    on ?? null,
    parsed?.canonical ?? null,
    limit + 1,
  ]
}
