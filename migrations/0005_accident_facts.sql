-- Typed facts of accidents for search and statistics. One row set per act, written with it: the row of the highest
-- `seq` is the present, the highest with recorded_at <= T is what was known at T. Rebuildable from declaration_act.
create table accident_fact (
  tenant_id        uuid not null,
  declaration_id   uuid not null,
  seq              integer not null,
  revision         integer not null,
  status           text not null,
  counted          boolean not null,                      -- in official counts
  recorded_at      timestamptz not null,
  filed_at         timestamptz not null,                  -- first receipt
  client_id        text not null,
  occurred_at      timestamptz not null,
  occurred_on      date not null,
  unit_scheme      text,
  province         text,
  district         text,
  commune          text,
  current_province text,
  current_commune  text,                                  -- null: undetermined, the old commune was split
  reach            text[] not null,
  office_reach     text[] not null,
  related_tenants  uuid[] not null,
  establishment    text not null,
  search_text      text not null,
  ownership        text,
  industry_version text,
  industry         text,
  size_class       text,
  class            text not null,
  declarable       boolean not null,
  context          text not null,
  cause            text,
  factor_list      text,
  factor           text,
  special_field    text,
  preliminary      boolean not null,
  on_behalf        boolean not null,
  deaths           integer not null,
  serious          integer not null,
  light            integer not null,
  missing          integer not null,
  victims          integer not null,
  women            integer not null,
  outside_management integer not null,
  days_lost        integer not null,
  costs            bigint not null,                       -- thousand VND
  property_damage  bigint not null,                       -- thousand VND
  breaches         integer not null,
  primary key (tenant_id, declaration_id, seq)
);
-- A page of the newest accidents of the country, of a province, of a filer.
create index accident_fact_occurred on accident_fact (occurred_at desc, declaration_id desc);
create index accident_fact_province on accident_fact (current_province, occurred_at desc, declaration_id desc);
create index accident_fact_tenant on accident_fact (tenant_id, occurred_at desc, declaration_id desc);

create table accident_victim_fact (
  tenant_id           uuid not null,
  declaration_id      uuid not null,
  seq                 integer not null,
  ordinal             integer not null,
  victim_id           text not null,
  condition           text not null,
  sex                 text,
  age                 integer,
  occupation          text,
  employment_relation text,
  vulnerable_groups   text[] not null,
  outside_management  boolean not null,
  employer_tenant     uuid,
  days_lost           integer not null,
  person_key          bytea,                              -- HMAC of the identity number: finds the same person again
  reach               text[] not null,
  office_reach        text[] not null,
  primary key (tenant_id, declaration_id, seq, ordinal)
);

alter table accident_fact enable row level security;
alter table accident_victim_fact enable row level security;
create policy accident_fact_read on accident_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
  or client_id = (select app_client())
  or related_tenants @> array[(select app_tenant())]
);
create policy accident_fact_write on accident_fact for insert to khaibao_app with check (tenant_id = (select app_tenant()));
create policy accident_victim_fact_read on accident_victim_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
  or employer_tenant = (select app_tenant())
);
create policy accident_victim_fact_write on accident_victim_fact for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on accident_fact, accident_victim_fact to khaibao_app;

create function file_accident(
  p_act json, p_body json, p_sealed bytea, p_response text, p_accident json, p_victims json
) returns act_outcome language plpgsql as $$
declare
  v_outcome act_outcome := record_act(p_act, p_body, p_sealed, p_response);
begin
  if v_outcome.outcome = 'written' then
    insert into accident_fact select * from json_populate_record(null::accident_fact, p_accident);
    insert into accident_victim_fact select * from json_populate_recordset(null::accident_victim_fact, p_victims);
  end if;
  return v_outcome;
end
$$;
