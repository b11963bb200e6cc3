-- Whether another declaration of the same event is merged into this one, which then counts for both. The other may be
-- another enterprise's, whatever of it the reader may see.
create index declaration_act_merged_into on declaration_act ((annex->>'into')) where act = 'merge';
create function keeps_merged(p_declaration uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$
    select exists (
      select from declaration_act m
       where m.act = 'merge' and m.annex->>'into' = p_declaration::text
         and not exists (select from declaration_act later
                          where (later.tenant_id, later.declaration_id) = (m.tenant_id, m.declaration_id)
                            and later.seq > m.seq and later.act = 'unmerge'))
  $$;
revoke execute on function keeps_merged from public;
grant execute on function keeps_merged to khaibao_app;

-- What its filer withdraws waits for the office, and so does what is said of what is withdrawn or merged.
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
      select a.declaration_id, max(a.seq) filter (where a.act in ('accept', 'return')) as reviewed,
             max(a.seq) filter (where a.act = 'contest') as contested,
             -- What was open until then is answered by acceptance or withdrawal, and by the merge while it lasts.
             coalesce(max(a.seq) filter (where a.act in ('accept', 'withdraw')
                                            or a.act = 'merge' and l.status = 'merged'), 0) as settled
        from acts a join last l using (declaration_id) group by a.declaration_id
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
       where not t.resolved and t.seq > d.settled group by t.declaration_id
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
       where t.answered > 0
      union all
      -- Whoever filed took it back: until an office has said something about that.
      select l.declaration_id, 'withdrawn', null, w.recorded_at, 0
        from last l join acts w on w.declaration_id = l.declaration_id and w.act = 'withdraw'
       where l.status = 'withdrawn' and w.annex->>'side' = 'filer' and not exists (
         select from comment c where c.declaration_id = l.declaration_id and c.seq > w.seq and c.by_office)
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

select keep_waiting(array(select distinct declaration_id from declaration_act where status = 'merged'));
