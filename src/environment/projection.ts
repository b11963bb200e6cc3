import type { FactHeader } from '../declaration/kind.ts'
import { searchableTaxCode, searchText } from '../declaration/search-text.ts'
import { sizeClassOf } from '../declaration/size-class.ts'
import { inForce } from '../law/instruments.ts'
import { currentUnit, unitName } from '../reference/administrative-units.ts'
import { jsonInSlices, mapInSlices } from '../rules/slices.ts'
import {
  type EnvironmentFacts,
  type FactorResults,
  isExceedance,
  type MeasurementFacts,
  type PositionFacts,
} from './facts.ts'
import { exceedingOf, hazardsOf } from './hazards.ts'
import { figuresOf, NO_FIGURES } from './in-the-figures.ts'
import { tallyOf } from './results.ts'
import type { environmentFact, environmentMeasurementFact, environmentPositionFact } from './tables.ts'

/** What all rows of a campaign have in common the write function copies from the first. */
type Common = 'tenant_id' | 'declaration_id' | 'seq' | 'reach' | 'office_reach'
type CampaignRow = Record<keyof typeof environmentFact.$inferInsert, unknown>
type MeasurementRow = Record<Exclude<keyof typeof environmentMeasurementFact.$inferInsert, Common>, unknown>
type PositionRow = Record<Exclude<keyof typeof environmentPositionFact.$inferInsert, Common>, unknown>

/** The fact rows of one act: what search and statistics see. */
export async function projectCampaign(
  facts: EnvironmentFacts,
  header: FactHeader,
): Promise<readonly [campaign: string, measurements: string, positions: string]> {
  const groupsOf = groups()
  const measured = await mapInSlices(facts.measurements, (measurement) => measurementColumns(measurement, groupsOf))
  const counted = [...facts.factors.values()].filter(({ fromCounts }) => fromCounts)
  return [
    JSON.stringify(campaignColumns(facts, header)),
    await jsonInSlices([...measured, ...countColumns(counted, facts, groupsOf)], (row) => row),
    JSON.stringify(facts.positions.map(positionColumns)),
  ]
}

function campaignColumns(facts: EnvironmentFacts, header: FactHeader): CampaignRow {
  const { declaration, context, place, standing, positions, exceedingPositions, legalDate } = facts
  const { establishment, organisation } = declaration
  const { register, known } = context
  const current = place === null ? null : currentUnit(place.unit)
  const industry = establishment?.industry ?? register?.industry
  const name = establishment?.name ?? register?.name ?? ''
  const monitor = known.organisation?.name ?? organisation?.name ?? ''
  const tally = tallyOf(facts.factors.values())
  const { exceedingFactors, exceedingHazards } = exceedingOf(facts)
  const counted = header.inForce !== null && standing.counts
  const official = counted ? figuresOf(facts) : NO_FIGURES
  return {
    tenant_id: header.tenantId,
    declaration_id: header.declarationId,
    seq: header.seq,
    revision: header.inForce ?? header.revision,
    status: header.status,
    in_force: header.inForce !== null,
    eligible: standing.eligible,
    counted,
    recorded_at: header.recordedAt,
    filed_at: header.filedAt,
    client_id: header.clientId,
    sampled_on: legalDate,
    sampled_to: facts.dates.sampledTo ?? legalDate,
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
      declaration.site?.name,
      declaration.site?.address,
      monitor,
      declaration.report?.number,
      place && unitName(place.unit),
    ]),
    ownership: establishment?.type ?? register?.ownership ?? null,
    industry_version: industry ? (industry.version ?? (inForce('QD36-2025', legalDate) ? '2025' : '2018')) : null,
    industry: industry?.code ?? null,
    size_class: sizeClassOf(declaration.workforce?.total ?? register?.workers ?? null),
    organisation_id: known.organisation?.id ?? null,
    organisation_tax_code: known.organisation?.taxCode ?? organisation?.taxCode ?? null,
    organisation: monitor,
    report_number: declaration.report?.number ?? null,
    on_behalf: declaration.onBehalf !== undefined,
    positions: positions.length,
    positions_exceeding: exceedingPositions.length,
    workers: workersAt(positions),
    workers_exceeding: workersAt(exceedingPositions),
    samples: tally.samples,
    exceeding: tally.exceeding,
    advisory_exceeding: tally.advisoryExceeding,
    not_assessable: tally.notAssessable,
    official_samples: official.samples,
    official_assessed: official.assessed,
    official_exceeding: official.exceeding,
    official_advisory_exceeding: official.advisoryExceeding,
    official_not_assessable: official.notAssessable,
    official_positions_exceeding: official.positionsExceeding,
    official_workers_exceeding: official.workersExceeding,
    official_women_exceeding: official.womenExceeding,
    factors: [...facts.factors.keys()],
    hazards: [...facts.hazardsCovered],
    exceeding_factors: exceedingFactors,
    exceeding_hazards: exceedingHazards,
    fingerprint: facts.fingerprint,
    breaches: header.breaches,
  }
}

