import { statement } from '../platform/statements.ts'

/**
 * Where screenings meet environment monitorings: what campaigns of one enterprise measured of each hazard factor, one
 * row a campaign and factor. Only what counts as monitoring; values beyond a limit that nobody verified are no exceedances.
 * $1 tenant; $2: campaigns that ended on this day or later, $3: and began by this one.
 */
export const selectMonitoringOfHazards = statement(
  'select-monitoring-of-hazards',
  `select hazard as factor, f.sampled_on as "sampledFrom", f.sampled_to as "sampledOn", sum(m.samples) as samples,
          coalesce(sum(m.samples) filter (where m.verdict = 'exceed' and not m.advisory), 0) as exceeding
     from environment_fact f
     join environment_measurement_fact m
       on (m.tenant_id, m.declaration_id, m.seq) = (f.tenant_id, f.declaration_id, f.seq)
    cross join unnest(m.hazards) hazard
    where f.tenant_id = $1 and m.counted and f.sampled_to >= $2 and f.sampled_on <= $3
      and not exists (select from environment_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)
    group by hazard, f.declaration_id, f.sampled_on, f.sampled_to
    order by f.sampled_to desc, hazard limit 1000`,
)
