import { createHash } from 'node:crypto'

export type Json = Record<string, unknown>

export interface DemoAnswer {
  readonly status: number
  readonly body: Json
}

/** What a small integrator writes: a token, JSON there and back. */
export class DemoClient {
  private constructor(
    private readonly url: string,
    private readonly token: string,
    readonly clientId: string,
  ) {}

  static async withCredentials(
    url: string,
    { clientId, clientSecret }: { clientId: string; clientSecret: string },
  ): Promise<DemoClient> {
    const answer = await fetch(`${url}/oauth2/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    })
    const { access_token: token } = (await answer.json()) as { access_token?: string }
    if (token === undefined) throw new Error(`no token: HTTP ${answer.status}`)
    return new DemoClient(url, token, clientId)
  }

  async newClient(client: object): Promise<DemoClient> {
    const { clientId, clientSecret } = await this.expect(201, 'POST', '/v1/clients', client)
    return DemoClient.withCredentials(this.url, { clientId: String(clientId), clientSecret: String(clientSecret) })
  }

  /** Registering twice is fine: the demonstration may run again on the same data. */
  async register(path: string, record: { taxCode: string }): Promise<Json> {
    const { items } = await this.get(`${path}?taxCode=${record.taxCode}`)
    return (items as Json[])[0] ?? this.expect(201, 'POST', path, record)
  }

  /** The key follows from the content: what one client sends twice is filed once. */
  async file(path: string, declaration: object): Promise<DemoAnswer> {
    const key = createHash('sha256').update(JSON.stringify(declaration)).digest('hex').slice(0, 32)
    return this.call('POST', path, declaration, { 'idempotency-key': key })
  }

  /** Acts on a declaration as it stands now. */
  async act(method: 'POST' | 'PUT', declaration: string, act: string, body: object): Promise<DemoAnswer> {
    const { etag } = await this.call('GET', declaration)
    return this.call(method, `${declaration}${act}`, body, { 'if-match': etag })
  }

  async put(path: string, body: object): Promise<Json> {
    return this.expect(200, 'PUT', path, body)
  }

  /** `purpose`: why persons are to be shown; kept in the log of who read what. */
  async get(path: string, purpose?: string): Promise<Json> {
    return this.expect(200, 'GET', path, undefined, purpose === undefined ? {} : { 'x-purpose': purpose })
  }

  private async expect(
    status: number,
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Json> {
    const answer = await this.call(method, path, body, headers)
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
    return { status: answer.status, body: (await answer.json()) as Json, etag: answer.headers.get('etag') ?? '' }
  }
}
