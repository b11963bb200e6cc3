import { diseasesOfHazard, hazardsOfDisease, monitoredFactorsOf } from '../law/disease-hazards.ts'
import { hazardFactors, occupationalDiseases } from '../reference/catalogue.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { once } from '../reference/once.ts'

/** Days on which the list of diseases changed, so that a link of any of its versions is known. */
const VERSIONS = ['2025-01-01', '2026-03-01'] as LegalDate[]

/** Hazard factors that are measured at all, by disease they may cause: no campaign could find the others. */
export const measurableHazardsOfDiseases = once(() =>
  Object.fromEntries(
    [...new Set(occupationalDiseases.entriesOn().map(({ code }) => code))].map((disease) => [
      disease,
      union(VERSIONS.map((on) => hazardsOfDisease(disease, on))).filter(
        (hazard) => monitoredFactorsOf(hazard).length > 0,
      ),
    ]),
  ),
)

/** Diseases that a hazard factor may cause; factors without any call for no examination of this kind. */
export const diseasesOfHazards = once(() =>
  Object.fromEntries(
    hazardFactors
      .entriesOn()
      .map(({ code }) => [code, union(VERSIONS.map((on) => diseasesOfHazard(code, on)))] as const)
      .filter(([, diseases]) => diseases.length > 0),
  ),
)

/** Hazard factors that are measured. */
export const measurableHazards = once(() =>
  hazardFactors.entriesOn().flatMap(({ code }) => (monitoredFactorsOf(code).length > 0 ? code : [])),
)

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())]
}
