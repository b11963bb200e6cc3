import type {
  environmentFact,
  environmentMeasurementFact,
  environmentPositionFact,
} from '../../src/environment/tables.ts'
import type { UnitRef } from '../../src/reference/administrative-units.ts'
import { commonColumns, insertRows } from './fact-rows.ts'

type CampaignRow = typeof environmentFact.$inferInsert
type MeasurementOf = Partial<typeof environmentMeasurementFact.$inferInsert>
type PositionOf = Partial<typeof environmentPositionFact.$inferInsert>

/** One act of one campaign; what is not said is ordinary. */
export interface MonitoringOf extends Partial<CampaignRow> {
  readonly place?: UnitRef
  readonly measured?: readonly MeasurementOf[]
  readonly at?: readonly PositionOf[]
}

/** Writes campaigns with their measurements and positions. */
export async function insertMonitorings(ownerUrl: string, campaigns: readonly MonitoringOf[]): Promise<void> {
  const rows = campaigns.map(({ place, measured = [], at = [], ...given }) => {
    const sampledOn = given.sampled_on ?? '2026-05-12'
    const campaign = {
      ...commonColumns(place),
      in_force: true,
      eligible: true,
      sampled_on: sampledOn,
      sampled_to: sampledOn,
      organisation: 'Trung tâm Mẫu',
      positions: at.length,
      positions_exceeding: 0,
      workers: 0,
      workers_exceeding: 0,
      samples: measured.length,
      exceeding: 0,
      advisory_exceeding: 0,
      not_assessable: 0,
      ...officialOf(given.counted ?? true, measured, at),
      factors: [],
      hazards: [],
      exceeding_factors: [],
      exceeding_hazards: [],
      ...given,
    }
    const { tenant_id, declaration_id, seq, reach, office_reach, counted } = campaign
    const part = { tenant_id, declaration_id, seq, reach, office_reach }
    return {
      campaign,
      measured: measured.map((measurement, index) => ({
        ...part,
        ordinal: index + 1,
        factor: 'PH-NOISE-LAEQ',
        hazards: ['HZ-PHY-NOISE'],
        samples: 1,
        verdict: 'pass',
        advisory: false,
        sampled_on: sampledOn,
        ...measurement,
        counted: counted && (measurement.counted ?? true),
      })),
      at: at.map((position, index) => ({
        ...part,
        ordinal: index + 1,
        workers: 0,
        women: 0,
        heavy: false,
        samples: 0,
        exceeding: false,
        hazards: [],
        ...position,
      })),
    }
  })
  await insertRows(ownerUrl, {
    environment_fact: rows.map(({ campaign }) => campaign),
    environment_measurement_fact: rows.flatMap(({ measured }) => measured),
    environment_position_fact: rows.flatMap(({ at }) => at),
  })
}

/** As filing makes them. */
function officialOf(counted: boolean, measured: readonly MeasurementOf[], at: readonly PositionOf[]) {
  const inFigures = counted ? measured.filter((measurement) => measurement.counted ?? true) : []
  const sum = (rows: readonly { readonly samples?: number }[]) =>
    rows.reduce((total, { samples = 1 }) => total + samples, 0)
  const of = (verdict: string, advisory: boolean) =>
    inFigures.filter((row) => (row.verdict ?? 'pass') === verdict && (row.advisory ?? false) === advisory)
  const exceeding = at.filter((_, index) => of('exceed', false).some(({ position }) => position === index + 1))
  return {
    official_samples: sum(inFigures),
    official_assessed: sum([...of('pass', false), ...of('exceed', false)]),
    official_exceeding: sum(of('exceed', false)),
    official_advisory_exceeding: sum(of('exceed', true)),
    official_not_assessable: sum([...of('not-assessable', false), ...of('not-assessable', true)]),
    official_positions_exceeding: exceeding.length,
    official_workers_exceeding: exceeding.reduce((total, { workers = 0 }) => total + workers, 0),
    official_women_exceeding: exceeding.reduce((total, { women = 0 }) => total + women, 0),
  }
}
