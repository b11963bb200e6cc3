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

/** Diseases that exposure to a measured factor may cause. */
export function diseasesOfMonitoredFactor(factor: string, cas: string | undefined, on: LegalDate): readonly string[] {
  return [...new Set(hazardsOfMonitoredFactor(factor, cas).flatMap((hazard) => diseasesOfHazard(hazard, on)))]
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
