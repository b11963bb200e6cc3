import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleAccident } from '../../src/accident/sample.ts'
import { sampleCampaign } from '../../src/environment/sample.ts'
import { idNumberOf, SAMPLE_ENTERPRISE } from '../support/parties.ts'
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
let filer: { clientId: string; clientSecret: string }

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
  const admin = await tokenOf(ID, SECRET)
  await call('POST', '/v1/enterprises', admin, SAMPLE_ENTERPRISE)
  const client = { name: 'x', role: 'enterprise', taxCode: SAMPLE_ENTERPRISE.taxCode }
  filer = JSON.parse((await call('POST', '/v1/clients', admin, client)).text)
})
afterAll(async () => {
  service.kill('SIGTERM')
  await once(service, 'exit')
  await removeDirectory(directory)
})

/**
 * Files in rounds, all of a round at once, and kills the server in each as soon as `most` of the round were
 * acknowledged; then files everything once more.
 */
async function fileAndKill(path: string, bodies: readonly Json[], { rounds, most }: { rounds: number; most: number }) {
  let token = await tokenOf(filer.clientId, filer.clientSecret)
  const filings = bodies.map((body) => ({ key: randomUUID(), body }))
  const acknowledged = new Map<string, string>()
  const file = async ({ key, body }: (typeof filings)[number]) => {
    const answer = await call('POST', path, token, body, { 'idempotency-key': key }).catch(() => null)
    if (answer?.status === 201) acknowledged.set(key, answer.text)
    return answer
  }

  const size = filings.length / rounds
  for (let round = 0; round < rounds; round += 1) {
    const before = acknowledged.size
    const pending = filings.slice(round * size, (round + 1) * size).map(file)
    while (acknowledged.size < before + most) await sleep(5)
    await kill()
    await Promise.all(pending)
    await start()
    token = await tokenOf(filer.clientId, filer.clientSecret)
  }
  const before = new Map(acknowledged)
  expect(before.size).toBeGreaterThanOrEqual(rounds * most)

  for (const filing of filings) {
    const retried = await file(filing)
    expect([retried?.status, retried?.status === 201 ? null : retried?.text]).toEqual([201, null])
    if (before.has(filing.key)) expect(retried?.text).toBe(before.get(filing.key))
  }
  const listed = new Set<string>()
  for (let cursor: unknown = ''; cursor !== null; ) {
    const page = JSON.parse(
      (await call('GET', `${path}?limit=200${cursor ? `&cursor=${cursor}` : ''}`, token)).text,
    ) as Json
    for (const item of page.items as Json[]) listed.add(String(item.id))
    cursor = page.next
  }
  expect(listed).toEqual(new Set([...acknowledged.values()].map((text) => String((JSON.parse(text) as Json).id))))
  expect(listed.size).toBe(filings.length)
}

async function verified(): Promise<string> {
  service.kill('SIGTERM')
  await once(service, 'exit')
  const told = execFileSync(process.execPath, ['dist/cli.js', 'verify'], { env: environment }).toString()
  await start()
  return told
}

/** Ten thousand measurements at a hundred positions, other values in each campaign. */
function longCampaign(serial: number): Json {
  const { positions, measurements, summary: _printed, ...rest } = sampleCampaign
  return {
    ...rest,
    report: { ...rest.report, number: `${serial}/2026/MTLĐ` },
    positions: Array.from({ length: 100 }, (_, index) => ({ ...positions[0], positionId: `V${index}`, workers: 1 })),
    measurements: [
      { ...measurements[8], positionId: 'V0' },
      ...Array.from({ length: 9_999 }, (_, index) => ({
        ...measurements[index % 2],
        measurementId: `M${index}`,
        positionId: `V${index % 100}`,
        value: index % 2 === 0 ? 0.1 + ((index + serial) % 971) / 10_000 : 70 + ((index + serial) % 977) / 70,
      })),
    ],
  }
}

/** As a filer would: look first, and confirm what is improbable. */
async function confirmed(path: string, body: Json): Promise<Json> {
  const { findings } = JSON.parse(
    (await call('POST', `${path}/validate`, await tokenOf(filer.clientId, filer.clientSecret), body)).text,
  ) as { findings: { kind: string; rule: string; pointer: string }[] }
  const warnings = findings.filter(({ kind }) => kind === 'warning')
  return {
    ...body,
    confirmations: warnings.map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã kiểm tra.' })),
  }
}

describe('a server killed in the middle of filings', () => {
  it('loses nothing that it acknowledged, and stores nothing twice that is retried', async () => {
    const accidents = Array.from({ length: 300 }, (_, number) => ({
      ...sampleAccident,
      accident: {
        ...sampleAccident.accident,
        narrative: { ...sampleAccident.accident.narrative, course: `Vụ số ${number}` },
      },
      victims: sampleAccident.victims.map((victim) => ({
        ...victim,
        person: { ...victim.person, idNumber: idNumberOf(number) },
      })),
    }))
    await fileAndKill('/v1/accident-declarations', accidents, { rounds: 3, most: 20 })
    expect(await verified()).toBe('300 declarations, 300 acts, 0 files checked; 0 faults\n')
  }, 300_000)

  it('keeps a campaign of ten thousand measurements whole or not at all', async () => {
    const path = '/v1/environment-monitorings'
    const campaigns: Json[] = []
    for (let serial = 1; serial <= 6; serial += 1) campaigns.push(await confirmed(path, longCampaign(serial)))
    await fileAndKill(path, campaigns, { rounds: 2, most: 1 })
    expect(await verified()).toBe('306 declarations, 306 acts, 0 files checked; 0 faults\n')
  }, 300_000)
})
