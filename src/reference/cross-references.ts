import { isCasNumber } from './cas-number.ts'
import {
  annualReportItem9,
  diseaseGroups,
  form04Groups,
  hazardFactors,
  highRiskSectors,
  measurementUnits,
  monitoredFactors,
  occupationalDiseases,
} from './catalogue.ts'
import type { CodeEntry, CodeList } from './code-list.ts'

/** What is wrong with codes by which one list of diseases or environment refers to another, one sentence each. */
export function faultsOfCrossReferences(): readonly string[] {
  return [
    ...faultsOfCodes(hazardFactors, 'monitored-factors', (word) => isCasNumber(word) || has(monitoredFactors)(word)),
    ...faultsOfCodes(monitoredFactors, 'unit', has(measurementUnits)),
    ...faultsOfCodes(monitoredFactors, 'accepted-units', has(measurementUnits)),
    ...faultsOfCodes(monitoredFactors, 'form-04-group', has(form04Groups)),
    ...faultsOfCodes(monitoredFactors, 'item-9-bucket', has(annualReportItem9)),
    ...faultsOfCodes(occupationalDiseases, 'hazard-factors', has(hazardFactors)),
    ...faultsOfCodes(occupationalDiseases, 'group', has(diseaseGroups)),
    ...faultsOfCodes(highRiskSectors, 'expected-factors', has(monitoredFactors)),
    ...monitoredFactors.entriesOn().flatMap(faultsOfFactor),
    ...faultsOfUnits(measurementUnits),
  ]
}

/** Codes parted by spaces, in an attribute, that the other list does not have. */
export function faultsOfCodes(list: CodeList, attribute: string, known: (word: string) => boolean): readonly string[] {
  return list
    .entriesOn()
    .flatMap(({ code, attributes }) =>
      (attributes[attribute]?.split(' ') ?? [])
        .filter((word) => !known(word))
        .map((word) => `${list.id} ${code}: ${attribute} has unknown ${word}`),
    )
}

/** A factor is told in its own unit too, and its usual range lies within the possible one. */
export function faultsOfFactor({ code, attributes }: CodeEntry): readonly string[] {
  const faults: string[] = []
  if (!attributes['accepted-units']?.split(' ').includes(attributes.unit ?? '')) {
    faults.push(`monitored-factors ${code}: its own unit is not accepted`)
  }
  const bounds = ['hard-min', 'usual-min', 'usual-max', 'hard-max'].map((name) => attributes[name])
  const numbers = bounds.filter((bound) => bound !== undefined).map(Number)
  const ordered = numbers.every((bound, index) => bound >= (numbers[index - 1] ?? Number.NEGATIVE_INFINITY))
  if (numbers.length % 2 === 1 || !ordered) faults.push(`monitored-factors ${code}: its ranges do not fit`)
  return faults
}

/** One way of writing must not mean two units. */
export function faultsOfUnits(list: CodeList): readonly string[] {
  const meant = new Map<string, string>()
  return list.entriesOn().flatMap(({ code, attributes }) =>
    [code, ...(attributes.aliases?.split(';') ?? [])].flatMap((written) => {
      const other = meant.get(written)
      meant.set(written, code)
      return other === undefined ? [] : [`${list.id}: "${written}" means ${other} and ${code}`]
    }),
  )
}

function has(list: CodeList): (word: string) => boolean {
  return (word) => list.findEver(word) !== undefined
}
