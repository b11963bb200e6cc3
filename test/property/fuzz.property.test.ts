import fc from 'fast-check'
import type { OpenAPIV3_1 } from 'openapi-types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KINDS } from '../../src/kinds.ts'
import { committedDocument, type DescribedOperation, operationsOf } from '../support/document.ts'
import { brokenText, mutated, nastyText, ofSchema } from '../support/nasty.ts'
import { enrol, registerFacility, registerMonitoringOrganisation } from '../support/parties.ts'
import { type Json, startTestService, type TestClient, type TestService } from '../support/service.ts'

/**
 * Requests made from the document, right and wrong. Whatever is sent: no answer is a fault of ours, every status is
 * documented, every refusal is a problem.
 */
const document = committedDocument()

const SEED = 20_160_701
/** Requests made to each operation; `FUZZ_RUNS` makes more of them. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 20)
/** Milliseconds an operation may take: hashing a secret is slow on purpose. */
const LONGEST = 2_000

let service: TestService
let tokens: readonly (string | null)[]
/** Of records that exist, and may be changed and revoked: by the path they are under. */
const ids = new Map<string, string>()

beforeAll(async () => {
  service = await startTestService()
  const { enterprise, office, enterpriseId } = await enrol(service)
  const jurisdiction = { units: [{ scheme: 'VN-2025', code: '19' }] }
  const health = await service.admin.newClient({ name: 'Sở Y tế', role: 'health-office', jurisdiction })
  const spare = await service.admin.newClient({ name: 'Cơ sở khám', role: 'examiner' })
  ids.set('enterprises', enterpriseId).set('clients', spare.clientId)
  ids.set('facilities', await registerFacility(service))
  ids.set('monitoring-organisations', await registerMonitoringOrganisation(service))
  const file = async (path: string, content: Json, key: string) => {
    const { body } = await enterprise.expect(201, 'post', `/v1/${path}`, content, { 'idempotency-key': key })
    ids.set(path, String(body.id))
  }
  for (const { id, path, sample } of KINDS) {
    // Of a year that the sample accident does not fall into: the two contradict one another nowhere.
    await file(path, id === 'report' ? { ...sample, period: { year: 2025 } } : sample, id)
    if (id === 'accident') {
      const again = { ...sample, contactPerson: undefined, preliminary: true }
      await file(path, again, 'again')
    }
    const files = `/v1/${path}/${ids.get(path)}/files?name=a.pdf`
    const { body } = await enterprise.expect(201, 'post', files, '%PDF-1.7', { 'content-type': OCTETS })
    ids.set(`${path}/files`, String(body.id))
  }
  for (const list of ['duplicates', 'contradictions', 'obligations']) ids.set(list, await firstOf(office, list))
  tokens = [enterprise.token, office.token, health.token, service.admin.token]
})
afterAll(() => service.close())

async function firstOf(office: TestClient, list: string): Promise<string> {
  const { body } = await office.expect(200, 'get', `/v1/${list}`)
  const [first] = body.items as Json[]
  if (first === undefined) throw new Error(`nothing is listed under ${list}`)
  return String(first.id)
}

const OCTETS = 'application/octet-stream'

interface Sent {
  readonly caller: number
  readonly path: Readonly<Record<string, string>>
  readonly query: readonly Pair[]
  readonly headers: Readonly<Record<string, string>>
  readonly contentType: string
  readonly body: string | undefined
}

describe('whatever is sent to', () => {
  it.each(operationsOf(document).map((each) => [each.operation.operationId ?? '', each] as const))(
    '%s',
    async (_, described) => {
      await fc.assert(
        fc.asyncProperty(requestsTo(described), async (sent) => {
          expect(await complaintsAbout(described, sent)).toEqual([])
        }),
        {
          seed: SEED,
          numRuns: RUNS,
          interruptAfterTimeLimit: LONGEST,
          markInterruptAsFailure: false,
        },
      )
    },
  )
})

async function complaintsAbout({ method, path }: DescribedOperation, sent: Sent): Promise<string[]> {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => idOr(path, name, sent.path[name] ?? ''))
  const query = sent.query.map(([name, value]) => `${inUrl(name)}=${inUrl(value)}`).join('&')
  const url = query === '' ? filled : `${filled}?${query}`
  const token = sent.caller === tokens.length ? 'not.a.token' : tokens[sent.caller]
  const answer = await service.app.inject({
    method: method.toUpperCase() as 'GET',
    url,
    headers: {
      ...sent.headers,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(sent.body === undefined ? {} : { 'content-type': sent.contentType }),
    },
    ...(sent.body === undefined ? {} : { payload: sent.body }),
  })
  const { statusCode: status, headers, payload: text } = answer
  const faults = status >= 500 ? [`answered ${status}: ${service.logged().slice(-2_000)}`] : []
  return [
    ...faults,
    ...service.contract.complaints(method, url, { status, headers: headers as Record<string, string>, text }),
  ]
}

