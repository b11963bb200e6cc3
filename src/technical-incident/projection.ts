import type { FactHeader } from '../declaration/kind.ts'
import { searchableTaxCode, searchText } from '../declaration/search-text.ts'
import { currentUnit, unitName } from '../reference/administrative-units.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import type { IncidentFacts } from './facts.ts'
import type { technicalIncidentFact } from './tables.ts'

type IncidentRow = Record<keyof typeof technicalIncidentFact.$inferInsert, unknown>

/** The fact row of one act: what search and the offices see. */
export function projectIncident(facts: IncidentFacts, header: FactHeader): readonly [string] {
  return [JSON.stringify(incidentColumns(facts, header))]
}

function incidentColumns(facts: IncidentFacts, header: FactHeader): IncidentRow {
  const { declaration, incident, setting, place, context } = facts
  const { establishment, accidents = [] } = declaration
  const { register } = context
  const { workers, others } = setting
  const occurredAt = facts.occurredAt ?? context.receivedAt
  const current = place === null ? null : currentUnit(place.unit)
  const name = establishment?.name ?? register?.name ?? (place && unitName(place.unit)) ?? ''
  return {
    tenant_id: header.tenantId,
    declaration_id: header.declarationId,
    seq: header.seq,
    revision: header.inForce ?? header.revision,
    status: header.status,
    counted: header.inForce !== null,
    recorded_at: header.recordedAt,
    filed_at: header.filedAt,
    client_id: header.clientId,
    occurred_at: occurredAt,
    occurred_on: legalDateOf(occurredAt),
    unit_scheme: place?.lineage ? place.unit.scheme : null,
    province: place?.lineage?.province ?? null,
    district: place?.lineage?.district ?? null,
    commune: place?.lineage?.commune ?? null,
    current_province: current?.province ?? null,
    current_commune: current?.commune ?? null,
    reach: place?.reach ?? [],
    office_reach: header.officeReach,
    establishment: name,
    search_text: searchText([
      name,
      searchableTaxCode(establishment?.taxCode ?? register?.taxCode),
      incident.place?.address,
      place && unitName(place.unit),
      incident.equipment,
    ]),
    ownership: register?.ownership ?? null,
    industry_version: register?.industry?.version ?? null,
    industry: register?.industry?.code ?? null,
    incident_kind: incident.kind ?? null,
    serious: setting.serious,
    declarable: facts.declarable,
    several: setting.several,
    special_field: incident.specialField ?? null,
    preliminary: facts.preliminary,
    on_behalf: declaration.onBehalf !== undefined,
    casualties_unknown: setting.casualtiesUnknown,
    workers_dead: workers.dead,
    workers_serious: workers.serious,
    workers_light: workers.light,
    workers_missing: workers.missing,
    others_dead: others.dead,
    others_serious: others.serious,
    others_light: others.light,
    others_missing: others.missing,
    accidents,
    property_damage: incident.propertyDamage ?? 0,
    breaches: header.breaches,
  }
}
