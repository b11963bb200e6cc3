import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { bootstrapAdministrator } from '../../../src/access/bootstrap.ts'
import { tenantKeys } from '../../../src/access/tenant-keys.ts'
import type { Register } from '../../../src/declaration/deps.ts'
import type { RegisterKeys } from '../../../src/enterprise/enterprises.ts'
import type { Database } from '../../../src/platform/database.ts'
import type { Signer } from '../../../src/platform/jws.ts'
import { assertAsDocumented } from '../../support/contract.ts'
import { startTestService as startWholeService } from '../../support/service.ts'

export const ISSUER = 'https://khaibao.test'

const ADMINISTRATOR = { id: '01890a5d-ac96-774b-bcce-b302099a8057', secret: 'a secret for tests only' }

export type Json = Record<string, unknown>

export interface Answer {
  readonly status: number
  readonly headers: LightMyRequestResponse['headers']
  readonly body: Json
}

export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** A service whose clock tests move, and its answers without a network between. */
export interface TestService {
  readonly database: Database
  /** Of the owner of the database. */
  readonly url: string
  readonly signer: Signer
  readonly register: Register
  readonly registerKeys: RegisterKeys
  /** Lets time pass. */
  pass(milliseconds: number): void
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, options?: CallOptions): Promise<Answer>
  tokenOf(credentials: Credentials, scope?: string): Promise<string>
  administrator(): Promise<string>
  /** Creates a client and gives its token. */
  newClient(by: string, body: Json): Promise<Credentials & { token: string }>
  close(): Promise<void>
}

export interface CallOptions {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

export async function startTestService(settings: Record<string, string> = {}): Promise<TestService> {
  const service = await startWholeService({ KHAIBAO_PUBLIC_URL: ISSUER, ...settings })
  const { app, database, declarations } = service
  let now = Date.parse('2026-10-05T03:00:00Z')
  service.setTime(new Date(now).toISOString())
  await bootstrapAdministrator({ database, dataDirectory: '/nowhere', ...ADMINISTRATOR })

  const call: TestService['call'] = async (method, path, { token, body, headers } = {}) => {
    const request: InjectOptions = {
      method,
      url: path,
      headers: { 'accept-language': 'en', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as Json }),
    }
    const answer = await app.inject(request)
    assertAsDocumented(service.contract, method.toLowerCase(), path, {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
      text: answer.body,
    })
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body === '' ? {} : (answer.json() as Json),
    }
  }

  const tokenOf: TestService['tokenOf'] = async ({ clientId, clientSecret }, scope) => {
    const { status, body } = await call('POST', '/oauth2/token', {
      body: {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        ...(scope ? { scope } : {}),
      },
    })
    if (status !== 200) throw new Error(`no token: ${JSON.stringify(body)}`)
    return String(body.access_token)
  }

  return {
    database,
    url: service.ownerUrl,
    signer: declarations.signer,
    register: declarations.register,
    registerKeys: { master: declarations.master, tenantKeys: tenantKeys({ database, master: declarations.master }) },
    pass: (milliseconds) => {
      now += milliseconds
      service.setTime(new Date(now).toISOString())
    },
    call,
    tokenOf,
    administrator: () => tokenOf({ clientId: ADMINISTRATOR.id, clientSecret: ADMINISTRATOR.secret }),
    newClient: async (by, body) => {
      const created = await call('POST', '/v1/clients', { token: by, body })
      if (created.status !== 201) throw new Error(`no client: ${JSON.stringify(created.body)}`)
      const { clientId, clientSecret } = created.body as unknown as Credentials
      return { clientId, clientSecret, token: await tokenOf({ clientId, clientSecret }) }
    },
    close: () => service.close(),
  }
}

/** An enterprise with its head office in Thái Nguyên (VN-2025 province 19), unless told otherwise. */
export async function registerEnterprise(service: TestService, by: string, body: Json): Promise<string> {
  const headOffice = { scheme: 'VN-2025', code: '01849' }
  const answer = await service.call('POST', '/v1/enterprises', {
    token: by,
    body: { name: 'Công ty Thử', headOffice, ...body },
  })
  if (answer.status !== 201) throw new Error(`no enterprise: ${JSON.stringify(answer.body)}`)
  return String(answer.body.id)
}
