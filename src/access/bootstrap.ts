import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import type { Database, Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import { secretMatches } from './client-secrets.ts'
import { selectLiveHashes } from './client-statements.ts'
import { findClient, type NewSecret, newSecret, storeClient, storeSecret } from './clients.ts'

const selectAdministrator = statement(
  'administrator-exists',
  "select id from client where role = 'administrator' and revoked_at is null limit 1",
)
/** Servers that start at once wait for one another; any constant of its own will do. */
const lockBootstrap = statement('administrator-lock', 'select pg_advisory_xact_lock(20160702)')

export interface BootstrapOptions {
  readonly database: Database
  /** Where `admin-client.json` is written. */
  readonly dataDirectory: string
  /** KHAIBAO_BOOTSTRAP_CLIENT_ID and KHAIBAO_BOOTSTRAP_CLIENT_SECRET: both, or neither. */
  readonly id?: string
  readonly secret?: string
}

/**
 * - `exists`: nothing was done.
 * - `created-from-settings`: with the id and secret of the settings.
 * - `created`: with credentials that only `file` holds.
 * - `secret-added`: the client was there, and the secret of the settings now works too, beside its others.
 * - `revoked`: the client of the settings was revoked, and stays so.
 */
export type BootstrapOutcome =
  | { readonly outcome: 'exists' }
  | { readonly outcome: 'created-from-settings' | 'secret-added' | 'revoked'; readonly clientId: string }
  | { readonly outcome: 'created'; readonly clientId: string; readonly file: string }

export class BootstrapRefused extends Error {}

/**
 * Sees to it that there is an administrator.
 * @throws BootstrapRefused when the settings are incomplete, or name a client that is no administrator.
 */
export async function bootstrapAdministrator(options: BootstrapOptions): Promise<BootstrapOutcome> {
  const { database, dataDirectory, id, secret } = options
  if (id !== undefined && secret !== undefined) return fromSettings(database, id, secret)
  if (id !== undefined || secret !== undefined) {
    throw new BootstrapRefused('set both KHAIBAO_BOOTSTRAP_CLIENT_ID and KHAIBAO_BOOTSTRAP_CLIENT_SECRET, or neither')
  }

  const generated = await newSecret()
  return database.within({}, async (session): Promise<BootstrapOutcome> => {
    await session.run(lockBootstrap)
    if ((await session.run(selectAdministrator)).length > 0) return { outcome: 'exists' }
    const clientId = uuid()
    await storeAdministrator(session, clientId, generated)
    // Before the commit: an administrator whose secret nobody knows would keep a later start from making another.
    const file = await writeCredentials(dataDirectory, { clientId, clientSecret: generated.plain })
    return { outcome: 'created', clientId, file }
  })
}

async function fromSettings(database: Database, clientId: string, plain: string): Promise<BootstrapOutcome> {
  const secret = await newSecret(plain)
  return database.within({}, async (session): Promise<BootstrapOutcome> => {
    await session.run(lockBootstrap)
    const client = await findClient(session, clientId)
    if (client === null) {
      await storeAdministrator(session, clientId, secret)
      return { outcome: 'created-from-settings', clientId }
    }
    if (client.role !== 'administrator') {
      throw new BootstrapRefused(`KHAIBAO_BOOTSTRAP_CLIENT_ID names a client with the role ${client.role}`)
    }
    if (client.revokedAt !== null) return { outcome: 'revoked', clientId }
    const hashes = await session.run<{ hash: string }>(selectLiveHashes, [clientId, new Date()])
    if (
      await secretMatches(
        plain,
        hashes.map(({ hash }) => hash),
      )
    )
      return { outcome: 'exists' }
    await storeSecret(session, clientId, secret)
    return { outcome: 'secret-added', clientId }
  })
}

async function storeAdministrator(session: Session, id: string, secret: NewSecret): Promise<void> {
  const client = {
    id,
    name: 'Quản trị viên',
    role: 'administrator',
    tenantId: null,
    jurisdiction: null,
    scopes: [],
    provisional: false,
    createdBy: null,
  } as const
  await storeClient(session, client, secret)
}

/** Readable by the owner only; whole or not at all. */
async function writeCredentials(
  directory: string,
  credentials: { readonly clientId: string; readonly clientSecret: string },
): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, 'admin-client.json')
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  await rename(draft, file)
  return file
}
