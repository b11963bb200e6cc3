-- What offices learn by holding filings against each other. Pairs and contradictions are derived: they are found again at
-- any time from fact rows. Decisions are only ever added. Both are for offices alone, because one enterprise must not
-- learn here what another has filed.

create function app_role() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.role', true), '') $$;

-- How far a reader of the log of acts has read, in the order of commits.
create table log_reader (
  name     text primary key,
  version  integer not null,                              -- compare-and-set: of two readers at once one reads again
  position xid8 not null,                                 -- every act of an earlier transaction was read
  read_at  timestamptz not null
);
grant select on log_reader to khaibao_app;
create index if not exists declaration_act_xid on declaration_act (xid);

-- False when another has moved it since `p_version` was read.
create function move_log_reader(p_name text, p_version integer, p_position xid8) returns boolean
  language plpgsql security definer set search_path = public
  as $$
begin
  insert into log_reader as reader (name, version, position, read_at) values (p_name, p_version + 1, p_position, now())
    on conflict (name) do update set version = excluded.version, position = excluded.position, read_at = excluded.read_at
    where reader.version = p_version;
  return found;
end
$$;
revoke execute on function move_log_reader from public;
grant execute on function move_log_reader to khaibao_app;

-- Two declarations that probably tell of one accident. `tenant_id` is of the one filed first.
create table duplicate_pair (
  tenant_id            uuid not null,
  id                   text not null,                     -- of the two declarations: the same pair has the same id
  declaration_id       uuid not null,
  other_tenant_id      uuid not null,
  other_declaration_id uuid not null,
  occurred_on          date not null,
  score                numeric(4,3) not null,
  reasons              json not null,
  stands               boolean not null,                  -- both count, and are as alike as ever
  reach                text[] not null,                   -- units with jurisdiction over either accident
  primary key (tenant_id, id)
);
create unique index duplicate_pair_id on duplicate_pair (id);
create index duplicate_pair_occurred on duplicate_pair (occurred_on desc, id desc);
create index duplicate_pair_of_first on duplicate_pair (declaration_id);
create index duplicate_pair_of_other on duplicate_pair (other_declaration_id);

create table duplicate_decision (
  tenant_id  uuid not null,
  id         uuid not null,
  pair_id    text not null,
  decision   text not null check (decision in ('merge', 'distinct')),
  keep       uuid,                                        -- of a merge: the declaration that goes on counting
  reason     text not null,                               -- sealed
  client_id  text not null,
  actor      text,
  decided_at timestamptz not null,
  reach      text[] not null,
  primary key (tenant_id, id)
);
create index duplicate_decision_of_pair on duplicate_decision (pair_id, id);

-- Replaces what was found about the declarations that changed.
create function keep_duplicates(p_changed uuid[], p_found json) returns void
  language sql security definer set search_path = public
  as $$
    update duplicate_pair set stands = false
     where stands and (declaration_id = any(p_changed) or other_declaration_id = any(p_changed));
    insert into duplicate_pair as kept select * from json_populate_recordset(null::duplicate_pair, p_found)
      on conflict (tenant_id, id) do update
        set score = excluded.score, reasons = excluded.reasons, stands = true, occurred_on = excluded.occurred_on,
            reach = excluded.reach;
  $$;
revoke execute on function keep_duplicates from public;
grant execute on function keep_duplicates to khaibao_app;

alter table duplicate_pair enable row level security;
alter table duplicate_decision enable row level security;
create policy duplicate_pair_read on duplicate_pair for select to khaibao_app using (
  (select app_role()) = 'labour-office' and ((select app_national()) or reach && (select app_reach()))
);
create policy duplicate_decision_read on duplicate_decision for select to khaibao_app using (
  (select app_role()) = 'labour-office' and ((select app_national()) or reach && (select app_reach()))
);
create policy duplicate_decision_write on duplicate_decision for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
grant select on duplicate_pair to khaibao_app;
grant select, insert on duplicate_decision to khaibao_app;

-- Two statements that cannot both be right, or one that calls for another which is missing.
create table contradiction (
  tenant_id       uuid not null,
  id              text not null,                          -- of the check, the records and the fields
  check_id        text not null,
  legal_date      date not null,
  since           date not null,                          -- until the day before, the missing filing may still come
  establishment   text not null,
  subject         text,                                   -- what it is about, beside the records: a factor, a figure
  left_kind       text not null,
  left_id         uuid not null,
  left_field      text not null,
  left_value      jsonb,
  right_kind      text not null,
  right_id        uuid,                                   -- null: there is none
  right_field     text not null,
  right_value     jsonb,
  other_tenant_id uuid not null,
  holds           boolean not null,                       -- false: the records agree by now
  audience        text[] not null,                        -- roles of the offices it is for
  reach           text[] not null,
  primary key (tenant_id, id)
);
create unique index contradiction_id on contradiction (id);
create index contradiction_since on contradiction (since desc, id desc);
create index contradiction_of_other on contradiction (other_tenant_id) where other_tenant_id <> tenant_id;

create table contradiction_decision (
  tenant_id        uuid not null,
  id               uuid not null,
  contradiction_id text not null,
  state            text not null check (state in ('open', 'explained', 'settled')),
  explanation      text not null,                         -- sealed
  left_value       jsonb,                                 -- what it was about: other values open it again
  right_value      jsonb,
  client_id        text not null,
  actor            text,
  decided_at       timestamptz not null,
  audience         text[] not null,
  reach            text[] not null,
  primary key (tenant_id, id)
);
create index contradiction_decision_of on contradiction_decision (contradiction_id, id);

-- Replaces what was found about the tenants that changed. One nobody decided about leaves no trace when it is gone.
create function keep_contradictions(p_tenants uuid[], p_found json) returns void
  language sql security definer set search_path = public
  as $$
    delete from contradiction c
     where (tenant_id = any(p_tenants) or other_tenant_id = any(p_tenants))
       and not exists (select from contradiction_decision d where d.contradiction_id = c.id);
    update contradiction set holds = false
     where holds and (tenant_id = any(p_tenants) or other_tenant_id = any(p_tenants));
    insert into contradiction select * from json_populate_recordset(null::contradiction, p_found)
      on conflict (tenant_id, id) do update
        set legal_date = excluded.legal_date, since = excluded.since, establishment = excluded.establishment,
            left_value = excluded.left_value, right_value = excluded.right_value, holds = true,
            audience = excluded.audience, reach = excluded.reach;
  $$;
revoke execute on function keep_contradictions from public;
grant execute on function keep_contradictions to khaibao_app;

-- The same person in two accidents.
create index accident_victim_fact_person on accident_victim_fact (person_key) where person_key is not null;

alter table contradiction enable row level security;
alter table contradiction_decision enable row level security;
create policy contradiction_read on contradiction for select to khaibao_app using (
  (select app_role()) = any(audience) and ((select app_national()) or reach && (select app_reach()))
);
create policy contradiction_decision_read on contradiction_decision for select to khaibao_app using (
  (select app_role()) = any(audience) and ((select app_national()) or reach && (select app_reach()))
);
create policy contradiction_decision_write on contradiction_decision for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
grant select on contradiction to khaibao_app;
grant select, insert on contradiction_decision to khaibao_app;
