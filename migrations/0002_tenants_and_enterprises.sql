-- A tenant is who files: an enterprise, or a commune for its workers without contract.
create table tenant (
  id          uuid primary key,
  kind        text not null check (kind in ('enterprise', 'commune')),
  unit        text,                                       -- 'scheme:code' of a commune
  reach       text[] not null default '{}',               -- units containing the commune; an enterprise may move, its reach is in the register
  wrapped_key bytea not null,                             -- data key, sealed by the master key; destroying it erases the persons
  created_at  timestamptz not null default now(),
  check ((kind = 'commune') = (unit is not null))
);
create unique index tenant_commune on tenant (unit) where kind = 'commune';

create table enterprise (
  tenant_id           uuid not null references tenant (id),
  id                  uuid not null,
  version             integer not null,
  tax_code            text,                               -- null for a person's 12-digit code, which is sealed
  sealed_tax_code     bytea,
  name                text not null,
  address             text,
  ownership           text,
  industry_version    text,
  industry            text,
  head_office_scheme  text,
  head_office_unit    text,
  reach               text[] not null default '{}',       -- units containing the head office, either scheme
  workers             integer,
  women               integer,
  hazard_factors      text[] not null default '{}',
  cooperative         boolean not null default false,
  high_risk           text[] not null default '{}',
  osh_system          boolean,
  defence             boolean not null default false,
  provisional         boolean not null default false,
  search_text         text not null,
  created_at          timestamptz not null default now(),
  updated_at          timestamptz not null default now(),
  primary key (tenant_id, id),
  check (tenant_id = id)                                  -- an enterprise is its own tenant
);

-- Earlier states of the register: the law of statistics is that the past stays as it was.
create table enterprise_version (
  tenant_id   uuid not null,
  id          uuid not null,
  version     integer not null,
  content     jsonb not null,
  client_id   text not null,
  actor       text,
  recorded_at timestamptz not null default now(),
  primary key (tenant_id, id, version)
);

-- Tax codes change, merge and close: a dated alias of a tenant, never its identity.
-- The key is a keyed hash, so that a person's number cannot be read or tried from a dump.
create table tax_code_alias (
  code_key   bytea not null,
  valid_from date not null default '0001-01-01',
  valid_to   date,
  tenant_id  uuid not null references tenant (id),
  primary key (code_key, valid_from)
);
-- One holder at a time: whoever registers a code second is told, also when both come at once.
create unique index tax_code_alias_in_force on tax_code_alias (code_key) where valid_to is null;
create index tax_code_alias_of_tenant on tax_code_alias (tenant_id);

alter table enterprise enable row level security;
alter table enterprise_version enable row level security;
create policy enterprise_read on enterprise for select to khaibao_app using (
  tenant_id = (select app_tenant()) or (select app_national()) or reach && (select app_reach())
);
create policy enterprise_write on enterprise for insert to khaibao_app with check (tenant_id = (select app_tenant()));
create policy enterprise_change on enterprise for update to khaibao_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
create policy enterprise_version_read on enterprise_version for select to khaibao_app using (
  tenant_id = (select app_tenant()) or (select app_national())
);
create policy enterprise_version_write on enterprise_version for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));

grant select, insert on tenant, enterprise_version to khaibao_app;
grant select, insert, update on enterprise, tax_code_alias to khaibao_app;
grant delete on tax_code_alias to khaibao_app;             -- of a refused registration: it never was its code

-- What a filing copies from the register, in one call that sets its own scope.
create function enterprise_of(p_tenant uuid) returns setof enterprise
  language plpgsql as $$
begin
  perform set_config('app.tenant', p_tenant::text, true);
  return query select * from enterprise where tenant_id = p_tenant and id = p_tenant;
end
$$;
