-- Typed facts of technical incidents for search and the offices' questions, as those of accidents: one row per act, the
-- row of the highest `seq` is the present. Rebuildable from declaration_act.
create table technical_incident_fact (
  tenant_id          uuid not null,
  declaration_id     uuid not null,
  seq                integer not null,
  revision           integer not null,
  status             text not null,
  counted            boolean not null,                    -- in official counts
  recorded_at        timestamptz not null,
  filed_at           timestamptz not null,                -- first receipt
  client_id          text not null,
  occurred_at        timestamptz not null,
  occurred_on        date not null,
  unit_scheme        text,
  province           text,
  district           text,
  commune            text,
  current_province   text,
  current_commune    text,                                -- null: undetermined, the old commune was split
  reach              text[] not null,
  office_reach       text[] not null,
  establishment      text not null,
  search_text        text not null,
  ownership          text,
  industry_version   text,
  industry           text,
  incident_kind      text,
  serious            boolean not null,
  declarable         boolean not null,                    -- the incident itself (Decree 39/2016, Art. 26.1)
  several            boolean not null,                    -- establishments or localities
  special_field      text,
  preliminary        boolean not null,
  on_behalf          boolean not null,
  casualties_unknown boolean not null,
  workers_dead       integer not null,                    -- of the employer; their accident is declared apart
  workers_serious    integer not null,
  workers_light      integer not null,
  workers_missing    integer not null,
  others_dead        integer not null,
  others_serious     integer not null,
  others_light       integer not null,
  others_missing     integer not null,
  accidents          uuid[] not null,                     -- declarations of the accidents it caused
  property_damage    bigint not null,                     -- thousand VND
  breaches           integer not null,
  primary key (tenant_id, declaration_id, seq)
);
create index technical_incident_fact_occurred on technical_incident_fact (occurred_at desc, declaration_id desc);
create index technical_incident_fact_province
  on technical_incident_fact (current_province, occurred_at desc, declaration_id desc);
create index technical_incident_fact_tenant on technical_incident_fact (tenant_id, occurred_at desc, declaration_id desc);
create index technical_incident_fact_amended on technical_incident_fact (tenant_id, declaration_id, seq, recorded_at)
  where seq > 1;

alter table technical_incident_fact enable row level security;
create policy technical_incident_fact_read on technical_incident_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
  or client_id = (select app_client())
);
create policy technical_incident_fact_write on technical_incident_fact for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on technical_incident_fact to khaibao_app;

create function file_technical_incident(
  p_act json, p_body json, p_sealed bytea, p_response text, p_incident json
) returns act_outcome language plpgsql as $$
declare
  v_outcome act_outcome := record_act(p_act, p_body, p_sealed, p_response);
begin
  if v_outcome.outcome = 'written' then
    insert into technical_incident_fact select * from json_populate_record(null::technical_incident_fact, p_incident);
  end if;
  return v_outcome;
end
$$;

-- Which acts came after the first does not depend on who asks, as with accidents.
create view technical_incident_fact_later as
  select tenant_id, declaration_id, seq, recorded_at from technical_incident_fact where seq > 1;
grant select on technical_incident_fact_later to khaibao_app;
