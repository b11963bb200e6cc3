import type { Session } from '../platform/database.ts'
import { statement } from '../platform/statements.ts'
import type { EarlierScreening } from './known.ts'

/** Where monitoring meets screening: for what the workers were examined, never what was found. */
const selectScreenings = statement(
  'select-screenings-of-workers',
  `select f.examined_on as "to", f.exam_kind as kind,
          coalesce((select array_agg(distinct h.factor order by h.factor)
                      from disease_hazard_fact h
                     where (h.tenant_id, h.declaration_id, h.seq) = (f.tenant_id, f.declaration_id, f.seq)
                       and h.examined > 0), '{}') as hazards
     from disease_fact f
    where f.tenant_id = $1 and f.counted
      and not exists (select from disease_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)
      and f.examined_on between $2 and $3
    order by f.examined_on desc, f.declaration_id limit 100`,
)

/** Screenings in force of one enterprise that ended in a period, newest first. */
export function screeningsOf(
  session: Session,
  tenantId: string,
  from: string,
  to: string,
): Promise<EarlierScreening[]> {
  return session.run<EarlierScreening & Record<string, unknown>>(selectScreenings, [tenantId, from, to])
}
