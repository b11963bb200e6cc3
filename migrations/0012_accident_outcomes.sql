-- What acts added to an accident declaration, as of the act: null where none told of it, as in every row from before.
alter table accident_fact
  add column conclusion               text,               -- of the minutes that were announced
  add column worsened_on              date,               -- news that it is graver than declared
  add column investigation_authority  text,
  add column investigation_started_on date,
  add column investigation_due        date,               -- with the extension
  add column announced_on             date,
  add column minutes_sent_on          date,
  add column compensation_decided     bigint,             -- thousand VND
  add column compensation_paid        bigint;             -- thousand VND

alter table accident_victim_fact
  add column condition_known_on      date,                -- of a condition other than the one declared
  add column died_on                 date,
  add column returned_on             date,
  add column capacity_loss           integer,             -- percent
  add column assessed_on             date,
  add column compensation_decided_on date,
  add column compensation_decided    bigint,              -- thousand VND
  add column compensation_paid_on    date,
  add column compensation_paid       bigint;              -- thousand VND

-- Files attached to declarations of every kind. Names and contents are sealed; who may read one is decided where the
-- declaration is at hand, so that the database shows them to their tenant only.
create table declaration_file (
  tenant_id      uuid not null,
  id             uuid not null,
  declaration_id uuid not null,
  kind           text not null,
  media_type     text not null,                           -- by content
  size           integer not null,                        -- bytes
  digest         bytea not null,                          -- keyed hash of the content
  sealed_name    bytea not null,
  victim_id      text,
  paper          text,                                    -- code of the paper in the dossier of the victim
  client_id      text not null,
  actor          text,
  attached_at    timestamptz not null,
  primary key (tenant_id, id)
);
create index declaration_file_of_declaration on declaration_file (tenant_id, declaration_id, attached_at);

create table declaration_file_chunk (
  tenant_id uuid not null,
  file_id   uuid not null,
  ordinal   integer not null,
  sealed    bytea not null,
  primary key (tenant_id, file_id, ordinal)
);
-- What is sealed does not shrink by compression.
alter table declaration_file_chunk alter column sealed set storage external;

alter table declaration_file enable row level security;
alter table declaration_file_chunk enable row level security;
create policy declaration_file_read on declaration_file for select to khaibao_app
  using (tenant_id = (select app_tenant()));
create policy declaration_file_write on declaration_file for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
create policy declaration_file_chunk_read on declaration_file_chunk for select to khaibao_app
  using (tenant_id = (select app_tenant()));
create policy declaration_file_chunk_write on declaration_file_chunk for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on declaration_file, declaration_file_chunk to khaibao_app;
