import type { FactHeader } from '../declaration/kind.ts'
import { currentUnit, unitName } from '../reference/administrative-units.ts'
import { foldText } from '../reference/fold-text.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import { parseTaxCode } from '../reference/tax-code.ts'
import { type AccidentFacts, ageAt } from './facts.ts'
import type { Victim } from './schema.ts'
import { sizeClassOf } from './size-class.ts'
import type { accidentFact, accidentVictimFact } from './tables.ts'

type AccidentRow = Record<keyof typeof accidentFact.$inferInsert, unknown>
type VictimRow = Record<keyof typeof accidentVictimFact.$inferInsert, unknown>

/** The fact rows of one act: what search and statistics see. */
export function projectAccident(facts: AccidentFacts, header: FactHeader): readonly [string, string] {
  return [
    JSON.stringify(accidentColumns(facts, header)),
    JSON.stringify(facts.victims.map((victim, index) => victimColumns(facts, header, victim, index))),
  ]
}

// One literal each: spreading one object of this size into another took 150 of a filing's microseconds.

function accidentColumns(facts: AccidentFacts, header: FactHeader): AccidentRow {
  const { declaration, accident, victims, counts, place, context } = facts
  const occurredAt = facts.occurredAt ?? context.receivedAt
  const current = place === null ? null : currentUnit(place.unit)
  const establishment = declaration.establishment
  const industry = establishment?.industry ?? context.register?.industry
  const name = establishment?.name ?? context.register?.name ?? ''
  const losses = accident.losses ?? {}
  return {
    tenant_id: header.tenantId,
    declaration_id: header.declarationId,
    seq: header.seq,
    reach: place?.reach ?? [],
    office_reach: header.officeReach,
    revision: header.inForce ?? header.revision,
    status: header.status,
    counted: header.inForce !== null,
    recorded_at: header.recordedAt,
    filed_at: header.filedAt,
    client_id: header.clientId,
    related_tenants: [...new Set(header.related.byTaxCode.values())],
    occurred_at: occurredAt,
    occurred_on: legalDateOf(occurredAt),
    unit_scheme: place?.lineage ? place.unit.scheme : null,
    province: place?.lineage?.province ?? null,
    district: place?.lineage?.district ?? null,
    commune: place?.lineage?.commune ?? null,
    current_province: current?.province ?? null,
    current_commune: current?.commune ?? null,
    establishment: name,
    search_text: foldText(
      [
        name,
        searchableTaxCode(establishment?.taxCode ?? context.register?.taxCode),
        accident.place?.address,
        place && unitName(place.unit),
      ]
        .filter((part) => part)
        .join(' '),
    ),
    ownership: establishment?.type ?? context.register?.ownership ?? null,
    industry_version: industry ? (industry.version ?? (facts.legalDate >= VSIC_2025_SINCE ? '2025' : '2018')) : null,
    industry: industry?.code ?? null,
    size_class: sizeClassOf(context.register?.workers ?? null),
    class: facts.class,
    declarable: facts.declarable,
    context: accident.context ?? 'at-work',
    cause: accident.cause ?? null,
    factor_list: accident.injuryFactor?.list ?? null,
    factor: accident.injuryFactor?.code ?? null,
    special_field: accident.specialField ?? null,
    preliminary: facts.preliminary,
    on_behalf: declaration.onBehalf !== undefined,
    deaths: counts.dead,
    serious: counts.serious,
    light: counts.light,
    missing: counts.missing,
    victims: counts.dead + counts.serious + counts.light + counts.missing + counts.unknown,
    women: victims.filter((victim) => victim.person?.sex === 'female').length,
    outside_management: victims.filter((victim) => victim.employer?.outsideManagement).length,
    days_lost: victims.reduce((sum, victim) => sum + (victim.daysLost ?? 0), 0),
    costs:
      (losses.medicalCost ?? 0) +
      (losses.wagesDuringTreatment ?? 0) +
      (losses.compensation ?? 0) +
      (losses.otherCosts ?? 0),
    property_damage: losses.propertyDamage ?? 0,
    breaches: header.breaches,
  }
}

/** A code of 12 digits is a person's number and is not searched in the open. */
function searchableTaxCode(text: string | null | undefined): string | null {
  const taxCode = text ? parseTaxCode(text) : null
  return taxCode === null || taxCode.kind === 'person' || taxCode.kind === 'invalid' ? null : taxCode.canonical
}

/** Decision 36/2025/QĐ-TTg. */
const VSIC_2025_SINCE = '2025-11-15'

function victimColumns(facts: AccidentFacts, header: FactHeader, victim: Victim, index: number): VictimRow {
  const idNumber = victim.person?.idNumber
  const employer = victim.employer?.taxCode
  return {
    tenant_id: header.tenantId,
    declaration_id: header.declarationId,
    seq: header.seq,
    reach: facts.place?.reach ?? [],
    office_reach: header.officeReach,
    ordinal: index + 1,
    victim_id: victim.victimId ?? String(index + 1),
    condition: victim.condition ?? 'unknown',
    sex: victim.person?.sex ?? null,
    age: ageAt(victim, facts.legalDate),
    occupation: victim.occupation?.code ?? null,
    employment_relation: victim.employmentRelation ?? null,
    vulnerable_groups: victim.vulnerableGroups ?? [],
    outside_management: victim.employer?.outsideManagement === true,
    employer_tenant: employer === undefined ? null : (header.related.byTaxCode.get(employer) ?? null),
    days_lost: victim.daysLost ?? 0,
    person_key: idNumber === undefined ? null : `\\x${header.pseudonym(idNumber).toString('hex')}`,
  }
}
