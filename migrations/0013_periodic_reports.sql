-- Typed facts of periodic reports, one row per act as for accidents. A report belongs to the offices of the head office,
-- wherever its accidents happened.
create table periodic_report_fact (
  tenant_id        uuid not null,
  declaration_id   uuid not null,
  seq              integer not null,
  revision         integer not null,
  status           text not null,
  counted          boolean not null,                      -- in official counts
  recorded_at      timestamptz not null,
  filed_at         timestamptz not null,                  -- first receipt here
  client_id        text not null,
  report_kind      text not null,
  year             integer not null,
  half             integer,                               -- 1: the first half-year; null: the whole year
  period           text not null,                         -- '2026', '2026-H1'
  period_end       date not null,
  attempt          integer not null,                      -- reports of the same kind and period withdrawn before it
  received_on      date not null,                         -- first receipt, on paper or here
  due_on           date,                                  -- last timely day; null: the law sets none
  timely           boolean,
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
  zero             boolean not null,
  workers          integer,                               -- as filed, else as registered
  workers_women    integer,
  accidents        integer,                               -- null, here and below: the form does not tell
  fatal_accidents  integer,
  victims          integer,
  deaths           integer,
  serious          integer,
  days_off         integer,
  costs            bigint,                                -- thousand VND
  property_damage  bigint,                                -- thousand VND
  figures          jsonb not null,                        -- every number of the report by the name of its cell
  differing        integer,                               -- cells that differ from what was declared; null: not compared
  breaches         integer not null,
  primary key (tenant_id, declaration_id, seq)
);
-- One report of a kind and period: whoever files a second is told of the first. After a withdrawal the next attempt begins.
create unique index periodic_report_once on periodic_report_fact (tenant_id, report_kind, period, attempt) where seq = 1;
-- A page of the newest reports of the country, of a province, of a filer.
create index periodic_report_fact_filed on periodic_report_fact (filed_at desc, declaration_id desc);
create index periodic_report_fact_province
  on periodic_report_fact (current_province, report_kind, period, filed_at desc, declaration_id desc);
create index periodic_report_fact_tenant on periodic_report_fact (tenant_id, year, report_kind);

alter table periodic_report_fact enable row level security;
create policy periodic_report_fact_read on periodic_report_fact for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
  or client_id = (select app_client())
);
create policy periodic_report_fact_write on periodic_report_fact for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on periodic_report_fact to khaibao_app;

-- Two reports of one period that come at once: the second undoes its act and is told of the first.
create function file_report(
  p_act json, p_body json, p_sealed bytea, p_response text, p_report json
) returns act_outcome language plpgsql as $$
declare
  v_report  periodic_report_fact := json_populate_record(null::periodic_report_fact, p_report);
  v_outcome act_outcome;
begin
  v_outcome := record_act(p_act, p_body, p_sealed, p_response);
  if v_outcome.outcome = 'written' then
    insert into periodic_report_fact select v_report.*;
  end if;
  return v_outcome;
exception when unique_violation then
  return ('duplicate', (
    select declaration_id from periodic_report_fact
     where tenant_id = v_report.tenant_id and report_kind = v_report.report_kind
       and period = v_report.period and attempt = v_report.attempt and seq = 1
  ), null)::act_outcome;
end
$$;

-- As accident_fact_later: the order of acts, whoever asks.
create view report_fact_later as
  select tenant_id, declaration_id, seq, recorded_at from periodic_report_fact where seq > 1;
grant select on report_fact_later to khaibao_app;
create index periodic_report_fact_amended on periodic_report_fact (tenant_id, declaration_id, seq, recorded_at)
  where seq > 1;

-- The costs of an accident by the parts of Annex XII, part II, as declared and told later; null in rows from before.
alter table accident_fact
  add column medical_costs      bigint,                   -- thousand VND, here and below
  add column wage_costs         bigint,
  add column compensation_costs bigint;
