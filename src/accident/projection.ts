import type { FactHeader } from '../declaration/kind.ts'
import { searchableTaxCode, searchText } from '../declaration/search-text.ts'
import { sizeClassOf } from '../declaration/size-class.ts'
import { currentUnit, unitName } from '../reference/administrative-units.ts'
import { legalDateOf } from '../reference/legal-date.ts'
import { totalOf } from './casualties.ts'
import { limitOf } from './duties.ts'
import { type AccidentFacts, ageAt } from './facts.ts'
import type { InvestigationContent } from './investigation/schema.ts'
import type { PresentState, PresentVictim } from './present.ts'
import type { accidentFact, accidentVictimFact } from './tables.ts'

type AccidentRow = Record<keyof typeof accidentFact.$inferInsert, unknown>
type VictimRow = Record<keyof typeof accidentVictimFact.$inferInsert, unknown>

/** The fact rows of one act: the accident as things stand then, which is what search and statistics see. */
export function projectAccident(facts: AccidentFacts, header: FactHeader): readonly [string, string] {
  return [
    JSON.stringify(accidentColumns(facts, header)),
    JSON.stringify(facts.present.victims.map((victim, index) => victimColumns(facts, header, victim, index))),
  ]
}

// One literal each: spreading one object of this size into another took 150 of a filing's microseconds.

function accidentColumns(facts: AccidentFacts, header: FactHeader): AccidentRow {
  const { declaration, accident, victims, present, place, context } = facts
  const { counts } = present
  const investigation = present.investigation?.content
  const occurredAt = facts.occurredAt ?? context.receivedAt
  const current = place === null ? null : currentUnit(place.unit)
  const establishment = declaration.establishment
  const costs = costsOf(facts)
  const industry = establishment?.industry ?? context.register?.industry
  const name = establishment?.name ?? context.register?.name ?? (place && unitName(place.unit)) ?? ''
  return {
    tenant_id: header.tenantId,
    declaration_id: header.declarationId,
    seq: header.seq,
    reach: place?.reach ?? [],
    office_reach: header.officeReach,
    revision: header.inForce ?? header.revision,
    status: header.status,
    counted: header.inForce !== null && present.counted,
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
    search_text: searchText([
      name,
      searchableTaxCode(establishment?.taxCode ?? context.register?.taxCode),
      accident.place?.address,
      place && unitName(place.unit),
    ]),
    ownership: establishment?.type ?? context.register?.ownership ?? null,
    industry_version: industry ? (industry.version ?? (facts.legalDate >= VSIC_2025_SINCE ? '2025' : '2018')) : null,
    industry: industry?.code ?? null,
    size_class: sizeClassOf(context.register?.workers ?? null),
    class: present.class,
    declarable: present.declarable,
    context: present.context,
    cause: present.cause,
    factor_list: present.injuryFactor?.list ?? null,
    factor: present.injuryFactor?.code ?? null,
    special_field: accident.specialField ?? null,
    preliminary: facts.preliminary,
    on_behalf: declaration.onBehalf !== undefined,
    deaths: counts.dead,
    serious: counts.serious,
    light: counts.light,
    missing: counts.missing,
    victims: totalOf(counts),
    women: victims.filter((victim) => victim.person?.sex === 'female').length,
    outside_management: victims.filter((victim) => victim.employer?.outsideManagement).length,
    days_lost: sumOver(present, ({ daysLost }) => daysLost),
    costs: costs.medical + costs.wages + costs.compensation + costs.other,
    property_damage: accident.losses?.propertyDamage ?? 0,
    breaches: header.breaches,
    conclusion: present.conclusion,
    worsened_on: present.worsened?.knownOn ?? null,
    investigation_authority: investigation?.authority ?? null,
    investigation_started_on: investigation?.startedOn ?? null,
    investigation_due: limitOf(facts)?.date ?? null,
    announced_on: investigation?.announcement?.meetingOn ?? null,
    minutes_sent_on: lastSent(investigation),
    compensation_decided: sumOrNull(present, ({ compensation }) => compensation?.amount),
    compensation_paid: sumOrNull(present, ({ compensation }) => compensation?.paid),
    medical_costs: costs.medical,
    wage_costs: costs.wages,
    compensation_costs: costs.compensation,
  }
}

