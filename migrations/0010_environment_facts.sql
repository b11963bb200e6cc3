-- Typed facts of monitoring campaigns for search and statistics, as those of accidents: one row set per act, the row of
-- the highest `seq` is the present. Rebuildable from declaration_act.
create table environment_fact (
  tenant_id             uuid not null,
  declaration_id        uuid not null,
  seq                   integer not null,
  revision              integer not null,
  status                text not null,
  in_force              boolean not null,
  eligible              boolean not null,                 -- the organisation might monitor in the days of the campaign
  counted               boolean not null,                 -- in force, and monitoring in the figures of compliance
  recorded_at           timestamptz not null,
  filed_at              timestamptz not null,             -- first receipt
  client_id             text not null,
  sampled_on            date not null,                    -- the legal date
  sampled_to            date not null,
  unit_scheme           text,
  province              text,
  district              text,
  commune               text,
  current_province      text,
  current_commune       text,                             -- null: undetermined, the old commune was split
  reach                 text[] not null,
  office_reach          text[] not null,
  establishment         text not null,
  search_text           text not null,
  ownership             text,
  industry_version      text,
  industry              text,
  size_class            text,
  organisation_id       uuid,                             -- in the register of monitoring organisations
  organisation_tax_code text,
  organisation          text not null,
  report_number         text,
  on_behalf             boolean not null,
  positions             integer not null,
  positions_exceeding   integer not null,
  workers               integer not null,                 -- at all positions; who works at two counts at both
  workers_exceeding     integer not null,
  samples               integer not null,
  exceeding             integer not null,                 -- beyond a limit that was read in its text
  advisory_exceeding    integer not null,
  not_assessable        integer not null,
  official_samples      integer not null,                 -- from here on: in official figures, so by calibrated
  official_assessed     integer not null,                 -- instruments, in a campaign that counts; else nought
  official_exceeding    integer not null,
  official_advisory_exceeding integer not null,
  official_not_assessable integer not null,
  official_positions_exceeding integer not null,
  official_workers_exceeding integer not null,
  official_women_exceeding integer not null,
  factors               text[] not null,
  hazards               text[] not null,                  -- covered by what was measured
  exceeding_factors     text[] not null,
  exceeding_hazards     text[] not null,
  fingerprint           text,                             -- equal for equal results at the same places
  breaches              integer not null,
  primary key (tenant_id, declaration_id, seq)
);
create index environment_fact_sampled on environment_fact (sampled_on desc, declaration_id desc);
create index environment_fact_province on environment_fact (current_province, sampled_on desc, declaration_id desc);
create index environment_fact_tenant on environment_fact (tenant_id, sampled_on desc, declaration_id desc);
create index environment_fact_amended on environment_fact (tenant_id, declaration_id, seq, recorded_at) where seq > 1;

-- One row per measurement; one per factor and verdict where an old form held counts only.
create table environment_measurement_fact (
  tenant_id      uuid not null,
  declaration_id uuid not null,
  seq            integer not null,
  ordinal        integer not null,
  factor         text not null,
  cas            text,
  hazards        text[] not null,
  form_04_group  text,
  item_9         text,
  position       integer,                                 -- ordinal of the position
  workers        integer,                                 -- of the position
  samples        integer not null,
  verdict        text not null,
  advisory       boolean not null,                        -- by a limit nobody verified: never in official figures
  limit_id       text,
  limit_value    double precision,
  exposure_index double precision,
  sample_type    text,
  sampled_on     date not null,
  counted        boolean not null,                        -- as the campaign, and the instrument was calibrated
  reach          text[] not null,
  office_reach   text[] not null,
  primary key (tenant_id, declaration_id, seq, ordinal)
);

create table environment_position_fact (
  tenant_id      uuid not null,
  declaration_id uuid not null,
  seq            integer not null,
  ordinal        integer not null,
  workers        integer not null,
  women          integer not null,
  heavy          boolean not null,
  samples        integer not null,
  exceeding      boolean not null,
  hazards        text[] not null,                         -- of what exceeds
  reach          text[] not null,
  office_reach   text[] not null,
  primary key (tenant_id, declaration_id, seq, ordinal)
);

alter table environment_fact enable row level security;
alter table environment_measurement_fact enable row level security;
alter table environment_position_fact enable row level security;
create policy environment_fact_read on environment_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
  or client_id = (select app_client())
);
create policy environment_measurement_fact_read on environment_measurement_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
);
create policy environment_position_fact_read on environment_position_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
);
create policy environment_fact_write on environment_fact for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
create policy environment_measurement_fact_write on environment_measurement_fact for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
create policy environment_position_fact_write on environment_position_fact for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on environment_fact, environment_measurement_fact, environment_position_fact to khaibao_app;

-- What thousands of rows have in common is sent once, with the row of the campaign; what most rows have is not sent.
create function environment_measurement_rows(p_environment json, p_measurements json)
  returns setof environment_measurement_fact language sql stable as $$
    select e.tenant_id, e.declaration_id, e.seq, m.ordinal, m.factor, m.cas, m.hazards, m.form_04_group, m.item_9,
           m.position, m.workers, coalesce(m.samples, 1), m.verdict, coalesce(m.advisory, false), m.limit_id,
           m.limit_value, m.exposure_index, m.sample_type, m.sampled_on, e.counted and coalesce(m.counted, true),
           e.reach, e.office_reach
      from json_populate_record(null::environment_fact, p_environment) e,
           json_populate_recordset(null::environment_measurement_fact, p_measurements) m
  $$;
create function environment_position_rows(p_environment json, p_positions json)
  returns setof environment_position_fact language sql stable as $$
    select e.tenant_id, e.declaration_id, e.seq, p.ordinal, p.workers, p.women, p.heavy, p.samples, p.exceeding,
           p.hazards, e.reach, e.office_reach
      from json_populate_record(null::environment_fact, p_environment) e,
           json_populate_recordset(null::environment_position_fact, p_positions) p
  $$;

create function file_environment(
  p_act json, p_body json, p_sealed bytea, p_response text, p_environment json, p_measurements json, p_positions json
) returns act_outcome language plpgsql as $$
declare
  v_outcome act_outcome := record_act(p_act, p_body, p_sealed, p_response);
begin
  if v_outcome.outcome = 'written' then
    insert into environment_fact select * from json_populate_record(null::environment_fact, p_environment);
    insert into environment_measurement_fact select * from environment_measurement_rows(p_environment, p_measurements);
    insert into environment_position_fact select * from environment_position_rows(p_environment, p_positions);
  end if;
  return v_outcome;
end
$$;

-- Which acts came after the first does not depend on who asks, as with accidents.
create view environment_fact_later as
  select tenant_id, declaration_id, seq, recorded_at from environment_fact where seq > 1;
grant select on environment_fact_later to khaibao_app;
