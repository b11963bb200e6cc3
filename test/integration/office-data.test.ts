import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { CommandLine, untilReady } from '../support/command-line.ts'
import { freshDatabase } from '../support/database.ts'
import { documentedTables, officeData } from '../support/office-data.ts'
import { sample } from '../support/parties.ts'
import { removeDirectory, scratchDirectory } from '../support/scratch-directory.ts'

const checkout = scratchDirectory()
const right = officeData(documentedTables())
const wrong = officeData({ 'serious-injuries.csv': 'code,parent,vi,source\n0391,93,Vỡ xương,Phụ lục II\n' })
const commands = new CommandLine(checkout)
afterAll(() => Promise.all([checkout, right, wrong].map(removeDirectory)))

const HASH = /^[0-9a-f]{64}$/
const PORT = 21_000 + (process.pid % 20_000)
const URL = `http://127.0.0.1:${PORT}`

type Json = Record<string, unknown>

/** Starts the service, asks it, and stops it. */
async function asked<T>(settings: Record<string, string>, ask: () => Promise<T>): Promise<T> {
  const service = commands.start(['serve'], { PORT: String(PORT), LOG_LEVEL: 'silent', ...settings })
  try {
    await untilReady(service, URL)
    return await ask()
  } finally {
    service.kill('SIGTERM')
    await once(service, 'exit')
  }
}

async function call(path: string, token?: string, body?: unknown, headers: Record<string, string> = {}): Promise<Json> {
  const answer = await fetch(URL + path, {
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  return (await answer.json()) as Json
}

async function injury(code: string): Promise<unknown> {
  const { items } = await call('/v1/code-lists/serious-injuries?limit=200')
  return (items as Json[]).find((item) => item.code === code)
}

async function tokenOf({ clientId, clientSecret }: Json): Promise<string> {
  const answer = await fetch(`${URL}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  return String(((await answer.json()) as Json).access_token)
}

/** Files an accident and tells by which rules it was judged. */
async function fileAccident(token: string, course: string): Promise<{ id: string; ruleSet: unknown }> {
  const accident = structuredClone(sample())
  accident.accident.narrative.course = course
  const { id } = await call('/v1/accident-declarations', token, accident, { 'idempotency-key': randomUUID() })
  return { id: String(id), ruleSet: await ruleSetOf(token, String(id)) }
}

async function ruleSetOf(token: string, id: string): Promise<unknown> {
  return (await call(`/v1/accident-declarations/${id}/revisions/1`, token)).ruleSet
}

describe('a service with data of the office', () => {
  it('shows them with their source; what was filed before keeps the rules that judged it', async () => {
    const DATABASE_URL = await freshDatabase(inject('postgresUrl'))
    const without = await asked({ DATABASE_URL }, async () => {
      const client = await call('/v1/registrations', undefined, {
        taxCode: '4600123459',
        name: 'Công ty Cổ phần Xây dựng Bắc Sơn',
        headOffice: { scheme: 'VN-2025', code: '01849' },
        contact: { name: 'Trần Thị Khai', phone: '0912000111' },
      })
      const filed = await fileAccident(await tokenOf(client), 'Một vụ.')
      return { client, filed, rules: await call('/v1/rules'), injury: await injury('034') }
    })
    const supplied = await asked({ DATABASE_URL, KHAIBAO_LAW_DIR: right }, async () => {
      const token = await tokenOf(without.client)
      const before = await ruleSetOf(token, without.filed.id)
      const filed = await fileAccident(token, 'Một vụ khác.')
      return { before, filed, rules: await call('/v1/rules'), injury: await injury('034') }
    })

    expect(without.rules.suppliedData).toBeNull()
    const files = Object.keys(documentedTables()).sort()
    expect(supplied.rules.suppliedData).toEqual({
      hash: expect.stringMatching(HASH),
      files: files.map((name) => ({ name, rows: 1 })),
    })
    expect(without.injury).toMatchObject({ verified: false, supplied: false })
    const source = 'Nghị định 39/2016/NĐ-CP, Phụ lục II, mã 034'
    expect(supplied.injury).toMatchObject({ verified: true, supplied: true, source })
    expect(without.filed.ruleSet).toMatch(HASH)
    expect(supplied.before).toBe(without.filed.ruleSet)
    expect(supplied.filed.ruleSet).toMatch(HASH)
    expect(supplied.filed.ruleSet).not.toBe(without.filed.ruleSet)
  })

  it.each(['serve', 'verify'])('does not %s with a wrong file, and says where and why', async (command) => {
    const DATABASE_URL = await freshDatabase(inject('postgresUrl'))
    const { code, said } = await commands.run([command], { DATABASE_URL, PORT: '0', KHAIBAO_LAW_DIR: wrong })
    expect(code).toBe(1)
    expect(said).toContain('serious-injuries.csv, dòng 2, cột "parent": danh mục không có mã "93"')
    expect(said).toContain('serious-injuries.csv, line 2, column "parent": the list has no code "93"')
  })
})

describe('the check of the data of the office', () => {
  it('tells what each file adds and replaces', async () => {
    const { code, said } = await commands.run(['law', 'check', right])
    expect(said).toContain('no faults')
    expect(said).toContain('exposure-limits/chemicals.csv: 0 rows added, 1 replaced')
    expect(code).toBe(0)
  })

  it('tells faults and ends with 1', async () => {
    const { code, said } = await commands.run(['law', 'check'], { KHAIBAO_LAW_DIR: wrong })
    expect(said).toContain('1 faults')
    expect(code).toBe(1)
  })

  it('tells a directory that is not there, and how it is asked', async () => {
    expect((await commands.run(['law', 'check', join(checkout, 'none')])).said).toContain('cannot be read')
    expect(await commands.run(['law'])).toMatchObject({ code: 1, said: expect.stringContaining('usage:') })
  })
})
