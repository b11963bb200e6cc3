import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { execute } from '../support/database.ts'
import { removeDirectory, scratchDirectory } from '../support/scratch-directory.ts'
import {
  addPostgresPackage,
  commandLineOf,
  makeCheckout,
  processesNaming,
  type ServiceProcess,
  startService,
} from '../support/service-process.ts'

const GONE = { timeout: 15_000, interval: 20 }

let checkout: string
let scratch: string
let directory: string
let services: ServiceProcess[]

beforeAll(() => {
  checkout = scratchDirectory()
  makeCheckout(checkout)
  addPostgresPackage(checkout, 'link')
})
afterAll(() => removeDirectory(checkout))

beforeEach(() => {
  scratch = scratchDirectory()
  directory = join(scratch, 'postgres')
  services = []
})
afterEach(async () => {
  for (const { child } of services) child.kill('SIGKILL')
  await expect.poll(() => processesNaming(scratch), GONE).toEqual([])
  await removeDirectory(scratch)
})

function start(): ServiceProcess {
  const service = startService(checkout, directory)
  services.push(service)
  return service
}

async function kill(service: ServiceProcess): Promise<void> {
  service.child.kill('SIGKILL')
  await service.exited
}

function postmasterPid(): number {
  return Number.parseInt(readFileSync(join(directory, 'data', 'postmaster.pid'), 'utf8'), 10)
}

describe.runIf(process.platform === 'linux')('a service that is asked to end', () => {
  it('stops its server first and leaves no lock', async () => {
    const service = start()
    await service.next()
    service.child.kill('SIGTERM')
    await service.exited
    expect(service.child.exitCode).toBe(0)
    expect(existsSync(join(directory, 'data', 'postmaster.pid'))).toBe(false)
    expect(existsSync(join(directory, 'lock'))).toBe(false)
  })
})

describe.runIf(process.platform === 'linux')('a killed service', () => {
  it('leaves no process behind', async () => {
    const service = start()
    await service.next()
    expect(processesNaming(directory).length).toBeGreaterThan(1)
    await kill(service)
    await expect.poll(() => processesNaming(directory), GONE).toEqual([])
    expect(existsSync(join(directory, 'data', 'postmaster.pid'))).toBe(false)
  })

  it('leaves every acknowledged commit to the next, started at once, time after time', async () => {
    let acknowledged = 0
    for (let round = 0; round < 5; round++) {
      const service = start()
      const { url } = await service.next()
      await execute(url ?? '', 'create table if not exists filing (number int primary key)')
      expect(
        await execute(url ?? '', 'select count(*)::int as count from filing where number <= $1', [acknowledged]),
      ).toEqual([{ count: acknowledged }])
      await execute(url ?? '', 'delete from filing where number > $1', [acknowledged])
      const writing = insertUntilCut(url ?? '', acknowledged)
      await sleep(150)
      await kill(service)
      acknowledged = await writing
    }
    expect(acknowledged).toBeGreaterThan(0)
  })

  it('whose guard was killed with it leaves a server that the next one shuts down', async () => {
    const service = start()
    await service.next()
    const orphan = postmasterPid()
    service.child.kill('SIGSTOP')
    for (const pid of processesNaming(directory)) {
      if (commandLineOf(pid).startsWith('/bin/sh')) process.kill(pid, 'SIGKILL')
    }
    await kill(service)
    await sleep(500)
    expect(commandLineOf(orphan)).toContain(directory)
    const { url } = await start().next()
    expect(await execute(url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    expect(commandLineOf(orphan)).toBe('')
    expect(postmasterPid()).not.toBe(orphan)
  })

  it('in the middle of making the cluster leaves a directory that starts', async () => {
    let interrupted = 0
    for (const wait of [350, 450, 550, 650, 750, 850, 950, 1050, 1200]) {
      const service = start()
      await sleep(wait)
      await kill(service)
      if (existsSync(directory) && readdirSync(directory).some((name) => name.startsWith('init-'))) interrupted++
    }
    expect(interrupted).toBeGreaterThan(0)
    const { url } = await start().next()
    expect(await execute(url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readdirSync(directory).sort()).toEqual(['data', 'lock', 'password', 'postgres.log'])
  })
})

describe.runIf(process.platform === 'linux')('a killed server', () => {
  it('is reported by its service, and the next start recovers while its clients are still there', async () => {
    const service = start()
    const { url } = await service.next()
    await execute(url ?? '', 'create table filing as select 42 as number')
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    // A process in a loop looks for the death of the server only when it is done.
    const busy = client.query('select count(*) from generate_series(1, 20000000)').catch(() => 'cut')
    await sleep(100)
    process.kill(postmasterPid(), 'SIGKILL')
    expect((await service.next()).ended).toContain('exit status 137')
    await service.exited
    const next = await start().next()
    expect(await execute(next.url ?? '', 'select number from filing')).toEqual([{ number: 42 }])
    await busy
    await client.end()
  })
})

describe.runIf(process.platform === 'linux')('services on one directory', () => {
  it('started together: one runs, the other names it', async () => {
    const messages = await Promise.all([start(), start()].map((service) => service.next()))
    expect(messages.filter(({ url }) => url !== undefined)).toHaveLength(1)
    const refused = messages.find(({ fault }) => fault !== undefined)
    const running = services.find(({ child }) => refused?.message?.includes(`pid ${child.pid}`))
    expect(refused?.fault).toBe('in-use')
    expect(running?.child.exitCode).toBeNull()
  })

  it.runIf(process.getuid?.() === 0)('in two containers: the second is refused, and the first goes on', async () => {
    const { url } = await start().next()
    const elsewhere = startService(checkout, directory, undefined, ['unshare', '--pid', '--fork', '--mount-proc'])
    services.push(elsewhere)
    expect(await elsewhere.next()).toMatchObject({ fault: 'in-use', message: expect.stringContaining('container') })
    expect(await start().next()).toMatchObject({ fault: 'in-use' })
    expect(await execute(url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

/** Inserts the numbers after `from` one by one until the connection is cut; the last one acknowledged. */
async function insertUntilCut(url: string, from: number): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  for (let number = from + 1; ; number++) {
    try {
      await client.query('insert into filing values ($1)', [number])
    } catch {
      return number - 1
    }
  }
}
