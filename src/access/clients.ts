import { v7 as uuid } from 'uuid'
import type { Database, Session } from '../platform/database.ts'
import { type AccessScope, clientIdSchema, type Jurisdiction, type Role } from './caller.ts'
import { hashSecret, newClientSecret, secretMatches } from './client-secrets.ts'
import { insertClient, insertSecret, selectClient, selectLiveHashes } from './client-statements.ts'
import { scopesOfRole } from './permissions.ts'

export interface Client {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly tenantId: string | null
  readonly jurisdiction: Jurisdiction | null
  /** What its tokens may hold at most. */
  readonly scopes: readonly AccessScope[]
  readonly provisional: boolean
  readonly createdAt: Date
  readonly revokedAt: Date | null
}

export interface ClientRow {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly tenant_id: string | null
  readonly jurisdiction: Jurisdiction | null
  readonly scopes: readonly AccessScope[]
  readonly provisional: boolean
  readonly created_at: Date
  readonly revoked_at: Date | null
}

/** No scopes stored means all of the role's, also those that later versions add to it. */
export function clientOf(row: ClientRow): Client {
  const ofRole = scopesOfRole(row.role)
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    tenantId: row.tenant_id,
    jurisdiction: row.jurisdiction,
    scopes: row.scopes.length === 0 ? ofRole : ofRole.filter((scope) => row.scopes.includes(scope)),
    provisional: row.provisional,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  }
}

/** Null for one that never was; a revoked one says so. */
export async function findClient(session: Session, id: string): Promise<Client | null> {
  const [row] = await session.run<ClientRow>(selectClient, [id])
  return row === undefined ? null : clientOf(row)
}

export interface NewClient {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly tenantId: string | null
  readonly jurisdiction: Jurisdiction | null
  /** Empty: all that the role allows. */
  readonly scopes: readonly AccessScope[]
  readonly provisional: boolean
  /** Client id of who made it; null at the first start and for who registered itself. */
  readonly createdBy: string | null
}

/** A secret that is still to be stored; hashing is slow on purpose, so it is done before a transaction begins. */
export interface NewSecret {
  readonly id: string
  readonly plain: string
  readonly hash: string
}

export async function newSecret(plain: string = newClientSecret()): Promise<NewSecret> {
  return { id: uuid(), plain, hash: await hashSecret(plain) }
}

/** False when the id is taken. */
export async function storeClient(session: Session, client: NewClient, secret: NewSecret): Promise<boolean> {
  const [stored] = await session.run(insertClient, [
    client.id,
    client.name,
    client.role,
    client.tenantId,
    client.jurisdiction === null ? null : JSON.stringify(client.jurisdiction),
    client.scopes,
    client.provisional,
    client.createdBy,
  ])
  if (stored === undefined) return false
  await storeSecret(session, client.id, secret)
  return true
}

export async function storeSecret(session: Session, clientId: string, secret: NewSecret): Promise<void> {
  await session.run(insertSecret, [clientId, secret.id, secret.hash])
}

/**
 * The client whose id and secret these are; null when unknown, wrong, expired or revoked, all of which cost the same
 * time. `secrets` are readings of what was sent; one that matches is enough.
 */
export async function authenticateClient(
  database: Database,
  { id, secrets, now }: { readonly id: string; readonly secrets: ReadonlySet<string>; readonly now: Date },
): Promise<Client | null> {
  const known = clientIdSchema.safeParse(id).success
  const rows = known ? await database.run<{ hash: string }>(selectLiveHashes, [id, now]) : []
  const hashes = rows.map(({ hash }) => hash)
  for (const secret of secrets) {
    if (await secretMatches(secret, hashes)) return findClient(database, id)
  }
  return null
}
