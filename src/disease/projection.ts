import type { FactHeader } from '../declaration/kind.ts'
import { searchableTaxCode, searchText } from '../declaration/search-text.ts'
import { sizeClassOf } from '../declaration/size-class.ts'
import { inForce } from '../law/instruments.ts'
import { facilityMayExamine } from '../provider/eligibility.ts'
import { currentUnit, unitName } from '../reference/administrative-units.ts'
import { jsonInSlices } from '../rules/slices.ts'
import {
  ageOn,
  bandOf,
  type CaseFacts,
  DAYS_A_YEAR,
  type DiseaseFacts,
  type HazardFacts,
  type ResultFacts,
  sexes,
} from './facts.ts'
import type { diseaseCaseFact, diseaseFact, diseaseHazardFact, diseaseResultFact } from './tables.ts'

type Row<T extends { $inferInsert: object }> = Record<keyof T['$inferInsert'], unknown>

/** The fact rows of one act: what search and statistics see. */
export async function projectScreening(
  facts: DiseaseFacts,
  header: FactHeader,
): Promise<readonly [screening: string, hazards: string, results: string, cases: string]> {
  return [
    JSON.stringify(screeningColumns(facts, header)),
    JSON.stringify(facts.hazards.flatMap(hazardColumns)),
    JSON.stringify(facts.results.flatMap(resultColumns)),
    await jsonInSlices(facts.cases, (one) => caseColumns(one, header)),
  ]
}

function screeningColumns(facts: DiseaseFacts, header: FactHeader): Row<typeof diseaseFact> {
  const { declaration, context, place, results, legalDate } = facts
  const { establishment, facility } = declaration
  const { register, known } = context
  const current = place === null ? null : currentUnit(place.unit)
  const industry = establishment?.industry ?? register?.industry
  const name = establishment?.name ?? register?.name ?? ''
  const sum = (of: (result: ResultFacts) => number) => results.reduce((total, result) => total + of(result), 0)
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
    examined_from: facts.dates.from ?? legalDate,
    examined_on: legalDate,
    exam_kind: facts.examination.kind ?? null,
    facility_id: known.facility?.id ?? null,
    facility: known.facility?.name ?? facility?.name ?? null,
    facility_licensed: known.facility && facilityMayExamine(known.facility, legalDate) === null,
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
      declaration.site?.address,
      known.facility?.name ?? facility?.name,
      place && unitName(place.unit),
    ]),
    ownership: establishment?.type ?? register?.ownership ?? null,
    industry_version: industry ? (industry.version ?? (inForce('QD36-2025', legalDate) ? '2025' : '2018')) : null,
    industry: industry?.code ?? null,
    size_class: sizeClassOf(facts.workforce.total),
    on_behalf: declaration.onBehalf !== undefined,
    workers: facts.workforce.total,
    workers_women: facts.workforce.women,
    exposed: facts.exposed.total,
    exposed_women: facts.exposed.women,
    examined: facts.examined.total,
    examined_women: facts.examined.women,
    former_examined: facts.formerExamined.total,
    former_examined_women: facts.formerExamined.women,
    suspected: sum(({ filed }) => sexes(filed.suspected).total),
    diagnosed: sum(({ diagnosed }) => diagnosed.total),
    diagnosed_new: sum(({ diagnosedNew }) => diagnosedNew.total),
    assessed: sum(({ assessed }) => assessed.total),
    cases: facts.cases.length,
    breaches: header.breaches,
  }
}

/** What a row of a part has from the row of its round. */
type Inherited = 'tenant_id' | 'declaration_id' | 'seq' | 'client_id' | 'reach' | 'office_reach'
type PartRow<T extends { $inferInsert: object }> = Omit<Row<T>, Inherited>

/** A row whose factor is missing is never stored: the filing was refused. */
function hazardColumns({ index, filed, exposed, examined }: HazardFacts): PartRow<typeof diseaseHazardFact>[] {
  if (filed.factor === undefined) return []
  return [
    {
      ordinal: index + 1,
      factor: filed.factor,
      exposed: exposed.total,
      exposed_women: exposed.women,
      examined: examined.total,
      examined_women: examined.women,
      monitored_on: filed.monitoringOn ?? null,
      monitoring_result: filed.monitoringResult ?? null,
    },
  ]
}

function resultColumns(result: ResultFacts): PartRow<typeof diseaseResultFact>[] {
  const { index, filed, entry, insured, examined, diagnosed, diagnosedNew, assessed } = result
  if (filed.disease === undefined) return []
  const suspected = sexes(filed.suspected)
  const under5 = sexes(filed.bands?.under5)
  const from5to30 = sexes(filed.bands?.from5to30)
  const from31 = sexes(filed.bands?.from31)
  return [
    {
      ordinal: index + 1,
      disease: filed.disease,
      disease_group: entry?.attributes.group ?? null,
      insured,
      examined: examined.total,
      examined_women: examined.women,
      suspected: suspected.total,
      suspected_women: suspected.women,
      diagnosed: diagnosed.total,
      diagnosed_women: diagnosed.women,
      diagnosed_new: diagnosedNew.total,
      diagnosed_new_women: diagnosedNew.women,
      assessed: assessed.total,
      assessed_women: assessed.women,
      under5: under5.total,
      under5_women: under5.women,
      from5to30: from5to30.total,
      from5to30_women: from5to30.women,
      from31: from31.total,
      from31_women: from31.women,
      former_examined: sexes(filed.former?.examined).total,
      former_diagnosed: sexes(filed.former?.diagnosed).total,
    },
  ]
}

function caseColumns(one: CaseFacts, { pseudonym }: FactHeader): PartRow<typeof diseaseCaseFact> {
  const { index, filed, legalDate, exposureDays } = one
  const identityNumber = filed.person?.identityNumber
  const percent = filed.assessment?.percent
  return {
    ordinal: index + 1,
    case_id: filed.caseId ?? String(index + 1),
    person_key: identityNumber === undefined ? null : `\\x${pseudonym(identityNumber).toString('hex')}`,
    sex: filed.sex ?? null,
    age: ageOn(one, legalDate),
    occupation: filed.occupationWhenArose?.code ?? filed.occupation?.code ?? null,
    disease: filed.disease ?? null,
    form: filed.form ?? null,
    factor: filed.factor ?? null,
    exposure_years: exposureDays === null ? null : Math.round((exposureDays / DAYS_A_YEAR) * 10) / 10,
    diagnosed_on: filed.diagnosedOn ?? null,
    from_earlier_round: filed.fromEarlierRound === true,
    band: percent === undefined ? null : bandOf(percent),
  }
}
