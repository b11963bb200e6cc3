-- Who owes what to whom by when. Derived from fact rows, the register and the law, and made again at any time; only
-- waivers are kept, since nobody could derive them.
create table obligation (
  tenant_id        uuid not null,                         -- the party it is listed under; of an office or an organisation outside the register its own id
  id               uuid not null,                         -- of the duty, its source and its subject: the same whenever made
  duty             text not null,
  source_kind      text not null,
  source_id        uuid not null,
  subject          text not null,                         -- what of the source: a period, a victim; empty: the whole
  period           text,                                  -- '2026', '2026-H1'
  owed_by          text not null,
  owed_to          text not null,
  since            date not null,                         -- the fact it follows from
  due_on           date,                                  -- last timely day; null: the law sets none
  due_at           timestamptz,                           -- where the limit is counted in hours
  before           date,                                  -- the day the law names with "before"
  certain          boolean not null,                      -- false: a holiday on the way is not fixed yet
  done_on          date,
  done_at          timestamptz,
  citations        jsonb not null,
  reason           text not null,                         -- why the party is expected to do it
  params           jsonb not null,
  what             jsonb,                                 -- the duty in words; null: as its code is named
  party            text not null,
  current_province text,
  reach            text[] not null,
  office_reach     text[] not null,
  primary key (tenant_id, id)
);
create index obligation_id on obligation (id);
-- A page of what is due first, of all duties or of one.
create index obligation_due on obligation ((coalesce(due_on, 'infinity'::date)), id);
create index obligation_of_duty on obligation (duty, period, (coalesce(due_on, 'infinity'::date)), id);

-- Only ever added to: the last one of an obligation tells whether it is waived.
create table obligation_waiver (
  tenant_id     uuid not null,
  id            uuid not null,
  obligation_id uuid not null,
  lifted        boolean not null,
  reason        text not null,                            -- sealed
  client_id     text not null,
  actor         text,
  decided_at    timestamptz not null,
  reach         text[] not null,                          -- both of the obligation
  primary key (tenant_id, id)
);
create index obligation_waiver_of on obligation_waiver (obligation_id, id desc);

alter table obligation enable row level security;
alter table obligation_waiver enable row level security;
-- That somebody was diagnosed is for the enterprise and the health office.
create policy obligation_read on obligation for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (duty <> 'assessment-referral' or (select app_health()))
     and ((select app_national()) or reach && (select app_reach()) or office_reach && (select app_reach()))
);
create policy obligation_waiver_read on obligation_waiver for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
);
create policy obligation_waiver_write on obligation_waiver for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
grant select on obligation to khaibao_app;
grant select, insert on obligation_waiver to khaibao_app;

-- Replaces what the parties owe. One at a time: of two servers at once the second replaces what the first has kept. What
-- is asked together, one report of all enterprises, is stored together.
create function keep_obligations(p_parties uuid[], p_found json) returns void
  language sql security definer set search_path = public
  as $$
    select pg_advisory_xact_lock(hashtext('keep_obligations'));
    delete from obligation where tenant_id = any(p_parties);
    insert into obligation
      select * from json_populate_recordset(null::obligation, p_found) order by duty, period, coalesce(due_on, 'infinity');
  $$;
revoke execute on function keep_obligations from public;
grant execute on function keep_obligations to khaibao_app;

-- Who was registered or changed since the projector looked last.
create index enterprise_updated on enterprise (updated_at);
