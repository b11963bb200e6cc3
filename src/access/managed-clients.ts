import type { Database } from '../platform/database.ts'
import { type Caller, ROLES, type Role, registerScope } from './caller.ts'
import { listManagedClients, selectManagedClient } from './client-statements.ts'
import { type Client, type ClientRow, clientOf, findClient } from './clients.ts'
import { denialOf } from './permissions.ts'

/** An office gives accounts to those who file with it; who is an office is the administrator's to say. */
export function manageableRoles(manager: Caller): readonly Role[] {
  if (manager.role === 'administrator') return ROLES
  return manager.role === 'labour-office' ? ['enterprise', 'commune'] : []
}

/** A client that the caller manages; null for any other. */
export async function findManagedClient(database: Database, manager: Caller, id: string): Promise<Client | null> {
  const [row] = await database.within(registerScope(manager), (session) =>
    session.run<ClientRow>(selectManagedClient, [id, manageableRoles(manager)]),
  )
  return row === undefined ? null : clientOf(row)
}

/** A client whose secrets the caller may change: its own, or one that it manages. */
export async function findClientToRotate(database: Database, caller: Caller, id: string): Promise<Client | null> {
  if (caller.clientId === id) return findClient(database, id)
  return denialOf(caller, 'client.manage') === null ? findManagedClient(database, caller, id) : null
}

/** One row more than `limit`. */
export async function managedClients(
  database: Database,
  manager: Caller,
  after: string | null,
  limit: number,
): Promise<readonly ClientRow[]> {
  return database.within(registerScope(manager), (session) =>
    session.run<ClientRow>(listManagedClients, [after, manageableRoles(manager), limit + 1]),
  )
}