/** Who works at two positions counts at both. */
function workersAt(positions: readonly PositionFacts[]): number {
  return positions.reduce((sum, { position }) => sum + (position.workers ?? 0), 0)
}

/** Null and what most rows have (one sample, by a verified limit, by a calibrated instrument) are left out. */
function measurementColumns(facts: MeasurementFacts, groupsOf: GroupsOf): Partial<MeasurementRow> {
  const { index, measurement, position, assessment, calibrated, on } = facts
  return {
    ordinal: index + 1,
    factor: measurement.factor ?? '',
    cas: measurement.cas,
    ...groupsOf(facts),
    position: position === null ? undefined : position.index + 1,
    workers: position?.position.workers,
    verdict: assessment?.verdict ?? 'not-assessable',
    advisory: assessment?.advisory || undefined,
    limit_id: assessment?.limit?.id,
    limit_value: assessment?.limitValue ?? undefined,
    exposure_index: assessment?.index ?? undefined,
    sample_type: measurement.sampleType,
    sampled_on: on,
    counted: calibrated ? undefined : false,
  }
}

interface Groups {
  readonly hazards: readonly string[]
  readonly form_04_group: string | undefined
  readonly item_9: string | undefined
}
type GroupsOf = (facts: Pick<MeasurementFacts, 'measurement' | 'factor'>) => Groups

/** What each factor or substance belongs to, worked out once for each. */
function groups(): GroupsOf {
  const known = new Map<string, Groups>()
  return ({ measurement: { factor, cas }, factor: entry }) => {
    const key = `${factor} ${cas ?? ''}`
    const found = known.get(key) ?? {
      hazards: hazardsOf({ factor, cas }),
      form_04_group: entry?.attributes['form-04-group'],
      item_9: entry?.attributes['item-9-bucket'],
    }
    known.set(key, found)
    return found
  }
}

/** One row for what exceeds and one for what passes, as the old form declares it. */
function countColumns(
  results: readonly FactorResults[],
  { measurements, legalDate }: EnvironmentFacts,
  groupsOf: GroupsOf,
): Partial<MeasurementRow>[] {
  return results
    .flatMap(({ factor, entry, exceeding, passing }) => [
      { factor, entry, verdict: 'exceed', samples: exceeding },
      { factor, entry, verdict: 'pass', samples: passing },
    ])
    .filter(({ samples }) => samples > 0)
    .map(({ factor, entry, verdict, samples }, index) => ({
      ordinal: measurements.length + index + 1,
      factor,
      ...groupsOf({ measurement: { factor }, factor: entry }),
      samples,
      verdict,
      sampled_on: legalDate,
    }))
}

function positionColumns({ index, position, measurements }: PositionFacts): PositionRow {
  const exceeding = measurements.filter(isExceedance)
  return {
    ordinal: index + 1,
    workers: position.workers ?? 0,
    women: position.women ?? 0,
    heavy: position.heavyWork === true,
    samples: measurements.length,
    exceeding: exceeding.length > 0,
    hazards: [...new Set(exceeding.flatMap(({ measurement }) => hazardsOf(measurement)))],
  }
}
