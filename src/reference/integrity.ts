import { successorsByOldCode } from './administrative-successors.ts'
import { LAST_DAY_OF_DISTRICTS, TWO_LEVELS_SINCE } from './administrative-units.ts'
import { administrativeUnits2004, administrativeUnits2025, codeLists } from './catalogue.ts'
import type { CodeEntry, CodeList } from './code-list.ts'
import { faultsOfCrossReferences } from './cross-references.ts'
import type { LegalDate } from './legal-date.ts'

/**
 * What is wrong with the reference data, one sentence each; empty when all is well. Asked at start: a service that
 * judges filings by broken lists must not run.
 */
export function checkReferenceIntegrity(): readonly string[] {
  return [...[...codeLists.values()].flatMap(faultsOfList), ...faultsOfSuccessors(), ...faultsOfCrossReferences()]
}

/** Intervals that end before they begin, versions of one code that overlap, parents that are not there. */
export function faultsOfList(list: CodeList): readonly string[] {
  return list.entriesOn().flatMap((entry) => {
    const faults: string[] = []
    const name = `${list.id} ${entry.code}`
    if (startOf(entry) > endOf(entry)) faults.push(`${name}: valid to ${entry.validTo} but from ${entry.validFrom}`)
    for (const other of list.versionsOf(entry.code)) {
      if (other === entry) break
      if (startOf(entry) <= endOf(other) && startOf(other) <= endOf(entry)) faults.push(`${name}: versions overlap`)
    }
    if (entry.parent !== null && !isCovered(entry, list.versionsOf(entry.parent))) {
      faults.push(`${name}: parent ${entry.parent} is not there all the time`)
    }
    return faults
  })
}

/** Every old unit that needs a successor has one, every successor exists, and `whole` means the only one. */
function faultsOfSuccessors(): readonly string[] {
  const faults: string[] = []
  for (const { code, level } of administrativeUnits2004.entriesOn(LAST_DAY_OF_DISTRICTS)) {
    const needsOwn =
      level !== 'district' || administrativeUnits2004.childrenOf(code, LAST_DAY_OF_DISTRICTS).length === 0
    if (needsOwn && !successorsByOldCode().has(code)) faults.push(`old unit ${code} has no successor`)
  }
  for (const [oldCode, successors] of successorsByOldCode()) {
    if (!administrativeUnits2004.find(oldCode, LAST_DAY_OF_DISTRICTS))
      faults.push(`successors of unknown unit ${oldCode}`)
    for (const { code, share } of successors) {
      if (!administrativeUnits2025.find(code, TWO_LEVELS_SINCE)) faults.push(`${oldCode} went to unknown unit ${code}`)
      if ((share === 'whole') !== (successors.length === 1)) faults.push(`${oldCode} to ${code}: share is not ${share}`)
    }
  }
  return faults
}

/** True when on the first and on the last day of the entry some version is in force. */
function isCovered(entry: CodeEntry, versions: readonly CodeEntry[]): boolean {
  const coversDay = (day: string) => versions.some((version) => startOf(version) <= day && day <= endOf(version))
  return coversDay(startOf(entry)) && coversDay(endOf(entry))
}

function startOf({ validFrom }: { readonly validFrom: LegalDate | null }): string {
  return validFrom ?? '0000-01-01'
}

function endOf({ validTo }: { readonly validTo: LegalDate | null }): string {
  return validTo ?? '9999-12-31'
}
