import type { FastifyRequest } from 'fastify'
import { callerOf } from '../http/authentication.ts'
import { etagOf, purposeOf } from '../http/conditional.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import type { Dated } from '../rules/rule.ts'
import type { DeclarationDeps } from './deps.ts'
import { exampleAnswers } from './examples.ts'
import type { DeclarationKind, FilingEnvelope } from './kind.ts'
import { readDeclaration, readDiff, readHistory, readReceipt, readRevision } from './read.ts'
import {
  declarationId,
  diffSchema,
  historySchema,
  type KindSchemas,
  kindName,
  receiptSchema,
  revisionParams,
} from './route-schemas.ts'

/** Reading a declaration of a kind, its revisions and its receipt; the list is the kind's own. */
export async function readingRoutes<B extends FilingEnvelope, F extends Dated, K>(
  app: App,
  kind: DeclarationKind<B, F, K>,
  deps: DeclarationDeps,
  schemas: KindSchemas,
): Promise<void> {
  const base = `/v1/${kind.path}`
  const name = kindName(kind)
  const tags = [kind.path]
  const answers = await exampleAnswers(kind)

  app.route({
    method: 'GET',
    url: `${base}/:id`,
    config: {
      access: `${kind.id}.read`,
      returns: 'The declaration as this caller may see it.',
      problems: ['not-found'],
      answers: ['ETag'],
      examples: { response: answers.view },
      readsPersons: true,
    },
    schema: {
      operationId: `read${name}`,
      summary: 'Read a declaration',
      description: 'Persons are withheld unless X-Purpose says why they are read, which leaves a trace.',
      tags,
      params: declarationId,
      response: { 200: schemas.view },
    },
    handler: async (request, reply) => {
      const found = await readDeclaration(kind, deps, readRequest(request))
      return found === null ? reply.problem('not-found') : reply.header('etag', etagOf(found.seq)).send(found.view)
    },
  })

  app.route({
    method: 'GET',
    url: `${base}/:id/revisions`,
    config: {
      access: `${kind.id}.read`,
      returns: 'Every act, oldest first.',
      problems: ['not-found'],
      examples: { response: answers.history },
    },
    schema: {
      operationId: `list${name}Acts`,
      summary: 'All that happened to a declaration',
      description: 'Filings, amendments, withdrawals: who, when, why, each with its hash in the chain.',
      tags,
      params: declarationId,
      response: { 200: historySchema },
    },
    handler: async (request, reply) => {
      const items = await readHistory(kind, deps, callerOf(request), request.params.id)
      return items === undefined ? reply.problem('not-found') : { items }
    },
  })

  app.route({
    method: 'GET',
    url: `${base}/:id/revisions/:revision`,
    config: {
      access: `${kind.id}.read`,
      returns: 'The revision as this caller may see it.',
      problems: ['not-found'],
      examples: { response: answers.revision },
      readsPersons: true,
    },
    schema: {
      operationId: `read${name}Revision`,
      summary: 'Read one revision',
      description:
        'The declaration as it was filed then, with what was found in it. Persons as in reading a declaration.',
      tags,
      params: revisionParams,
      response: { 200: schemas.revision },
    },
    handler: async (request, reply) =>
      (await readRevision(kind, deps, readRequest(request), request.params.revision)) ?? reply.problem('not-found'),
  })

  app.route({
    method: 'GET',
    url: `${base}/:id/revisions/:revision/diff`,
    config: {
      access: `${kind.id}.read`,
      returns: 'The changes, as far as this caller may see them.',
      problems: ['not-found'],
      examples: { response: answers.diff },
      readsPersons: true,
    },
    schema: {
      operationId: `diff${name}Revision`,
      summary: 'What a revision changed',
      description:
        'A JSON Patch from the revision before; there is none for the first. Persons as in reading a declaration.',
      tags,
      params: revisionParams,
      response: { 200: diffSchema },
    },
    handler: async (request, reply) =>
      (await readDiff(kind, deps, readRequest(request), request.params.revision)) ?? reply.problem('not-found'),
  })

  app.route({
    method: 'GET',
    url: `${base}/:id/receipt`,
    config: {
      access: `${kind.id}.read`,
      returns: 'The receipt.',
      problems: ['not-found'],
      examples: { response: answers.receipt },
    },
    schema: {
      operationId: `read${name}Receipt`,
      summary: 'The receipt of the latest revision',
      description: 'The same signed statement that filing answered with; for those who see the whole declaration.',
      tags,
      params: declarationId,
      response: { 200: receiptSchema },
    },
    handler: async (request, reply) =>
      (await readReceipt(kind, deps, callerOf(request), request.params.id)) ?? reply.problem('not-found'),
  })
}

function readRequest(request: FastifyRequest<{ Params: { id: string } }>) {
  const caller = callerOf(request)
  return { caller, language: languageOf(request), id: request.params.id, purpose: purposeOf(request) }
}