function sumOver({ victims }: PresentState, of: (victim: PresentVictim) => number): number {
  return victims.reduce((sum, victim) => sum + of(victim), 0)
}

/** Null where no outcome tells of it. */
function sumOrNull({ victims }: PresentState, of: (victim: PresentVictim) => number | undefined): number | null {
  const told = victims.map(of).filter((amount) => amount !== undefined)
  return told.length === 0 ? null : told.reduce((sum, amount) => sum + amount, 0)
}

/**
 * Thousand VND. Costs come from the declaration and, later, victim by victim from outcomes; an amendment may hold what
 * outcomes told too, so of each kind the larger figure counts, never both.
 */
function costsOf({ accident, present }: AccidentFacts) {
  const { medicalCost = 0, wagesDuringTreatment = 0, compensation = 0, otherCosts = 0 } = accident.losses ?? {}
  const told = (of: (victim: PresentVictim) => number) => sumOver(present, of)
  return {
    medical: Math.max(
      medicalCost,
      told(({ costs }) => costs.medical),
    ),
    wages: Math.max(
      wagesDuringTreatment,
      told(({ costs }) => costs.wagesDuringTreatment),
    ),
    compensation: Math.max(
      compensation,
      told((victim) => victim.compensation?.paid ?? 0),
    ),
    other: Math.max(
      otherCosts,
      told(({ costs }) => costs.funeral + costs.other),
    ),
  }
}

/** The day by which all to whom minutes went had them; null while they went to nobody. */
function lastSent(investigation: InvestigationContent | undefined): string | null {
  const days = investigation?.minutes?.sent?.map(({ on }) => on) ?? []
  return days.toSorted().at(-1) ?? null
}

/** Decision 36/2025/QĐ-TTg. */
const VSIC_2025_SINCE = '2025-11-15'

function victimColumns(facts: AccidentFacts, header: FactHeader, victim: PresentVictim, index: number): VictimRow {
  const { declared, assessment, compensation } = victim
  const idNumber = declared.person?.idNumber
  const employer = declared.employer?.taxCode
  return {
    tenant_id: header.tenantId,
    declaration_id: header.declarationId,
    seq: header.seq,
    reach: facts.place?.reach ?? [],
    office_reach: header.officeReach,
    ordinal: index + 1,
    victim_id: victim.victimId,
    condition: victim.condition,
    sex: declared.person?.sex ?? null,
    age: ageAt(declared, facts.legalDate),
    occupation: declared.occupation?.code ?? null,
    employment_relation: declared.employmentRelation ?? null,
    vulnerable_groups: declared.vulnerableGroups ?? [],
    outside_management: declared.employer?.outsideManagement === true,
    employer_tenant: employer === undefined ? null : (header.related.byTaxCode.get(employer) ?? null),
    days_lost: victim.daysLost,
    person_key: idNumber === undefined ? null : `\\x${header.pseudonym(idNumber).toString('hex')}`,
    condition_known_on: victim.conditionKnownOn,
    died_on: victim.conditionKnownOn === null || victim.diedAt === null ? null : legalDateOf(victim.diedAt),
    returned_on: victim.returnedOn,
    capacity_loss: assessment?.percent ?? null,
    assessed_on: assessment?.receivedOn ?? assessment?.assessedOn ?? null,
    compensation_decided_on: compensation?.decidedOn ?? null,
    compensation_decided: compensation?.amount ?? null,
    compensation_paid_on: compensation?.paidOn ?? null,
    compensation_paid: compensation?.paid ?? null,
  }
}
