-- Which offices a declaration is for, as of each act: a report goes to one of two, by its form. Not of what was filed,
-- as `reach` is not: no hash covers them.
alter table declaration_act
  add column reviewers text[] not null default '{}',      -- roles of the offices that return and accept it
  add column whole_for text[] not null default '{}';      -- roles that see the whole of it, within their jurisdiction

-- As the kinds said until now.
update declaration_act set (reviewers, whole_for) = (
  select case when kind = 'environment' then '{labour-office,health-office}'::text[]
              when kind = 'disease' then '{health-office}' else '{labour-office}' end,
         case when kind = 'environment' then '{labour-office,health-office}'::text[]
              when kind = 'disease' then '{health-office}' else '{labour-office,commune}' end)
 where kind <> 'report';

-- Of reports by form: to whom Decree 39/2016 Art. 24, Circular 19/2016 Art. 10, Circular 07/2016 Art. 10.2 and Decree
-- 44/2016 Art. 45.3.b send them.
update declaration_act a
   set reviewers = case when f.report_kind in ('occupational-health', 'environment-annual') then '{health-office}'::text[]
                        else '{labour-office}' end,
       whole_for = case when f.report_kind in ('occupational-health', 'environment-annual') then '{health-office}'::text[]
                        when f.report_kind = 'osh-annual' then '{labour-office,health-office}'
                        else '{labour-office}' end
  from periodic_report_fact f
 where a.kind = 'report' and (f.tenant_id, f.declaration_id, f.seq) = (a.tenant_id, a.declaration_id, a.seq);

-- Whose word a comment is: of an office in charge, or of the side that filed. Comments from before do not say; a commune
-- then spoke for the filer where the declaration is a commune's own.
create function side_of(p_annex json, p_filed_as text, p_tenant uuid) returns text
  language sql stable set search_path = public
  as $$
    select coalesce(p_annex->>'side', case
      when p_filed_as in ('labour-office', 'health-office') then 'office'
      when p_filed_as = 'commune' and not exists (select from tenant where id = p_tenant and kind = 'commune') then 'office'
      else 'filer' end)
  $$;

alter table waiting_declaration add column reviewers text[] not null default '{}';
alter table declaration_finding add column whole_for text[] not null default '{}';

create or replace function keep_waiting(p_declarations uuid[]) returns void
  language sql security definer set search_path = public
  as $$
    delete from waiting_declaration where declaration_id = any(p_declarations);
    with acts as materialized (
      select tenant_id, declaration_id, seq, kind, act, revision, in_force, status, recorded_at, filed_as, annex, reach,
             reviewers, body is not null as files
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
             side_of(a.annex, a.filed_as, a.tenant_id) = 'office' as by_office
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
           w.due_on, w.since, w.threads, l.reach, l.reviewers
      from waits w join last l using (declaration_id) join filed f using (declaration_id)
    on conflict do nothing;
  $$;

create or replace function keep_findings(p_declarations uuid[]) returns void
  language sql security definer set search_path = public
  as $$
    delete from declaration_finding where declaration_id = any(p_declarations);
    with acts as materialized (
      select tenant_id, declaration_id, seq, kind, status, legal_date, reach, whole_for, findings, confirmations,
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
           l.reach, l.whole_for
      from found join last l using (declaration_id) join filed using (declaration_id)
      left join confirmed on confirmed.declaration_id = found.declaration_id and confirmed.rule = found.rule
     where l.status not in ('withdrawn', 'merged')
    on conflict do nothing;
  $$;

select keep_waiting(array(
  select declaration_id from waiting_declaration
  union select declaration_id from declaration_act where act in ('return', 'comment')));
select keep_findings(array(select distinct declaration_id from declaration_finding));

-- Files attached before attaching was an act of the log; of later ones the annex of the act tells, and here are none.
drop policy declaration_file_write on declaration_file;
revoke insert on declaration_file from khaibao_app;
