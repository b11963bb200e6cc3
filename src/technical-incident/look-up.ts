import type { LookUp } from '../declaration/kind.ts'
import { statement } from '../platform/statements.ts'
import type { IncidentKnown, LinkedAccident } from './known.ts'
import type { IncidentDeclaration } from './schema.ts'

const selectLinkedAccidents = statement(
  'select-linked-accidents',
  `select f.declaration_id as id, f.occurred_on as "occurredOn", f.counted as "inForce"
     from accident_fact f
    where f.tenant_id = $1 and f.declaration_id = any ($2::uuid[])
      and not exists (select from accident_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)
    order by f.declaration_id`,
)

/** The accidents of the same enterprise that the filing names; nothing of any other enterprise. */
export async function lookUpIncident({
  database,
  body,
  tenantId,
}: LookUp<IncidentDeclaration>): Promise<IncidentKnown> {
  if (tenantId === null) return { accidents: null }
  const { accidents = [] } = body
  if (accidents.length === 0) return { accidents: [] }
  return {
    accidents: await database.within({ tenant: tenantId }, (session) =>
      session.run<LinkedAccident & Record<string, unknown>>(selectLinkedAccidents, [tenantId, accidents]),
    ),
  }
}
