import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleAccident } from '../../src/accident/sample.ts'
import { SAMPLE_ENTERPRISE } from '../support/parties.ts'
import { removeDirectory, scratchDirectory } from '../support/scratch-directory.ts'

type Json = Record<string, unknown>

const directory = scratchDirectory()
const [ID, SECRET] = ['chaos-administrator', randomUUID()]
const PORT = 20_000 + (process.pid % 20_000)
const URL = `http://127.0.0.1:${PORT}`
const environment = {
  ...process.env,
  PORT: String(PORT),
  KHAIBAO_DATA_DIR: `${directory}/data`,
  KHAIBAO_RATE_LIMIT: '0',
  KHAIBAO_BOOTSTRAP_CLIENT_ID: ID,
  KHAIBAO_BOOTSTRAP_CLIENT_SECRET: SECRET,
  LOG_LEVEL: 'warn',
}

let service: ChildProcess

async function start(): Promise<void> {
  service = spawn(process.execPath, ['dist/cli.js', 'serve'], { env: environment, stdio: 'ignore' })
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await fetch(`${URL}/readyz`).catch(() => null))?.ok) return
    await sleep(100)
  }
  throw new Error('the service did not become ready')
}

async function kill(): Promise<void> {
  const exit = once(service, 'exit')
  service.kill('SIGKILL')
  await exit
}

async function call(method: string, path: string, token: string, body?: Json, headers: Record<string, string> = {}) {
  const answer = await fetch(`${URL}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, text: await answer.text() }
}

async function tokenOf(clientId: string, clientSecret: string): Promise<string> {
  const answer = await fetch(`${URL}/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
  })
  return String(((await answer.json()) as Json).access_token)
}

beforeAll(async () => {
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'])
  await start()
})
afterAll(async () => {
  service.kill('SIGTERM')
  await once(service, 'exit')
  await removeDirectory(directory)
})

describe('a server killed in the middle of filings', () => {
  it('loses nothing that it acknowledged, and stores nothing twice that is retried', async () => {
    const admin = await tokenOf(ID, SECRET)
    await call('POST', '/v1/enterprises', admin, SAMPLE_ENTERPRISE)
    const made = JSON.parse(
      (await call('POST', '/v1/clients', admin, { name: 'x', role: 'enterprise', taxCode: SAMPLE_ENTERPRISE.taxCode }))
        .text,
    ) as Json
    let token = await tokenOf(String(made.clientId), String(made.clientSecret))

    const filings = Array.from({ length: 300 }, (_, number) => ({
      key: randomUUID(),
      body: {
        ...sampleAccident,
        accident: {
          ...sampleAccident.accident,
          narrative: { ...sampleAccident.accident.narrative, course: `Vụ số ${number}` },
        },
      },
    }))
    const acknowledged = new Map<string, string>()
    const file = async ({ key, body }: (typeof filings)[number]) => {
      const answer = await call('POST', '/v1/accident-declarations', token, body, { 'idempotency-key': key }).catch(
        () => null,
      )
      if (answer?.status === 201) acknowledged.set(key, answer.text)
      return answer
    }

    for (let round = 0; round < 3; round += 1) {
      const pending = filings.slice(round * 100, round * 100 + 100).map(file)
      while (acknowledged.size < round * 100 + 20) await sleep(5)
      await kill()
      await Promise.all(pending)
      await start()
      token = await tokenOf(String(made.clientId), String(made.clientSecret))
    }
    const before = new Map(acknowledged)
    expect(before.size).toBeGreaterThanOrEqual(60)

    for (const filing of filings) {
      const retried = await file(filing)
      expect(retried?.status).toBe(201)
      if (before.has(filing.key)) expect(retried?.text).toBe(before.get(filing.key))
    }
    const listed = new Set<string>()
    for (let cursor: unknown = ''; cursor !== null; ) {
      const page = JSON.parse(
        (await call('GET', `/v1/accident-declarations?limit=200${cursor ? `&cursor=${cursor}` : ''}`, token)).text,
      ) as Json
      for (const item of page.items as Json[]) listed.add(String(item.id))
      cursor = page.next
    }
    expect(listed).toEqual(new Set([...acknowledged.values()].map((text) => String((JSON.parse(text) as Json).id))))
    expect(listed.size).toBe(filings.length)

    service.kill('SIGTERM')
    await once(service, 'exit')
    const verified = execFileSync(process.execPath, ['dist/cli.js', 'verify'], { env: environment }).toString()
    expect(verified).toBe('300 declarations, 300 acts checked; 0 faults\n')
    await start()
  })
})
