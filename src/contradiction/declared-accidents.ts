import { stands } from './sql.ts'

/**
 * Cell by cell of rows 1 (at work) and 2 (commuting) and of part II of Annex XII: what each summary says and what the
 * enterprise's accidents of its period come to, as they stand now. `accident_id`: the first of those that count there.
 * Two common table expressions, `report` and `compared`.
 */
export const declaredByCell = `with report as materialized (
    select * from periodic_report_fact r
     where r.tenant_id = any($1) and r.report_kind = 'accident-summary' and ${stands('periodic_report_fact', 'r')}),
  counted as (
    select r.declaration_id, cell.name, cell.field, f.declaration_id as accident_id, cell.value, f.filed_at
      from report r
      join accident_fact f on f.tenant_id = r.tenant_id
       and f.occurred_on between make_date(r.year, 1, 1) and r.period_end and ${stands('accident_fact', 'f')}
     cross join lateral (select case f.context when 'commuting' then '2.' else '1.' end) as line (number)
     cross join lateral (values
       (line.number || 'accidents', '', 1),
       (line.number || 'fatalAccidents', '/victims/*/condition', (f.deaths > 0)::int),
       (line.number || 'multiVictimAccidents', '/victims', (f.victims > 1)::int),
       (line.number || 'victims', '/victims', f.victims),
       (line.number || 'victimsOutside', '/victims/*/employer/outsideManagement', f.outside_management),
       (line.number || 'women', '/victims/*/person/sex', f.women),
       (line.number || 'deaths', '/victims/*/condition', f.deaths),
       (line.number || 'serious', '/victims/*/condition', f.serious),
       ('II.daysOff', '/victims/*/daysLost', f.days_lost),
       ('II.propertyDamage', '/accident/losses/propertyDamage', f.property_damage)
     ) as cell (name, field, value)),
  declared as (
    select declaration_id, name, min(field) as field, sum(value)::bigint as value,
           (array_agg(accident_id order by filed_at, accident_id) filter (where value > 0))[1] as accident_id
      from counted group by declaration_id, name),
  -- Deaths of a summary that no declaration tells of have no row among the declared.
  told as (
    select declaration_id, name from declared
    union
    select declaration_id, unnest(array['1.deaths', '2.deaths', '1.fatalAccidents', '2.fatalAccidents']) from report),
  compared as (
    select declaration_id, told.name as cell, coalesce(d.field, '/victims/*/condition') as field, d.accident_id,
           coalesce((r.figures->>told.name)::bigint, 0) as filed, coalesce(d.value, 0) as declared
      from told join report r using (declaration_id) left join declared d using (declaration_id, name))`
