-- Who may examine workers for occupational diseases, and who may monitor their environment: two public registers that
-- health offices keep. Read by all, so bound to no tenant.
create table provider (
  id          uuid primary key,
  register    text not null check (register in ('facility', 'monitoring-organisation')),
  version     integer not null,
  tax_code    text not null,
  facts       json not null,
  reach       text[] not null,                            -- units containing the head office, either scheme
  search_text text not null,
  eligible    datemultirange not null,                    -- days on which it may work
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  unique (register, tax_code)
);

-- Earlier states: who was licensed or suspended on a day is asked years later.
create table provider_version (
  id          uuid not null references provider (id),
  version     integer not null,
  facts       json not null,
  client_id   text not null,
  actor       text,
  recorded_at timestamptz not null default now(),
  primary key (id, version)
);

grant select, insert, update on provider to khaibao_app;
grant select, insert on provider_version to khaibao_app;
