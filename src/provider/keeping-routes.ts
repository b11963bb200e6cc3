import type { FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { type Caller, hasJurisdiction } from '../access/caller.ts'
import { callerOf } from '../http/authentication.ts'
import { etagOf, expectedVersion, standsAt } from '../http/conditional.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import { presentShapeErrors, type ShapeError } from '../http/shape-errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { reachOf } from '../reference/administrative-units.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import type { Text } from '../rules/rule.ts'
import type { ProviderFacts } from './facts.ts'
import { judgeProviderTaxCode, told } from './judge.ts'
import { sampleViewOf, viewOf } from './present.ts'
import { factColumns, type ProviderRow } from './provider-row.ts'
import { insertProvider, selectProviderInRegister, updateProvider } from './provider-statements.ts'
import type { ProviderRegister } from './register.ts'

export interface ProviderDeps {
  readonly database: Database
  readonly clock: Clock
}

/** Registering and changing, by the health office in whose jurisdiction the head office lies. */
export function keepingRoutes<B, F extends ProviderFacts>(
  app: App,
  { database, clock }: ProviderDeps,
  register: ProviderRegister<B, F>,
): void {
  const [Noun] = register.noun
  const [words] = register.words
  const tags = ['providers']
  const { taxCode: _, ...sampleChange } = register.sample

  app.route({
    method: 'POST',
    url: `/v1/${register.path}`,
    config: {
      access: 'provider.keep',
      returns: 'The record as registered.',
      problems: ['conflict'],
      answers: ['ETag', 'Location'],
      examples: { request: register.sample, response: sampleViewOf(register) },
    },
    schema: {
      operationId: `register${Noun}`,
      summary: `Register ${words}`,
      description: 'By a health office in whose jurisdiction the head office lies.',
      tags,
      body: register.body,
      response: { 201: register.view },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const { taxCode: given, ...body } = request.body as B & { taxCode: string }
      const today = legalDateOf(clock())
      const judged = judgeProviderTaxCode(given)
      const { facts, errors } = register.judge(body as B, today)
      const all = told([judged.error, ...errors])
      if (judged.taxCode === null || all.length > 0) return refuse(request, reply, all)
      if (!mayKeep(caller, reachOf(facts.unit))) return refuseOutside(request, reply)

      const [row] = await database.run<ProviderRow<F>>(insertProvider, [
        uuid(),
        register.id,
        judged.taxCode,
        caller.clientId,
        caller.actor,
        ...factColumns(facts, register.periods(facts)),
      ])
      if (row === undefined) return reply.problem('conflict', { detail: TAKEN[languageOf(request)] })
      reply.code(201).header('location', `/v1/${register.path}/${row.id}`).header('etag', etagOf(row.version))
      return viewOf(register, row, today, languageOf(request))
    },
  })

  app.route({
    method: 'PUT',
    url: `/v1/${register.path}/:id`,
    config: {
      access: 'provider.keep',
      returns: 'The record as it stands now.',
      problems: ['not-found', 'stale', 'if-match-missing'],
      answers: ['ETag'],
      examples: { request: sampleChange, response: sampleViewOf(register) },
      conditional: true,
    },
    schema: {
      operationId: `change${Noun}`,
      summary: `Change ${words}`,
      description:
        'Replaces the facts and keeps the earlier version. By a health office in whose jurisdiction the head office ' +
        'lies, before the change and after it; when it moves elsewhere, by an office of the whole country.',
      tags,
      params: providerParams(words),
      body: register.change,
      response: { 200: register.view },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const version = expectedVersion(request)
      const today = legalDateOf(clock())
      const [stored] = await database.run<ProviderRow<F>>(selectProviderInRegister, [register.id, request.params.id])
      if (stored === undefined) return reply.problem('not-found')
      if (!mayKeep(caller, stored.reach)) return refuseOutside(request, reply)
      const { facts, errors } = register.judge(request.body as B, today)
      if (errors.length > 0) return refuse(request, reply, errors)
      if (!mayKeep(caller, reachOf(facts.unit))) return refuseOutside(request, reply)

      const [row] = await database.run<ProviderRow<F>>(updateProvider, [
        stored.id,
        version,
        caller.clientId,
        caller.actor,
        ...factColumns(facts, register.periods(facts)),
      ])
      if (row === undefined) return reply.problem('stale', standsAt(request, stored.version))
      reply.header('etag', etagOf(row.version))
      return viewOf(register, row, today, languageOf(request))
    },
  })
}

export function providerParams(words: string) {
  return z.object({ id: z.uuid().meta({ description: `Id of ${words}.` }) })
}

function mayKeep({ jurisdiction }: Caller, reach: readonly string[]): boolean {
  return jurisdiction !== null && hasJurisdiction(jurisdiction, reach)
}

function refuse(request: FastifyRequest, reply: FastifyReply, errors: readonly ShapeError[]): FastifyReply {
  return reply.problem('validation-failed', { errors: presentShapeErrors(errors, languageOf(request)) })
}

function refuseOutside(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.problem('forbidden', { detail: OUTSIDE[languageOf(request)] })
}

const OUTSIDE: Text = {
  vi: 'Trụ sở chính nằm ngoài địa bàn của cơ quan y tế này; đề nghị Sở Y tế nơi đặt trụ sở hoặc Bộ Y tế ghi sổ.',
  en: 'The head office lies outside the jurisdiction of this health office; ask the one of its province or the Ministry.',
}
const TAKEN: Text = {
  vi: 'Mã số thuế này đã có trong sổ; tìm theo taxCode rồi sửa bản ghi đó.',
  en: 'The register has this tax code already; find the record by taxCode and change it.',
}