/** Generators are made before there are any records: these words stand for the record of the path, and for another. */
function idOr(path: string, name: string, text: string): string {
  const [, , under = ''] = path.split('/')
  if (text === 'of:path')
    return ids.get(name === 'fileId' ? `${under}/files` : name === 'clientId' ? 'clients' : under) ?? text
  return text === 'of:another' ? (ids.get('enterprises') ?? text) : inUrl(text)
}

/** As clients encode, who cannot encode half a surrogate pair. */
function inUrl(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
}

function requestsTo(described: DescribedOperation): fc.Arbitrary<Sent> {
  return fc.record({
    caller: fc.nat({ max: 4 }),
    path: fc.record(
      Object.fromEntries(
        described.parameters
          .filter((parameter) => parameter.in === 'path')
          .map((parameter) => [
            parameter.name,
            fc.oneof(
              { arbitrary: fc.constant('of:path'), weight: 5 },
              { arbitrary: fc.constant('of:another'), weight: 1 },
              { arbitrary: asText(parameter), weight: 3 },
              { arbitrary: nastyText.filter((text) => text !== ''), weight: 1 },
            ),
          ]),
      ),
    ),
    query: queryOf(described),
    headers: headersOf(described),
    contentType: fc.oneof(
      { arbitrary: fc.constant(takesOctets(described) ? OCTETS : 'application/json'), weight: 12 },
      {
        arbitrary: fc.constantFrom('text/plain', 'application/xml', 'application/json; charset=latin1', ';'),
        weight: 1,
      },
    ),
    body: bodyOf(described),
  })
}

type Pair = readonly [name: string, value: string]

function queryOf({ parameters }: DescribedOperation): fc.Arbitrary<readonly Pair[]> {
  const known = parameters
    .filter((parameter) => parameter.in === 'query')
    .map((parameter) => {
      const value = fc.oneof({ arbitrary: asText(parameter), weight: 6 }, { arbitrary: nastyText, weight: 1 })
      const pair = value.map((text): Pair => [parameter.name, text])
      return parameter.required ? pair : seldom(pair)
    })
  const unknown = fc.tuple(fc.constantFrom('unknown', '__proto__', 'limit[]', 'limit', ''), nastyText)
  return fc.tuple(...known, seldom(unknown)).map((pairs) => pairs.filter((pair) => pair !== undefined))
}

/** What a header can hold at all; the parser refuses the rest. */
const headerText = fc.oneof(
  nastyText.map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '')),
  fc.string({ unit: fc.constantFrom(...'aZ09 ",;=/\\%\u00e9\u00ff'), maxLength: 40 }),
)

function headersOf({ parameters }: DescribedOperation): fc.Arbitrary<Record<string, string>> {
  const stated = parameters
    .filter((parameter) => parameter.in === 'header')
    .map((parameter) => {
      const { name, required } = parameter
      const right = name === 'If-Match' ? fc.constantFrom('"1"', '"2"', 'W/"1"') : asText(parameter)
      const value = fc.oneof({ arbitrary: right, weight: 4 }, { arbitrary: headerText, weight: 1 })
      return [name.toLowerCase(), required ? value : seldom(value)] as const
    })
  const accepted = fc.constantFrom('*/*', 'text/csv', 'application/xml', 'application/json;q=0', ',;q=,')
  return fc
    .record({ ...Object.fromEntries(stated), accept: seldom(accepted), cookie: seldom(headerText) })
    .map((headers) =>
      Object.fromEntries(
        Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
      ),
    )
}

function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: 6 }, { arbitrary, weight: 1 })
}

function takesOctets({ operation }: DescribedOperation): boolean {
  return OCTETS in ((operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content ?? {})
}

function bodyOf(described: DescribedOperation): fc.Arbitrary<string | undefined> {
  const { operation } = described
  if (takesOctets(described)) return fc.oneof(fc.constantFrom('%PDF-1.7', 'PK\u0003\u0004', '\u00ff'), brokenText)
  const media = (operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content['application/json']
  if (media === undefined) return seldom(brokenText)
  const right = ofSchema(document, media.schema ?? {})
  const json = (arbitrary: fc.Arbitrary<unknown>) => arbitrary.map((value) => JSON.stringify(value))
  return fc.oneof(
    { arbitrary: json(right), weight: 4 },
    { arbitrary: json(fc.constant(media.example)), weight: 1 },
    { arbitrary: json(mutated(media.example)), weight: 6 },
    { arbitrary: json(right.chain(mutated)), weight: 3 },
    { arbitrary: json(fc.jsonValue()), weight: 1 },
    { arbitrary: brokenText, weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  )
}

/** Of the shape that the parameter has, or one of its examples. */
function asText({ schema, example, examples = {} }: OpenAPIV3_1.ParameterObject): fc.Arbitrary<string> {
  const given = [example, ...Object.values(examples).map((each) => (each as OpenAPIV3_1.ExampleObject).value)]
  const known = given.filter((each) => each !== undefined)
  const made = ofSchema(document, schema ?? {})
  return (known.length > 0 ? fc.oneof(fc.constantFrom(...known), made) : made).map(String)
}
