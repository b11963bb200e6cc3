import type { LookUp } from '../declaration/kind.ts'
import { statement } from '../platform/statements.ts'
import type { AccidentKnown, NamedIncident } from './known.ts'
import type { AccidentDeclaration } from './schema.ts'

const selectNamedIncident = statement(
  'select-named-incident',
  `select f.declaration_id as id
     from technical_incident_fact f
    where f.tenant_id = $1 and f.declaration_id = $2 and f.counted
      and not exists (select from technical_incident_fact_later later
                       where later.tenant_id = f.tenant_id and later.declaration_id = f.declaration_id
                         and later.seq > f.seq)`,
)

/** The technical incident that the accident names, of the same enterprise; nothing of any other enterprise. */
export async function lookUpAccident({
  database,
  body,
  tenantId,
}: LookUp<AccidentDeclaration>): Promise<AccidentKnown> {
  const named = body.accident?.technicalIncident?.id
  if (named === undefined || tenantId === null) return null
  const [incident] = await database.within({ tenant: tenantId }, (session) =>
    session.run<NamedIncident & Record<string, unknown>>(selectNamedIncident, [tenantId, named]),
  )
  return { incident: incident ?? null }
}
