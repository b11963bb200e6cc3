import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import type { OpenAPIV3_1 } from 'openapi-types'
import { inject } from 'vitest'
import { bootstrapAdministrator } from '../../src/access/bootstrap.ts'
import { type Composition, compose } from '../../src/compose.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { type CheckedHttp, checkedHttp, type Method } from './checked-http.ts'
import { type Contract, contractOf } from './contract.ts'
import { freshDatabase } from './database.ts'
import { removeDirectory, scratchDirectory } from './scratch-directory.ts'

export type Json = Record<string, unknown>

/** A whole service on a database of its own, reached over HTTP. */
export interface TestService extends Composition {
  readonly config: Config
  readonly ownerUrl: string
  /** Holds every answer to the document. */
  readonly http: CheckedHttp
  readonly contract: Contract
  readonly admin: TestClient
  /** Everything that was logged. */
  readonly logged: () => string
  /** The service's clock; stands still until it is set. */
  setTime(instant: string): void
}

export const NOW = '2026-11-21T03:00:00Z'

/** `url`: of a migrated database of its own, where the test needs to know it beforehand. */
export async function startTestService(settings: Record<string, string> = {}, url?: string): Promise<TestService> {
  const directory = scratchDirectory()
  const ownerUrl = url ?? (await freshDatabase(inject('postgresUrl')))
  const read = readConfig({
    KHAIBAO_DATA_DIR: directory,
    KHAIBAO_RATE_LIMIT: '0',
    LOG_LEVEL: 'info',
    PORT: '0',
    ...settings,
  })
  if (!read.ok) throw new Error(read.complaints.join('; '))
  const lines: string[] = []
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk))
      done()
    },
  })
  let now = new Date(NOW)
  const composition = await compose({
    config: read.config,
    ownerUrl,
    clock: () => now,
    log: createLog('info', sink),
    ready: () => true,
  })
  await composition.app.ready()
  const contract = contractOf(composition.app.swagger() as OpenAPIV3_1.Document)
  const http = checkedHttp(composition.app.server, contract)
  const secret = randomUUID()
  const id = randomUUID()
  await bootstrapAdministrator({ database: composition.database, dataDirectory: directory, id, secret })
  return {
    ...composition,
    config: read.config,
    ownerUrl,
    http,
    contract,
    admin: await TestClient.withCredentials(http, id, secret),
    logged: () => lines.join(''),
    setTime: (instant) => {
      now = new Date(instant)
    },
    close: async () => {
      await composition.close()
      await removeDirectory(directory)
    },
  }
}

export interface Answer {
  readonly status: number
  readonly body: Json
  readonly headers: Record<string, string>
  readonly text: string
}

/** A caller with a token. */
export class TestClient {
  private constructor(
    private readonly http: CheckedHttp,
    readonly token: string | null,
    readonly clientId: string,
  ) {}

  static anonymous(service: Pick<TestService, 'http'>): TestClient {
    return new TestClient(service.http, null, '')
  }

  static async withCredentials(http: CheckedHttp, id: string, secret: string): Promise<TestClient> {
    const answer = await http
      .post('/oauth2/token')
      .type('form')
      .auth(id, secret)
      .send({ grant_type: 'client_credentials' })
    if (answer.status !== 200) throw new Error(`no token: ${answer.status} ${answer.text}`)
    return new TestClient(http, answer.body.access_token, id)
  }

  /** Makes a client and takes its token. */
  async newClient(client: Json): Promise<TestClient> {
    const { body } = await this.expect(201, 'post', '/v1/clients', client)
    return TestClient.withCredentials(this.http, String(body.clientId), String(body.clientSecret))
  }

  async send(method: Method, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const request = this.http[method](path).set(headers)
    if (this.token !== null) request.set('authorization', `Bearer ${this.token}`)
    const answer = await (body === undefined ? request : request.send(body as object))
    return { status: answer.status, body: answer.body, headers: answer.headers, text: answer.text }
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('get', path, undefined, headers)
  }

  /** @throws Error that shows the answer, when the status is another. */
  async expect(
    status: number,
    method: Method,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer> {
    const answer = await this.send(method, path, body, headers)
    if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    return answer
  }

  file(declaration: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('post', '/v1/accident-declarations', declaration, { 'idempotency-key': randomUUID(), ...headers })
  }
}
