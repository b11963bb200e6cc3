import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { execute } from '../support/database.ts'
import { removeDirectory, scratchDirectory } from '../support/scratch-directory.ts'

const FAST = { fsync: 'off' }

let scratch: string
let directory: string
let running: EmbeddedPostgres[]

beforeEach(() => {
  scratch = scratchDirectory()
  directory = join(scratch, 'postgres')
  running = []
})
afterEach(async () => {
  await Promise.all(running.map((postgres) => postgres.stop()))
  await removeDirectory(scratch)
})

async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ directory, settings: FAST, ...options })
  running.push(postgres)
  return postgres
}

describe('the embedded database', () => {
  it('keeps its data from one start to the next', async () => {
    const first = await start()
    await execute(first.url, 'create table filing as select 42 as number')
    await first.stop()
    const second = await start()
    expect(await execute(second.url, 'select number from filing')).toEqual([{ number: 42 }])
  })

  it('knows Vietnamese letters, and waits for the disk unless told otherwise', async () => {
    const { url } = await start({ settings: {} })
    expect(
      await execute(url, "select lower('ĐẶNG ƯỚC') as lower, current_setting('server_encoding') as encoding"),
    ).toEqual([{ lower: 'đặng ước', encoding: 'UTF8' }])
    expect(
      await execute(url, "select current_setting('fsync') as f, current_setting('synchronous_commit') as s"),
    ).toEqual([{ f: 'on', s: 'on' }])
    expect(await execute(url, "select current_setting('data_checksums') as checksums")).toEqual([{ checksums: 'on' }])
  })

  it('is closed to the network and to other users, and asks for a password', async () => {
    const { url, dataDirectory } = await start()
    expect(await execute(url, "select current_setting('listen_addresses') as addresses")).toEqual([{ addresses: '' }])
    expect(statSync(dataDirectory).mode & 0o777).toBe(0o700)
    expect(statSync(join(directory, 'password')).mode & 0o777).toBe(0o600)
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(execute(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  it('listens on a loopback port where the path is too long for a socket', async () => {
    const { url } = await start({ directory: join(scratch, 'd'.repeat(100), 'postgres') })
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect(await execute(url, "select current_setting('listen_addresses') as addresses")).toEqual([
      { addresses: '127.0.0.1' },
    ])
  })

  it('refuses a second service on the same directory, naming the first', async () => {
    const first = await start()
    await expect(start()).rejects.toMatchObject({
      fault: 'in-use',
      message: expect.stringContaining(`pid ${process.pid}`),
      remedy: expect.stringContaining('KHAIBAO_DATA_DIR'),
    })
    expect(await execute(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('stops when asked twice, and leaves no lock behind', async () => {
    const postgres = await start()
    await Promise.all([postgres.stop(), postgres.stop()])
    expect(existsSync(join(directory, 'lock'))).toBe(false)
    expect(existsSync(join(postgres.dataDirectory, 'postmaster.pid'))).toBe(false)
  })

  it('says when the server ended by itself, and starts again', async () => {
    const ended: string[] = []
    const exit = new Promise<void>((resolve) => {
      start({
        onUnexpectedExit: (detail) => {
          ended.push(detail)
          resolve()
        },
      }).then(({ dataDirectory }) => process.kill(postmasterPid(dataDirectory), 'SIGKILL'))
    })
    await exit
    expect(ended).toEqual([expect.stringContaining('exit status 137')])
    expect(await execute((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('goes on when one of its processes is killed', async () => {
    const ended: string[] = []
    const { url } = await start({ onUnexpectedExit: (detail) => ended.push(detail) })
    const [row] = await execute(url, "select pid from pg_stat_activity where backend_type = 'checkpointer'")
    process.kill(Number(row?.pid), 'SIGKILL')
    await expect
      .poll(() => execute(url, 'select 1 as one').catch(() => 'recovering'), { timeout: 10_000 })
      .toEqual([{ one: 1 }])
    expect(ended).toEqual([])
  })

  it('writes nothing of a statement or its values to the log', async () => {
    const lines: string[] = []
    const { url } = await start({ log: (line) => lines.push(line) })
    await execute(url, 'create table person (name text primary key)')
    await execute(url, "insert into person values ('Nguyễn Văn Mật')")
    await expect(execute(url, 'insert into person values ($1)', ['Nguyễn Văn Mật'])).rejects.toMatchObject({
      code: '23505',
    })
    await expect(execute(url, "select 'Nguyễn Văn Mật'::date")).rejects.toMatchObject({ code: '22007' })
    await expect(execute(url, "select 1 / 0 as nguyen_van_mat, 'Mật'")).rejects.toMatchObject({ code: '22012' })
    await execute(url, "do $$ begin raise warning 'Nguyễn Văn Mật'; end $$")
    await running[0]?.stop()
    const log = readFileSync(join(directory, 'postgres.log'), 'utf8')
    expect(log).toContain('database system is shut down')
    expect(log + lines.join('\n')).not.toMatch(/Mật|mat/)
  })

  it('reports a setting it does not understand in the words of PostgreSQL', async () => {
    await expect(start({ settings: { jit: 'maybe' } })).rejects.toMatchObject({
      fault: 'start-failed',
      message: expect.stringContaining('parameter "jit"'),
    })
    expect(existsSync(join(directory, 'lock'))).toBe(false)
  })
})

describe('a directory with a history', () => {
  it('in which making the cluster was cut short is made anew', async () => {
    mkdirSync(join(directory, 'init-x1', 'data', 'base'), { recursive: true })
    writeFileSync(join(directory, 'init-x1', 'data', 'PG_VERSION'), '18\n')
    await start()
    expect(readdirSync(directory).sort()).toEqual(['data', 'lock', 'password', 'postgres.log'])
  })

  it('with a stale postmaster.pid whose pid another process of the same user has recovers', async () => {
    const { dataDirectory, stop } = await start()
    const file = join(dataDirectory, 'postmaster.pid')
    const text = readFileSync(file, 'utf8')
    const { uid, gid } = statSync(file)
    await stop()
    const stranger = spawn('sleep', ['60'], { uid, gid, stdio: 'ignore' })
    try {
      writeFileSync(file, text.replace(/^\d+/, String(stranger.pid)))
      chownSync(file, uid, gid)
      chmodSync(file, 0o600)
      expect(await execute((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
    } finally {
      stranger.kill()
    }
  })

  it('of another major version is refused and left as it was', async () => {
    const data = join(directory, 'data')
    mkdirSync(data, { recursive: true })
    writeFileSync(join(data, 'PG_VERSION'), '9\n')
    giveToUnprivileged(data)
    await expect(start()).rejects.toMatchObject({
      fault: 'incompatible-version',
      message: expect.stringContaining('made by PostgreSQL 9'),
    })
    expect(readdirSync(data)).toEqual(['PG_VERSION'])
  })

  it('that holds something else is refused and left as it was', async () => {
    const data = join(directory, 'data')
    mkdirSync(data, { recursive: true })
    writeFileSync(join(data, 'letter.txt'), 'dear')
    giveToUnprivileged(data)
    await expect(start()).rejects.toMatchObject({
      fault: 'start-failed',
      message: expect.stringContaining('not a PostgreSQL'),
    })
    expect(readdirSync(data)).toEqual(['letter.txt'])
  })

  it('whose password file was lost is refused, not made anew', async () => {
    const { stop } = await start()
    await stop()
    await removeDirectory(join(directory, 'password'))
    await expect(start()).rejects.toMatchObject({ fault: 'start-failed', remedy: expect.stringContaining('backup') })
  })

  it('whose password file is a wrong one is refused', async () => {
    const { stop } = await start()
    await stop()
    writeFileSync(join(directory, 'password'), 'wrong')
    await expect(start()).rejects.toMatchObject({ fault: 'start-failed', remedy: expect.stringContaining('password') })
    expect(existsSync(join(directory, 'data', 'postmaster.pid'))).toBe(false)
  })

  it('that is a link to what is no longer there is refused, not made anew', async () => {
    symlinkSync(join(scratch, 'gone'), directory)
    await expect(start()).rejects.toMatchObject({ fault: 'start-failed', remedy: expect.stringContaining('link') })
    expect(lstatSync(directory).isSymbolicLink()).toBe(true)
  })
})

function postmasterPid(dataDirectory: string): number {
  return Number.parseInt(readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8'), 10)
}

/** Under root the data belongs to another user; which one does not matter here. */
function giveToUnprivileged(data: string): void {
  if (process.getuid?.() === 0) chownSync(data, 65_534, 65_534)
}
