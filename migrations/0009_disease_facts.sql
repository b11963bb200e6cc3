-- Typed facts of disease screenings, one row set per act as for accidents. Three counts stand apart and are never added
-- to one another: distinct persons (disease_fact), persons x factor (disease_hazard_fact) and persons x disease
-- (disease_result_fact).
create table disease_fact (
  tenant_id        uuid not null,
  declaration_id   uuid not null,
  seq              integer not null,
  revision         integer not null,
  status           text not null,
  counted          boolean not null,                      -- in official counts
  recorded_at      timestamptz not null,
  filed_at         timestamptz not null,                  -- first receipt
  client_id        text not null,
  examined_from    date not null,
  examined_on      date not null,                         -- last day of the round: its legal date
  exam_kind        text,
  facility_id      uuid,                                  -- of the register of facilities, where it is known there
  facility         text,
  facility_licensed boolean,                              -- on the day; null: not in the register
  unit_scheme      text,
  province         text,
  district         text,
  commune          text,
  current_province text,
  current_commune  text,                                  -- null: undetermined, the old commune was split
  reach            text[] not null,
  office_reach     text[] not null,
  establishment    text not null,
  search_text      text not null,
  ownership        text,
  industry_version text,
  industry         text,
  size_class       text,
  on_behalf        boolean not null,
  workers          integer,                               -- as filed, else as registered
  workers_women    integer,
  exposed          integer not null,                      -- distinct persons now employed, here and in the next three
  exposed_women    integer not null,
  examined         integer not null,
  examined_women   integer not null,
  former_examined  integer not null,                      -- distinct persons no longer exposed or employed
  former_examined_women integer not null,
  suspected        integer not null,                      -- persons x disease, here and in the next three
  diagnosed        integer not null,
  diagnosed_new    integer not null,                      -- without those of earlier rounds
  assessed         integer not null,
  cases            integer not null,
  breaches         integer not null,
  primary key (tenant_id, declaration_id, seq)
);
-- A page of the newest rounds of the country, of a province, of a filer.
create index disease_fact_examined on disease_fact (examined_on desc, declaration_id desc);
create index disease_fact_province on disease_fact (current_province, examined_on desc, declaration_id desc);
create index disease_fact_tenant on disease_fact (tenant_id, examined_on desc, declaration_id desc);

-- Persons x factor.
create table disease_hazard_fact (
  tenant_id        uuid not null,
  declaration_id   uuid not null,
  seq              integer not null,
  ordinal          integer not null,
  factor           text not null,
  exposed          integer not null,
  exposed_women    integer not null,
  examined         integer not null,
  examined_women   integer not null,
  monitored_on     date,
  monitoring_result text,                                 -- as declared: within-limits | exceeding | not-monitored
  client_id        text not null,
  reach            text[] not null,
  office_reach     text[] not null,
  primary key (tenant_id, declaration_id, seq, ordinal)
);

-- Persons x disease.
create table disease_result_fact (
  tenant_id        uuid not null,
  declaration_id   uuid not null,
  seq              integer not null,
  ordinal          integer not null,
  disease          text not null,
  disease_group    text,
  insured          boolean not null,                      -- on the list in force on the legal date
  examined         integer not null,
  examined_women   integer not null,
  suspected        integer not null,
  suspected_women  integer not null,
  diagnosed        integer not null,
  diagnosed_women  integer not null,
  diagnosed_new    integer not null,
  diagnosed_new_women integer not null,
  assessed         integer not null,
  assessed_women   integer not null,
  under5           integer not null,                      -- by percentage of reduced capacity
  under5_women     integer not null,
  from5to30        integer not null,
  from5to30_women  integer not null,
  from31           integer not null,
  from31_women     integer not null,
  former_examined  integer not null,                      -- of the above: no longer exposed or employed
  former_diagnosed integer not null,
  client_id        text not null,
  reach            text[] not null,
  office_reach     text[] not null,
  primary key (tenant_id, declaration_id, seq, ordinal)
);

-- One person with one disease: health data of a person, for the enterprise, who filed it, and the health office.
create table disease_case_fact (
  tenant_id        uuid not null,
  declaration_id   uuid not null,
  seq              integer not null,
  ordinal          integer not null,
  case_id          text not null,
  person_key       bytea,                                 -- HMAC of the identity number: finds the same person again
  sex              text,
  age              integer,                               -- in whole years, when diagnosed
  occupation       text,                                  -- when the disease arose
  disease          text,
  form             text,
  factor           text,
  exposure_years   double precision,                      -- to a tenth
  diagnosed_on     date,
  from_earlier_round boolean not null,
  band             text,
  client_id        text not null,
  reach            text[] not null,
  office_reach     text[] not null,
  primary key (tenant_id, declaration_id, seq, ordinal)
);
-- Whether somebody's disease was told before, by the same enterprise.
create index disease_case_fact_person on disease_case_fact (tenant_id, person_key) where person_key is not null;

