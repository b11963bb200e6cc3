import { statement } from '../platform/statements.ts'

const COLUMNS = 'c.id, c.name, c.role, c.tenant_id, c.jurisdiction, c.scopes, c.provisional, c.created_at, c.revoked_at'

export const selectClient = statement('client-by-id', `select ${COLUMNS} from client c where c.id = $1`)

/**
 * $2: the roles the caller may manage. A client that files is managed by whoever sees its enterprise, or has
 * jurisdiction over its commune or organisation; row-level security decides the first.
 */
const MANAGED = `c.role = any($2) and (
  c.tenant_id is null
  or exists (select from enterprise e where e.tenant_id = c.tenant_id)
  or exists (select from tenant t where t.id = c.tenant_id and t.kind <> 'enterprise' and (app_national() or t.reach && app_reach()))
)`

export const selectManagedClient = statement(
  'client-managed',
  `select ${COLUMNS} from client c where c.id = $1 and ${MANAGED}`,
)

export const listManagedClients = statement(
  'clients-managed',
  `select ${COLUMNS} from client c
    where ($1::text is null or c.id > $1) and ${MANAGED}
    order by c.id limit $3`,
)

export const insertClient = statement(
  'client-insert',
  `insert into client (id, name, role, tenant_id, jurisdiction, scopes, provisional, created_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning created_at`,
)

export const revokeClient = statement(
  'client-revoke',
  'update client set revoked_at = coalesce(revoked_at, now()) where id = $1',
)

export const confirmClientsOf = statement(
  'clients-confirm',
  'update client set provisional = false where tenant_id = $1',
)

export const revokeClientsOf = statement(
  'clients-revoke',
  'update client set revoked_at = coalesce(revoked_at, now()) where tenant_id = $1',
)

export const selectLiveHashes = statement(
  'client-secret-hashes',
  `select s.hash from client_secret s join client c on c.id = s.client_id
    where c.id = $1 and c.revoked_at is null and (s.expires_at is null or s.expires_at > $2)
    order by s.id desc`,
)

export const listSecrets = statement(
  'client-secrets',
  'select id, created_at, expires_at from client_secret where client_id = $1 order by id',
)

export const insertSecret = statement(
  'client-secret-insert',
  'insert into client_secret (client_id, id, hash) values ($1, $2, $3)',
)

/** $2: the secret that stays, $3: when the others end; none lives longer for it. */
export const expireOtherSecrets = statement(
  'client-secret-expire',
  `update client_secret set expires_at = least(expires_at, $3) where client_id = $1 and id <> $2`,
)

export const deleteSecret = statement(
  'client-secret-delete',
  'delete from client_secret where client_id = $1 and id = $2 returning id',
)

/** A commune files under one tenant, whoever of its clients does. */
export const insertCommuneTenant = statement(
  'commune-tenant-insert',
  `insert into tenant (id, kind, unit, reach, wrapped_key) values ($1, 'commune', $2, $3, $4)
   on conflict (unit) where kind = 'commune' do nothing`,
)
export const selectCommuneTenant = statement(
  'commune-tenant',
  "select id from tenant where kind = 'commune' and unit = $1",
)
