import type { OpenAPIV3_1 } from 'openapi-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationsOf, schemasWithin } from '../support/document.ts'
import { startTestService, type TestService } from '../support/service.ts'

let service: TestService
let document: OpenAPIV3_1.Document

beforeAll(async () => {
  service = await startTestService()
  document = JSON.parse((await service.http.get('/openapi.json')).text)
})
afterAll(() => service.close())

describe('the OpenAPI document', () => {
  it('is of version 3.1, and says who it is for', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info.description).toContain('/oauth2/token')
    expect(document.servers).toEqual([expect.objectContaining({ url: '/', 'x-internal': false })])
  })

  it('describes every route that is served', () => {
    const stated = new Set(operationsOf(document).map(({ method, path }) => `${method} ${path}`))
    const served = routesOf(service.app.printRoutes({ commonPrefix: false }))
    expect(served.length).toBeGreaterThan(30)
    expect(served.filter((route) => !/^(head|options) | \/docs(\/|$)/.test(route) && !stated.has(route))).toEqual([])
  })

  it('gives every operation a name, words, a tag that exists and its security', () => {
    const tags = new Set(document.tags?.map(({ name }) => name))
    const operations = operationsOf(document)
    for (const { method, path, operation } of operations) {
      const { operationId, summary, description, security } = operation
      expect(operationId, `${method} ${path}`).toMatch(/^[a-z][A-Za-z]+$/)
      expect(summary?.length, operationId).toBeGreaterThan(5)
      expect(description?.length, operationId).toBeGreaterThan(10)
      expect(description, operationId).not.toBe(summary)
      expect(security?.length, operationId).toBeGreaterThan(0)
      expect(
        operation.tags?.every((tag) => tags.has(tag)),
        operationId,
      ).toBe(true)
    }
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  it('says of every answer what it is', () => {
    for (const { operation, responses } of operationsOf(document)) {
      for (const [status, response] of Object.entries(responses)) {
        expect(response.description.length, `${operation.operationId} ${status}`).toBeGreaterThan(5)
        expect(response.headers, `${operation.operationId} ${status}`).toHaveProperty('X-Request-Id')
      }
      expect(Object.keys(responses), operation.operationId).toEqual(
        expect.arrayContaining(['400', '429', '431', '500', '503']),
      )
    }
  })

  it('has an example of every request body and of every success', () => {
    const without = operationsOf(document).flatMap(({ operation, responses }) => {
      const body = operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined
      const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'))
      return [body, ...successes.map(([, response]) => response)]
        .flatMap((part) => Object.entries(part?.content ?? {}))
        .filter(([, media]) => examplesOf(media).length === 0)
        .map(([type]) => `${operation.operationId} ${type}`)
    })
    expect(without).toEqual([])
  })

  it('holds every example to its schema', () => {
    const complaints = operationsOf(document).flatMap(({ method, path, responses }) =>
      Object.entries(responses).flatMap(([status, response]) =>
        Object.entries(response.content ?? {}).flatMap(([type, media]) =>
          examplesOf(media).flatMap((example) =>
            service.contract
              .complaints(method, path, {
                status: Number(status),
                headers: { 'content-type': type },
                text: type.endsWith('json') ? JSON.stringify(example) : String(example),
              })
              .filter((complaint) => !complaint.startsWith('header '))
              .map((complaint) => `${method} ${path} ${status}: ${complaint}`),
          ),
        ),
      ),
    )
    expect(complaints).toEqual([])
  })

  it('leaves no object of an answer open to members that nobody described', () => {
    const open = operationsOf(document).flatMap(({ operation, responses }) =>
      Object.entries(responses)
        .filter(([status]) => status.startsWith('2'))
        .flatMap(([, response]) => Object.values(response.content ?? {}))
        .flatMap(({ schema }) => schemasWithin(document, schema))
        .filter((schema) => schema.type === 'object' && schema.additionalProperties === undefined)
        .map((schema) => `${operation.operationId}: ${JSON.stringify(schema).slice(0, 200)}`),
    )
    expect(open).toEqual([])
  })

  it('has no component that nothing refers to', () => {
    const text = JSON.stringify(document)
    const unused = Object.entries(document.components ?? {}).flatMap(([kind, components]) =>
      kind === 'securitySchemes'
        ? []
        : Object.keys(components)
            .map((name) => `#/components/${kind}/${name}`)
            .filter((reference) => !text.includes(`"${reference}"`)),
    )
    expect(unused).toEqual([])
  })

  it('does not depend on the address of the service', () => {
    expect(JSON.stringify(document)).not.toContain('127.0.0.1')
  })
})

function examplesOf(media: OpenAPIV3_1.MediaTypeObject): unknown[] {
  const named = Object.values(media.examples ?? {}).map((example) => (example as OpenAPIV3_1.ExampleObject).value)
  return media.example === undefined ? named : [media.example, ...named]
}

/** `get /v1/clients/{id}` from the tree that the router prints, each line below the path it continues. */
function routesOf(tree: string): string[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', path = '', methods = ''] = /^([│├└─\s]*)(\S*)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
    const depth = indent.length / 4 - 1
    above.splice(depth, above.length, path)
    const whole = above.join('').replace(/:(\w+)/g, '{$1}')
    return methods === '' ? [] : methods.split(', ').map((method) => `${method.toLowerCase()} ${whole}`)
  })
}
