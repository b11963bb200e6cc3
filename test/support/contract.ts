import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { OpenAPIV3_1 } from 'openapi-types'

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

export interface Contract {
  readonly document: OpenAPIV3_1.Document
  /** What in an answer is not as the document says; empty when all is. */
  complaints(method: string, url: string, answer: WireAnswer): string[]
}

/** @throws Error that says what in the answer is not as the document says. */
export function assertAsDocumented(contract: Contract, method: string, url: string, answer: WireAnswer): void {
  const complaints = contract.complaints(method, url, answer)
  if (complaints.length === 0) return
  const told = [`${method.toUpperCase()} ${url} → ${answer.status} is not as documented:`, ...complaints, answer.text]
  throw new Error(told.join('\n  ').slice(0, 3_000))
}

/** Of HTTP itself, and those by which browsers protect their users: the same on every answer. */
const UNSTATED_HEADERS = new Set([
  'access-control-expose-headers',
  'connection',
  'content-length',
  'content-type',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'date',
  'keep-alive',
  'origin-agent-cluster',
  'referrer-policy',
  'strict-transport-security',
  'transfer-encoding',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
])

/** A page for people and its parts: no operation of the document. */
const PAGE = /^\/docs(\/|$)/

/** Holds answers to a document: status, headers, media type and body. */
export function contractOf(document: OpenAPIV3_1.Document): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'openapi')
  const compiled = new Map<string, ValidateFunction>()
  const bodyErrors = (pointer: string, body: unknown): string[] => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `openapi${pointer}` })
    compiled.set(pointer, validate)
    if (validate(body)) return []
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      `${instancePath || '(body)'} ${message} ${JSON.stringify(params)}`.trim(),
    )
  }
  const routes = routesOf(document)

  return {
    document,
    complaints: (method, url, answer) => {
      const path = url.split('?')[0] ?? ''
      if (PAGE.test(path) || method === 'options') return []
      const route = routes.find(({ pattern }) => pattern.test(path))
      const asked = method === 'head' ? 'get' : method
      const operation = route?.operations[asked]
      if (route === undefined || operation === undefined) {
        if (answer.status < 400) return [`answered ${answer.status}, but the document has no such operation`]
        return bodyErrors('#/components/schemas/Problem', jsonOf(answer))
      }
      const stated = operation.responses?.[answer.status]
      if (stated === undefined) return [`status ${answer.status} is not documented`]
      const base = ['', 'paths', route.template, asked, 'responses', String(answer.status)]
      const at = '$ref' in stated ? stated.$ref : `#${base.map(escapePointer).join('/')}`
      const response = resolve(document, stated)
      return [
        ...headerComplaints(document, response, answer),
        ...(method === 'head' ? [] : contentComplaints(response, at, answer, bodyErrors)),
      ]
    },
  }
}

function routesOf(document: OpenAPIV3_1.Document) {
  return Object.entries(document.paths ?? {})
    .map(([template, item]) => ({
      template,
      operations: (item ?? {}) as Readonly<Record<string, OpenAPIV3_1.OperationObject | undefined>>,
      pattern: new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
      parameters: template.split('{').length,
    }))
    .sort((a, b) => a.parameters - b.parameters)
}

/** Follows a reference into the components. */
export function resolve<T extends object>(
  document: OpenAPIV3_1.Document,
  node: T | OpenAPIV3_1.ReferenceObject,
): Exclude<T, OpenAPIV3_1.ReferenceObject> {
  if (!('$ref' in node)) return node as Exclude<T, OpenAPIV3_1.ReferenceObject>
  const [, ...tokens] = String(node.$ref).split('/')
  return tokens.reduce<unknown>((part, token) => (part as Record<string, unknown>)[token], document) as Exclude<
    T,
    OpenAPIV3_1.ReferenceObject
  >
}

function headerComplaints(
  document: OpenAPIV3_1.Document,
  response: OpenAPIV3_1.ResponseObject,
  answer: WireAnswer,
): string[] {
  const stated = Object.entries(response.headers ?? {}).map(
    ([name, header]) => [name.toLowerCase(), resolve(document, header).required] as const,
  )
  const names = new Set(stated.map(([name]) => name))
  return [
    ...stated
      .filter(([name, required]) => required && answer.headers[name] === undefined)
      .map(([name]) => `header ${name} is missing`),
    ...Object.keys(answer.headers)
      .filter((name) => !names.has(name) && !UNSTATED_HEADERS.has(name))
      .map((name) => `header ${name} is not documented`),
  ]
}

function contentComplaints(
  response: OpenAPIV3_1.ResponseObject,
  at: string,
  answer: WireAnswer,
  bodyErrors: (pointer: string, body: unknown) => string[],
): string[] {
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? ''
  const content = response.content ?? {}
  if (Object.keys(content).length === 0) return answer.text === '' ? [] : ['has a body, but none is documented']
  if (!(type in content)) return [`media type ${type || '(none)'} is not documented`]
  const body = type.endsWith('json') ? jsonOf(answer) : answer.text
  return bodyErrors(`${at}/content/${escapePointer(type)}/schema`, body)
}

function jsonOf({ text }: WireAnswer): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** For a JSON Pointer in a URI fragment. */
function escapePointer(token: string): string {
  return encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1'))
}
