import { createHash } from 'node:crypto'

export type Json = Record<string, unknown>

/** What a small integrator writes: a token, JSON there and back. */
export class DemoClient {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async withCredentials(
    url: string,
    credentials: { clientId: string; clientSecret: string },
  ): Promise<DemoClient> {
    const answer = await fetch(`${url}/oauth2/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    })
    const { access_token: token } = (await answer.json()) as { access_token?: string }
    if (token === undefined) throw new Error(`no token: HTTP ${answer.status}`)
    return new DemoClient(url, token)
  }

  async newClient(client: object): Promise<DemoClient> {
    const { clientId, clientSecret } = await this.expect(201, 'POST', '/v1/clients', client)
    return DemoClient.withCredentials(this.url, { clientId: String(clientId), clientSecret: String(clientSecret) })
  }

  /** Registering twice is fine: the demonstration may run again on the same data. */
  async registerEnterprise(enterprise: { taxCode: string }): Promise<void> {
    const { items } = await this.get(`/v1/enterprises?taxCode=${enterprise.taxCode}`)
    if ((items as Json[]).length === 0) await this.expect(201, 'POST', '/v1/enterprises', enterprise)
  }

  /** The key follows from the content, so that a second run finds the first answers. */
  async file(path: string, declaration: object): Promise<{ status: number; body: Json }> {
    const key = createHash('sha256').update(JSON.stringify(declaration)).digest('hex').slice(0, 32)
    return this.call('POST', path, declaration, { 'idempotency-key': key })
  }

  async get(path: string): Promise<Json> {
    return this.expect(200, 'GET', path)
  }

  private async expect(status: number, method: string, path: string, body?: object): Promise<Json> {
    const answer = await this.call(method, path, body)
    if (answer.status !== status)
      throw new Error(`${method} ${path}: HTTP ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  private async call(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: answer.status, body: (await answer.json()) as Json }
  }
}
