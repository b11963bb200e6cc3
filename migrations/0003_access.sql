-- Who may call. Secrets are stored hashed; several live ones let a client rotate with an overlap.
create table client (
  id           text primary key,
  name         text not null,
  role         text not null,
  tenant_id    uuid references tenant (id),
  jurisdiction jsonb,                                     -- {"national": true} or {"units": [{"scheme": ..., "code": ...}]}
  scopes       text[] not null,
  provisional  boolean not null default false,
  created_by   text,
  created_at   timestamptz not null default now(),
  revoked_at   timestamptz
);
create index client_of_tenant on client (tenant_id);
create table client_secret (
  client_id   text not null references client (id),
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
-- One key signs at a time: of two servers starting at once, one makes it and both use it.
create unique index signing_key_active on signing_key ((true)) where retired_at is null;

-- Proves that the server's master key is the one this database was written with.
create table master_key_check (
  only_row boolean primary key default true check (only_row),
  check_value bytea not null
);

create table delegation (
  tenant_id  uuid not null references tenant (id),
  client_id  text not null references client (id),
  scopes     text[] not null,
  until      date not null,
  granted_by text not null,
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (tenant_id, client_id)
);
create index delegation_of_client on delegation (client_id);

-- An enterprise without an account asks for one and may file at once; an office later confirms who it is.
create table registration (
  id          uuid primary key,
  tenant_id   uuid not null references tenant (id),
  client_id   text not null references client (id),
  reach       text[] not null,
  sealed_contact bytea not null,
  state       text not null check (state in ('pending', 'confirmed', 'refused')),
  reason      text,
  decided_by  text,
  decided_at  timestamptz,
  created_at  timestamptz not null default now()
);
create index registration_pending on registration (created_at, id) where state = 'pending';
create index registration_of_tenant on registration (tenant_id);
create index registration_of_client on registration (client_id);

-- Reading the contact of a registration leaves a trace: who, why.
create table registration_contact_access (
  tenant_id       uuid not null,
  id              uuid not null,
  registration_id uuid not null references registration (id),
  client_id       text not null,
  actor           text,
  purpose         text not null,
  accessed_at     timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index registration_contact_access_of_registration on registration_contact_access (registration_id, accessed_at);

alter table delegation enable row level security;
create policy delegation_read on delegation for select to khaibao_app
  using (tenant_id = (select app_tenant()) or client_id = (select app_client()));
create policy delegation_write on delegation for insert to khaibao_app with check (tenant_id = (select app_tenant()));
create policy delegation_change on delegation for update to khaibao_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));

-- Examination facilities and monitoring organisations see who delegated to them, until the end date.
create policy enterprise_read_by_delegate on enterprise for select to khaibao_app using (
  exists (
    select from delegation d
     where d.tenant_id = enterprise.tenant_id and d.client_id = (select app_client())
       and d.revoked_at is null and d.until >= (now() at time zone 'Asia/Ho_Chi_Minh')::date
  )
);

alter table registration enable row level security;
create policy registration_read on registration for select to khaibao_app using (
  tenant_id = (select app_tenant()) or (select app_national()) or reach && (select app_reach())
);
create policy registration_write on registration for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
create policy registration_decide on registration for update to khaibao_app
  using ((select app_national()) or reach && (select app_reach()));

alter table registration_contact_access enable row level security;
create policy registration_contact_access_read on registration_contact_access for select to khaibao_app
  using (tenant_id = (select app_tenant()) or (select app_national()));
create policy registration_contact_access_write on registration_contact_access for insert to khaibao_app
  with check (true);

grant select, insert, update on client, client_secret, delegation, registration to khaibao_app;
grant delete on client_secret to khaibao_app;
grant select, insert on signing_key, master_key_check, registration_contact_access to khaibao_app;
grant update (retired_at) on signing_key to khaibao_app;
