-- A contradiction that was mended stays known, whether or not an office had decided about it: who files what and mends it
-- when nobody asked is worth knowing too. It holds again when the records part again.
alter table contradiction
  add column settled_at timestamptz;                      -- when the records last came to agree; null: they never did

-- Brings what is known about the tenants that changed up to what was found about them.
create or replace function keep_contradictions(p_tenants uuid[], p_found json) returns void
  language sql security definer set search_path = public
  as $$
    insert into contradiction as kept select * from json_populate_recordset(null::contradiction, p_found)
      on conflict (tenant_id, id) do update
        set legal_date = excluded.legal_date, since = excluded.since, establishment = excluded.establishment,
            left_value = excluded.left_value, right_id = excluded.right_id, right_value = excluded.right_value,
            holds = true, audience = excluded.audience, reach = excluded.reach;
    -- With the last act of either party, or the last change of the register where that is one of the records.
    update contradiction c set holds = false, settled_at = coalesce(greatest(
        (select max(a.recorded_at) from declaration_act a where a.tenant_id in (c.tenant_id, c.other_tenant_id)),
        (select max(e.updated_at) from enterprise e
          where e.tenant_id in (c.tenant_id, c.other_tenant_id) and 'enterprise' in (c.left_kind, c.right_kind))), now())
     where holds and (tenant_id = any(p_tenants) or other_tenant_id = any(p_tenants))
       and not exists (select from json_populate_recordset(null::contradiction, p_found) f where f.id = c.id);
    -- The missing filing came in time.
    delete from contradiction c
     where not holds and since > (settled_at at time zone 'Asia/Ho_Chi_Minh')::date
       and (tenant_id = any(p_tenants) or other_tenant_id = any(p_tenants))
       and not exists (select from contradiction_decision d where d.contradiction_id = c.id);
  $$;

-- Where the right record stands for several, which of them it is tells contradictions apart no longer: those are found
-- again, all at once. What was decided stays on record with the old ones.
delete from contradiction c
 where check_id in ('deaths-summed', 'accidents-summed', 'causes-summed', 'samples-of-health-report',
                    'samples-of-osh-report', 'screenings-reported', 'exceeded-without-disease', 'disease-within-limits',
                    'declared-not-measured')
   and right_id is not null
   and not exists (select from contradiction_decision d where d.contradiction_id = c.id);
delete from log_reader where name = 'contradictions';

-- Of a commune, an office or an organisation the name stands in its fact rows alone.
create or replace function name_at_filing(p_tenant uuid, p_declaration uuid, p_seq integer) returns text
  language sql stable set search_path = public
  as $$
    select coalesce(
             a.snapshot->>'name', a.body->'establishment'->>'name',
             nullif(case a.kind
               when 'accident' then (select f.establishment from accident_fact f
                 where (f.tenant_id, f.declaration_id, f.seq) = (p_tenant, p_declaration, p_seq))
               when 'incident' then (select f.establishment from technical_incident_fact f
                 where (f.tenant_id, f.declaration_id, f.seq) = (p_tenant, p_declaration, p_seq))
               when 'report' then (select f.establishment from periodic_report_fact f
                 where (f.tenant_id, f.declaration_id, f.seq) = (p_tenant, p_declaration, p_seq))
             end, ''),
             t.unit, '')
      from declaration_act a join tenant t on t.id = a.tenant_id
     where (a.tenant_id, a.declaration_id, a.seq) = (p_tenant, p_declaration, p_seq)
  $$;

-- Several outcomes of one accident may miss the same duty: `filed_seq` is the act that filed what the finding is about.
alter table declaration_finding
  drop constraint declaration_finding_pkey,
  add primary key (tenant_id, declaration_id, rule, finding, filed_seq);

-- What was found in the latest revision, and in what acts added to it that stands: of investigations the last version of
-- each party, of outcomes those that no other corrects.
create or replace function keep_findings(p_declarations uuid[]) returns void
  language sql security definer set search_path = public
  as $$
    delete from declaration_finding where declaration_id = any(p_declarations);
    with acts as materialized (
      select tenant_id, declaration_id, seq, kind, act, status, legal_date, reach, whole_for, filed_as, annex, findings,
             confirmations, body is not null as files, rule_set is not null and annex is null as judges
        from declaration_act where declaration_id = any(p_declarations)
    ), last as (
      select distinct on (declaration_id) * from acts order by declaration_id, seq desc
    ), filed as (
      select distinct on (declaration_id) * from acts where files order by declaration_id, seq desc
    ), judged as (
      (select distinct on (j.declaration_id) j.declaration_id, f.seq, j.findings, f.confirmations
         from acts j join filed f using (declaration_id) where j.judges order by j.declaration_id, j.seq desc)
      union all
      (select distinct on (declaration_id, filed_as) declaration_id, seq, findings, confirmations
         from acts where act = 'investigate' order by declaration_id, filed_as, seq desc)
      union all
      select o.declaration_id, o.seq, o.findings, o.confirmations from acts o
       where o.act = 'outcome' and not exists (
         select from acts later where later.declaration_id = o.declaration_id and later.act = 'outcome'
                                  and (later.annex->>'corrects')::int = o.seq)
    ), found as (
      select j.declaration_id, j.seq, one->>'rule' as rule, one->>'kind' as finding, count(*) as places
        from judged j cross join lateral json_array_elements(j.findings) one group by 1, 2, 3, 4
    ), confirmed as (
      select j.declaration_id, j.seq, one->>'rule' as rule, count(*) as n
        from judged j cross join lateral json_array_elements(j.confirmations) one group by 1, 2, 3
    )
    insert into declaration_finding
    select l.tenant_id, l.declaration_id, found.rule, found.finding, l.kind, found.seq, l.legal_date,
           name_at_filing(l.tenant_id, l.declaration_id, filed.seq),
           (select substr(unit, 9) from unnest(l.reach) unit where unit ~ '^VN-2025:\d{2}$' limit 1),
           (select substr(unit, 9) from unnest(l.reach) unit where unit ~ '^VN-2025:\d{5}$' limit 1),
           found.places, case when found.finding = 'warning' then least(coalesce(confirmed.n, 0), found.places) else 0 end,
           l.reach, l.whole_for
      from found join last l using (declaration_id) join filed using (declaration_id)
      left join confirmed on (confirmed.declaration_id, confirmed.seq, confirmed.rule)
                           = (found.declaration_id, found.seq, found.rule)
     where l.status not in ('withdrawn', 'merged')
    on conflict do nothing;
  $$;

select keep_findings(array(select distinct declaration_id from declaration_act where act in ('investigate', 'outcome')));
