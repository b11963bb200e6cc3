-- Offices and monitoring organisations file reports of their own, each under a tenant as enterprises and communes do.
alter table tenant
  drop constraint tenant_kind_check,
  drop constraint tenant_check,
  add constraint tenant_kind_check
    check (kind in ('enterprise', 'commune', 'labour-office', 'health-office', 'monitoring-organisation')),
  add constraint tenant_unit_check check ((kind in ('commune', 'labour-office', 'health-office')) = (unit is not null));

-- An office is its role in a unit, whoever of its clients files: before it has a tenant its duties are kept under the
-- id that the tenant will have.
create function office_id(p_role text, p_unit text) returns uuid
  language sql immutable parallel safe as $$ select md5(p_role || '|' || p_unit)::uuid $$;
