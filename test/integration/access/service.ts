import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type InjectOptions, type LightMyRequestResponse } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { inject } from 'vitest'
import { bootstrapAdministrator } from '../../../src/access/bootstrap.ts'
import { loadMasterKey } from '../../../src/access/master-key-check.ts'
import { accessRoutes } from '../../../src/access/routes.ts'
import { loadSigningKeys, type SigningKeys } from '../../../src/access/signing-keys.ts'
import { tenantKeys } from '../../../src/access/tenant-keys.ts'
import { tokenIssuer } from '../../../src/access/token-issuer.ts'
import { createTokenVerifier } from '../../../src/access/token-verifier.ts'
import { readTrustedIssuers } from '../../../src/access/trusted-issuers.ts'
import { type EnterpriseRegister, enterpriseRegister } from '../../../src/enterprise/register.ts'
import { enterpriseRoutes } from '../../../src/enterprise/routes.ts'
import { authentication } from '../../../src/http/authentication.ts'
import { problems } from '../../../src/http/problems.ts'
import type { App } from '../../../src/http/route-schema.ts'
import { type Database, openDatabase } from '../../../src/platform/database.ts'
import { legalDateOf } from '../../../src/reference/legal-date.ts'
import { freshDatabase } from '../../support/database.ts'

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

/** The access and register routes on a database of their own, with a clock that tests move. */
export interface TestService {
  readonly app: App
  readonly database: Database
  readonly url: string
  readonly keys: SigningKeys
  readonly register: EnterpriseRegister
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

export async function startTestService(settings: { trustedIssuers?: string } = {}): Promise<TestService> {
  const url = await freshDatabase(inject('postgresUrl'))
  const database = openDatabase({ url, connections: 5, maxWaiting: 100, statementTimeout: 10_000 })
  const directory = mkdtempSync(join(tmpdir(), 'khai-bao-access-'))
  let now = Date.parse('2026-10-05T03:00:00Z')
  const clock = () => new Date(now)

  const master = await loadMasterKey({ database, directory })
  const keys = await loadSigningKeys({ database, master })
  const register = enterpriseRegister({ database, master })
  await bootstrapAdministrator({ database, dataDirectory: directory, ...ADMINISTRATOR })

  const app = Fastify() as unknown as App
  app.setValidatorCompiler(validatorCompiler as never)
  app.setSerializerCompiler(serializerCompiler as never)
  await app.register(problems)
  const verifyToken = createTokenVerifier({
    issuer: ISSUER,
    keys,
    database,
    clock,
    trustedIssuers: readTrustedIssuers(settings.trustedIssuers),
    tenantOfTaxCode: (taxCode) => register.tenantOfTaxCode(taxCode, legalDateOf(clock())),
  })
  await app.register(authentication, { verifyToken })
  const deps = { database, clock, master, tenantKeys: tenantKeys({ database, master }) }
  const tokens = tokenIssuer({ issuer: ISSUER, signer: keys.signer, clock })
  await accessRoutes(app, { ...deps, issuer: ISSUER, keys, tokens })
  await enterpriseRoutes(app, deps)

  const call: TestService['call'] = async (method, path, { token, body, headers } = {}) => {
    const request: InjectOptions = {
      method,
      url: path,
      headers: { 'accept-language': 'en', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(body === undefined ? {} : { payload: body as Json }),
    }
    const answer = await app.inject(request)
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
    app,
    database,
    url,
    keys,
    register,
    pass: (milliseconds) => {
      now += milliseconds
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
    close: async () => {
      await app.close()
      await database.close()
    },
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
