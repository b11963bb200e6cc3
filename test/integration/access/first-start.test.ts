import { mkdtempSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { bootstrapAdministrator } from '../../../src/access/bootstrap.ts'
import { authenticateClient } from '../../../src/access/clients.ts'
import { loadMasterKey } from '../../../src/access/master-key-check.ts'
import { loadSigningKeys } from '../../../src/access/signing-keys.ts'
import { masterKey } from '../../../src/platform/cipher.ts'
import { type Database, openDatabase } from '../../../src/platform/database.ts'
import { execute, freshDatabase } from '../../support/database.ts'

let url: string
let database: Database
let directory: string

beforeEach(async () => {
  url = await freshDatabase(inject('postgresUrl'))
  database = openDatabase({ url, connections: 5, maxWaiting: 100, statementTimeout: 10_000 })
  directory = join(mkdtempSync(join(tmpdir(), 'khai-bao-start-')), 'data')
})
afterEach(() => database.close())

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
const KEY = 'a1'.repeat(32)
const OTHER_KEY = 'b2'.repeat(32)

describe('the master key', () => {
  it('is made at the first start, readable by its owner only, and found again', async () => {
    const made = await loadMasterKey({ database, directory })
    expect(await modeOf(join(directory, 'master.key'))).toBe('600')
    expect(await modeOf(directory)).toBe('700')
    expect(await readdir(directory)).toEqual(['master.key'])
    expect((await loadMasterKey({ database, directory })).checkValue).toEqual(made.checkValue)
  })

  it('comes from the setting, and then is not written down', async () => {
    const loaded = await loadMasterKey({ database, directory, hex: KEY })
    expect(loaded.checkValue).toEqual(masterKey(Buffer.from(KEY, 'hex')).checkValue)
    await expect(readdir(directory)).rejects.toThrow('ENOENT')
  })

  it('is the same for two servers that start at once on one directory', async () => {
    const [one, two] = await Promise.all([
      loadMasterKey({ database, directory }),
      loadMasterKey({ database, directory }),
    ])
    expect(one.checkValue).toEqual(two.checkValue)
  })

  it('that is not the one of the database stops the start', async () => {
    await loadMasterKey({ database, directory, hex: KEY })
    await expect(loadMasterKey({ database, directory, hex: OTHER_KEY })).rejects.toMatchObject({
      name: 'Error',
      message: expect.stringContaining('KHAIBAO_MASTER_KEY'),
      remedy: expect.any(String),
    })
  })

  it('that was lost is not replaced by a new one', async () => {
    await loadMasterKey({ database, directory })
    await rm(join(directory, 'master.key'))
    await expect(loadMasterKey({ database, directory })).rejects.toMatchObject({
      remedy: expect.stringContaining('back'),
    })
    expect(await readdir(directory)).toEqual([])
  })

  it('that is damaged stops the start', async () => {
    await loadMasterKey({ database, directory })
    await writeFile(join(directory, 'master.key'), 'not a key')
    await expect(loadMasterKey({ database, directory })).rejects.toMatchObject({ remedy: expect.any(String) })
  })
})

describe('the signing key', () => {
  it('is made once, also by servers that start at once', async () => {
    const master = masterKey(Buffer.from(KEY, 'hex'))
    const loaded = await Promise.all([1, 2, 3].map(() => loadSigningKeys({ database, master })))
    expect(new Set(loaded.map(({ signer }) => signer.kid)).size).toBe(1)
    expect(await execute(url, 'select from signing_key')).toHaveLength(1)
  })

  it('that is retired still checks what it signed', async () => {
    const master = masterKey(Buffer.from(KEY, 'hex'))
    const before = await loadSigningKeys({ database, master })
    await execute(url, 'update signing_key set retired_at = now()')
    const after = await loadSigningKeys({ database, master })
    expect(after.signer.kid).not.toBe(before.signer.kid)
    expect(after.publicJwks().keys.map(({ kid }) => kid)).toEqual([before.signer.kid, after.signer.kid])
    expect(after.publicKey(before.signer.kid)).not.toBeNull()
  })

  it('does not open with another master key', async () => {
    await loadSigningKeys({ database, master: masterKey(Buffer.from(KEY, 'hex')) })
    const other = masterKey(Buffer.from(OTHER_KEY, 'hex'))
    await expect(loadSigningKeys({ database, master: other })).rejects.toThrow('does not open')
  })
})

describe('the first administrator', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057'
  const mayEnter = async (clientId: string, secret: string) =>
    (await authenticateClient(database, { id: clientId, secrets: new Set([secret]), now: new Date() })) !== null

  it('gets credentials in a file that only its owner reads', async () => {
    const made = await bootstrapAdministrator({ database, dataDirectory: directory })
    const file = join(directory, 'admin-client.json')
    expect(made).toMatchObject({ outcome: 'created', file })
    expect(await modeOf(file)).toBe('600')
    const { clientId, clientSecret } = JSON.parse(await readFile(file, 'utf8'))
    expect(await mayEnter(clientId, clientSecret)).toBe(true)
  })

  it('is made once, also by servers that start at once', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => bootstrapAdministrator({ database, dataDirectory: directory })),
    )
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['created', 'exists', 'exists'])
  })

  it('is not made when its credentials cannot be written', async () => {
    await writeFile(directory, 'a file in the place of the directory')
    await expect(bootstrapAdministrator({ database, dataDirectory: directory })).rejects.toThrow()
    expect(await execute(url, 'select from client')).toHaveLength(0)
  })

  it('has the id and the secret of the settings, and no file', async () => {
    const options = { database, dataDirectory: directory, id, secret: 'the first secret of all' }
    expect(await bootstrapAdministrator(options)).toEqual({ outcome: 'created-from-settings', clientId: id })
    expect(await bootstrapAdministrator(options)).toEqual({ outcome: 'exists' })
    expect(await mayEnter(id, options.secret)).toBe(true)
    await expect(readdir(directory)).rejects.toThrow('ENOENT')
  })

  it('may also use a secret that the settings give later', async () => {
    const options = { database, dataDirectory: directory, id }
    await bootstrapAdministrator({ ...options, secret: 'the first secret of all' })
    const later = await bootstrapAdministrator({ ...options, secret: 'the second secret of all' })
    expect(later).toEqual({ outcome: 'secret-added', clientId: id })
    expect(await mayEnter(id, 'the first secret of all')).toBe(true)
    expect(await mayEnter(id, 'the second secret of all')).toBe(true)
  })

  it('stays revoked', async () => {
    const options = { database, dataDirectory: directory, id, secret: 'the first secret of all' }
    await bootstrapAdministrator(options)
    await execute(url, 'update client set revoked_at = now()')
    expect(await bootstrapAdministrator(options)).toEqual({ outcome: 'revoked', clientId: id })
    expect(await mayEnter(id, options.secret)).toBe(false)
  })

  it('needs id and secret together', async () => {
    await expect(bootstrapAdministrator({ database, dataDirectory: directory, id })).rejects.toThrow('both')
  })

  it('is not put in the place of another client', async () => {
    await execute(url, "insert into client (id, name, role, scopes) values ($1, 'x', 'integrator', '{}')", [id])
    const options = { database, dataDirectory: directory, id, secret: 'the first secret of all' }
    await expect(bootstrapAdministrator(options)).rejects.toThrow('integrator')
  })
})
