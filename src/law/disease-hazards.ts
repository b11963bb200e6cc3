import { hazardFactors, occupationalDiseases } from '../reference/catalogue.ts'
import type { LegalDate } from '../reference/legal-date.ts'
import { once } from '../reference/once.ts'

/** Codes of `hazard-factors` that may cause a disease by the list in force on the day; empty for a disease not on it. */
export function hazardsOfDisease(disease: string, on: LegalDate): readonly string[] {
  return wordsOf(occupationalDiseases.find(disease, on)?.attributes['hazard-factors'])
}

/** Codes of the diseases on the list of the day that a hazard factor may cause, in the order of the list. */
export function diseasesOfHazard(hazard: string, on: LegalDate): readonly string[] {
  return occupationalDiseases
    .entriesOn(on)
    .filter(({ attributes }) => wordsOf(attributes['hazard-factors']).includes(hazard))
    .map(({ code }) => code)
}

/**
 * Whether the causes of a disease were read in its text. What is inferred, as most since 15 February 2026, when the
 * annexes of Circular 15/2016 lost effect, may inform and never refuse.
 */
export function causesVerified(disease: string, on: LegalDate): boolean {
  return occupationalDiseases.find(disease, on)?.attributes['hazard-factors-verified'] === 'yes'
}

/**
 * Codes of `hazard-factors` that a measured factor stands for; for a chemical also those of its CAS number. The link
 * is ours, not law: toluene stands for benzene and its homologues and for solvents.
 */
export function hazardsOfMonitoredFactor(factor: string, cas?: string): readonly string[] {
  const byFactor = hazardsByMeasured().get(factor) ?? []
  const byCas = cas === undefined ? [] : (hazardsByMeasured().get(cas) ?? [])
  return [...new Set([...byCas, ...byFactor])]
}

/** Codes of `monitored-factors`, or CAS numbers, by which exposure to a hazard factor is measured; empty: none is. */
export function monitoredFactorsOf(hazard: string): readonly string[] {
  return wordsOf(hazardFactors.findEver(hazard)?.attributes['monitored-factors'])
}

/** Whether exposure to a hazard factor is measured at all: no campaign could find another. */
export function isMeasurable(hazard: string): boolean {
  return monitoredFactorsOf(hazard).length > 0
}

/** Diseases that exposure to a measured factor may cause. */
export function diseasesOfMonitoredFactor(factor: string, cas: string | undefined, on: LegalDate): readonly string[] {
  return [...new Set(hazardsOfMonitoredFactor(factor, cas).flatMap((hazard) => diseasesOfHazard(hazard, on)))]
}

/** Codes of the hazard factors that are measured. */
export const measurableHazards = once((): readonly string[] =>
  hazardFactors.entriesOn().flatMap(({ code }) => (isMeasurable(code) ? code : [])),
)

/** Days on which the list of diseases changed, so that a link of any of its versions is known. */
const VERSIONS = ['2025-01-01', '2026-03-01'] as LegalDate[]

/** Measurable hazard factors that may cause a disease by any version of its list, by disease. */
export const measurableHazardsOfDiseases = once(
  (): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      [...new Set(occupationalDiseases.entriesOn().map(({ code }) => code))].map((disease) => [
        disease,
        union(VERSIONS.map((on) => hazardsOfDisease(disease, on))).filter(isMeasurable),
      ]),
    ),
)

/**
 * Diseases that a hazard factor may cause by any version of their list, by factor; factors without any are left out:
 * they call for no examination of this kind.
 */
export const diseasesOfHazards = once(
  (): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      hazardFactors
        .entriesOn()
        .map(({ code }) => [code, union(VERSIONS.map((on) => diseasesOfHazard(code, on)))] as const)
        .filter(([, diseases]) => diseases.length > 0),
    ),
)

function union(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())]
}

const hazardsByMeasured = once((): ReadonlyMap<string, readonly string[]> => {
  const byMeasured = new Map<string, string[]>()
  for (const { code, attributes } of hazardFactors.entriesOn()) {
    for (const measured of wordsOf(attributes['monitored-factors'])) {
      byMeasured.set(measured, [...(byMeasured.get(measured) ?? []), code])
    }
  }
  return byMeasured
})

/** Codes are parted by spaces and hold none. */
function wordsOf(cell: string | undefined): readonly string[] {
  return cell === undefined ? [] : cell.split(' ')
}
