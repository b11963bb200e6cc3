-- Everything that ever happened to a declaration, of whatever kind, in order: filings and amendments carry a body,
-- withdrawals and reviews carry none. Rows are never changed or deleted; the present state is a fold over them.
-- The log is also the outbox: `xid` gives its readers the order of commits.
create table declaration_act (
  tenant_id       uuid not null,
  declaration_id  uuid not null,
  seq             integer not null,
  kind            text not null,
  act             text not null,
  revision        integer not null,                       -- the latest filed revision after this act
  in_force        integer,                                -- the revision that counts after this act; null: none
  status          text not null,
  recorded_at     timestamptz not null,
  legal_date      date not null,
  client_id       text not null,
  filed_as        text,                                   -- role of the filer; only acts with a body
  actor           text,
  reason          text,                                   -- sealed
  body            json,                                   -- as filed, without what is sealed
  sealed          bytea,
  commitment      bytea,                                  -- salted hash of what is sealed: the chain survives its erasure
  content_hash    bytea,
  content_key     bytea,                                  -- content hash of a first filing not confirmed as a repetition
  snapshot        json,                                   -- what the register knew of the enterprise
  findings        json,
  confirmations   json,                                   -- their reasons sealed
  not_executed    json,
  rule_set        text,
  previous_hash   bytea,
  hash            bytea not null,
  reach           text[] not null,                        -- units with jurisdiction over the event, 'scheme:code'
  office_reach    text[] not null,                        -- units with jurisdiction over the head office
  related_tenants uuid[] not null,                        -- employers of victims, owners of the premises
  idempotency_key text,
  request_hash    bytea,
  response        text,                                   -- the first answer, for replay byte by byte
  xid             xid8 not null,
  primary key (tenant_id, declaration_id, seq)            -- compare-and-set: whoever writes seq + 1 second is stale
);
-- Two filings of the same content: the second must be confirmed.
create unique index declaration_act_content on declaration_act (tenant_id, content_key) where content_key is not null;
-- A retried request finds its first answer.
create unique index declaration_act_idempotency on declaration_act (tenant_id, client_id, idempotency_key)
  where idempotency_key is not null;
-- Reading one by its id alone: an office does not know the tenant.
create index declaration_act_declaration on declaration_act (declaration_id, seq);

alter table declaration_act enable row level security;
create policy declaration_act_read on declaration_act for select to khaibao_app using (
  tenant_id = (select app_tenant())
  or (select app_national())
  or reach && (select app_reach())
  or office_reach && (select app_reach())
  or client_id = (select app_client())
  or related_tenants @> array[(select app_tenant())]
);
create policy declaration_act_write on declaration_act for insert to khaibao_app
  with check (tenant_id = (select app_tenant()));
grant select, insert on declaration_act to khaibao_app;

-- All acts of one declaration, to whoever may see its latest one. Row by row the policy would show an office the acts
-- from before an amendment moved the event out of its jurisdiction, and hide the amendment.
create function acts_of(p_kind text, p_declaration_id uuid) returns setof declaration_act
  language sql stable security definer set search_path = public
  as $$
    select a.* from declaration_act a
     where a.kind = p_kind and a.declaration_id = p_declaration_id
       and exists (
         select from declaration_act last
          where last.declaration_id = p_declaration_id
            and last.seq = (select max(seq) from declaration_act where declaration_id = p_declaration_id)
            and (last.tenant_id = app_tenant()
                 or app_national()
                 or last.reach && app_reach()
                 or last.office_reach && app_reach()
                 or last.related_tenants @> array[app_tenant()]
                 or exists (select from declaration_act own
                             where own.declaration_id = p_declaration_id and own.client_id = app_client())))
     order by a.seq
  $$;
revoke execute on function acts_of from public;
grant execute on function acts_of to khaibao_app;

create type act_outcome as (
  outcome        text,                                    -- written | replayed | key-reused | stale | duplicate
  declaration_id uuid,                                    -- of the other record, unless written
  response       text
);

-- One insert decides: its three unique keys are the compare-and-set, the retry and the repetition at once.
create function record_act(p_act json, p_body json, p_sealed bytea, p_response text) returns act_outcome
  language plpgsql as $$
declare
  v_act   declaration_act := json_populate_record(null::declaration_act, p_act);
  v_other declaration_act;
begin
  perform set_config('app.tenant', v_act.tenant_id::text, true);
  v_act.body := p_body;
  v_act.sealed := p_sealed;
  v_act.response := p_response;
  v_act.xid := pg_current_xact_id();
  insert into declaration_act select v_act.* on conflict do nothing;
  if found then
    return ('written', v_act.declaration_id, null)::act_outcome;
  end if;

  select * into v_other from declaration_act
   where tenant_id = v_act.tenant_id and client_id = v_act.client_id and idempotency_key = v_act.idempotency_key;
  if found then
    if v_other.request_hash = v_act.request_hash then
      return ('replayed', v_other.declaration_id, v_other.response)::act_outcome;
    end if;
    return ('key-reused', v_other.declaration_id, null)::act_outcome;
  end if;

  if exists (select from declaration_act
              where tenant_id = v_act.tenant_id and declaration_id = v_act.declaration_id and seq = v_act.seq) then
    return ('stale', v_act.declaration_id, null)::act_outcome;
  end if;

  select * into v_other from declaration_act
   where tenant_id = v_act.tenant_id and content_key = v_act.content_key;
  return ('duplicate', v_other.declaration_id, null)::act_outcome;
end
$$;

-- Reading what is sealed leaves a trace: who, what, why.
create table personal_data_access (
  tenant_id      uuid not null,
  id             uuid not null,
  declaration_id uuid not null,
  client_id      text not null,
  actor          text,
  purpose        text not null,
  accessed_at    timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index personal_data_access_of_declaration on personal_data_access (tenant_id, declaration_id, accessed_at);
alter table personal_data_access enable row level security;
create policy personal_data_access_read on personal_data_access for select to khaibao_app
  using (tenant_id = (select app_tenant()) or (select app_national()));
create policy personal_data_access_write on personal_data_access for insert to khaibao_app with check (true);
grant select, insert on personal_data_access to khaibao_app;
