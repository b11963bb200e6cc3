import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A server without the right key could neither read what was sealed nor find anyone again, so it does not start. */
export class MasterKeyUnusable extends Error {
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message)
  }
}

export function masterKeyPath(directory: string): string {
  return join(directory, 'master.key')
}

/**
 * The secret in `master.key`; null when there is no such file.
 * @throws MasterKeyUnusable when the file holds something else than 64 hexadecimal digits.
 */
export async function readMasterKeyFile(directory: string): Promise<Buffer | null> {
  const path = masterKeyPath(directory)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new MasterKeyUnusable(
      `the key file ${path} cannot be read: ${error.message}`,
      'Let the account that runs the server read it.',
    )
  })
  return text === null ? null : secretOf(text, path)
}

/** Makes `master.key`, readable by its owner only; when another server made one meanwhile, that one is returned. */
export async function createMasterKeyFile(directory: string): Promise<Buffer> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = masterKeyPath(directory)
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`)
    // A key that is lost in a power cut takes everything sealed with it along.
    await file.sync()
    await file.close()
    // Unlike a rename, a link never replaces a key that is already there.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  return secretOf(await readFile(path, 'utf8'), path)
}

/** @throws MasterKeyUnusable */
export function secretOf(text: string, origin: string): Buffer {
  const hex = text.trim()
  if (!/^[0-9a-f]{64}$/i.test(hex)) {
    throw new MasterKeyUnusable(`${origin} does not hold 64 hexadecimal digits`, 'Restore the key from a copy.')
  }
  return Buffer.from(hex, 'hex')
}
