import { chmod, mkdir, mkdtemp, open, readdir, realpath, rm, rmdir, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { canEnter } from './account.ts'
import { EmbeddedPostgresError, errorCode } from './embedded-postgres-error.ts'
import type { Account } from './system-account.ts'

/** Durable on every Unix and open to every account, unlike root's home and the temporary directories. */
const OPEN_PLACE = '/var/lib/khai-bao'

/**
 * Makes the directory that holds the cluster, its password, lock and log, and answers its real path.
 *
 * Under root the cluster belongs to an unprivileged account, which must be able to enter. Where a parent is closed to
 * it (`/root` is 0700), opening that parent is not ours to do: the files go to `/var/lib/khai-bao`, and a symbolic link
 * stands where they were wanted. Their name there ends at random rather than being derived from the wanted path: who
 * deletes the link starts afresh, and does not get back data whose keys were deleted with it.
 */
export async function prepareHome(directory: string, account: Account | undefined): Promise<string> {
  const wanted = resolve(directory)
  // Only the data itself needs to be closed (0700, by initdb); the account has to pass through all that is above.
  await makeDirectories(wanted, account === undefined ? 0o700 : 0o711)
  const home = await followLink(wanted)
  if (account === undefined) return home
  if ((await readdir(home)).length === 0) await chmod(home, 0o711)
  if (await canEnter(account, home)) return home
  if ((await readdir(home)).length > 0) {
    throw new EmbeddedPostgresError(
      'permission',
      `The user with id ${account.uid}, under which PostgreSQL runs, cannot enter ${home}.`,
      `Open each directory on the way to it (chmod o+x), or move it and set KHAIBAO_DATA_DIR.`,
    )
  }
  return moveToOpenPlace(home, account)
}

/** Makes a rename or a link in the directory outlive a power cut. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path)
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** Node's own recursive mkdir says ENOENT for a read-only disk, and under /proc it never ends. */
async function makeDirectories(path: string, mode: number): Promise<void> {
  try {
    await mkdir(path, { mode })
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    if (errorCode(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeDirectories(dirname(path), mode)
    await mkdir(path, { mode })
  }
}

async function followLink(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    throw new EmbeddedPostgresError(
      'start-failed',
      `${path} is a link to a database that is no longer there.`,
      'Bring the directory it names back, or delete the link to begin with an empty register.',
    )
  }
}

async function moveToOpenPlace(home: string, account: Account): Promise<string> {
  await makeDirectories(OPEN_PLACE, 0o755)
  const place = await mkdtemp(join(OPEN_PLACE, `${home.slice(1).replaceAll('/', '-')}-`))
  await chmod(place, 0o711)
  if (!(await canEnter(account, place))) {
    await rm(place, { recursive: true })
    throw new EmbeddedPostgresError(
      'permission',
      `The user with id ${account.uid}, under which PostgreSQL runs, can enter neither ${home} nor ${OPEN_PLACE}.`,
      'Set KHAIBAO_DATA_DIR to a directory that every user can pass through.',
    )
  }
  await rmdir(home)
  await symlink(place, home)
  await syncDirectory(dirname(home))
  return place
}
