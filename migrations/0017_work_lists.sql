-- What the offices' work lists and the picture of data quality are read from. Derived from the log of acts, and made
-- again at any time.

-- One row for each reason why a declaration waits for somebody.
create table waiting_declaration (
  tenant_id      uuid not null,
  declaration_id uuid not null,
  sort           text not null,
  kind           text not null,
  revision       integer not null,
  establishment  text not null,
  due_on         date,                                    -- last day that was set for the answer
  since          timestamptz not null,
  threads        integer not null,                        -- of comments that wait
  reach          text[] not null,                         -- units with jurisdiction over the event
  primary key (tenant_id, declaration_id, sort)
);
create index waiting_declaration_of on waiting_declaration (declaration_id);
-- In the order of a work list.
create index waiting_declaration_due on waiting_declaration (
  (coalesce((due_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', 'infinity')), since, (declaration_id::text collate "C")
);

-- What was found in the latest revision of a declaration, by the last judgement of it, rule by rule.
create table declaration_finding (
  tenant_id      uuid not null,
  declaration_id uuid not null,
  rule           text not null,
  finding        text not null,                           -- kind of the finding
  kind           text not null,
  filed_seq      integer not null,                        -- the act that filed the revision
  legal_date     date not null,
  establishment  text not null,
  province       text,                                    -- of today
  commune        text,
  places         integer not null,                        -- in the declaration
  confirmed      integer not null,                        -- of these, with a reason of the filer
  reach          text[] not null,
  primary key (tenant_id, declaration_id, rule, finding)
);
create index declaration_finding_of on declaration_finding (declaration_id);
create index declaration_finding_dated on declaration_finding (legal_date desc, declaration_id desc, rule desc);

-- Of the enterprise as the register knew it then, else as it was filed; of a commune its unit.
create function name_at_filing(p_tenant uuid, p_declaration uuid, p_seq integer) returns text
  language sql stable set search_path = public
  as $$
    select coalesce(a.snapshot->>'name', a.body->'establishment'->>'name', t.unit, '')
      from declaration_act a join tenant t on t.id = a.tenant_id
     where (a.tenant_id, a.declaration_id, a.seq) = (p_tenant, p_declaration, p_seq)
  $$;

-- Replaces what is known about declarations that changed.
create function keep_waiting(p_declarations uuid[]) returns void
  language sql security definer set search_path = public
  as $$
    delete from waiting_declaration where declaration_id = any(p_declarations);
    with acts as materialized (
      select tenant_id, declaration_id, seq, kind, act, revision, in_force, status, recorded_at, filed_as, annex, reach,
             body is not null as files
        from declaration_act where declaration_id = any(p_declarations)
    ), last as (
      select distinct on (declaration_id) * from acts order by declaration_id, seq desc
    ), filed as (
      select distinct on (declaration_id) * from acts where files order by declaration_id, seq desc
    ), decided as (
      select declaration_id, max(seq) filter (where act = 'accept') as accepted,
             max(seq) filter (where act in ('accept', 'return')) as reviewed,
             max(seq) filter (where act = 'contest') as contested
        from acts group by declaration_id
    ), comment as (
      select a.declaration_id, a.seq, a.recorded_at, one.n, one.value->>'thread' as thread,
             coalesce((one.value->>'resolved')::boolean, false) as resolved,
             -- As in the answer that lists comments: an enterprise owes the next word to these.
             a.filed_as in ('labour-office', 'health-office', 'commune') as by_office
        from acts a cross join lateral json_array_elements(a.annex->'comments') with ordinality one (value, n)
       where a.act in ('return', 'comment') and a.annex is not null
    ), thread as (
      select distinct on (declaration_id, thread) * from comment order by declaration_id, thread, seq desc, n desc
    ), threads as (
      select t.declaration_id, count(*) filter (where t.by_office) as unanswered,
             count(*) filter (where not t.by_office) as answered,
             max(t.recorded_at) filter (where not t.by_office) as answered_at
        from thread t join decided d using (declaration_id)
       where not t.resolved and (d.accepted is null or t.seq > d.accepted) group by t.declaration_id
    ), returned as (
      select distinct on (a.declaration_id) a.declaration_id, a.recorded_at, (a.annex->>'dueOn')::date as due_on
        from acts a join filed f using (declaration_id)
       where a.act = 'return' and a.seq > f.seq order by a.declaration_id, a.seq desc
    ), waits as (
      select declaration_id, 'returned' as sort, r.due_on, r.recorded_at as since, coalesce(t.unanswered, 0) as threads
        from last l join returned r using (declaration_id) left join threads t using (declaration_id)
       where l.status in ('returned', 'needs-review') and t.unanswered > 0
      union all
      select declaration_id,
             case when l.status = 'needs-review' then 'needs-review'
                  when coalesce(l.in_force, l.revision) <> l.revision then 'amendment' else 'review' end,
             null, f.recorded_at, 0
        from last l join filed f using (declaration_id) left join returned r using (declaration_id)
       where l.status = 'filed' or l.status = 'needs-review' and r.declaration_id is null
      union all
      select declaration_id, 'answered', null, t.answered_at, t.answered
        from last l join threads t using (declaration_id)
       where l.status not in ('withdrawn', 'merged') and t.answered > 0
      union all
      select l.declaration_id, 'contested', null, a.recorded_at, 0
        from last l join decided d using (declaration_id) join filed f using (declaration_id)
        join acts a on a.declaration_id = l.declaration_id and a.seq = d.contested
       where l.status not in ('withdrawn', 'merged') and d.contested > greatest(f.seq, d.reviewed)
    )
    insert into waiting_declaration
    select l.tenant_id, l.declaration_id, w.sort, l.kind, l.revision, name_at_filing(l.tenant_id, l.declaration_id, f.seq),
           w.due_on, w.since, w.threads, l.reach
      from waits w join last l using (declaration_id) join filed f using (declaration_id)
    on conflict do nothing;
  $$;

create function keep_findings(p_declarations uuid[]) returns void
  language sql security definer set search_path = public
  as $$
    delete from declaration_finding where declaration_id = any(p_declarations);
    with acts as materialized (
      select tenant_id, declaration_id, seq, kind, status, legal_date, reach, findings, confirmations,
             body is not null as files, rule_set is not null and annex is null as judges
        from declaration_act where declaration_id = any(p_declarations)
    ), last as (
      select distinct on (declaration_id) * from acts order by declaration_id, seq desc
    ), filed as (
      select distinct on (declaration_id) * from acts where files order by declaration_id, seq desc
    ), judged as (
      select distinct on (declaration_id) * from acts where judges order by declaration_id, seq desc
    ), found as (
      select j.declaration_id, one->>'rule' as rule, one->>'kind' as finding, count(*) as places
        from judged j cross join lateral json_array_elements(j.findings) one group by 1, 2, 3
    ), confirmed as (
      select f.declaration_id, one->>'rule' as rule, count(*) as n
        from filed f cross join lateral json_array_elements(f.confirmations) one group by 1, 2
    )
    insert into declaration_finding
    select l.tenant_id, l.declaration_id, found.rule, found.finding, l.kind, filed.seq, l.legal_date,
           name_at_filing(l.tenant_id, l.declaration_id, filed.seq),
           (select substr(unit, 9) from unnest(l.reach) unit where unit ~ '^VN-2025:\d{2}$' limit 1),
           (select substr(unit, 9) from unnest(l.reach) unit where unit ~ '^VN-2025:\d{5}$' limit 1),
           found.places, case when found.finding = 'warning' then least(coalesce(confirmed.n, 0), found.places) else 0 end,
           l.reach
      from found join last l using (declaration_id) join filed using (declaration_id)
      left join confirmed on confirmed.declaration_id = found.declaration_id and confirmed.rule = found.rule
     where l.status not in ('withdrawn', 'merged')
    on conflict do nothing;
  $$;

revoke execute on function keep_waiting, keep_findings, name_at_filing from public;
grant execute on function keep_waiting, keep_findings to khaibao_app;

alter table waiting_declaration enable row level security;
alter table declaration_finding enable row level security;
create policy waiting_declaration_read on waiting_declaration for select to khaibao_app using (
  tenant_id = (select app_tenant()) or (select app_national()) or reach && (select app_reach())
);
create policy declaration_finding_read on declaration_finding for select to khaibao_app using (
  tenant_id = (select app_tenant()) or (select app_national()) or reach && (select app_reach())
);
grant select on waiting_declaration, declaration_finding to khaibao_app;

-- What is not done yet, and investigations that are not announced: few beside all that is.
create index obligation_open on obligation (
  (coalesce(due_at, (due_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', 'infinity')),
  (since::timestamp at time zone 'Asia/Ho_Chi_Minh'), (id::text collate "C")
) where done_on is null;
create index accident_fact_investigated on accident_fact (investigation_due)
  where investigation_due is not null and announced_on is null;
