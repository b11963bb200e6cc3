import { statement } from '../platform/statements.ts'

/** Only what the role of the client can use, to who may still call; otherwise nothing. Granting again renews. */
export const grantDelegation = statement(
  'delegation-grant',
  `insert into delegation (tenant_id, client_id, scopes, until, granted_by)
   select $1, c.id, $3, $4, $5 from client c
    where c.id = $2 and c.revoked_at is null
      and $3::text[] <@ case c.role
        when 'examiner' then array['disease-screening']
        when 'monitor' then array['environment-monitoring'] end
   on conflict (tenant_id, client_id) do update
     set scopes = excluded.scopes, until = excluded.until, granted_by = excluded.granted_by,
         granted_at = now(), revoked_at = null
   returning client_id`,
)

const SELECT = `select d.client_id, c.name, c.role, d.scopes, d.until, d.granted_at
  from delegation d join client c on c.id = d.client_id
  where d.tenant_id = $1 and d.revoked_at is null`

export const selectDelegation = statement('delegation', `${SELECT} and d.client_id = $2`)

export const listDelegations = statement('delegations', `${SELECT} order by d.client_id`)

export const revokeDelegation = statement(
  'delegation-revoke',
  `update delegation set revoked_at = now()
    where tenant_id = $1 and client_id = $2 and revoked_at is null returning client_id`,
)

export const selectDelegationInForce = statement(
  'delegation-in-force',
  `select client_id from delegation
    where tenant_id = $1 and client_id = $2 and scopes @> array[$3] and until >= $4 and revoked_at is null`,
)
