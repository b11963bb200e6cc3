-- The application never acts as the owner of the tables: its connections take this role, which is bound by
-- row-level security and can neither alter the schema nor change or delete what was filed.
do $$
begin
  if not exists (select from pg_roles where rolname = 'khaibao_app') then
    create role khaibao_app nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- roles belong to the whole cluster: another database of it was migrated at the same moment
end
$$;
grant khaibao_app to current_user;
grant usage on schema public to khaibao_app;

-- Whose rows a transaction may see and write. Set with set_config(..., is_local => true) at its start.
create function app_tenant() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

create function app_client() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.client', true), '') $$;

-- Units of the caller's jurisdiction as 'scheme:code'; '*' is the whole country.
create function app_reach() returns text[]
  language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('app.reach', true), ''), ',') $$;

create function app_national() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('app.reach', true) = '*', false) $$;
