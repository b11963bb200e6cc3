import { groupBy } from '../../reference/group-by.ts'
import type { DeclaredFigure, DeclaredFigures, Figure } from '../figures.ts'
import type { DeclaredCampaign } from '../occupational-health/declared-health.ts'
import { samplesByFactor } from '../occupational-health/samples-by-factor.ts'
import type { EnvironmentAnnual } from './schema.ts'

const BASE = '/environmentAnnual'
const NOBODY_TOLD: ReadonlySet<string> = new Set()

/** `campaigns`, `HZ-PHY-NOISE.samples`, `HZ-PHY-NOISE.failed`. */
export function environmentAnnualFigures({ campaigns, factors }: EnvironmentAnnual): readonly Figure[] {
  return [...figure('campaigns', campaigns, `${BASE}/campaigns`), ...factorFigures(factors, `${BASE}/factors`)]
}

/** `at`: pointer to the rows. */
export function factorFigures(rows: EnvironmentAnnual['factors'] = [], at: string): readonly Figure[] {
  return rows.flatMap(({ factor, samples, failed }, index) => [
    ...figure(`${factor}.samples`, samples, `${at}/${index}/samples`),
    ...figure(`${factor}.failed`, failed, `${at}/${index}/failed`),
  ])
}

/** None where the cell was left empty. */
export function figure(line: string, value: number | undefined, pointer: string): readonly Figure[] {
  return value === undefined ? [] : [{ line, value, pointer }]
}

/** As the campaigns of the year give it. */
export function draftEnvironmentAnnual(campaigns: readonly DeclaredCampaign[]): EnvironmentAnnual {
  const rows = groupBy(samplesByFactor(campaigns, NOBODY_TOLD), ({ factor }) => factor)
  return {
    campaigns: campaigns.length,
    factors: [...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([factor, ofIt]) => ({
        factor,
        samples: ofIt.reduce((sum, { samples }) => sum + samples, 0),
        failed: ofIt.reduce((sum, { failed }) => sum + failed, 0),
      })),
  }
}

/** The same, cell by cell, with the campaigns counted in each. */
export function declaredCampaignFigures(campaigns: readonly DeclaredCampaign[]): DeclaredFigures {
  const figures = new Map<string, DeclaredFigure>()
  for (const campaign of campaigns) {
    for (const { line, value } of environmentAnnualFigures(draftEnvironmentAnnual([campaign]))) {
      const figure = figures.get(line) ?? { value: 0, declarations: [] }
      const declarations = value > 0 ? [...figure.declarations, campaign.id] : figure.declarations
      figures.set(line, { value: figure.value + value, declarations })
    }
  }
  return { figures, tellsOf: () => true }
}
