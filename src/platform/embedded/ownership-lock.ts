import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './embedded-postgres-error.ts'
import { processStart } from './process-identity.ts'

/** Two that find the same dead holder replace it within a millisecond of each other; the later one stays. */
const SETTLE_MS = 50

export type LockOutcome =
  | { readonly kind: 'acquired'; release(): void }
  | { readonly kind: 'held'; readonly pid: number | undefined }

/**
 * Takes the lock file at `path` for the life of this process. A holder that died, however it died, holds nothing:
 * the file names a pid together with the moment that process began.
 */
export async function acquireOwnershipLock(path: string): Promise<LockOutcome> {
  const token = randomUUID()
  const mine = JSON.stringify({ pid: process.pid, start: processStart(process.pid), token })
  const draft = `${path}.${token}`
  try {
    await writeFile(draft, mine, { mode: 0o600 })
    if (await linkUnlessTaken(draft, path)) return acquired(path, mine)
    const holder = parseHolder(await readFile(path, 'utf8'))
    if (holder !== undefined && processStart(holder.pid) === holder.start) return { kind: 'held', pid: holder.pid }
    await rename(draft, path)
    await sleep(SETTLE_MS)
    const winner = await readFile(path, 'utf8')
    return winner === mine ? acquired(path, mine) : { kind: 'held', pid: parseHolder(winner)?.pid }
  } finally {
    await rm(draft, { force: true })
  }
}

/** Linking, unlike creating and then writing, never shows another process a file that is not yet written. */
async function linkUnlessTaken(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function acquired(path: string, mine: string): LockOutcome {
  return {
    kind: 'acquired',
    release: () => {
      // Gone already when someone deleted the directory under the running service.
      if (existsSync(path) && readFileSync(path, 'utf8') === mine) rmSync(path)
    },
  }
}

/** Undefined for a file that a power cut left empty or torn. */
function parseHolder(text: string): { pid: number; start: string } | undefined {
  const match = /"pid":(\d+),"start":"([^"]+)"/.exec(text)
  return match?.[1] && match[2] ? { pid: Number(match[1]), start: match[2] } : undefined
}
