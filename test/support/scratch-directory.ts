import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A new directory for one test, which deletes it when done. Open to all accounts: under root the database runs as an
 * unprivileged one, and could not enter what `mkdtemp` makes.
 */
export function scratchDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'khai-bao-'))
  chmodSync(directory, 0o755)
  return directory
}

export async function removeDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true, maxRetries: 10 })
}
