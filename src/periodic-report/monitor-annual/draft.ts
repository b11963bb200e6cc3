import { declaredCampaignFigures, draftEnvironmentAnnual, factorFigures, figure } from '../environment-annual/draft.ts'
import type { DeclaredFigures, Figure } from '../figures.ts'
import type { FiledCampaign } from './campaigns-filed.ts'
import type { MonitorAnnual } from './schema.ts'

const BASE = '/monitorAnnual'
/** What no campaign tells of. */
const UNTOLD = /^(staff|instruments|new)\./

/** `establishments`, `positions`, `HZ-PHY-NOISE.samples`, `staff.certified`, `new.0.establishments`. */
export function monitorAnnualFigures(section: MonitorAnnual): readonly Figure[] {
  const { establishments, campaigns, positions, factors, newFactors = [], staff, instruments } = section
  return [
    ...figure('establishments', establishments, `${BASE}/establishments`),
    ...figure('campaigns', campaigns, `${BASE}/campaigns`),
    ...figure('positions', positions, `${BASE}/positions`),
    ...factorFigures(factors, `${BASE}/factors`),
    ...newFactors.flatMap(({ establishments }, index) =>
      figure(`new.${index}.establishments`, establishments, `${BASE}/newFactors/${index}/establishments`),
    ),
    ...figure('staff.total', staff?.total, `${BASE}/staff/total`),
    ...figure('staff.certified', staff?.certified, `${BASE}/staff/certified`),
    ...figure('instruments.used', instruments?.used, `${BASE}/instruments/used`),
    ...figure('instruments.calibrated', instruments?.calibrated, `${BASE}/instruments/calibrated`),
  ]
}

/** As the campaigns give it that the organisation filed. */
export function draftMonitorAnnual(filed: readonly FiledCampaign[]): MonitorAnnual {
  return {
    establishments: new Set(filed.map(({ enterprise }) => enterprise)).size,
    positions: positionsOf(filed),
    ...draftEnvironmentAnnual(filed),
  }
}

/** The same, cell by cell, with the campaigns counted in each. */
export function filedFigures(filed: readonly FiledCampaign[]): DeclaredFigures {
  const { establishments = 0 } = draftMonitorAnnual(filed)
  const declarations = filed.map(({ id }) => id)
  const { figures } = declaredCampaignFigures(filed)
  return {
    figures: new Map([
      ['establishments', { value: establishments, declarations }],
      ['positions', { value: positionsOf(filed), declarations }],
      ...figures,
    ]),
    tellsOf: (line) => !UNTOLD.test(line),
  }
}

function positionsOf(filed: readonly FiledCampaign[]): number {
  return filed.reduce((sum, { positions }) => sum + positions, 0)
}
