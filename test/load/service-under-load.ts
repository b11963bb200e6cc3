import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'

export type Json = Record<string, unknown>

/** The real service in a process of its own, and one enterprise that files. */
export class ServiceUnderLoad {
  private constructor(
    readonly pid: number,
    private readonly child: ChildProcess,
    private readonly port: number,
    private readonly agent: Agent,
    private token: string,
    private administrator = '',
  ) {}

  static async start(databaseUrl: string, dataDirectory: string, connections: number): Promise<ServiceUnderLoad> {
    const port = await freePort()
    const [id, secret] = [randomUUID(), randomUUID()]
    const child = spawn('bin/khai-bao', ['serve'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        KHAIBAO_DATA_DIR: dataDirectory,
        PORT: String(port),
        KHAIBAO_RATE_LIMIT: '0',
        KHAIBAO_DB_CONNECTIONS: String(connections),
        KHAIBAO_BOOTSTRAP_CLIENT_ID: id,
        KHAIBAO_BOOTSTRAP_CLIENT_SECRET: secret,
        LOG_LEVEL: 'warn',
      },
    })
    const agent = new Agent({ keepAlive: true, maxSockets: connections })
    const service = new ServiceUnderLoad(child.pid ?? 0, child, port, agent, '')
    await service.untilReady()
    service.administrator = await service.tokenOf(id, secret)
    service.token = service.administrator
    return service
  }

  private async untilReady(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await this.call('GET', '/readyz').catch(() => null)
      if (answer?.status === 200) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('the service did not become ready')
  }

  private async tokenOf(id: string, secret: string): Promise<string> {
    const { body } = await this.call('POST', '/oauth2/token', {
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: secret,
    })
    return String((JSON.parse(body) as Json).access_token)
  }

  /** From here on every call is made by a new client. */
  async becomeClient(client: Json): Promise<void> {
    this.token = this.administrator
    const made = JSON.parse((await this.expect(201, 'POST', '/v1/clients', client)).body) as Json
    this.token = await this.tokenOf(String(made.clientId), String(made.clientSecret))
  }

  async expect(
    status: number,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: string }> {
    const answer = await this.call(method, path, body)
    if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`)
    return answer
  }

  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: string }> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const call = request(
        {
          agent: this.agent,
          port: this.port,
          method,
          path,
          headers: {
            ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
            ...(text === undefined
              ? {}
              : {
                  'content-type': 'application/json',
                  'content-length': Buffer.byteLength(text),
                  'idempotency-key': randomUUID(),
                }),
          },
        },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }))
        },
      )
      call.on('error', reject)
      call.end(text)
    })
  }

  async stop(): Promise<void> {
    this.agent.destroy()
    this.child.kill('SIGTERM')
    await once(this.child, 'exit')
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