alter table disease_fact enable row level security;
alter table disease_hazard_fact enable row level security;
alter table disease_result_fact enable row level security;
alter table disease_case_fact enable row level security;

create policy disease_fact_read on disease_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
  or client_id = (select app_client())
);
create policy disease_hazard_fact_read on disease_hazard_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
  or client_id = (select app_client())
);
create policy disease_result_fact_read on disease_result_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
  or client_id = (select app_client())
);
create policy disease_case_fact_read on disease_case_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or client_id = (select app_client())
  or (select app_health())
     and ((select app_national()) or reach && (select app_reach()) or office_reach && (select app_reach()))
);
create policy disease_fact_write on disease_fact for insert to khaibao_app with check (tenant_id = (select app_tenant()));
create policy disease_hazard_fact_write on disease_hazard_fact for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
create policy disease_result_fact_write on disease_result_fact for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
create policy disease_case_fact_write on disease_case_fact for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on disease_fact, disease_hazard_fact, disease_result_fact, disease_case_fact to khaibao_app;

-- What all rows of a round have in common is sent once, with the row of the round.
create function disease_hazard_rows(p_screening json, p_hazards json) returns setof disease_hazard_fact
  language sql stable as $$
    select s.tenant_id, s.declaration_id, s.seq, h.ordinal, h.factor, h.exposed, h.exposed_women, h.examined,
           h.examined_women, h.monitored_on, h.monitoring_result, s.client_id, s.reach, s.office_reach
      from json_populate_record(null::disease_fact, p_screening) s,
           json_populate_recordset(null::disease_hazard_fact, p_hazards) h
  $$;
create function disease_result_rows(p_screening json, p_results json) returns setof disease_result_fact
  language sql stable as $$
    select s.tenant_id, s.declaration_id, s.seq, r.ordinal, r.disease, r.disease_group, r.insured,
           r.examined, r.examined_women, r.suspected, r.suspected_women, r.diagnosed, r.diagnosed_women,
           r.diagnosed_new, r.diagnosed_new_women, r.assessed, r.assessed_women, r.under5, r.under5_women,
           r.from5to30, r.from5to30_women, r.from31, r.from31_women, r.former_examined, r.former_diagnosed,
           s.client_id, s.reach, s.office_reach
      from json_populate_record(null::disease_fact, p_screening) s,
           json_populate_recordset(null::disease_result_fact, p_results) r
  $$;
create function disease_case_rows(p_screening json, p_cases json) returns setof disease_case_fact
  language sql stable as $$
    select s.tenant_id, s.declaration_id, s.seq, c.ordinal, c.case_id, c.person_key, c.sex, c.age, c.occupation,
           c.disease, c.form, c.factor, c.exposure_years, c.diagnosed_on, c.from_earlier_round, c.band,
           s.client_id, s.reach, s.office_reach
      from json_populate_record(null::disease_fact, p_screening) s,
           json_populate_recordset(null::disease_case_fact, p_cases) c
  $$;

create function file_disease(
  p_act json, p_body json, p_sealed bytea, p_response text,
  p_screening json, p_hazards json, p_results json, p_cases json
) returns act_outcome language plpgsql as $$
declare
  v_outcome act_outcome := record_act(p_act, p_body, p_sealed, p_response);
begin
  if v_outcome.outcome = 'written' then
    insert into disease_fact select * from json_populate_record(null::disease_fact, p_screening);
    insert into disease_hazard_fact select * from disease_hazard_rows(p_screening, p_hazards);
    insert into disease_result_fact select * from disease_result_rows(p_screening, p_results);
    insert into disease_case_fact select * from disease_case_rows(p_screening, p_cases);
  end if;
  return v_outcome;
end
$$;

-- As accident_fact_later: the order of acts, whoever asks.
create view disease_fact_later as select tenant_id, declaration_id, seq, recorded_at from disease_fact where seq > 1;
grant select on disease_fact_later to khaibao_app;
create index disease_fact_amended on disease_fact (tenant_id, declaration_id, seq, recorded_at) where seq > 1;
