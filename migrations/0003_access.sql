-- Who may call. Secrets are stored hashed; several live ones let a client rotate with an overlap.
create table client (
  id           uuid primary key,
  name         text not null,
  role         text not null,
  tenant_id    uuid references tenant (id),
  jurisdiction jsonb,                                     -- {"national": true} or {"units": [{"scheme": ..., "code": ...}]}
  scopes       text[] not null,
  provisional  boolean not null default false,
  created_by   uuid,
  created_at   timestamptz not null default now(),
  revoked_at   timestamptz
);
create index client_of_tenant on client (tenant_id);
create table client_secret (
  client_id   uuid not null references client (id),
  id          uuid not null,
  hash        text not null,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz,
  primary key (client_id, id)
);

-- Keys that sign tokens and receipts; the private half is sealed by the master key.
create table signing_key (
  kid            text primary key,
  algorithm      text not null,
  public_jwk     jsonb not null,
  sealed_private bytea not null,
  created_at     timestamptz not null default now(),
  retired_at     timestamptz
);

-- Proves that the server's master key is the one this database was written with.
create table master_key_check (
  only_row boolean primary key default true check (only_row),
  check_value bytea not null
);

create table delegation (
  tenant_id  uuid not null references tenant (id),
  client_id  uuid not null references client (id),
  scopes     text[] not null,
  until      date not null,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (tenant_id, client_id)
);
create index delegation_of_client on delegation (client_id);

-- An enterprise without an account asks for one and may file at once; an office later confirms who it is.
create table registration (
  id          uuid primary key,
  tenant_id   uuid not null references tenant (id),
  client_id   uuid not null references client (id),
  reach       text[] not null,
  sealed_contact bytea not null,
  state       text not null check (state in ('pending', 'confirmed', 'refused')),
  reason      text,
  decided_by  uuid,
  decided_at  timestamptz,
  created_at  timestamptz not null default now()
);
create index registration_pending on registration (created_at, id) where state = 'pending';
create index registration_of_tenant on registration (tenant_id);
create index registration_of_client on registration (client_id);

grant select, insert, update on client, client_secret, delegation, registration to khaibao_app;
grant delete on client_secret to khaibao_app;
grant select, insert on signing_key, master_key_check to khaibao_app;
grant update (retired_at) on signing_key to khaibao_app;
